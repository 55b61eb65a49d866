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
