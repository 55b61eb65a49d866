package intset

import (
	"iter"
	"math/bits"
)

// Bits are a set of numbers from 0 on, such as those of events: one bit for each number that there may be.
type Bits []uint64

// NewBits returns an empty set with room for the numbers below n.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

func (b Bits) Has(i int32) bool { return b[i>>6]&(1<<(uint32(i)&63)) != 0 }
func (b Bits) Set(i int32)      { b[i>>6] |= 1 << (uint32(i) & 63) }

// SetAll sets the first n bits and clears none.
func (b Bits) SetAll(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(uint(n)%64) - 1
	}
}

// All goes through the set in order.
func (b Bits) All() iter.Seq[int32] {
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

// Count is how many numbers are in the set.
func (b Bits) Count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// CountIn is how many numbers both sets hold.
func (b Bits) CountIn(c Bits) int {
	n := 0
	for i, word := range b {
		n += bits.OnesCount64(word & c[i])
	}
	return n
}

// And takes out what c does not hold.
func (b Bits) And(c Bits) {
	for i := range b {
		b[i] &= c[i]
	}
}

// Or puts in what c holds.
func (b Bits) Or(c Bits) {
	for i := range b {
		b[i] |= c[i]
	}
}

// AndNot takes out what c holds.
func (b Bits) AndNot(c Bits) {
	for i := range b {
		b[i] &^= c[i]
	}
}

// SetRows puts the numbers in the given rows in.
func (b Bits) SetRows(of *Rows, rows []int32) {
	for _, row := range rows {
		for _, i := range of.Row(row) {
			b.Set(i)
		}
	}
}
