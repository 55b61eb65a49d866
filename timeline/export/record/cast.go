package record

import (
	"cmp"
	"strings"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/names"
)

// A cast is who the events that are written name, and how.
type cast struct {
	actors    []casting
	seen      map[string]bool // spellings that were noted
	explained map[string]bool // keys of what a name says in or before brackets
}

// A casting is how an actor is named by the events.
type casting struct {
	needed, written bool            // whether the events need it, and whether it needs a record
	first           string          // the spelling that comes first
	others          []string        // spellings that its record must have
	known           map[string]bool // keys of those that it has, and of others; nil until somebody asks
	called          string          // what a record calls it by; "" until somebody asks
}

func newCast(t *timeline.Timeline) cast {
	return cast{actors: make([]casting, t.Actors()), seen: map[string]bool{}, explained: map[string]bool{}}
}

// need notes the actors and sources that events need, with those that these need.
func (w *Writer) need(s index.Selection, from int) {
	whole := from == 0 && s.Len() == w.t.Len()
	var e timeline.Event
	for n := from; n < s.Len(); n++ {
		w.t.ReadWritten(s.At(n), &e)
		w.undated = w.undated || e.Date.IsZero()
		for _, p := range e.Actors {
			w.name(p.Actor, p.Name)
			for _, also := range p.Also {
				w.name(p.Actor, also)
			}
		}
		for a := range e.EachSpeaker {
			w.speaks(a)
		}
		for i := range e.Figures {
			w.speaks(e.Figures[i].By)
		}
		for ref := range e.EachSource {
			w.cite(ref)
		}
	}
	for a := range w.actors {
		if w.actors[a].needed || whole && w.t.Actor(timeline.ActorRef(a)).Recorded {
			w.needs(timeline.ActorRef(a))
		}
	}
	w.settle(whole)
	for a := range w.actors {
		if w.actors[a].needed {
			w.explain(timeline.ActorRef(a))
		}
	}
	for a := range w.actors {
		c := &w.actors[a]
		c.written = c.needed && !w.isPlain(w.t.Actor(timeline.ActorRef(a)), c)
	}
}

// name notes that an actor is named in a spelling.
func (w *Writer) name(a timeline.ActorRef, spelling string) {
	if a == timeline.NoActor {
		return
	}
	if w.seen[spelling] {
		return
	}
	w.seen[spelling] = true
	c := &w.actors[a]
	c.needed = true
	if c.first == "" {
		c.first = spelling
	}
	actor := w.t.Actor(a)
	if spelling == actor.Name {
		return
	}
	if c.known == nil {
		c.known = map[string]bool{names.Key(actor.Name): true, names.Key(w.writtenID(a)): true}
		for _, known := range actor.Aliases {
			c.known[names.Key(known)] = true
		}
	}
	if key := names.Key(spelling); !c.known[key] {
		c.known[key] = true
		c.others = append(c.others, spelling)
	}
}

// speaks notes that an actor is named by the name that it has, or as the event names it anyway.
func (w *Writer) speaks(a timeline.ActorRef) {
	if a == timeline.NoActor {
		return
	}
	c := &w.actors[a]
	c.needed = true
	c.first = cmp.Or(c.first, w.t.Actor(a).Name)
}

// needs notes that a record is needed, with those of the actors that it names.
func (w *Writer) needs(a timeline.ActorRef) {
	for todo := []timeline.ActorRef{a}; len(todo) > 0; {
		a, todo = todo[len(todo)-1], todo[:len(todo)-1]
		w.actors[a].needed = true
		actor := w.t.Actor(a)
		above := []timeline.ActorRef{actor.Parent}
		for i := range actor.Memberships {
			above = append(above, actor.Memberships[i].Of)
		}
		for _, b := range above {
			if b == timeline.NoActor {
				continue
			}
			if !w.actors[b].needed {
				todo = append(todo, b)
			}
			w.actors[b].needed = true
			w.actors[b].first = w.t.Actor(b).Name // before all events
		}
	}
}

// explain notes what the names of an actor say in brackets, by which another name may be understood.
func (w *Writer) explain(a timeline.ActorRef) {
	for _, name := range append(w.t.Actor(a).Spellings(), w.actors[a].others...) {
		if outside, inside, ok := names.SplitBracket(name); ok {
			w.explained[names.Key(outside)], w.explained[names.Key(inside)] = true, true
		}
	}
}

// call returns what a record calls an actor by: its id where it has a record, or else its name.
func (w *Writer) call(a timeline.ActorRef) string {
	if a == timeline.NoActor {
		return ""
	}
	if w.actors[a].called == "" {
		w.actors[a].called = w.findName(a)
	}
	return w.actors[a].called
}

// findName returns a name by which an actor is found.
func (w *Writer) findName(a timeline.ActorRef) string {
	actor := w.t.Actor(a)
	if id := w.writtenID(a); w.actors[a].written && id != "" {
		if found, ok := w.t.FindActor(id); !ok || found == a {
			return id
		}
	}
	for _, s := range actor.Spellings() {
		if found, ok := w.t.FindActor(s); ok && found == a {
			return s
		}
	}
	return actor.Name
}

// spelling returns how an event names an actor: as in its list of actors, if it is there.
func (w *Writer) spelling(e *timeline.Event, a timeline.ActorRef) string {
	for i := range e.Actors {
		if e.Actors[i].Actor == a {
			return e.Actors[i].Name
		}
	}
	return w.call(a)
}

// writeActors writes the records of the actors that are needed. Of those who have none, it writes what their names
// alone would not say.
func (w *Writer) writeActors(b *block) {
	begun := false
	for i := range w.actors {
		if !w.actors[i].written {
			continue
		}
		if !begun {
			b.key("actors")
			b.text, begun = append(b.text, '\n'), true
		}
		w.writeActor(b, timeline.ActorRef(i))
	}
}

// isPlain reports whether the events make an actor that has no record out of its name.
func (w *Writer) isPlain(a *timeline.Actor, c *casting) bool {
	return !a.Recorded && c.first == a.Name && len(c.others) == 0 && len(a.Aliases) == 0 &&
		a.ID == names.Slug(a.Name, "actor") && !w.explained[names.Key(a.Name)] && !w.isOffice(a.Name)
}

// isOffice reports whether a name is that of another who is written, with an office in brackets, which is left out of a
// name that a record has.
func (w *Writer) isOffice(name string) bool {
	outside, inside, ok := names.SplitBracket(name)
	if !ok || !names.Office(outside, inside) {
		return false
	}
	other, ok := w.t.FindActor(outside)
	return ok && w.actors[other].needed
}

// writtenID returns the id of an actor. It is "" where that is made of the name again, and would mean another actor, or
// be a name of this one, if it were written.
func (w *Writer) writtenID(a timeline.ActorRef) string {
	actor := w.t.Actor(a)
	if actor.ID != names.Slug(actor.Name, "actor") {
		return actor.ID
	}
	if found, ok := w.t.FindActor(actor.ID); ok && found != a || names.Key(actor.ID) != names.Key(actor.Name) {
		return ""
	}
	return actor.ID
}

func (w *Writer) writeActor(b *block, ref timeline.ActorRef) {
	a, c := w.t.Actor(ref), &w.actors[ref]
	b.item()
	b.line("id", w.writtenID(ref))
	b.line("name", a.Name)
	b.line("kind", string(a.Kind))
	b.list("aliases", append(append([]string(nil), a.Aliases...), c.others...))
	if len(a.Memberships) > 0 {
		b.key("memberships")
		b.text = append(b.text, '\n')
		for i := range a.Memberships {
			m := &a.Memberships[i]
			b.mapItem([]pair{
				{"of", w.call(m.Of)}, {"role", m.Role}, {"start", m.Start.EDTF()}, {"end", m.End.EDTF()},
			})
		}
	}
	b.line("parent", w.call(a.Parent))
	b.own(a.Other, func(f timeline.Field) bool {
		return isActorKey(f) && (f.Key != "kind" || a.Kind != "" || !isUnknownKind(f))
	})
	b.close()
}

// isUnknownKind reports whether a text is surely read as a kind that is not known, and kept.
func isUnknownKind(f timeline.Field) bool {
	switch strings.ToLower(f.Value) {
	case "", "null", "~", "person", "organization", "organisation", "state", "country", "group":
		return false
	}
	return !strings.ContainsAny(f.Value, "\t\n") && shapeOfField(f) == textShape
}
