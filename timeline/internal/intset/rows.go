package intset

import (
	"slices"
)

// Rows hold a row of numbers for every number from 0 on, in one piece (compressed sparse rows): the actors of every
// event, or the events of every actor.
type Rows struct {
	starts []int32 // row i is items[starts[i]:starts[i+1]]
	items  []int32
}

// Row is the i-th row.
func (t *Rows) Row(i int32) []int32 { return t.items[t.starts[i]:t.starts[i+1]] }

// Lengths are the lengths of the rows.
func (t *Rows) Lengths() []int {
	lengths := make([]int, t.Len())
	for i := range lengths {
		lengths[i] = int(t.starts[i+1] - t.starts[i])
	}
	return lengths
}

// Len is how many there are.
func (t *Rows) Len() int { return len(t.starts) - 1 }

// Invert gives for each of n numbers the rows in which it stands, in order.
func (t *Rows) Invert(n int) Rows {
	starts := make([]int32, n+1)
	for _, number := range t.items {
		starts[number+1]++
	}
	for i := range n {
		starts[i+1] += starts[i]
	}
	next := slices.Clone(starts)
	items := make([]int32, len(t.items))
	for i := range int32(t.Len()) {
		for _, number := range t.Row(i) {
			items[next[number]] = i
			next[number]++
		}
	}
	return Rows{starts: starts, items: items}
}

// A RowsBuilder makes Rows, one after the other.
type RowsBuilder struct {
	Rows
	last []int32 // number -> the row in which it was added last, counted from 1
}

// NewRowsBuilder returns a builder with room for so many rows and for so many numbers in all of them.
func NewRowsBuilder(rows, items int) *RowsBuilder {
	return &RowsBuilder{Rows: Rows{starts: append(make([]int32, 0, rows+1), 0), items: make([]int32, 0, items)}}
}

// Add puts a number into the row that is being made, once.
func (b *RowsBuilder) Add(number int32) {
	if int(number) >= len(b.last) {
		b.last = append(b.last, make([]int32, int(number)+1-len(b.last))...)
	}
	if row := int32(len(b.starts)); b.last[number] != row {
		b.last[number] = row
		b.items = append(b.items, number)
	}
}

// Join adds the rows of another, with other numbers where they are given.
func (b *RowsBuilder) Join(o *RowsBuilder, numbers []int32) {
	items := int32(len(b.items))
	for _, start := range o.starts[1:] {
		b.starts = append(b.starts, items+start)
	}
	if numbers == nil {
		b.items = append(b.items, o.items...)
		return
	}
	for _, number := range o.items {
		b.items = append(b.items, numbers[number])
	}
}

// End ends the row.
func (b *RowsBuilder) End() { b.starts = append(b.starts, int32(len(b.items))) }

// Done is what has been made.
func (b *RowsBuilder) Done() Rows { return b.Rows }
