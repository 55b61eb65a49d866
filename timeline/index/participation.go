package index

import (
	"slices"
	"sort"

	"dateline/timeline"
)

// Spread counts, between one cut and the next, the events of s that a or its people take part in. Where s is every event
// the time it takes does not depend on their number.
func (x *Index) Spread(a timeline.ActorRef, s Selection, cuts []int) []int {
	counts := make([]int, max(0, len(cuts)-1))
	posts := x.byInvolved.Row(int32(a))
	from := 0
	for c := range counts {
		from += sort.Search(len(posts)-from, func(k int) bool { return int(posts[from+k]) >= cuts[c] })
		to := from + sort.Search(len(posts)-from, func(k int) bool { return int(posts[from+k]) >= cuts[c+1] })
		counts[c] = to - from
		if s.Len() < x.t.Len() {
			counts[c] = 0
			for _, i := range posts[from:to] {
				if s.bits.Has(i) {
					counts[c]++
				}
			}
		}
		from = to
	}
	return counts
}

// TakesPart says whether a or its people take part in event i, and whether the event lists a itself.
func (x *Index) TakesPart(a timeline.ActorRef, i int) (takes, listed bool) {
	listed = slices.Contains(x.listed.Row(int32(i)), int32(a))
	return listed || slices.Contains(x.involved.Row(int32(i)), int32(a)), listed
}

// Next is the first event of s after event i that a or its people take part in, or the last before it for step −1; ok is
// false where there is none.
func (x *Index) Next(a timeline.ActorRef, s Selection, i, step int) (next int, ok bool) {
	posts := x.byInvolved.Row(int32(a))
	at, found := slices.BinarySearch(posts, int32(i))
	if step < 0 || found {
		at += step
	}
	for ; at >= 0 && at < len(posts); at += step {
		if s.bits.Has(posts[at]) {
			return int(posts[at]), true
		}
	}
	return 0, false
}
