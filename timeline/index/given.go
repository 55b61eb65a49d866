package index

import (
	"maps"
	"sync"

	"dateline/timeline/internal/intset"
)

// The values of is: of which only a caller knows, who says it with WithMarks and WithNews.
const (
	marked     = "marked"
	newSince   = "new"
	changedNow = "changed"
)

// notGiven says, by a value of is:, why it is true of no event where no caller has said of which it is.
var notGiven = map[string]string{
	marked: "marks are made on the screen, and is:marked finds nothing elsewhere",
	newSince: "what is new since an earlier visit is known on the screen alone, if that visit was kept; " +
		"is:new finds nothing here",
	changedNow: "what has changed since an earlier visit is known on the screen alone, if that visit was kept; " +
		"is:changed finds nothing here",
}

// givenEvents returns the events of which a caller says that a value of is: is true.
type givenEvents func() intset.Bits

// WithMarks returns x with other marked events, for which is:marked asks: those whose ids marked maps to true. It
// shares all else with x, and keeps marked, which must not change after it.
func (x *Index) WithMarks(ids map[string]bool) *Index {
	return x.withGiven(map[string]map[string]bool{marked: ids})
}

// WithNews returns x with other events that are new or have changed since the reader last saw the record, for which
// is:new and is:changed ask: those whose ids the maps map to true. It shares all else with x, and keeps the maps, which
// must not change after it. Without it, nothing is new or has changed, and Explain says why.
func (x *Index) WithNews(added, changed map[string]bool) *Index {
	return x.withGiven(map[string]map[string]bool{newSince: added, changedNow: changed})
}

// withGiven returns x with other events of which values of is: are true. They are looked up when first asked for.
func (x *Index) withGiven(ids map[string]map[string]bool) *Index {
	y := *x
	y.given = maps.Clone(x.given)
	if y.given == nil {
		y.given = make(map[string]givenEvents)
	}
	for word, of := range ids {
		y.given[word] = sync.OnceValue(func() intset.Bits { return x.eventsOf(of) })
	}
	return &y
}

// eventsOf returns the events whose ids a map maps to true.
func (x *Index) eventsOf(ids map[string]bool) intset.Bits {
	found := intset.NewBits(x.t.Len())
	for id, is := range ids {
		if i, ok := x.t.Find(id); ok && is {
			found.Set(int32(i))
		}
	}
	return found
}
