// Package without makes a copy of a record that lacks some of its fields, for those who are not to see them.
//
//	fields, err := without.Parse(t, []string{"notes", "editor"})
//	public := fields.Leave(t)
//
// A field is a key of the format or one of the writer's own. It is left out wherever the record has it: of events, of
// who takes part in them, of quotes, figures and claims, of actors, of sources and of the record itself. Whatever is
// made of the copy has nothing of it, since the copy has not: neither sources that only what is gone cites, nor actors
// whom only that names, nor views that ask for it.
//
// Events keep their numbers and ids, so that what was selected of the record is selected of the copy. A value of the
// writer's own is kept whole or not at all: keys within it are not looked for.
//
// The package reads and writes no files. It may import timeline, edtf, fold, guess, names and query.
package without

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/names"
	"dateline/timeline/query"
)

// Fields are the keys that are to be left out, as nameOf spells them.
type Fields map[string]bool

// other is the name for all keys of the writer's own.
const other = "other"

// synonyms has for a key of the format what else it may be called in a file.
var synonyms = map[string][]string{
	"summary":     {"description"},
	"type":        {"category", "kind"},
	"location":    {"place"},
	"actors":      {"participants", "people"},
	"sources":     {"citations", "links"},
	"publisher":   {"outlet"},
	"accessed":    {"date_accessed", "retrieved"},
	"archive_url": nil, "author": nil, "published": nil, "url": nil, "language": nil,
	"status": nil, "tags": nil, "quotes": nil, "figures": nil, "claims": nil, "source": nil, "related": nil,
	"notes": nil, "role": nil, "by": nil, "unit": nil, "aliases": nil, "memberships": nil, "parent": nil,
	"types": nil, "views": nil, other: nil,
	"description": nil, "kind": nil, // of the record and of actors, and what events may call summary and type
}

// kept says why a key cannot be left out.
var kept = map[string]string{
	"title": "an event without a title is none", "date": "an event without its date is another",
	"start": "it is the date", "end": "it is the date", "id": "events and sources are named by it",
	"events": "nothing would be left", "name": "an actor is named by it", "actor": "leave out actors",
	"of": "leave out memberships", "text": "leave out quotes or claims", "label": "leave out figures",
	"value": "leave out figures", "low": "leave out figures", "best": "leave out figures",
	"high": "leave out figures", "family": "leave out types", "glyph": "leave out types",
	"fields": "it says how a file is read, and is not written",
}

// nameOf spells a key so that case, blanks, hyphens and underscores do not count.
func nameOf(key string) string { return query.KeyName(key) }

// Keys returns the keys that can be left out: of the format, and of the writer's own those that the record has.
func Keys(t *timeline.Timeline) (all []string) {
	for name := range synonyms {
		all = append(all, name)
	}
	for _, spelled := range ownKeys(t) {
		all = append(all, spelled)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Parse reads the names of keys. It is an error if one of them cannot be left out, or is neither a key of the format
// nor one that the record has.
func Parse(t *timeline.Timeline, keys []string) (Fields, error) {
	f := make(Fields)
	var own map[string]string
	for _, key := range keys {
		name := nameOf(strings.TrimSpace(key))
		if why, is := kept[strings.ToLower(strings.TrimSpace(key))]; is {
			return nil, fmt.Errorf("%s cannot be left out: %s", key, why)
		}
		if own == nil {
			own = ownKeys(t)
		}
		known := f.addOurs(name)
		if _, is := own[name]; is {
			f[name] = true
		} else if !known {
			near := names.Nearest(key, Keys(t), 3)
			return nil, fmt.Errorf("the record has no key %q%s", key, names.DidYouMean(near))
		}
	}
	return f, nil
}

// addOurs adds a key of the format with what else it may be called, and reports whether it is one.
func (f Fields) addOurs(name string) (known bool) {
	for ours, others := range synonyms {
		is := nameOf(ours) == name || slices.ContainsFunc(others, func(one string) bool { return nameOf(one) == name })
		if !is {
			continue
		}
		known = true
		f[nameOf(ours)] = true
		for _, one := range others {
			if one != "description" && one != "kind" || nameOf(one) == name {
				f[nameOf(one)] = true
			}
		}
	}
	return known
}

// has reports whether a key of the format is left out.
func (f Fields) has(key string) bool { return f[nameOf(key)] }

// ownKeys returns the keys of the writer's own, by their names, as they are spelled first.
func ownKeys(t *timeline.Timeline) map[string]string {
	own := make(map[string]string)
	seen := make(map[string]bool)
	note := func(fields []timeline.Field) {
		for _, one := range fields {
			if seen[one.Key] {
				continue
			}
			seen[one.Key] = true
			for _, part := range parts(one.Key) {
				if _, known := own[nameOf(part)]; !known {
					own[nameOf(part)] = part
				}
			}
		}
	}
	note(t.Other())
	var e timeline.Event
	for i := range t.Len() {
		t.ReadWritten(i, &e)
		note(e.Other)
	}
	for a := range timeline.ActorRef(t.Actors()) {
		note(t.Actor(a).Other)
	}
	var s timeline.Source
	for ref := range timeline.SourceRef(t.Sources()) {
		t.ReadSource(ref, &s)
		note(s.Other)
	}
	return own
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

// own returns fields without those that are left out.
func (f Fields) own(fields []timeline.Field) []timeline.Field {
	if f.has(other) {
		return nil
	}
	return slices.DeleteFunc(fields, func(one timeline.Field) bool {
		return slices.ContainsFunc(parts(one.Key), func(part string) bool { return f[nameOf(part)] })
	})
}

// Leave returns a copy of a record without the fields.
func (f Fields) Leave(t *timeline.Timeline) *timeline.Timeline {
	return t.Rewritten(func(e *timeline.Event) { f.event(t, e) }, f.actor, f.source, f.head)
}

// clearing sets texts to "" and lists to none where their key is left out.
type clearing struct {
	key   string
	texts []*string
	lists []*[]string
}

// clear clears what is left out.
func (f Fields) clear(all []clearing) {
	for _, c := range all {
		if !f.has(c.key) {
			continue
		}
		for _, text := range c.texts {
			*text = ""
		}
		for _, list := range c.lists {
			*list = nil
		}
	}
}

// event leaves out fields of an event.
func (f Fields) event(t *timeline.Timeline, e *timeline.Event) {
	e.Other = f.unsaid(t, e, f.own(e.Other))
	f.clear([]clearing{
		{"summary", []*string{&e.Summary}, nil},
		{"type", []*string{&e.Type}, nil},
		{"status", []*string{&e.Status}, nil},
		{"location", []*string{&e.Location}, nil},
		{"tags", nil, []*[]string{&e.Tags}},
		{"related", nil, []*[]string{&e.Related}},
		{"notes", nil, []*[]string{&e.Notes}},
	})
	if f.has("actors") {
		e.Actors = nil
	}
	if f.has("quotes") {
		e.Quotes = nil
	}
	if f.has("figures") {
		e.Figures = nil
	}
	if f.has("claims") {
		e.Claims = nil
	}
	if f.has("sources") {
		e.Sources = nil
	}
	for i := range e.Actors {
		p := &e.Actors[i]
		if f.has("role") {
			p.Role = ""
		}
		if f.has("aliases") {
			p.Name, p.Also = t.ActorName(p.Actor), nil
		}
	}
	f.items(e)
}

// items leaves out fields of quotes, figures and claims.
func (f Fields) items(e *timeline.Event) {
	item := func(by *timeline.ActorRef, source *timeline.SourceRef) {
		if f.has("by") {
			*by = timeline.NoActor
		}
		if f.has("source") || f.has("sources") {
			*source = timeline.NoSource
		}
	}
	for i := range e.Quotes {
		item(&e.Quotes[i].By, &e.Quotes[i].Source)
	}
	for i := range e.Figures {
		item(&e.Figures[i].By, &e.Figures[i].Source)
		f.clear([]clearing{{"unit", []*string{&e.Figures[i].Unit}, nil}})
	}
	for i := range e.Claims {
		item(&e.Claims[i].By, &e.Claims[i].Source)
		f.clear([]clearing{{"status", []*string{&e.Claims[i].Status}, nil}})
	}
}

// actor leaves out fields of an actor. Without the list of actors nothing is left but who is named elsewhere.
func (f Fields) actor(a *timeline.Actor) {
	if f.has("actors") {
		*a = timeline.Actor{ID: names.Slug(a.Name, "actor"), Name: a.Name, Parent: timeline.NoActor}
		return
	}
	a.Other = f.own(a.Other)
	f.clear([]clearing{{"aliases", nil, []*[]string{&a.Aliases}}})
	if f.has("kind") {
		a.Kind = ""
	}
	if f.has("parent") {
		a.Parent = timeline.NoActor
	}
	if f.has("memberships") {
		a.Memberships = nil
	}
	for i := range a.Memberships {
		f.clear([]clearing{{"role", []*string{&a.Memberships[i].Role}, nil}})
	}
}

// source leaves out fields of a source.
func (f Fields) source(s *timeline.Source) {
	if f.has("sources") {
		*s = timeline.Source{}
		return
	}
	s.Other = f.own(s.Other)
	f.clear([]clearing{
		{"publisher", []*string{&s.Publisher}, nil},
		{"author", []*string{&s.Author}, nil},
		{"url", []*string{&s.URL}, nil},
		{"archive_url", []*string{&s.ArchiveURL}, nil},
		{"language", []*string{&s.Language}, nil},
	})
	if f.has("published") {
		s.Published = edtf.Date{}
	}
	if f.has("accessed") {
		s.Accessed = edtf.Date{}
	}
}

// head leaves out fields of what the record says of itself.
func (f Fields) head(h *timeline.Header) {
	h.Other = f.own(h.Other)
	f.clear([]clearing{{"description", []*string{&h.Description}, nil}})
	if f.has("types") || f.has("type") {
		h.Types = nil
	}
	h.Views = slices.DeleteFunc(h.Views, func(v timeline.ViewDraft) bool { return f.has("views") || f.asks(v.Query) })
}

// asked has for a key of a query the fields whose values it may say.
var asked = map[query.Key][]string{
	query.KeyOf("type"): {"type"}, query.KeyOf("tag"): {"tags"}, query.KeyOf("location"): {"location"},
	query.KeyOf("status"): {"status", "claims"}, query.KeyOf("claim"): {"claims", "status"},
	query.KeyOf("source"): {"sources", "source", "quotes", "figures", "claims", "publisher", "url"},
	query.KeyOf("by"):     people, query.KeyOf("says"): people,
	query.KeyOf("actor"): people, query.KeyOf("direct"): people,
}

// people are the fields that name actors.
var people = []string{"actors", "quotes", "figures", "claims", "by", "aliases", "memberships", "parent"}

// asks reports whether a query may say a value of what is left out.
func (f Fields) asks(text string) (does bool) {
	q, err := query.Parse(text)
	if err != nil {
		return true
	}
	query.EachAsked(q.Root(), func(term query.Term, _ bool) {
		does = does || slices.ContainsFunc(asked[term.Key], f.has) ||
			term.Key.IsOwn() && (f.has(other) || f[nameOf(term.Key.Name())])
	})
	return does
}
