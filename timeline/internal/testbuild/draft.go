// Package testbuild makes Timelines for tests without reading files: a small one in which everything occurs, large ones
// for benchmarks, and those that a test puts together by itself.
//
//	d := testbuild.NewDraft()
//	d.Actor("rubio", "Marco Rubio", timeline.Person, "", "")
//	d.Event("2025-09-08", "Call", "rubio; Yermak", nil)
//	t := d.Done()
//
// It is only for tests: nothing but files named _test.go imports it. It imports timeline and what that imports, but
// neither index nor load, whose tests import it. Package testrecord has records as text.
package testbuild

import (
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// MustDate returns the date of a text, the zero Date for "". It panics if the text is no date.
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

// A Draft is a record that a test puts together. Its ids of events are e0, e1, …, in the order in which they are added.
type Draft struct {
	*timeline.Batch
	events int
}

// NewDraft returns an empty draft.
func NewDraft() *Draft { return &Draft{Batch: timeline.NewBatch(diag.MaxProblems)} }

// Actor adds the record of an actor. Aliases are separated by ", ". A membership is "of|role|start|end", of which all
// but the first may be missing.
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
		a.Memberships = append(a.Memberships, timeline.MembershipDraft{
			Of: part[0], Role: part[1], Start: MustDate(part[2]), End: MustDate(part[3]),
		})
	}
	d.AddActor(a)
}

// Event adds an event. Actors are names separated by "; ". Edit, which may be nil, fills in the rest of the event.
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

// Source adds the record of a source and returns how events cite it.
func (d *Draft) Source(s timeline.Source) timeline.Citation {
	return d.CiteSource(&timeline.SourceDraft{Source: s})
}

// Done returns the draft as a Timeline.
func (d *Draft) Done() *timeline.Timeline {
	b := timeline.NewBuilder()
	b.Absorb(d.Batch, "")
	return b.Timeline(true)
}
