package freeform

import (
	"strings"

	"dateline/timeline/edtf/freeform/token"
)

// complete gives each end of a span what it leaves out and the other says. It is not ok if that is not plain.
func (p *parser) complete(a, b *moment, divider token.Token) bool {
	switch {
	case a.short != b.short && a.has&b.has&hasYear != 0:
		return false // September 12, 13 and 15, 2024
	case a.has&hasNumber != 0 && b.has&hasNumber != 0:
		return p.twoYears(a, b, divider)
	case a.has&hasNumber != 0:
		if !a.numberBefore(b, divider) {
			return false
		}
	case b.has&hasNumber != 0:
		if !p.numberAfter(a, b, divider) {
			return false
		}
	}
	if b.has == hasClock && a.has&hasClock != 0 && a.has&hasYear != 0 {
		return !(b.clock.half && !a.clock.half) && p.untilHour(a, b)
	}
	if a.decade && b.decade && len(strings.TrimRight(a.years, "X")) != len(strings.TrimRight(b.years, "X")) {
		return false // of "1990s–2000s" both are decades
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
	case b.era == token.BC && a.era == 0 && a.has != hasYear:
		return false // "202509 – 1 BC"
	case b.era == token.BC && a.era == 0 && a.years == "":
		a.year, a.era = 1-a.year, token.BC
	case b.era == token.BC && a.era == 0:
		a.years, a.year, a.era = "-"+a.years, -a.year, token.BC
	case a.era == token.BC && b.era == 0:
		return false // "100 BC – 50" may end after Christ
	}
	return true
}

// twoYears reads two numbers as years, which only a dash or a mark makes sure: "793–1066", "c. 303–311".
func (p *parser) twoYears(a, b *moment, divider token.Token) bool {
	doubted := a.doubt != [2]bool{} || b.doubt != [2]bool{}
	if a.has|b.has != hasNumber || !isThreeDigits(a.number) || !isThreeDigits(b.number) ||
		divider.Kind != token.Dash && !doubted {
		return false
	}
	a.year, a.has = a.number.Value, hasYear
	b.year, b.has = b.number.Value, hasYear
	return true
}

// numberBefore reads the number at the start of a span by its end: a day, a year of an era, a century or a decade.
func (a *moment) numberBefore(b *moment, divider token.Token) bool {
	n := a.number
	a.has &^= hasNumber
	switch {
	case a.decade:
		return false
	case !b.decade && len(b.years) > 2 && b.years[len(b.years)-2:] == "XX" && (n.Suffix == 'o' || n.Suffix == 'x'):
		a.era = b.era
		return n.Value >= 1 && a.setSpan("%02dXX", n.Value-1, 100)
	case b.has&hasDay != 0 && b.has&hasMonth != 0 && n.Digits <= 2 && n.Suffix != 'x':
		return !a.part && b.has&hasClock == 0 && a.setDay(n) // and not 10–11 a.m.
	case b.has == hasYear && b.years == "" && b.era != 0 && n.Suffix|',' == ',':
		a.era = b.era
		return a.setYear(n)
	case b.has == hasYear && b.years == "" && isThreeDigits(n) && b.year >= 1000 &&
		divider.Kind == token.Dash:
		a.year = n.Value
		a.has |= hasYear
		return true
	}
	return false
}

// numberAfter reads the number at the end of a span by its start: a day, a year cut short or one of an era.
func (p *parser) numberAfter(a, b *moment, divider token.Token) bool {
	n := b.number
	b.has &^= hasNumber
	switch {
	case b.decade:
		if a.years == "" || a.year%10 != 0 || n.Value <= a.year%100 || a.era != 0 {
			return false
		}
		return b.setSpan("%03dX", (a.year-a.year%100+n.Value)/10, 10)
	case a.has&hasDay != 0 && a.has&hasMonth != 0 && n.Digits <= 2 && n.Suffix != 'x':
		return !b.part && b.setDay(n)
	case a.has == hasSeason|hasYear && a.season == 24 && a.years == "" && n.Suffix == 0:
		return false
	case a.has == hasYear && a.years == "" && a.era == token.AD && n.Suffix == 0:
		b.era = token.AD
		return b.setYear(n)
	case a.has == hasYear && a.years == "" && a.year >= 1000 && a.year < 10_000 && n.Suffix == 0:
		year := token.Token{Value: a.year}
		next := divider.Kind == token.Dash && n.Digits == 2 && p.chosen&yearSpan != 0 || isTurn(year, n)
		later := isLater(year, n)
		if !isTo(divider) || !later && !next {
			return false
		}
		p.yearSpan = true
		unit := 100
		if n.Digits == 1 {
			unit = 10
		}
		b.year = a.year - a.year%unit + n.Value
		if !later {
			b.year += unit
		}
		b.has |= hasYear
		return true
	}
	return false
}
