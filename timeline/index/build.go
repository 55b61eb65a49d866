package index

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
	"dateline/timeline/related"
)

// An indexBuilder enters the events of a timeline into an Index, one after the other.
type indexBuilder struct {
	x                                *Index              // its times and traits are set by event, the rest by finish
	listed, speakers                 *intset.RowsBuilder // event -> actors
	involved, says                   *intset.RowsBuilder // with those they stand for; nil where nobody belongs
	cited                            *intset.RowsBuilder // event -> sources
	types, statuses, locations, tags *facetBuilder
	labels                           *facetBuilder // of figures
	traits                           []traitBuilder
	gaps                             []int32
	related                          related.Builder
	other                            bool // whether any event has a key of the writer's own
}

// newIndexBuilder returns an indexBuilder for x, with room for n events.
func newIndexBuilder(x *Index, n int) *indexBuilder {
	b := &indexBuilder{
		x:        x,
		listed:   intset.NewRowsBuilder(n, 4*n),
		speakers: intset.NewRowsBuilder(n, n), cited: intset.NewRowsBuilder(n, n),
		types: newFacetBuilder(n), statuses: newFacetBuilder(n), locations: newFacetBuilder(n), tags: newFacetBuilder(n),
		labels: newFacetBuilder(n),
	}
	if x.affiliations.any() { // or else they are those that are listed
		b.involved, b.says = intset.NewRowsBuilder(n, 4*n), intset.NewRowsBuilder(n, n)
	}
	for word, of := range eventTraits {
		b.traits = append(b.traits, traitBuilder{of, x.traits[word]})
	}
	return b
}

// enter enters the events from ≤ i < to.
func (b *indexBuilder) enter(from, to int) {
	var e timeline.Event
	for i := from; i < to; i++ {
		b.x.t.Read(i, &e)
		b.event(i, &e)
	}
}

// join appends the events of o, which come after those of b.
func (b *indexBuilder) join(o *indexBuilder) {
	b.listed.Join(o.listed, nil)
	if b.involved != nil {
		b.involved.Join(o.involved, nil)
		b.says.Join(o.says, nil)
	}
	b.speakers.Join(o.speakers, nil)
	b.cited.Join(o.cited, nil)
	b.types.join(o.types)
	b.statuses.join(o.statuses)
	b.locations.join(o.locations)
	b.tags.join(o.tags)
	b.labels.join(o.labels)
	b.gaps = append(b.gaps, o.gaps...)
	b.related.Join(&o.related)
	b.other = b.other || o.other
}

// event enters the i-th event.
func (b *indexBuilder) event(i int, e *timeline.Event) {
	when := e.Date.Period()
	b.x.when[i] = when
	if e.Date.IsZero() {
		b.x.when[i] = calendar.Never
	}
	if e.Date.HasGaps() {
		b.gaps = append(b.gaps, int32(i))
	}
	for j := range e.Actors {
		if a := e.Actors[j].Actor; a != timeline.NoActor {
			b.listed.Add(int32(a))
			if b.involved != nil {
				b.x.involve(b.involved, a, when)
			}
		}
	}
	b.types.add(e.Type)
	b.statuses.add(e.Status)
	if len(e.Other) > 0 {
		for _, one := range furtherTypes(e) {
			b.types.add(one)
		}
		for _, one := range furtherStatuses(e) {
			b.statuses.add(one)
		}
	}
	b.locations.add(e.Location)
	for _, tag := range e.Tags {
		b.tags.add(tag)
	}
	for j := range e.Figures {
		b.labels.add(e.Figures[j].Label)
	}
	if b.mayBeContested(e) && b.x.t.Rivals(e) > 0 {
		b.x.traits[contested].Set(int32(i))
	}
	b.related.Add(b.x.t, i, e.Related)
	b.attribute(e, when)
	for _, trait := range b.traits {
		if trait.of(e) {
			trait.events.Set(int32(i))
		}
	}
	b.other = b.other || len(e.Other) > 0
	b.endRows()
}

// mayBeContested reports whether it is worth a closer look whether the accounts of an event differ: it has two claims,
// or two figures of one label.
func (b *indexBuilder) mayBeContested(e *timeline.Event) bool {
	return len(e.Claims) > 1 || len(e.Figures) > b.labels.rows.InRow()
}

// endRows ends the row of an event everywhere.
func (b *indexBuilder) endRows() {
	for _, rows := range [...]*intset.RowsBuilder{b.listed, b.speakers, b.cited} {
		rows.End()
	}
	if b.involved != nil {
		b.involved.End()
		b.says.End()
	}
	for _, facet := range []*facetBuilder{b.types, b.statuses, b.locations, b.tags, b.labels} {
		facet.rows.End()
	}
}

// involve puts an actor into the row, with the groups that it may have belonged to at that time.
func (x *Index) involve(row *intset.RowsBuilder, a timeline.ActorRef, when calendar.Period) {
	row.Add(int32(a))
	for _, s := range x.affiliations[a] {
		if s.when.Overlaps(when) {
			row.Add(int32(s.group))
		}
	}
}

// attribute enters who speaks in an event and the sources that it cites.
func (b *indexBuilder) attribute(e *timeline.Event, when calendar.Period) {
	for s := range e.EachSource {
		if s != timeline.NoSource {
			b.cited.Add(int32(s))
		}
	}
	for a := range e.EachSpeaker {
		if a != timeline.NoActor {
			b.speakers.Add(int32(a))
			if b.says != nil {
				b.x.involve(b.says, a, when)
			}
		}
	}
}

// finish inverts the rows and puts them into the Index. It lets go of each as soon as it is inverted.
func (b *indexBuilder) finish() {
	x, actors := b.x, b.x.t.Actors()
	x.gaps, x.related = b.gaps, b.related.Done(x.t)
	x.listed = b.listed.Done()
	x.byListed = x.listed.Invert(actors)
	x.involved, x.byInvolved = x.listed, x.byListed
	if b.involved != nil {
		x.involved = b.involved.Done()
		x.byInvolved = x.involved.Invert(actors)
	}
	speakers := b.speakers.Done()
	x.bySpeaker = speakers.Invert(actors)
	x.bySays = x.bySpeaker
	if b.says != nil {
		says := b.says.Done()
		x.bySays = says.Invert(actors)
	}
	b.listed, b.involved, b.speakers, b.says = nil, nil, nil, nil
	x.labels = labels{byText: b.labels.byText, posts: b.labels.done().posts}
	cited := b.cited.Done()
	x.byCited = cited.Invert(x.t.Sources())
	b.cited = nil
	x.sourced = new(atomic.Bool)
	x.facets = map[query.Key]func() *facet{query.BySource: sync.OnceValue(x.sourceFacet)}
	for key, of := range map[query.Key]*facetBuilder{
		query.ByType: b.types, query.ByStatus: b.statuses, query.ByLocation: b.locations, query.ByTag: b.tags,
	} {
		made := of.done()
		x.facets[key] = func() *facet { return made }
	}
}

// sourceFacet returns the facet of the sources, which are found by id, address, title or publisher. It is made when it
// is first asked for, since its text is as long as that of the sources.
func (x *Index) sourceFacet() *facet {
	n := x.t.Sources()
	f := &facet{posts: x.byCited, values: make([]string, n)}
	var s timeline.Source
	for i := range n {
		x.t.ReadSource(timeline.SourceRef(i), &s)
		f.values[i] = cmp.Or(s.ID, s.URL, s.Title, s.Publisher)
		f.begin()
		for _, spelling := range [...]string{s.ID, s.URL, s.Title, s.Publisher} {
			if spelling != "" {
				f.spell(spelling)
			}
		}
	}
	f.clip()
	x.sourced.Store(true)
	return f
}

// Unready returns what makes x ready to be asked q, and for values of key, where that takes longer than a key may: some
// 0.2 s of a record with 150,000 sources, once. It returns nil where x is ready.
func (x *Index) Unready(key query.Key, q query.Query) (ready func()) {
	const few = 2000 // sources, which are made ready while a key waits
	if x.sourced.Load() || x.t.Sources() <= few {
		return nil
	}
	asked := key == query.BySource
	query.EachAsked(q.Root(), func(t query.Term, _ bool) { asked = asked || t.Key == query.BySource })
	if !asked {
		return nil
	}
	return func() { x.facet(query.BySource) }
}

// A traitBuilder gathers the events that have a trait.
type traitBuilder struct {
	of     func(*timeline.Event) bool
	events intset.Bits
}

// eventTraits holds the values of has: and is: that an event has by itself.
var eventTraits = map[string]func(*timeline.Event) bool{
	"quote":  func(e *timeline.Event) bool { return len(e.Quotes) > 0 },
	"figure": func(e *timeline.Event) bool { return len(e.Figures) > 0 },
	"claim":  func(e *timeline.Event) bool { return len(e.Claims) > 0 },
	"source": func(e *timeline.Event) bool { return len(e.Sources) > 0 },
	"note":   func(e *timeline.Event) bool { return len(e.Notes) > 0 },
	"disputed": func(e *timeline.Event) bool {
		return disputed(e.Status) || slices.ContainsFunc(furtherStatuses(e), disputed) ||
			slices.ContainsFunc(e.Claims, func(c timeline.Claim) bool { return disputed(c.Status) })
	},
	"undated": func(e *timeline.Event) bool { return e.Date.IsZero() },
	// A date that is not known to the day is approximate as well as one that says so.
	"approximate": func(e *timeline.Event) bool {
		d := e.Date
		return !d.IsZero() && (d.Precision() < edtf.ToDay || d.Approximate() || d.Uncertain() || d.IsSet())
	},
}

// contested is the value of is: that is true of events whose claims or figures stand against each other.
const contested = "contested"

// disputed reports whether a status says that somebody objects.
func disputed(status string) bool {
	disputes := [...]string{"disputed", "denied", "contested", "rejected", "refuted"}
	return slices.ContainsFunc(disputes[:], func(word string) bool { return strings.EqualFold(word, status) })
}
