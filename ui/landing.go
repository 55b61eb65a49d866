package ui

import (
	"dateline/ui/draw"

	"dateline/timeline/edtf"
)

// landing is the shown event that a date leads to, and why: the first that begins on it, else the last begun before that
// is known to a month or so and may have been on it, else the nearest in time.
func (s *session) landing(d edtf.Date) (i int, why string) {
	o, t := &s.order, s.index.Timeline()
	lo, hi := o.during(t, d.Earliest(), d.Latest())
	if lo < hi {
		return o.head(lo, hi), draw.Events(hi - lo)
	}
	for n := lo - 1; n >= 0 && t.Date(o.shown.At(n)).Earliest().DaysTo(d.Earliest()) <= aMonth; n-- {
		if one := t.Date(o.shown.At(n)); one.Overlaps(d) && one.Earliest().DaysTo(one.Latest()) <= aMonth {
			return o.shown.At(n), "within " + one.String()
		}
	}
	switch {
	case o.dated == 0:
		return s.selected(), "no event has a date"
	case lo == o.dated, lo > 0 && t.Date(o.shown.At(lo-1)).Earliest().DaysTo(d.Earliest()) <= d.Latest().DaysTo(t.Date(o.shown.At(lo)).Earliest()):
		lo--
	}
	one := t.Date(o.shown.At(lo))
	why = "no event; the nearest is of " + one.String()
	return o.shown.At(lo), why
}

// aMonth is the most days that a date may reach over to stand for each of them.
const aMonth = 31
