package index

import (
	"slices"

	"dateline/timeline/internal/intset"
)

// A Selection is a set of events of one Timeline, which Index.Select returns. That of all events takes no memory of its
// own: an Index holds it once, also for what WithMarks, WithNews and Until make of it. The zero Selection is empty and
// may only be asked for Len, Rank and Same.
type Selection struct {
	bits intset.Bits
	list []int32 // event numbers in order; nil where all events are selected
	of   int     // events of the record
}

// newSelection returns the selection of a set, which must not change after it, in a record of so many events.
func newSelection(set intset.Bits, of int) Selection {
	n := set.Count()
	if n == of {
		return Selection{bits: set, of: of}
	}
	list := make([]int32, 0, n)
	for i := range set.All() {
		list = append(list, i)
	}
	return Selection{bits: set, list: list, of: of}
}

// selection returns the selection of a set, which must not change after it.
func (x *Index) selection(set intset.Bits) Selection {
	if s := newSelection(set, x.t.Len()); s.list != nil {
		return s
	}
	return x.all
}

// Len returns the number of events selected.
func (s Selection) Len() int {
	if s.list == nil {
		return s.of
	}
	return len(s.list)
}

// At returns the number of the n-th event selected, 0 ≤ n < Len.
func (s Selection) At(n int) int {
	if s.list == nil {
		return n
	}
	return int(s.list[n])
}

// Has reports whether event i is selected.
func (s Selection) Has(i int) bool { return s.bits.Has(int32(i)) }

// Rank returns n such that At(n) is the first event selected that is i or after it; it returns Len where there is none.
func (s Selection) Rank(i int) int {
	if s.list == nil {
		return max(0, min(i, s.of))
	}
	place, _ := slices.BinarySearch(s.list, int32(i))
	return place
}

// Part returns the given events of s, which are in order, and the others.
func (s Selection) Part(events []int) (part, rest Selection) {
	part = Selection{bits: make(intset.Bits, len(s.bits)), list: make([]int32, len(events)), of: s.of}
	if len(events) == 0 {
		return part, s
	}
	for n, i := range events {
		part.bits.Set(int32(i))
		part.list[n] = int32(i)
	}
	others := slices.Clone(s.bits)
	others.AndNot(part.bits)
	if rest = newSelection(others, s.of); rest.Len() == 0 {
		part = s
	}
	return part, rest
}

// Same reports whether both come from one call of Select, or are all events as an Index holds them, without a look at
// the events.
func (s Selection) Same(o Selection) bool {
	return s.Len() == o.Len() && (s.Len() == 0 || &s.bits[0] == &o.bits[0])
}
