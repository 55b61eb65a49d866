package timeline

import (
	"cmp"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"
)

// An eventDraft is an event while it is read, with the nodes that are looked at again when all its fields are known.
type eventDraft struct {
	Event
	id, date, start, end *yaml.Node
}

// emptied is an event that says nothing, with the room that e has.
func (e *Event) emptied() Event {
	return Event{
		Actors: e.Actors[:0], Tags: e.Tags[:0], Quotes: e.Quotes[:0], Figures: e.Figures[:0], Claims: e.Claims[:0],
		Sources: e.Sources[:0], Related: e.Related[:0], Notes: e.Notes[:0], Other: e.Other[:0],
	}
}

// untitled stands where a title is missing, so that the event can be seen.
const untitled = "(untitled)"

// event reads an event, whatever is wrong with it.
func (d *decoder) event(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.error(n, fmt.Sprintf("an event is a map with `date` and `title`, not %s", shapeOf(n)), "write - date: 2025-09-08, and title: … below it")
		return
	}
	e := &d.draft
	*e = eventDraft{Event: e.emptied()}
	e.Pos = d.pos(n)
	found := decode(d, n, eventFields, e, func(f Field) { e.Other = append(e.Other, f) })
	e.Other = append(e.Other, d.takeLoose()...)
	d.when(n, e)
	if e.Title == "" {
		e.Title = untitled
		if title, _ := eventFields.byKey.find("title"); !found.has(title) && n.Tag != broken {
			d.error(n, "the event has no title", "add title: and what happened")
		}
	}
	if body := d.takeBody(); e.Summary == "" {
		e.Summary = body
	}
	var idAt place
	if e.id != nil {
		idAt = d.at(e.id)
	}
	d.addEvent(&e.Event, idAt)
}

// when sets the date of an event from date, or from a span of start and end.
func (d *decoder) when(n *yaml.Node, e *eventDraft) {
	first, name := e.date, "date"
	if first == nil {
		first, name = e.start, "start"
	} else if e.start != nil {
		d.warn(e.start, "`start` is given beside `date`", "keep one of them")
		e.Other = append(e.Other, Field{Key: "start", Value: d.yaml(e.start)})
	}
	if first == nil {
		if n.Tag != broken {
			d.error(n, "the event has no date", "add date: as precisely as is known, such as 2025-09-08, 2025-09 or 2025")
		}
		if e.end != nil {
			e.Other = append(e.Other, Field{Key: "end", Value: d.yaml(e.end)})
		}
		return
	}
	if e.end == nil {
		e.Date = d.dateIn(name, first)
	} else {
		e.Date = d.span(name, first, e.end)
	}
	if e.Date.IsZero() { // what was written is not lost
		e.Other = append(e.Other, Field{Key: name, Value: d.yaml(first)})
		if e.end != nil {
			e.Other = append(e.Other, Field{Key: "end", Value: d.yaml(e.end)})
		}
	}
}

// parts reads who took part.
func (d *decoder) parts(n *yaml.Node, e *eventDraft) {
	e.Actors = records(d, n, partFields, e.Actors, Part{}, func(item *yaml.Node, p *Part) { p.Name = d.line(item) })
	kept := e.Actors[:0]
	for _, p := range e.Actors {
		if p.Name != "" {
			p.Actor = d.mention(p.Name)
			kept = append(kept, p)
		}
	}
	e.Actors = kept
}

func (d *decoder) quotes(n *yaml.Node, e *eventDraft) {
	e.Quotes = records(d, n, quoteFields, e.Quotes, Quote{By: NoActor, Source: NoSource},
		func(item *yaml.Node, q *Quote) { q.Text = d.prose(item) })
}

func (d *decoder) figures(n *yaml.Node, e *eventDraft) {
	e.Figures = records(d, n, figureFields, e.Figures, Figure{By: NoActor, Source: NoSource}, nil)
}

func (d *decoder) claims(n *yaml.Node, e *eventDraft) {
	e.Claims = records(d, n, claimFields, e.Claims, Claim{By: NoActor, Source: NoSource},
		func(item *yaml.Node, c *Claim) { c.Text = d.prose(item) })
}

// related reads the ids of other events, which may be further on in the files.
func (d *decoder) related(n *yaml.Node, e *eventDraft) {
	d.each(n, func(item *yaml.Node) {
		if id := d.line(item); id != "" {
			e.Related = append(e.Related, id)
			d.follows = append(d.follows, reference{id, d.at(item)})
		}
	})
}

// citations reads the sources of an event.
func (d *decoder) citations(n *yaml.Node, e *eventDraft) {
	if e.Sources == nil {
		e.Sources = make([]SourceRef, 0, count(n))
	}
	d.each(n, func(item *yaml.Node) {
		if s := d.citation(item); s != NoSource {
			e.Sources = append(e.Sources, s)
		}
	})
}

// citation reads the id or link of a source, or a source in place.
func (d *decoder) citation(n *yaml.Node) SourceRef {
	if n.Kind == yaml.MappingNode {
		return d.citeRecord(d.source(n, ""))
	}
	text := d.line(n)
	if text == "" {
		return NoSource
	}
	if !isLink(text) {
		d.cited = append(d.cited, reference{text, d.at(n)})
	}
	return d.cite(text)
}

// isLink says whether a text is a link and not an id.
func isLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// A sourceDraft is a source while it is read.
type sourceDraft struct {
	Source
	id *yaml.Node
	at place // of its id, or of all of it
}

// source reads a source record and gives its place in the passage.
func (d *decoder) source(n *yaml.Node, id string) int {
	s := sourceDraft{Source: Source{ID: id, Pos: d.pos(n)}}
	decode(d, n, sourceFields, &s, func(f Field) { s.Other = append(s.Other, f) })
	if s.ID == "" && s.Title == "" && s.URL == "" && s.Publisher == "" {
		d.error(n, "the source says nothing of what it is", "give it an id, a title or a url")
	}
	s.at = d.at(cmp.Or(s.id, n))
	return d.addSource(s)
}

// sources reads the sources of a file: a list of records or links, or a map from id to record.
func (d *decoder) sources(n *yaml.Node) {
	d.keyed(n, &sourceFields.byKey, func(id string, n *yaml.Node) {
		switch {
		case n.Kind == yaml.MappingNode:
			d.source(n, id)
		case n.Kind == yaml.ScalarNode && isLink(n.Value):
			d.addSource(sourceDraft{Source: Source{ID: id, URL: d.line(n), Pos: d.pos(n)}, at: d.at(n)})
		case n.Kind == yaml.ScalarNode:
			d.addSource(sourceDraft{Source: Source{ID: id, Title: d.line(n), Pos: d.pos(n)}, at: d.at(n)})
		default:
			d.error(n, "a source is a map or a link, not a list", "write it as {id: …, title: …, url: …}")
		}
	})
}

// actor reads the name of an actor, to be resolved when all records are known.
func (d *decoder) actor(n *yaml.Node) ActorRef {
	if name := d.line(n); name != "" {
		return d.mention(name)
	}
	return NoActor
}

// An actorDraft is an actor while it is read, with the places of what can only be checked when all are known.
type actorDraft struct {
	Actor
	at       place       // of its id, or of all of it
	spelled  []reference // id, name and aliases
	parentAt place
	members  []memberDraft
}

// actors reads the actors of a file: a list of records or names, or a map from id to record.
func (d *decoder) actors(n *yaml.Node) {
	d.keyed(n, &actorFields.byKey, func(id string, n *yaml.Node) {
		a := actorDraft{Actor: Actor{ID: id, Parent: NoActor, Recorded: true, Pos: d.pos(n)}}
		switch n.Kind {
		case yaml.MappingNode:
			decode(d, n, actorFields, &a, func(f Field) { a.Other = append(a.Other, f) })
			a.Other = append(a.Other, d.takeLoose()...)
		case yaml.ScalarNode:
			a.Name = d.spelled(n, &a)
		default:
			d.error(n, "an actor is a map or a name, not a list", "write it as {id: …, name: …}")
			return
		}
		if a.Name == "" && a.ID == "" {
			d.error(n, "the actor has no name", "add name:")
			return
		}
		a.at = d.at(n)
		if len(a.spelled) > 0 && a.spelled[0].text == a.ID {
			a.at = a.spelled[0].at
		}
		d.passage.actors = append(d.passage.actors, a)
	})
}

// mentioned makes the mentions of a passage in a those that they are in the record.
func (a *actorDraft) mentioned(of []ActorRef) {
	if a.Parent != NoActor {
		a.Parent = of[a.Parent]
	}
	for i := range a.members {
		if m := &a.members[i].Membership; m.Of != NoActor {
			m.Of = of[m.Of]
			a.Memberships[i].Of = m.Of
		}
	}
}

// keyed reads a list of records, or a map from id to record; one record is a list of one.
func (d *decoder) keyed(n *yaml.Node, fields *keyTable, read func(id string, n *yaml.Node)) {
	if n.Kind != yaml.MappingNode || isRecord(n, fields) {
		d.each(n, func(item *yaml.Node) { read("", item) })
		return
	}
	seen := map[string]bool{}
	pairs := d.pairs(n)
	for i := 0; i+1 < len(pairs); i += 2 {
		id := d.name(pairs[i])
		if seen[id] {
			d.error(pairs[i], fmt.Sprintf("duplicate key `%s`", id), "keep one of them; only the first is read")
			continue
		}
		seen[id] = true
		if value := d.follow(pairs[i+1]); isNull(value) {
			read("", pairs[i])
		} else {
			read(id, value)
		}
	}
}

// isRecord says whether a map is one record and not a map from id to record: one of its keys is a field, and not a map.
func isRecord(n *yaml.Node, fields *keyTable) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if _, known := fields.find(n.Content[i].Value); known && n.Content[i+1].Kind != yaml.MappingNode {
			return true
		}
	}
	return false
}

// spelled reads one spelling of an actor's name.
func (d *decoder) spelled(n *yaml.Node, a *actorDraft) string {
	name := d.line(n)
	if name != "" {
		a.spelled = append(a.spelled, reference{name, d.at(n)})
	}
	return name
}

func (d *decoder) aliases(n *yaml.Node, a *actorDraft) {
	d.each(n, func(item *yaml.Node) {
		if alias := d.spelled(item, a); alias != "" {
			a.Aliases = append(a.Aliases, alias)
		}
	})
}

// kinds holds the kinds of actor by the words that writers use.
var kinds = map[string]Kind{
	"person": Person, "organization": Organization, "organisation": Organization, "state": State, "country": State, "group": Group,
}

func (d *decoder) kind(n *yaml.Node, a *actorDraft) {
	word := d.line(n)
	kind, known := kinds[strings.ToLower(word)]
	if !known && word != "" {
		d.warn(n, fmt.Sprintf("unknown kind `%s`", word), "the kinds are person, organization, state and group")
		a.Other = append(a.Other, Field{Key: d.key, Value: word})
	}
	a.Kind = kind
}

// A memberDraft is a membership while it is read.
type memberDraft struct {
	Membership
	ofAt, endAt place
}

func (d *decoder) memberships(n *yaml.Node, a *actorDraft) {
	a.members = records(d, n, membershipFields, a.members, memberDraft{Membership: Membership{Of: NoActor}},
		func(item *yaml.Node, m *memberDraft) { m.ofAt, m.Of = d.at(item), d.actor(item) })
	a.Memberships = make([]Membership, len(a.members))
	for i, m := range a.members {
		a.Memberships[i] = m.Membership
	}
}

// events reads the events of a file.
func (d *decoder) events(n *yaml.Node) {
	if n.Kind == yaml.MappingNode && !isRecord(n, &eventFields.byKey) {
		d.error(n, "`events` is a map where a list belongs", "begin each event with a hyphen: - date: 2025-09-08")
		return
	}
	if s := d.reader.list(n); s != nil {
		d.pieces(s)
		return
	}
	d.each(n, func(item *yaml.Node) {
		if !d.reader.stopped() {
			d.event(item)
		}
		if len(d.passage.events.text) >= largestText {
			d.flush()
		}
	})
}
