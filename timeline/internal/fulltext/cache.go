package fulltext

import (
	"slices"
	"strings"
	"sync"

	"dateline/timeline/internal/intset"
)

// maxCached is how many searches are remembered.
const maxCached = 8

// A cache remembers what was found for the last needles: a query is edited letter by letter, and each of its words is
// looked for again with every letter of the others.
type cache struct {
	mu    sync.Mutex
	Found []cacheEntry // the last at the end
}

// A cacheEntry is the set of all events that hold a needle.
type cacheEntry struct {
	needle string
	events intset.Bits
}

// get gives what was found for needle, or else the fewest events that hold a part of it; nil where nothing is known.
func (r *cache) get(needle string) (exact, wider intset.Bits) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, f := range r.Found {
		if f.needle == needle {
			return f.events, nil
		}
		if strings.Contains(needle, f.needle) && (wider == nil || f.events.Count() < wider.Count()) {
			wider = f.events
		}
	}
	return nil, wider
}

// put remembers that events are all that hold needle. They must not change any more.
func (r *cache) put(needle string, events intset.Bits) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if len(r.Found) == maxCached {
		r.Found = slices.Delete(r.Found, 0, 1)
	}
	r.Found = append(r.Found, cacheEntry{needle, events})
}
