package otherkeys

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/markup"
)

// This file fills what an event lacks from its other keys, but for its date.

// Fill fills what an event lacks from its other keys, but for its date.
func (g *Guesser) Fill(e *Event) {
	g.fillCareer(e)
	g.fillText(e)
	if e.Title == "" && e.Summary == "" {
		g.unfold(e)
		g.fillText(e)
	}
	g.fillWith(e, guess.Type, e.Type == "", func(o *Key) bool { return !o.isAccess() && g.guessLine(o, &e.Type) })
	g.fillWith(e, guess.Status, e.Status == "", func(o *Key) bool { return g.guessLine(o, &e.Status) })
	g.fillWith(e, guess.Location, e.Location == "", func(o *Key) bool { return g.guessPlace(e, o) })
	g.fillActors(e)
	g.fillWith(e, guess.Tags, len(e.Tags) == 0, func(o *Key) bool {
		some, odd := nodevalue.Items(nodevalue.Wiki(o.Value), nodevalue.AreNames)
		if some != nil {
			g.own.ReadRole(e, guess.Tags, o.Name, some)
		}
		return len(e.Tags) > 0 && g.sayOdd(o, odd)
	})
	g.fillSources(e)
}

// fillText fills the title and the text of an event.
func (g *Guesser) fillText(e *Event) {
	long, whole := "", false // a text of which the title is but the beginning
	number := e.Title
	placeholder := number != "" && isPlaceholder(number)
	mark := number != "" && g.IsKnownOthers() && // as a row has its number for a title
		(!guess.HasLetter(number) || placeholder || dates.SaysOnly(number, e.Date))
	g.fillWith(e, guess.Title, number == "" || mark, func(o *Key) bool {
		text, ok := nodevalue.Plain(o.Value, guess.TitleShapes...)
		_, prose := o.meaning(guess.Summary)
		m, _ := o.meaning(guess.Title)
		if mark && !m.Strong && !placeholder || guess.IsCode(text) || isPlaceholder(text) ||
			dates.SaysOnly(text, e.Date) || !m.Strong && g.isTheme(e, o, text) {
			return false
		}
		if !ok || !guess.HasLetter(text) && !guess.Is(o.Name, "version") || guess.IsAddress(text) ||
			prose && (o.Value.Kind != yaml.MappingNode || nodevalue.TextOf(o.Value, "headline", "title") == "") {
			return false
		}
		if o.Folded == "n" && !g.isLetterOfName(e, o, text) {
			return false
		}
		if e.Title, whole = guess.TitleOf(text); !whole {
			long = text
		}
		e.Markup = e.Markup || whole && markup.Plain(e.Title) != e.Title
		if mark {
			e.Other = append(e.Other, timeline.Field{Key: "title", Value: number})
		}
		return true
	})
	g.fillWith(e, guess.Summary, e.Summary == "", func(o *Key) bool {
		text, ok := nodevalue.Plain(o.Value, guess.ProseShapes...)
		if !ok || text == e.Title || text == long {
			return false
		}
		e.Summary = text
		return true
	})
	if o := e.both(); o != nil && e.Summary == "" {
		e.Summary = nodevalue.TextOf(o.Value, guess.ProseShapes...)
	}
	e.Summary = cmp.Or(e.Summary, long)
}

// isTheme reports whether a word is what a page is about, as many are, where the page has a heading that says more.
func (g *Guesser) isTheme(e *Event, o *Key, text string) bool {
	if !g.Page || !strings.HasPrefix(e.Summary, "# ") || strings.ContainsAny(text, " \t") {
		return false
	}
	return o.Folded == "topic" || o.Folded == "subject" || o.Folded == "theme" || o.Folded == "label"
}

// both returns the map of an event that has its title and a text beside that, as in TimelineJS, and nil without one.
func (e *Event) both() *Key {
	for i := range e.Others {
		o := &e.Others[i]
		if _, prose := o.meaning(guess.Summary); prose && o.Taken == guess.Title && o.Value.Kind == yaml.MappingNode {
			return o
		}
	}
	return nil
}

// fillWith fills a role that an event lacks with the best of its keys that read can read.
func (g *Guesser) fillWith(e *Event, role guess.Role, lacks bool, read func(*Key) bool) {
	if !lacks {
		return
	}
	g.rank(e, role)
	for _, i := range g.ranked {
		if o := &e.Others[i]; read(o) {
			g.take(e, o, role)
			return
		}
	}
}

// fillActors fills the actors of an event: from all keys of the best rank, such as attacker and defender. Weak names do
// not count where other events of the file have actors by a key of ours.
func (g *Guesser) fillActors(e *Event) {
	if len(e.Actors) > 0 {
		return
	}
	g.rank(e, guess.Actors)
	best, from := -1, slices.Clone(g.ranked)
	for _, i := range from {
		o := &e.Others[i]
		m, _ := o.meaning(guess.Actors)
		if best >= 0 && int(m.Rank) != best {
			break
		}
		if !m.Strong && (g.Known.OwnActors || g.Seen.OwnActors) {
			continue
		}
		some, odd := nodevalue.Names(o.Value, m.Strong)
		if some == nil {
			continue
		}
		had := len(e.Actors)
		if g.own.ReadRole(e, guess.Actors, o.Name, some); len(e.Actors) == had {
			continue
		}
		g.sayOdd(o, odd)
		g.Seen.WeakActors = g.Seen.WeakActors || !m.Strong
		best = int(m.Rank)
		g.take(e, o, guess.Actors)
	}
}

// fillSources fills the sources of an event: from the best key of a name and the best of an address.
func (g *Guesser) fillSources(e *Event) {
	if len(e.Sources) > 0 {
		return
	}
	g.rank(e, guess.Sources)
	for _, i := range slices.Clone(g.ranked) {
		o := &e.Others[i]
		m, _ := o.meaning(guess.Sources)
		if len(e.Sources) > 0 && m.Strong || !m.Strong && !nodevalue.HasAddress(o.Value) {
			continue
		}
		some, odd := nodevalue.Items(o.Value, nodevalue.AreSources)
		if some == nil {
			continue
		}
		had := len(e.Sources)
		if g.own.ReadRole(e, guess.Sources, o.Name, some); len(e.Sources) > had {
			g.take(e, o, guess.Sources)
			g.sayOdd(o, odd)
		}
		if !m.Strong {
			return
		}
	}
}

// sayOdd reports the items of a value that cannot be read as the others are. It is true, since the others are taken.
func (g *Guesser) sayOdd(o *Key, odd []*yaml.Node) bool {
	for _, item := range odd {
		g.Problem(item, rule.ShapeGuessed,
			"an item of `"+o.Name+"` cannot be read; the others are taken, and all are kept", "")
	}
	return true
}

// guessLine reads a line, or the first of a list, and reports whether it is a text of letters.
func (g *Guesser) guessLine(o *Key, into *string) bool {
	n := o.Value
	if n.Kind == yaml.SequenceNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	text, ok := nodevalue.Plain(n, "name", "label", "title")
	if list, _ := guess.Cell(text); len(list) > 0 {
		text = list[0]
	}
	if !ok || !guess.HasLetter(text) || utf8.RuneCountInString(text) > guess.LongestTitle || guess.IsAddress(text) ||
		guess.IsNothing(text) {
		return false
	}
	*into = nodevalue.InLine(text)
	return true
}

// isAccess reports whether a key says who may see the event, as the class of a calendar does.
func (o *Key) isAccess() bool {
	switch strings.ToUpper(o.text()) {
	case "PUBLIC", "PRIVATE", "CONFIDENTIAL":
		return o.Folded == "class" || guess.HasWord(o.Name, "class", "access")
	}
	return false
}

// guessPlace reads where something happened: a place, with the city and the country beside it.
func (g *Guesser) guessPlace(e *Event, o *Key) bool {
	n, items := nodevalue.Cell(o.Value)
	if n != o.Value {
		g.own.SayList(o.Name, o.Value, items)
	}
	text := nodevalue.Place(n)
	if !guess.HasLetter(text) || guess.IsAddress(text) || utf8.RuneCountInString(text) > guess.LongestTitle ||
		strings.HasPrefix(text, "geo:") {
		return false
	}
	e.Location = nodevalue.InLine(text)
	for _, wider := range []string{"city", "town", "state", "region", "province", "country"} {
		for i := range e.Others {
			w := &e.Others[i]
			if w == o || w.Value.Kind != yaml.ScalarNode || w.Folded != wider ||
				!guess.Narrower(o.Name, wider) {
				continue
			}
			more := nodevalue.InLine(strings.TrimSpace(w.Value.Value))
			if guess.HasLetter(more) && !strings.Contains(e.Location, more) && !guess.IsNothing(more) {
				e.Location += ", " + more
				if w.Taken == guess.Nothing {
					w.Taken = guess.Location
					g.ProblemOfKey(w.Node, rule.RoleGuessed, "`"+w.Name+"` is taken for `location`",
						func() string { return "it is a part of that; write location: " + e.Location })
				}
			}
		}
	}
	return true
}
