package freeform

// numbers reads tokens without words: 08.09.2025, 9/8/2025, 2025/9/8, 2025-9, 20250908 or -44.
func (p *parser) numbers(ts []token, m *moment) bool {
	negative := len(ts) > 1 && ts[0].is('-') && ts[1].kind == number && !ts[1].blank
	if negative || len(ts) > 1 && ts[0].is('+') && !ts[1].blank {
		ts = ts[1:]
	}
	if last := len(ts) - 1; last > 0 && ts[last].kind == zone {
		ts = ts[:last]
	}
	var found [3]token
	count, divider := 0, token{}
	for i, t := range ts {
		if i%2 == 0 {
			if t.kind != number || count == len(found) {
				return false
			}
			found[count] = t
			count++
			continue
		}
		if i+1 == len(ts) && t.is('.') && m.has == 0 && (count == 1 || divider.is('.')) { // 12. or 12.11. of a span
			divider = t
			break
		}
		if i+1 == len(ts) || divider.kind != noKind && divider.value != t.value || !isDivider(t, ts[i+1]) {
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
func isDivider(t, next token) bool {
	switch {
	case t.is('.'):
		return !t.blank
	case t.is('/'):
		return t.blank == next.blank
	case t.kind == dash, t.is('-'), t.is('_'), t.is(':'), t.is(','), t.is('|'), t.is('\\'):
		return !t.blank && !next.blank
	}
	return false
}

// negativeYear sets a year that counts as in EDTF, -44 or -44-03-15.
func (m *moment) negativeYear(numbers []token, divider token) bool {
	year := numbers[0]
	padded := year.digits > 4 && year.value < 10_000
	if year.digits < 2 || year.digits > 7 || padded || year.value == 0 || year.suffix != 0 {
		return false
	}
	m.year = -year.value
	m.has |= hasYear
	switch {
	case len(numbers) == 1:
		return divider.kind == noKind
	case len(numbers) == 3 && divider.is('-') && numbers[1].digits == 2 && numbers[2].digits == 2:
		return m.monthAndDay(numbers[1].value, numbers[2].value)
	}
	return false
}

// oneNumber reads a year, 20250908, 202509 or a day and time in digits alone.
func (p *parser) oneNumber(t token, m *moment) bool {
	n := t.value
	switch t.digits {
	case 14, 12:
		if t.digits == 14 {
			m.clock.second, m.clock.seconds, n = n%100, true, n/100
		}
		m.clock.hour, m.clock.minute, n = n/100%100, n%100, n/10_000
		m.has |= hasClock
		return m.compact(n) && m.clock.hour <= 24 && m.clock.minute < 60 && m.clock.second < 60
	case 8:
		return m.compact(n)
	case 6:
		// Two digits of a year may be at either end too, where the middle is a month or a day.
		p.unsure = n/100%100 <= 12 || n/10_000 < 13
		return isModern(n/100) && m.monthAndDay(n%100, 0) && m.setYear(token{value: n / 100, digits: 4}) && n%100 > 0
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
		m.setYear(token{value: n / 10_000, digits: 4})
}

// isModern reports whether a year may be written without a sign beside it.
func isModern(year int) bool { return year >= 1000 && year < 3000 }

// twoNumbers reads 2025-9 and 9/2025. A number that can be a later year of the same century or decade is one as well.
func (p *parser) twoNumbers(first, second, divider token, m *moment) bool {
	year, month := first, second
	switch {
	case divider.is('.') && first.digits == 4 && second.digits == 1 && second.value == 0:
		return m.setYear(first) // 2013.0, as programs write whole numbers
	case divider.is('.') && (first.digits != 2 || second.digits != 4):
		return p.dayAndMonth(first, second, m)
	case divider.is(':'), divider.is(','), divider.is('|'), divider.is('\\'):
		return false
	case first.digits == 4 && second.digits <= 2 && second.suffix == 0:
		if divider.suffix != afterYear && isLater(first, second) && (divider.kind == dash || p.choose(yearSpan)) {
			return false // read as a span
		}
	case second.digits == 4 && first.digits <= 2 && first.suffix == 0:
		year, month = second, first
	default:
		return false
	}
	return (isModern(year.value) || divider.is('-')) && isKnown(month) && m.monthAndDay(month.value, 0) && m.setYear(year)
}

// isLater reports whether one or two digits can be those of a year after another.
func isLater(year, short token) bool {
	switch short.digits {
	case 1:
		return short.value > year.value%10
	case 2:
		return short.value > year.value%100
	}
	return false
}

// dayAndMonth sets the day and month of "12.11.", the beginning of a span.
func (p *parser) dayAndMonth(day, month token, m *moment) bool {
	if day.digits > 2 || month.digits > 2 || month.value == 0 || day.value == 0 {
		return false
	}
	p.order = DayFirst
	return m.monthAndDay(month.value, day.value)
}

// isKnown reports whether a number can be a month or a day, or is the 00 of a database for one that is not known.
func isKnown(t token) bool { return t.value > 0 || t.digits == 2 }

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

// threeNumbers finds which number is the year, the month and the day. The year has four digits. The day is before the
// month if full stops divide them and it can be; otherwise either may be first.
func (p *parser) threeNumbers(n [3]token, divider token, m *moment) bool {
	switch {
	case n[0].digits == 4 && n[1].digits <= 2 && n[2].digits <= 2 && n[1].suffix|n[2].suffix == 0:
		return n[0].value > 0 && isKnown(n[1]) && isKnown(n[2]) && m.monthAndDay(n[1].value, n[2].value) && m.setYear(n[0])
	case n[0].digits > 2 || n[1].digits > 2 || n[0].suffix|n[1].suffix != 0:
		return false
	case n[2].digits == 2:
		if !p.setShortYear(m, n[2]) {
			return false
		}
	case n[2].digits != 4 || n[2].value == 0:
		return false
	default:
		m.setYear(n[2])
	}
	day, month := n[0].value, n[1].value
	switch {
	case divider.is('.'):
		p.order = DayFirst
		if month > 12 {
			day, month = month, day
			p.order = MonthFirst
		}
	case !isKnown(n[0]) || !isKnown(n[1]):
		return false
	case day == 0: // 00/09/2025
	case p.choose(monthFirst):
		day, month = month, day
	}
	return m.monthAndDay(month, day)
}
