// Package without makes a copy of a record that lacks some of its fields, for those who are not to see them.
//
//	fields, err := without.Parse(t, []string{"notes", "editor"})
//	public, said := fields.Leave(t)
//
// A field is a key of the format or one of the writer's own. It is left out wherever the record has it: of events, of
// who takes part in them, of quotes, figures and claims, of actors, of sources and of the record itself. Whatever is
// made of the copy has nothing of it, since the copy has not: neither sources that only what is gone cites, nor actors
// whom only that names, nor views that ask for it.
//
// A key of the writer's own that is called as one of the format is left out with it, and by itself where that of the
// format must stay. Leave says so.
//
// Events keep their numbers and ids, so that what was selected of the record is selected of the copy. A value of the
// writer's own is kept whole or not at all: one that has a key within that is left out is left out with it.
//
// The package reads and writes no files. It may import timeline, diag, edtf, edtf/written, fold, formats, guess,
// keptvalue, names, ownvalue, query and sanitize.
package without

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/names"
	"dateline/timeline/query"
)

// Fields are the keys that are to be left out.
type Fields struct {
	asked []asked
	names map[string]bool   // of all keys, as nameOf spells them
	read  map[string]uint16 // for names of the writer's own the roles in which they were read: a set of guess.Role
	near  []string          // keys of the writer's own that may be meant too, and stay
}

// An asked is a key as it was asked for, with the names of all that go with it.
type asked struct {
	key   string
	names []string
	stays string // for a key of the writer's own called as one of the format that stays: why that does
	both  bool   // whether it is a key of the format and one of the writer's own
}

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
	"status": nil, "tags": {"categories"}, "quotes": nil, "figures": nil, "claims": nil, "source": nil, "related": nil,
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

// Parse reads the names of keys. It is an error if one of them cannot be left out, is neither a key of the format nor
// one that the record has, or says nothing.
func Parse(t *timeline.Timeline, keys []string) (Fields, error) {
	f := Fields{names: make(map[string]bool), read: make(map[string]uint16)}
	own := ownKeys(t)
	for _, key := range keys {
		key = strings.TrimSpace(key)
		name := nameOf(key)
		if name == "" {
			return Fields{}, errors.New("a key has no name; write notes, or notes,quotes")
		}
		why, stays := kept[name]
		_, isOwn := own[name]
		if stays && !isOwn {
			return Fields{}, fmt.Errorf("%s cannot be left out: %s", key, why)
		}
		all := namesOf(name, own)
		if len(all) == 0 && isWithin(t, name) {
			all = []string{name}
		}
		if len(all) == 0 {
			near := names.Nearest(key, Keys(t), 3)
			return Fields{}, fmt.Errorf("the record has no key %q%s", key, names.DidYouMean(near))
		}
		f.asked = append(f.asked, asked{key, all, why, isOwn && len(ours(name)) > 0})
		for _, one := range all {
			f.names[one] = true
		}
	}
	f.near = f.nearOf(own)
	return f, f.findRead(t)
}

// namesOf returns the names that go with one: of a key of the format what else it may be called, and keys that the
// record has. The singular and the plural of a name are one. It returns none where neither knows the name.
func namesOf(name string, own map[string]string) (all []string) {
	isOurs := len(ours(name)) > 0
	all = ours(name)
	if _, is := own[name]; is {
		all = append(all, name)
	}
	for _, one := range slices.Clone(all) {
		for _, other := range otherNumber(one) {
			if _, is := own[other]; is && len(ours(other)) == 0 {
				all = append(all, other)
			}
			if !isOurs {
				all = append(all, ours(other)...)
			}
		}
	}
	return all
}

// otherNumber returns what the plural and the singular of a name may be.
func otherNumber(name string) []string { return []string{name + "s", strings.TrimSuffix(name, "s")} }

// ours returns a key of the format with what else it may be called, by the names; none for a name of no such key.
func ours(name string) (all []string) {
	for key, others := range synonyms {
		is := nameOf(key) == name || slices.ContainsFunc(others, func(one string) bool { return nameOf(one) == name })
		if !is {
			continue
		}
		all = append(all, nameOf(key))
		for _, one := range others {
			if one != "description" && one != "kind" || nameOf(one) == name {
				all = append(all, nameOf(one))
			}
		}
	}
	return all
}

// nearOf returns keys of the writer's own that are a letter away from one of the format that is left out, and stay.
func (f Fields) nearOf(own map[string]string) (near []string) {
	for _, a := range f.asked {
		key := []rune(nameOf(a.key))
		for name, spelled := range own {
			if len(key) > 3 && len(ours(string(key))) > 0 && !f.names[name] && len(ours(name)) == 0 &&
				names.Distance(key, []rune(name), 1) <= 1 {
				near = append(near, spelled)
			}
		}
	}
	slices.Sort(near)
	return slices.Compact(near)
}

// has reports whether a key of the format is left out.
func (f Fields) has(key string) bool { return f.names[nameOf(key)] }

// ownKeys returns the keys of the writer's own, by their names, as they are spelled first.
func ownKeys(t *timeline.Timeline) map[string]string {
	own := make(map[string]string)
	seen := make(map[string]bool)
	eachOwn(t, func(one timeline.Field) {
		if seen[one.Key] {
			return
		}
		seen[one.Key] = true
		all := parts(one.Key)
		for n, part := range all {
			name := nameOf(part)
			isList := n < len(all)-1 && len(ours(name)) > 0 // one of the format's, with a key of the writer's own
			if _, known := own[name]; !known && !isList {
				own[name] = part
			}
		}
	})
	return own
}

// isWithin reports whether the record has a key of that name within a map or list of the writer's own.
func isWithin(t *timeline.Timeline, name string) (is bool) {
	only := Fields{names: map[string]bool{name: true}}
	eachOwn(t, func(one timeline.Field) { is = is || only.within(one) != "" })
	return is
}

// eachOwn calls yield with each field of the writer's own: of the record, its events, its actors and its sources.
func eachOwn(t *timeline.Timeline, yield func(timeline.Field)) {
	note := func(fields []timeline.Field) {
		for _, one := range fields {
			yield(one)
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
}
