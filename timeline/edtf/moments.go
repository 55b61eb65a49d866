package edtf

import (
	"time"

	"dateline/timeline/calendar"
)

// SilenceTo returns how many days are between d and a date that begins later, −1 where that begins before d ends or
// that is not known, as of dates beyond the calendar. What goes on is counted from its start.
func (d Date) SilenceTo(later Date) int64 {
	last := d.Latest()
	if last == calendar.Forever {
		last = d.Earliest()
	}
	if d.IsZero() || later.IsZero() || calendar.Beyond(last) || calendar.Beyond(later.Earliest()) {
		return -1
	}
	return max(-1, last.DaysTo(later.Earliest())-1)
}

// Clock returns the time since midnight at which d begins, as written, and reports whether it has a time of day.
func (d Date) Clock() (since time.Duration, ok bool) {
	if !d.traits.has(timed) {
		return 0, false
	}
	return time.Duration(d.milli) * time.Millisecond, true
}

// Offset returns how far the time of Clock is ahead of UTC, and reports whether an offset is written.
func (d Date) Offset() (ahead time.Duration, ok bool) {
	return time.Duration(d.offset) * time.Minute, d.traits.has(zoned)
}
