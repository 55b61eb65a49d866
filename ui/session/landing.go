package session

import (
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
)

// A Landing is the event of the list that a date leads to, and why.
type Landing struct {
	Event  int       // 0 where none is shown and none begins on the date
	N      int       // events that begin on the date, of which Event comes first
	Hidden int       // further events that begin on it and that the filter hides
	Within bool      // none does; Event is known to a month or so, and may have been on it
	Toward Direction // it was asked for so, and there is no event in that direction; Event is the selected one
	Date   edtf.Date // of Event, where none begins on the date; the zero Date where no event has one
}

// A Direction is where a text such as “3 weeks later” asks to go from the day in view.
type Direction int

const (
	Anywhere Direction = iota
	Later
	Earlier
)

// Landing returns where a date leads: to the first event that begins on it, where none is shown at all be it one that
// the filter hides, else to the last begun before that is known to a month or so and may have been on it, else to the
// nearest in time. Where a direction from a day is asked for, an
// event in the other is none, and neither is one that may have been on the date and begins further away than another.
func (s *Session) Landing(d edtf.Date, toward Direction, from calendar.Day) Landing {
	o, t := &s.order, s.index.Timeline()
	lo, hi := o.during(t, d.Earliest(), d.Latest())
	folded := s.inOrder(s.goingOn)
	flo, fhi := folded.during(t, d.Earliest(), d.Latest())
	everything := s.inOrder(s.all)
	alo, ahi := everything.during(t, d.Earliest(), d.Latest())
	to := Landing{N: hi - lo + fhi - flo, Hidden: ahi - alo - (hi - lo) - (fhi - flo)}
	switch {
	case lo < hi:
		to.Event = o.head(lo, hi)
		return to
	case flo < fhi:
		to.Event = folded.head(flo, fhi)
		return to
	case alo < ahi && !s.HasEvent():
		to.Event = everything.head(alo, ahi)
		return to
	case !s.HasEvent():
		return to
	}
	near, ok := s.nearestToward(d, lo, toward, from)
	if !ok {
		to.Event, to.Toward = s.Selected(), toward
		return to
	}
	begins := func(n int) calendar.Day { return t.Date(o.shown.At(n)).Earliest() }
	for n := lo - 1; n >= 0 && begins(n).DaysTo(d.Earliest()) <= aMonth; n-- {
		if toward != Anywhere && n < near && (toward == Later && begins(n) <= from ||
			d.Latest().DaysTo(begins(near)) < begins(n).DaysTo(d.Earliest())) {
			break
		}
		if one := t.Date(o.shown.At(n)); one.Overlaps(d) && one.Earliest().DaysTo(one.Latest()) <= aMonth {
			to.Event, to.Within, to.Date = o.shown.At(n), true, one
			return to
		}
	}
	if o.dated == 0 {
		to.Event = s.Selected()
		return to
	}
	to.Event, to.Date = o.shown.At(near), t.Date(o.shown.At(near))
	return to
}

// nearestToward returns the place of the dated event nearest to a date, before which lo begin, in a direction from a
// day; ok is false where that has none.
func (s *Session) nearestToward(d edtf.Date, lo int, toward Direction, from calendar.Day) (near int, ok bool) {
	o, t := &s.order, s.index.Timeline()
	begins := func(n int) calendar.Day { return t.Date(o.shown.At(n)).Earliest() }
	near = lo
	if lo == o.dated || lo > 0 && begins(lo-1).DaysTo(d.Earliest()) <= d.Latest().DaysTo(begins(lo)) {
		near = lo - 1
	}
	switch {
	case o.dated == 0:
		return 0, toward == Anywhere
	case toward == Later && near >= 0 && begins(near) <= from:
		near = o.begun(t, from+1)
	case toward == Earlier && begins(near) >= from:
		near = o.begun(t, from) - 1
	}
	return near, near >= 0 && near < o.dated
}

// aMonth is the most days that a date may reach over and still count for each of them.
const aMonth = 31

// inOrder returns events of the record in the order of the list.
func (s *Session) inOrder(events index.Selection) order {
	return newOrder(s.index.Timeline(), events, s.view.Newest)
}
