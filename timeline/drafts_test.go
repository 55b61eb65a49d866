package timeline

import (
	"fmt"
	"strings"
)

// mustDate reads a date, which must be one.
func mustDate(text string) Date {
	if text == "" {
		return Date{}
	}
	d, err := ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

// A draft is a record in the making, for tests.
type draft struct {
	*batch
	events int
}

// newDraft is a record without anything.
func newDraft() *draft { return &draft{batch: newBatch(maxProblems)} }

// actor adds a record. Memberships are "of|role|start|end", of them only the first needed.
func (d *draft) actor(id, name string, kind Kind, parent string, aliases string, memberships ...string) {
	a := actorDraft{ID: id, Name: name, Kind: kind, Parent: parent}
	if parent != "" {
		d.mention(parent)
	}
	if aliases != "" {
		a.Aliases = strings.Split(aliases, ", ")
	}
	for _, m := range memberships {
		part := append(strings.Split(m, "|"), "", "", "")
		d.mention(part[0])
		a.Memberships = append(a.Memberships, membershipDraft{Of: part[0], Role: part[1], Start: mustDate(part[2]), End: mustDate(part[3])})
	}
	d.addActor(a)
}

// event adds an event; edit fills in the rest of it. Actors are names joined by "; ".
func (d *draft) event(date, title, actors string, edit func(*eventDraft)) {
	e := eventDraft{ID: fmt.Sprintf("e%d", d.events), Date: mustDate(date), Title: title}
	for _, name := range strings.Split(actors, "; ") {
		if name != "" {
			e.Actors = append(e.Actors, partDraft{Actor: d.mention(name), Name: name})
		}
	}
	if edit != nil {
		edit(&e)
	}
	d.events++
	d.addEvent(&e)
}

// source adds a record of a source, which the citation names.
func (d *draft) source(s Source) citation { return d.citeSource(sourceDraft{Source: s}) }

// done settles the actors and sorts the events.
func (d *draft) done() *Timeline {
	b := newBuilder()
	b.absorb(d.batch, "")
	t, _ := b.assemble(true)
	return t
}
