package session

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// The reader's place is an event, known by its id. The cursor is on it wherever it is listed, and else on what is
// nearest; it comes back as soon as it is listed again. Whatever the reader does to the event under the cursor makes
// that the place.

// A standing is the day of the event that is the reader's place.
type standing struct {
	on  string // its id
	day calendar.Day
}

// place puts the cursor on the event that is the reader's place, or where that is not listed on another, and leaves it
// as far down the list as it was. An event that the record has lost is remembered by its day.
func (s *Session) place() {
	o, t := &s.order, s.index.Timeline()
	if o.shown.Len() == 0 {
		s.moveTo(0)
		s.top = 0
		return
	}
	down := s.cursor - s.top
	defer func() { s.top = max(0, s.cursor-down) }()
	i, ok := t.Find(s.view.Anchor)
	switch {
	case ok && s.onGoingOn && s.goingOn.Len() > 0 && s.goingOn.Has(i):
		s.chooseGoingOn()
	case ok:
		s.lastAnchor = standing{s.view.Anchor, t.Date(i).Earliest()}
		if !o.shown.Has(i) {
			i = s.instead(i)
		}
		s.moveTo(o.before(i))
	case s.view.Anchor != "" && s.view.Anchor == s.lastAnchor.on:
		n := s.nearest(o.begun(t, s.lastAnchor.day), s.lastAnchor.day)
		s.moveTo(o.before(o.shown.At(n)))
	default:
		s.moveTo(s.opening())
	}
}

// instead returns the event on which the cursor is while event i is not listed: the nearest in time or, where the
// filter asks for dates on which i did not begin, the first that did.
func (s *Session) instead(i int) int {
	o, t := &s.order, s.index.Timeline()
	day := t.Date(i).Earliest()
	if asked := s.query.Period(); asked.From != calendar.Beginning && (day < asked.From || day > asked.To) {
		if lo, hi := o.during(t, asked.From, asked.To); lo < hi {
			return o.head(lo, hi)
		}
	}
	return o.shown.At(s.nearest(o.shown.Rank(i), day))
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

// OpenAt says that the list opens at an end of time: at the oldest event, or at the newest that has begun.
func (s *Session) OpenAt(oldest bool) {
	if s.opens = toNewest; oldest {
		s.opens = toOldest
	}
}

// Where a list opens that was left nowhere: at the newest event unless that is long ago, or at an end in any case.
const (
	toRecent = iota
	toNewest
	toOldest
)

// opening returns where the list opens: at the newest event that has begun, or at the first where that is long ago,
// unless the reader wants one of them in any case.
func (s *Session) opening() int {
	const (
		longAgo = 50   // years
		most    = 1000 // events that are looked at to find one that is not planned
	)
	o, t, today := &s.order, s.index.Timeline(), s.Today()
	if o.dated == 0 {
		return 0
	}
	n := o.begun(t, today+1) - 1
	var e timeline.Event
	for last := n - most; n >= 0 && n > last; n-- {
		if t.Read(o.shown.At(n), &e); !strings.EqualFold(e.Status, "planned") {
			break
		}
	}
	past := s.opens == toRecent && n >= 0 && t.Date(o.shown.At(n)).Earliest() < calendar.Years.Shift(today, -longAgo)
	if n < 0 || past || s.opens == toOldest {
		n = 0
	}
	return o.before(o.shown.At(n))
}

// Touch says that the reader has begun to act: the place is where the cursor is, and no longer follows the newest event
// of a record that is being read.
func (s *Session) Touch() {
	s.asLeft = false
	if s.view.Anchor == "" {
		s.StayHere()
	}
}

// StayHere makes the selected event the reader's place. GoBack leads to the one before.
func (s *Session) StayHere() {
	if !s.HasEvent() {
		return
	}
	before := s.view.Anchor
	if s.view.Anchor = s.index.Timeline().ID(s.Selected()); before != "" && before != s.view.Anchor {
		s.history.jumped(before)
	}
}

// StayAt makes the event with this id the reader's place again.
func (s *Session) StayAt(id string) {
	s.view.Anchor = id
	s.place()
}
