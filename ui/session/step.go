package session

import (
	"dateline/timeline/calendar"
)

// What the keys that move by time do.

// Today returns the present day where the reader is.
func (s *Session) Today() calendar.Day { return calendar.DayOf(s.now().Date()) }

// Leap goes to the nearest later, or earlier, stretch of time in which a shown event begins, and there to the event
// that the list has first. start and next return where the stretch of a day begins, and where the one after it does. It
// reports whether there is such a stretch.
func (s *Session) Leap(start, next func(calendar.Day) calendar.Day, later bool) bool {
	o, t := &s.order, s.index.Timeline()
	if !s.HasEvent() {
		return false
	}
	here := t.Date(s.Selected()).Earliest()
	n := o.begun(t, start(here)) - 1
	switch {
	case o.newest && s.Selected() >= o.undated: // the oldest event is above the undated ones
		n = -1
		if later {
			n = 0
		}
	case later:
		n = o.begun(t, next(here))
	}
	if n < 0 || n >= o.dated {
		return false
	}
	d := t.Date(o.shown.At(n)).Earliest()
	s.Choose(o.before(o.head(o.begun(t, start(d)), o.begun(t, next(d)))))
	return true
}
