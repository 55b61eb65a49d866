package timeline

import (
	"hash/maphash"
)

// An idTable finds events by their ids. It holds numbers only, and asks of what id they are: a map takes six times as much
// for a million events, and the collector walks through it again and again.
type idTable struct {
	of    func(event int) string
	slots []int32 // where its hash says or, if that is taken, behind: an event's number, from 1 on; 0 is free
	used  int     // never more than half of the slots, of which there are a power of two
}

var idSeed = maphash.MakeSeed()

// find gives the event with this id.
func (t *idTable) find(id string) (event int32, ok bool) {
	if t.used == 0 {
		return 0, false
	}
	n := t.slots[t.slot(id)]
	return n - 1, n > 0
}

// add enters an event whose id is not taken.
func (t *idTable) add(event int32) {
	t.grow(1)
	t.slots[t.slot(t.of(int(event)))] = event + 1
	t.used++
}

// slot is where an id is, or where it belongs.
func (t *idTable) slot(id string) int {
	last := len(t.slots) - 1
	for i := int(maphash.String(idSeed, id)) & last; ; i = (i + 1) & last {
		if n := t.slots[i]; n == 0 || t.of(int(n)-1) == id {
			return i
		}
	}
}

// grow makes room for so many more.
func (t *idTable) grow(more int) {
	size := max(len(t.slots), 64)
	for size < 2*(t.used+more) {
		size *= 2
	}
	if size > len(t.slots) {
		t.enterAgain(size, func(int32) bool { return true })
	}
}

// forget drops the events from the n-th on.
func (t *idTable) forget(n int) {
	if t.used > 0 {
		t.enterAgain(len(t.slots), func(event int32) bool { return int(event) < n })
	}
}

// enterAgain enters the events that are to be kept into so many new slots.
func (t *idTable) enterAgain(slots int, keep func(event int32) bool) {
	old := t.slots
	t.slots, t.used = make([]int32, slots), 0
	for _, n := range old {
		if n > 0 && keep(n-1) {
			t.slots[t.slot(t.of(int(n)-1))] = n
			t.used++
		}
	}
}

// renumber gives every event another number, under the same id.
func (t *idTable) renumber(numbers []int32) {
	for i, n := range t.slots {
		if n > 0 {
			t.slots[i] = numbers[n-1] + 1
		}
	}
}
