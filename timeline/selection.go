package timeline

import (
	"iter"
	"math/bits"
	"slices"
)

// A Selection is a set of events of one Timeline.
type Selection struct {
	bits bitset
	list []int32 // event numbers in order
}

// newSelection takes over set.
func newSelection(set bitset) Selection {
	list := make([]int32, 0, set.count())
	for i := range set.all() {
		list = append(list, i)
	}
	return Selection{bits: set, list: list}
}

// Len is the number of events selected.
func (s Selection) Len() int { return len(s.list) }

// At is the event at place n, 0 ≤ n < Len.
func (s Selection) At(n int) int { return int(s.list[n]) }

// Has says whether event i is selected.
func (s Selection) Has(i int) bool { return s.bits.has(int32(i)) }

// Rank is the place of the first selected event at or after event i; Len where there is none.
func (s Selection) Rank(i int) int {
	place, _ := slices.BinarySearch(s.list, int32(i))
	return place
}

// Same says whether both come from one Select, without looking at the events.
func (s Selection) Same(o Selection) bool {
	return len(s.list) == len(o.list) && (len(s.list) == 0 || &s.list[0] == &o.list[0])
}

// Equal says whether both hold the same events.
func (s Selection) Equal(o Selection) bool { return slices.Equal(s.list, o.list) }

// A bitset is a set of event numbers, one bit for each event of the timeline.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) has(i int32) bool { return b[i>>6]&(1<<(uint32(i)&63)) != 0 }
func (b bitset) set(i int32)      { b[i>>6] |= 1 << (uint32(i) & 63) }

// setAll sets the first n bits and clears none.
func (b bitset) setAll(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(uint(n)%64) - 1
	}
}

// all goes through the set in order.
func (b bitset) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for i, word := range b {
			for ; word != 0; word &= word - 1 {
				if !yield(int32(i<<6 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// count is the number of events in the set.
func (b bitset) count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// countIn is the number of events that both sets hold.
func (b bitset) countIn(c bitset) int {
	n := 0
	for i, word := range b {
		n += bits.OnesCount64(word & c[i])
	}
	return n
}

// and takes out what c does not hold.
func (b bitset) and(c bitset) {
	for i := range b {
		b[i] &= c[i]
	}
}

// or puts in what c holds.
func (b bitset) or(c bitset) {
	for i := range b {
		b[i] |= c[i]
	}
}

// andNot takes out what c holds.
func (b bitset) andNot(c bitset) {
	for i := range b {
		b[i] &^= c[i]
	}
}
