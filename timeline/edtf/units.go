package edtf

import (
	"fmt"
	"time"

	"dateline/timeline/calendar"
)

// Of returns the unit that d lies in as a date, which reads "September 2025"; the zero Date where it reaches beyond
// what can be written.
func Of(u calendar.Unit, d calendar.Day) Date {
	days := calendar.Period{From: u.Start(d), To: u.Next(d) - 1}
	year, month, _ := days.From.Civil()
	switch u {
	case calendar.Days:
		return computed(days.From.String(), days, ToDay, 0)
	case calendar.Weeks:
		return computed(days.From.String()+"/"+days.To.String(), days, ToDay, isInterval)
	case calendar.Months:
		return computed(fmt.Sprintf("%s-%02d", calendar.ISOYear(year), month), days, ToMonth, 0)
	case calendar.Quarters:
		return computed(fmt.Sprintf("%s-%02d", calendar.ISOYear(year), firstQuarter+int(month-1)/3), days, ToSeason, 0)
	case calendar.Years:
		return computed(calendar.ISOYear(year), days, ToYear, 0)
	}
	return yearsFrom(days)
}

// OfColumn returns a column of a scale as a date, as Of does.
func OfColumn(s calendar.Scale, column int) Date {
	if s.Step() == 1 {
		return Of(s.Unit(), s.Start(column))
	}
	return yearsFrom(calendar.Period{From: s.Start(column), To: s.Start(column+1) - 1})
}

// yearsFrom returns some whole years as an interval.
func yearsFrom(p calendar.Period) Date {
	first, _, _ := p.From.Civil()
	last, _, _ := p.To.Civil()
	return computed(calendar.ISOYear(first)+"/"+calendar.ISOYear(last), p, ToYear, isInterval)
}

// computed returns the date that the text says; the zero Date where one of its years is too far off to be written.
func computed(edtf string, p calendar.Period, precision Precision, t traits) Date {
	if p.From < calendar.DayOf(calendar.MinYear, time.January, 1) || p.To > calendar.DayOf(calendar.MaxYear, time.December, 31) {
		return Date{}
	}
	return Date{edtf: edtf, earliest: p.From, latest: p.To, precision: precision, traits: t}
}

// Interval returns the time from one date to another. Either may be the zero Date, for an end that is open. ok is false
// where both are, where one is an interval or a set itself, and where the end is before the start.
func Interval(from, to Date) (d Date, ok bool) {
	if (from.traits|to.traits)&(isInterval|isSet) != 0 || from.IsZero() && to.IsZero() {
		return Date{}, false
	}
	start, end := from.end(), to.end()
	if endsBefore(end, start) {
		return Date{}, false
	}
	e := expression{traits: isInterval, span: span{start: start, end: end, ranged: true}}
	return e.date(from.written() + "/" + to.written()), true
}

// end is the date as an end of an interval.
func (d Date) end() point {
	if d.IsZero() {
		return boundless(openEnded)
	}
	return point{
		precision: d.precision, traits: d.traits & (approximate | uncertain | timed | zoned),
		offset: d.offset, second: d.second, earliest: d.earliest, latest: d.latest,
	}
}

// written is the date as it is written at an end of an interval.
func (d Date) written() string {
	if d.IsZero() {
		return ".."
	}
	return d.edtf
}

// Extent is the first and the last day that bounds n dates, leaving out the open ends and what is undated; ok is false
// where no date has any bound.
func Extent(n int, date func(int) Date) (first, last calendar.Day, ok bool) {
	e := calendar.Never
	for i := range n {
		if d := date(i); !d.IsZero() {
			e = e.Extend(d.Period())
		}
	}
	return e.From, e.To, e.From <= e.To
}
