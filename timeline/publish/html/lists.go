package html

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/sanitize"
)

// A member is an actor that takes part, or whose people do.
type member struct {
	Number     int32
	Name, Kind string
	Events     string
	Aliases    []string
	Offices    []string

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
}

// writeMembers writes who takes part.
func (p *page) writeMembers() {
	if len(p.members) == 0 {
		return
	}
	p.write("cast", nil)
	for n, one := range p.members {
		a := p.t.Actor(one.actor)
		one.Number, one.Name = int32(n+1), sanitize.Line(a.Name)
		one.Kind, one.Events = sanitize.Line(string(a.Kind)), diag.Plural(one.count, "event")
		if a.Parent != timeline.NoActor {
			one.Kind = join(" of ", one.Kind, sanitize.Line(p.t.ActorName(a.Parent)))
		}
		one.Aliases = aliases(a)
		for _, office := range p.t.Offices(one.actor) {
			one.Offices = append(one.Offices, sanitize.Line(join(", ", office.Name, office.When)))
		}
		p.write("member", one)
	}
	p.write("cast end", nil)
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
	Name, ID string
	Also     string // other names, each on a line
	Again    bool   // whether another before it has that name, which is offered once
}

// names returns what those who take part are found by, in the order of their numbers.
func (p *page) names() []name {
	all := make([]name, len(p.members))
	seen := make(map[string]bool, len(p.members))
	for n, one := range p.members {
		a := p.t.Actor(one.actor)
		v := name{Name: sanitize.Line(a.Name), ID: sanitize.Line(a.ID), Also: strings.Join(aliases(a), "\n")}
		v.Again = seen[v.Name]
		seen[v.Name] = true
		all[n] = v
	}
	return all
}

// A source is what the page shows of one.
type source struct {
	Number                 int32
	ID, Author, Title, URL string
	Words                  []string
	Archive                string
	Language               string // as HTML has it, "" where it is not known
	Own                    []field
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
	p.write("citing", nil)
	for _, ref := range p.cited {
		p.write("source", p.source(ref))
	}
	p.write("citing end", nil)
}

// languages matches what HTML takes for a language.
var languages = regexp.MustCompile(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// source returns a source with its number. Addresses that are not of the web are words.
func (p *page) source(ref timeline.SourceRef) source {
	s := p.t.Source(ref)
	v := source{
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
	if v.URL, ok = sanitize.WebAddress(s.URL); !ok && s.Title != "" {
		add(s.URL)
	}
	if v.Archive, ok = sanitize.WebAddress(s.ArchiveURL); !ok {
		add(s.ArchiveURL)
	}
	if !s.Accessed.IsZero() {
		add("accessed " + s.Accessed.String())
	}
	if languages.MatchString(s.Language) {
		v.Language = s.Language
	}
	if v.Language != "en" {
		add(s.Language)
	}
	return v
}
