package calendar

// Elapsed returns a number of days in the unit that a reader thinks in, rounded.
func Elapsed(days int64) (n int64, unit Unit) {
	switch {
	case days < 14:
		return days, Days
	case days < 60:
		return (days + 3) / 7, Weeks
	case days < 700:
		return (days*2 + 30) / 61, Months
	}
	return (days*4 + 730) / 1461, Years
}
