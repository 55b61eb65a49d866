package timeline

import (
	"cmp"
	"slices"

	"dateline/timeline/edtf"
)

// sort puts the events in order: by date, and those of one date as they are in the files.
func (t *Timeline) sort() {
	dates, made := t.events.dates, t.generatedIDs
	if slices.IsSortedFunc(dates, edtf.Date.Compare) {
		return
	}
	type numbered struct {
		edtf.Order // a copy beside the number: looking up dates all over the record costs more than all the rest
		i          int32
	}
	order := make([]numbered, t.Len())
	for i := range order {
		order[i] = numbered{dates[i].Order(), int32(i)}
	}
	slices.SortFunc(order, func(a, b numbered) int {
		if c := a.Compare(b.Order); c != 0 {
			return c
		}
		return cmp.Compare(a.i, b.i)
	})
	if made != nil {
		t.generatedIDs = make([]string, len(made))
	}
	place := make([]int32, len(order)) // number as read -> place in order
	for i, event := range order {
		place[event.i] = int32(i)
		if made != nil {
			t.generatedIDs[i] = made[event.i]
		}
	}
	t.events.reorder(place)
	t.byID.Renumber(place)
}
