package index

import (
	"math"
	"slices"

	"dateline/timeline"
	"dateline/timeline/query"
)

// HasOwnSeries reports whether OwnSeries returns readings for the number that a field of event i is.
func (x *Index) HasOwnSeries(i int, f *timeline.Field) bool {
	if !IsNumber(f.Value) {
		return false
	}
	k := x.ownKey(query.OwnKey(f.Key))
	if k == nil {
		return false
	}
	numbers, byEvent := k.numbers(), k.byEvent()
	events, _ := around(k.events, i)
	for _, event := range events {
		numeric := func(v int32) bool { return !math.IsNaN(numbers[v]) }
		if int(event) != i && slices.ContainsFunc(byEvent.Row(event), numeric) {
			return true
		}
	}
	return false
}
