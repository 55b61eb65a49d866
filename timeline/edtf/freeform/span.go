package freeform

import (
	"slices"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf/freeform/token"
)

// whole reads all tokens: a date, or words before one, or two dates.
func (p *parser) whole(ts []token.Token) (edtf string, ok bool) {
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
	if edtf, ok = p.dualYear(ts); ok {
		return edtf, true
	}
	if len(ts) > 3 && ts[0].Kind == token.Filler && ts[1].Kind == token.Or { // on or about
		switch ts[2].Kind {
		case token.Approx:
			return p.single(ts[2:])
		case token.Before, token.After:
			return p.atMost(token.Before+token.After-ts[2].Kind, ts[3:])
		}
	}
	switch first := ts[0].Kind; first {
	case token.Dash: // –1918
		p.unsure = true
		edtf, ok = p.single(ts[1:])
		return "../" + edtf, ok
	case token.Since:
		if edtf, ok = p.openEnd(ts[1:]); ok {
			return edtf, true
		}
		return p.between(ts[1:], "", "/", "", isTo)
	case token.Until:
		edtf, ok = p.single(ts[1:])
		return "../" + edtf, ok
	case token.Before, token.After, token.By:
		return p.bound(ts[0], ts[1:])
	case token.Not:
		if len(ts) < 2 {
			return "", false
		}
		return p.atMost(ts[1].Kind, ts[2:])
	case token.Between:
		return p.between(ts[1:], "[", "..", "]", func(t token.Token) bool { return t.Kind == token.And || isTo(t) })
	}
	last := len(ts) - 1
	if ts[last].Kind == token.Dash { // 1914–
		p.unsure = true
		return p.openEnd(ts[:last])
	}
	if last > 1 && ts[last-1].Kind == token.Or && (ts[last].Kind == token.Before || ts[last].Kind == token.After) {
		// or earlier
		return p.atMost(token.Before+token.After-ts[last].Kind, ts[:last-1])
	}
	if edtf, ok = p.openEnd(ts); ok && len(ts) > 1 && ts[len(ts)-1].Kind == token.Onwards {
		return edtf, true
	}
	if edtf, ok = p.between(ts, "", "/", "", isTo); ok {
		return edtf, true
	}
	if edtf, ok = p.between(ts, "[", ",", "]", func(t token.Token) bool { return t.Kind == token.Or }); ok {
		return edtf, true
	}
	if edtf, ok = p.between(ts, "{", ",", "}", func(t token.Token) bool { return t.Kind == token.And || t.Is('&') }); ok {
		return edtf, true
	}
	return p.members(ts)
}

// isSpanned reports whether a token may be before, between or after dates.
func isSpanned(t token.Token) bool {
	if t.Kind == token.Sign {
		return t.Value != '.' && t.Value != ':'
	}
	return t.Kind == token.Dash || t.Kind == token.Dots || t.Kind >= token.To && t.Kind <= token.Onwards
}

// single reads one whole date.
func (p *parser) single(ts []token.Token) (edtf string, ok bool) {
	m, ok := p.wholeMoment(ts)
	if !ok {
		return "", false
	}
	return m.edtf()
}

// wholeMoment reads one date, of which a number alone is a year if it has three digits.
func (p *parser) wholeMoment(ts []token.Token) (m moment, ok bool) {
	m, ok = p.moment(ts)
	marked := m.doubt != [2]bool{} && !m.lead && !m.trail // 193? is EDTF
	if ok && m.has == hasNumber && isThreeDigits(m.number) && !marked {
		m.has = hasYear
		m.year = m.number.Value
	}
	return m, ok
}

// isThreeDigits reports whether a number is 100 to 999.
func isThreeDigits(t token.Token) bool { return t.IsPlain() && t.Digits == 3 && t.Value >= 100 }

// openEnd reads a date that something goes on from, with or without a word after it that says so.
func (p *parser) openEnd(ts []token.Token) (edtf string, ok bool) {
	if last := len(ts) - 1; last > 0 && (ts[last].Kind == token.Onwards || ts[last].Kind == token.Filler) {
		ts = ts[:last]
	}
	edtf, ok = p.single(ts)
	return edtf + "/..", ok
}

// isTo reports whether a token is between the ends of a span.
func isTo(t token.Token) bool {
	switch t.Kind {
	case token.To, token.Until, token.Dash, token.Dots:
		return true
	}
	return t.Is('-') || t.Is('/')
}

// sureness returns how surely a token divides two dates: a word or an arrow first, then a sign with blanks around it.
func sureness(ts []token.Token, i int) int {
	t := &ts[i]
	blanks := t.Blank && i+1 < len(ts) && ts[i+1].Blank
	switch {
	case t.Kind != token.Sign && t.Kind != token.Dash:
		return 0
	case blanks:
		return 1
	case t.Kind == token.Dash:
		return 2
	case t.Is('/'):
		return 4
	}
	return 3
}

// between reads two dates with a divider between them, and puts them together with signs of EDTF.
func (p *parser) between(
	ts []token.Token, left, middle, right string, divides func(token.Token) bool,
) (edtf string, ok bool) {
	const leastSure = 4
	for sure := range leastSure + 1 {
		for i := 1; i < len(ts)-1; i++ {
			if !divides(ts[i]) || sureness(ts, i) != sure || ts[i].Is('-') && sure == 3 && joinsParts(ts, i) {
				continue
			}
			if a, b, ok := p.ends(ts[:i], ts[i+1:], ts[i]); ok && a != b {
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
func joinsParts(ts []token.Token, at int) bool {
	if at+2 < len(ts) && ts[at+2].Is(':') && ts[at-1].IsPair() {
		return false
	}
	before, after := 0, 0
	for i, t := range ts {
		switch {
		case !t.Is('-') || i == at:
		case i < at:
			before++
		default:
			after++
		}
	}
	return before != after
}

// ends reads the two ends of a span in EDTF.
func (p *parser) ends(first, last []token.Token, divider token.Token) (a, b string, ok bool) {
	if a, b, ok = p.halfOpen(first, last, divider); ok {
		return a, b, true
	}
	if allParts(first) && slices.ContainsFunc(last[:min(2, len(last))], isPart) { // mid to late 1990s
		if last[0].Is('-') {
			last = last[1:]
		}
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

// isPart reports whether a token is a word such as early.
func isPart(t token.Token) bool { return t.Kind == token.Part }

// allParts reports whether tokens are only words such as early, and hyphens.
func allParts(ts []token.Token) bool {
	other := func(t token.Token) bool { return !isPart(t) && !t.Is('-') }
	return slices.ContainsFunc(ts, isPart) && !slices.ContainsFunc(ts, other)
}

// halfOpen reads a span that goes on, or of which one end is not known.
func (p *parser) halfOpen(first, last []token.Token, divider token.Token) (a, b string, ok bool) {
	last = trim(last)
	for len(last) > 1 && last[0].Kind == token.Filler {
		last = last[1:]
	}
	switch {
	case len(last) == 1 && last[0].Kind == token.Present && (last[0].Value != token.ToDate || divider.Kind == token.To):
		a, ok = p.single(first)
		return a, "..", ok
	case len(last) == 1 && (last[0].Kind == token.Unknown || last[0].Is('?')):
		a, ok = p.single(first)
		return a, "", ok
	case len(first) == 1 && (first[0].Kind == token.Unknown || first[0].Is('?')):
		b, ok = p.single(last)
		return "", b, ok
	}
	return "", "", false
}

// atMost reads a date that something was not after, or not before.
func (p *parser) atMost(not token.Kind, ts []token.Token) (edtf string, ok bool) {
	edtf, ok = p.single(ts)
	switch not {
	case token.After:
		return "[.." + edtf + "]", ok
	case token.Before:
		return "[" + edtf + "..]", ok
	}
	return "", false
}

// bound reads a date that something was before, after, or not later than. EDTF has a set for that: one of the dates up
// to the last that is possible. Its intervals last from one end to the other instead.
func (p *parser) bound(by token.Token, ts []token.Token) (edtf string, ok bool) {
	word := by.Kind
	switch {
	case by.Value == token.Than, len(ts) == 0:
		return "", false
	case by.Value == token.Prior && ts[0].Kind != token.To:
		return "", false
	case by.Value == token.Prior, ts[0].Is('-'): // prior to 1850, pre-1850
		ts = ts[1:]
	}
	m, ok := p.wholeMoment(ts)
	if !ok || m.has&(hasClock|hasSeason|hasNumber) != 0 {
		return "", false
	}
	if edtf, ok = p.single(ts); !ok {
		return "", false
	}
	exact := m.doubt == [2]bool{}
	switch {
	case word == token.By, word == token.Before && !exact:
		return "[.." + edtf + "]", true
	case word == token.After && !exact:
		return "[" + edtf + "..]", true
	case word == token.Before:
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
func (p *parser) winter(ts []token.Token) (edtf string, ok bool) {
	n := len(ts) - 2
	if n < 2 || !isTo(ts[n]) || !ts[n+1].IsPlain() {
		return "", false
	}
	m, ok := p.moment(ts[:n])
	last := ts[n+1]
	if !ok || m.has != hasSeason|hasYear || m.season != 24 || m.era == token.BC ||
		last.Value != m.year+1 && (last.Digits != 2 || last.Value != (m.year+1)%100) {
		return "", false
	}
	return m.edtf()
}

// members reads two dates with a comma or a semicolon between them. In brackets they are a set, else that is a guess.
func (p *parser) members(ts []token.Token) (edtf string, ok bool) {
	for _, divider := range []int{';', ','} {
		left, right := "[", "]"
		if p.bracket == '{' {
			left, right = "{", "}"
		}
		if edtf, ok = p.between(ts, left, ",", right, func(t token.Token) bool { return t.Is(divider) }); ok {
			guessed := p.unsure // a century too
			p.unsure = guessed || p.bracket == 0
			return edtf, !guessed
		}
	}
	return "", false
}

// dualYear reads "10 February 1720/21": before the year began in January, such a day was in one year for some and in
// the next for others. Which of them is meant is a guess.
func (p *parser) dualYear(ts []token.Token) (edtf string, ok bool) {
	n := len(ts) - 3
	if n < 1 || !ts[n].IsPlain() || ts[n].Digits != 4 || !isTo(ts[n+1]) || ts[n+1].Blank || !ts[n+2].IsPlain() ||
		ts[n+2].Blank {
		return "", false
	}
	unit := 1
	for range ts[n+2].Digits {
		unit *= 10
	}
	m, ok := p.moment(ts[:n+1])
	const march = 3 // in which the other year began
	if !ok || ts[n+2].Digits > 4 || m.has&hasMonth == 0 || m.month > march || m.has&hasYear == 0 ||
		m.years != "" || m.era == token.BC ||
		m.year != ts[n].Value || ts[n+2].Value != (m.year+1)%unit {
		return "", false
	}
	p.unsure = true
	if p.choose(nextYear) {
		m.year++
	}
	return m.edtf()
}
