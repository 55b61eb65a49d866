package draw

import "strconv"

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
	switch {
	case days == 1:
		return "1 day"
	case days < 14:
		return Number(days) + " days"
	case days < 60:
		return Number((days+3)/7) + " weeks"
	case days < 700:
		return Number((days*2+30)/61) + " months"
	}
	return Number((days*4+730)/1461) + " years"
}
