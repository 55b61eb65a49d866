package timeline

import "slices"

// A distinct is a set for the few values of one event or actor: it compares the first eight one by one, as nearly all
// events need, and keeps further ones in a map. The zero distinct is empty.
type distinct[T comparable] struct {
	few  [8]T
	size int
	many map[T]bool
}

// add puts v into the set and reports whether it was not there.
func (d *distinct[T]) add(v T) bool {
	if slices.Contains(d.few[:d.size], v) || d.many[v] {
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
