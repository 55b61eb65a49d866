package session

import (
	"dateline/timeline/calendar"
)

// A standing is the day of the event that the reader chose last.
type standing struct {
	on  string // its id
	day calendar.Day
}

// place puts the cursor on the event that the reader chose, or on the nearest in time that is shown, and leaves it as
// far down the list as it was. An event that the record has lost is remembered by its day.
func (s *Session) place() {
	o, t := &s.order, s.index.Timeline()
	if o.shown.Len() == 0 {
		s.cursor, s.top = 0, 0
		return
	}
	down := s.cursor - s.top
	defer func() { s.top = max(0, s.cursor-down) }()
	i, ok := t.Find(s.view.Anchor)
	switch {
	case ok:
		s.lastAnchor = standing{s.view.Anchor, t.Date(i).Earliest()}
		n := o.shown.Rank(i)
		if !o.shown.Has(i) {
			n = s.nearest(n, s.lastAnchor.day)
		}
		s.moveTo(o.before(o.shown.At(n)))
	case s.view.Anchor == "":
		s.moveTo(0)
	case s.view.Anchor == s.lastAnchor.on:
		n := s.nearest(o.begun(t, s.lastAnchor.day), s.lastAnchor.day)
		s.moveTo(o.before(o.shown.At(n)))
	default:
		s.moveTo(s.cursor)
	}
}

// nearest returns the place in the selection of the shown event nearest to a day: the one at n, which is not before it,
// or the one before that.
func (s *Session) nearest(n int, day calendar.Day) int {
	o, t := &s.order, s.index.Timeline()
	begins := func(n int) calendar.Day { return t.Date(o.shown.At(n)).Earliest() }
	if n > 0 && (n >= o.shown.Len() || begins(n-1).DaysTo(day) <= day.DaysTo(begins(n))) {
		return n - 1
	}
	return n
}

// StayAt puts the cursor on the event with this id again, or on the nearest in time that is shown.
func (s *Session) StayAt(id string) {
	s.view.Anchor = id
	s.place()
}
