package index

import (
	"slices"

	"dateline/timeline/internal/intset"
)

// A Selection is a set of events of one Timeline.
type Selection struct {
	bits intset.Bits
	list []int32 // event numbers in order
}

// newSelection takes over set.
func newSelection(set intset.Bits) Selection {
	list := make([]int32, 0, set.Count())
	for i := range set.All() {
		list = append(list, i)
	}
	return Selection{bits: set, list: list}
}

// Len is the number of events selected.
func (s Selection) Len() int { return len(s.list) }

// At is the event at place n, 0 ≤ n < Len.
func (s Selection) At(n int) int { return int(s.list[n]) }

// Has says whether event i is selected.
func (s Selection) Has(i int) bool { return s.bits.Has(int32(i)) }

// Rank is the place of the first selected event at or after event i; Len where there is none.
func (s Selection) Rank(i int) int {
	place, _ := slices.BinarySearch(s.list, int32(i))
	return place
}

// Same says whether both come from one Select, without looking at the events.
func (s Selection) Same(o Selection) bool {
	return len(s.list) == len(o.list) && (len(s.list) == 0 || &s.list[0] == &o.list[0])
}
