package freeform

import (
	"fmt"
	"time"

	"dateline/timeline/calendar"
)

// A moment is a single date, or what is written of one beside another: "16" of "12–16 November".
type moment struct {
	has                parts
	year               int    // counted as in EDTF, where 0 is 1 BC; the first of a decade, century or millennium
	years              string // a decade, century or millennium in EDTF, "" for a year
	month, day, season int
	era                int
	number             token // alone, so that only its neighbour says what it is
	decade             bool  // whether the number is one of two digits and an s
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
	hasCentury // of a number: "18th" beside "19th century"
)

// date returns the moment in its parts.
func (m *moment) date() Date {
	d := Date{Month: m.month, Day: m.day, Season: m.season, Approximate: m.doubt[0], Uncertain: m.doubt[1]}
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
	text = m.date().EDTF()
	if m.has&hasWeekday != 0 && !m.onWeekday() {
		return "", false
	}
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
func (p *parser) moment(ts []token) (m moment, ok bool) {
	ts, ok = m.marks(ts)
	if !ok || len(ts) == 0 {
		return m, false
	}
	var room [maxTokens]token
	ts, c, timed := p.withoutClock(ts, room[:])
	if timed {
		m.clock, m.has = c, hasClock
		if ts = trim(ts); len(ts) == 0 {
			return m, true
		}
	}
	if digitsOnly(ts) {
		if n := m; p.numbers(ts, &n) {
			return n, true
		}
	}
	return m, p.words(ts, &m)
}

// marks takes what says that a date is doubted off both ends of it, and what says nothing.
func (m *moment) marks(ts []token) (rest []token, ok bool) {
	ts = trim(ts)
	for len(ts) > 0 {
		switch t := ts[0]; {
		case t.kind == approx || t.is('~'):
			m.doubt[0], m.lead = true, true
		case t.kind == doubt:
			m.doubt[1], m.lead = true, true
		case t.kind == filler:
		default:
			return m.marksAfter(ts)
		}
		ts = trim(ts[1:])
	}
	return nil, false
}

// marksAfter takes the marks off the end.
func (m *moment) marksAfter(ts []token) (rest []token, ok bool) {
	for len(ts) > 0 {
		last := ts[len(ts)-1]
		switch {
		case last.kind == approx && len(ts) > 1 && ts[len(ts)-2].suffix == 'o': // the 18th c.
			return ts, true
		case last.kind == approx && last.value != 0 && len(ts) > 2 && isClockEnd(ts[:len(ts)-1]): // EST
			return ts, true
		case last.kind == approx || last.is('~'):
			m.doubt[0] = true
		case last.kind == doubt || last.is('?'):
			m.doubt[1] = true
		default:
			return ts, true
		}
		m.trail = m.trail || last.blank || last.kind == approx || last.kind == doubt
		ts = trim(ts[:len(ts)-1])
	}
	return nil, false
}

// isClockEnd reports whether tokens end with a time of day.
func isClockEnd(ts []token) bool {
	last, before := ts[len(ts)-1], ts[len(ts)-2]
	return last.kind == meridiem || last.is('.') && before.kind == meridiem || last.isPair() && before.is(':')
}

// trim takes commas and full stops off both ends. A full stop after a number stays, since it may belong to it.
func trim(ts []token) []token {
	for len(ts) > 0 && (ts[0].is(',') || ts[0].is('.')) {
		ts = ts[1:]
	}
	for len(ts) > 0 && (ts[len(ts)-1].is(',') || ts[len(ts)-1].is('.') && (len(ts) < 2 || ts[len(ts)-2].kind != number)) {
		ts = ts[:len(ts)-1]
	}
	return ts
}

// digitsOnly reports whether tokens are numbers and signs.
func digitsOnly(ts []token) bool {
	for i := range ts {
		switch t := &ts[i]; {
		case t.kind == number && (t.suffix == 0 || t.suffix == '\''):
		case t.kind == sign, t.kind == dash:
		case t.kind == zone && t.value == 0 && i == len(ts)-1 && i > 4 && !t.blank: // 2025-09-08Z
		default:
			return false
		}
	}
	return true
}

// maxShape is the number of words and numbers that a date has at most.
const maxShape = 9

// words reads tokens of which some are words.
func (p *parser) words(ts []token, m *moment) bool {
	var buffer [maxShape]byte
	var numbers [maxShape]token
	shape, count, needsDay := buffer[:0], 0, false
	for i, t := range ts {
		letter := byte(0)
		switch t.kind {
		case sign, dash:
			if !isSilent(ts, i) {
				return false
			}
		case filler:
		case number:
			if letter = t.letter(); letter == 0 || count == maxShape {
				return false
			}
			numbers[count] = t
			count++
		case approx:
			letter = 'C' // the 18th c.
			if i == 0 || ts[i-1].suffix != 'o' || t.value != 0 {
				return false
			}
		case month:
			if m.has&hasMonth != 0 {
				return false
			}
			letter, m.month = 'M', t.value
			needsDay = t.suffix == besideDay
			m.has |= hasMonth
		case weekday:
			if m.has&hasWeekday != 0 {
				return false
			}
			m.weekday = t.value
			m.has |= hasWeekday
		case season:
			letter, m.season = 'S', t.value
		case era:
			letter = 'E'
			if m.era != 0 {
				return false
			}
			m.era = t.value
		case partOf:
			if i+1 == len(ts) || ts[i+1].kind != filler {
				return false
			}
			letter = 'P'
		default:
			if letter = letters[t.kind]; letter == 0 {
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
	return p.shaped(string(shape), numbers[:count], m) && (!needsDay || m.has&hasDay != 0)
}

// letters are the kinds of words in the shape of a date, apart from those that have a value.
var letters = [yearSign + 1]byte{
	part: 'P', centuries: 'C', millennia: 'K', quarter: 'Q', half: 'H', yearWord: 'Y',
}

// letter returns what a number is in the shape of a date: o and n for one or two digits, t for three, y for four, l for
// more, d for a decade, a for a year of which the century is left out. It is 0 for what no date has.
func (t *token) letter() byte {
	switch {
	case t.suffix == 's':
		return 'd'
	case t.suffix == '\'':
		return 'a'
	case t.suffix == ',' || t.digits > 4 && t.digits < 8 && t.suffix == 0:
		return 'l'
	case t.digits <= 2 && (t.suffix == 'o' || t.suffix == 'x'):
		return t.suffix
	case t.suffix != 0 || t.digits > 4:
		return 0
	case t.digits <= 2:
		return 'n'
	case t.digits == 3:
		return 't'
	}
	return 'y'
}

// isSilent reports whether a sign among words says nothing: a comma, a full stop, or a hyphen or slash that joins.
func isSilent(ts []token, i int) bool {
	t := &ts[i]
	switch {
	case t.is(','), t.is('.'):
		return true
	case t.is('-'), t.is('/'), t.is('_'):
		return !t.blank && i > 0 && i+1 < len(ts) && !ts[i+1].blank
	}
	return false
}

// setDay sets the day of the month.
func (m *moment) setDay(t token) bool {
	m.day = t.value
	m.has |= hasDay
	return t.value >= 1 && t.value <= 31
}

// setYear sets a year of any era.
func (m *moment) setYear(t token) bool {
	m.year = t.value
	m.has |= hasYear
	switch {
	case m.era == bc:
		m.year = 1 - t.value
		return t.value > 0
	case m.era == ad:
		return t.value > 0 && t.digits <= 4
	}
	return t.digits == 4 || t.digits == 3
}

// setShortYear sets a year of which only two digits are written: of this century or of the last.
func (p *parser) setShortYear(m *moment, t token) bool {
	const thisCenturySoFar = 50
	p.unsure = true
	m.year = 1900 + t.value
	m.has |= hasYear
	if t.value < thisCenturySoFar && !p.choose(thisCentury) {
		m.year += 100
	}
	return true
}

// setSpan sets a decade, a century or a millennium of EDTF.
func (m *moment) setSpan(format string, n, length int) bool {
	m.years = fmt.Sprintf(format, n)
	m.year = n * length
	m.has |= hasYear
	if m.era == bc {
		m.years, m.year = "-"+m.years, -m.year
	}
	return true
}
