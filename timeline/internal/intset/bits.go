// Package intset holds sets and lists of small numbers compactly, and counts and joins them fast. The numbers are those
// of events, actors or values: they begin at 0 and leave few gaps.
//
//	set := intset.NewBits(100) // room for 0 to 99
//	set.Set(7)
//	fmt.Println(set.Has(7), set.Count()) // true 1
//
// Bits is a set of numbers, one bit each. Rows holds a short list of numbers for each of many things, one after the
// other in one slice; a RowsBuilder makes it, and Invert turns the actors of every event into the events of every
// actor.
//
// It is no general set: numbers are int32, none is negative, and a number beyond the room that a set was made with is
// a mistake of the caller, which panics.
//
// intset imports nothing of this module.
package intset

import (
	"iter"
	"math/bits"
)

// Bits is a set of the numbers from 0 on, such as those of events. It has one bit for each number that it has room for,
// 64 to a word. Sets that are joined or compared must have room for as many numbers.
type Bits []uint64

// NewBits returns an empty set with room for the numbers below n.
func NewBits(n int) Bits { return make(Bits, (n+63)/64) }

// Has reports whether i is in the set.
func (b Bits) Has(i int32) bool { return b[i>>6]&(1<<(uint32(i)&63)) != 0 }

// Set puts i into the set.
func (b Bits) Set(i int32) { b[i>>6] |= 1 << (uint32(i) & 63) }

// SetAll puts every number below n into the set, which NewBits(n) has made.
func (b Bits) SetAll(n int) {
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n%64 != 0 {
		b[len(b)-1] = 1<<(uint(n)%64) - 1
	}
}

// All goes over the numbers of the set in ascending order.
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

// Count returns how many numbers are in the set.
func (b Bits) Count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// CountIn returns how many numbers are in both sets.
func (b Bits) CountIn(c Bits) int {
	n := 0
	for i, word := range b {
		n += bits.OnesCount64(word & c[i])
	}
	return n
}

// In reports whether all of b are in c, which has room for as many.
func (b Bits) In(c Bits) bool {
	for n, word := range b {
		if word&^c[n] != 0 {
			return false
		}
	}
	return true
}

// And removes the numbers that are not in c.
func (b Bits) And(c Bits) {
	for i := range b {
		b[i] &= c[i]
	}
}

// Or adds the numbers of c.
func (b Bits) Or(c Bits) {
	for i := range b {
		b[i] |= c[i]
	}
}

// AndNot removes the numbers of c.
func (b Bits) AndNot(c Bits) {
	for i := range b {
		b[i] &^= c[i]
	}
}

// SetRows adds the numbers in some rows of a table.
func (b Bits) SetRows(of *Rows, rows []int32) {
	for _, row := range rows {
		for _, i := range of.Row(row) {
			b.Set(i)
		}
	}
}

// SetAllRows adds the numbers in every row of a table.
func (b Bits) SetAllRows(of *Rows) {
	for _, i := range of.items {
		b.Set(i)
	}
}
