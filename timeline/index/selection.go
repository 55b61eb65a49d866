package index

import (
	"slices"

	"dateline/timeline/internal/intset"
)

// A Selection is a set of events of one Timeline, which Index.Select returns. The zero Selection is empty and may only
// be asked for Len, Rank and Same.
type Selection struct {
	bits intset.Bits
	list []int32 // event numbers in order
}

// newSelection returns the selection of a set, which must not change after it.
func newSelection(set intset.Bits) Selection {
	list := make([]int32, 0, set.Count())
	for i := range set.All() {
		list = append(list, i)
	}
	return Selection{bits: set, list: list}
}

// Len returns the number of events selected.
func (s Selection) Len() int { return len(s.list) }

// At returns the number of the n-th event selected, 0 ≤ n < Len.
func (s Selection) At(n int) int { return int(s.list[n]) }

// Has reports whether event i is selected.
func (s Selection) Has(i int) bool { return s.bits.Has(int32(i)) }

// Rank returns n such that At(n) is the first event selected that is i or after it; it returns Len where there is none.
func (s Selection) Rank(i int) int {
	place, _ := slices.BinarySearch(s.list, int32(i))
	return place
}

// Part returns the given events of s, which are in order, and the others.
func (s Selection) Part(events []int) (part, rest Selection) {
	part.bits, rest.bits = make(intset.Bits, len(s.bits)), slices.Clone(s.bits)
	for _, i := range events {
		part.bits.Set(int32(i))
		part.list = append(part.list, int32(i))
	}
	rest.bits.AndNot(part.bits)
	rest.list = make([]int32, 0, len(s.list)-len(part.list))
	for _, i := range s.list {
		if !part.bits.Has(i) {
			rest.list = append(rest.list, i)
		}
	}
	return part, rest
}

// Same reports whether both come from one call of Select, without a look at the events.
func (s Selection) Same(o Selection) bool {
	return len(s.list) == len(o.list) && (len(s.list) == 0 || &s.list[0] == &o.list[0])
}
