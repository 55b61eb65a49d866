package load

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
)

// This file reads events that are not in a list of the key events: in lists under other keys, in groups, in maps.

// meanings knows what keys mean to package containers.
func (d *decoder) meanings() containers.Keys {
	return containers.Keys{
		IsDate: d.IsDateKey, IsTitle: d.isTitle, IsWhen: d.isWhen,
		IsOwn: d.isRecordKey,
		First: func(list *yaml.Node) []*yaml.Node {
			if d.first == nil {
				return nil
			}
			return d.first(list)
		},
	}
}

// isTitle reports whether a key means a title, by its name or as the reader says.
func (d *decoder) isTitle(key string) bool {
	return d.options.of(key) == "title" || containers.IsTitle(key)
}

// isRecordKey reports whether a key of the format holds records or names, which are no events.
func (*decoder) isRecordKey(key string) bool {
	if key == "types" {
		return true
	}
	number, known := eventFields.byKey[key]
	return known && eventFields.fields[number].many
}

// isWhen reports whether a key is a date.
func (*decoder) isWhen(text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	_, ok := edtf.Read(text)
	return ok || len(written.Readings(text)) > 0
}

// contained reads a record whose events are under keys of its own. It reports whether the map holds any.
func (r *fileReader) contained(n *yaml.Node, h *head) bool {
	where := r.meanings()
	group, ok := where.Group(n)
	switch {
	case where.IsByID(n):
		group = containers.Group{Lists: []containers.List{{Items: n, Form: containers.ByID}}}
	case where.IsByDate(n):
		dates := containers.List{Items: containers.Some(n, nil), Form: containers.ByDate}
		group = containers.Group{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if pair := n.Content[i : i+2]; r.isWhen(pair[0].Value) {
				dates.Items.Content = append(dates.Items.Content, pair...)
			} else {
				group.Rest = append(group.Rest, pair...)
			}
		}
		group.Lists = []containers.List{dates}
	case !ok:
		return false
	}
	if group.Lists[0].Key != nil && where.IsEvent(n) {
		r.eventRecord(containers.Some(n, group.Rest))
	} else {
		rest := containers.Some(n, group.Rest)
		for _, l := range group.Lists {
			rest.Content = append(rest.Content, l.Rest...)
		}
		decode(&r.decoder, rest, headFields, h, func(f timeline.Field) { h.Other = append(h.Other, f) })
	}
	for i := 0; h.Title == "" && i+1 < len(group.Rest); i += 2 {
		if key := group.Rest[i].Value; key == "name" || key == "headline" || key == "heading" {
			h.Title = r.line(group.Rest[i+1])
		}
	}
	r.batch.AddEarly(&h.Header)
	for _, l := range group.Lists {
		if l.Key != nil && l.Key.Value != "events" {
			r.guessed(l)
		}
	}
	r.lists(group.Lists)
	return true
}

// slide returns a map whose title, where it is the first slide of TimelineJS, is its headline; what else the slide says
// is the description, and kept.
func (d *decoder) slide(n *yaml.Node) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Value != "title" || value.Kind != yaml.MappingNode {
			continue
		}
		meant := containers.Some(n, append(slices.Clone(n.Content[:i]), n.Content[i+2:]...))
		for k := 0; k+1 < len(value.Content); k += 2 {
			if inner := value.Content[k+1]; value.Content[k].Value == "text" && inner.Kind == yaml.MappingNode {
				for m := 0; m+1 < len(inner.Content); m += 2 {
					name := inner.Content[m]
					switch name.Value {
					case "headline":
						name = containers.Word("title", name)
					case "text":
						name = containers.Word("description", name)
					}
					meant.Content = append(meant.Content, name, inner.Content[m+1])
				}
				continue
			}
			meant.Content = append(meant.Content, value.Content[k], value.Content[k+1])
		}
		return meant
	}
	return n
}

// guessed says that the events are taken from a key that dateline does not know.
func (d *decoder) guessed(l containers.List) {
	held, items := "events", l.Items.Content
	if where := d.meanings(); len(items) > 0 && (where.IsDated(items[0]) || where.Wrapped(items[0]) != nil) {
		held = diag.Plural(len(items), "event")
	}
	if l.Form == containers.ByID {
		held = diag.Plural(len(l.Items.Content)/2, "event") + ", each under its id"
	}
	if l.Form == containers.ByDate {
		held = "events under their dates"
	}
	d.Report(d.At(l.Key), rule.ContainerGuessed, fmt.Sprintf("`%s` holds %s", diag.Brief(l.Path), held),
		"write events: instead, if that is all of them")
}

// lists reads the events of some lists. Where there are several, their keys are tags.
func (d *decoder) lists(lists []containers.List) {
	for _, l := range lists {
		outer := d.around
		d.guesser.DateLike = ""
		where, items := d.meanings(), l.Items.Content
		if l.Form == containers.Items && len(items) > 0 && !where.IsDated(items[0]) {
			d.guesser.DateLike = where.DateLike(l.Items)
		}
		if len(lists) > 1 && l.Key != nil {
			d.around = outer.tagged(l.Key.Value)
		}
		if l.Key != nil {
			d.key = diag.Brief(l.Key.Value)
		}
		d.affordList(&l)
		switch l.Form {
		case containers.Items:
			if d.long == nil || !d.long(l.Items) {
				d.each(l.Items, d.event)
			}
		case containers.ByID:
			d.eachByID(l.Items)
		case containers.ByDate:
			d.eachByDate(l.Items)
		}
		d.around = outer
	}
}

// eachByID reads the events of a map from id to event.
func (d *decoder) eachByID(n *yaml.Node) {
	pairs := d.pairs(n)
	for i := 0; i+1 < len(pairs); i += 2 {
		value := d.Follow(pairs[i+1])
		if value.Kind != yaml.MappingNode {
			d.Report(d.At(pairs[i]), rule.UnknownKey, fmt.Sprintf("`%s` is no event, as others here are", pairs[i].Value),
				"it is kept with the record")
			d.batch.AddHeader(&timeline.Header{Other: []timeline.Field{{Key: d.name(pairs[i]), Value: d.Kept(value)}}})
			continue
		}
		d.around.id = d.name(pairs[i])
		d.event(value)
		d.around.id = ""
	}
}

// eachByDate reads the events of a map from date to events, or to what happened.
func (d *decoder) eachByDate(n *yaml.Node) {
	pairs := d.pairs(n)
	outer := d.around
	for i := 0; i+1 < len(pairs); i += 2 {
		when, items := []*yaml.Node{containers.Word("date", pairs[i]), pairs[i]}, d.Follow(pairs[i+1])
		if len(pairs[i].Value) > maxTag && !d.affordDate(when, count(items)) {
			when = nil
		}
		d.each(items, func(item *yaml.Node) {
			event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: item.Line, Column: item.Column}
			switch {
			case item.Kind == yaml.ScalarNode:
				event.Content = append(slices.Clip(when), containers.Word("title", item), item)
			case item.Kind == yaml.MappingNode && !d.meanings().IsDated(item):
				when := slices.Clone(when)
				if nodevalue.HasKey(item.Content, "month") && len(when) > 0 {
					when[0] = containers.Word("year", pairs[i])
				}
				event = containers.Some(item, append(when, item.Content...))
			default:
				event = item
			}
			d.event(event)
		})
		d.around = outer
	}
}

// datesOf returns the keys and values that say when the events of a group are.
func (d *decoder) datesOf(pairs []*yaml.Node) (when []*yaml.Node) {
	where := d.meanings()
	for i := 0; i+1 < len(pairs); i += 2 {
		key := pairs[i].Value
		if where.IsDate(key) || key == "end" || guess.Is(key, "month") || guess.Is(key, "day") {
			when = append(when, pairs[i], pairs[i+1])
		}
	}
	return when
}

// eachOfDate reads what happened on the date that some keys and values say.
func (d *decoder) eachOfDate(n *yaml.Node, around []*yaml.Node) {
	when := d.datesOf(around)
	if !d.affordDate(when, count(n)) {
		when = nil
	}
	d.each(n, func(item *yaml.Node) {
		event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: item.Line, Column: item.Column}
		if event.Content = append(event.Content, when...); item.Kind == yaml.MappingNode {
			if nodevalue.HasKey(item.Content, "month") && len(when) == 2 && when[0].Value == "date" {
				event.Content[0] = containers.Word("year", when[0])
			}
			event.Content = append(event.Content, item.Content...)
		} else {
			event.Content = append(event.Content, containers.Word("title", item), item)
		}
		d.event(event)
	})
}

// group reads the events that a map of a list holds, and the map itself if it is an event too. It reports whether the
// map holds any.
func (d *decoder) group(n *yaml.Node) bool {
	if !containers.MayHold(n, eventFields.has) {
		return false
	}
	where := d.meanings()
	if key := where.Wrapped(n); key != nil {
		d.wrapped(n, key)
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
	outer := d.around
	if name != "" {
		d.around = outer.tagged(name)
	}
	if when := d.datesOf(group.Rest); where.IsDated(containers.Some(n, when)) {
		d.around.when = when
	} else {
		d.around.when = append(slices.Clip(outer.when), when...)
	}
	if where.IsEvent(n) {
		inner := d.around
		d.around = outer
		d.eventRecord(containers.Some(n, group.Rest))
		d.around = inner
		d.around.id = ""
	} else {
		d.around.given = slices.Clip(d.around.given)
		for i := 0; i+1 < len(group.Rest); i += 2 {
			named := i == at && d.isTitle(group.Rest[i].Value) // then it is a tag
			if !named && !(group.Lists[0].Form == containers.OfDate && d.IsDateKey(group.Rest[i].Value)) {
				d.surround(group.Rest[i], group.Rest[i+1])
			}
		}
	}
	for _, l := range group.Lists {
		inner := d.around
		d.around.given = slices.Clip(inner.given)
		for i := 0; i+1 < len(l.Rest); i += 2 {
			d.surround(l.Rest[i], l.Rest[i+1])
		}
		if l.Form == containers.OfDate {
			d.eachOfDate(l.Items, group.Rest)
		} else {
			d.lists([]containers.List{l})
		}
		d.around = inner
	}
	d.around = outer
	return true
}

// surround gives the events of a group a key of it. Where such a key means something in an event, it is told apart.
func (d *decoder) surround(key, value *yaml.Node) {
	name := d.name(key)
	if value = d.Follow(value); yamldoc.IsNull(value) {
		return
	}
	if eventFields.has(name) || d.IsDateKey(name) || d.isTitle(name) {
		name = ofGroup + name
	}
	d.around.given = append(d.around.given, &given{Field: timeline.Field{Key: name, Value: d.Kept(value)}})
}

// wrapped reads the one event in a map, with what is beside it there.
func (d *decoder) wrapped(n, key *yaml.Node) {
	outer := d.around
	d.around.given = slices.Clip(outer.given)
	var event *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch value := d.Follow(n.Content[i+1]); {
		case n.Content[i] == key:
			event = value
		case n.Content[i].Value == "id" && value.Kind == yaml.ScalarNode && value.Value != "":
			d.around.id = value.Value
		default:
			d.surround(n.Content[i], value)
		}
	}
	d.event(event)
	d.around = outer
}
