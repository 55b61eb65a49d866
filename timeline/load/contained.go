package load

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/slides"
)

// This file reads a document whose events are not in a list of the key events.

// meanings knows what keys mean to package containers.
func (d *decoder) meanings() containers.Keys {
	return containers.Keys{
		IsDate: d.IsDateKey, IsTitle: d.isTitle, IsWhen: isWhen,
		IsOwn: isRecordKey, Points: d.groups.points,
		First: func(list *yaml.Node) []*yaml.Node {
			if d.groups.first == nil {
				return nil
			}
			return d.groups.first(list)
		},
		Unnamed: func(list *yaml.Node, names []string) {
			d.Problem(list, rule.NoHeadLine, "the table has no head line with the names of its columns, which are guessed",
				`begin it with the list ["`+strings.Join(names, `", "`)+`"]`)
		},
	}
}

// isTitle reports whether a key means a title, by its name or as the reader says.
func (d *decoder) isTitle(key string) bool {
	return d.options.of(key) == "title" || containers.IsTitle(key)
}

// isRecordKey reports whether a key of the format holds records or names, which are no events.
func isRecordKey(key string) bool {
	if key == "types" || key == "views" {
		return true
	}
	number, known := eventFields.byKey[key]
	return known && eventFields.fields[number].many
}

// isWhen reports whether a key is a date.
func isWhen(text string) bool {
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
	if !ok && !r.inFolder {
		where.Few = true // since nothing else has any
		group, ok = where.Group(n)
	}
	years := where.InYears(n)
	if years != nil {
		n = years
	}
	switch {
	case years == nil && where.IsByID(n):
		group = containers.Group{Lists: []containers.List{{Items: n, Form: containers.ByID}}}
	case years != nil || where.IsByDate(n):
		dates := containers.List{Items: containers.Some(n, nil), Form: containers.ByDate}
		group = containers.Group{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if pair := n.Content[i : i+2]; isWhen(pair[0].Value) || years != nil && strings.ContainsAny(pair[0].Value, "012") {
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
		rest := containers.Some(n, r.groups.saidOfAll(group))
		for _, l := range group.Lists {
			rest.Content = append(rest.Content, containers.Headed(rest, l.Rest)...)
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
		known := l.Key == nil || l.Key.Value == "events" && (l.Form == containers.Items || l.Form == containers.OfDate) ||
			r.Silent && l.Key.Value == "eras" && len(l.Items.Content) > 0 && slides.Is(l.Items.Content[0])
		if !known {
			r.groups.guessed(l)
		}
	}
	r.groups.lists(group.Lists)
	return true
}
