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

// A number that can mean two things is a date only where its column proves which. Each kind has a row.
func TestFalseDates(t *testing.T) {
	for name, test := range map[string]struct {
		file, text string
		want       []string // dates and titles, in the order of the record
		said       rule.ID  // one of the problems; 0 where none but guesses of keys
	}{
		"seconds, by key":           {"a.csv", "timestamp,title\n1704412800,A\n", []string{"2024-01-05T00:00:00Z | A"}, rule.DateAsWritten},
		"a day and its hour":        {"a.csv", "date,title\n2024010510,A\n", []string{" | A"}, rule.BadDate},
		"a day and hour, by key":    {"a.csv", "timestamp,title\n2024010510,A\n", []string{" | A"}, rule.BadDate},
		"telephone":                 {"a.csv", "name,when\nCall,2125551234\n", []string{" | Call"}, rule.BadDate},
		"numbers of two lengths":    {"a.csv", "created_at,title\n1704412800,A\n17044,B\n", []string{" | A", " | B"}, rule.BadDate},
		"an era beside":             {"a.csv", "year,era,title\n44,BC,A\n79,AD,B\n", []string{"-0043 | A", "0079 | B"}, rule.RoleGuessed},
		"an era by its values":      {"a.csv", "title,year,which\nA,44,BCE\nB,17,CE\n", []string{"-0043 | A", "0017 | B"}, rule.RoleGuessed},
		"no era, a province":        {"a.csv", "year,title,prov\n1986,A,BC\n1987,B,ON\n", []string{"1986 | A", "1987 | B"}, rule.RoleGuessed},
		"before Christ":             {"a.csv", "year,title\n-44,A\n1066,B\n", []string{"-0043 | A", "1066 | B"}, rule.NegativeYear},
		"before Christ, in a map":   {"a.json", `[{"title":"A","start_date":{"year":"-44","month":"3","day":"15"}}]`, []string{"-0043-03-15 | A"}, rule.NegativeYear},
		"a year 0":                  {"a.csv", "year,title\n-44,A\n0,B\n", []string{"-0044 | A", "0000 | B"}, rule.RoleGuessed},
		"our own":                   {"a.yaml", "- {date: -0044, title: A}\n", []string{"-0044 | A"}, 0},
		"far or serial":             {"a.csv", "date,title\n-65000000,A\n", []string{" | A"}, rule.BadDate},
		"far, by key":               {"a.csv", "year,title\n-65000000,A\n", []string{"Y-64999999 | A"}, rule.NegativeYear},
		"far, and one of now":       {"a.csv", "year,title\n-65000000,A\n-300000,B\n1969,C\n", []string{"Y-64999999 | A", "Y-299999 | B", "1969 | C"}, rule.NegativeYear},
		"years from a 0 on":         {"a.csv", "Start,Ende,Name\n-2250,-50,A\n-800,0,B\n0,50,C\n50,100,D\n", []string{"-2250/-0050 | A", "-0800/0000 | B", "0000/0050 | C", "0050/0100 | D"}, rule.DateAsWritten},
		"a 0 among the ends":        {"a.csv", "start,end,title\n-500,-44,A\n-44,0,B\n", []string{"-0500/-0044 | A", "-0044/0000 | B"}, 0},
		"old times, mostly small":   {"a.csv", "from,name\n-753,A\n-44,B\n-27,C\n14,D\n", []string{"-0752 | A", "-0043 | B", "-0026 | C", "0014 | D"}, rule.NegativeYear},
		"counted from a start":      {"a.csv", "start,title\n-5,A\n0,B\n3,C\n", []string{" | A", " | B", " | C"}, rule.BadDate},
		"milliseconds of a start":   {"a.csv", "start,title\n-500,A\n0,B\n2500,C\n", []string{" | A", " | B", " | C"}, rule.BadDate},
		"far up, alone":             {"a.csv", "year,title\n45543,A\n", []string{" | A"}, rule.NoDate},
		"days of a spreadsheet":     {"a.csv", "Date,title\n45543,A\n45543.25,B\n", []string{"2024-09-08 | A", "2024-09-08T06:00 | B"}, rule.DateAsWritten},
		"one day of a spreadsheet":  {"a.csv", "start date,title\n45543,A\n2024-01-05,B\n", []string{"2024-01-05 | B", "2024-09-08 | A"}, rule.DateAsWritten},
		"a day in five digits":      {"a.csv", "date,title\n50124,A\n", []string{" | A"}, rule.BadDate},
		"days, and a year":          {"a.csv", "date,title\n45543,A\n2024,B\n", []string{"2024 | B", " | A"}, rule.BadDate},
		"days, and another number":  {"a.csv", "date,title\n45543,A\n12345,B\n", []string{" | A", " | B"}, rule.BadDate},
		"days, and a day in digits": {"a.csv", "date,title\n45543,A\n050124,B\n", []string{" | A", " | B"}, rule.BadDate},
		"seconds of a day":          {"a.csv", "time,title\n45543,A\n40000,B\n", []string{" | A", " | B"}, rule.NoDate},
		"an id of a date":           {"a.csv", "date_id,title\n45543,A\n", []string{" | A"}, rule.NoDate},
		"days, by a hand":           {"a.yaml", "- {date: 45543, title: A}\n", []string{" | A"}, rule.BadDate},
		"seconds under a date":      {"a.csv", "date,title\n1704412800,A\n1704412860,B\n", []string{"2024-01-05T00:00:00Z | A", "2024-01-05T00:01:00Z | B"}, rule.DateAsWritten},
		"a short day and its hour":  {"a.csv", "date,title\n1709081430,A\n", []string{" | A"}, rule.BadDate},
		"milliseconds under start":  {"a.json", `[{"title":"A","start":1704412800000,"end":1704416400000}]`, []string{"2024-01-05T00:00:00Z/2024-01-05T01:00:00Z | A"}, rule.DateAsWritten},
		"parts of a second":         {"a.json", `[{"ts":"1704412800.000100","title":"A"}]`, []string{"2024-01-05T00:00:00.0001Z | A"}, rule.DateAsWritten},
		"seasons, by key":           {"a.csv", "season_year,title\n2020-21,A\n1999-00,B\n", []string{"1999/2000 | B", "2020/2021 | A"}, rule.DateAsWritten},
		"months, by all":            {"a.csv", "date,title\n2009-10,A\n2010-11,B\n", []string{"2009-10 | A", "2010-11 | B"}, 0},
		"months of a program":       {"a.json", `[{"date":"2009-10","title":"A"},{"date":"2010-11","title":"B"}]`, []string{"2009-10 | A", "2010-11 | B"}, 0},
		"months in lines":           {"a.jsonl", "{\"date\":\"2001-02\",\"title\":\"A\"}\n{\"date\":\"2003-04\",\"title\":\"B\"}\n", []string{"2001-02 | A", "2003-04 | B"}, 0},
		"months of starts":          {"a.csv", "start_date,title\n2001-02,A\n2003-04,B\n", []string{"2001-02 | A", "2003-04 | B"}, rule.RoleGuessed},
		"seasons, by one":           {"a.csv", "date,title\n2009-10,A\n2010-11,B\n2012-13,C\n", []string{"2009-10 | A", "2010-11 | B", "2012/2013 | C"}, rule.YearsOrMonth},
		"months":                    {"a.csv", "date,title\n2009-10,A\n2010-09,B\n", []string{"2009-10 | A", "2010-09 | B"}, 0},
		"two digits":                {"a.csv", "year,title\n2024,A\n99,B\n85,C\n", []string{"2024 | A", " | B", " | C"}, rule.TwoReadings},
		"two digits of old":         {"a.csv", "year,title\n-27,A\n14,B\n138,C\n", []string{"-0026 | A", "0014 | B", "0138 | C"}, rule.NegativeYear},
		"an end cut short":          {"a.csv", "date,end,title\n1914,18,A\n", []string{"1914/1918 | A"}, rule.DateAsWritten},
		"an end of the day":         {"a.yaml", "- {date: 2024-01-05T09:00, end: '10:30', title: A}\n", []string{"2024-01-05T09:00/2024-01-05T10:30 | A"}, rule.DateAsWritten},
		"an end before":             {"a.yaml", "- {date: 2024-01-05, end: 2024-01-04, title: A}\n", []string{"2024-01-05 | A"}, rule.EndConflict},
		"whole days of a calendar":  {"a.json", `[{"title":"A","start":{"date":"2024-01-05"},"end":{"date":"2024-01-08"}}]`, []string{"2024-01-05/2024-01-07 | A"}, 0},
		"a day that no month has":   {"a.csv", "year,month,day,title\n2024,2,30,A\n", []string{"2024-02 | A"}, rule.DatePart},
		"a month that no year has":  {"a.csv", "year,month,title\n2024,13,A\n", []string{"2024 | A"}, rule.DatePart},
		"a day without a month":     {"a.csv", "year,month,day,title\n2024,,15,A\n", []string{"2024 | A"}, rule.DatePart},
		"a month and its day apart": {"a.csv", "date,day,title\n2024-01,15,A\n", []string{"2024-01-15 | A"}, 0},
		"a year and its next":       {"a.yaml", "- {date: 10 February 1720/21, title: A}\n", []string{" | A"}, rule.BadDate},
		"a dash after a year":       {"a.yaml", "- {date: 1899–02, title: A}\n", []string{" | A"}, rule.TwoReadings},
		"a dash between years":      {"a.yaml", "- {date: 1914–18, title: A}\n", []string{"1914/1918 | A"}, rule.DateAsWritten},
		"published, then held":      {"a.md", "---\ndate: 2019-01-08\nstart: 2019-11-17\nend: 2019-11-18\ntitle: A\n---\n", []string{"2019-11-17/2019-11-18 | A"}, rule.KeysDisagree},
		"a day, and its hours":      {"a.csv", "date,start,end,title\n2019-11-17,2019-11-17T10:00,2019-11-17T12:00,A\n", []string{"2019-11-17T10:00/2019-11-17T12:00 | A"}, 0},
		"a year and a date in it":   {"a.csv", "year,election_date,title\n1902,1902-11-04,A\n", []string{"1902-11-04 | A"}, rule.RoleGuessed},
		"a year, a date of another": {"a.csv", "year,date_seen,title\n1902,1911-11-04,A\n", []string{"1902 | A"}, rule.RoleGuessed},
		"a decade or a century":     {"a.csv", "date,title\n2000s,A\n", []string{" | A"}, rule.TwoReadings},
		"decades":                   {"a.csv", "date,title\n2000s,A\n2010s,B\n", []string{"200X | A", "201X | B"}, rule.DateAsWritten},
		"marked up":                 {"a.yaml", "- {date: 'January 7<sup>th</sup>, 2019', title: A}\n", []string{"2019-01-07 | A"}, rule.DateAsWritten},
		"the day of its file":       {"2026-02-22.json", `[{"title":"A","year":"Feb 22"},{"title":"B","year":"Feb 23"}]`, []string{"2026-02-22 | A", " | B"}, rule.NoDate},
		"the date of a group":       {"a.json", `[{"date":"1905","data":[{"title":"A"},{"title":"B"}]}]`, []string{"1905 | A", "1905 | B"}, rule.ContainerGuessed},
		"a footnote":                {"a.yaml", "- {date: '13 April 1861[1]', title: A}\n", []string{"1861-04-13 | A"}, rule.DateAsWritten},
	} {
		t.Run(name, func(t *testing.T) {
			p := loadText(t, test.file, test.text)
			if got := outline(p.Index.Timeline()); !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q\n%s", got, test.want, p.Problems)
			}
			heard := test.said == 0
			for _, one := range p.Problems {
				heard = heard || one.Rule == test.said
			}
			if !heard || test.said == 0 && len(p.Problems) > 0 && p.Problems[0].Rule != rule.RoleGuessed {
				t.Errorf("want a problem of %q:\n%s", test.said, p.Problems)
			}
		})
	}
}

// What is said on the command line decides what a column leaves open, and not what it shows.
func TestOrderThatTheColumnShows(t *testing.T) {
	options := Options{Order: written.DayFirst}
	p := options.Files(context.Background(), []File{textFile("a.csv", "date,title\n04/05/2024,A\n04/25/2024,B\n")}, nil)
	if got := outline(p.Index.Timeline()); !slices.Contains(got, "2024-04-05 | A") {
		t.Errorf("%q\n%s", got, p.Problems)
	}
	if !strings.Contains(p.Problems.String(), "other dates of `date` have the month first") {
		t.Errorf("nothing is said of the order:\n%s", p.Problems)
	}
	p = options.Files(context.Background(), []File{textFile("a.csv", "date,title\n4/5/24,A\n4/25/24,B\n")}, nil)
	if got := outline(p.Index.Timeline()); !slices.Contains(got, "2024-04-05 | A") ||
		!strings.Contains(p.Problems.String(), "other dates of `date` have the month first") {
		t.Errorf("years of two digits: %q\n%s", got, p.Problems)
	}
}

// What is offered for a date is another date, and what is asked for helps it.
func TestCuresOfFalseDates(t *testing.T) {
	for text, want := range map[string]string{
		"05012024":   "write 2024-01-05 for 5 January 2024 or 2024-05-01 for 1 May 2024",
		"44927":      "write 2023-01-01 if it is the number of a day",
		"240105":     "write 2024-01-05 for",
		"2024010510": "write 2024-01-05T10:00, or ",
		"1700/01":    "write 1700-01 or 1700/1701\n",
		"Mar 99":     "write it in full, as in 1999-03",
		"tbd":        "write as much as is known",
	} {
		p := loadText(t, "a.yaml", "- {date: '"+text+"', title: A}\n")
		if said := p.Problems.String() + "\n"; !strings.Contains(said, want) || strings.Contains(said, "--day-first") {
			t.Errorf("%s: want %q of\n%s", text, want, said)
		}
	}
}

// All events of a table that has no column of titles have theirs from the same column.
func TestTitlesOfOneColumn(t *testing.T) {
	p := loadText(t, "a.csv", "year,genre,artist,work\n1914,Modern Classical,Gustav Holst,The Planets\n"+
		"1965,Soul,Otis Redding,Otis Blue\n2015,Lo-Fi Hip Hop,tomppabeats,Harbor\n2020,Folk,P B,A work with a long name\n")
	want := []string{"1914 The Planets", "1965 Otis Blue", "2015 Harbor", "2020 A work with a long name"}
	if got := said(p.Index.Timeline()); !slices.Equal(got, want) {
		t.Errorf("the titles are %q, want %q", got, want)
	}
}

// A date whose year has two digits is offered in the orders that it may have: those of its column, or what is asked
// for, and each once.
func TestCuresOfShortYears(t *testing.T) {
	for _, test := range []struct {
		column string
		order  written.Order
		offers []string // for the first date, …
		not    string   // … and one that is no cure of it
	}{
		{"200520", written.AnyOrder, []string{"write 2020-05-20\n"}, " or "}, // it may be a number of anything
		{"20-05-05", written.AnyOrder, []string{"2020-05-05 for", "2005-05-20 for"}, "2005-20"},
		{"20/05/05", written.AnyOrder, []string{"2020-05-05 for", "2005-05-20 for"}, "2005-20"},
		{"20-12-31", written.AnyOrder, []string{"2020-12-31 for", "2031-12-20 for"}, "12-31-"},
		{"4/5/24", written.AnyOrder, []string{"2024-05-04 for", "2024-04-05 for"}, "2004"},
		{"4/5/24\n3/22/24\n12/31/99", written.AnyOrder, []string{"2024-04-05 for"}, "2024-05-04"},
		{"4/5/24\n22/3/24", written.AnyOrder, []string{"2024-05-04 for"}, "2024-04-05"},
		{"04-05-24\n22-03-24", written.AnyOrder, []string{"2024-05-04 for", "2004-05-24 for"}, "2024-04-05"},
		{"4/5/24\n3/22/2024", written.AnyOrder, []string{"2024-04-05 for"}, "2024-05-04"},
		{"4/5/24", written.MonthFirst, []string{"2024-04-05 for"}, "2024-05-04"},
		{"4/5/24", written.DayFirst, []string{"2024-05-04 for"}, "2024-04-05"},
		{"4/5/24\n3/22/24\n22/3/24", written.AnyOrder, []string{"2024-04-05 for", "2024-05-04 for"}, "2004"},
	} {
		const mixed = "1924-01-01,B\n2024-01-01,B\n" // so that the century is open
		text := "date,title\n" + strings.ReplaceAll(test.column, "\n", ",A\n") + ",A\n" + mixed
		options := Options{Order: test.order}
		p := options.Files(context.Background(), []File{textFile("a.csv", text)}, nil)
		at := slices.IndexFunc(p.Problems, func(one diag.Problem) bool { return one.Rule == rule.BadDate })
		if at < 0 {
			t.Fatalf("%s: no date is bad\n%s", test.column, p.Problems)
		}
		hint := p.Problems[at].Hint + "\n"
		for _, offer := range test.offers {
			if !strings.Contains(hint, offer) {
				t.Errorf("%q: %q is not in %s", test.column, offer, hint)
			}
		}
		if strings.Contains(hint, test.not) {
			t.Errorf("%q: %q is in %s", test.column, test.not, hint)
		}
	}
}

// The reader says which hundred years two digits of a year are in. The order is still that of the column, and one that
// is not known leaves the dates open.
func TestCenturyThatTheReaderSays(t *testing.T) {
	for _, test := range []struct {
		column  string
		options Options
		want    string // the dates of the events
	}{
		{"12/11/06\n1/28/13\n9/15/14", Options{Century: 2000}, "2006-12-11 2013-01-28 2014-09-15"},
		{"12/11/06\n1/28/13\n9/15/14", Options{}, "2006-12-11 2013-01-28 2014-09-15"},
		{"12/11/06\n1/28/13\n1913\n2006", Options{}, "- - 1913 2006"},
		{"12/11/06\n1/28/13\n1913\n2006", Options{Century: 1900}, "1906-12-11 1913-01-28 1913 2006"},
		{"12/11/06\n1/28/13\n2013", Options{Century: 1900}, "1906-12-11 1913-01-28 2013"},
		{"12/11/06\n22/03/24", Options{Century: 2000}, "- -"},
		{"12/11/06\n22/03/24", Options{Century: 2000, Order: written.DayFirst}, "2006-11-12 2024-03-22"},
		{"12/11/06\n31/03/98", Options{Century: 1950}, "2006-11-12 1998-03-31"},
		{"29-Sep-15\n1 May 62", Options{Century: 1900}, "1915-09-29 1962-05-01"},
		{"29 Feb 00\n'68", Options{Century: 1900}, "- 1968"},
		{"4/29/17 09:00 AM", Options{Century: 2000}, "2017-04-29T09:00"},
		{"4/29/17 00:15 PM\nMon 29 Sep 15\n1914–", Options{Century: 2000}, "- - -"},
		{"2004-05-06\n1 May 1962", Options{Century: 1900}, "2004-05-06 1962-05-01"},
	} {
		var rows, got []string
		for n, date := range strings.Split(test.column, "\n") {
			rows = append(rows, fmt.Sprintf("%s,Event %c", date, 'A'+n))
		}
		text := "date,title\n" + strings.Join(rows, "\n") + "\n"
		record := test.options.Files(context.Background(), []File{textFile("a.csv", text)}, nil).Index.Timeline()
		for _, row := range rows {
			date := "-"
			for i := range record.Len() {
				if e := record.Event(i); strings.HasSuffix(row, e.Title) && !e.Date.IsZero() {
					date = e.Date.EDTF()
				}
			}
			got = append(got, date)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%q, %d: %s, want %s", test.column, test.options.Century, got, test.want)
		}
	}
}
