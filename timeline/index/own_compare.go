package index

import (
	"math"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/ownvalue"
	"dateline/timeline/query"
)

// compared returns the values of k that compare so with v: as numbers where both are, else as dates where both are. For
// Is a word of the value begins so where one of them is no number.
func (k *ownKey) compared(op query.Op, v query.Value) []int32 {
	asked := ownvalue.Number(v.Text)
	var found []int32
	switch {
	case op == query.Is && math.IsNaN(asked):
		return k.begins(v.Text)
	case op == query.Is:
		found = k.begins(v.Text)
		numbers, kept := k.numbers(), found[:0]
		for _, i := range found {
			if math.IsNaN(numbers[i]) {
				kept = append(kept, i)
			}
		}
		found = kept
	}
	var dates []calendar.Period
	if op != query.Is && v.Period != calendar.Never {
		dates = k.dates()
	}
	for i, n := range k.numbers() {
		switch {
		case compare(n, op, asked):
		case (math.IsNaN(n) || math.IsNaN(asked)) && dates != nil && dates[i].Overlaps(v.Period):
		default:
			continue
		}
		found = append(found, int32(i))
	}
	return found
}

// compare reports whether a compares so with b. Nothing does with NaN.
func compare(a float64, op query.Op, b float64) bool {
	switch op {
	case query.AtLeast:
		return a >= b
	case query.More:
		return a > b
	case query.AtMost:
		return a <= b
	case query.Less:
		return a < b
	}
	return a == b
}

// setProse adds to found the events in which k is prose, or a map, with a word that begins so. It reads only events
// that have the words somewhere.
func (x *Index) setProse(k *ownKey, text string, within, found intset.Bits) {
	words := strings.Fields(fold.Fold(text))
	if len(k.prose) == 0 || len(words) == 0 {
		return
	}
	candidates := intset.NewBits(x.t.Len())
	for _, i := range k.prose {
		if within == nil || within.Has(i) {
			candidates.Set(i)
		}
	}
	for i, word := range words {
		words[i] = " " + word
		has := intset.NewBits(x.t.Len())
		x.text().Search(x.ctx, words[i], candidates, has)
		candidates.And(has)
	}
	var e timeline.Event
	for i := range candidates.All() {
		if x.ctx.Err() != nil {
			return
		}
		x.t.Read(int(i), &e)
		for n := range e.Other {
			if f := &e.Other[n]; query.KeyName(f.Key) == query.KeyName(k.name) && beginWords(lexiconLine(f.Value), words) {
				found.Set(i)
			}
		}
	}
}
