package load

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/slides"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/markup"
)

// event reads an event into the batch, whatever is wrong with it.
func (d *decoder) event(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		d.Problem(n, rule.WrongShape, fmt.Sprintf("an event is a map with `date` and `title`, not %s", nodevalue.Shape(n)),
			"write - date: 2025-09-08, and title: … below it")
		d.bare(n)
		return
	}
	if d.Silent && slides.Is(n) && !d.mapsSlides() {
		n, d.plain = slides.Event(n)
		defer func() { d.plain = false }()
	}
	if d.groups.group(n) {
		return
	}
	if d.Silent { // a row is an event, whatever its keys are
		d.eventRecord(n)
		return
	}
	foreign, strays := d.Seen.Foreign, d.Seen.Strays
	if d.Seen.Strays = false; isSurelyEvent(n) || !d.strayed(n, "events", eventFields.has) {
		d.apart(n, &eventFields.parting, d.eventRecord)
		if d.Seen.Strays { // what it lacks says nothing of the file
			d.Seen.Foreign = foreign
		}
	}
	d.Seen.Strays = d.Seen.Strays || strays
}

// mapsSlides reports whether the reader says what a key of slides stands for. Then they are read as that says.
func (d *decoder) mapsSlides() bool {
	return slices.ContainsFunc(slides.Keys(), func(key string) bool { return d.options.of(key) != "" })
}

// bare keeps an item of the events that is no map as an event without a date.
func (d *decoder) bare(n *yaml.Node) {
	e := &d.draft
	*e = eventInHand{EventDraft: e.Emptied(), Others: e.Others[:0]}
	e.Pos = d.Pos(n)
	text := ""
	if n.Kind == yaml.ScalarNode {
		text = d.line(n)
	}
	if name := unlinked(text); markup.IsReadable(name) {
		e.Title = name
	}
	if n.Kind != yaml.ScalarNode || e.Title != text {
		e.Other = append(e.Other, d.Field("event", n))
	}
	e.Title = cmp.Or(e.Title, timeline.Untitled)
	d.batch.AddEvent(&e.EventDraft)
}

// eventRecord reads a map that is one event. Where the program fails over it, the event is kept as it stands, and the
// others are read.
func (d *decoder) eventRecord(n *yaml.Node) {
	d.Problems.BeginEvent()
	defer d.Problems.EndEvent()
	key, lost, loose := d.key, len(d.lost), len(d.loose)
	failed := parallel.Catch(func() { d.wholeEvent(n) })
	if failed == nil {
		return
	}
	d.key, d.lost, d.loose, d.quiet = key, d.lost[:lost], d.loose[:loose], false
	d.failed(d.At(n), "this event", failed)
	d.bare(n)
}

// failed reports that the program fails over what stands somewhere.
func (d *decoder) failed(at diag.Range, what string, fault *parallel.Panic) {
	d.Report(at, rule.ProgramFault, "dateline fails over "+what+": "+nodevalue.InLine(fault.Error()),
		"this is a fault of dateline; please report it with "+what+" and \""+fault.Origin()+
			"\"; all else is read")
}

// wholeEvent reads a map that is one event.
func (d *decoder) wholeEvent(n *yaml.Node) {
	e := &d.draft
	*e = eventInHand{EventDraft: e.Emptied(), Others: e.Others[:0]}
	e.Pos = d.Pos(n)
	if d.options.Map != nil && !d.fixed {
		d.checkMap(n)
	}
	found := decode(d, n, eventFields, e, func(f timeline.Field) { e.Other = append(e.Other, f) })
	e.Other = append(e.Other, d.takeLoose()...)
	for i := range e.Other { // in JSON of ours lists and maps are texts as well
		e.Other[i].Text = e.Other[i].Text && !e.Exact
	}
	d.Seen.Own |= eventFields.rolesOf(found)
	d.Seen.OwnStart = d.Seen.OwnStart || e.StartNode != nil
	own := d.guesser.When(n, e)
	d.Seen.Ours, d.Seen.Foreign = d.Seen.Ours || own, d.Seen.Foreign || !own || e.Title == ""
	d.Seen.OwnActors = d.Seen.OwnActors || len(e.Actors) > 0
	if body := d.takeBody(); body != "" {
		e.Markup = true
		e.Other = append(e.Other, d.besides(&e.Summary, body, "the event has a summary")...)
	}
	if len(e.Others) > 0 {
		d.guesser.Fill(e)
		d.sayOthers(n, e)
	}
	d.groups.around.give(&e.EventDraft)
	d.guesser.HeedTitle(n, e)
	d.guesser.Title(n, e, found.has(eventFields.byKey["title"]))
	e.Title, e.Location = cmp.Or(unlinked(e.Title), timeline.Untitled), placeOf(e.Location) // guessed as written
	e.Markup = !d.plain && (e.Markup || d.Silent || markup.IsHTML(e.Title) || markup.IsHTML(e.Summary))
	d.batch.AddEvent(&e.EventDraft)
}

// parts reads who took part: a list, one text, or a map from a name to its role.
func (d *decoder) parts(n *yaml.Node, e *eventInHand) {
	switch n = d.known(d.cell(nodevalue.Wiki(n))); {
	case n.Kind == yaml.ScalarNode:
		for _, name := range d.listOf(n, d.options.names) {
			e.Actors = d.addPart(e.Actors, timeline.PartDraft{Name: d.actorName(n, name)})
		}
		return
	case n.Kind == yaml.MappingNode && !isRecord(n, partFields.has):
		d.partsByName(n, e)
		return
	}
	from := len(e.Actors)
	if n.Kind == yaml.SequenceNode {
		n = nodevalue.Wikis(n)
	}
	list := records(d, d.asParts(n), partFields, e.Actors, timeline.PartDraft{},
		func(item *yaml.Node, p *timeline.PartDraft) { p.Name = d.actorName(item, d.line(item)) })
	e.Actors = list[:from]
	for _, p := range list[from:] {
		e.Actors = d.addPart(e.Actors, p)
	}
}

// partsByName reads a map from the name of an actor to its role, or from what some have in common to their names.
func (d *decoder) partsByName(n *yaml.Node, e *eventInHand) {
	pairs := d.pairs(n)
	for i := 0; i+1 < len(pairs); i += 2 {
		name, value := d.name(pairs[i]), d.Follow(pairs[i+1])
		switch value.Kind {
		case yaml.SequenceNode:
			text, ok := nodevalue.Joined(value, "\n")
			if !ok {
				d.lose(n)
				continue
			}
			for _, one := range strings.Split(text, "\n") {
				e.Actors = d.addPart(e.Actors, timeline.PartDraft{Name: d.actorName(n, one), Role: name})
			}
		case yaml.MappingNode:
			d.lose(n)
			e.Actors = d.addPart(e.Actors, timeline.PartDraft{Name: d.actorName(n, name), Role: nodevalue.TextOf(value, "role")})
		default:
			role := ""
			if !yamldoc.IsNull(value) {
				role = d.line(value)
			}
			e.Actors = d.addPart(e.Actors, timeline.PartDraft{Name: d.actorName(n, strings.TrimSpace(name)), Role: role})
		}
	}
}

// addPart adds an actor to a list, unless it has no name.
func (d *decoder) addPart(to []timeline.PartDraft, p timeline.PartDraft) []timeline.PartDraft {
	if p.Name == "" {
		if p.Role != "" {
			d.loose = append(d.loose, ofText(d.key+".role", p.Role))
		}
		return to
	}
	p.Name, p.Role = nodevalue.InLine(p.Name), nodevalue.InLine(p.Role)
	p.Actor = d.batch.Mention(p.Name)
	return append(to, p)
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
			d.batch.AddRelated(id, d.At(item))
		}
	})
}
