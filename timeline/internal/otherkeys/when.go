package otherkeys

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
)

// This file gives an event its date.

// A reading is a date that an event may have, and the key that says it where that is none of the format's own.
type reading struct {
	dates.Reading
	from *Key
}

// name returns the key of the file that says a date.
func (r reading) name(e *Event) string {
	if said := e.said(r.Name); r.from == nil && said != nil {
		return said.Name
	}
	return r.Name
}

// own returns what is to be read of a date under a key of the format's own.
func own(name string, n *yaml.Node) reading {
	return reading{Reading: dates.Reading{Name: name, Node: n}}
}

// When sets the date of an event from date, or from a span of start and end, or else from a key that probably means it.
// It reports whether a key of the format's own says it.
func (g *Guesser) When(n *yaml.Node, e *Event) (own bool) {
	alone := e.StartNode == nil && e.EndNode == nil && (len(e.Others) == 0 || e.Exact)
	mayBeYears := !e.Exact && (g.IsKnownOthers() || g.Page || e.Said[0] != "") // and so may not be what EDTF reads
	if n := e.DateNode; alone && n != nil && n.Kind == yaml.ScalarNode &&
		(len(n.Value) > len("1820-30?") || !mayBeYears || n.Tag == nodevalue.InEDTF) {
		if date, ok := edtf.Read(n.Value); ok { // as most are
			g.Say(dates.Reading{Date: date, Text: n.Value, Name: "date", Node: n})
			g.NoteYears("date", n.Value)
			e.Date = date
			return true
		}
	}
	g.unprefix(e)
	begin, end := g.ownBegin(e), g.ownEnd(e)
	isOpen := (begin.IsZero() || begin.Century > 0) && begin.Text != "" && len(begin.Either) == 0
	if begin.Node != nil && isOpen && len(e.Others) > 0 {
		if year := e.sibling(nil, "year"); year != nil {
			if whole := g.InYear(begin.Name, begin.Reading, year.text()); !whole.IsZero() && whole.Century == 0 {
				begin.Date, begin.Century, year.Taken = whole.Date, 0, guess.Date
			}
		}
	}
	if (begin.IsZero() || begin.Century > 0) && begin.Text != "" && len(begin.Either) == 0 {
		onDay := g.onDayOfFile(begin.Name, begin.Reading)
		begin.Date, begin.Century = onDay.Date, onDay.Century
	}
	if begin.Node == nil || begin.IsZero() {
		g.Seen.Foreign = true // so that weak names count
		strong := begin.Node != nil && !g.IsKnownOthers() || g.dayOfFile() != ""
		var unread []string
		if begin.Node != nil {
			unread = append(unread, begin.Text)
		}
		other := g.guessedDate(e, guess.Date, nil, strong, unread...)
		if !strong && (other.Node == nil || other.isOfRecord()) {
			g.unfold(e)
			other = g.guessedDate(e, guess.Date, nil, false, unread...)
		}
		if other.Node != nil {
			g.outdone(e, begin, other.Name)
			begin = other
		}
	}
	if begin.Node == nil && !e.inherits && g.own.Inherit(e) {
		e.inherits = true
		return g.When(n, e)
	}
	if begin.Node == nil {
		from := "that of the name of its file is"
		if e.Date, _ = edtf.Parse(g.dayOfFile()); e.Date.IsZero() {
			from = "the year with which the name of its file and its title or heading begin is"
			e.Date = g.yearOfPage(e)
		}
		if e.Date.IsZero() {
			g.noDate(n, e)
		} else {
			g.Problem(n, rule.DateGuessed, "the event has no date; "+from+" taken", "add date: "+e.Date.EDTF())
		}
		g.keepDate(e, end)
		return false
	}
	if begin.from == nil && len(e.Others) > 0 && !begin.IsZero() {
		if begin = g.exactly(e, begin); guess.IsYear(begin.name(e)) {
			g.rank(e, guess.Date)
			begin = g.withinYear(e, begin)
		}
		begin = g.withHour(e, begin, false)
	}
	end = g.ownEndOf(e, begin, end)
	begin = g.saidEnd(e, begin, end)
	end.Reading = dates.LastDay(e.StartNode, e.EndNode, begin.Reading, end.Reading)
	if end.Node != nil && end.Node.Kind == yaml.ScalarNode {
		end.Reading = g.ShortEnd(begin.Reading, end.Reading, strings.TrimSpace(end.Node.Value))
	}
	unread := end.Node != nil && end.IsZero() && !guess.IsOpen(end.Text)
	if (end.Node == nil || unread) && len(e.Others) > 0 && !begin.IsZero() && !begin.IsInterval() && !begin.IsSet() {
		if other := g.guessedDate(e, guess.End, &begin, false); other.Node != nil {
			g.outdone(e, end, other.Name)
			end = other
		}
	}
	g.Say(begin.Reading)
	e.Date = begin.Date
	if guess.IsOpen(end.Text) && !begin.IsInterval() && !begin.IsZero() {
		e.Date, _ = edtf.Parse(begin.EndEDTF() + "/..")
		end.Text = "" // which is kept
	} else if end.Node != nil {
		g.Say(end.Reading)
		switch {
		case end.ends(begin):
			end.Text = "" // which is kept
		case !end.IsZero() && end.EDTF() != begin.EDTF():
			e.Date = g.Span(begin.Name, begin.Date, end.Node, end.Date)
			if e.Date.IsZero() {
				e.Date, end.Text = begin.Date, "" // which is kept: when it began is known
			}
		}
	}
	if e.Date.IsZero() || begin.Odd || begin.Text == "" || begin.Negative != "" { // what was written is not lost
		g.keepDate(e, begin)
	}
	if e.Date.IsZero() || end.IsZero() || end.Odd || end.Text == "" || end.Negative != "" {
		g.keepDate(e, end)
	}
	g.heedGuessedDate(e, begin, guess.Date)
	g.heedGuessedDate(e, end, guess.End)
	g.heedOtherDates(e, begin)
	return begin.from == nil && !begin.IsZero()
}

// dayOfFile returns the day that the name of a file begins with, where that is one event, and "" elsewhere.
func (g *Guesser) dayOfFile() string {
	if !g.Alone {
		return ""
	}
	_, day := guess.FileTitle(g.In.Name())
	return day
}

// ownBegin returns the date that an event has by date or start. One that can be read is better than one that cannot.
func (g *Guesser) ownBegin(e *Event) reading {
	begin, start := own("date", e.DateNode), own("start", e.StartNode)
	if begin.Node != nil {
		begin.Reading = g.ReadDate(e, "date", begin.Node)
	}
	if start.Node == nil {
		return begin
	}
	if begin.Node == nil || begin.IsZero() {
		if start.Reading = g.ReadDate(e, "start", start.Node); begin.Node == nil {
			return start
		} else if !start.IsZero() {
			g.outdone(e, begin, "start")
			return start
		}
	}
	start.Reading = g.ReadDate(e, "start", start.Node)
	others := g.IsKnownOthers() || g.Page || e.EndNode != nil
	switch apart := !start.Overlaps(begin.Date); {
	case !start.IsZero() && e.said("start") != nil: // whoever says so knows of the date
		g.keepDate(e, begin)
		return start
	case !others || start.IsZero():
	case apart: // such a date is when it was published
		g.Problem(e.DateNode, rule.KeysDisagree, "`date` and `start` say different days; `start` is taken",
			"keep one of them")
		g.keepDate(e, begin)
		return start
	case !begin.IsInterval() && len(start.EDTF()) > len(begin.EDTF()): // it says the hour
		g.keepDate(e, begin)
		return start
	}
	if !start.begins(begin) {
		g.Problem(e.StartNode, rule.KeysDisagree, "`start` is given beside `date`", "keep one of them")
	}
	g.keepDate(e, start)
	return begin
}

// ownEnd returns the date that an event has by end.
func (g *Guesser) ownEnd(e *Event) reading {
	end := own("end", e.EndNode)
	if end.Node != nil {
		end.Reading = g.ReadDate(e, "end", end.Node)
	}
	return end
}

// outdone keeps a date that cannot be read, in whose place another key says it.
func (g *Guesser) outdone(e *Event, unread reading, by string) {
	if unread.Node == nil {
		return
	}
	g.Problem(unread.Node, rule.KeysDisagree, "`"+unread.Name+"` cannot be read as a date; `"+by+"` is taken",
		"write a date such as 2025-09-08, 2025-09 or 2025")
	g.keepDate(e, unread)
}

// keepDate keeps what is written of a date under its own key, unless it is kept there already.
func (g *Guesser) keepDate(e *Event, at reading) {
	if at.Node != nil && at.from == nil {
		e.Other = append(e.Other, g.own.Field(at.Name, at.Node))
	}
}

// heedGuessedDate reports that a key is taken for the date or its end.
func (g *Guesser) heedGuessedDate(e *Event, at reading, as guess.Role) {
	if at.from == nil {
		return
	}
	g.take(e, at.from, as)
	if _, era := g.era(e, at.from); era != nil && at.from.Value.Kind == yaml.ScalarNode &&
		(guess.IsDigits(at.from.text()) || era.Taken == guess.Date) {
		era.Taken = as
		g.sayPart(era, "era", at.Name)
	}
	if !at.from.isYear() {
		return
	}
	for _, part := range []string{"month", "day"} {
		if o := e.sibling(at.from, part); o != nil && o.Taken == guess.Nothing {
			o.Taken = as
		}
	}
}
