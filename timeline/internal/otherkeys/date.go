package otherkeys

import (
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/edtf"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
)

// This file reads the date that one key of an event has, with the keys beside it.

// ReadDate reads the date of a field of the format's own, in an event or in a record of it: EDTF, or else what people
// write, where that has one meaning.
func (g *Guesser) ReadDate(e *Event, field string, n *yaml.Node) (r dates.Reading) {
	if r, ok := g.ownNumber(e, field, n); ok {
		return r
	}
	if text, ok := nodevalue.DateText(n); ok {
		key := field
		if said := e.said(field); said != nil {
			key = said.Name
		} else if n.LineComment != "" && n.LineComment[0] != '#' { // the head of a column in a page of text
			key = n.LineComment
		}
		r = g.inEra(e, nil, g.TextOf(key, field, text))
	} else {
		r = g.Shape(field, n)
	}
	r.Name, r.Node = field, n
	return r
}

// ownNumber reads a whole number under a date of the format's own in a file that is not ours. It reports whether the
// value is one.
func (g *Guesser) ownNumber(e *Event, field string, n *yaml.Node) (r dates.Reading, ok bool) {
	if n.Kind != yaml.ScalarNode || !g.IsKnownOthers() || e.Exact || n.Tag == nodevalue.InEDTF {
		return r, false
	}
	text, column, said := strings.TrimSpace(n.Value), field, e.said(field)
	if said != nil {
		column = said.Name
	}
	if field != "date" {
		if g.Begin = "start"; e.said("start") != nil {
			g.Begin = e.said("start").Name
		}
	}
	year, ok := g.WholeNumber(column, text, false)
	g.Begin = ""
	if !ok {
		return r, false
	}
	if year = g.orWithEra(e, said, year, text); year != "" {
		r = g.yearOf(e, said, column, year)
		g.takeParts(e, said, field, r)
	}
	if r.IsZero() && len(r.Either) == 0 {
		r.Odd = true
		if edtf.IsDate(text) {
			r.Err = errors.New("this number is no year, by what the others of this key are")
			if n := g.Known.Seen(column).Numbers; n.Years+n.Small+n.Long < 2 {
				r.Err = errors.New("this number alone is no year")
			}
		}
	}
	if known := g.Known.Seen(column); field != "date" && known.Years > 0 && !known.Sure && !guess.IsYear(column) {
		r.Odd = true // is told
	}
	r.Text, r.Name, r.Node = text, field, n
	return r, true
}

// guessedDate returns the date of an event that the best of its other keys has for a role: the date, or the end of the
// date that begins. Where strong is set only strong names count. What is unread is what better keys say of the date
// that cannot be read: a worse one may not contradict it, nor be one of when it was told.
func (g *Guesser) guessedDate(e *Event, role guess.Role, begins *reading, strong bool,
	unread ...string,
) reading {
	read := func(o *Key, r dates.Reading) reading {
		r.Name, r.Node = o.Name, o.Value
		return reading{r, o}
	}
	g.rank(e, role)
	g.early = reading{}
	better := unread // of those, what keys say that are surely better, and not only earlier in the file
	for at, i := range g.ranked {
		o := &e.Others[i]
		m, _ := o.meaning(role)
		if at > 0 && e.rankOf(g.ranked[at-1], role) < o.rank(role, m) {
			better = unread
		}
		if begins != nil && !o.endsOf(e, begins) || strong && !m.Strong {
			continue
		}
		r := g.guessDate(e, o)
		if o.Folded == "y" && !g.isLetterOfYear(e, o) {
			continue
		}
		if begins != nil {
			if end, ok := g.endOf(e, begins, o, r); ok {
				return read(o, end)
			}
			continue
		}
		if r.IsZero() {
			if !o.aside && o.isUnread(m) {
				unread = append(unread, o.text())
			}
			continue
		}
		if slices.ContainsFunc(better, func(text string) bool {
			return !guess.MayBe(text, r.Date) || dates.IsOtherYear(text, r.Date) || o.isOfRecord() || o.isWritten()
		}) {
			continue
		}
		if o.isYear() || o.Folded == "any" { // which is a year in Catalan
			return g.withHour(e, g.withinYear(e, read(o, r)), false)
		}
		return g.withHour(e, read(o, r), false)
	}
	if o := g.early.from; begins != nil && o != nil {
		o.Taken = guess.End
		g.SayEarly(g.before.Date, o.Value, g.early.Date)
	}
	for _, i := range g.ranked { // to say what keeps the best from being read
		if o := &e.Others[i]; begins == nil && o.Value.Kind == yaml.ScalarNode && o.Folded != "y" {
			if r := g.guessDate(e, o); len(r.Either) > 0 || r.Offered {
				return read(o, r)
			}
		}
	}
	return reading{}
}

// guessDate reads the date of a key that probably means one.
func (g *Guesser) guessDate(e *Event, o *Key) dates.Reading {
	if o.Value.Kind != yaml.ScalarNode {
		return g.Shape(o.Name, o.Value)
	}
	text := strings.TrimSpace(o.Value.Value)
	if whole, float := strings.CutSuffix(text, ".0"); float && guess.IsDigits(whole) {
		text = whole // as a table has years with gaps among them
	}
	if text == "" {
		return dates.Reading{}
	}
	if year, ok := g.WholeNumber(o.Name, text, o.counted); ok {
		o.counted = true
		if year = g.orWithEra(e, o, year, text); year == "" {
			return dates.Reading{}
		}
		return g.yearOf(e, o, o.Name, year)
	}
	r := g.Text(o.Name, text)
	if r.IsZero() && len(r.Either) == 0 || r.Century > 0 { // a whole year is surer than a guess
		return g.onDayOfFile(o.Name, g.InYear(o.Name, r, e.sibling(nil, "year").text()))
	}
	return g.inEra(e, o, r)
}

// onDayOfFile reads a date that lacks the year, where it is the day that the name of the file begins with.
func (g *Guesser) onDayOfFile(column string, r dates.Reading) dates.Reading {
	if !r.IsZero() && r.Century == 0 || r.Text == "" {
		return r
	}
	_, day := guess.FileTitle(g.In.Name())
	if day == "" {
		return r
	}
	both := g.InYear(column, r, day[:len("2025")])
	if both.EDTF() == day || strings.HasPrefix(both.EDTF(), day+"/") {
		return both
	}
	return r
}

// yearOf reads a number that is a year, with the era, the month and the day that other keys of the event have.
func (g *Guesser) yearOf(e *Event, o *Key, column, year string) dates.Reading {
	era, _ := g.era(e, o)
	return g.Year(column, year, era, e.sibling(o, "month").text(), e.sibling(o, "day").text())
}

// orWithEra returns the year that a whole number is, as its column shows, or as a key does that says its era.
func (g *Guesser) orWithEra(e *Event, o *Key, year, text string) string {
	era, key := g.era(e, o)
	if year == "" && era != "" && key != nil && isEra(key.Folded) && text[0] != '-' {
		return text
	}
	return year
}

// takeParts takes the keys that say the era, the month and the day of a year, where they are in the date that is read.
func (g *Guesser) takeParts(e *Event, year *Key, of string, r dates.Reading) {
	if r.IsZero() {
		return
	}
	if _, era := g.era(e, year); era != nil {
		g.takePart(era, "era", of)
	}
	for at, part := range []string{"month", "day"} {
		if len(strings.TrimPrefix(r.EDTF(), "-")) >= len([...]string{"2025-09", "2025-09-08"}[at]) {
			g.takePart(e.sibling(year, part), part, of)
		}
	}
}

// exactly returns a year or a month with the month and the day that other keys of the event have.
func (g *Guesser) exactly(e *Event, begin reading) reading {
	text := begin.EDTF()
	month, day := e.sibling(nil, "month"), e.sibling(nil, "day")
	switch {
	case len(text) == len("2025-09") && day != nil && guess.IsDigits(text[:4]+text[5:]):
		begin.Date, begin.Part = guess.YMD(text[:4], text[5:], day.text())
		day.Taken = guess.Date
	case len(text) == len("2025") && month != nil && guess.IsDigits(text) && begin.Part == "":
		begin.Date, begin.Part = guess.YMD(text, month.text(), day.text())
		month.Taken = guess.Date
		if day != nil {
			day.Taken = guess.Date
		}
	}
	return begin
}
