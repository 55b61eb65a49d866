package index

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
)

// ActorCounts returns for every actor, by timeline.ActorRef, in how many events of s it or its people take part.
func (x *Index) ActorCounts(s Selection) []int {
	n := x.t.Len()
	switch {
	case s.Len() == n:
		return x.byInvolved.Lengths()
	case s.Len() < n/4:
		return countRows(&x.involved, s.bits, x.t.Actors())
	case s.Len() > n-n/4: // take off those of the few events that are not selected
		rest := x.everything()
		rest.AndNot(s.bits)
		counts := x.byInvolved.Lengths()
		for a, out := range countRows(&x.involved, rest, x.t.Actors()) {
			counts[a] -= out
		}
		return counts
	}
	return countPosts(&x.byInvolved, x.dense(), s.bits)
}

// Cast returns how many actors take part in events of the record, themselves or through their people, and how many of
// them an event lists.
func (x *Index) Cast() (all, listed int) { return x.cast() }

// countRows returns for each number below n how many of the rows in a set have it.
func countRows(rows *intset.Rows, set intset.Bits, n int) []int {
	counts := make([]int, n)
	for i := range set.All() {
		for _, number := range rows.Row(i) {
			counts[number]++
		}
	}
	return counts
}

// countPosts returns for each row how many of its events are in a set. Dense holds the rows that are sets too, and may
// be nil.
func countPosts(posts *intset.Rows, dense []intset.Bits, set intset.Bits) []int {
	counts := make([]int, posts.Len())
	for i := range counts {
		if dense != nil && dense[i] != nil {
			counts[i] = dense[i].CountIn(set)
			continue
		}
		n := uint64(0)
		for _, event := range posts.Row(int32(i)) {
			n += set[event>>6] >> (uint32(event) & 63) & 1
		}
		counts[i] = int(n)
	}
	return counts
}

// denseRows returns the rows that have more than one in 32 of the events as sets, which are counted faster than lists.
// It has nil for the other rows.
func denseRows(posts *intset.Rows, events int) []intset.Bits {
	dense := make([]intset.Bits, posts.Len())
	for i := range dense {
		if row := posts.Row(int32(i)); len(row) > events/32 {
			dense[i] = intset.NewBits(events)
			dense[i].SetRows(posts, []int32{int32(i)})
		}
	}
	return dense
}

// An ActorCount is the number of events of an actor.
type ActorCount struct {
	Actor timeline.ActorRef
	N     int
}

// Companions returns who else is listed in the events of s that a or its people take part in, and in how many of them,
// most frequent first. Those who take part as a's own people are not among them.
func (x *Index) Companions(a timeline.ActorRef, s Selection) []ActorCount {
	counts := make([]int, x.t.Actors())
	for _, i := range x.byInvolved.Row(int32(a)) {
		if !s.bits.Has(i) {
			continue
		}
		for _, b := range x.listed.Row(i) {
			other := timeline.ActorRef(b)
			if other != a && !x.affiliations.includes(a, other, x.period(int(i))) {
				counts[b]++
			}
		}
	}
	var companions []ActorCount
	for b, n := range counts {
		if n > 0 {
			companions = append(companions, ActorCount{timeline.ActorRef(b), n})
		}
	}
	slices.SortStableFunc(companions, func(a, b ActorCount) int { return cmp.Compare(b.N, a.N) })
	return companions
}

// A Blame says which part of a query emptied its result.
type Blame struct {
	Part   int // its place in Query.Parts
	Hidden int // how many events the query would select without it
}

// Blame returns the part of q without which q would select the most events. It is meant for a q that selects none. Ok
// is false where leaving out one part does not help.
func (x *Index) Blame(q query.Query) (b Blame, ok bool) {
	parts := q.Conjuncts()
	found := make([]intset.Bits, len(parts))
	for i, part := range parts {
		found[i] = x.evaluate(part, nil)
	}
	for i := range parts {
		others := x.everything()
		for j := range parts {
			if j != i {
				others.And(found[j])
			}
		}
		if n := others.Count(); n > b.Hidden {
			b = Blame{Part: i, Hidden: n}
		}
	}
	return b, b.Hidden > 0
}
