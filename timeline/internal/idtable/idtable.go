// Package idtable finds what has an id, or another text that it alone has, by that text.
//
//	table := idtable.Table{Of: func(event int) string { return ids[event] }}
//	table.Add(0)
//	event, ok := table.Find("call")
//
// It keeps no text, and is for tables of a million. It imports only the standard library.
package idtable

import (
	"hash/maphash"
	"slices"
)

// A Table finds things by their ids. It is a hash table with linear probing that holds numbers of things only, and asks
// for their ids. For a million a map takes six times the memory, and the garbage collector walks through it. A Table
// with Of is empty.
type Table struct {
	Of func(n int) string // returns the id of a thing

	slots []int32 // numbers of things, counted from 1; 0 is a free slot; a power of two of them
	used  int     // slots that are not free, at most half of them
}

var seed = maphash.MakeSeed()

// Clone returns a copy of t that asks another for ids, which are the same.
func (t *Table) Clone(of func(n int) string) Table { return Table{of, slices.Clone(t.slots), t.used} }

// Len returns how many things are entered.
func (t *Table) Len() int { return t.used }

// Find returns the thing with an id.
func (t *Table) Find(id string) (n int32, ok bool) {
	if t.used == 0 {
		return 0, false
	}
	n = t.slots[t.slot(id)]
	return n - 1, n > 0
}

// Add enters a thing whose id no other has.
func (t *Table) Add(n int32) {
	t.Grow(1)
	t.slots[t.slot(t.Of(int(n)))] = n + 1
	t.used++
}

// slot returns the slot of an id, or the free one where it belongs.
func (t *Table) slot(id string) int {
	last := len(t.slots) - 1
	for i := int(maphash.String(seed, id)) & last; ; i = (i + 1) & last {
		if n := t.slots[i]; n == 0 || t.Of(int(n)-1) == id {
			return i
		}
	}
}

// Grow makes room for n more.
func (t *Table) Grow(n int) {
	size := max(len(t.slots), 64)
	for size < 2*(t.used+n) {
		size *= 2
	}
	if size > len(t.slots) {
		t.rehash(size, func(int32) bool { return true })
	}
}

// Forget drops what has the number n or a higher one.
func (t *Table) Forget(n int) {
	if t.used > 0 {
		t.rehash(len(t.slots), func(one int32) bool { return int(one) < n })
	}
}

// rehash makes a number of new slots and enters what is to be kept.
func (t *Table) rehash(slots int, keep func(n int32) bool) {
	old := t.slots
	t.slots, t.used = make([]int32, slots), 0
	for _, n := range old {
		if n > 0 && keep(n-1) {
			t.slots[t.slot(t.Of(int(n)-1))] = n
			t.used++
		}
	}
}

// Renumber enters numbers[n] in the place of n, which has the same id.
func (t *Table) Renumber(numbers []int32) {
	for i, n := range t.slots {
		if n > 0 {
			t.slots[i] = numbers[n-1] + 1
		}
	}
}
