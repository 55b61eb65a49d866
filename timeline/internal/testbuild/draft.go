package testbuild

import (
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// MustDate reads a date, which must be one.
func MustDate(text string) edtf.Date {
	if text == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		panic(err)
	}
	return d
}

// A Draft is a record in the making, for tests.
type Draft struct {
	*timeline.Batch
	events int
}

// NewDraft is a record without anything.
func NewDraft() *Draft { return &Draft{Batch: timeline.NewBatch(diag.MaxProblems)} }

// Actor adds a record. Memberships are "of|role|start|end", of them only the first needed.
func (d *Draft) Actor(id, name string, kind timeline.Kind, parent string, aliases string, memberships ...string) {
	a := timeline.ActorDraft{ID: id, Name: name, Kind: kind, Parent: parent}
	if parent != "" {
		d.Mention(parent)
	}
	if aliases != "" {
		a.Aliases = strings.Split(aliases, ", ")
	}
	for _, m := range memberships {
		part := append(strings.Split(m, "|"), "", "", "")
		d.Mention(part[0])
		a.Memberships = append(a.Memberships, timeline.MembershipDraft{Of: part[0], Role: part[1], Start: MustDate(part[2]), End: MustDate(part[3])})
	}
	d.AddActor(a)
}

// Event adds an event; edit fills in the rest of it. Actors are names joined by "; ".
func (d *Draft) Event(date, title, actors string, edit func(*timeline.EventDraft)) {
	e := timeline.EventDraft{ID: fmt.Sprintf("e%d", d.events), Date: MustDate(date), Title: title}
	for _, name := range strings.Split(actors, "; ") {
		if name != "" {
			e.Actors = append(e.Actors, timeline.PartDraft{Actor: d.Mention(name), Name: name})
		}
	}
	if edit != nil {
		edit(&e)
	}
	d.events++
	d.AddEvent(&e)
}

// Source adds a record of a source, which the citation names.
func (d *Draft) Source(s timeline.Source) timeline.Citation {
	return d.CiteSource(timeline.SourceDraft{Source: s})
}

// Done settles the actors and sorts the events.
func (d *Draft) Done() *timeline.Timeline {
	b := timeline.NewBuilder()
	b.Absorb(d.Batch, "")
	return b.Timeline(true)
}
