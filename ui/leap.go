package ui

import "dateline/timeline"

// What the keys that move by time do.

// today is the present day where the reader is.
func (m *model) today() timeline.Day { return timeline.DayOf(m.opts.Now().Date()) }

// by makes what a key does that goes up or down the list by a unit of time in which something happened.
func by(u timeline.Unit, down int) func(*model) {
	return func(m *model) {
		if !m.leap(u.Start, u.Next, down > 0 != m.view.newest) {
			m.notice = "there is no further " + u.String() + " with an event"
		}
	}
}

// leap goes to the nearest later, or earlier, stretch of time in which a shown event begins, and there to the event that
// stands first. start and next say where the stretch of a day begins, and the one after it. False where there is none.
func (m *model) leap(start, next func(timeline.Day) timeline.Day, later bool) bool {
	l, t := &m.list, m.index.Timeline()
	if !m.hasEvent() {
		return false
	}
	here := t.Date(m.selected()).Earliest()
	n := l.begun(t, start(here)) - 1
	switch {
	case l.newest && m.selected() >= l.undated: // the oldest event stands above the undated ones
		n = -1
		if later {
			n = 0
		}
	case later:
		n = l.begun(t, next(here))
	}
	if n < 0 || n >= l.dated {
		return false
	}
	d := t.Date(l.shown.At(n)).Earliest()
	m.choose(l.before(l.head(l.begun(t, start(d)), l.begun(t, next(d)))))
	return true
}
