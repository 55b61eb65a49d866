package load

import (
	"strings"
	"testing"
)

// What is said of two events that look alike is true of their dates.
func TestLookAlikesOfNoDay(t *testing.T) {
	for dates, want := range map[[2]string]string{
		{"2025-09-08", "2025-09-08"}: "` of the same day", {"2025", "2025-01-01"}: "` that begins on the same day",
		{"''", "''"}: "`; neither has a date", {"someday", "one day"}: "`; neither has a date",
	} {
		text := "events:\n- date: " + dates[0] + "\n  title: A long talk\n- date: " + dates[1] + "\n  title: A long talk!\n"
		if said := loadText(t, "a.yaml", text).Problems.String(); !strings.Contains(said, want) {
			t.Errorf("%q: %s, want %s", dates, said, want)
		}
	}
}
