package index

import (
	"math"
	"slices"

	"dateline/timeline"
	"dateline/timeline/quantity"
	"dateline/timeline/query"
)

// OwnValues returns the values that a field of the writer's own holds: a short text, or the short texts of a list. Ok
// is false for anything else, such as a map or prose, which is found by its words only.
func OwnValues(text string) (values []string, ok bool) { return ownValues(nil, text) }

// IsNumber reports whether a value of the writer's own is one number, which can be compared.
func IsNumber(text string) bool { return isNumber(text) }

// HasOwnSeries reports whether OwnSeries returns readings for a field of event i.
func (x *Index) HasOwnSeries(i int, f *timeline.Field) bool {
	if !isNumber(f.Value) {
		return false
	}
	k := x.ownKey(query.OwnKey(f.Key))
	if k == nil {
		return false
	}
	for v, number := range k.numbers() {
		if math.IsNaN(number) {
			continue
		}
		if slices.ContainsFunc(k.posts.Row(int32(v)), func(event int32) bool { return int(event) != i }) {
			return true
		}
	}
	return false
}

// OwnSeries returns the numbers that events have under a key of the writer's own, in the order of the events, as Series
// does for figures. The place of the figure is −1. There are none where no other event has one.
func (x *Index) OwnSeries(i int, f *timeline.Field) (readings []Reading, whole bool) {
	if !x.HasOwnSeries(i, f) {
		return nil, true
	}
	k := x.ownKey(query.OwnKey(f.Key))
	for v, number := range k.numbers() {
		if math.IsNaN(number) {
			continue
		}
		q, _, _ := quantity.Parse(k.values[v])
		for _, event := range k.posts.Row(int32(v)) {
			readings = append(readings, Reading{Event: int(event), Figure: -1, Quantity: q})
		}
	}
	slices.SortStableFunc(readings, func(a, b Reading) int { return a.Event - b.Event })
	if len(readings) <= maxSeries {
		return readings, true
	}
	at := slices.IndexFunc(readings, func(r Reading) bool { return r.Event >= i })
	from := max(0, min(at-maxSeries/2, len(readings)-maxSeries))
	return readings[from : from+maxSeries], false
}
