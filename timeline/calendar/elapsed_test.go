package calendar

import "testing"

// More days are never said to be less, and a unit begins where the one below it grows long.
func TestElapsed(t *testing.T) {
	for _, one := range []struct {
		days, n int64
		unit    Unit
	}{{1, 1, Days}, {13, 13, Days}, {14, 2, Weeks}, {59, 8, Weeks}, {60, 2, Months}, {699, 23, Months}, {700, 2, Years}} {
		if n, unit := Elapsed(one.days); n != one.n || unit != one.unit {
			t.Errorf("%d days are %d %ss, want %d %ss", one.days, n, unit, one.n, one.unit)
		}
	}
}
