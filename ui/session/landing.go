package session

import (
	"dateline/timeline/edtf"
	"dateline/timeline/index"
)

// A Landing is the event of the list that a date leads to, and why.
type Landing struct {
	Event  int
	N      int       // events that begin on the date, of which Event comes first
	Hidden int       // further events that begin on it and that the filter hides
	Within bool      // none does; Event is known to a month or so, and may have been on it
	Date   edtf.Date // of Event, where none begins on the date; the zero Date where no event has one
}

// Landing returns where a date leads: to the first event that begins on it, else to the last begun before that is known
// to a month or so and may have been on it, else to the nearest in time.
func (s *Session) Landing(d edtf.Date) Landing {
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
	}
	for n := lo - 1; n >= 0 && t.Date(o.shown.At(n)).Earliest().DaysTo(d.Earliest()) <= aMonth; n-- {
		if one := t.Date(o.shown.At(n)); one.Overlaps(d) && one.Earliest().DaysTo(one.Latest()) <= aMonth {
			to.Event, to.Within, to.Date = o.shown.At(n), true, one
			return to
		}
	}
	switch {
	case o.dated == 0:
		to.Event = s.Selected()
		return to
	case lo == o.dated,
		lo > 0 && t.Date(o.shown.At(lo-1)).Earliest().DaysTo(d.Earliest()) <=
			d.Latest().DaysTo(t.Date(o.shown.At(lo)).Earliest()):
		lo--
	}
	to.Event, to.Date = o.shown.At(lo), t.Date(o.shown.At(lo))
	return to
}

// aMonth is the most days that a date may reach over and still count for each of them.
const aMonth = 31

// inOrder returns events of the record in the order of the list.
func (s *Session) inOrder(events index.Selection) order {
	return newOrder(s.index.Timeline(), events, s.view.Newest)
}
