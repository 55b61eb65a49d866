package load

import (
	"cmp"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/yamldoc"
)

// An eventInHand is an event while it is read, with the nodes that are looked at again when all its fields are known.
type eventInHand struct {
	timeline.EventDraft
	dateNode, startNode, endNode *yaml.Node
}

// event reads an event, whatever is wrong with it.
func (d *decoder) event(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.error(n, fmt.Sprintf("an event is a map with `date` and `title`, not %s", shapeOf(n)), "write - date: 2025-09-08, and title: … below it")
		return
	}
	e := &d.draft
	*e = eventInHand{EventDraft: e.Emptied()}
	e.Pos = d.pos(n)
	found := decode(d, n, eventFields, e, func(f timeline.Field) { e.Other = append(e.Other, f) })
	e.Other = append(e.Other, d.takeLoose()...)
	d.when(n, e)
	if e.Title == "" {
		e.Title = timeline.Untitled
		if !found.has(eventFields.byKey["title"]) && n.Tag != yamldoc.Broken {
			d.error(n, "the event has no title", "add title: and what happened")
		}
	}
	if body := d.takeBody(); e.Summary == "" {
		e.Summary = body
	}
	d.batch.AddEvent(&e.EventDraft)
}

// when sets the date of an event from date, or from a span of start and end.
func (d *decoder) when(n *yaml.Node, e *eventInHand) {
	first, name := e.dateNode, "date"
	if first == nil {
		first, name = e.startNode, "start"
	} else if e.startNode != nil {
		d.warn(e.startNode, "`start` is given beside `date`", "keep one of them")
		e.Other = append(e.Other, timeline.Field{Key: "start", Value: d.yaml(e.startNode)})
	}
	if first == nil {
		if n.Tag != yamldoc.Broken {
			d.error(n, "the event has no date", "add date: as precisely as is known, such as 2025-09-08, 2025-09 or 2025")
		}
		if e.endNode != nil {
			e.Other = append(e.Other, timeline.Field{Key: "end", Value: d.yaml(e.endNode)})
		}
		return
	}
	if e.endNode == nil {
		e.Date = d.dateIn(name, first)
	} else {
		e.Date = d.span(name, first, e.endNode)
	}
	if e.Date.IsZero() { // what was written is not lost
		e.Other = append(e.Other, timeline.Field{Key: name, Value: d.yaml(first)})
		if e.endNode != nil {
			e.Other = append(e.Other, timeline.Field{Key: "end", Value: d.yaml(e.endNode)})
		}
	}
}

// parts reads who took part.
func (d *decoder) parts(n *yaml.Node, e *eventInHand) {
	e.Actors = records(d, n, partFields, e.Actors, timeline.PartDraft{}, func(item *yaml.Node, p *timeline.PartDraft) { p.Name = d.line(item) })
	kept := e.Actors[:0]
	for _, p := range e.Actors {
		if p.Name != "" {
			p.Actor = d.batch.Mention(p.Name)
			kept = append(kept, p)
		}
	}
	e.Actors = kept
}

func (d *decoder) quotes(n *yaml.Node, e *eventInHand) {
	e.Quotes = records(d, n, quoteFields, e.Quotes, timeline.QuoteDraft{By: timeline.NoMention, Source: timeline.NoCitation},
		func(item *yaml.Node, q *timeline.QuoteDraft) { q.Text = d.prose(item) })
}

func (d *decoder) figures(n *yaml.Node, e *eventInHand) {
	e.Figures = records(d, n, figureFields, e.Figures, timeline.FigureDraft{By: timeline.NoMention, Source: timeline.NoCitation}, nil)
}

func (d *decoder) claims(n *yaml.Node, e *eventInHand) {
	e.Claims = records(d, n, claimFields, e.Claims, timeline.ClaimDraft{By: timeline.NoMention, Source: timeline.NoCitation},
		func(item *yaml.Node, c *timeline.ClaimDraft) { c.Text = d.prose(item) })
}

// related reads the ids of other events, which may be further on in the files.
func (d *decoder) related(n *yaml.Node, e *eventInHand) {
	d.each(n, func(item *yaml.Node) {
		if id := d.line(item); id != "" {
			e.Related = append(e.Related, id)
			d.batch.AddRelated(id, d.at(item))
		}
	})
}

// citations reads the sources of an event.
func (d *decoder) citations(n *yaml.Node, e *eventInHand) {
	if e.Sources == nil {
		e.Sources = make([]timeline.Citation, 0, count(n))
	}
	d.each(n, func(item *yaml.Node) {
		if c := d.citation(item); c != timeline.NoCitation {
			e.Sources = append(e.Sources, c)
		}
	})
}

// citation reads the id or link of a source, or a source in place.
func (d *decoder) citation(n *yaml.Node) timeline.Citation {
	if n.Kind == yaml.MappingNode {
		return d.batch.CiteSource(d.source(n, ""))
	}
	text := d.line(n)
	if text == "" {
		return timeline.NoCitation
	}
	return d.batch.Cite(text, d.at(n))
}

// source reads a source record.
func (d *decoder) source(n *yaml.Node, id string) timeline.SourceDraft {
	s := timeline.SourceDraft{Source: timeline.Source{ID: id, Pos: d.pos(n)}}
	decode(d, n, sourceFields, &s, func(f timeline.Field) { s.Other = append(s.Other, f) })
	if s.ID == "" && s.Title == "" && s.URL == "" && s.Publisher == "" {
		d.error(n, "the source says nothing of what it is", "give it an id, a title or a url")
	}
	s.At = cmp.Or(s.At, d.at(n))
	return s
}

// sources reads the sources of a file: a list of records or links, or a map from id to record.
func (d *decoder) sources(n *yaml.Node) {
	d.eachRecord(n, sourceFields.has, func(id string, n *yaml.Node) {
		switch {
		case n.Kind == yaml.MappingNode:
			d.batch.AddSource(d.source(n, id))
		case n.Kind == yaml.ScalarNode:
			s := timeline.SourceOf(d.line(n))
			s.ID, s.Pos = id, d.pos(n)
			d.batch.AddSource(timeline.SourceDraft{Source: s, At: d.at(n)})
		default:
			d.error(n, "a source is a map or a link, not a list", "write it as {id: …, title: …, url: …}")
		}
	})
}

// mention reads the name of an actor, to be resolved when all records are known.
func (d *decoder) mention(n *yaml.Node) timeline.Mention {
	if name := d.line(n); name != "" {
		return d.batch.Mention(name)
	}
	return timeline.NoMention
}

// mentioned reads the name of an actor, as mention does, and returns it.
func (d *decoder) mentioned(n *yaml.Node) string {
	name := d.line(n)
	if name != "" {
		d.batch.Mention(name)
	}
	return name
}

// actors reads the actors of a file: a list of records or names, or a map from id to record.
func (d *decoder) actors(n *yaml.Node) {
	d.eachRecord(n, actorFields.has, func(id string, n *yaml.Node) {
		a := timeline.ActorDraft{ID: id, Pos: d.pos(n)}
		switch n.Kind {
		case yaml.MappingNode:
			decode(d, n, actorFields, &a, func(f timeline.Field) { a.Other = append(a.Other, f) })
			a.Other = append(a.Other, d.takeLoose()...)
		case yaml.ScalarNode:
			a.Name = d.spelling(n, &a)
		default:
			d.error(n, "an actor is a map or a name, not a list", "write it as {id: …, name: …}")
			return
		}
		if a.Name == "" && a.ID == "" {
			d.error(n, "the actor has no name", "add name:")
			return
		}
		a.At = d.at(n)
		if len(a.Spelled) > 0 && a.Spelled[0].Text == a.ID {
			a.At = a.Spelled[0].At
		}
		d.batch.AddActor(a)
	})
}

// eachRecord reads a list of records, or a map from id to record; one record is a list of one.
func (d *decoder) eachRecord(n *yaml.Node, isField func(key string) bool, read func(id string, n *yaml.Node)) {
	if n.Kind != yaml.MappingNode || isRecord(n, isField) {
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
		if value := d.follow(pairs[i+1]); yamldoc.IsNull(value) {
			read("", pairs[i])
		} else {
			read(id, value)
		}
	}
}

// isRecord says whether a map is one record and not a map from id to record: one of its keys is a field, and not a map.
func isRecord(n *yaml.Node, isField func(key string) bool) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if isField(n.Content[i].Value) && n.Content[i+1].Kind != yaml.MappingNode {
			return true
		}
	}
	return false
}

// spelling reads one spelling of an actor's name.
func (d *decoder) spelling(n *yaml.Node, a *timeline.ActorDraft) string {
	name := d.line(n)
	if name != "" {
		a.Spelled = append(a.Spelled, diag.Ref{Text: name, At: d.at(n)})
	}
	return name
}

func (d *decoder) aliases(n *yaml.Node, a *timeline.ActorDraft) {
	d.each(n, func(item *yaml.Node) {
		if alias := d.spelling(item, a); alias != "" {
			a.Aliases = append(a.Aliases, alias)
		}
	})
}

// kinds holds the kinds of actor by the words that writers use.
var kinds = map[string]timeline.Kind{
	"person": timeline.Person, "organization": timeline.Organization, "organisation": timeline.Organization, "state": timeline.State, "country": timeline.State, "group": timeline.Group,
}

func (d *decoder) kind(n *yaml.Node, a *timeline.ActorDraft) {
	word := d.line(n)
	kind, known := kinds[strings.ToLower(word)]
	if !known && word != "" {
		d.warn(n, fmt.Sprintf("unknown kind `%s`", word), "the kinds are person, organization, state and group")
		a.Other = append(a.Other, timeline.Field{Key: d.key, Value: word})
	}
	a.Kind = kind
}

func (d *decoder) memberships(n *yaml.Node, a *timeline.ActorDraft) {
	a.Memberships = records(d, n, membershipFields, a.Memberships, timeline.MembershipDraft{},
		func(item *yaml.Node, m *timeline.MembershipDraft) { m.OfAt, m.Of = d.at(item), d.mentioned(item) })
}

// largestBatch is about how many bytes a batch has, at least, that takes no more events.
const largestBatch = 1 << 20

// events reads the events of a file.
func (d *decoder) events(n *yaml.Node) {
	if n.Kind == yaml.MappingNode && !isRecord(n, eventFields.has) {
		d.error(n, "`events` is a map where a list belongs", "begin each event with a hyphen: - date: 2025-09-08")
		return
	}
	if s := d.reader.List(n); s != nil {
		d.pieces(s)
		return
	}
	d.each(n, func(item *yaml.Node) {
		if !d.reader.Stopped() {
			d.event(item)
		}
		if d.batch.Size() >= largestBatch {
			d.flush()
		}
	})
}
