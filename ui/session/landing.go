package session

import (
	"dateline/timeline/edtf"
)

// A Landing is the event of the list that a date leads to, and why.
type Landing struct {
	Event  int
	N      int       // events that begin on the date, of which Event comes first
	Within bool      // none does; Event is known to a month or so, and may have been on it
	Date   edtf.Date // of Event, where none begins on the date; the zero Date where no event has one
}

// Landing returns where a date leads: to the first event that begins on it, else to the last begun before that is known
// to a month or so and may have been on it, else to the nearest in time.
func (s *Session) Landing(d edtf.Date) Landing {
	o, t := &s.order, s.index.Timeline()
	lo, hi := o.during(t, d.Earliest(), d.Latest())
	if lo < hi {
		return Landing{Event: o.head(lo, hi), N: hi - lo}
	}
	for n := lo - 1; n >= 0 && t.Date(o.shown.At(n)).Earliest().DaysTo(d.Earliest()) <= aMonth; n-- {
		if one := t.Date(o.shown.At(n)); one.Overlaps(d) && one.Earliest().DaysTo(one.Latest()) <= aMonth {
			return Landing{Event: o.shown.At(n), Within: true, Date: one}
		}
	}
	switch {
	case o.dated == 0:
		return Landing{Event: s.Selected()}
	case lo == o.dated,
		lo > 0 && t.Date(o.shown.At(lo-1)).Earliest().DaysTo(d.Earliest()) <=
			d.Latest().DaysTo(t.Date(o.shown.At(lo)).Earliest()):
		lo--
	}
	return Landing{Event: o.shown.At(lo), Date: t.Date(o.shown.At(lo))}
}

// aMonth is the most days that a date may reach over and still count for each of them.
const aMonth = 31
