package otherkeys

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/markup"
)

// This file gives a title to an event that has none.

// Title gives an event that has none a title: the name of its page, the first words of its text, or else of another
// text that it has, what kind of event it is and where, a word, the name of its file.
func (g *Guesser) Title(n *yaml.Node, e *Event, found bool) {
	if e.Title != "" {
		g.Seen.Titled = true
		return
	}
	found = found && !e.Blank
	how := ""
	take := func(text, from string) bool { // a text that says nothing is no title
		if markup.IsReadable(text) && !guess.IsNothing(text) {
			e.Title, how = text, from
		}
		return e.Title != ""
	}
	page := g.nameOfPage()
	switch {
	case take(g.headingOfPage(e), "the heading of its page is"):
	case (e.Summary == "" || !guess.IsGeneral(page)) && take(page, "the name of its file is"):
	case g.isOfOthers() && take(placeAndWord(e)):
	case take(guess.FirstWords(e.Summary, guess.ShortTitle), "the first words of its text are"):
	case take(g.notesOrActors(e)):
	case take(g.anyText(e, 2)):
	case take(typeAndPlace(e)):
	case take(g.anyText(e, 1)), found, !g.isOfOthers(), n.Tag == yamldoc.Broken:
	case take(g.values(n, "", 3), "its first values are"), !g.Silent:
	default:
		name, _ := guess.FileTitle(g.In.Name())
		take(name, "the name of its file is")
	}
	g.Seen.Untitled = g.Seen.Untitled || e.Title == ""
	g.Seen.Titled = g.Seen.Titled || e.Title != "" || nodevalue.HasKey(n.Content, "title") // be it empty
	switch {
	case e.Title == "":
		e.Title = timeline.Untitled
		if !found && n.Tag != yamldoc.Broken {
			hint := "add title: and what happened"
			if key := g.anyKey(e); key != "" && g.offer(guess.Title) {
				hint += "; or say which key has it, as in --map title=" + key
			}
			g.Problem(n, rule.NoTitle, "the event has no title", hint)
		}
	default:
		if message := "the event has no title; " + how + " taken"; !g.Problems.Skip(rule.TitleGuessed, message) {
			g.Problem(n, rule.TitleGuessed, message, "add title: and what happened")
		}
	}
}

// isOfOthers reports whether the events of the file are not meant to have titles: it is of a format of others, or none
// of its events has one.
func (g *Guesser) isOfOthers() bool { return g.Silent || g.Known.IsUntitled() }

// nameOfPage returns the title that the name of a Markdown file has, where that is one event.
func (g *Guesser) nameOfPage() string {
	if !g.Alone || formats.Of(g.In.Name(), "") != formats.Markdown {
		return ""
	}
	title, _ := guess.FileTitle(g.In.Name())
	return title
}

// headingOfPage returns the heading with which a page begins, where the name of the file is the same in fewer signs.
func (g *Guesser) headingOfPage(e *Event) string {
	line, _, _ := strings.Cut(e.Summary, "\n")
	heading, ok := strings.CutPrefix(line, "# ")
	name := g.nameOfPage()
	if !ok || name == "" {
		return ""
	}
	title, whole := guess.TitleOf(heading)
	folded := guess.Fold(markup.Plain(title))
	if !whole || folded == "" || strings.TrimSuffix(guess.Fold(name), "md") != folded {
		return ""
	}
	return title
}

// placeAndWord returns where an event was, with its text, where that is one word, such as successful, which many events
// have.
func placeAndWord(e *Event) (text, how string) {
	const long = 30
	if e.Location == "" || len(e.Summary) > long || strings.Contains(e.Summary, e.Location) ||
		len(strings.Fields(e.Summary)) != 1 || !markup.IsReadable(e.Summary) {
		return "", ""
	}
	return e.Location + ": " + e.Summary, "the location and the text are"
}

// typeAndPlace returns what kind of event it is and where, as far as it says.
func typeAndPlace(e *Event) (text, how string) {
	switch {
	case e.Location == "":
		return e.Type, "the type is"
	case e.Type == "":
		return e.Location, "the location is"
	}
	return e.Type + ", " + e.Location, "the type and the location are"
}

// notesOrActors returns the first words of the notes of an event of other people's files, or the names of those who
// took part, where that is what it is of.
func (g *Guesser) notesOrActors(e *Event) (text, how string) {
	switch {
	case !g.isOfOthers():
		return "", ""
	case len(e.Notes) > 0:
		return guess.FirstWords(e.Notes[0], guess.ShortTitle), "the first words of its notes are"
	case len(e.Actors) < 2:
		return "", ""
	}
	var all []string
	for i := range e.Actors {
		all = append(all, e.Actors[i].Name)
	}
	return guess.FirstWords(strings.Join(all, " – "), guess.ShortTitle), "the names of its actors are"
}

// anyKey returns the first key of an event that nothing takes and that has text, as it is typed in a shell.
func (g *Guesser) anyKey(e *Event) string {
	for i := range e.Others {
		o := &e.Others[i]
		if _, ok := nodevalue.Plain(o.Value, guess.TitleShapes...); ok && o.Taken == guess.Nothing &&
			len(o.Name) <= guess.ShortTitle && !dates.LooksDated(o.Value) && !guess.IsDated(o.Name) &&
			!guess.IsYear(o.Name) && !guess.Is(o.Name, "id") {
			return Typed(o.Name)
		}
	}
	return ""
}

// anyText returns the first words of the best text that an event has and that is no date and no code, and the key that
// has it. The text is as good as least, of guess.Worth. The best is that of the key that tells most in all events, once
// that is known, so that all have their titles from the same.
func (g *Guesser) anyText(e *Event, least int) (text, how string) {
	best := 0
	for i := range e.Others {
		o := &e.Others[i]
		_, dated := o.meaning(guess.Date)
		_, ends := o.meaning(guess.End)
		said, ok := nodevalue.Plain(o.Value)
		if !ok || dated || ends || o.Taken != guess.Nothing && o.Taken != guess.Actors || guess.IsCodeKey(o.Name) {
			continue
		}
		_, texts := nodevalue.Joined(o.Value, "")
		if texts && o.Value.Kind == yaml.SequenceNode && len(o.Value.Content) > 1 {
			continue // of a list of names the first says nothing
		}
		worth := guess.Worth(said)
		if worth == 0 || dates.LooksDated(o.Value) {
			continue
		}
		if least > 1 {
			g.Seen.Column(o.Name).AddText(said, worth)
		}
		if worth < least && !g.Known.TellsMost(o.Name) {
			continue
		}
		if known := g.Known.Seen(o.Name); known.Told > 0 {
			if worth = known.Told; o.Folded == "n" && !known.AreDistinct() {
				worth = 1
			}
		}
		if worth > best {
			best, text, how = worth, guess.FirstWords(said, guess.ShortTitle), "`"+o.Name+"` is"
		}
	}
	return text, how
}

// values returns the first values of a map with their keys, where that is all that there is to tell an event by.
func (g *Guesser) values(n *yaml.Node, path string, depth int) string {
	var all strings.Builder
	for i := 0; i+1 < len(n.Content) && depth > 0 && all.Len() < guess.ShortTitle; i += 2 {
		key, value, one := path+n.Content[i].Value, nodevalue.Deref(n.Content[i+1]), ""
		switch {
		case value.Kind == yaml.MappingNode:
			one = g.values(value, key+".", depth-1)
		case guess.HasWord(key, "year", "month", "day"):
		case value.Kind == yaml.ScalarNode && value.Value != "" && !g.own.IsDateKey(n.Content[i].Value) &&
			(guess.IsDigits(value.Value) || !dates.LooksDated(value)) &&
			!guess.IsAddress(value.Value) && !yamldoc.IsNull(value):
			one = key + ": " + value.Value
		}
		if one != "" && all.Len() > 0 {
			all.WriteString(", ")
		}
		all.WriteString(one)
	}
	return guess.FirstWords(all.String(), guess.ShortTitle)
}
