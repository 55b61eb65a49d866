package otherkeys

import (
	"errors"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
)

// This file says which key of an event without a date may have it.

// noDate reports that an event has no date, and which key may be meant for it.
func (g *Guesser) noDate(n *yaml.Node, e *Event) {
	if n.Tag == yamldoc.Broken || g.Problems.Skip(rule.NoDate, "") {
		return
	}
	hint := "add date: as precisely as is known, such as 2025-09-08, 2025-09 or 2025"
	if i := g.likelyDate(e); i >= 0 {
		hint = g.dateHint(e, i)
	}
	if g.Undated != "" {
		hint = g.Undated
	}
	g.Problem(n, rule.NoDate, "the event has no date", hint)
}

// likelyDate returns the place of the key of an event that most likely has its date, and −1 where none looks so: one
// that is called so and has a date, one that is called so and has digits, or else one that has a date.
func (g *Guesser) likelyDate(e *Event) int {
	best, at := 0, -1
	for i := range e.Others {
		o := &e.Others[i]
		if o.Name == g.DateLike {
			return i
		}
		never := guess.IsNever(o.Name) && o.Folded != "week"
		if o.Value.Kind != yaml.ScalarNode || never || len(o.Value.Value) > guess.ShortTitle {
			continue
		}
		worth, dated := 0, dates.LooksDated(o.Value) || dates.IsNearlyDated(o.Value)
		switch called := guess.IsDated(o.Name) || saysWhen(o.Name); {
		case called && dated:
			worth = 4
		case called && len(o.Value.Value) > 2 && strings.ContainsAny(o.Value.Value, "0123456789"):
			worth = 3
		case dated && !guess.IsDigits(o.Value.Value): // a number may be of anything
			worth = 2
		case dated && len(o.Value.Value) == len("1969") && "1000" <= o.Value.Value && o.Value.Value < "2100":
			worth = 1
		}
		if worth > best {
			best, at = worth, i
		}
	}
	return at
}

// saysWhen reports whether a key has a word for a part of time, which may be all that a table has of a date.
func saysWhen(key string) bool {
	return guess.HasWord(key, "month", "months", "decade", "century", "period", "quarter", "week", "season", "fiscal",
		"epoch", "monat", "mois", "mes")
}

// dateHint returns what to do about an event without a date, where one of its keys may have it.
func (g *Guesser) dateHint(e *Event, i int) string {
	o := &e.Others[i]
	value := strings.TrimSpace(o.Value.Value)
	say := "call it date"
	if g.offer(guess.Date) {
		say = "say --map date=" + Typed(o.Name)
		if title := g.likelyTitle(e, i); title != "" && g.offer(guess.Title) {
			say += ",title=" + title
		}
	}
	is := "if `" + o.Name + "` is the date (" + value + "), "
	hint := is + say
	switch r := g.Text(o.Name, value); {
	case len(r.Either) > 0:
		hint += "; it means " + r.Meanings(edtf.Date.String) + ", which --day-first or --day-first=false decides"
	case r.IsZero():
		var bad *edtf.Error
		err := dates.Explain(value)
		if hint += ", and write it as in 2025-09-08, 2025-09 or 2025"; errors.As(err, &bad) && bad.Hint != "" {
			hint = is + bad.Hint + ", and " + say
		}
		if g.Known.Seen(o.Name).Taken || g.Seen.Seen(o.Name).Taken { // wherever it can be read
			hint = strings.Replace(hint, say+", and ", "", 1)
			hint = strings.TrimSuffix(hint, ", and "+say)
		}
	}
	return hint
}

// likelyTitle returns the key of an event that may hold its title, if it has none: of those that have text the one that
// tells most, or the first, but for the key that may hold the date. One of which the texts differ and are short, as
// titles are, is better than one of long texts.
func (g *Guesser) likelyTitle(e *Event, but int) (key string) {
	const shortest = 6 // bytes of a title, in the middle
	best := -1
	for i := range e.Others {
		o := &e.Others[i]
		text, ok := nodevalue.Plain(o.Value)
		known := g.Known.Seen(o.Name)
		told := known.Told
		if n := known.Texts; n > 0 && told > shortest*n && 4*told < 3*guess.ShortTitle*n && known.AreDistinct() {
			told = guess.ShortTitle*n + 1
		}
		if e.Title == "" && i != but && ok && guess.HasLetter(text) && !guess.IsAddress(text) &&
			!dates.LooksDated(o.Value) && told > best {
			best, key = told, Typed(o.Name)
		}
	}
	return key
}
