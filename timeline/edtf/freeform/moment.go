package freeform

import (
	"fmt"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf/freeform/token"
)

// A moment is a single date, or what is written of one beside another: "16" of "12–16 November".
type moment struct {
	has                parts
	year               int    // counted as in EDTF, where 0 is 1 BC; the first of a decade, century or millennium
	years              string // a decade, century or millennium in EDTF, "" for a year
	month, day, season int
	era                int
	number             token.Token // alone, so that only its neighbour says what it is
	decade             bool        // whether the number is one of two digits and an s
	part               bool        // whether the number is of a part, as in "late 14th"
	short              bool        // whether the century of the year is left out
	clock              clock
	doubt              [2]bool // approximate, uncertain
	weekday            int
	lead               bool // whether circa is before it, and may be meant for what follows as well
	trail              bool // whether the mark after it stands apart, and may be meant for what is before as well
}

// parts are what a moment has.
type parts uint8

const (
	hasYear parts = 1 << iota
	hasMonth
	hasDay
	hasSeason
	hasClock
	hasNumber
	hasWeekday
)

// date returns the moment in its parts.
func (m *moment) date() Date {
	d := Date{
		Month: m.month, Day: m.day, Season: m.season, Approximate: m.doubt[0], Uncertain: m.doubt[1],
		OtherWeekday: m.has&hasWeekday != 0 && m.has&hasYear != 0 && !m.onWeekday(),
	}
	switch {
	case m.years != "":
		d.Year = m.years
	case m.has&hasYear != 0:
		d.Year = calendar.ISOYear(m.year)
	}
	return d
}

// edtf returns the moment in EDTF. It is not ok unless it is a whole date.
func (m *moment) edtf() (text string, ok bool) {
	if m.has&hasYear == 0 || m.has&hasNumber != 0 || m.has&hasDay != 0 && m.has&hasMonth == 0 {
		return "", false
	}
	d := m.date()
	if d.OtherWeekday {
		return "", false
	}
	text = d.EDTF()
	if m.has&hasClock != 0 {
		if m.has&hasDay == 0 || m.doubt != [2]bool{} {
			return "", false
		}
		text += m.clock.text()
	}
	return text, true
}

// onWeekday reports whether the day is on the weekday that is written beside it, in the calendar of today.
func (m *moment) onWeekday() bool {
	const inUse = 1752
	if m.has&hasDay == 0 {
		return false
	}
	return m.year < inUse || int(calendar.DayOf(m.year, time.Month(m.month), m.day).Weekday()) == m.weekday
}

// moment reads tokens as one date or a part of one.
func (p *parser) moment(ts []token.Token) (m moment, ok bool) {
	ts, ok = m.marks(ts)
	if !ok || len(ts) == 0 {
		return m, false
	}
	var room [token.Max]token.Token
	ts, c, timed := p.withoutClock(ts, room[:])
	if timed {
		m.clock, m.has = c, hasClock
		if ts = trim(ts); len(ts) == 0 {
			return m, true
		}
	}
	n := m
	if rest := n.withoutWeekday(ts); digitsOnly(rest) && p.numbers(rest, &n) {
		return n, true
	}
	return m, p.words(ts, &m)
}

// withoutWeekday takes a weekday off one end of a date.
func (m *moment) withoutWeekday(ts []token.Token) []token.Token {
	first, last := ts[0], ts[len(ts)-1]
	switch {
	case first.Kind == token.Weekday:
		m.weekday, ts = first.Value, trim(ts[1:])
	case last.Kind == token.Weekday:
		m.weekday, ts = last.Value, trim(ts[:len(ts)-1])
	default:
		return ts
	}
	m.has |= hasWeekday
	return ts
}

// marks takes what says that a date is doubted off both ends of it, and what says nothing.
func (m *moment) marks(ts []token.Token) (rest []token.Token, ok bool) {
	ts = trim(ts)
	for len(ts) > 0 {
		switch t := ts[0]; {
		case t.Kind == token.Approx || t.Is('~'):
			m.doubt[0], m.lead = true, true
		case t.Kind == token.Doubt:
			m.doubt[1], m.lead = true, true
		case t.Kind == token.Filler:
		default:
			return m.marksAfter(ts)
		}
		ts = trim(ts[1:])
	}
	return nil, false
}

// marksAfter takes the marks off the end.
func (m *moment) marksAfter(ts []token.Token) (rest []token.Token, ok bool) {
	for len(ts) > 0 {
		last := ts[len(ts)-1]
		switch {
		case last.Kind == token.Approx && len(ts) > 1 && ts[len(ts)-2].Suffix == 'o': // the 18th c.
			return ts, true
		case last.Kind == token.Approx || last.Is('~'):
			m.doubt[0] = true
		case last.Kind == token.Doubt || last.Is('?'):
			m.doubt[1] = true
		default:
			return ts, true
		}
		m.trail = m.trail || last.Blank || last.Kind == token.Approx || last.Kind == token.Doubt
		ts = trim(ts[:len(ts)-1])
	}
	return nil, false
}

// trim takes commas and full stops off both ends. A full stop after a number stays, since it may belong to it.
func trim(ts []token.Token) []token.Token {
	for len(ts) > 0 && (ts[0].Is(',') || ts[0].Is('.')) {
		ts = ts[1:]
	}
	for len(ts) > 0 {
		last := len(ts) - 1
		if !ts[last].Is(',') && (!ts[last].Is('.') || last > 0 && ts[last-1].Kind == token.Number) {
			break
		}
		ts = ts[:last]
	}
	return ts
}

// digitsOnly reports whether tokens are numbers and signs.
func digitsOnly(ts []token.Token) bool {
	if len(ts) == 0 {
		return false
	}
	for i := range ts {
		switch t := &ts[i]; {
		case t.Kind == token.Number && (t.Suffix == 0 || t.Suffix == '\''):
		case t.Kind == token.Sign, t.Kind == token.Dash:
		case t.Kind == token.Zone && t.Value == 0 && i == len(ts)-1 && i > 4 && !t.Blank: // 2025-09-08Z
		default:
			return false
		}
	}
	return true
}

// maxShape is the number of words and numbers that a date has at most.
const maxShape = 9

// words reads tokens of which some are words.
func (p *parser) words(ts []token.Token, m *moment) bool {
	var buffer [maxShape]byte
	var numbers [maxShape]token.Token
	shape, count, suffix := buffer[:0], 0, byte(0)
	for i, t := range ts {
		letter := byte(0)
		switch t.Kind {
		case token.Sign, token.Dash:
			if !isSilent(ts, i) {
				return false
			}
		case token.Filler:
		case token.Number:
			if letter = letterOf(t); letter == 0 || count == maxShape {
				return false
			}
			numbers[count] = t
			count++
		case token.Approx:
			letter = 'C' // the 18th c.
			if i == 0 || ts[i-1].Suffix != 'o' {
				return false
			}
		case token.Month:
			if m.has&hasMonth != 0 {
				return false
			}
			letter, m.month = 'M', t.Value
			suffix = t.Suffix
			m.has |= hasMonth
		case token.Weekday:
			if m.has&hasWeekday != 0 {
				return false
			}
			m.weekday = t.Value
			m.has |= hasWeekday
		case token.Season:
			letter, m.season = 'S', t.Value
			suffix = t.Suffix
		case token.Era:
			letter = 'E'
			if m.era != 0 {
				return false
			}
			m.era = t.Value
		case token.PartOf:
			if i+1 == len(ts) || ts[i+1].Kind != token.Filler {
				return false
			}
			letter = 'P'
		default:
			if letter = letters[t.Kind]; letter == 0 {
				return false
			}
		}
		if letter != 0 {
			if len(shape) == maxShape {
				return false
			}
			shape = append(shape, letter)
		}
	}
	if !p.shaped(string(shape), numbers[:count], m) {
		return false
	}
	p.weak = p.weak || suffix == token.Weak || suffix == token.BesideDay && m.has&hasDay == 0
	return true
}

// letters are the kinds of words in the shape of a date, apart from those that have a value.
var letters = [token.YearSign + 1]byte{
	token.Part: 'P', token.Centuries: 'C', token.Millennia: 'K', token.Quarter: 'Q', token.Half: 'H', token.YearWord: 'Y',
}

// letterOf returns what a number is in the shape of a date: o and n for one or two digits, t for three, y for four, l
// for more, d for a decade, a for a year of which the century is left out. It is 0 for what no date has.
func letterOf(t token.Token) byte {
	switch {
	case t.Suffix == 's':
		return 'd'
	case t.Suffix == '\'':
		return 'a'
	case t.Suffix == ',' || t.Digits > 4 && t.Digits < 8 && t.Suffix == 0:
		return 'l'
	case t.Digits <= 2 && (t.Suffix == 'o' || t.Suffix == 'x'):
		return t.Suffix
	case t.Suffix != 0 || t.Digits > 4:
		return 0
	case t.Digits <= 2:
		return 'n'
	case t.Digits == 3:
		return 't'
	}
	return 'y'
}

// isSilent reports whether a sign among words says nothing: a comma, a full stop, or a hyphen or slash that joins.
func isSilent(ts []token.Token, i int) bool {
	t := &ts[i]
	switch {
	case t.Is(','), t.Is('.'):
		return true
	case t.Is('-'), t.Is('/'), t.Is('_'):
		return !t.Blank && i > 0 && i+1 < len(ts) && !ts[i+1].Blank
	}
	return false
}

// setDay sets the day of the month, which may be one that no month has: whoever reads can say so.
func (m *moment) setDay(t token.Token) bool {
	m.day = t.Value
	m.has |= hasDay
	return t.Value >= 1 && t.Value <= 99
}

// setYear sets a year of any era.
func (m *moment) setYear(t token.Token) bool {
	m.year = t.Value
	m.has |= hasYear
	switch {
	case m.era == token.BC:
		m.year = 1 - t.Value
		return t.Value > 0
	case m.era == token.AD:
		return t.Value > 0 && t.Digits <= 4
	}
	return t.Digits == 4 || isThreeDigits(t)
}

// setShortYear sets a year of which only two digits are written: of this century or of the last.
func (p *parser) setShortYear(m *moment, t token.Token) bool {
	const thisCenturySoFar = 50
	p.unsure, m.short = true, true
	m.year = 1900 + t.Value
	m.has |= hasYear
	if t.Value < thisCenturySoFar && !p.choose(thisCentury) {
		m.year += 100
	}
	return true
}

// setSpan sets a decade, a century or a millennium of EDTF.
func (m *moment) setSpan(format string, n, length int) bool {
	m.years = fmt.Sprintf(format, n)
	m.year = n * length
	m.has |= hasYear
	if m.era == token.BC {
		m.years, m.year = "-"+m.years, -m.year
	}
	return true
}
