package session

import (
	"dateline/timeline/calendar"
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

// ReadDate reads a date as people type it, where from is the day in view. One without a year is the nearest on which an
// event begins, be it one that the filter hides; else the nearest in whose month one does; else the nearest of all. The
// error is an *edtf.Error.
func (s *Session) ReadDate(text string, from calendar.Day) (edtf.Date, error) {
	in, ok := edtf.Yearless(text)
	if !ok {
		return edtf.ParseRelative(text, s.Today(), from)
	}
	if from == calendar.Beginning || from == calendar.Forever {
		from = s.Today()
	}
	for _, within := range []func(edtf.Date) calendar.Period{edtf.Date.Period, monthsOf} {
		for _, events := range []index.Selection{s.Shown(), s.all} {
			o := s.inOrder(events)
			if d := s.nearestBegun(&o, in, within, from); !d.IsZero() {
				return d, nil
			}
		}
	}
	return edtf.ParseRelative(text, s.Today(), from)
}

// monthsOf returns the days of the months that d lies in.
func monthsOf(d edtf.Date) calendar.Period {
	return calendar.Period{From: calendar.Months.Start(d.Earliest()), To: calendar.Months.Next(d.Latest()) - 1}
}

// nearestBegun returns the nearest to a day of the dates that in returns for the years, in whose surroundings one of the
// events begins; the zero Date where there is none.
func (s *Session) nearestBegun(
	o *order, in func(int) edtf.Date, around func(edtf.Date) calendar.Period, from calendar.Day,
) edtf.Date {
	earlier, later := s.begunToward(o, in, around, from, -1), s.begunToward(o, in, around, from, 1)
	if earlier.IsZero() || !later.IsZero() && daysAway(later, from) < daysAway(earlier, from) {
		return later
	}
	return earlier
}

// begunToward goes from the year of a day to later years, or by −1 to earlier ones, until events begin. Years without an
// event are passed over at once.
func (s *Session) begunToward(
	o *order, in func(int) edtf.Date, around func(edtf.Date) calendar.Period, from calendar.Day, step int,
) edtf.Date {
	const most = 10_000 // years that are looked at
	t := s.index.Timeline()
	begins := func(n int) int { year, _, _ := t.Date(o.shown.At(n)).Earliest().Civil(); return year }
	year, _, _ := from.Civil()
	for range most {
		d := in(year)
		year += step
		if d.IsZero() {
			if year < calendar.MinYear || year > calendar.MaxYear {
				break
			}
			continue
		}
		days := around(d)
		lo, hi := o.during(t, days.From, days.To)
		switch {
		case lo < hi:
			return d
		case step > 0 && hi == o.dated, step < 0 && lo == 0:
			return edtf.Date{}
		case step > 0: // a winter begins in the year before that of its events
			year = max(year, begins(hi)-1)
		default:
			year = min(year, begins(lo-1)+1)
		}
	}
	return edtf.Date{}
}

// daysAway returns how far a date is from a day.
func daysAway(d edtf.Date, from calendar.Day) int64 {
	return max(from.DaysTo(d.Earliest()), d.Latest().DaysTo(from), 0)
}
