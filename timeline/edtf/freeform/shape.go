package freeform

import (
	"strings"

	"dateline/timeline/edtf/freeform/token"
)

// shaped reads the words and numbers of a date whose order is its shape, such as "nMy" for "8 September 2025".
func (p *parser) shaped(shape string, numbers []token.Token, m *moment) bool {
	shape, skipped, inPart := withoutPart(shape)
	numbers = numbers[skipped:]
	if shape = eraYear(shape); shape == "" {
		return false
	}
	if m.part = inPart && shape == "o"; inPart && !m.part && !strings.ContainsAny(shape, "yda") &&
		!strings.HasSuffix(shape, "C") {
		return false
	}
	if m.has&hasWeekday != 0 && !strings.Contains(shape, "n") && !strings.Contains(shape, "o") {
		return false
	}
	shape = strings.ReplaceAll(shape, "o", "n")
	if inPart && strings.Contains(shape, "M") && strings.Contains(shape, "n") {
		return false // the middle of a day
	}
	ordinal := len(numbers) > 0 && (numbers[0].Suffix == 'o' || numbers[0].Suffix == 'x')
	switch shape {
	case "y":
		return m.setYear(numbers[0])
	case "d":
		return p.decade(m, numbers[0], inPart)
	case "nC", "xC":
		return ordinal && p.nthCentury(m, numbers[0])
	case "nK":
		return ordinal && numbers[0].Value >= 1 && numbers[0].Value <= 10 && m.setSpan("%dXXX", numbers[0].Value-1, 1000)
	case "My", "nMy", "Mny", "yM", "yMn", "Ma", "nMa", "Mna", "nMn", "Mnn", "M", "nM", "Mn", "nMt", "Mnt":
		return p.ofMonth(shape, numbers, m)
	case "ny":
		return m.setDay(numbers[0]) && m.setYear(numbers[1])
	case "S", "Sy", "yS", "Sa":
		m.has |= hasSeason
		return len(numbers) == 0 || p.anyYear(m, numbers[0])
	case "n", "x", "t", "l", "a":
		return p.alone(numbers[0], m)
	}
	return p.partOfYear(shape, numbers, m)
}

// withoutPart takes "early" or "the first half of" off the shape of a decade, a century or a year: they say less than
// EDTF can, which has no half of a decade.
func withoutPart(shape string) (rest string, numbers int, found bool) {
	for strings.HasPrefix(shape, "P") {
		shape, found = shape[1:], true
	}
	for _, s := range []string{"oH", "oQ"} {
		if strings.HasPrefix(shape, s) && strings.ContainsAny(shape[2:], "CdK") {
			return shape[2:], 1, true
		}
	}
	return shape, 0, found
}

// eraYear makes the number beside an era, or after the word year, a year in the shape. It returns "" where there is no
// such number.
func eraYear(shape string) string {
	if at := strings.IndexByte(shape, 'Y'); at >= 0 {
		switch {
		case at+1 < len(shape) && strings.IndexByte("ty", shape[at+1]) >= 0:
			shape = shape[:at] + "y" + shape[at+2:]
		case at+2 < len(shape) && shape[at+2] == 'E' || at+1 < len(shape) && shape[at+1] == 'E':
			shape = shape[:at] + shape[at+1:]
		default:
			return ""
		}
	}
	at := strings.IndexByte(shape, 'E')
	switch {
	case at < 0:
		return shape
	case at == len(shape)-1 && at > 0 && strings.IndexByte("CK", shape[at-1]) >= 0:
		return shape[:at]
	case at == len(shape)-1 && at > 0 && strings.IndexByte("ntyl", shape[at-1]) >= 0:
		return shape[:at-1] + "y"
	case at == len(shape)-2 && strings.IndexByte("ntyl", shape[at+1]) >= 0:
		return shape[:at] + "y"
	}
	return ""
}

// ofMonth reads a date with a month. Two numbers of two digits are a day and a year of which the century is left out.
func (p *parser) ofMonth(shape string, numbers []token.Token, m *moment) bool {
	switch shape {
	case "My", "Ma", "yM":
		return p.anyYear(m, numbers[0])
	case "nMy", "Mny", "nMa", "Mna", "nMt", "Mnt":
		return m.setDay(numbers[0]) && p.anyYear(m, numbers[1])
	case "yMn":
		return m.setYear(numbers[0]) && m.setDay(numbers[1])
	case "nMn", "Mnn":
		return m.setDay(numbers[0]) && numbers[1].Digits == 2 && p.setShortYear(m, numbers[1])
	case "nM", "Mn":
		return m.setDay(numbers[0])
	}
	return true
}

// anyYear sets a year of four digits, of two with an apostrophe, or of an era.
func (p *parser) anyYear(m *moment, t token.Token) bool {
	if t.Suffix == '\'' {
		return p.setShortYear(m, t)
	}
	return m.setYear(t)
}

// alone reads a number that is a year of three digits, or waits for the other end of a span.
func (p *parser) alone(t token.Token, m *moment) bool {
	if t.Suffix == '\'' {
		return p.setShortYear(m, t)
	}
	m.number = t
	m.has |= hasNumber
	return true
}

// decade reads "1850s", of which two digits need the other end of a span. "The 1900s" may be a century, and "the late
// 1900s" is taken for a part of one, since that holds a part of the decade too.
func (p *parser) decade(m *moment, t token.Token, inPart bool) bool {
	m.decade = true
	switch {
	case t.Value%10 != 0 || m.era == token.BC:
		return false
	case t.Digits == 2:
		m.number = t
		m.has |= hasNumber
		return true
	case t.Digits != 4 && (t.Digits != 3 || m.era == 0):
		return false
	case t.Value%100 == 0 && (inPart || p.choose(century)):
		return m.setSpan("%02dXX", t.Value/100, 100)
	}
	return m.setSpan("%03dX", t.Value/10, 10)
}

// nthCentury reads "18th century". The first and the last have years of more or fewer digits.
func (p *parser) nthCentury(m *moment, t token.Token) bool {
	return t.Value >= 1 && t.Value <= 100 && m.setSpan("%02dXX", t.Value-1, 100)
}

const (
	firstQuarter = 33 // the code of the first quarter of a year in EDTF
	firstHalf    = 40
)

// partOfYear reads "Q3 2025", "2025-Q3", "third quarter of 2025" or "H1 2025", with or without the year.
func (p *parser) partOfYear(shape string, numbers []token.Token, m *moment) bool {
	at, first, most := strings.IndexByte(shape, 'Q'), firstQuarter, 4
	if at < 0 {
		at, first, most = strings.IndexByte(shape, 'H'), firstHalf, 2
	}
	if at < 0 {
		return false
	}
	n, year := 0, -1
	switch strings.Map(func(r rune) rune { return map[bool]rune{true: 'Q', false: r}[r == 'H'] }, shape) {
	case "Qn", "nQ":
	case "Qny", "nQy":
		year = 1
	case "yQn", "ynQ":
		n, year = 1, 0
	default:
		return false
	}
	if t := numbers[n]; t.Digits != 1 || t.Value < 1 || t.Value > most {
		return false
	}
	m.season = first - 1 + numbers[n].Value
	m.has |= hasSeason
	return year < 0 || m.setYear(numbers[year])
}
