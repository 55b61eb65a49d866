package session

import (
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// Silence returns how many days are between two events that follow each other, −1 where one begins before the other
// ends or that is not known, as of dates beyond the calendar. What goes on is counted from its start.
func Silence(earlier, later edtf.Date) int64 {
	last := earlier.Latest()
	if last == calendar.Forever {
		last = earlier.Earliest()
	}
	if earlier.IsZero() || later.IsZero() || calendar.Beyond(last) || calendar.Beyond(later.Earliest()) {
		return -1
	}
	return max(-1, last.DaysTo(later.Earliest())-1)
}
