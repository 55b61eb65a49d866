package without

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/keptvalue"
	"dateline/timeline/names"
	"dateline/timeline/sanitize"
)

// Leave returns a copy of a record without the fields. Said has what whoever asked for it may not expect, a line each:
// keys that the record has nowhere, those of which all goes for one within, and those of near names that stay.
func (f Fields) Leave(t *timeline.Timeline) (left *timeline.Timeline, said []string) {
	l := leaving{Fields: f, of: t, used: make(map[string]bool), whole: make(map[string]string)}
	left = t.Rewritten(l.event, l.actor, l.source, l.head)
	for _, a := range f.asked {
		if !slices.ContainsFunc(a.names, func(name string) bool { return l.used[name] }) {
			said = append(said, "nothing in the record has "+sanitize.Line(a.key))
		}
	}
	for _, key := range slices.Sorted(maps.Keys(l.whole)) {
		said = append(said, fmt.Sprintf("all of %s is left out, since it has %s within", sanitize.Line(key), l.whole[key]))
	}
	for _, key := range f.near {
		said = append(said, fmt.Sprintf("the record has %s too, which is not left out", sanitize.Line(key)))
	}
	return left, said
}

// A leaving leaves fields out of a record.
type leaving struct {
	Fields
	of    *timeline.Timeline
	used  map[string]bool   // names of keys that the record has
	whole map[string]string // keys of the writer's own that are left out for a key within, by which
}

// cuts reports whether a key of the format is left out, and notes it where there is something under it.
func (l *leaving) cuts(key string, present bool) bool {
	if !l.has(key) {
		return false
	}
	if present {
		l.used[nameOf(key)] = true
	}
	return true
}

// isCut reports whether a field of the writer's own is left out, and notes it.
func (l *leaving) isCut(one timeline.Field) (cut bool) {
	if l.has(other) {
		l.used[other], cut = true, true
	}
	for _, part := range parts(one.Key) {
		if name := nameOf(part); l.names[name] {
			l.used[name], cut = true, true
		}
	}
	if within := l.within(one); !cut && within != "" {
		l.used[within], l.whole[one.Key], cut = true, within, true
	}
	return cut
}

// mapKeys finds what may be the keys of the maps in a YAML text.
var mapKeys = regexp.MustCompile(`(?m)(?:^|[{,]|- )\s*["']?([^"'{}\[\],:\n]+)["']?:(?:\s|$)`)

// within returns the name of a key that is left out and that a field has within its map or list, and "" for none.
func (l *leaving) within(one timeline.Field) string {
	if one.Text || !keptvalue.IsLike(one.Value) { // a text, and no map or list
		return ""
	}
	for _, found := range mapKeys.FindAllStringSubmatch(one.Value, -1) {
		key := strings.TrimPrefix(strings.TrimSpace(found[1]), "- ")
		if name := nameOf(key); l.names[name] {
			return name
		}
	}
	return ""
}

// own returns fields without those that are left out.
func (l *leaving) own(fields []timeline.Field) []timeline.Field {
	return slices.DeleteFunc(fields, l.isCut)
}

// clearing sets texts to "" and lists to none where their key is left out.
type clearing struct {
	key   string
	texts []*string
	lists []*[]string
}

// clear clears what is left out.
func (l *leaving) clear(all []clearing) {
	for _, c := range all {
		for _, text := range c.texts {
			if l.cuts(c.key, *text != "") {
				*text = ""
			}
		}
		for _, list := range c.lists {
			if l.cuts(c.key, len(*list) > 0) {
				*list = nil
			}
		}
	}
}

// event leaves out fields of an event.
func (l *leaving) event(e *timeline.Event) {
	l.unread(e)
	l.clear([]clearing{
		{"summary", []*string{&e.Summary}, nil},
		{"type", []*string{&e.Type}, nil},
		{"status", []*string{&e.Status}, nil},
		{"location", []*string{&e.Location}, nil},
		{"tags", nil, []*[]string{&e.Tags}},
		{"related", nil, []*[]string{&e.Related}},
		{"notes", nil, []*[]string{&e.Notes}},
	})
	if l.cuts("actors", len(e.Actors) > 0) {
		e.Actors = nil
	}
	if l.cuts("quotes", len(e.Quotes) > 0) {
		e.Quotes = nil
	}
	if l.cuts("figures", len(e.Figures) > 0) {
		e.Figures = nil
	}
	if l.cuts("claims", len(e.Claims) > 0) {
		e.Claims = nil
	}
	if l.cuts("sources", len(e.Sources) > 0) {
		e.Sources = nil
	}
	for i := range e.Actors {
		p := &e.Actors[i]
		l.clear([]clearing{{"role", []*string{&p.Role}, nil}})
		if name := l.of.ActorName(p.Actor); l.cuts("aliases", p.Name != name || len(p.Also) > 0) {
			p.Name, p.Also = name, nil
		}
	}
	l.items(e)
}

// items leaves out fields of quotes, figures and claims.
func (l *leaving) items(e *timeline.Event) {
	item := func(by *timeline.ActorRef, source *timeline.SourceRef) {
		if l.cuts("by", *by != timeline.NoActor) {
			*by = timeline.NoActor
		}
		cited := *source != timeline.NoSource
		if one, all := l.cuts("source", cited), l.cuts("sources", cited); one || all {
			*source = timeline.NoSource
		}
	}
	for i := range e.Quotes {
		item(&e.Quotes[i].By, &e.Quotes[i].Source)
	}
	for i := range e.Figures {
		item(&e.Figures[i].By, &e.Figures[i].Source)
		l.clear([]clearing{{"unit", []*string{&e.Figures[i].Unit}, nil}})
	}
	for i := range e.Claims {
		item(&e.Claims[i].By, &e.Claims[i].Source)
		l.clear([]clearing{{"status", []*string{&e.Claims[i].Status}, nil}})
	}
}

// actor leaves out fields of an actor. Without the list of actors nothing is left but who is named elsewhere.
func (l *leaving) actor(a *timeline.Actor) {
	if l.cuts("actors", a.Recorded) {
		*a = timeline.Actor{ID: names.Slug(a.Name, "actor"), Name: a.Name, Parent: timeline.NoActor}
		return
	}
	a.Other = l.own(a.Other)
	l.clear([]clearing{{"aliases", nil, []*[]string{&a.Aliases}}})
	if l.cuts("kind", a.Kind != "") {
		a.Kind = ""
	}
	if l.cuts("parent", a.Parent != timeline.NoActor) {
		a.Parent = timeline.NoActor
	}
	if l.cuts("memberships", len(a.Memberships) > 0) {
		a.Memberships = nil
	}
	for i := range a.Memberships {
		l.clear([]clearing{{"role", []*string{&a.Memberships[i].Role}, nil}})
	}
}

// source leaves out fields of a source.
func (l *leaving) source(s *timeline.Source) {
	if l.cuts("sources", true) {
		*s = timeline.Source{}
		return
	}
	s.Other = l.own(s.Other)
	l.clear([]clearing{
		{"publisher", []*string{&s.Publisher}, nil},
		{"author", []*string{&s.Author}, nil},
		{"url", []*string{&s.URL}, nil},
		{"archive_url", []*string{&s.ArchiveURL}, nil},
		{"language", []*string{&s.Language}, nil},
	})
	if l.cuts("published", !s.Published.IsZero()) {
		s.Published = edtf.Date{}
	}
	if l.cuts("accessed", !s.Accessed.IsZero()) {
		s.Accessed = edtf.Date{}
	}
}

// head leaves out fields of what the record says of itself.
func (l *leaving) head(h *timeline.Header) {
	h.Other = l.own(h.Other)
	l.clear([]clearing{{"description", []*string{&h.Description}, nil}})
	drawn := len(h.Types) > 0
	if types, all := l.cuts("types", drawn), l.cuts("type", drawn); types || all {
		h.Types = nil
	}
	if l.cuts("views", len(h.Views) > 0) {
		h.Views = nil
	}
	h.Views = slices.DeleteFunc(h.Views, func(v timeline.ViewDraft) bool { return l.asks(v.Query) })
}

// parts returns a key, or where it is of an item of a list, the keys of which it is made: claims[0].weight is weight of
// claims.
func parts(key string) (all []string) {
	if !strings.Contains(key, "].") {
		return []string{key}
	}
	for part := range strings.SplitSeq(key, ".") {
		name, _, _ := strings.Cut(part, "[")
		all = append(all, name)
	}
	return all
}
