// Package index makes a Timeline quick to ask: which events a query selects, how many of them each actor takes part in,
// which names somebody may have meant, what is near in time or comparable.
//
//	x := index.New(t)
//	q, _ := query.Parse("actor:ukraine type:meeting")
//	s := x.Select(q)
//	for n := range s.Len() {
//		fmt.Println(t.EventTitle(s.At(n)))
//	}
//	fmt.Println(x.ActorCounts(s))
//
// An Index holds, for each actor and each value of a field, the numbers of the events that have it (posting lists), and
// what finds words in all events. An actor stands for those who belonged to it on the date of an event, so an event
// counts for the state that its participants served. New takes some 0.1 s for 100,000 events, most questions less than
// 1 ms.
//
// Every question is answered from the same few lists, which is why they are one package. It does not change the record,
// reads no files and draws nothing; texts for people are in explain.go and complete.go alone.
//
// index may import timeline, calendar, edtf, family, fold, names, quantity, query, related, sanitize, fulltext, guess,
// intset, ownvalue and parallel.
package index

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/family"
	"dateline/timeline/internal/fulltext"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/query"
	"dateline/timeline/related"
)

// An Index is a Timeline made quick to ask. It does not change once it is made, and may be used by several goroutines.
//
// Its methods say that "a or its people" take part in an event where the event lists the actor a, or somebody who may
// have belonged to a on the event's date, directly or through others.
type Index struct {
	t            *timeline.Timeline
	when         []calendar.Period // of every event; Never for the undated
	gaps         []int32           // events whose dates may lack days of that, in order
	related      *related.Net      // which events name which
	affiliations affiliations
	people       lexicon // names, aliases and ids of the actors

	listed     intset.Rows // event -> the actors that it lists
	involved   intset.Rows // event -> those and the groups that they may have belonged to on its date
	byListed   intset.Rows // actor -> events that list it
	byInvolved intset.Rows // actor -> events that it or its people take part in
	bySpeaker  intset.Rows // actor -> events in which it is quoted or claims something
	bySays     intset.Rows // actor -> events in which it or its people do
	byCited    intset.Rows // source -> events that cite it
	facets     map[query.Key]func() *facet
	sourced    *atomic.Bool                  // whether that of the sources is made
	labels     labels                        // of figures
	traits     map[string]intset.Bits        // by value of has: and is:, without those of given
	given      map[string]func() intset.Bits // by value of is:, events of which only a caller knows
	all        Selection                     // of every event
	ctx        context.Context               // ends long searches

	// Made when first asked for.
	dense  func() []intset.Bits // the rows of byInvolved that are long
	text   func() *fulltext.Index
	names  func() *actorNames
	whole  func() calendar.Period // from the first to the last day that bounds an event
	exact  func() []calendar.Unit // how exactly each event with a date is known to begin
	kinds  func() []family.Family // of every event
	claims func() *claims
	own    func() *ownKeys
	cast   func() (all, listed int)
}

// New returns an index of t.
func New(t *timeline.Timeline) *Index { return NewBy(parallel.All(), t) }

// NewBy returns an index of t that so many workers make.
func NewBy(workers parallel.Workers, t *timeline.Timeline) *Index {
	n := t.Len()
	x := &Index{
		t: t, when: make([]calendar.Period, n), affiliations: newAffiliations(t),
		traits: make(map[string]intset.Bits), ctx: context.Background(),
	}
	x.all = newSelection(x.everything(), n)
	x.traits[contested] = intset.NewBits(n)
	for word := range eventTraits {
		x.traits[word] = intset.NewBits(n)
	}
	// So many events at the end are at most entered at the same time as those before them. What is entered of these
	// takes memory twice for a moment, when it is joined to the rest.
	const concurrent = 1 << 17
	others := (n - min(n/2, concurrent)) &^ 63 // so that no word of a bit set has two writers
	b, o := newIndexBuilder(x, n), newIndexBuilder(x, n-others)
	entered := workers.Go(func() { o.enter(others, n) })
	b.enter(0, others)
	entered()
	b.join(o)
	b.finish()
	other := b.other // and nothing else of b, which is larger than x
	for a := range t.Actors() {
		x.people.begin()
		for _, spelling := range t.Actor(timeline.ActorRef(a)).Spellings() {
			x.people.spell(spelling)
		}
	}
	x.people.clip()
	x.dense = sync.OnceValue(func() []intset.Bits { return denseRows(&x.byInvolved, n) })
	x.text = sync.OnceValue(func() *fulltext.Index {
		return fulltext.New(t, &x.byListed, &x.byCited, workers)
	})
	x.whole = sync.OnceValue(func() calendar.Period { return wholeOf(x.when) })
	x.exact = sync.OnceValue(func() []calendar.Unit { return knownUnits(t, x.when, x.Dated()) })
	x.kinds = sync.OnceValue(func() []family.Family { return familiesOf(t, x.facet(query.ByType)) })
	x.names = sync.OnceValue(func() *actorNames { return newActorNames(t) })
	x.claims = sync.OnceValue(func() *claims { return x.newClaims() })
	x.cast = sync.OnceValues(func() (all, listed int) { return x.byInvolved.Filled(), x.byListed.Filled() })
	x.own = sync.OnceValue(func() *ownKeys {
		if !other {
			return new(ownKeys)
		}
		return newOwnKeys(t)
	})
	return x
}

// Empty returns an index of a record without events, actors and sources.
func Empty() *Index { return New(new(timeline.Timeline)) }

// FoldWords makes x ready to look for names, words, claims and keys of the writer's own, which takes some 0.1 s for
// 100,000 events, and as much again where these have keys of the writer's own, or all of them claims. Without it the
// first question that needs them does this.
func (x *Index) FoldWords() {
	x.names()
	x.text()
	x.own()
	x.claims()
}

// Timeline returns the record that was indexed.
func (x *Index) Timeline() *timeline.Timeline { return x.t }

// Until returns x with a bound on searches for words. When ctx ends, they end soon, and a selection made of them is not
// complete: whoever ends ctx must not use it. It shares all else with x.
func (x *Index) Until(ctx context.Context) *Index {
	y := *x
	y.ctx = ctx
	return &y
}

// Related returns what led to event i and what followed from it, by what events name as related.
func (x *Index) Related(i int) (led, followed related.Relations) { return x.related.Of(i) }

// HasTypes reports whether any event has a type.
func (x *Index) HasTypes() bool { return len(x.facet(query.ByType).values) > 0 }

// Types returns the types of events, each as the record first spells it. They must not be changed.
func (x *Index) Types() []string { return x.facet(query.ByType).values }

// ListedIn returns the numbers of the events that list the actor a itself, in order. They must not be changed.
func (x *Index) ListedIn(a timeline.ActorRef) []int32 { return x.byListed.Row(int32(a)) }

// Select returns the events that q wants. A value that names nothing in the record selects nothing.
func (x *Index) Select(q query.Query) Selection {
	if q.IsZero() {
		return x.all
	}
	return x.selection(x.evaluate(q.Root(), nil))
}

// evaluate returns the events that n wants. Where within is not nil, the result is right for the events in it only.
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
	case query.Claim:
		return x.claims().eventsOf(x.askClaims(n.Of, x.claims().in(within)), x.t.Len())
	case query.Term:
		found := intset.NewBits(x.t.Len())
		for _, v := range n.Values {
			x.lookUp(n.Key, n.Op, v, within, found)
		}
		return found
	}
	return x.everything()
}

// evaluateAnd looks for words last, so that it need look for them only in events for which all else is true.
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

// hasWords reports whether n asks for words, be it of claims.
func hasWords(n query.Node) bool {
	found := false
	query.EachTerm(n, func(t query.Term, _ bool) {
		found = found || t.Key == query.ByWords || t.Key == query.ByClaim
	})
	query.EachClaim(n, func(query.Claim, bool) { found = true })
	return found
}

// everything returns the set of all events.
func (x *Index) everything() intset.Bits {
	all := intset.NewBits(x.t.Len())
	all.SetAll(x.t.Len())
	return all
}

// lookUp adds to found the events in which key has the value v, or one that compares so with it. For words, it is
// enough that found is right within.
func (x *Index) lookUp(key query.Key, op query.Op, v query.Value, within, found intset.Bits) {
	switch key {
	case query.ByWords:
		x.text().Search(x.ctx, v.Folded(), within, found)
	case query.ByActor:
		found.SetRows(&x.byInvolved, x.actors(v.Text))
	case query.ByDirect:
		found.SetRows(&x.byListed, x.actors(v.Text))
	case query.BySpeaker:
		found.SetRows(&x.bySpeaker, x.actors(v.Text))
	case query.BySays:
		found.SetRows(&x.bySays, x.actors(v.Text))
	case query.ByClaim:
		found.Or(x.claims().eventsOf(x.claimsWith(v, x.claims().in(within)), x.t.Len()))
	case query.ByHas, query.ByIs:
		x.setTrait(v.Text, found)
	case query.ByDate, query.BySince, query.ByUntil:
		x.setDates(v.Period, found)
	case query.ByID:
		for _, i := range x.ids(v.Text) {
			found.Set(i)
		}
	case query.ByType, query.ByStatus, query.ByLocation, query.ByTag, query.BySource:
		found.SetRows(&x.facet(key).posts, x.valuesOf(key, v.Text))
	default:
		if k := x.ownKey(key); k != nil {
			found.SetRows(&k.posts, k.compared(op, v))
			if op == query.Is {
				x.setProse(k, v.Text, within, found)
			}
		}
	}
}

// setTrait adds to found the events of which a value of has: or is: is true.
func (x *Index) setTrait(word string, found intset.Bits) {
	if events, ok := x.given[word]; ok {
		found.Or(events())
		return
	}
	if events, ok := x.traits[word]; ok {
		found.Or(events)
		return
	}
	switch key := query.KeyOf(word); key {
	case query.ByActor, query.ByDirect:
		found.SetAllRows(&x.byListed)
	case query.BySpeaker, query.BySays:
		found.SetAllRows(&x.bySpeaker)
	case query.ByType, query.ByStatus, query.ByLocation, query.ByTag:
		found.SetAllRows(&x.facet(key).posts)
	case query.ByDate:
		x.setDates(calendar.Always, found)
	default:
		if k := x.ownKey(key); k != nil && key.IsOwn() {
			for _, i := range k.events {
				found.Set(i)
			}
		}
	}
}

// actors returns the actors that a value names: the one that has it as its id, name or alias, or else all of which some
// spelling has words that begin so. A value with a * at its end wants all of them.
func (x *Index) actors(name string) []int32 {
	if begin, all := query.WantsAll(name); all {
		return x.people.begins(begin)
	}
	if a, ok := x.t.FindActor(name); ok {
		return []int32{int32(a)}
	}
	return x.people.begins(name)
}

// valuesOf returns the values of a facet that a text names, by the same rule. But one location may be in another
// ("Kyiv" and "Kyiv, Ukraine"), so the exact location does not exclude others.
func (x *Index) valuesOf(key query.Key, text string) []int32 {
	f := x.facet(key)
	if _, all := query.WantsAll(text); key == query.ByLocation && !all {
		return f.begins(text)
	}
	return f.named(text)
}

// named returns the values that a text names: those that it spells exactly, or else all that begin so, as where it ends
// in a *.
func (f *facet) named(text string) []int32 {
	if begin, all := query.WantsAll(text); all {
		return f.begins(begin)
	}
	if exact := f.exact(text); exact != nil {
		return exact
	}
	return f.begins(text)
}

// ids returns the event with this id or, where there is none, those whose id begins so.
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

// setDates adds to found the events that may have been at some time of the period asked for.
func (x *Index) setDates(asked calendar.Period, found intset.Bits) {
	next := 0
	for n := range len(x.gaps) + 1 {
		end := len(x.when)
		if n < len(x.gaps) {
			end = int(x.gaps[n])
		}
		for i := next; i < end; i++ {
			if x.when[i].Overlaps(asked) {
				found.Set(int32(i))
			}
		}
		if end < len(x.when) && x.when[end].Overlaps(asked) && x.t.Date(end).MayBeWithin(asked) {
			found.Set(int32(end))
		}
		next = end + 1
	}
}
