package draw

import "testing"

func TestElapsed(t *testing.T) {
	for days, want := range map[int]string{
		1: "1 day", 13: "13 days", 14: "2 weeks", 36: "5 weeks", 59: "8 weeks", 61: "2 months", 365: "12 months",
		699: "23 months", 730: "2 years", 36524: "100 years", 4_000_000: "10,951 years",
	} {
		if got := Elapsed(days); got != want {
			t.Errorf("%d days are %q, want %q", days, got, want)
		}
	}
}
