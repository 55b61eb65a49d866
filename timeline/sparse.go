package timeline

import "slices"

// A sparse holds a row of numbers for every number from 0 on, in one piece (compressed sparse rows): the actors of every
// event, or the events of every actor.
type sparse struct {
	starts []int32 // row i is items[starts[i]:starts[i+1]]
	items  []int32
}

// row is the i-th row.
func (t *sparse) row(i int32) []int32 { return t.items[t.starts[i]:t.starts[i+1]] }

// lengths are the lengths of the rows.
func (t *sparse) lengths() []int {
	lengths := make([]int, t.rows())
	for i := range lengths {
		lengths[i] = int(t.starts[i+1] - t.starts[i])
	}
	return lengths
}

// rows is how many there are.
func (t *sparse) rows() int { return len(t.starts) - 1 }

// invert gives for each of n numbers the rows in which it stands, in order.
func (t *sparse) invert(n int) sparse {
	starts := make([]int32, n+1)
	for _, number := range t.items {
		starts[number+1]++
	}
	for i := range n {
		starts[i+1] += starts[i]
	}
	next := slices.Clone(starts)
	items := make([]int32, len(t.items))
	for i := range int32(t.rows()) {
		for _, number := range t.row(i) {
			items[next[number]] = i
			next[number]++
		}
	}
	return sparse{starts: starts, items: items}
}

// A sparseBuilder makes a sparse row by row.
type sparseBuilder struct {
	sparse
	last []int32 // number -> the row in which it was added last, counted from 1
}

func newSparseBuilder(rows, items int) *sparseBuilder {
	return &sparseBuilder{sparse: sparse{starts: append(make([]int32, 0, rows+1), 0), items: make([]int32, 0, items)}}
}

// add puts a number into the row that is being made, once.
func (b *sparseBuilder) add(number int32) {
	if int(number) >= len(b.last) {
		b.last = append(b.last, make([]int32, int(number)+1-len(b.last))...)
	}
	if row := int32(len(b.starts)); b.last[number] != row {
		b.last[number] = row
		b.items = append(b.items, number)
	}
}

// join adds the rows of another, with other numbers where they are given.
func (b *sparseBuilder) join(o *sparse, numbers []int32) {
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

// end ends the row.
func (b *sparseBuilder) end() { b.starts = append(b.starts, int32(len(b.items))) }
