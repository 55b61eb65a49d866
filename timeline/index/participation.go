package index

import (
	"slices"
	"sort"

	"dateline/timeline"
	"dateline/timeline/family"
	"dateline/timeline/internal/intset"
)

// Posts are the events of one actor, in order.
type Posts struct {
	x      *Index
	events []int32
}

// Involving returns the events that a or its people take part in.
func (x *Index) Involving(a timeline.ActorRef) Posts { return Posts{x, x.byInvolved.Row(int32(a))} }

// Listing returns the events that list a itself.
func (x *Index) Listing(a timeline.ActorRef) Posts { return Posts{x, x.byListed.Row(int32(a))} }

// Len returns how many they are.
func (p Posts) Len() int { return len(p.events) }

// Selection returns them as a selection.
func (p Posts) Selection() Selection {
	set := intset.NewBits(p.x.t.Len())
	for _, i := range p.events {
		set.Set(i)
	}
	return p.x.selection(set)
}

// Count returns how many of them are in s.
func (p Posts) Count(s Selection) int {
	if s.Len() == p.x.t.Len() {
		return len(p.events)
	}
	n := 0
	for _, i := range p.events {
		if s.bits.Has(i) {
			n++
		}
	}
	return n
}

// Spread returns how many of them are in s from one cut up to the next. Cuts are event numbers in ascending order, as
// calendar.Scale.Cuts returns them; there is one count less than cuts. Where s is every event, the time that it takes
// does not depend on their number.
func (p Posts) Spread(s Selection, cuts []int) []int {
	counts := make([]int, max(0, len(cuts)-1))
	posts, from := p.events, 0
	for c := range counts {
		from += sort.Search(len(posts)-from, func(k int) bool { return int(posts[from+k]) >= cuts[c] })
		to := from + sort.Search(len(posts)-from, func(k int) bool { return int(posts[from+k]) >= cuts[c+1] })
		counts[c] = Posts{p.x, posts[from:to]}.Count(s)
		from = to
	}
	return counts
}

// Prevailing returns the family of most of them that are in s from one cut up to the next, of several the first. It
// costs as much as they are many.
func (p Posts) Prevailing(s Selection, cuts []int) []family.Family {
	prevailing := make([]family.Family, max(0, len(cuts)-1))
	posts, families, at := p.events, p.x.kinds(), 0
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

// Lists returns the actors that event i lists.
func (x *Index) Lists(i int) []int32 { return x.listed.Row(int32(i)) }

// Involved returns the actors that event i lists, and those whose people they may have been on its date. They must not
// be changed.
func (x *Index) Involved(i int) []int32 { return x.involved.Row(int32(i)) }

// Next returns the first of them in s after event i where step is 1, and the last before it where step is −1. Ok is
// false where there is none. I may be −1 or the number of events.
func (p Posts) Next(s Selection, i, step int) (next int, ok bool) {
	posts := p.events
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
