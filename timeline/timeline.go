// Package timeline is a record of events in memory: what happened and when, who took part, and which sources say so.
//
// A [Timeline] has the events of a record in order of their dates, its actors and its sources. They are asked for by
// number:
//
//	for i := range t.Len() {
//		e := t.Event(i)
//		for _, part := range e.Actors {
//			fmt.Println(e.Date, e.Title, t.ActorName(part.Actor), t.Office(part.Actor, e.Date))
//		}
//	}
//
// Package load reads files into a Timeline, package index answers queries on one, and package export writes one out.
// This package knows no YAML, no query, no terminal and no clock. It imports calendar, diag,
// edtf, family, fold, idtable, joined, markup, names, packedtext and quantity.
//
// # Putting a record together
//
// Only who reads files needs the rest: a [Builder] makes a Timeline of batches. A [Batch] is what a file, or a part of
// it, says. Drafts are events, actors and sources as the file has them ([EventDraft], [PartDraft], [QuoteDraft],
// [FigureDraft], [ClaimDraft], [ActorDraft], [MembershipDraft], [SourceDraft]), and a [Header] is what it says of the
// record. While files are read nobody knows yet who an actor is: "Rubio" may turn out to be an alias in the last file.
// So drafts have numbers that hold in their batch only, a [Mention] of a name and a [Citation] of a source.
// Builder.Timeline decides which [ActorRef] and which [SourceRef] they are. Builder.Check then reports what does not
// fit together.
package timeline

import (
	"iter"
	"slices"
	"sync"
	"sync/atomic"

	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/idtable"
	"dateline/timeline/markup"
	"dateline/timeline/names"
)

// A Timeline is a record put in order: events by earliest day, then by latest day, then by place in the files, with the
// undated ones last. It never changes, so it may be read by several goroutines.
//
// Events, actors and sources are asked for by number, since they are not stored as they are returned.
type Timeline struct {
	title        string
	description  string
	markup       bool // whether description may have markup
	other        []Field
	types        []TypeDraft
	views        []View
	looks        map[string]TypeLook // types by their words in lower case
	events       store
	refs         references
	generatedIDs []string // of the events to which the files give no id, "" for others; nil if there are none
	actors       []Actor
	records      sourceStore // of sources; after them come those of alone
	bare         sourceStore // what is cited by a text
	alone        []int32     // numbers in bare of what no record has
	byID         idtable.Table
	names        nameTable
	apart        *Timeline           // with each actor by itself; nil where no actors are joined
	short        map[ActorRef]string // surnames that stand for one person alone

	grouping sync.Once
	groups   []ActorRef // Group of each actor, made when first asked for
	tops     []ActorRef // Top of each actor, likewise
	naming   sync.Once
	offices  []atomic.Pointer[officesMade] // of each actor, made when first asked for
}

// Title returns the record's own title, "" if it has none. Of several files the first that has one counts.
func (t *Timeline) Title() string { return t.title }

// Description returns the record's own description without its markup, "" if it has none. Of several files the first
// that has one counts.
func (t *Timeline) Description() string {
	if t.markup {
		return markup.Plain(t.description)
	}
	return t.description
}

// WrittenDescription returns the description as it is written, and whether it may have markup.
func (t *Timeline) WrittenDescription() (text string, may bool) { return t.description, t.markup }

// Other returns the keys of the record itself that the format does not know, of all files and in their order. A key
// that several files have comes several times.
func (t *Timeline) Other() []Field { return slices.Clone(t.other) }

// Len returns the number of events.
func (t *Timeline) Len() int { return t.events.len() }

// Event returns event i in the order of dates, 0 ≤ i < Len. It is unpacked anew in every call, which takes about a
// microsecond. To look at many events, use Read, and where that is enough ID, EventTitle, Date or Start.
//
// Where its texts may have markup, they are returned as they are read, without it: "R&amp;D" is R&D. Written returns
// them as they are written.
func (t *Timeline) Event(i int) *Event {
	e := new(Event)
	t.Read(i, e)
	return e
}

// Read sets e to event i as Event returns it, and uses the memory of the lists that e has.
func (t *Timeline) Read(i int, e *Event) {
	t.ReadWritten(i, e)
	if e.Markup {
		e.Rewrite(markup.Plain)
		e.Title = inLine(e.Title)
	}
}

// Written returns event i with its texts as they are written in the file.
func (t *Timeline) Written(i int) *Event {
	e := new(Event)
	t.ReadWritten(i, e)
	return e
}

// ReadWritten sets e to event i as Written returns it, and uses the memory of the lists that e has.
func (t *Timeline) ReadWritten(i int, e *Event) {
	t.events.read(i, e, &t.refs)
	if t.generatedIDs != nil && t.generatedIDs[i] != "" {
		e.ID = t.generatedIDs[i]
	}
}

// ID returns the id of event i.
func (t *Timeline) ID(i int) string {
	if t.generatedIDs != nil && t.generatedIDs[i] != "" {
		return t.generatedIDs[i]
	}
	return t.events.id(i)
}

// EventTitle returns the title of event i as Event does.
func (t *Timeline) EventTitle(i int) string {
	title, may := t.events.title(i)
	if may {
		return inLine(markup.Plain(title))
	}
	return title
}

// EventType returns the type of event i.
func (t *Timeline) EventType(i int) string { return t.events.eventType(i) }

// EventPos returns where event i begins.
func (t *Timeline) EventPos(i int) diag.Pos { return t.events.pos(i) }

// Date returns the date of event i, the zero Date if it is undated.
func (t *Timeline) Date(i int) edtf.Date { return t.events.dates[i] }

// Start returns the first day on which event i may have been, calendar.Forever if it is undated.
func (t *Timeline) Start(i int) calendar.Day { return t.events.dates[i].Earliest() }

// ids returns the ids of all events.
func (t *Timeline) ids() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range t.Len() {
			if !yield(t.ID(i)) {
				return
			}
		}
	}
}

// Find returns the number of the event with an id, and reports whether there is one.
func (t *Timeline) Find(id string) (int, bool) {
	i, ok := t.byID.Find(id)
	return int(i), ok
}

// NearestIDs returns the event ids that id may be a misspelling of, at most three, the nearest first.
func (t *Timeline) NearestIDs(id string) []string {
	return names.Nearest(id, slices.Collect(t.ids()), 3)
}

// Actors returns the number of actors. Those with a record come first, in the order of the files, then the others in
// the order in which they are first named.
func (t *Timeline) Actors() int { return len(t.actors) }

// Actor returns actor a, 0 ≤ a < Actors. It must not be changed.
func (t *Timeline) Actor(a ActorRef) *Actor { return &t.actors[a] }
