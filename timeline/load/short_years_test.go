package load

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf/written"
)

// datesByTitle returns the dates of rows that are called A, B and so on, each with a "-" where it has none.
func datesByTitle(t *testing.T, file, text string, options Options) (dates string, p Progress) {
	t.Helper()
	p = options.Files(context.Background(), []File{textFile(file, text)}, nil)
	found, record := map[string]string{}, p.Index.Timeline()
	for i := range record.Len() {
		e := record.Event(i)
		found[e.Title] = "-"
		if !e.Date.IsZero() {
			found[e.Title] = e.Date.EDTF()
		}
	}
	var all []string
	for c := 'A'; len(all) < len(found); c++ {
		all = append(all, found["Event "+string(c)])
	}
	return strings.Join(all, " "), p
}

// Other dates of the file tell the century of a year of two digits, and where there are none, what such years usually
// mean. The order of day and month is that of the column.
func TestYearsOfTwoDigits(t *testing.T) {
	for column, want := range map[string]string{
		// as usual, in every form
		"29-Sep-15\n30-Sep-15":                     "2015-09-29 2015-09-30",
		"4/29/17 09:00 AM\n5/6/17 20:00 AM":        "2017-04-29T09:00 2017-05-06T20:00",
		"12.03.98\n1.2.03":                         "1998-03-12 2003-02-01",
		"'98\nsummer of '69\nMar '03":              "1998 1969-22 2003-03",
		"29 Sept. 15\nSep 29, 15\n29 septembre 15": "2015-09-29 2015-09-29 2015-09-29",
		"5 May '98\n12-MAR-98 14:05":               "1998-05-05 1998-03-12T14:05",
		"12-16 Nov '98\n12/30/98 - 1/2/99":         "1998-11-12/1998-11-16 1998-12-30/1999-01-02",
		"98/03/13\n98-04-05":                       "1998-03-13 1998-04-05",
		"Tue 29 Sep 15\nThu 12 Mar 98":             "2015-09-29 1998-03-12",

		// what stands beside it
		"29-Sep-15\n04/05/1914":                    "1915-09-29 -",
		"29-Sep-15\n1914\n1919-06-28":              "1915-09-29 1914 1919-06-28",
		"29-Sep-15\n29-Sep-2013":                   "2015-09-29 2013-09-29",
		"1 May 48\n1848-03-18":                     "1848-05-01 1848-03-18",
		"24 Oct 29\n12 Jun 44\n1939/1945":          "1929-10-24 1944-06-12 1939/1945",
		"1 Jan 00\n1 Jan 99\n1998":                 "2000-01-01 1999-01-01 1998",
		"5 May 65\n5 May 72\n5 May 95":             "1965-05-05 1972-05-05 1995-05-05",
		"5 May 15\n1066\n2013":                     "2015-05-05 1066 2013",
		"5 May 15\n44 BC\n14":                      "- -0043 0014",
		"5 May 15\n1915 years ago\nroom 1914":      "2015-05-05 - -",
		"Mon 29 Nov 15\n1914":                      "1915-11-29 1914",
		"5 May 15\n1914\n2024":                     "- 1914 2024",
		"29 Feb 00\n1899":                          "- 1899",
		"Tue 29 Sep 15\n1914":                      "- 1914", // which was a Wednesday
		"12 Jun 44\n6 May 39":                      "- -",    // POSIX says 2044, and a spreadsheet 1944
		"98\n85":                                   "- -",
		"98\n12.03.98":                             "- 1998-03-12",
		"5 May 15\n12:30:15\n1.2.2024":             "2015-05-05 - 2024-02-01",
		"Sep 29\n29 Sep":                           "- -",
		"Sep-15\n29-Sep-15":                        "- 2015-09-29",
		"90s\nthe '90s":                            "- -",
		"5 May 98 BC\nAD 98":                       "-0097-05-05 0098",
		"1.2.3.98\n98-1\n10-98\n1/98":              "- - - -",
		"13/04/17\n14/05/18":                       "- -", // the year may be at either end, …
		"13/04/17\n14/05/98":                       "2017-04-13 1998-05-14",
		"13/04/17\n14/05/2018":                     "2017-04-13 2018-05-14",
		"13/04/17\n31/12/15\n04/05/17":             "2017-04-13 2015-12-31 2017-05-04", // which is hardly of 2031
		"13-04-17\n15-12-31":                       "2013-04-17 2015-12-31",
		"31/12/15\n15/12/31":                       "- -",
		"31/12/15\n1914":                           "- 1914",
		"12/31/15\n04/05/17":                       "2015-12-31 2017-04-05",
		"15-09-29\n98-03-12":                       "2015-09-29 1998-03-12",
		"04/05/17\n04/29/17":                       "2017-04-05 2017-04-29",
		"04/05/17\n29/4/17":                        "- -",                              // 24/8/15 is written for 2024 as well, …
		"04/05/17\n29/4/17\n30/5/17":               "2017-05-04 2017-04-29 2017-05-30", // … and hardly for 2030
		"04/05/17\n29/4/17\n4/29/17":               "- - 2017-04-29",                   // whose column has no one order
		"04/05/17":                                 "-",
		"04.05.17":                                 "2017-05-04",
		"5/5/17":                                   "2017-05-05",
		"31/12/99 – 02/01/00":                      "1999-12-31/2000-01-02",
		"31/12/99 – 02/01/00\n1899":                "1899-12-31/1900-01-02 1899",
		"circa 5 May 98\nbefore 5 May 98":          "1998-05-05~ -",
		"5 May 98 (Tuesday)\n5 May 98 (Wednesday)": "1998-05-05 -",
	} {
		var rows strings.Builder
		for n, date := range strings.Split(column, "\n") {
			fmt.Fprintf(&rows, "%q,Event %c\n", date, 'A'+n)
		}
		if got, p := datesByTitle(t, "a.csv", "date,title\n"+rows.String(), Options{}); got != want {
			t.Errorf("%q: %s, want %s\n%s", column, got, want, p.Problems)
		}
	}
}

// What the reader says of the century or the order beats what the file shows of it.
func TestCenturyOfTheReaderComesFirst(t *testing.T) {
	for _, c := range []struct {
		options Options
		want    string
	}{
		{Options{}, "2015-09-29 - 2013"},
		{Options{Century: 1900}, "1915-09-29 - 2013"},
		{Options{Century: 1900, Order: written.DayFirst}, "1915-09-29 1917-05-04 2013"},
		{Options{Order: written.MonthFirst}, "2015-09-29 2017-04-05 2013"},
	} {
		if got, _ := datesByTitle(t, "a.csv", "date,title\n29-Sep-15,Event A\n04/05/17,Event B\n2013,Event C\n", c.options); got != c.want {
			t.Errorf("%+v: %s, want %s", c.options, got, c.want)
		}
	}
}

// Years count that stand under another key, in any shape of a file, but for those of when something was told.
func TestYearsOfOtherKeys(t *testing.T) {
	for name, c := range map[string]struct{ file, text, want string }{
		"an end":            {"a.csv", "start,end,title\n29-Sep-15,30-Sep-1916,Event A\n", "1915-09-29/1916-09-30"},
		"both ends":         {"a.csv", "Start,End,title\n4/29/17 09:00,4/29/17 20:00 PM,Event A\n5/6/17 09:00,5/6/17 20:00,Event B\n", "2017-04-29T09:00/2017-04-29T20:00 2017-05-06T09:00/2017-05-06T20:00"},
		"when it was told":  {"a.csv", "date,published,title\n29-Sep-15,1914-01-05,Event A\n", "2015-09-29"},
		"a year beside":     {"a.csv", "date,year,title\n29-Sep-15,1815,Event A\n29-Sep-15,2015,Event B\n", "1815-09-29 2015-09-29"},
		"a year, in a map":  {"a.json", `[{"date":"29-Sep-15","year":1915,"title":"Event A"}]`, "1915-09-29"},
		"JSON Lines":        {"a.jsonl", "{\"date\":\"29-Sep-15\",\"title\":\"Event A\"}\n{\"date\":\"1914-05-05\",\"title\":\"Event B\"}\n", "1915-09-29 1914-05-05"},
		"a map of a date":   {"a.json", `[{"when":{"start":"29-Sep-15"},"title":"Event A"},{"when":{"year":1914},"title":"Event B"}]`, "1915-09-29 1914"},
		"our own":           {"a.yaml", "- {date: 29-Sep-15, title: Event A}\n- {date: 1914-05, title: Event B}\n", "1915-09-29 1914-05"},
		"a page":            {"a.md", "- 1914-07-28: Event B\n- 29 Sep 15: Event A\n- 1916-02-21: Event C\n", "1915-09-29 1914-07-28 1916-02-21"},
		"the name of a day": {"1915-09-29.json", `[{"date":"29-Sep-15","title":"Event A"}]`, "1915-09-29"},
	} {
		if got, p := datesByTitle(t, c.file, c.text, Options{}); got != c.want {
			t.Errorf("%s: %s, want %s\n%s", name, got, c.want, p.Problems)
		}
	}
}

// The guess is told once, with the count and with what says otherwise. What the reader said is none.
func TestGuessOfCenturyIsTold(t *testing.T) {
	const text = "date,title\n29-Sep-15,Event A\n30-Sep-15,Event B\n1-Oct-15,Event C\n"
	for extra, why := range map[string]string{
		"":               "as years of two digits usually mean",
		"1914,Event D\n": "beside the other dates of the file",
	} {
		_, p := datesByTitle(t, "a.csv", text+extra, Options{})
		told := 0
		for _, one := range p.Problems {
			if one.Rule == rule.CenturyGuessed {
				told++
				if !strings.Contains(one.Message, why) || !strings.Contains(one.Hint, "--century") {
					t.Errorf("%s: %s = %s", why, one.Message, one.Hint)
				}
			}
		}
		if told != 3 {
			t.Errorf("%s: %d are told\n%s", why, told, p.Problems)
		}
	}
	_, p := datesByTitle(t, "a.csv", text, Options{Century: 2000})
	if strings.Contains(p.Problems.String(), "this is not an EDTF date") || slices.ContainsFunc(p.Problems, func(one diag.Problem) bool { return one.Rule == rule.CenturyGuessed }) {
		t.Errorf("with --century:\n%s", p.Problems)
	}
}
