package without

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/keptvalue"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/names"
	"dateline/timeline/sanitize"
)

// Leave returns a copy of a record without the fields. Said has what whoever asked for it may not expect, a line each:
// keys that the record has nowhere, those of which all goes for one within, and those of near names that stay.
func (f Fields) Leave(t *timeline.Timeline) (left *timeline.Timeline, said []string) {
	l := f.leaving(t)
	left = t.Rewritten(l.event, l.actor, l.source, l.head)
	for _, a := range f.asked {
		if !slices.ContainsFunc(a.names, func(name string) bool { return l.used[name] }) {
			said = append(said, "nothing in the record has "+sanitize.Line(a.key))
		}
		said = append(said, l.alike(a)...)
	}
	for _, key := range slices.Sorted(maps.Keys(l.whole)) {
		said = append(said, fmt.Sprintf("all of %s is left out, since it has %s within", sanitize.Line(key), l.whole[key]))
	}
	if f.names[body] && len(l.pages) > 0 {
		said = append(said, fmt.Sprintf("the text of %s is the summary, which stays; --without summary leaves it out",
			diag.Plural(len(l.pages), "page")))
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

	usedOurs, usedOwn map[string]bool // of these names, which the format has, and which the writer

	lost  map[string]bool // words of views that are found in what is left out
	pages map[string]bool // Markdown files whose text is the summary of an event
}

// leaving returns what begins to leave the fields out of a record.
func (f Fields) leaving(t *timeline.Timeline) *leaving {
	return &leaving{
		Fields: f, of: t, used: make(map[string]bool), whole: make(map[string]string),
		usedOurs: make(map[string]bool), usedOwn: make(map[string]bool), pages: make(map[string]bool),
	}
}

// body is the key under which the text of a Markdown page is where its event has a summary besides.
const body = "body"

// isBody reports whether the summary of an event is the text of its page, as far as can be seen.
func isBody(e *timeline.Event) bool {
	return e.Summary != "" && formats.Of(e.Pos.File, "") == formats.Markdown &&
		!slices.ContainsFunc(e.Other, func(one timeline.Field) bool { return one.Key == body })
}

// alike says what else is called as a key that was asked for: one of the writer's own as one of the format.
func (l *leaving) alike(a asked) []string {
	name, key := nameOf(a.key), sanitize.Line(a.key)
	switch {
	case !l.usedOwn[name]:
	case a.stays != "" && l.read[name] == 0:
		return []string{fmt.Sprintf("the record's own %s is left out; %s of the format stays (%s)", key, key, a.stays)}
	case a.both && l.usedOurs[name]:
		return []string{fmt.Sprintf("the record's own %s is left out as well as %s of the format", key, key)}
	}
	return nil
}

// cuts reports whether a key of the format is left out, and notes it where there is something under it.
func (l *leaving) cuts(key string, present bool) bool {
	if !l.has(key) {
		return false
	}
	if present {
		l.used[nameOf(key)], l.usedOurs[nameOf(key)] = true, true
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
			l.used[name], l.usedOwn[name], cut = true, true, true
		}
	}
	if within := l.within(one); !cut && within != "" {
		l.used[within], l.whole[one.Key], cut = true, within, true
	}
	return cut
}

// mapKeys finds what may be the keys of the maps in a YAML text.
var mapKeys = lazyregexp.New(`(?m)(?:^|[{,]|- )\s*["']?([^"'{}\[\],:\n]+)["']?:(?:\s|$)`)

// within returns the name of a key that is left out and that a field has within its map or list, and "" for none.
func (f Fields) within(one timeline.Field) string {
	if one.Text || !keptvalue.IsLike(one.Value) { // a text, and no map or list
		return ""
	}
	for _, found := range mapKeys().FindAllStringSubmatch(one.Value, -1) {
		key := strings.TrimPrefix(strings.TrimSpace(found[1]), "- ")
		if name := nameOf(key); f.names[name] {
			return name
		}
	}
	return ""
}

// own returns fields without those that are left out.
func (l *leaving) own(fields []timeline.Field) []timeline.Field {
	return slices.DeleteFunc(fields, l.isCut)
}

// clear empties a text where its key is left out.
func (l *leaving) clear(key string, text *string) {
	if l.cuts(key, *text != "") {
		*text = ""
	}
}

// clearList empties a list where its key is left out.
func clearList[T any](l *leaving, key string, list *[]T) {
	if l.cuts(key, len(*list) > 0) {
		*list = nil
	}
}

// event leaves out fields of an event.
func (l *leaving) event(e *timeline.Event) {
	if isBody(e) && !l.has("summary") {
		l.pages[e.Pos.File] = true
	}
	l.unread(e)
	l.clear("summary", &e.Summary)
	l.clear("type", &e.Type)
	l.clear("status", &e.Status)
	l.clear("location", &e.Location)
	clearList(l, "tags", &e.Tags)
	clearList(l, "related", &e.Related)
	clearList(l, "notes", &e.Notes)
	clearList(l, "actors", &e.Actors)
	clearList(l, "quotes", &e.Quotes)
	clearList(l, "figures", &e.Figures)
	clearList(l, "claims", &e.Claims)
	clearList(l, "sources", &e.Sources)
	for i := range e.Actors {
		p := &e.Actors[i]
		l.clear("role", &p.Role)
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
		l.clear("unit", &e.Figures[i].Unit)
	}
	for i := range e.Claims {
		item(&e.Claims[i].By, &e.Claims[i].Source)
		l.clear("status", &e.Claims[i].Status)
	}
}

// actor leaves out fields of an actor. Without the list of actors nothing is left but who is named elsewhere.
func (l *leaving) actor(a *timeline.Actor) {
	if l.cuts("actors", a.Recorded) {
		*a = timeline.Actor{ID: names.Slug(a.Name, "actor"), Name: a.Name, Parent: timeline.NoActor}
		return
	}
	a.Other = l.own(a.Other)
	clearList(l, "aliases", &a.Aliases)
	if l.cuts("kind", a.Kind != "") {
		a.Kind = ""
	}
	if l.cuts("parent", a.Parent != timeline.NoActor) {
		a.Parent = timeline.NoActor
	}
	clearList(l, "memberships", &a.Memberships)
	for i := range a.Memberships {
		l.clear("role", &a.Memberships[i].Role)
	}
}

// source leaves out fields of a source.
func (l *leaving) source(s *timeline.Source) {
	if l.cuts("sources", true) {
		*s = timeline.Source{}
		return
	}
	s.Other = l.own(s.Other)
	l.clear("publisher", &s.Publisher)
	l.clear("author", &s.Author)
	l.clear("url", &s.URL)
	l.clear("archive_url", &s.ArchiveURL)
	l.clear("language", &s.Language)
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
	l.clear("description", &h.Description)
	drawn := len(h.Types) > 0
	if types, all := l.cuts("types", drawn), l.cuts("type", drawn); types || all {
		h.Types = nil
	}
	clearList(l, "views", &h.Views)
	l.findLost(h.Views)
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
