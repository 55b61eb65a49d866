package index

import (
	"maps"
	"sync"

	"dateline/timeline/internal/intset"
)

// WithMarks returns x with other marked events, for which is:marked asks: those whose ids marked maps to true. It
// shares all else with x, and keeps marked, which must not change after it.
func (x *Index) WithMarks(ids map[string]bool) *Index {
	return x.withGiven(map[string]map[string]bool{"marked": ids})
}

// WithNews returns x with other events that are new or have changed since the reader last saw the record, for which
// is:new and is:changed ask: those whose ids the maps map to true. It shares all else with x, and keeps the maps, which
// must not change after it. Without it, nothing is new or has changed, and Explain says why.
func (x *Index) WithNews(added, changed map[string]bool) *Index {
	return x.withGiven(map[string]map[string]bool{"new": added, "changed": changed})
}

// withGiven returns x with other events of which values of is: are true. They are looked up when first asked for.
func (x *Index) withGiven(ids map[string]map[string]bool) *Index {
	y := *x
	y.given = maps.Clone(x.given)
	if y.given == nil {
		y.given = make(map[string]func() intset.Bits)
	}
	t := x.t // x itself would be kept, and all that came before it
	for word, of := range ids {
		y.given[word] = sync.OnceValue(func() intset.Bits {
			found := intset.NewBits(t.Len())
			for id, is := range of {
				if i, ok := t.Find(id); ok && is {
					found.Set(int32(i))
				}
			}
			return found
		})
	}
	return &y
}

// notGiven returns why a value of is: is true of no event where no caller has said of which it is; "" for one that does
// not depend on that.
func (x *Index) notGiven(word string) string {
	switch _, given := x.given[word]; {
	case given:
		return ""
	case word == "marked":
		return "marks are made on the screen, and is:marked finds nothing elsewhere"
	case word == "new", word == "changed":
		was := map[string]string{"new": "is new", "changed": "has changed"}[word]
		return "what " + was + " since your last visit is known on the screen alone, and where that visit was kept"
	}
	return ""
}
