package timeline

import "hash/maphash"

// An idTable finds events by their ids. It is a hash table with linear probing that holds numbers of events only, and
// asks for their ids. For a million events a map takes six times the memory, and the garbage collector walks through
// it.
type idTable struct {
	of    func(event int) string // returns the id of an event
	slots []int32                // numbers of events, counted from 1; 0 is a free slot; a power of two of them
	used  int                    // slots that are not free, at most half of them
}

var idSeed = maphash.MakeSeed()

// find returns the event with an id.
func (t *idTable) find(id string) (event int32, ok bool) {
	if t.used == 0 {
		return 0, false
	}
	n := t.slots[t.slot(id)]
	return n - 1, n > 0
}

// add enters an event whose id no other has.
func (t *idTable) add(event int32) {
	t.grow(1)
	t.slots[t.slot(t.of(int(event)))] = event + 1
	t.used++
}

// slot returns the slot of an id, or the free one where it belongs.
func (t *idTable) slot(id string) int {
	last := len(t.slots) - 1
	for i := int(maphash.String(idSeed, id)) & last; ; i = (i + 1) & last {
		if n := t.slots[i]; n == 0 || t.of(int(n)-1) == id {
			return i
		}
	}
}

// grow makes room for n more events.
func (t *idTable) grow(n int) {
	size := max(len(t.slots), 64)
	for size < 2*(t.used+n) {
		size *= 2
	}
	if size > len(t.slots) {
		t.rehash(size, func(int32) bool { return true })
	}
}

// forget drops event n and all after it.
func (t *idTable) forget(n int) {
	if t.used > 0 {
		t.rehash(len(t.slots), func(event int32) bool { return int(event) < n })
	}
}

// rehash makes a number of new slots and enters the events that are to be kept.
func (t *idTable) rehash(slots int, keep func(event int32) bool) {
	old := t.slots
	t.slots, t.used = make([]int32, slots), 0
	for _, n := range old {
		if n > 0 && keep(n-1) {
			t.slots[t.slot(t.of(int(n)-1))] = n
			t.used++
		}
	}
}

// renumber enters event numbers[n] in the place of event n, which has the same id.
func (t *idTable) renumber(numbers []int32) {
	for i, n := range t.slots {
		if n > 0 {
			t.slots[i] = numbers[n-1] + 1
		}
	}
}
