package index

import (
	"math"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/internal/ownvalue"
	"dateline/timeline/query"
)

// OwnValues returns the values that a field of the writer's own holds: a short text, or the short texts of a list. Ok
// is false for anything else, such as a map or prose, which is found by its words only.
func OwnValues(text string) (values []string, ok bool) { return ownvalue.Append(nil, text) }

// IsNumber reports whether a value of the writer's own is one number, which can be compared.
func IsNumber(text string) bool { return ownvalue.IsNumber(text) }

// HasOwnSeries reports whether OwnSeries returns readings for the number that a field of event i is. A number that is
// the date of the event has no course over time, and neither has one of an event without a date.
func (x *Index) HasOwnSeries(i int, f *timeline.Field) bool {
	if d := x.t.Date(i); !ownvalue.IsNumber(f.Value) || d.IsZero() || d.EDTF() == strings.TrimSpace(f.Value) {
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
		if int(event) != i && !x.t.Date(int(event)).IsZero() && slices.ContainsFunc(byEvent.Row(event), numeric) {
			return true
		}
	}
	return false
}
