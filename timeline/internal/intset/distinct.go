package intset

import (
	"slices"
)

// A Distinct is a set that compares a few values one by one, as nearly all events need, and keeps many in a map.
type Distinct[T comparable] struct {
	few  [8]T
	size int
	many map[T]bool
}

// Add puts v into the set and says whether it was not there.
func (d *Distinct[T]) Add(v T) bool {
	if d.Has(v) {
		return false
	}
	switch {
	case d.size < len(d.few):
		d.few[d.size] = v
		d.size++
	case d.many == nil:
		d.many = map[T]bool{v: true}
	default:
		d.many[v] = true
	}
	return true
}

// Has reports whether v is in the set.
func (d *Distinct[T]) Has(v T) bool { return slices.Contains(d.few[:d.size], v) || d.many[v] }
