// Package record writes events as a record of dateline's own: YAML that is read back to the same events, and that is
// plain enough to be kept in git and edited by hand.
//
//	head := record.Head(t)                                 // what the record says of itself
//	w := record.New(t, selection, 0)                       // of the selected events, from the first on
//	text := w.Cast(nil)                                    // the actors and sources that they need, and events:
//	text = w.Event(text, t.Event(selection.At(0)))         // an event, as an item of the list
//
// An event is written as its file spells it: each actor by the name that the event gives, each key of the writer's own
// under its name with the value that it had. What could be taken for something else at that place, such as a date that
// could not be read beside one that could, is under the key other, whose keys are the writer's own whatever they are
// called.
//
// The package has a writer of YAML that knows how texts of people look: paragraphs are folded, short lists are in
// brackets, and quotes are only where YAML needs them, or another program would take a text for a number. It chooses no
// events and reads no files. It imports timeline, diag, index, names and sanitize, of what reads files containers,
// dates, guess, inhand, keptvalue and nodevalue, to know what its own text would be taken for, and yaml.v3 to see
// whether a value of the writer's own was a list or a map.
package record

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/internal/guess"
)

// None is the list of a record without events.
const None = "events: []\n"

// A Writer writes events of a record. Its methods append to a text and return it.
type Writer struct {
	t *timeline.Timeline
	cast
	library
	undated bool // whether an event has no date, so that more keys of its file are taken for one of the format
}

// New returns a Writer for the events at the places from, from+1, … of s.
func New(t *timeline.Timeline, s index.Selection, from int) *Writer {
	w := &Writer{t: t, cast: newCast(t), library: newLibrary(t)}
	w.need(s, from)
	return w
}

// Head returns what a record says of itself: its title, description, types, views, and the keys of its own. It is ""
// where a record says nothing.
func Head(t *timeline.Timeline) string {
	b := block{}
	b.line("title", t.Title())
	description, _ := t.WrittenDescription()
	b.prose("description", description)
	if types := t.Types(); len(types) > 0 {
		b.key("types")
		b.text = append(b.text, '\n')
		b.depth += 2
		for _, one := range types {
			b.key(one.Type)
			b.text = append(b.text, ' ')
			b.flowMap([]pair{{"family", one.Family}, {"glyph", one.Glyph}})
			b.text = append(b.text, '\n')
		}
		b.depth -= 2
	}
	if views := t.Views(); len(views) > 0 {
		b.key("views")
		b.text = append(b.text, '\n')
		b.depth += 2
		for _, one := range views {
			if b.line(one.Name, one.Query); one.Query == "" { // which wants every event
				b.key(one.Name)
				b.text = append(b.text, " \"\"\n"...)
			}
		}
		b.depth -= 2
	}
	b.own(distinct(t.Other()), isHeadKey)
	return string(b.text)
}

// distinct returns fields without those that come again with the same value, as they do where several files say so.
func distinct(fields []timeline.Field) (once []timeline.Field) {
	seen := map[timeline.Field]bool{}
	for _, f := range fields {
		if !seen[f] {
			seen[f] = true
			once = append(once, f)
		}
	}
	return once
}

// Cast appends the actors and the sources that the events need, and the key of the events.
func (w *Writer) Cast(text []byte) []byte {
	b := block{text: text}
	w.writeSources(&b)
	w.writeActors(&b)
	return append(b.text, "events:\n"...)
}

// Event appends an event, as an item of the list of events.
func (w *Writer) Event(text []byte, e *timeline.Event) []byte {
	b := block{text: text}
	b.item()
	own := e.Other
	b.line("id", e.ID)
	if e.Date.IsZero() {
		own = b.unread(own)
	} else {
		b.date("date", e.Date.EDTF())
	}
	b.line("title", e.Title) // be it (untitled), so that no other text is taken for it
	b.line("type", e.Type)
	b.line("status", e.Status)
	b.line("location", e.Location)
	b.parts(e.Actors)
	b.prose("summary", e.Summary)
	w.quotes(&b, e)
	w.figures(&b, e)
	w.claims(&b, e)
	b.list("tags", e.Tags)
	w.cited(&b, "sources", e.Sources)
	b.list("related", e.Related)
	b.proses("notes", e.Notes)
	b.own(own, func(f timeline.Field) bool { return e.Date.IsZero() || w.isTaken(e, f) })
	b.close()
	return b.text
}

// isTaken reports whether a key of the writer's own may be taken for one of the format, or its value for events.
func (w *Writer) isTaken(e *timeline.Event, f timeline.Field) bool {
	if isEventKey(f.Key) || f.Key == ReaderNote || mayBeEvents(f) ||
		isPart(f.Key) && len(e.Date.EDTF()) <= len("2025-09") {
		return true
	}
	for _, meant := range guess.Meant(f.Key) {
		if (meant.Strong || w.undated) && lacks(e, meant.Role) {
			return true
		}
	}
	return false
}

// isPart reports whether a key may say the month or the day of a date that lacks it.
func isPart(key string) bool { return guess.Is(key, "month") || guess.Is(key, "day") }

// lacks reports whether an event says nothing for a role.
func lacks(e *timeline.Event, role guess.Role) bool {
	switch role {
	case guess.End:
		return !e.Date.IsInterval() && !e.Date.IsSet()
	case guess.Summary:
		return e.Summary == ""
	case guess.Type:
		return e.Type == ""
	case guess.Status:
		return e.Status == ""
	case guess.Location:
		return e.Location == ""
	case guess.Actors:
		return len(e.Actors) == 0
	case guess.Tags:
		return len(e.Tags) == 0
	case guess.Sources:
		return len(e.Sources) == 0
	}
	return false // every event has a title, and one without a date has no key of its own in its place
}

// parts writes who took part: in brackets where nobody has a role and the line has room.
func (b *block) parts(parts []timeline.Part) {
	names := make([]string, 0, len(parts))
	for _, p := range parts {
		if p.Role != "" || isCalled(p.Name) || slices.ContainsFunc(p.Also, isCalled) {
			b.roles(parts)
			return
		}
		names = append(append(names, p.Name), p.Also...)
	}
	b.list("actors", names)
}

// isCalled reports whether a name is written as a call or a link in notes are, which would be read as the name within.
func isCalled(name string) bool { return strings.HasPrefix(name, "@") || strings.HasPrefix(name, "[[") }

// roles writes who took part, with their roles.
func (b *block) roles(parts []timeline.Part) {
	b.key("actors")
	b.text = append(b.text, '\n')
	for _, p := range parts {
		b.part(p.Name, p.Role)
		for _, also := range p.Also {
			b.part(also, "")
		}
	}
}

// part writes who took part, in one spelling.
func (b *block) part(name, role string) {
	if role != "" || isCalled(name) {
		b.mapItem([]pair{{"actor", name}, {"role", role}})
		return
	}
	b.text = append(appendBlanks(b.text, b.depth+2), "- "...)
	b.text = append(appendText(b.text, name, inBlock, asText), '\n')
}

func (w *Writer) quotes(b *block, e *timeline.Event) {
	if len(e.Quotes) == 0 {
		return
	}
	b.key("quotes")
	b.text = append(b.text, '\n')
	for i := range e.Quotes {
		q := &e.Quotes[i]
		b.item()
		b.line("by", w.spelling(e, q.By))
		b.prose("text", q.Text)
		w.citedBy(b, q.Source)
		b.close()
	}
}

func (w *Writer) figures(b *block, e *timeline.Event) {
	if len(e.Figures) == 0 {
		return
	}
	b.key("figures")
	b.text = append(b.text, '\n')
	for i := range e.Figures {
		f := &e.Figures[i]
		pairs := []pair{
			{"label", f.Label},
			{"value", f.Value},
			{"low", f.Low},
			{"best", f.Best},
			{"high", f.High},
			{"unit", f.Unit},
			{"by", w.spelling(e, f.By)},
		}
		if text, ok := w.key(f.Source); ok {
			b.mapItem(append(pairs, pair{"source", text}))
			continue
		}
		b.item()
		b.pairs(pairs)
		w.citedBy(b, f.Source)
		b.close()
	}
}

func (w *Writer) claims(b *block, e *timeline.Event) {
	if len(e.Claims) == 0 {
		return
	}
	b.key("claims")
	b.text = append(b.text, '\n')
	for i := range e.Claims {
		c := &e.Claims[i]
		b.item()
		b.line("by", w.spelling(e, c.By))
		b.prose("text", c.Text)
		b.line("status", c.Status)
		w.citedBy(b, c.Source)
		b.close()
	}
}
