package ui

import (
	"dateline/timeline/calendar"
)

// What the keys that move by time do.

// today is the present day where the reader is.
func (s *session) today() calendar.Day { return calendar.DayOf(s.now().Date()) }

// leap goes to the nearest later, or earlier, stretch of time in which a shown event begins, and there to the event that
// stands first. start and next say where the stretch of a day begins, and the one after it. False where there is none.
func (s *session) leap(start, next func(calendar.Day) calendar.Day, later bool) bool {
	o, t := &s.order, s.index.Timeline()
	if !s.hasEvent() {
		return false
	}
	here := t.Date(s.selected()).Earliest()
	n := o.begun(t, start(here)) - 1
	switch {
	case o.newest && s.selected() >= o.undated: // the oldest event stands above the undated ones
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
	s.choose(o.before(o.head(o.begun(t, start(d)), o.begun(t, next(d)))))
	return true
}
