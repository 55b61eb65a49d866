package load

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// spanOf returns the date and the end that is kept of the first event of a table, and what is said.
func spanOf(t *testing.T, table string) (date, kept, said string) {
	t.Helper()
	p := loadText(t, "a.csv", table)
	e := p.Index.Timeline().Event(0)
	for _, f := range e.Other {
		kept += f.Key + "=" + f.Value + " "
	}
	return e.Date.EDTF(), kept, p.Problems.String()
}

// An end that is before its start is told and kept, whatever its key is called.
func TestEndBeforeItsStartIsTold(t *testing.T) {
	for _, keys := range []string{
		"start,end", "start,end_date", "start_date,end_date", "when,until", "Born,Died", "Start,End", "from,to", "date,until",
	} {
		for start, end := range map[string]string{"2024-03-05": "2024-03-04", "1910": "1890"} {
			date, kept, said := spanOf(t, keys+",title\n"+start+","+end+",a\n")
			_, key, _ := strings.Cut(keys, ",")
			if date != start || !strings.Contains(kept, key+"="+end) || !strings.Contains(said, "the end is before the start") {
				t.Errorf("%s: %s and %s, %s\n%s", keys, date, kept, end, said)
			}
		}
	}
	for _, text := range []string{
		"published,end_date,title\n2024-03-05,2024-03-04,a\n", "start,end_date,title\n2024-03-05,2024-03-05,a\n",
	} {
		if _, _, said := spanOf(t, text); strings.Contains(said, "the end is before the start") {
			t.Errorf("%s\n%s", text, said)
		}
	}
}

// An hour alone that is before that of the start is of the day after, or that is offered where it is most of a day later.
func TestHourBeforeTheStartIsOfTheDayAfter(t *testing.T) {
	for text, want := range map[string]string{
		"start,end,title\n2020-01-05 22:00,02:00,a\n":                "2020-01-05T22:00/2020-01-06T02:00",
		"start,end,title\n2020-12-31T23:59,00:01,a\n":                "2020-12-31T23:59/2021-01-01T00:01",
		"start,end,title\n2020-01-05T22:00Z,2:00 am,a\n":             "2020-01-05T22:00Z/2020-01-06T02:00Z",
		"start,end,title\n2020-01-05 22:00,23:00,a\n":                "2020-01-05T22:00/2020-01-05T23:00",
		"start,end,title\n2020-01-05T22:00+02:00,01:30,a\n":          "2020-01-05T22:00+02:00/2020-01-06T01:30+02:00",
		"start,end,title\n2020-01-05 10:00,09:00,a\n":                "2020-01-05T10:00",
		"date,start_time,end_time,title\n2020-01-05,10:00,09:30,a\n": "2020-01-05",
	} {
		date, kept, said := spanOf(t, text)
		told := "on the day after the start"
		switch {
		case !strings.Contains(want, "/"):
			told = "/2020-01-06T09:"
		case strings.Contains(want, "T23:00"):
			told = ""
		}
		if date != want || !strings.Contains(kept, "end") || !strings.Contains(said, told) {
			t.Errorf("%s%s and %s, not %s\n%s", text, date, kept, want, said)
		}
	}
}

// An odd number in a column of ends costs only itself, and numbers that agree are years; those that count are none.
func TestOddNumberCostsOnlyItself(t *testing.T) {
	for text, want := range map[string]string{
		"start,end,title\n1914,1918,a\n1965,0,b\n":                    "1914/1918 1965",
		"date,end,title\n1914,1918,a\n1965,0,b\n":                     "1914/1918 1965",
		"Start,End,Title\n1914,1918,a\n1965,0,b\n":                    "1914/1918 1965",
		"start,end,title\n1914,1918,a\n1965,9,b\n1966,8,c\n":          "1914/1918 1965 1966",
		"start,end,title\n1914-07,1918,a\n1965-02,2,b\n1966-03,3,c\n": "1914-07/1918 1965-02 1966-03",
		"start,end,title\n2020,19,a\n":                                "2020",
		"start,end,title\n500,600,a\n700,800,b\n":                     "0500/0600 0700/0800",
		"start,end,title\n500,600,a\n":                                "0500/0600",
		"start,end,title\n0,500,a\n500,1000,b\n1000,1500,c\n":         "  ",
		"start,end,title\n0,12,a\n12,30,b\n30,1930,c\n":               "  ",
		"start,end,title\n500,4000,a\n4000,6000,b\n":                  " ",
	} {
		p := loadText(t, "a.csv", text)
		var dates []string
		for i := range p.Index.Timeline().Len() {
			dates = append(dates, p.Index.Timeline().Event(i).Date.EDTF())
		}
		said := p.Problems.String()
		if got := strings.Join(dates, " "); got != want {
			t.Errorf("%s%q, not %q\n%s", text, got, want, said)
		}
		if strings.Count(text, "\n") == 2 && strings.Contains(said, "others of this key") {
			t.Errorf("%s%s", text, said)
		}
	}
}

// An end that cannot be read is kept under its key.
func TestUnreadEndIsKept(t *testing.T) {
	for _, row := range []string{"2020,5", "2020,19", "1965-01-01,3", "2020,0", "2020,London", "2020,04/05/2024", "2020,20241301"} {
		_, end, _ := strings.Cut(row, ",")
		for _, head := range []string{"date,end", "start,end", "Date,End", "start,end_date"} {
			_, key, _ := strings.Cut(head, ",")
			if _, kept, said := spanOf(t, head+",title\n"+row+",L\n"); !strings.Contains(kept, key+"="+end+" ") {
				t.Errorf("%s %s: %s is kept\n%s", head, row, kept, said)
			}
		}
	}
}

// A key is not offered for the date where another value of it is words, wherever in the file.
func TestKeyWithWordsIsNotOffered(t *testing.T) {
	const head, dated = "date,from,to,title\n", "1914,1913-07,1913-11,a\n"
	for text, offered := range map[string]bool{
		head + dated: true, head + dated + "2020,2019-01,present,b\n": true, head + dated + "2020,unknown,2022,b\n": true,
		head + dated + "2020,,,b\n": true, head + dated + "2020,London,Paris,b\n": false,
		head + "2020,London,Paris,b\n" + dated: false, head + dated + "2020,2019-01,Paris,b\n": true, // from alone

		head + dated + "2020,London,2019,b\n": false, "when,date,title\n1913-07,1914,a\n": true,
		"when,date,title\n1913-07,1914,a\nNew York,2020,b\n": false,
	} {
		_, _, said := spanOf(t, text)
		if strings.Contains(said, "if that is when it happened, say --map") != offered ||
			strings.Contains(said, "end=to") && strings.Contains(text, "Paris") || !strings.Contains(said, "says another") &&
			!strings.Contains(said, "say another") {
			t.Errorf("%s\n%s", text, said)
		}
	}
}

// Whatever stands in a column of ours is read or kept, in a table too.
func TestNoCellOfOursIsLost(t *testing.T) {
	heads := []string{"date", "start", "end", "title", "summary", "type", "status", "location", "tags", "actors", "sources", "id", "related"}
	values := []string{
		"5", "0", "19", "44", "500", "1914", "1918", "20240230", "20241301", "2020-10", "1914-18", "1965-01-01", "02:00",
		"2020-01-05 22:00", "04/05/2024", "present", "4/5/24", "London", "99999", "1914/1918", "2024-03-05",
		"?", "..", "n/a", "BC",
	}
	rapid.Check(t, func(t *rapid.T) {
		keys := rapid.SliceOfNDistinct(rapid.SampledFrom(heads), 2, 6, rapid.ID).Draw(t, "keys")
		text := strings.Join(keys, ",") + "\n"
		var rows [][]string
		for range rapid.IntRange(1, 3).Draw(t, "rows") {
			row := rapid.SliceOfN(rapid.SampledFrom(values), len(keys), len(keys)).Draw(t, "row")
			rows, text = append(rows, row), text+strings.Join(row, ",")+"\n"
		}
		p := Files(context.Background(), []File{InMemory("a.csv", []byte(text))}, nil)
		lines := loadedLines(t, p.Index)
		for r, row := range rows {
			line := lines // where it is the same event twice
			for one := range strings.Lines(lines) {
				if strings.Contains(one, fmt.Sprintf(`"line":%d,`, r+2)) || strings.Contains(one, fmt.Sprintf(`"line":%d}`, r+2)) {
					line = one
				}
			}
			line = regexp.MustCompile(`"(?:earliest|latest|file)":"[^"]*",?|"line":\d+|`+`"id":"[^"]*",`).ReplaceAllStringFunc(line,
				func(field string) string {
					if strings.HasPrefix(field, `"id"`) && slices.Contains(keys, "id") {
						return field
					}
					return ""
				})
			for i, value := range row {
				whole := regexp.MustCompile(`(?:^|[^0-9A-Za-z.]|Y)0*` + regexp.QuoteMeta(value) + `(?:$|[^0-9A-Za-z.])`)
				if !whole.MatchString(line) {
					t.Fatalf("%s %q is lost of\n%s\n%s\n%s", keys[i], value, text, lines, p.Problems)
				}
			}
		}
	})
}

// A zone whose offset is not sure is left out of a date, which says so; one whose offset is sure is not.
func TestZoneThatIsLeftOutIsTold(t *testing.T) {
	for value, zone := range map[string]string{
		"3 March 2023 5pm BST": "BST", "3 March 2023 17:00 IST": "IST", "March 3, 2023 5 p.m. CST": "CST",
		"3 March 2023 5pm ET": "ET", "3 March 2023 5pm PT": "PT", "3 March 2023 5pm (MT)": "MT",
		"2023-03-03T17:00 Europe/Paris": "Europe/Paris", "2023-03-03T17:00[America/New_York]": "America/New_York",
		"17:00BST 3 March 2023": "BST", "3 March 2023 | 9-10 AM ET": "ET",
		"3 March 2023 5pm EST": "", "3 March 2023 5pm UTC": "", "3 March 2023 5pm": "", "3 March 2023": "",
		"2023-03-03T17:00+01:00[Europe/Paris]": "",
	} {
		for _, key := range []string{"date", "Date"} {
			date, kept, said := spanOf(t, key+",title\n"+`"`+value+`"`+",a\n")
			told := strings.Contains(said, ", without "+zone+", whose offset is not sure")
			if told != (zone != "") || !strings.HasPrefix(date, "2023-03-03") || !strings.Contains(kept, value) {
				t.Errorf("%s: %s, %s\n%s", value, date, kept, said)
			}
		}
	}
}
