// Package freeform reads dates as people write them, in English words or in digits, such as "8 Sept. 2025",
// "08.09.2025", "c. 1815–1818", "Q3 2025" or "the 1990s", and says how they are written in EDTF.
//
//	readings := freeform.Read("9/8/2025", valid) // the 9th of August and the 8th of September
//
// Every part of a text must be understood, or there is no reading: it reads "summer of 1969" and neither "room 1969"
// nor "1,969 men". It knows how dates are worded, and asks whoever reads with it whether the calendar has such a day.
// It reads neither EDTF nor words that count from a day, which package edtf does. ISO and Plain say how near misses of
// EDTF are written in it.
//
// A text is cut into tokens, of which package token knows the meaning. A moment is a single date or a part of one,
// "16, 2024"; its words must come in one of the orders that people use. A span is two moments, of which one may leave
// out what it shares with the other. Where a text can mean two things, it is read once for each.
package freeform

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/timeline/edtf/freeform/abroad"
	"dateline/timeline/edtf/freeform/token"
)

// A Date is the parts of a single date as people write it. What is missing is zero.
type Date struct {
	Year       string // in EDTF: 2025, -0043, 199X
	Month, Day int
	Season     int // the code in EDTF, 21 to 41

	Approximate, Uncertain bool

	OtherWeekday bool // whether it is not on the day of the week that is written beside it
}

// EDTF returns the date in EDTF. Without a year it is "".
func (d Date) EDTF() string {
	if d.Year == "" {
		return ""
	}
	text := d.Year
	switch {
	case d.Season > 0:
		text += fmt.Sprintf("-%02d", d.Season)
	case d.Month > 0:
		text += fmt.Sprintf("-%02d", d.Month)
	}
	if d.Day > 0 {
		text += fmt.Sprintf("-%02d", d.Day)
	}
	return text + mark(d.Approximate, d.Uncertain)
}

// mark returns the mark of EDTF for what is doubted, or "".
func mark(approximate, uncertain bool) string {
	switch {
	case approximate && uncertain:
		return "%"
	case approximate:
		return "~"
	case uncertain:
		return "?"
	}
	return ""
}

// An Order is the order of day and month in a date of digits.
type Order uint8

// The orders. AnyOrder is that of a date whose digits do not tell. YearFirst is that of one whose year has two digits,
// and stands before the month and the day; in the others it stands after them.
const (
	AnyOrder Order = iota
	DayFirst
	MonthFirst
	YearFirst
)

// A Reading is one meaning of a text.
type Reading struct {
	EDTF      string
	Order     Order // the order that its digits show
	YearSpan  bool  // whether one or two digits are taken for the last year of a span, as in 1914-18
	ClockSpan bool  // whether it is a span from one hour to another, of half a day at most if that is on the next
	Unsure    bool  // whether a part is guessed, such as the century of '68: it is worth an offer and no more
	Weak      bool  // whether it means something else where no date is expected, as Mars 2020 does
}

// maxText is the number of bytes that a date as people write it may have.
const maxText = 100

// Read returns every meaning that a text can have, and none if it is no date. Valid reports whether EDTF has a date.
func Read(text string, valid func(edtf string) bool) []Reading {
	all := read(text, valid)
	if len(all) == 0 {
		if english, ok := abroad.English(text); ok {
			return read(english, valid)
		}
	}
	return all
}

// read is Read for a text whose centuries and eras are in English.
func read(text string, valid func(edtf string) bool) []Reading {
	if len(text) > maxText || !mayBeDate(text) {
		return nil
	}
	text = strings.TrimSuffix(withoutFootnotes(text), " r.") // of the year, in Polish
	if text == "" || strings.Contains(text, "年") && strings.Contains(text, "日") && !strings.Contains(text, "月") {
		return nil // a day without its month
	}
	if edtf, ok := withCommas(text); ok && valid(edtf) {
		return []Reading{{EDTF: edtf}}
	}
	if edtf, ok := writtenWeek(text); ok {
		if edtf == "" || !valid(edtf) {
			return nil
		}
		return []Reading{{EDTF: edtf, Weak: true}} // a league counts its own weeks
	}
	if strings.HasSuffix(text, ")/") {
		return ofProgram(text)
	}
	if rest, iso := withoutAside(text); rest != text {
		all := read(rest, valid)
		return slices.DeleteFunc(all, func(r Reading) bool { return iso != "" && r.EDTF != iso })
	}
	if strings.Contains(text, "??") {
		if edtf := strings.ReplaceAll(text, "??", "XX"); valid(edtf) {
			return []Reading{{EDTF: edtf}}
		}
		return nil
	}
	var p parser
	if text[0] == '[' || text[0] == '{' {
		p.bracket = text[0]
		if text[len(text)-1] != p.bracket+2 || strings.ContainsAny(text[len(text)-2:], ",;") {
			return nil // a set of EDTF that is not whole
		}
	}
	full := inFull(withoutOtherZones(text))
	unnamed := withoutZoneName(full)
	if p.zoneNamed = unnamed != full; !p.cut(unnamed) {
		return nil
	}
	p.withMinutes()
	var all []Reading
	for asked := choice(0); ; {
		if one, ok := p.reading(); ok && valid(one.EDTF) {
			all = append(all, one)
		}
		asked |= p.asked
		if p.chosen = nextChoice(p.chosen, asked); p.chosen == 0 {
			break
		}
	}
	if len(all) == 0 && strings.ContainsAny(text, "-/TtWw[{") {
		if edtf, sure := iso(text); edtf != "" && valid(edtf) {
			numbered := ordinalPattern().MatchString(text) // where no date is expected 2025-001 is the first of something
			all = append(all, Reading{EDTF: edtf, Unsure: !sure, Weak: numbered})
		}
	}
	return distinct(all)
}

// Single returns the parts of a single date, which the calendar need not have. It is not ok for any other text, and
// where the parts can be told in two ways.
func Single(text string) (d Date, ok bool) {
	var p parser
	if len(text) > maxText || !p.cut(text) {
		return Date{}, false
	}
	d, ok = p.parts()
	if p.asked == monthFirst {
		p.chosen = monthFirst
		other, okOther := p.parts()
		if ok == okOther {
			return Date{}, false
		}
		if okOther {
			d = other
		}
		return d, true
	}
	return d, ok && p.asked == 0
}

// parts reads the tokens as a single date.
func (p *parser) parts() (d Date, ok bool) {
	m, ok := p.moment(p.tokens())
	dayOfYear := m.has&hasYear != 0 && m.has&hasDay != 0 && m.has&hasMonth == 0
	if !ok || p.unsure || dayOfYear || m.has&(hasClock|hasNumber) != 0 {
		return Date{}, false
	}
	return m.date(), true
}

// Plain returns a text with the signs of EDTF in the place of those that only look like them, and says in words which
// sign that is; see token.Plain.
func Plain(text string) (plain, odd string) { return token.Plain(text) }

// WeekdayOf returns the day of the week that begins with text in lower case, which needs three letters.
func WeekdayOf(text string) (day time.Weekday, ok bool) { return token.WeekdayOf(text) }

// mayBeDate reports whether a text has a digit, or is about a century in words.
func mayBeDate(text string) bool {
	foreign := false
	for i := range len(text) {
		if text[i]-'0' <= 9 {
			return true
		}
		foreign = foreign || text[i] >= 0x80
	}
	return foreign || strings.Contains(text, "century") || strings.Contains(text, "Century") ||
		strings.Contains(text, "millennium")
}

// distinct returns readings without those that say the same. What two orders agree on shows none.
func distinct(all []Reading) []Reading {
	for i := 0; i < len(all); i++ {
		for j := len(all) - 1; j > i; j-- {
			if all[i].EDTF == all[j].EDTF {
				if all[i].Order != all[j].Order {
					all[i].Order = AnyOrder
				}
				all = slices.Delete(all, j, j+1)
			}
		}
	}
	return all
}

// A choice is what a text leaves open. A parser asks for one where it matters.
type choice uint8

const (
	monthFirst  choice = 1 << iota // 04/05/2024 is in April
	yearSpan                       // 1910-12 is of two years
	century                        // the 1900s are a hundred years
	clockSpan                      // 09:00-11:00 is from nine to eleven
	thisCentury                    // '24 is 2024
	nextYear                       // February 1720/21 is of 1721
	yearFirst                      // 20-05-15 is in 2020
)

// nextChoice returns the choices to try after some, among those that were asked for; 0 after the last.
func nextChoice(chosen, asked choice) choice { return (chosen - asked) & asked }

// choose reports whether the second of two meanings is tried.
func (p *parser) choose(c choice) bool {
	p.asked |= c
	return p.chosen&c != 0
}

// A parser reads one text.
type parser struct {
	list  [token.Max]token.Token
	count int

	bracket byte // what the text begins with, if it is one

	chosen, asked choice
	order         Order // that digits with full stops have
	yearSpan      bool  // whether a number was taken for the last year of a span
	clockSpan     bool  // whether a time was taken for the end of one
	zoneNamed     bool  // whether the text names a time zone, which the tokens lack
	unsure, weak  bool
}

// cut reads the tokens of a text. It is not ok if one of them cannot be part of a date.
func (p *parser) cut(text string) (ok bool) {
	p.count, ok = token.Cut(text, p.list[:])
	return ok
}

func (p *parser) tokens() []token.Token { return p.list[:p.count] }

// reading reads the tokens with what is chosen.
func (p *parser) reading() (r Reading, ok bool) {
	p.asked, p.order, p.yearSpan, p.clockSpan, p.unsure, p.weak = 0, AnyOrder, false, false, false, false
	edtf, ok := p.whole(p.tokens())
	if !ok {
		return Reading{}, false
	}
	r = Reading{EDTF: edtf, Order: p.order, YearSpan: p.yearSpan, ClockSpan: p.clockSpan, Unsure: p.unsure, Weak: p.weak}
	switch {
	case p.asked&monthFirst == 0:
	case p.chosen&monthFirst == 0:
		r.Order = DayFirst
	default:
		r.Order = MonthFirst
	}
	return r, true
}
