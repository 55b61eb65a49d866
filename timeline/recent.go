package timeline

import (
	"slices"
	"strings"
	"sync"
)

// maxRecent is how many searches are remembered.
const maxRecent = 8

// A recent remembers what was found for the last needles: a query is edited letter by letter, and each of its words is
// looked for again with every letter of the others.
type recent struct {
	mu    sync.Mutex
	found []finding // the last at the end
}

// A finding is the set of all events that hold a needle.
type finding struct {
	needle string
	events bitset
}

// look gives what was found for needle, or else the fewest events that hold a part of it; nil where nothing is known.
func (r *recent) look(needle string) (exact, wider bitset) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range r.found {
		if f.needle == needle {
			return f.events, nil
		}
		if strings.Contains(needle, f.needle) && (wider == nil || f.events.count() < wider.count()) {
			wider = f.events
		}
	}
	return nil, wider
}

// keep remembers that events are all that hold needle. They must not change any more.
func (r *recent) keep(needle string, events bitset) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.found) == maxRecent {
		r.found = slices.Delete(r.found, 0, 1)
	}
	r.found = append(r.found, finding{needle, events})
}
