package edtf

import (
	"fmt"
	"time"

	"dateline/timeline/calendar"
)

// Of returns the unit that d lies in as a date, such as September 2025 for calendar.Months. A week, a decade or a
// century is an interval. It is the zero Date if the unit reaches beyond the years that can be written.
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

// yearsFrom returns a period of whole years as an interval.
func yearsFrom(p calendar.Period) Date {
	first, _, _ := p.From.Civil()
	last, _, _ := p.To.Civil()
	return computed(calendar.ISOYear(first)+"/"+calendar.ISOYear(last), p, ToYear, isInterval)
}

// computed returns a date of known parts. It is the zero Date if a year is beyond those that can be written.
func computed(edtf string, p calendar.Period, precision Precision, t traits) Date {
	first, last := calendar.DayOf(calendar.MinYear, time.January, 1), calendar.DayOf(calendar.MaxYear, time.December, 31)
	if p.From < first || p.To > last {
		return Date{}
	}
	d := Date{edtf: edtf, earliest: p.From, latest: p.To, precision: precision, traits: t}
	if precision < ToMonth {
		e, _ := parseExpression(edtf)
		d.traits, d.milli = d.traits|monthless, e.span.start.rank()
	}
	return d
}

// Interval returns the interval from one date to another. One of them may be the zero Date, for an end that is
// open. It is not ok if both are, if one is an interval or a set itself, or if the end is before the start.
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

// end returns the date as an end of an interval.
func (d Date) end() point {
	if d.IsZero() {
		return boundless(openEnded)
	}
	e, _ := parseExpression(d.edtf)
	end := e.span.start
	if !d.Beyond() { // a decade or a century is written in another way there
		end.traits &^= remarked
	}
	return end
}

// written returns the text of the date as an end of an interval.
func (d Date) written() string {
	if d.IsZero() {
		return ".."
	}
	return d.EndEDTF()
}

// Extent returns the first and the last day among the bounds of n dates, of which date returns each. Undated ones
// and ends that are open or unknown are left out. It is not ok if there is no bound at all.
func Extent(n int, date func(int) Date) (first, last calendar.Day, ok bool) {
	e := calendar.Never
	for i := range n {
		if d := date(i); !d.IsZero() {
			e = e.Extend(d.Period())
		}
	}
	return e.From, e.To, e.From <= e.To
}
