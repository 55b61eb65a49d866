package load

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
)

// This file reads events that are not in a list of the key events: in lists under other keys, in groups, in maps.

// groups reads what events are in, for a decoder that reads the events, and knows what each has from that.
type groups struct {
	*decoder
	around  around                             // what the event in hand has from what it is in
	first   func(list *yaml.Node) []*yaml.Node // the first items of a list that is read in pieces; nil where none is
	many    func(list *yaml.Node) int          // the number of its items
	long    func(list *yaml.Node) bool         // reads such a list, and reports whether it is one
	kept    map[*yaml.Node]bool                // keys of groups that the record has, since they are too much for events
	points  bool                               // whether points of a map are events, whatever their keys are
	mayGive int                                // bytes that groups may still give events
}

// guessed says that the events are taken from a key that dateline does not know.
func (g *groups) guessed(l containers.List) {
	held, items := "events", l.Items.Content
	if where := g.meanings(); len(items) > 0 && (where.IsDated(items[0]) || where.Wrapped(items[0]) != nil) {
		held = diag.Plural(len(items), "event")
	}
	if l.Form == containers.ByID {
		held = diag.Plural(len(l.Items.Content)/2, "event") + ", each under its id"
	}
	if l.Form == containers.ByDate {
		held = "events under their dates"
	}
	cure := "write events: instead, if that is all of them"
	if l.Key.Value == "events" {
		cure = "begin each event with a hyphen, as in - date: 2025-09-08"
	}
	g.Report(g.At(l.Key), rule.ContainerGuessed, fmt.Sprintf("`%s` holds %s", diag.Brief(l.Path), held), cure)
}

// lists reads the events of some lists. Where there are several, their keys are tags. Beside eras, as TimelineJS has
// them, that of the events only says that they are events.
func (g *groups) lists(lists []containers.List) {
	eras := slices.ContainsFunc(lists, func(l containers.List) bool {
		return l.Key != nil && (l.Key.Value == "era" || l.Key.Value == "eras")
	})
	for _, l := range lists {
		outer := g.around
		g.guesser.DateLike = ""
		where, items := g.meanings(), l.Items.Content
		if l.Form == containers.Items && len(items) > 0 && !where.IsDated(items[0]) {
			g.guesser.DateLike = where.DateLike(l.Items)
		}
		if len(lists) > 1 && l.Key != nil && !(eras && (l.Key.Value == "events" || g.IsDateKey(l.Key.Value))) {
			g.around = outer.tagged(l.Key.Value)
		}
		if l.Key != nil {
			g.key = diag.Brief(l.Key.Value)
		}
		if l.Form != containers.OfDate {
			g.affordList(&l)
		}
		switch l.Form {
		case containers.Items:
			if g.long == nil || !g.long(l.Items) {
				g.each(l.Items, g.event)
			}
		case containers.ByID:
			g.eachByID(l.Items)
		case containers.ByDate:
			g.eachByDate(l.Items)
		case containers.OfDate:
			g.eachOfDate(&l)
		}
		g.around = outer
	}
}

// eachByID reads the events of a map from id to event.
func (g *groups) eachByID(n *yaml.Node) {
	pairs, outer := g.pairs(n), g.around
	for i := 0; i+1 < len(pairs); i += 2 {
		value := g.Follow(pairs[i+1])
		if value.Kind != yaml.MappingNode {
			g.Report(g.At(pairs[i]), rule.UnknownKey, fmt.Sprintf("`%s` is no event, as others here are", pairs[i].Value),
				"it is kept with the record")
			g.batch.AddHeader(&timeline.Header{Other: []timeline.Field{g.Field(g.name(pairs[i]), value)}})
			continue
		}
		g.around = outer.called(g.name(pairs[i]))
		g.event(value)
		g.around = outer
	}
}

// besideEvents gives what a map from id to event of a group has beside its events to them, and returns the map without
// it.
func (g *groups) besideEvents(n *yaml.Node) *yaml.Node {
	pairs := g.pairs(n)
	events := containers.Some(n, nil)
	for i := 0; i+1 < len(pairs); i += 2 {
		if value := g.Follow(pairs[i+1]); value.Kind == yaml.MappingNode {
			events.Content = append(events.Content, pairs[i], value)
			continue
		}
		g.Report(g.At(pairs[i]), rule.UnknownKey, fmt.Sprintf("`%s` is no event, as others here are", pairs[i].Value),
			"it is kept with each of them")
		g.surround(pairs[i], pairs[i+1])
	}
	return events
}

// eachByDate reads the events of a map from date to events, or to what happened.
func (g *groups) eachByDate(n *yaml.Node) {
	pairs := g.pairs(n)
	outer := g.around
	for i := 0; i+1 < len(pairs); i += 2 {
		when, items := []*yaml.Node{containers.Word("date", pairs[i]), pairs[i]}, g.Follow(pairs[i+1])
		if len(pairs[i].Value) > maxTag && !g.affordDate(when, count(items)) {
			when = nil
		}
		g.each(items, func(item *yaml.Node) {
			event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: item.Line, Column: item.Column}
			within, _ := g.meanings().DatedIn(pairs[i], item)
			switch {
			case containers.IsEmpty(item):
				return
			case within != nil:
				event = containers.Some(item, within)
			case item.Kind == yaml.ScalarNode:
				event.Content = append(slices.Clip(when), containers.Word("title", item), item)
			case item.Kind == yaml.MappingNode && g.meanings().NeedsDate(item):
				when := slices.Clone(when)
				if nodevalue.HasKey(item.Content, "month") && len(when) > 0 {
					when[0] = containers.Word("year", pairs[i])
				}
				event = containers.Some(item, append(when, item.Content...))
			default:
				event = item
				says := func(n *yaml.Node) bool {
					return n.Kind != yaml.ScalarNode || strings.Contains(n.Value, pairs[i].Value)
				}
				if item.Kind == yaml.MappingNode && !slices.ContainsFunc(g.datesOf(item.Content), says) {
					g.around = outer.tagged(pairs[i].Value) // the event has a date that does not say so
				}
			}
			g.event(event)
			g.around = outer
		})
		g.around = outer
	}
}

// datesOf returns the keys and values that say when the events of a group are.
func (g *groups) datesOf(pairs []*yaml.Node) (when []*yaml.Node) {
	where := g.meanings()
	for i := 0; i+1 < len(pairs); i += 2 {
		key := pairs[i].Value
		if where.IsDate(key) || key == "end" || guess.Is(key, "month") || guess.Is(key, "day") {
			when = append(when, pairs[i], pairs[i+1])
		}
	}
	return when
}

// eachOfDate reads what happened on the date that is beside a list.
func (g *groups) eachOfDate(l *containers.List) {
	when := g.datesOf(l.Beside)
	if len(when) == 0 {
		g.affordList(l)
	} else if !g.affordDate(when, count(l.Items)) {
		when = nil
	}
	g.each(l.Items, func(item *yaml.Node) {
		event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: item.Line, Column: item.Column}
		if event.Content = append(event.Content, when...); item.Kind == yaml.MappingNode {
			if nodevalue.HasKey(item.Content, "month") && len(when) == 2 && when[0].Value == "date" {
				event.Content[0] = containers.Word("year", when[0])
			}
			event.Content = append(event.Content, item.Content...)
		} else {
			event.Content = append(event.Content, containers.Word("title", item), item)
		}
		g.event(event)
	})
}

// saidOfAll returns the keys and values of a group that hold no events, but for the date that a list has from it.
func (g *groups) saidOfAll(group containers.Group) (pairs []*yaml.Node) {
	dated := len(group.Rest) > 0 && slices.ContainsFunc(group.Lists, func(l containers.List) bool {
		return len(l.Beside) > 0 && l.Beside[0] == group.Rest[0]
	})
	for i := 0; i+1 < len(group.Rest); i += 2 {
		if !dated || !g.IsDateKey(group.Rest[i].Value) {
			pairs = append(pairs, group.Rest[i], group.Rest[i+1])
		}
	}
	return pairs
}

// group reads the events that a map of a list holds, and the map itself if it is an event too. It reports whether the
// map holds any.
func (g *groups) group(n *yaml.Node) bool {
	if !containers.MayHold(n, eventFields.has) {
		return containers.IsHollow(n, g.IsDateKey)
	}
	where := g.meanings()
	if containers.Has(n, "title") { // so an event, whose key other holds what its writer likes
		where.IsOwn = func(key string) bool { return key == containers.Other || isRecordKey(key) }
	}
	if key := where.Wrapped(n); key != nil {
		if where.IsDated(nodevalue.Under(n.Content, key.Value)) || where.Points && containers.IsPoint(n) {
			g.wrapped(n, key)
		} else { // so that the date is beside it
			g.eventRecord(n)
		}
		return true
	}
	group, ok := where.Group(n)
	if !ok {
		isMeant := func(key string) bool { return eventFields.has(key) || len(guess.Meant(key)) > 0 }
		if group, ok = where.Untimed(n, isMeant); !ok {
			return false
		}
	}
	name, at := where.Name(group.Rest)
	outer := g.around
	if name != "" {
		g.around = outer.tagged(name)
	}
	if when := g.datesOf(group.Rest); where.IsDated(containers.Some(n, when)) {
		g.around.when = when
	} else {
		g.around.when = append(slices.Clip(outer.when), when...)
	}
	if where.IsEvent(n) {
		inner := g.around
		g.around = outer
		g.eventRecord(containers.Some(n, group.Rest))
		g.around = inner
		g.around.id = ""
	} else {
		g.around = g.around.called("")
		g.around.given = slices.Clip(g.around.given)
		for i, rest := 0, g.saidOfAll(group); i+1 < len(rest); i += 2 {
			if named := at >= 0 && rest[i] == group.Rest[at] && g.isTitle(rest[i].Value); !named { // else it is a tag
				g.surround(rest[i], rest[i+1])
			}
		}
	}
	inner := g.around
	for _, l := range group.Lists {
		if l.Key != nil && l.Key.Value != "events" {
			g.guessed(l)
		}
		g.around = inner
		g.around.given = slices.Clip(inner.given)
		for i := 0; i+1 < len(l.Rest); i += 2 {
			g.surround(l.Rest[i], l.Rest[i+1])
		}
		if l.Form == containers.ByID {
			l.Items = g.besideEvents(l.Items)
		}
		g.lists([]containers.List{l})
		g.around = inner
	}
	g.around = outer
	return true
}

// surround gives the events of a group a key of it. Where such a key means something in an event, it is told apart.
func (g *groups) surround(key, value *yaml.Node) {
	name := g.name(key)
	if value = g.Follow(value); yamldoc.IsNull(value) {
		return
	}
	if eventFields.has(name) || g.IsDateKey(name) || g.isTitle(name) {
		name = ofGroup + name
	}
	g.around.given = append(g.around.given, &given{Field: g.Field(name, value)})
}

// wrapped reads the one event in a map, with what is beside it there.
func (g *groups) wrapped(n, key *yaml.Node) {
	outer := g.around
	g.around.given = slices.Clip(outer.given)
	var event *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch value := g.Follow(n.Content[i+1]); {
		case n.Content[i] == key:
			event = value
		case n.Content[i].Value == "id" && value.Kind == yaml.ScalarNode && value.Value != "":
			g.around = g.around.called(value.Value)
		default:
			g.surround(n.Content[i], value)
		}
	}
	g.event(event)
	g.around = outer
}
