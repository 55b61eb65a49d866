package edtf

import (
	"sort"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// HasGaps reports whether there may be days between Earliest and Latest that d cannot have been: it is a set, or a
// digit is known after one that is not. It may report true where there are none. It needs the text of d.
func (d Date) HasGaps() bool {
	if d.IsSet() || d.precision >= ToDay || d.IsInterval() {
		return d.IsSet()
	}
	unknown := strings.IndexByte(d.edtf, 'X')
	return unknown >= 0 && strings.ContainsAny(d.edtf[unknown:], "0123456789")
}

// MayBeWithin reports whether d may have been on one of the days of p. Of a set some member must, and of a date with
// unknown digits one with digits in their place. The zero Date is never.
func (d Date) MayBeWithin(p calendar.Period) bool {
	switch {
	case d.IsZero() || p.From > p.To || !d.Period().Overlaps(p):
		return false
	case p.From <= d.earliest && p.To >= d.latest || !d.HasGaps():
		return true
	}
	e, err := parseExpression(d.edtf)
	if err != nil {
		return true
	}
	spans := e.set
	if !d.IsSet() {
		spans = []span{e.span}
	}
	for n := range spans {
		s := &spans[n]
		bounds := calendar.Period{From: s.earliest(), To: s.latest()}
		if bounds.Overlaps(p) && (s.ranged || s.start.mayBeWithin(p)) {
			return true
		}
	}
	return false
}

// mayBeWithin reports whether some day that p can mean lies in a period that overlaps its bounds.
func (p *point) mayBeWithin(asked calendar.Period) bool {
	unknown := !p.year.exact() || p.month.text != "" && !p.month.exact() || p.day.text != "" && !p.day.exact()
	if !unknown || asked.From <= p.earliest && asked.To >= p.latest || p.year.significant > 0 || p.year.beyond() {
		return true
	}
	from, _, _ := max(asked.From, p.earliest).Civil()
	to, _, _ := min(asked.To, p.latest).Civil()
	if p.season != nil {
		from-- // a winter ends in the next year
	}
	return p.year.eachFit(from, to, func(year int) bool {
		whole := calendar.Period{From: calendar.DayOf(year, time.January, 1), To: calendar.DayOf(year, time.December, 31)}
		if p.season != nil {
			first := p.season.first
			last := calendar.DayOf(year, first+time.Month(p.season.months), 0)
			return asked.Overlaps(calendar.Period{From: calendar.DayOf(year, first, 1), To: last})
		}
		if asked.From <= whole.From && asked.To >= whole.To {
			_, _, ok := p.inYearOf(year, func(low, _, i int) int { return low + i })
			return ok
		}
		return p.inPartOf(year, asked)
	})
}

// eachFit reports whether yes is true of a year from one to another that the digits can mean. It asks of no other.
func (p digits) eachFit(from, to int, yes func(year int) bool) bool {
	if p.negative {
		from, to = -to, -from
	}
	// The numbers that fit, in order, have the digits of 0, 1, 2, … in the place of each X.
	fit := func(n int) (number int) {
		unit := 1
		for i := len(p.text) - 1; i >= 0; i, unit = i-1, 10*unit {
			if p.text[i] == 'X' {
				number, n = number+unit*(n%10), n/10
			} else {
				number += unit * int(p.text[i]-'0')
			}
		}
		return number
	}
	count := power(strings.Count(p.text, "X"))
	for n := sort.Search(count, func(n int) bool { return fit(n) >= from }); n < count && fit(n) <= to; n++ {
		year := fit(n)
		if p.negative {
			year = -year
		}
		if yes(year) {
			return true
		}
	}
	return false
}

// inPartOf reports whether a day of the year that p can mean lies in a period.
func (p *point) inPartOf(year int, asked calendar.Period) bool {
	for month := time.January; month <= time.December; month++ {
		if p.month.text != "" && !p.month.fits(int(month)) {
			continue
		}
		for day := range calendar.DaysIn(year, int(month)) {
			on := calendar.DayOf(year, month, day+1)
			if on >= asked.From && on <= asked.To && (p.day.text == "" || p.day.fits(day+1)) {
				return true
			}
		}
	}
	return false
}
