package index

import (
	"context"
	"strings"
	"sync"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/internal/fulltext"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/query"
)

// An Index is a Timeline made quick to ask. It does not change once it is made, and may be used by several goroutines.
type Index struct {
	t         *timeline.Timeline
	when      []calendar.Period // of every event; never for the undated
	standings standings
	people    lexicon // names, aliases and ids of the actors

	listed     intset.Rows // event -> the actors that it lists
	involved   intset.Rows // event -> those and what they stood under on its date
	byListed   intset.Rows // actor -> events that list it
	byInvolved intset.Rows // actor -> events that it or its people take part in
	bySpeaker  intset.Rows // actor -> events in which it or its people are quoted or claim something
	facets     map[query.Key]*facet
	labels     labels                 // of figures
	traits     map[string]intset.Bits // what has: and is: ask for, is:marked excepted
	marked     map[string]bool
	ctx        context.Context // ends long searches

	// Made when first asked for.
	dense func() []intset.Bits // the rows of byInvolved that are long
	text  func() *fulltext.Index
	names func() *actorNames
	spans func() timeSpans
}

// enteredBeside is how many of the last events are entered beside the others, at most: they are there twice for a moment.
const enteredBeside = 1 << 17

// New makes an index of t.
func New(t *timeline.Timeline) *Index {
	n := t.Len()
	x := &Index{t: t, when: make([]calendar.Period, n), traits: make(map[string]intset.Bits), ctx: context.Background(), standings: newStandings(t)}
	for word := range eventTraits {
		x.traits[word] = intset.NewBits(n)
	}
	others := (n - min(n/2, enteredBeside)) &^ 63 // so that no word of a bit set has two writers
	b, o := newIndexBuilder(x, n), newIndexBuilder(x, n-others)
	entered := parallel.Go(func() { o.enter(others, n) })
	b.enter(0, others)
	entered()
	b.join(o)
	b.finish()
	x.people.lines = make([]string, t.Actors())
	for a := range t.Actors() {
		var lines strings.Builder
		for _, spelling := range t.Actor(timeline.ActorRef(a)).Spellings() {
			lines.WriteString(lexiconLine(spelling))
		}
		x.people.lines[a] = lines.String()
	}
	x.dense = sync.OnceValue(func() []intset.Bits { return denseRows(&x.byInvolved, n) })
	x.text = sync.OnceValue(func() *fulltext.Index { return fulltext.New(t, &x.byListed) })
	x.spans = sync.OnceValue(func() timeSpans { return newTimeSpans(x.when) })
	x.names = sync.OnceValue(func() *actorNames { return newActorNames(t) })
	return x
}

// Empty is an index of no events at all.
func Empty() *Index { return New(new(timeline.Timeline)) }

// FoldWords makes x ready for words, which else the first query with a word waits for: some 0.1 s for 100,000 events.
func (x *Index) FoldWords() { x.text() }

// Timeline is what was indexed.
func (x *Index) Timeline() *timeline.Timeline { return x.t }

// WithMarks is x with other marked events, given by id, which is:marked asks for. The rest is shared.
func (x *Index) WithMarks(marked map[string]bool) *Index {
	y := *x
	y.marked = marked
	return &y
}

// Until is x in as far as ctx lasts: what it finds after that is of no use, but soon there. The rest is shared.
func (x *Index) Until(ctx context.Context) *Index {
	y := *x
	y.ctx = ctx
	return &y
}

// ListedIn returns the events that list an actor itself, in order. They must not be changed.
func (x *Index) ListedIn(a timeline.ActorRef) []int32 { return x.byListed.Row(int32(a)) }

// Select finds the events that q wants. What a query names that the record does not know selects nothing.
func (x *Index) Select(q query.Query) Selection { return newSelection(x.evaluate(q.Root(), nil)) }

// evaluate finds the events that n wants. Where within is not nil, the answer holds inside of it only.
func (x *Index) evaluate(n query.Node, within intset.Bits) intset.Bits {
	switch n := n.(type) {
	case query.And:
		return x.evaluateAnd(n, within)
	case query.Or:
		found := x.evaluate(n[0], within)
		for _, part := range n[1:] {
			found.Or(x.evaluate(part, within))
		}
		return found
	case query.Not:
		found := x.everything()
		found.AndNot(x.evaluate(n.Of, within))
		return found
	case query.Term:
		found := intset.NewBits(x.t.Len())
		for _, v := range n.Values {
			x.lookUp(n.Key, v, within, found)
		}
		return found
	}
	return x.everything()
}

// evaluateAnd leaves words to the end, so that they are looked for only where all else is true.
func (x *Index) evaluateAnd(parts query.And, within intset.Bits) intset.Bits {
	var found intset.Bits
	for _, words := range []bool{false, true} {
		for _, part := range parts {
			if hasWords(part) != words {
				continue
			}
			if found == nil {
				found = x.evaluate(part, within)
				within = found
			} else {
				found.And(x.evaluate(part, within))
			}
		}
	}
	return found
}

// hasWords says whether words must be looked for in n.
func hasWords(n query.Node) bool {
	found := false
	query.EachTerm(n, func(t query.Term, _ bool) { found = found || t.Key == query.ByWords })
	return found
}

// everything is the set of all events.
func (x *Index) everything() intset.Bits {
	all := intset.NewBits(x.t.Len())
	all.SetAll(x.t.Len())
	return all
}

// lookUp adds to found the events in which key has the value v.
func (x *Index) lookUp(key query.Key, v query.Value, within, found intset.Bits) {
	switch key {
	case query.ByWords:
		x.text().Search(x.ctx, v.Folded(), within, found)
	case query.ByActor:
		found.SetRows(&x.byInvolved, x.actors(v.Text))
	case query.ByDirect:
		found.SetRows(&x.byListed, x.actors(v.Text))
	case query.BySpeaker:
		found.SetRows(&x.bySpeaker, x.actors(v.Text))
	case query.ByHas, query.ByIs:
		if v.Text == "marked" {
			x.setMarked(found)
		} else {
			found.Or(x.traits[v.Text])
		}
	case query.ByDate, query.BySince, query.ByUntil:
		x.setDates(v.Period, found)
	case query.ByID:
		for _, i := range x.ids(v.Text) {
			found.Set(i)
		}
	default:
		found.SetRows(&x.facets[key].posts, x.valuesOf(key, v.Text))
	}
}

// actors are the actors that a value names: by an exact id, name or alias the one, or else all of which some spelling has
// words that begin so.
func (x *Index) actors(name string) []int32 {
	if a, ok := x.t.FindActor(name); ok {
		return []int32{int32(a)}
	}
	return x.people.begins(name)
}

// valuesOf are the values of a facet that a value names, by the same rule. Places lie in one another ("Kyiv" and "Kyiv,
// Ukraine"), so an exact one does not exclude others.
func (x *Index) valuesOf(key query.Key, text string) []int32 {
	f := x.facets[key]
	if exact := f.exact(text); exact != nil && key != query.ByLocation {
		return exact
	}
	return f.begins(text)
}

// ids are the events with this id or, where there is none, those whose id begins so.
func (x *Index) ids(text string) []int32 {
	if i, ok := x.t.Find(text); ok {
		return []int32{int32(i)}
	}
	var found []int32
	for i := range x.t.Len() {
		if id := x.t.ID(i); len(id) >= len(text) && strings.EqualFold(id[:len(text)], text) {
			found = append(found, int32(i))
		}
	}
	return found
}

// setMarked puts the marked events in.
func (x *Index) setMarked(found intset.Bits) {
	for id, marked := range x.marked {
		if i, ok := x.t.Find(id); ok && marked {
			found.Set(int32(i))
		}
	}
}

// setDates puts the events in that may have been at the time which is asked for.
func (x *Index) setDates(asked calendar.Period, found intset.Bits) {
	for i, when := range x.when {
		if when.Overlaps(asked) {
			found.Set(int32(i))
		}
	}
}
