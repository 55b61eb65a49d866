package session

import (
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
)

// ReadDate reads a date as people type it, where from is the day in view. One without a year is the nearest on which an
// event begins, be it one that the filter hides; else the nearest in whose month one does; else the nearest between the
// first event and the last; else the nearest of all. The error is an *edtf.Error.
func (s *Session) ReadDate(text string, from calendar.Day) (edtf.Date, error) {
	in, ok := edtf.Yearless(text)
	if !ok {
		return edtf.ParseRelative(text, s.Today(), from)
	}
	if from == calendar.Beginning || from == calendar.Forever { // no day is in view
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
	if d := s.nearestAmid(in, from); !d.IsZero() {
		return d, nil
	}
	return edtf.ParseRelative(text, s.Today(), from)
}

// DirectionOf returns where a text that ReadDate has read asks to go from the day in view. Only a text that counts from
// there, such as “3 weeks later”, is read differently from another day.
func (s *Session) DirectionOf(text string, read edtf.Date, from calendar.Day) Direction {
	const elsewhere = 35 // days, which are five weeks, so that “monday” is another too
	if _, yearless := edtf.Yearless(text); yearless || from == calendar.Beginning || from == calendar.Forever {
		return Anywhere
	}
	other, err := edtf.ParseRelative(text, s.Today(), calendar.Days.Shift(from, elsewhere))
	switch {
	case err != nil || other == read:
		return Anywhere
	case read.Earliest() > from:
		return Later
	case read.Earliest() < from:
		return Earlier
	}
	return Anywhere
}

// nearestAmid returns the nearest to a day of the dates that in returns for the years, of those that lie between the
// first event and the last; the zero Date where there is none in the years around.
func (s *Session) nearestAmid(in func(int) edtf.Date, from calendar.Day) (best edtf.Date) {
	const leapGap = 8 // years from one 29 February to the next, as around 1900
	first, last, ok := s.index.Extent()
	year, _, _ := from.Civil()
	for y := year - leapGap; ok && y <= year+leapGap; y++ {
		d := in(y)
		amid := !d.IsZero() && d.Earliest() <= last && d.Latest() >= first
		if amid && (best.IsZero() || daysAway(d, from) < daysAway(best, from)) {
			best = d
		}
	}
	return best
}

// monthsOf returns the days of the months that d lies in.
func monthsOf(d edtf.Date) calendar.Period {
	return calendar.Period{From: calendar.Months.Start(d.Earliest()), To: calendar.Months.Next(d.Latest()) - 1}
}

// nearestBegun returns the date nearest to a day of those that in returns for the years, in whose surroundings one of
// the events begins; the zero Date where there is none.
func (s *Session) nearestBegun(
	o *order, in func(int) edtf.Date, around func(edtf.Date) calendar.Period, from calendar.Day,
) edtf.Date {
	earlier, later := s.begunToward(o, in, around, from, -1), s.begunToward(o, in, around, from, 1)
	if earlier.IsZero() || !later.IsZero() && daysAway(later, from) < daysAway(earlier, from) {
		return later
	}
	return earlier
}

// begunToward goes from the year of a day to later years, or by −1 to earlier ones, until an event begins in the
// surroundings of the date. Years without an event are passed over at once.
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
