package draw

import (
	"strconv"

	"dateline/timeline/calendar"
)

// Events returns n events in words: "1 event", "2,000 events".
func Events(n int) string {
	if n == 1 {
		return "1 event"
	}
	return Number(n) + " events"
}

// Number returns n with its digits in groups of three: "1,234".
func Number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// Elapsed returns a number of days in words, in the unit that a reader thinks in.
func Elapsed(days int) string {
	n, unit := calendar.Elapsed(int64(days))
	if n == 1 {
		return "1 " + unit.String()
	}
	return Number(int(n)) + " " + unit.String() + "s"
}
