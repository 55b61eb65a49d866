package load

import (
	"strings"
	"testing"
)

// rowsOf returns a table of a column and titles.
func rowsOf(head, column string) string {
	var rows strings.Builder
	rows.WriteString(head + ",title\n")
	for n, cell := range strings.Split(column, "\n") {
		rows.WriteString(cell + ",Event " + string(rune('A'+n)) + "\n")
	}
	return rows.String()
}

// An hour after another may be the offset of a time zone, unless the others of its column are spans of hours.
func TestHoursBesideSpansOfHours(t *testing.T) {
	for column, want := range map[string]string{
		"2023-03-03 20:00-02:00":                         "-",
		"2023-03-03 20:00-02:00\n2023-03-04 17:00-19:00": "2023-03-03T20:00/2023-03-04T02:00 2023-03-04T17:00/2023-03-04T19:00",
		"2023-03-03 10:00-12:00\n4 March 2023 10:00-12":  "2023-03-03T10:00/2023-03-03T12:00 2023-03-04T10:00/2023-03-04T12:00",
		"2023-03-03 22:00-02\n2023-03-04 9:00 to 17:00":  "2023-03-03T22:00/2023-03-04T02:00 2023-03-04T09:00/2023-03-04T17:00",
		"2023-03-03 11:00-02:00\n2023-03-04 17:00-19:00": "- 2023-03-04T17:00/2023-03-04T19:00", // it may be 14:00
		"2023-03-03 22:00-05:00\n2023-03-04 10:00":       "- 2023-03-04T10:00",
		"2023-03-03T22:00-02:00\n2023-03-04 17:00-19:00": "2023-03-03T22:00-02:00 2023-03-04T17:00/2023-03-04T19:00",
	} {
		if got, p := datesByTitle(t, "a.csv", rowsOf("date", column), Options{}); got != want {
			t.Errorf("%q: %s, want %s\n%s", column, got, want, p.Problems)
		}
	}
}

// Only dates with the same sign show which number is the day.
func TestOrderOfDatesWithOtherSigns(t *testing.T) {
	for column, want := range map[string]string{
		"7/1/2020\n01.06.2020":            "- 2020-06-01",
		"7/1/2020\n13.6.2020":             "- 2020-06-13",
		"7-1-2020\n1.6.2020":              "- 2020-06-01",
		"7-1-2020\n13/6/2020":             "- 2020-06-13",
		"7/1/20\n1.6.2020":                "- 2020-06-01",
		"7/1/20\n13.6.20":                 "- 2020-06-13",
		"7/1/2020 10:00\n13.6.2020 10:00": "- 2020-06-13T10:00",
		"7/1/2020\n13-6-2020\n31/12/2019": "2020-01-07 2020-06-13 2019-12-31",
		"7/1/2020\n5/13/2020\n01.06.2020": "2020-07-01 2020-05-13 2020-06-01",
		"7-1-2020\n5-13-2020\n13/6/2020":  "2020-07-01 2020-05-13 2020-06-13",
		"7/1/20\n5/13/2020\n13.6.20":      "2020-07-01 2020-05-13 2020-06-13",
		"7.1.2020 – 9.1.2020\n5/13/2020":  "2020-01-07/2020-01-09 2020-05-13",
		"7/1/2020 9:30-10\n12/31/2020":    "2020-07-01T09:30/2020-07-01T10:00 2020-12-31",
		"7/1/2020 - 9/1/2020\n13/6/2020":  "2020-01-07/2020-01-09 2020-06-13",
	} {
		if got, p := datesByTitle(t, "a.csv", rowsOf("date", column), Options{}); got != want {
			t.Errorf("%q: %s, want %s\n%s", column, got, want, p.Problems)
		}
	}
}

// Only the dates of events tell the century of a year of two digits, and not when something beside it was.
func TestCenturyOfOtherDates(t *testing.T) {
	for _, key := range strings.Fields("founded born built established opened inception since completed released published date_founded") {
		if got, p := datesByTitle(t, "a.csv", rowsOf("date,"+key, "3/14/45,1850\n3/15/45,1851"), Options{}); got != "- -" {
			t.Errorf("%s: %s\n%s", key, got, p.Problems)
		}
	}
	for head, want := range map[string]string{
		"date,end": "1945-03-14/1946", "begin,end": "1945-03-14/1946", "date,when": "1945-03-14",
	} {
		column := "3/14/45,1946"
		if head == "date,when" { // where another event has its date
			column, want = "3/14/45,\n,1946", want+" 1946"
		}
		if got, p := datesByTitle(t, "a.csv", rowsOf(head, column), Options{}); got != want {
			t.Errorf("%s: %s, want %s\n%s", head, got, want, p.Problems)
		}
	}
}

// An end of two digits is in the century of its start if it comes after that, and not far ahead of now.
func TestCenturyOfAnEnd(t *testing.T) {
	for row, want := range map[string]string{
		"1914,18": "1914/1918", "1900,99": "1900/1999", "2019,21": "2019/2021", "2020,35": "2020/2035",
		"2020,99": "2020", "1998,02": "1998", "1914,14": "1914", "2020-10,21": "2020-10", "2020-10,99": "2020-10",
	} {
		for _, head := range []string{"date,end", "year,end_year", "from,to"} {
			got, p := datesByTitle(t, "a.csv", rowsOf(head, row), Options{})
			if got != want {
				t.Errorf("%s: %s is %s, want %s\n%s", head, row, got, want, p.Problems)
			}
			if strings.Contains(want, "/") && !strings.Contains(p.Problems.String(), "--century") {
				t.Errorf("%s: nothing says how %s has another century\n%s", head, row, p.Problems)
			}
		}
	}
	if got, p := datesByTitle(t, "a.csv", rowsOf("date,end", "1914,18"), Options{Century: 2000}); got != "1914/2018" {
		t.Errorf("%s\n%s", got, p.Problems)
	}
}
