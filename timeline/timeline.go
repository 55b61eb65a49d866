// Package timeline holds a record of events and answers questions about it.
//
// A timeline is what a writer keeps in YAML: events with a date as precise as the evidence allows, the actors who took
// part, and the sources that say so. Load reads files into a Timeline and a list of Problems, never one without the
// other: a bad event does not hide the good ones. NewIndex makes a Timeline quick to ask, ParseQuery reads the language
// it is asked in.
//
// The package knows no terminal, no colour, no width in cells, no clock and no operating system: bytes come in through
// readers, the present is handed in, and what is shown is somebody else's work.
package timeline

import (
	"iter"
	"sync"
	"sync/atomic"

	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/names"
)

// A Timeline is a record put in order: events by earliest day, then latest day, then place in the files, with the
// undated ones last. It does not change once it is made, so it may be read from several goroutines.
//
// Events, actors and sources are asked for by number through methods, never through slices, so that how they are stored
// can change without touching those who ask.
type Timeline struct {
	title        string
	description  string
	other        []Field
	events       store
	refs         references
	generatedIDs []string // ids of the events to which the files give none, "" for the others; nil where they give all
	actors       []Actor
	sources      []Source
	byID         idTable
	names        nameTable // folded name, alias or id -> actor

	grouping sync.Once
	groups   []ActorRef // of every actor its Group, made when first asked for
	naming   sync.Once
	offices  []atomic.Pointer[[]string] // of every actor what its memberships are called, made when first asked for
}

// Title is the record's own title, "" where it has none. Of several files the first that has one gives it.
func (t *Timeline) Title() string { return t.title }

// Description is the record's own description, "" where it has none. Of several files the first that has one gives it.
func (t *Timeline) Description() string { return t.description }

// Other holds the keys of the record itself that the format does not know, of all files and in their order. A key that
// several files have is there several times.
func (t *Timeline) Other() []Field { return t.other }

// Len is the number of events.
func (t *Timeline) Len() int { return t.events.Len() }

// Event is the i-th event in order, 0 ≤ i < Len. It is unpacked anew with every call, which takes about a microsecond.
func (t *Timeline) Event(i int) *Event {
	e := new(Event)
	t.Read(i, e)
	return e
}

// Read unpacks the i-th event into e, using the room that e has.
func (t *Timeline) Read(i int, e *Event) {
	t.events.read(i, e, &t.refs)
	if t.generatedIDs != nil && t.generatedIDs[i] != "" {
		e.ID = t.generatedIDs[i]
	}
}

// ID is the id of the i-th event.
func (t *Timeline) ID(i int) string {
	if t.generatedIDs != nil && t.generatedIDs[i] != "" {
		return t.generatedIDs[i]
	}
	return t.events.id(i)
}

// EventTitle is the title of the i-th event.
func (t *Timeline) EventTitle(i int) string { return t.events.title(i) }

// Date is the date of the i-th event; the zero Date where it is undated.
func (t *Timeline) Date(i int) edtf.Date { return t.events.dates[i] }

// Start is the first day on which the i-th event can have been: Forever where it is undated.
func (t *Timeline) Start(i int) calendar.Day { return t.events.dates[i].Earliest() }

// ids are the ids of all events.
func (t *Timeline) ids() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range t.Len() {
			if !yield(t.ID(i)) {
				return
			}
		}
	}
}

// Find gives the number of the event with this id.
func (t *Timeline) Find(id string) (int, bool) {
	i, ok := t.byID.find(id)
	return int(i), ok
}

// Actors is the number of actors: those with a record first, in the order of the files, then the others as they are
// first named.
func (t *Timeline) Actors() int { return len(t.actors) }

// Actor is the actor a, 0 ≤ a < Actors. It must not be changed.
func (t *Timeline) Actor(a ActorRef) *Actor { return &t.actors[a] }

// Source is the source s. It must not be changed.
func (t *Timeline) Source(s SourceRef) *Source { return &t.sources[s] }

// Sources is the number of sources.
func (t *Timeline) Sources() int { return len(t.sources) }

// An Event is one thing that happened, was said or is planned.
type Event struct {
	ID       string    // stable and unique in the record; made from date and title where the file gives none
	Date     edtf.Date // zero when missing or unreadable
	Title    string
	Summary  string // plain text; paragraphs are separated by an empty line
	Type     string // one word: meeting, call, statement, strike, agreement, aid, summit, visit …
	Status   string // confirmed, reported, disputed, planned; "" where the file says nothing
	Location string
	Actors   []Part // in the order of the file
	Tags     []string
	Quotes   []Quote
	Figures  []Figure
	Claims   []Claim
	Sources  []SourceRef
	Related  []string // event ids
	Notes    []string
	Other    []Field  // keys that the format does not know, in the order of the file
	Pos      diag.Pos // where the event begins
}

// A Part is an actor's part in one event.
type Part struct {
	Actor ActorRef
	Name  string // as the event spells it
	Role  string // the part played in this event (host, caller, target); "" where the file says nothing
}

// A Field is a key that the format does not know, kept as it was found.
type Field struct {
	Key   string
	Value string // scalars as they stand, lists and maps as YAML text without a final newline
}

// NearestIDs are the event ids that id may have been meant for, best first, at most three.
func (t *Timeline) NearestIDs(id string) []string {
	ids := make([]string, t.Len())
	for i := range ids {
		ids[i] = t.ID(i)
	}
	return names.Nearest(id, ids, 3)
}

// ActorName is the name of an actor, "" for nobody.
func (t *Timeline) ActorName(a ActorRef) string {
	if a == NoActor {
		return ""
	}
	return t.Actor(a).Name
}
