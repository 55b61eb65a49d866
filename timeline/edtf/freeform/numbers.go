package freeform

import "dateline/timeline/edtf/freeform/token"

// numbers reads tokens without words: 08.09.2025, 9/8/2025, 2025/9/8, 2025-9, 20250908 or -44.
func (p *parser) numbers(ts []token.Token, m *moment) bool {
	negative := len(ts) > 1 && ts[0].Is('-') && ts[1].Kind == token.Number && !ts[1].Blank
	if negative || len(ts) > 1 && ts[0].Is('+') && !ts[1].Blank {
		ts = ts[1:]
	}
	if last := len(ts) - 1; last > 0 && ts[last].Kind == token.Zone {
		ts = ts[:last]
	}
	var found [3]token.Token
	count, divider := 0, token.Token{}
	for i, t := range ts {
		if i%2 == 0 {
			if t.Kind != token.Number || count == len(found) {
				return false
			}
			found[count] = t
			count++
			continue
		}
		if i+1 == len(ts) && t.Is('.') && m.has == 0 && (count == 1 || divider.Is('.')) { // 12. or 12.11. of a span
			divider = t
			break
		}
		if i+1 == len(ts) || divider.Kind != token.NoKind && divider.Value != t.Value || !isDivider(t, ts[i+1]) {
			return false
		}
		divider = t
	}
	if negative {
		return m.negativeYear(found[:count], divider)
	}
	switch count {
	case 1:
		return p.oneNumber(found[0], m)
	case 2:
		return p.twoNumbers(found[0], found[1], divider, m)
	case 3:
		return p.threeNumbers(found, divider, m)
	}
	return false
}

// isDivider reports whether a sign can be between the numbers of a date. Blanks are only around slashes and after
// full stops.
func isDivider(t, next token.Token) bool {
	switch {
	case t.Is('.'):
		return !t.Blank
	case t.Is('/'):
		return t.Blank == next.Blank
	case t.Kind == token.Dash, t.Is('-'), t.Is('_'), t.Is(':'), t.Is(','), t.Is('|'), t.Is('\\'):
		return !t.Blank && !next.Blank
	}
	return false
}

// negativeYear sets a year that counts as in EDTF, -44 or -44-03-15.
func (m *moment) negativeYear(numbers []token.Token, divider token.Token) bool {
	year := numbers[0]
	padded := year.Digits > 4 && year.Value < 10_000
	if year.Digits < 2 || year.Digits > 7 || padded || year.Value == 0 || year.Suffix != 0 {
		return false
	}
	m.year = -year.Value
	m.has |= hasYear
	switch {
	case len(numbers) == 1:
		return divider.Kind == token.NoKind
	case len(numbers) == 3 && divider.Is('-') && numbers[1].Digits == 2 && numbers[2].Digits == 2:
		return m.monthAndDay(numbers[1].Value, numbers[2].Value)
	}
	return false
}

// oneNumber reads a year, 20250908, 202509 or a day and time in digits alone.
func (p *parser) oneNumber(t token.Token, m *moment) bool {
	n := t.Value
	switch t.Digits {
	case 14:
		c := &m.clock
		c.hour, c.minute, c.second, c.seconds = n/10_000%100, n/100%100, n%100, true
		m.has |= hasClock
		return m.compact(n/1_000_000) && c.hour <= 24 && c.minute < 60 && c.second < 60
	case 8:
		return m.compact(n)
	case 6:
		// Two digits of a year may be at either end too, where the middle is a month or a day.
		p.unsure = n/100%100 <= 12 || n/10_000 < 13
		return isModern(n/100) && m.monthAndDay(n%100, 0) && m.setYear(token.Token{Value: n / 100, Digits: 4}) && n%100 > 0
	case 4:
		return m.setYear(t)
	case 1, 2, 3:
		return p.alone(t, m)
	}
	return false
}

// compact sets the day of eight digits.
func (m *moment) compact(n int) bool {
	return isModern(n/10_000) && n%100 > 0 && n/100%100 > 0 && m.monthAndDay(n/100%100, n%100) &&
		m.setYear(token.Token{Value: n / 10_000, Digits: 4})
}

// isModern reports whether a year may be written without a sign beside it.
func isModern(year int) bool { return year >= 1000 && year < 3000 }

// twoNumbers reads 2025-9 and 9/2025. A number that can be a later year of the same century or decade is one as well.
func (p *parser) twoNumbers(first, second, divider token.Token, m *moment) bool {
	year, month := first, second
	switch {
	case divider.Is('.') && first.Digits == 4 && second.Digits == 1 && second.Value == 0:
		return m.setYear(first) // 2013.0, as programs write whole numbers
	case divider.Is('.') && (first.Digits != 2 || second.Digits != 4):
		return p.dayAndMonth(first, second, m)
	case divider.Is(':'), divider.Is(','), divider.Is('|'), divider.Is('\\'):
		return false
	case first.Digits == 4 && second.Digits <= 2 && second.Suffix == 0:
		if p.isYearSpan(first, second, divider) {
			return false // read as a span
		}
	case second.Digits == 4 && first.Digits <= 2 && first.Suffix == 0:
		year, month = second, first
	default:
		return false
	}
	return (isModern(year.Value) || divider.Is('-')) && isKnown(month) && m.monthAndDay(month.Value, 0) && m.setYear(year)
}

// isYearSpan reports whether a number of one or two digits after a year is read as a later one. One that can be a month
// may be either. A dash is no part of a date, and so what is after it may be of the next century too.
func (p *parser) isYearSpan(year, short, divider token.Token) bool {
	const months = 12
	dash := divider.Kind == token.Dash
	switch {
	case divider.Suffix == token.AfterYear:
		return false
	case isTo(divider) && isTurn(year, short):
		return true
	case isLater(year, short) && dash && (short.Value > months || short.Digits == 1):
		return true
	case isLater(year, short), dash && short.Digits == 2 && short.Value > 0 && short.Value <= months:
		return p.choose(yearSpan)
	}
	return false
}

// isLater reports whether one or two digits can be those of a year after another.
func isLater(year, short token.Token) bool {
	switch short.Digits {
	case 1:
		return short.Value > year.Value%10
	case 2:
		return short.Value > year.Value%100
	}
	return false
}

// isTurn reports whether the digits after a year are those of the next, the first of another century: 1999-00.
func isTurn(year, short token.Token) bool {
	return year.Value%100 == 99 && short.Digits == 2 && short.Value == 0
}

// dayAndMonth sets the day and month of "12.11.", the beginning of a span.
func (p *parser) dayAndMonth(day, month token.Token, m *moment) bool {
	if day.Digits > 2 || month.Digits > 2 || month.Value == 0 || day.Value == 0 {
		return false
	}
	p.order = DayFirst
	return m.monthAndDay(month.Value, day.Value)
}

// mayBeMonth reports whether a number is that of a month.
func mayBeMonth(t token.Token) bool { return t.Value > 0 && t.Value <= 12 }

// isKnown reports whether a number can be a month or a day, or is the 00 of a database for one that is not known.
func isKnown(t token.Token) bool { return t.Value > 0 || t.Digits == 2 }

// monthAndDay sets both. A 0 is not known, as databases write it.
func (m *moment) monthAndDay(month, day int) bool {
	m.month, m.day = month, day
	if month > 0 {
		m.has |= hasMonth
	}
	if day > 0 {
		m.has |= hasDay
	}
	if day == 0 && m.clock == (clock{seconds: m.clock.seconds, zoned: m.clock.zoned}) {
		m.has &^= hasClock // midnight of a day that is not known
	}
	return month <= 12 && day <= 31 && (month > 0 || day == 0)
}

// threeNumbers finds which number is the year, the month and the day. The year has four digits, or two at either end.
// The day is before the month if full stops divide them and it can be; otherwise either may be first.
func (p *parser) threeNumbers(n [3]token.Token, divider token.Token, m *moment) bool {
	switch {
	case n[0].Digits == 4 && n[1].Digits <= 2 && n[2].Digits <= 2 && n[1].Suffix|n[2].Suffix == 0:
		return n[0].Value > 0 && isKnown(n[1]) && isKnown(n[2]) && m.monthAndDay(n[1].Value, n[2].Value) && m.setYear(n[0])
	case n[0].Digits > 2 || n[1].Digits > 2 || n[0].Suffix|n[1].Suffix != 0:
		return false
	case p.isYearFirst(n, divider):
		p.order = YearFirst
		return p.setShortYear(m, n[0]) && isKnown(n[1]) && isKnown(n[2]) && m.monthAndDay(n[1].Value, n[2].Value)
	case divider.Suffix == token.AfterYear:
		return false // of 3年6月10日 the year is one of an era that is not named
	case n[2].Digits == 2:
		if !p.setShortYear(m, n[2]) {
			return false
		}
	case n[2].Digits != 4 || !isModern(n[2].Value):
		return false
	default:
		m.setYear(n[2])
	}
	day, month := n[0].Value, n[1].Value
	switch {
	case divider.Is('.'):
		p.order = DayFirst
		if month > 12 {
			day, month = month, day
			p.order = MonthFirst
		}
	case !isKnown(n[0]) || !isKnown(n[1]):
		return false
	case day == 0 && month == 1 && m.year == 1900: // the 0 of a spreadsheet
		return false
	case day == 0: // 00/09/2025
	case p.choose(monthFirst):
		day, month = month, day
	}
	return m.monthAndDay(month, day)
}

// isYearFirst reports whether the first of three numbers is read as a year of two digits: 98/03/13 and 24年8月15日, or
// 20-05-15, which may as well have its year last.
func (p *parser) isYearFirst(n [3]token.Token, divider token.Token) bool {
	const days = 31
	switch {
	case n[0].Digits != 2 || n[2].Digits > 2:
		return false
	case divider.Suffix == token.AfterYear || n[0].Value > days:
		return true
	}
	return mayBeMonth(n[1]) && n[2].Value > 0 && n[2].Value <= days && p.choose(yearFirst)
}
