package index

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/internal/intset"
	"dateline/timeline/names"
	"dateline/timeline/query"
)

// ActorCounts counts, for every actor by timeline.ActorRef, the selected events that it or its people take part in.
func (x *Index) ActorCounts(s Selection) []int {
	n := x.t.Len()
	switch {
	case s.Len() == n:
		return x.byInvolved.Lengths()
	case s.Len() < n/4:
		return countRows(&x.involved, s.bits, x.t.Actors())
	case s.Len() > n-n/4: // count what is left out instead
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

// countRows counts how often each of n numbers stands in the rows of a set.
func countRows(rows *intset.Rows, set intset.Bits, n int) []int {
	counts := make([]int, n)
	for i := range set.All() {
		for _, number := range rows.Row(i) {
			counts[number]++
		}
	}
	return counts
}

// countPosts counts for each row how many of its events are in a set; dense, which may be nil, holds some rows as sets.
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

// denseRows gives the rows that have more than one in 32 of the events as sets, which are quicker to count, and nil for
// the others.
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

// An ActorCount is how many events an actor has.
type ActorCount struct {
	Actor timeline.ActorRef
	N     int
}

// Companions counts, for the events of s that a or its people take part in, who else the events list, most frequent
// first. Those who take part as a's own people are not others.
func (x *Index) Companions(a timeline.ActorRef, s Selection) []ActorCount {
	counts := make([]int, x.t.Actors())
	for _, i := range x.byInvolved.Row(int32(a)) {
		if !s.bits.Has(i) {
			continue
		}
		for _, b := range x.listed.Row(i) {
			if timeline.ActorRef(b) != a && !x.standings.under(timeline.ActorRef(b), a, x.t.Date(int(i)).Period()) {
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
	Part   int // of Query.Parts
	Hidden int // events that would be shown without it
}

// Blame finds the part of q whose removal brings back the most events; ok is false where no single part does.
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

// An Unknown is a value in a query that names nothing in the record.
type Unknown struct {
	Key     query.Key
	Value   string
	Nearest []string // names or ids, best first, at most three
}

// Unknown lists the values in q that name nothing in the record, each with the nearest names.
func (x *Index) Unknown(q query.Query) []Unknown {
	var unknown []Unknown
	query.EachTerm(q.Root(), func(t query.Term, _ bool) {
		for _, v := range t.Values {
			if near, ok := x.known(t.Key, v.Text); !ok {
				unknown = append(unknown, Unknown{t.Key, v.Text, near})
			}
		}
	})
	return unknown
}

// maxNear is how many names are offered for one that is not known.
const maxNear = 3

// known says whether a value names something in the record, and what it may have been meant for where not.
func (x *Index) known(key query.Key, text string) (near []string, ok bool) {
	switch key {
	case query.ByActor, query.ByDirect, query.BySpeaker:
		if x.actors(text) != nil {
			return nil, true
		}
		for _, match := range x.SearchActors(text) {
			if len(near) < maxNear {
				near = append(near, x.t.Actor(match.Actor).Name)
			}
		}
		return near, false
	case query.ByID:
		return nil, x.ids(text) != nil
	}
	f := x.facets[key]
	if f == nil || x.valuesOf(key, text) != nil {
		return nil, true
	}
	return names.Nearest(text, f.values, maxNear), false
}
