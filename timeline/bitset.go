package timeline

import (
	"iter"
	"math/bits"
)

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

// setRows puts the numbers in the given rows in.
func (b bitset) setRows(of *sparse, rows []int32) {
	for _, row := range rows {
		for _, i := range of.row(row) {
			b.set(i)
		}
	}
}
