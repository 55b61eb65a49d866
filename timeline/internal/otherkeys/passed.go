package otherkeys

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/lazyregexp"
)

// This file tells of the dates of an event that are not taken.

// heedOtherDates reports keys that mean a date, and have another than the event. What says the same needs no word.
func (g *Guesser) heedOtherDates(e *Event, begin reading) {
	if e.Date.IsZero() || len(e.Others) == 0 {
		return
	}
	for i := range e.Others {
		o := &e.Others[i]
		m, ok := o.meaning(guess.Date)
		if !ok || o == begin.from || o.Taken != guess.Nothing || yamldoc.IsNull(o.Value) || g.IsNothing(e, o.Value) ||
			!m.Strong && !o.isOfEvent() && g.endBy(e, o) == nil {
			continue
		}
		r := g.guessDate(e, o)
		g.noteWords(o, r)
		if end := g.endBy(e, o); end != nil {
			g.noteWords(end, g.guessDate(e, end))
		}
		if r.IsZero() || !m.Strong && !isFar(r, begin.Reading) {
			continue
		}
		if m.Strong {
			o.Taken = guess.Date
		}
		if !r.Overlaps(e.Date) {
			g.sayPassedOver(e, o, begin)
		}
	}
}

// noteWords notes that the value of a key is no date but words.
func (g *Guesser) noteWords(o *Key, r dates.Reading) {
	if r.IsZero() && len(r.Either) == 0 && o.Value.Kind == yaml.ScalarNode && guess.HasLetter(o.text()) &&
		!strings.ContainsAny(o.text(), "0123456789") && !guess.IsOpen(o.text()) {
		g.Seen.Column(o.Name).Worded = true
	}
}

// ask notes that a key is offered for the date, and reports whether another value of it is words, and so it may not be.
func (g *Guesser) ask(o *Key) (words bool) {
	g.Seen.Column(o.Name).Asked = true
	return g.Known.Seen(o.Name).Worded
}

// isOfEvent reports whether a key that may mean the date says when it happened, and not when it was told.
func (o *Key) isOfEvent() bool {
	return !o.later && !o.aside && o.Outer == 0 && saysDate(o.Name) && !o.isOfRecord() && !guess.IsNever(o.Name)
}

// endBy returns the key that ends what another begins, and nothing else, and nil where there is none.
func (g *Guesser) endBy(e *Event, begin *Key) *Key {
	path, says := begin.inSpan()
	for i := range e.Others {
		o := &e.Others[i]
		in, other := o.inSpan()
		if in == path && says.begins && other.end && other.of == says.of && o.Taken == guess.Nothing {
			return o
		}
	}
	return nil
}

// isFar reports whether two dates are more than a day apart.
func isFar(a, b dates.Reading) bool {
	return a.Latest()+1 < b.Earliest() || b.Latest()+1 < a.Earliest()
}

// sayPassedOver reports that a key says another date than the one that is taken, and the key of its end with it.
func (g *Guesser) sayPassedOver(e *Event, o *Key, begin reading) {
	message, keys := "`"+o.Name+"` says another date than `"+begin.name(e)+"`, which is taken", ""
	o.Taken = guess.Date
	words := g.ask(o)
	if end := g.endBy(e, o); end != nil && !g.guessDate(e, end).IsZero() {
		words = g.ask(end) || words
		end.Taken, keys = guess.End, ",end="+Typed(end.Name)
		message = "`" + o.Name + "` and `" + end.Name + "` say another time than `" + begin.name(e) + "`, which is taken"
	} else if e.EndNode != nil && !e.Date.IsInterval() && o.saysOfSpan() == (spanKey{begins: true}) {
		message = "`" + o.Name + "` and `end` say another time than `" + begin.name(e) + "`, which is taken"
	}
	g.ProblemOfKey(o.Node, rule.KeysDisagree, message, func() string {
		switch {
		case o.Outer > 0 || words:
			return ""
		case begin.from != nil && keys == "" && g.offer(guess.Date):
			return "if that is when it happened, say --map date=" + Typed(o.Name)
		case g.offerStart() && (keys == "" || g.offer(guess.End)):
			return "if that is when it happened, say --map start=" + Typed(o.Name) + keys
		}
		return "keep one of them"
	})
}

// offerStart reports whether a key may be offered for the start, as offer does for roles.
func (g *Guesser) offerStart() bool {
	g.Seen.Starts = true
	return !g.Known.OwnStart && !g.Seen.OwnStart
}

// titleDay matches a whole day that a title begins or ends with, as that of what it is the title of.
var titleDay = lazyregexp.New(`(?:^|[-–—,:(|] ?|\bon )` +
	`(\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})[).]?$` +
	`|^(\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})(?:[\s:,.)]|$)`)

// HeedTitle reports that the title of an event of others ends or begins with another day than its date, which stands.
func (g *Guesser) HeedTitle(n *yaml.Node, e *Event) {
	if e.Date.IsZero() || len(e.Title) < len("2025-09-08") || !g.Page && !g.IsKnownOthers() ||
		!dates.HasYear(e.Title) {
		return
	}
	m := titleDay().FindStringSubmatch(e.Title)
	if m == nil {
		return
	}
	named := g.Text("title", m[1]+m[2])
	if !named.IsZero() && isFar(named, dates.Reading{Date: e.Date}) {
		g.Problem(n, rule.KeysDisagree, "the title names another day than the date, which is taken",
			"correct the date, if the title is right")
	}
}
