// Package diff compares a record as it was with the record as it is: which events, actors and sources are new, gone or
// changed, and what each change is, field by field.
//
//	d := diff.New(old, now, nil, nil)
//	for _, c := range d.Events {
//		switch c.Kind() {
//		case diff.Added:
//			fmt.Println("new:", now.EventTitle(c.Now))
//		case diff.Changed:
//			fmt.Println("changed:", now.EventTitle(c.Now), c.Fields)
//		}
//	}
//
// What counts is what the files say, not where they say it: an event that stands elsewhere has not changed. What an
// actor or a source with an id says of itself is its own, so that a change there is one change, however many events
// name it. A source without an id is a part of the events that cite it: it is new or gone with them, and only a change
// of what it says is told by itself.
//
// The package is above review, which finds the events that are one, and below its writers in package report. It words
// nothing, and knows no file, no terminal and no query. It imports timeline, names and review.
package diff

import (
	"dateline/timeline"
	"dateline/timeline/names"
)

// A Diff is how a record differs from what it was. It is of the records as their files have them.
type Diff struct {
	Old, Now *timeline.Timeline

	Record  []Field  // of what the record says of itself
	Events  []Change // in the order of their dates
	Actors  []Change // in the order of the record as it is, those that are gone last; so are the sources
	Sources []Change

	old, now *side
}

// A Change is an event, an actor or a source that is not what it was.
type Change struct {
	Old, Now int     // its numbers in the two records, −1 where there is none
	Fields   []Field // of what has changed, in the order of a record
}

// A Kind says what a Change is.
type Kind int

// The kinds of change.
const (
	Added Kind = iota
	Gone
	Changed
)

// Kind returns what the change is.
func (c Change) Kind() Kind {
	switch {
	case c.Old < 0:
		return Added
	case c.Now < 0:
		return Gone
	}
	return Changed
}

// A Field is what has changed under one key. It is of one of three sorts: a value has Old or Now or both; a part of a
// list, such as a claim, has Item too, with the key inside it; and of a list as a whole Taken, Added or Moved say what
// is in it no more, what is new in it, and whether the rest is in another order.
type Field struct {
	Key      string // as a record spells it
	Item     Item   // the zero Item where the value is not that of a part
	Old, Now string // as they are written, "" for none; dates as EDTF

	Taken, Added []Part
	Moved        bool
}

// An Item is a part of a list.
type Item struct {
	N   int    // its number in the list as it is now, from 1
	Of  string // what tells it from the others to a reader: who speaks, what is counted
	Key string // what of it has changed
}

// A Part is an item of a list: a single Pair without a key, or several with keys.
type Part []Pair

// A Pair is a key and its value, which is not "".
type Pair struct{ Key, Text string }

// None reports whether the records say the same.
func (d *Diff) None() bool { return len(d.Record)+len(d.Events)+len(d.Actors)+len(d.Sources) == 0 }

// New compares a record as it was with the record as it is. WasIn and isIn return by what name a file is known in both,
// of the names that the two records have for it; nil says that the names are the same. New takes time in proportion to
// both records.
func New(old, now *timeline.Timeline, wasIn, isIn func(file string) string) *Diff {
	old, now = old.Apart(), now.Apart()
	d := &Diff{Old: old, Now: now, old: newSide(old), now: newSide(now)}
	actors := d.matchActors()
	sources := d.matchSources()
	d.Record = fields(d.old.head(), d.now.head())
	d.compareEvents(d.matchEvents(wasIn, isIn))
	d.compareActors(actors)
	d.compareSources(sources)
	return d
}

// Only leaves the changes of events that match, as they were or as they are, and no others but of what these events
// have in themselves: sources without an id.
func (d *Diff) Only(old, now func(event int) bool) {
	d.Record, d.Actors = nil, nil
	var left []Change
	for _, c := range d.Events {
		if c.Old >= 0 && old(c.Old) || c.Now >= 0 && now(c.Now) {
			left = append(left, c)
		}
	}
	d.Events, left = left, nil
	cited := make(map[timeline.SourceRef]bool)
	for _, c := range d.Sources {
		if c.Kind() == Changed && d.Now.Source(timeline.SourceRef(c.Now)).ID == "" {
			cited[timeline.SourceRef(c.Now)] = false
		}
	}
	if len(cited) > 0 {
		d.now.cites(now, cited)
	}
	for _, c := range d.Sources {
		if cited[timeline.SourceRef(c.Now)] {
			left = append(left, c)
		}
	}
	d.Sources = left
}

// FirstNaming returns the first event that lists an actor, in the record as it was or as it is, and reports whether one
// does.
func (d *Diff) FirstNaming(c Change) (event int, ok bool) {
	s, a := d.now, c.Now
	if a < 0 {
		s, a = d.old, c.Old
	}
	return int(s.named[a]), s.named[a] >= 0
}

// idField returns the field of an id that is another now, which is none where both are made of what else has changed.
func idField(old, now string, made bool) []Field {
	if old == now || made {
		return nil
	}
	return []Field{{Key: "id", Old: old, Now: now}}
}

// isMadeID reports whether an actor's id is what would be made of its name.
func isMadeID(a *timeline.Actor) bool {
	slug := names.Slug(a.Name, "actor")
	if len(a.ID) < len(slug) || a.ID[:len(slug)] != slug {
		return false
	}
	for i, c := range []byte(a.ID[len(slug):]) {
		if i == 0 && c != '-' || i > 0 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
