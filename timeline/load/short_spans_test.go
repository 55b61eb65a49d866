package load

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// spansIn returns the dates of a column in each shape of a file, and what is said of them.
func spansIn(t *testing.T, key, column string, options Options) (dates, told map[string]string) {
	t.Helper()
	var rows, maps, entries, cells []string
	for n, date := range strings.Fields(column) {
		rows = append(rows, fmt.Sprintf("%s,Event %c\n", date, 'A'+n))
		maps = append(maps, fmt.Sprintf("{%q:%q,\"headline\":\"Event %c\"}", key, date, 'A'+n))
		entries = append(entries, fmt.Sprintf("- {%s: %q, event: Event %c}\n", key, date, 'A'+n))
		cells = append(cells, fmt.Sprintf("| %s | Event %c |\n", date, 'A'+n))
	}
	dates, told = map[string]string{}, map[string]string{}
	for file, text := range map[string]string{
		"a.csv":  key + ",title\n" + strings.Join(rows, ""),
		"a.json": "[" + strings.Join(maps, ",") + "]",
		"a.yaml": strings.Join(entries, ""),
		"a.md":   "| " + key + " | Event |\n|---|---|\n" + strings.Join(cells, ""),
	} {
		var p Progress
		dates[file], p = datesByTitle(t, file, text, options)
		for _, one := range p.Problems {
			if one.Rule == rule.YearsOrMonth {
				told[file] += one.Hint[len("write "):strings.IndexByte(one.Hint, ',')] + " "
			}
		}
	}
	return dates, told
}

// A span whose last year has two digits is years where its key says years, and a month or a season elsewhere, which is
// named where another value of its column can only be years.
func TestSpansOfShortYears(t *testing.T) {
	for _, c := range []struct{ key, column, want, told string }{
		{"Years", "1820-30 1830-37 1837-1901", "1820/1830 1830/1837 1837/1901", ""},
		{"Years", "1820-30~ 1830–37?", "1820~/1830~ 1830?/1837?", ""},
		{"year", "2020-24 1999–00 2009-11", "2020/2024 1999/2000 2009/2011", ""},
		{"year", "2009-10 2009-11 2010-01", "2009-10 2009-11 2010-01", ""},
		{"period", "2009-10 2009-11 2009-12", "2009-10 2009-11 2009-12", ""},
		{"period", "2009-10 2009-10 2010-11", "2009/2010 2009/2010 2010/2011", ""},
		{"year", "1914-18 1901-10 1910-01", "1914/1918 1901/1910 1910-01", "1910/2001 "},
		{"period", "1998/99 1999/00 1899-00", "1998/1999 1999/2000 1899/1900", ""},
		{"date_range", "1898-99 1899-00", "1898/1899 1899/1900", ""},
		{"date", "1999-00 1999/00", "1999/2000 1999/2000", ""},
		{"date", "1998-05 1999-00 1998-00", "1998-05 1999 1998", ""}, // the month is not known
		{"date", "2020-21 1920-33", "2020-21 1920-33", ""},
		{"date", "2020-33 2020-34 1910", "2020-33 2020-34 1910", ""},
		{"date", "1910-12 1920-33", "1910-12 1920-33", "1910/1912 1920/1933 "},
		{"date", "1910-12 1920-33 1998-05", "1910-12 1920-33 1998-05", ""},
		{"date", "1999-00 2000-01 2020-21", "1999/2000 2000-01 2020-21", "2000/2001 2020/2021 "},
		{"start_date", "1999-00 2000-01", "1999 2000-01", ""}, // where a span begins, the month is not known
		{"Years", "1820-30 1837-01", "1820/1830 1837-01", "1837/1901 "},
		{"date", "2020-21 1980-1985", "2020-21 1980/1985", "2020/2021 "},
		{"date", "1820-30 1837–1901 1910-12", "1820-30 1837/1901 1910-12", "1820/1830 1910/1912 "},
		{"date", "2020-21 1980/1985", "2020-21 1980/1985", ""}, // EDTF
	} {
		dates, told := spansIn(t, c.key, c.column, Options{})
		for file := range dates {
			if dates[file] != c.want || told[file] != c.told {
				t.Errorf("%s of %s in %s: %s, told %q; want %s, %q",
					c.column, c.key, file, dates[file], told[file], c.want, c.told)
			}
		}
	}
}

// A key that is said to be the date says what it is by its own name.
func TestKeySaidToBeTheDateKeepsItsMeaning(t *testing.T) {
	for _, key := range []string{"Season", "Reign", "Jahre"} { // which no table has for a date
		if dates, _ := spansIn(t, key, "2009-10 1999-00 2020-21", Options{}); dates["a.md"] != "2009/2010 1999/2000 2020/2021" {
			t.Errorf("%s in a page: %s", key, dates["a.md"])
		}
	}
	options := Options{Map: map[string]string{"season": "date", "reign": "date"}}
	for _, key := range []string{"season", "reign"} {
		dates, _ := spansIn(t, key, "2009-10 1999-00 2020-21", options)
		for file, got := range dates {
			if want := "2009/2010 1999/2000 2020/2021"; got != want {
				t.Errorf("%s in %s: %s, want %s", key, file, got, want)
			}
		}
	}
}
