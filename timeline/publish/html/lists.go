package html

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/export/phrase"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/sanitize"
)

// A member is an actor that takes part, or whose people do.
type member struct {
	Number     int32
	Name, Kind string
	Events     string
	Aliases    []string
	Offices    []string
	Own        []field

	actor timeline.ActorRef
	count int
}

// gather finds who takes part in the events, and numbers them.
func (p *page) gather() {
	for a, count := range p.x.ActorCounts(p.events) {
		if count > 0 {
			p.members = append(p.members, member{actor: timeline.ActorRef(a), count: count})
		}
	}
	slices.SortStableFunc(p.members, func(a, b member) int { return cmp.Compare(b.count, a.count) })
	for n, one := range p.members {
		p.numbers[one.actor] = int32(n + 1)
	}
	for a := range p.t.Actors() {
		ref := timeline.ActorRef(a)
		if p.numbers[a] == 0 && p.x.Speaking(ref).Selection().And(p.events).Len() > 0 {
			p.voices = append(p.voices, ref)
			p.words[ref] = int32(len(p.members) + len(p.voices))
		}
	}
}

// writeMembers writes who takes part.
func (p *page) writeMembers() {
	if len(p.members) == 0 {
		return
	}
	p.out.members()
	for n, one := range p.members {
		a := p.t.Actor(one.actor)
		one.Number, one.Name = int32(n+1), sanitize.Line(a.Name)
		one.Kind, one.Events = sanitize.Line(string(a.Kind)), diag.Plural(one.count, "event")
		if a.Parent != timeline.NoActor {
			one.Kind = phrase.Join(" of ", one.Kind, sanitize.Line(p.t.ActorName(a.Parent)))
		}
		one.Aliases, one.Own = aliases(a), own(a.Other, false)
		for _, office := range p.t.Offices(one.actor) {
			one.Offices = append(one.Offices, sanitize.Line(phrase.Join(", ", office.Name, office.When)))
		}
		p.out.member(&one)
	}
	p.out.membersEnd()
}

// aliases returns what an actor is called too.
func aliases(a *timeline.Actor) []string {
	all := make([]string, len(a.Aliases))
	for n, alias := range a.Aliases {
		all[n] = sanitize.Line(alias)
	}
	return all
}

// A name is what an actor is found by in the filter, which needs it before the list of actors at the end of the page.
type name struct {
	Name  string
	ID    string // "" for one by whom no events are found, since it only speaks in them
	Also  string // other names, each on a line
	Own   string // values of keys of the writer's own, each on a line
	Again bool   // whether the name is not offered, since another before it has it or it finds nothing
}

// names returns what those who take part are found by, in the order of their numbers, and after them those who only
// speak.
func (p *page) names() []name {
	all := make([]name, 0, len(p.members)+len(p.voices))
	seen := make(map[string]bool, len(p.members))
	for _, one := range p.members {
		v := p.name(one.actor)
		v.ID = sanitize.Line(p.t.Actor(one.actor).ID)
		v.Again = seen[v.Name]
		seen[v.Name] = true
		all = append(all, v)
	}
	for _, ref := range p.voices {
		v := p.name(ref)
		v.Again = true
		all = append(all, v)
	}
	return all
}

// name returns the words that an actor is found by.
func (p *page) name(ref timeline.ActorRef) name {
	a := p.t.Actor(ref)
	values := make([]string, len(a.Other))
	for n, f := range a.Other {
		values[n] = sanitize.Line(f.Value)
	}
	return name{
		Name: sanitize.Line(a.Name), Also: strings.Join(aliases(a), "\n"), Own: strings.Join(values, "\n"),
	}
}

// A source is what the page shows of one.
type source struct {
	Number            int32
	ID, Author, Title string
	URL, Archive      address
	Words             []string
	Language          string // as HTML has it, "" where it is not known
	Own               []field
}

// cite returns the number of a source, which it has from now on, 0 for NoSource.
func (p *page) cite(ref timeline.SourceRef) int32 {
	if ref == timeline.NoSource {
		return 0
	}
	if p.sources[ref] == 0 {
		p.cited = append(p.cited, ref)
		p.sources[ref] = int32(len(p.cited))
	}
	return p.sources[ref]
}

// writeSources writes what the events cite.
func (p *page) writeSources() {
	if len(p.cited) == 0 {
		return
	}
	p.out.sources()
	for _, ref := range p.cited {
		p.out.source(p.source(ref))
	}
	p.out.sourcesEnd()
}

// languageCode matches what HTML takes for a language.
var languageCode = lazyregexp.New(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// source returns a source with its number. Addresses that are not of the web are words.
func (p *page) source(ref timeline.SourceRef) *source {
	s := p.t.Source(ref)
	v := &source{
		Number: p.sources[ref], ID: sanitize.Line(s.ID), Author: sanitize.Line(s.Author),
		Title: sanitize.Line(cmp.Or(s.Title, s.URL, s.ID, "untitled")), Own: own(s.Other, false),
	}
	add := func(words string) {
		if words = sanitize.Line(words); words != "" {
			v.Words = append(v.Words, words)
		}
	}
	add(s.Publisher)
	if !s.Published.IsZero() {
		add(s.Published.String())
	}
	var ok bool
	if v.URL, ok = web(s.URL); !ok && s.Title != "" {
		add(s.URL)
	}
	if v.Archive, ok = web(s.ArchiveURL); !ok {
		add(s.ArchiveURL)
	}
	if !s.Accessed.IsZero() {
		add("accessed " + s.Accessed.String())
	}
	if languageCode().MatchString(s.Language) {
		v.Language = s.Language
	}
	add(inLanguage(s.Language))
	return v
}
