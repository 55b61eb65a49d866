package timeline

import (
	"context"
	"strings"
	"sync"
)

// An Index is a Timeline made quick to ask. It does not change once it is made, and may be used by several goroutines.
type Index struct {
	t         *Timeline
	when      []period // of every event; never for the undated
	standings standings
	people    lexicon // names, aliases and ids of the actors

	listed     sparse // event -> the actors that it lists
	involved   sparse // event -> those and what they stood under on its date
	byListed   sparse // actor -> events that list it
	byInvolved sparse // actor -> events that it or its people take part in
	bySpeaker  sparse // actor -> events in which it or its people are quoted or claim something
	facets     map[Key]*facet
	labels     *facetBuilder     // of figures, as they are spelled
	traits     map[string]bitset // what has: and is: ask for, is:marked excepted
	marked     map[string]bool
	ctx        context.Context // ends long searches

	// Made when first asked for.
	dense   func() []bitset // the rows of byInvolved that are long
	text    func() *arena
	names   func() *directory
	stretch func() stretch
}

// enteredBeside is how many of the last events are entered beside the others, at most: they are there twice for a moment.
const enteredBeside = 1 << 17

// NewIndex makes an index of t.
func NewIndex(t *Timeline) *Index {
	n := t.Len()
	x := &Index{t: t, when: make([]period, n), traits: make(map[string]bitset), ctx: context.Background(), standings: newStandings(t.actors)}
	for word := range eventTraits {
		x.traits[word] = newBitset(n)
	}
	others := (n - min(n/2, enteredBeside)) &^ 63 // so that no word of a bitset has two writers
	b, o := newIndexBuilder(x, n), newIndexBuilder(x, n-others)
	entered := Go(func() { o.enter(others, n) })
	b.enter(0, others)
	entered()
	b.join(o)
	b.finish()
	x.people.lines = make([]string, t.Actors())
	for a := range t.actors {
		var lines strings.Builder
		for _, spelling := range t.actors[a].spellings() {
			lines.WriteString(lexiconLine(spelling))
		}
		x.people.lines[a] = lines.String()
	}
	x.dense = sync.OnceValue(func() []bitset { return denseRows(&x.byInvolved, n) })
	x.text = sync.OnceValue(func() *arena { return newArena(x) })
	x.stretch = sync.OnceValue(func() stretch { return newStretch(x.when) })
	x.names = sync.OnceValue(func() *directory { return newDirectory(t) })
	return x
}

// EmptyIndex is an index of no events at all.
func EmptyIndex() *Index { return NewIndex(new(Timeline)) }

// FoldWords makes x ready for words, which else the first query with a word waits for: some 0.1 s for 100,000 events.
func (x *Index) FoldWords() { x.text() }

// Timeline is what was indexed.
func (x *Index) Timeline() *Timeline { return x.t }

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

// spellings are the name of an actor, its aliases and its id.
func (a *Actor) spellings() []string {
	return append(append([]string{a.Name}, a.Aliases...), a.ID)
}

// Select finds the events that q wants. What a query names that the record does not know selects nothing.
func (x *Index) Select(q Query) Selection { return newSelection(x.evaluate(q.tree(), nil)) }

// evaluate finds the events that n wants. Where within is not nil, the answer holds inside of it only.
func (x *Index) evaluate(n node, within bitset) bitset {
	switch n := n.(type) {
	case and:
		return x.evaluateAnd(n, within)
	case or:
		found := x.evaluate(n[0], within)
		for _, part := range n[1:] {
			found.or(x.evaluate(part, within))
		}
		return found
	case not:
		found := x.everything()
		found.andNot(x.evaluate(n.of, within))
		return found
	case term:
		found := newBitset(x.t.Len())
		for _, v := range n.values {
			x.lookUp(n.key, v, within, found)
		}
		return found
	}
	return x.everything()
}

// evaluateAnd leaves words to the end, so that they are looked for only where all else is true.
func (x *Index) evaluateAnd(parts and, within bitset) bitset {
	var found bitset
	for _, words := range []bool{false, true} {
		for _, part := range parts {
			if hasWords(part) != words {
				continue
			}
			if found == nil {
				found = x.evaluate(part, within)
				within = found
			} else {
				found.and(x.evaluate(part, within))
			}
		}
	}
	return found
}

// hasWords says whether words must be looked for in n.
func hasWords(n node) bool {
	found := false
	eachTerm(n, true, func(t term, _ bool) { found = found || t.key == ByWords })
	return found
}

// everything is the set of all events.
func (x *Index) everything() bitset {
	all := newBitset(x.t.Len())
	all.setAll(x.t.Len())
	return all
}

// lookUp adds to found the events in which key has the value v.
func (x *Index) lookUp(key Key, v operand, within, found bitset) {
	switch key {
	case ByWords:
		x.text().search(x.ctx, v.needle(), within, found)
	case ByActor:
		found.setRows(&x.byInvolved, x.actors(v.text))
	case ByDirect:
		found.setRows(&x.byListed, x.actors(v.text))
	case BySpeaker:
		found.setRows(&x.bySpeaker, x.actors(v.text))
	case ByHas, ByIs:
		if v.text == "marked" {
			x.setMarked(found)
		} else {
			found.or(x.traits[v.text])
		}
	case ByDate, BySince, ByUntil:
		x.setDates(key, v.text, found)
	case ByID:
		for _, i := range x.ids(v.text) {
			found.set(i)
		}
	default:
		found.setRows(&x.facets[key].posts, x.valuesOf(key, v.text))
	}
}

// setRows puts the events of the given rows in.
func (b bitset) setRows(posts *sparse, rows []int32) {
	for _, row := range rows {
		for _, i := range posts.row(row) {
			b.set(i)
		}
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
func (x *Index) valuesOf(key Key, text string) []int32 {
	f := x.facets[key]
	if exact := f.exact(text); exact != nil && key != ByLocation {
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
func (x *Index) setMarked(found bitset) {
	for id, marked := range x.marked {
		if i, ok := x.t.Find(id); ok && marked {
			found.set(int32(i))
		}
	}
}

// setDates puts the events in that may have been at the time which a date key asks for.
func (x *Index) setDates(key Key, text string, found bitset) {
	asked, err := parsePeriod(key, text)
	if err != nil {
		return // cannot be: the query was read
	}
	for i, when := range x.when {
		if when.overlaps(asked) {
			found.set(int32(i))
		}
	}
}
