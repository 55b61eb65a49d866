package index

import (
	"slices"
	"sort"

	"dateline/timeline"
	"dateline/timeline/family"
)

// Spread returns how many events of s from one cut up to the next a or its people take part in. Cuts are event numbers
// in ascending order, as calendar.Scale.Cuts returns them; there is one count less than cuts. Where s is every event,
// the time that it takes does not depend on their number.
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

// Prevailing returns the family of most events of s from one cut up to the next that a or its people take part in, of
// several the first. It costs as much as a has events.
func (x *Index) Prevailing(a timeline.ActorRef, s Selection, cuts []int) []family.Family {
	prevailing := make([]family.Family, max(0, len(cuts)-1))
	posts, families, at := x.byInvolved.Row(int32(a)), x.kinds(), 0
	for c := range prevailing {
		var counts [family.Count]int
		for ; at < len(posts) && int(posts[at]) < cuts[c+1]; at++ {
			if i := posts[at]; int(i) >= cuts[c] && s.bits.Has(i) {
				counts[families[i]]++
			}
		}
		for f, n := range counts {
			if n > counts[prevailing[c]] {
				prevailing[c] = family.Family(f)
			}
		}
	}
	return prevailing
}

// TakesPart reports whether a or its people take part in event i, and whether the event lists a itself.
func (x *Index) TakesPart(a timeline.ActorRef, i int) (takes, listed bool) {
	listed = slices.Contains(x.listed.Row(int32(i)), int32(a))
	return listed || slices.Contains(x.involved.Row(int32(i)), int32(a)), listed
}

// Next returns the first event of s after event i that a or its people take part in where step is 1, and the last
// before it where step is −1. Ok is false where there is none. I may be −1 or the number of events.
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
