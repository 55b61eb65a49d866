package freeform

import (
	"slices"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// whole reads all tokens: a date, or words before one, or two dates.
func (p *parser) whole(ts []token) (edtf string, ok bool) {
	ts = trim(ts)
	if len(ts) == 0 {
		return "", false
	}
	if edtf, ok = p.single(ts); ok {
		return edtf, true
	}
	if !slices.ContainsFunc(ts, isSpanned) {
		return "", false
	}
	if edtf, ok = p.winter(ts); ok {
		return edtf, true
	}
	switch first := ts[0].kind; first {
	case since:
		if edtf, ok = p.openEnd(ts[1:]); ok {
			return edtf, true
		}
		ts = ts[1:]
		return p.between(ts, "", "/", "", isTo)
	case until:
		edtf, ok = p.single(ts[1:])
		return "../" + edtf, ok
	case before, after, by:
		return p.bound(first, ts[1:])
	case between:
		return p.between(ts[1:], "[", "..", "]", func(t token) bool { return t.kind == and || isTo(t) })
	}
	if edtf, ok = p.openEnd(ts); ok && len(ts) > 1 && ts[len(ts)-1].kind == onwards {
		return edtf, true
	}
	if edtf, ok = p.between(ts, "", "/", "", isTo); ok {
		return edtf, true
	}
	if edtf, ok = p.between(ts, "[", ",", "]", func(t token) bool { return t.kind == or }); ok {
		return edtf, true
	}
	if edtf, ok = p.between(ts, "{", ",", "}", func(t token) bool { return t.kind == and || t.is('&') }); ok {
		return edtf, true
	}
	return p.members(ts)
}

// isSpanned reports whether a token may be before, between or after dates.
func isSpanned(t token) bool {
	if t.kind == sign {
		return t.value != '.' && t.value != ':'
	}
	return t.kind == dash || t.kind == dots || t.kind >= to && t.kind <= onwards
}

// single reads one whole date. A number alone is a year if it has three digits.
func (p *parser) single(ts []token) (edtf string, ok bool) {
	m, ok := p.moment(ts)
	if !ok {
		return "", false
	}
	marked := m.doubt != [2]bool{} && !m.lead && !m.trail // 193? is EDTF
	if m.has == hasNumber && m.number.digits == 3 && m.number.suffix == 0 && !marked {
		m.has = hasYear
		m.year = m.number.value
	}
	return m.edtf()
}

// openEnd reads a date that something goes on from, with or without a word after it that says so.
func (p *parser) openEnd(ts []token) (edtf string, ok bool) {
	if last := len(ts) - 1; last > 0 && (ts[last].kind == onwards || ts[last].kind == filler) {
		ts = ts[:last]
	}
	edtf, ok = p.single(ts)
	return edtf + "/..", ok
}

// isTo reports whether a token is between the ends of a span.
func isTo(t token) bool {
	return t.kind == to || t.kind == until || t.kind == dash || t.kind == dots || t.is('-') || t.is('/')
}

// sureness returns how surely a token divides two dates: a word or an arrow first, then a sign with blanks around it.
func sureness(ts []token, i int) int {
	t := &ts[i]
	blanks := t.blank && i+1 < len(ts) && ts[i+1].blank
	switch {
	case t.kind != sign && t.kind != dash:
		return 0
	case blanks:
		return 1
	case t.kind == dash:
		return 2
	case t.is('/'):
		return 4
	}
	return 3
}

// between reads two dates with a divider between them, and puts them together with signs of EDTF.
func (p *parser) between(ts []token, left, middle, right string, divides func(token) bool) (edtf string, ok bool) {
	const leastSure = 4
	for sure := range leastSure + 1 {
		for i := 1; i < len(ts)-1; i++ {
			if !divides(ts[i]) || sureness(ts, i) != sure || ts[i].is('-') && sure == 3 && joinsParts(ts, i) {
				continue
			}
			if a, b, ok := p.ends(ts[:i], ts[i+1:], ts[i]); ok {
				if b == "" && allParts(ts[:i]) {
					return a, true
				}
				return left + a + middle + b + right, true
			}
		}
	}
	return "", false
}

// joinsParts reports whether a hyphen belongs to one of two dates that have others: 2025-09-08-2025-09-10 has its
// divider in the middle. One between two times of day does not.
func joinsParts(ts []token, at int) bool {
	if at+2 < len(ts) && ts[at+2].is(':') && ts[at-1].isPair() {
		return false
	}
	before, after := 0, 0
	for i, t := range ts {
		switch {
		case !t.is('-') || i == at:
		case i < at:
			before++
		default:
			after++
		}
	}
	return before != after
}

// ends reads the two ends of a span in EDTF.
func (p *parser) ends(first, last []token, divider token) (a, b string, ok bool) {
	if a, b, ok = p.halfOpen(first, last, divider); ok {
		return a, b, true
	}
	if allParts(first) { // mid to late 1990s
		edtf, ok := p.single(last)
		return edtf, "", ok
	}
	start, ok := p.moment(first)
	if !ok {
		return "", "", false
	}
	end, ok := p.moment(last)
	if !ok {
		return "", "", false
	}
	if start.lead {
		end.doubt[0], end.doubt[1] = end.doubt[0] || start.doubt[0], end.doubt[1] || start.doubt[1]
	}
	if end.trail {
		start.doubt[0], start.doubt[1] = start.doubt[0] || end.doubt[0], start.doubt[1] || end.doubt[1]
	}
	if !p.complete(&start, &end, divider) {
		return "", "", false
	}
	if a, ok = start.edtf(); !ok {
		return "", "", false
	}
	b, ok = end.edtf()
	return a, b, ok
}

// allParts reports whether tokens are only words such as early.
func allParts(ts []token) bool {
	return !slices.ContainsFunc(ts, func(t token) bool { return t.kind != part })
}

// halfOpen reads a span that goes on, or of which one end is not known.
func (p *parser) halfOpen(first, last []token, divider token) (a, b string, ok bool) {
	last = trim(last)
	for len(last) > 1 && last[0].kind == filler {
		last = last[1:]
	}
	switch {
	case len(last) == 1 && last[0].kind == present && (last[0].value != toDate || divider.kind == to):
		a, ok = p.single(first)
		return a, "..", ok
	case len(last) == 1 && last[0].kind == unknown:
		a, ok = p.single(first)
		return a, "", ok
	case len(first) == 1 && first[0].kind == unknown:
		b, ok = p.single(last)
		return "", b, ok
	}
	return "", "", false
}

// complete gives each end of a span what it leaves out and the other says. It is not ok if that is not plain.
func (p *parser) complete(a, b *moment, divider token) bool {
	switch {
	case a.has&hasNumber != 0 && b.has&hasNumber != 0:
		return p.twoYears(a, b, divider)
	case a.has&hasNumber != 0:
		if !a.numberBefore(b, divider) {
			return false
		}
	case b.has&hasNumber != 0:
		if !p.numberAfter(a, b) {
			return false
		}
	}
	if b.has == hasClock && a.has&hasClock != 0 && a.has&hasYear != 0 {
		clock := b.clock
		*b = *a
		b.clock = clock
		return !(clock.half && !a.clock.half)
	}
	return shareMonth(a, b) && shareYear(a, b)
}

// shareMonth gives an end that has only a day the month of the other.
func shareMonth(a, b *moment) bool {
	switch {
	case b.has&hasDay != 0 && b.has&hasMonth == 0:
		if a.has&hasDay == 0 || a.has&hasMonth == 0 {
			return false
		}
		b.month = a.month
		b.has |= hasMonth
	case a.has&hasDay != 0 && a.has&hasMonth == 0:
		if b.has&hasDay == 0 || b.has&hasMonth == 0 {
			return false
		}
		a.month = b.month
		a.has |= hasMonth
	}
	return true
}

// shareYear gives an end without a year that of the other. A winter that both ends are in begins the year before.
func shareYear(a, b *moment) bool {
	const november, february = 11, 2
	acrossNewYear := a.has&b.has&hasMonth != 0 && a.month >= november && b.month <= february
	switch {
	case a.has&b.has&hasYear != 0:
	case a.has&(hasMonth|hasSeason) == 0 || b.has&(hasMonth|hasSeason) == 0:
		return false
	case b.has&hasYear != 0:
		a.year, a.years, a.era = b.year, b.years, b.era
		a.has |= hasYear
		if acrossNewYear && b.years == "" {
			a.year--
		}
	case a.has&hasYear != 0:
		b.year, b.years, b.era = a.year, a.years, a.era
		b.has |= hasYear
		if acrossNewYear && a.years == "" {
			b.year++
		}
	default:
		return false
	}
	return shareEra(a, b)
}

// shareEra gives years without an era that of the other end: both of "2160–2040 BC" are before Christ.
func shareEra(a, b *moment) bool {
	if a.era == b.era || a.has&b.has&hasYear == 0 {
		return true
	}
	switch {
	case b.era == bc && a.era == 0 && a.years == "":
		a.year, a.era = 1-a.year, bc
	case b.era == bc && a.era == 0:
		a.years, a.year, a.era = "-"+a.years, -a.year, bc
	case a.era == bc && b.era == 0:
		return false // "100 BC – 50" may end after Christ
	}
	return true
}

// twoYears reads two numbers as years, which only a dash or a mark makes sure: "793–1066", "c. 303–311".
func (p *parser) twoYears(a, b *moment, divider token) bool {
	short := a.number.digits != 3 || b.number.digits != 3 || a.number.suffix|b.number.suffix != 0
	if short || divider.kind != dash && a.doubt == b.doubt && !a.doubt[0] && !a.doubt[1] {
		return false
	}
	a.year, a.has = a.number.value, hasYear
	b.year, b.has = b.number.value, hasYear
	return true
}

// numberBefore reads the number at the start of a span by its end: a day, a year of an era, a century or a decade.
func (a *moment) numberBefore(b *moment, divider token) bool {
	n := a.number
	a.has &^= hasNumber
	switch {
	case a.decade:
		return false
	case b.years != "" && len(b.years) > 2 && b.years[len(b.years)-2:] == "XX" && (n.suffix == 'o' || n.suffix == 'x'):
		a.era = b.era
		return n.value >= 1 && a.setSpan("%02dXX", n.value-1, 100)
	case b.has&hasDay != 0 && b.has&hasMonth != 0 && n.digits <= 2 && n.suffix != 'x':
		return a.setDay(n)
	case b.has == hasYear && b.years == "" && b.era != 0 && n.suffix|',' == ',':
		a.era = b.era
		return a.setYear(n)
	case b.has == hasYear && b.years == "" && n.digits == 3 && n.suffix == 0 && b.year >= 1000 && divider.kind == dash:
		a.year = n.value
		a.has |= hasYear
		return true
	}
	return false
}

// numberAfter reads the number at the end of a span by its start: a day, a year cut short or one of an era.
func (p *parser) numberAfter(a, b *moment) bool {
	n := b.number
	b.has &^= hasNumber
	switch {
	case b.decade:
		if a.years == "" || a.year%10 != 0 || n.value <= a.year%100 || a.era != 0 {
			return false
		}
		return b.setSpan("%03dX", (a.year-a.year%100+n.value)/10, 10)
	case a.has&hasDay != 0 && a.has&hasMonth != 0 && n.digits <= 2 && n.suffix != 'x':
		return b.setDay(n)
	case a.has == hasSeason|hasYear && a.season == 24 && a.years == "" && n.suffix == 0:
		return false
	case a.has == hasYear && a.years == "" && a.era == ad && n.suffix == 0:
		b.era = ad
		return b.setYear(n)
	case a.has == hasYear && a.years == "" && a.year >= 1000 && a.year < 10_000 && n.suffix == 0:
		if !isLater(token{value: a.year}, n) {
			return false
		}
		p.yearSpan = true
		unit := 100
		if n.digits == 1 {
			unit = 10
		}
		b.year = a.year - a.year%unit + n.value
		b.has |= hasYear
		return true
	}
	return false
}

// bound reads a date that something was before, after, or not later than. EDTF has a set for that: one of the dates up
// to the last that is possible. Its intervals last from one end to the other instead.
func (p *parser) bound(word kind, ts []token) (edtf string, ok bool) {
	m, ok := p.moment(ts)
	if !ok || m.has&(hasClock|hasSeason|hasNumber) != 0 && m.has != hasNumber {
		return "", false
	}
	if edtf, ok = p.single(ts); !ok {
		return "", false
	}
	exact := m.doubt == [2]bool{}
	switch {
	case word == by, word == before && !exact:
		return "[.." + edtf + "]", true
	case word == after && !exact:
		return "[" + edtf + "..]", true
	case word == before:
		return "[.." + m.beside(-1) + "]", true
	}
	return "[" + m.beside(1) + "..]", true
}

// beside returns the day, month or year directly before or after a moment.
func (m *moment) beside(step int) string {
	switch {
	case m.has&hasDay != 0:
		return (calendar.DayOf(m.year, time.Month(m.month), m.day) + calendar.Day(step)).String()
	case m.has&hasMonth != 0:
		year, month, _ := calendar.DayOf(m.year, time.Month(m.month+step), 1).Civil()
		return (&Date{Year: calendar.ISOYear(year), Month: int(month)}).EDTF()
	}
	length := 1
	for range strings.Count(m.years, "X") {
		length *= 10
	}
	if (step < 0) == strings.HasPrefix(m.years, "-") { // the year is the one nearest to 1 BC
		step *= length
	}
	return calendar.ISOYear(m.year + step)
}

// winter reads "winter 2023/24", a single season.
func (p *parser) winter(ts []token) (edtf string, ok bool) {
	n := len(ts) - 2
	if n < 2 || !isTo(ts[n]) || !ts[n+1].isPlain() {
		return "", false
	}
	m, ok := p.moment(ts[:n])
	last := ts[n+1]
	if !ok || m.has != hasSeason|hasYear || m.season != 24 || m.era == bc ||
		last.value != m.year+1 && (last.digits != 2 || last.value != (m.year+1)%100) {
		return "", false
	}
	return m.edtf()
}

// members reads two dates with a comma or a semicolon between them. In brackets they are a set, else that is a guess.
func (p *parser) members(ts []token) (edtf string, ok bool) {
	for _, divider := range []int{';', ','} {
		left, right := "[", "]"
		if p.bracket == '{' {
			left, right = "{", "}"
		}
		if edtf, ok = p.between(ts, left, ",", right, func(t token) bool { return t.is(divider) }); ok {
			p.unsure = p.unsure || p.bracket == 0
			return edtf, true
		}
	}
	return "", false
}
