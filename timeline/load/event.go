package load

import (
	"fmt"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/yamldoc"
)

// An eventInHand is an event that is being read, and those of its nodes that are read when all its fields are known.
type eventInHand struct {
	timeline.EventDraft
	dateNode, startNode, endNode *yaml.Node
}

// event reads an event into the batch, whatever is wrong with it.
func (d *decoder) event(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.problem(n, rule.WrongShape, fmt.Sprintf("an event is a map with `date` and `title`, not %s", shapeOf(n)),
			"write - date: 2025-09-08, and title: … below it")
		return
	}
	if isSurelyEvent(n) || !d.strayed(n, "events", eventFields.has) {
		d.apart(n, &eventFields.parting, d.eventRecord)
	}
}

// eventRecord reads a map that is one event.
func (d *decoder) eventRecord(n *yaml.Node) {
	e := &d.draft
	*e = eventInHand{EventDraft: e.Emptied()}
	e.Pos = d.pos(n)
	found := decode(d, n, eventFields, e, func(f timeline.Field) { e.Other = append(e.Other, f) })
	e.Other = append(e.Other, d.takeLoose()...)
	d.when(n, e)
	if e.Title == "" {
		e.Title = timeline.Untitled
		if !found.has(eventFields.byKey["title"]) && n.Tag != yamldoc.Broken {
			d.problem(n, rule.NoTitle, "the event has no title", "add title: and what happened")
		}
	}
	if body := d.takeBody(); body != "" {
		e.Other = append(e.Other, d.besides(&e.Summary, body, "the event has a summary")...)
	}
	d.batch.AddEvent(&e.EventDraft)
}

// when sets the date of an event from date, or from a span of start and end.
func (d *decoder) when(n *yaml.Node, e *eventInHand) {
	first, name := e.dateNode, "date"
	if first == nil {
		first, name = e.startNode, "start"
	} else if e.startNode != nil {
		d.problem(e.startNode, rule.KeysDisagree, "`start` is given beside `date`", "keep one of them")
		e.Other = append(e.Other, timeline.Field{Key: "start", Value: d.yaml(e.startNode)})
	}
	if first == nil {
		if n.Tag != yamldoc.Broken {
			d.problem(n, rule.NoDate, "the event has no date",
				"add date: as precisely as is known, such as 2025-09-08, 2025-09 or 2025")
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
	e.Actors = records(d, d.asParts(n), partFields, e.Actors, timeline.PartDraft{},
		func(item *yaml.Node, p *timeline.PartDraft) { p.Name = d.line(item) })
	kept := e.Actors[:0]
	for _, p := range e.Actors {
		if p.Name != "" {
			p.Actor = d.batch.Mention(p.Name)
			kept = append(kept, p)
		}
	}
	e.Actors = kept
}

// quotes reads what was said. An item of text is a quote without a speaker.
func (d *decoder) quotes(n *yaml.Node, e *eventInHand) {
	empty := timeline.QuoteDraft{By: timeline.NoMention, Source: timeline.NoCitation}
	e.Quotes = records(d, n, quoteFields, e.Quotes, empty,
		func(item *yaml.Node, q *timeline.QuoteDraft) { q.Text = d.text(item) })
}

// figures reads numbers.
func (d *decoder) figures(n *yaml.Node, e *eventInHand) {
	empty := timeline.FigureDraft{By: timeline.NoMention, Source: timeline.NoCitation}
	e.Figures = records(d, n, figureFields, e.Figures, empty, nil)
}

// claims reads accounts. An item of text is one of nobody in particular.
func (d *decoder) claims(n *yaml.Node, e *eventInHand) {
	empty := timeline.ClaimDraft{By: timeline.NoMention, Source: timeline.NoCitation}
	e.Claims = records(d, n, claimFields, e.Claims, empty,
		func(item *yaml.Node, c *timeline.ClaimDraft) { c.Text = d.text(item) })
}

// related reads the ids of other events, which may come later in the files.
func (d *decoder) related(n *yaml.Node, e *eventInHand) {
	d.each(n, func(item *yaml.Node) {
		if id := d.line(item); id != "" {
			e.Related = append(e.Related, id)
			d.batch.AddRelated(id, d.at(item))
		}
	})
}
