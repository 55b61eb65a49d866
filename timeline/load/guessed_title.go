package load

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
)

// This file gives a title to an event that has none.

// title gives an event that has none a title: the name of its page, the first words of its text, or else of another
// text that it has, what kind of event it is and where, a word, the name of its file.
func (d *decoder) title(n *yaml.Node, e *eventInHand, found bool) {
	if e.Title != "" {
		return
	}
	how := ""
	if e.Title = d.nameOfPage(); e.Title != "" && (e.Summary == "" || !guess.IsGeneral(e.Title)) {
		how = "the name of its file is"
	} else if e.Title = guess.FirstWords(e.Summary, guess.ShortTitle); e.Title != "" {
		how = "the first words of its text are"
	} else if e.Title, how = d.notesOrActors(e); e.Title != "" {
	} else if e.Title, how = d.anyText(e, 2); e.Title != "" {
	} else if e.Title = strings.Trim(e.Type+", "+e.Location, ", "); e.Title != "" {
		how = "the type and the location are"
	} else if e.Title, how = d.anyText(e, 1); e.Title == "" && !found && d.silent && n.Tag != yamldoc.Broken {
		if e.Title, how = d.values(n, "", 3), "its first values are"; e.Title == "" {
			e.Title, _ = guess.FileTitle(d.in.Name())
			how = "the name of its file is"
		}
	}
	switch {
	case e.Title == "":
		e.Title = timeline.Untitled
		if !found && n.Tag != yamldoc.Broken {
			hint := "add title: and what happened"
			if key := d.anyKey(e); key != "" {
				hint += "; or say which key has it, as in --map title=" + key
			}
			d.problem(n, rule.NoTitle, "the event has no title", hint)
		}
	case !d.batch.Problems().Skip(rule.TitleGuessed, ""):
		d.problem(n, rule.TitleGuessed, "the event has no title; "+how+" taken", "add title: and what happened")
	}
}

// notesOrActors returns the first words of the notes of an event of other people's files, or the names of those who
// took part, where that is what it is of.
func (d *decoder) notesOrActors(e *eventInHand) (text, how string) {
	switch {
	case !d.silent:
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
func (d *decoder) anyKey(e *eventInHand) string {
	for i := range e.others {
		o := &e.others[i]
		if _, ok := d.plain(o.value, guess.TitleShapes...); ok && o.taken == guess.Nothing &&
			len(o.name) <= guess.ShortTitle && !d.looksDated(o) && !guess.IsDated(o.name) &&
			!guess.IsYear(o.name) && !guess.Is(o.name, "id") {
			return d.quotedKey(o.name)
		}
	}
	return ""
}

// anyText returns the first words of the best text that an event has and that is no date and no code, and the key that
// has it. The text is as good as least, of guess.Worth. The best is that of the key that tells most in all events, once
// that is known, so that all have their titles from the same.
func (d *decoder) anyText(e *eventInHand, least int) (text, how string) {
	best := 0
	for i := range e.others {
		o := &e.others[i]
		_, dates := o.meaning(guess.Date)
		_, ends := o.meaning(guess.End)
		said, ok := d.plain(o.value)
		if !ok || dates || ends || o.taken != guess.Nothing && o.taken != guess.Actors || guess.IsCodeKey(o.name) {
			continue
		}
		worth := guess.Worth(said)
		if worth == 0 || d.looksDated(o) {
			continue
		}
		if least > 1 {
			column := d.seen.Column(o.name)
			column.Told, column.Texts = column.Told+min(worth, guess.ShortTitle), column.Texts+1
		}
		if worth < least && !d.known.TellsMost(o.name) {
			continue
		}
		if known := d.known.Seen(o.name).Told; known > 0 {
			worth = known
		}
		if worth > best {
			best, text, how = worth, guess.FirstWords(said, guess.ShortTitle), "`"+o.name+"` is"
		}
	}
	return text, how
}

// values returns the first values of a map with their keys, where that is all that there is to tell an event by.
func (d *decoder) values(n *yaml.Node, path string, depth int) string {
	var all strings.Builder
	for i := 0; i+1 < len(n.Content) && depth > 0 && all.Len() < guess.ShortTitle; i += 2 {
		key, value, one := path+n.Content[i].Value, d.deref(n.Content[i+1]), ""
		switch {
		case value.Kind == yaml.MappingNode:
			one = d.values(value, key+".", depth-1)
		case guess.HasWord(key, "year", "month", "day"):
		case value.Kind == yaml.ScalarNode && value.Value != "" && !d.isDateKey(n.Content[i].Value) &&
			(guess.IsDigits(value.Value) || !d.looksDated(&otherKey{value: value})) &&
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
