package intset

import "slices"

// Rows holds a row of numbers for every number from 0 on: the actors of every event, or the events of every actor. All
// rows lie in one slice, one after the other (compressed sparse rows). It does not change once it is made. The zero
// Rows has no rows.
type Rows struct {
	starts []int32 // row i is items[starts[i]:starts[i+1]]
	items  []int32
}

// Len returns the number of rows.
func (t *Rows) Len() int { return max(len(t.starts)-1, 0) }

// Row returns the i-th row, 0 ≤ i < Len. It must not be changed.
func (t *Rows) Row(i int32) []int32 { return t.items[t.starts[i]:t.starts[i+1]] }

// Lengths returns the length of every row.
func (t *Rows) Lengths() []int {
	lengths := make([]int, t.Len())
	for i := range lengths {
		lengths[i] = int(t.starts[i+1] - t.starts[i])
	}
	return lengths
}

// Filled returns how many rows have a number.
func (t *Rows) Filled() int {
	n := 0
	for i := range t.Len() {
		if t.starts[i] < t.starts[i+1] {
			n++
		}
	}
	return n
}

// Invert returns, for each of the numbers below n, the rows that hold it, in ascending order. No number in t is n or
// more.
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

// A RowsBuilder makes Rows, one row after the other: Add puts numbers into a row and End ends it.
type RowsBuilder struct {
	rows Rows
	last []int32 // number -> the row to which it was added last, counted from 1
}

// NewRowsBuilder returns a builder with room for a number of rows, and for a number of items in all of them together.
func NewRowsBuilder(rows, items int) *RowsBuilder {
	return &RowsBuilder{rows: Rows{starts: append(make([]int32, 0, rows+1), 0), items: make([]int32, 0, items)}}
}

// Add puts a number into the row that is being made, unless it is there already.
func (b *RowsBuilder) Add(number int32) {
	if int(number) >= len(b.last) {
		b.last = append(b.last, make([]int32, int(number)+1-len(b.last))...)
	}
	if row := int32(len(b.rows.starts)); b.last[number] != row {
		b.last[number] = row
		b.rows.items = append(b.rows.items, number)
	}
}

// InRow returns how many numbers are in the row that is being made.
func (b *RowsBuilder) InRow() int {
	return len(b.rows.items) - int(b.rows.starts[len(b.rows.starts)-1])
}

// End ends the row that is being made.
func (b *RowsBuilder) End() { b.rows.starts = append(b.rows.starts, int32(len(b.rows.items))) }

// Join appends the rows of o. Where numbers is not nil, numbers[n] takes the place of every n in them.
func (b *RowsBuilder) Join(o *RowsBuilder, numbers []int32) {
	end := int32(len(b.rows.items))
	for _, start := range o.rows.starts[1:] {
		b.rows.starts = append(b.rows.starts, end+start)
	}
	if numbers == nil {
		b.rows.items = append(b.rows.items, o.rows.items...)
		return
	}
	for _, number := range o.rows.items {
		b.rows.items = append(b.rows.items, numbers[number])
	}
}

// Done returns the rows that have been ended, without room that was made for more. The builder must not be used after
// it.
func (b *RowsBuilder) Done() Rows {
	rows := b.rows
	if len(rows.items) < cap(rows.items)/8*7 {
		rows.items = append(make([]int32, 0, len(rows.items)), rows.items...)
	}
	return rows
}

// Group returns, for each of the numbers below n, the items beside it, in their order: items[i] is beside numbers[i].
func Group(numbers, items []int32, n int) Rows {
	rows := Rows{starts: make([]int32, n+1), items: make([]int32, len(items))}
	for _, number := range numbers {
		rows.starts[number+1]++
	}
	for i := range n {
		rows.starts[i+1] += rows.starts[i]
	}
	next := append([]int32(nil), rows.starts[:n]...)
	for i, number := range numbers {
		rows.items[next[number]] = items[i]
		next[number]++
	}
	return rows
}
