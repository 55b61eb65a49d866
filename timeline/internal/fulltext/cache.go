package fulltext

import (
	"slices"
	"strings"
	"sync"

	"dateline/timeline/internal/intset"
)

// maxCached is how many searches are remembered, which may be those of many readers.
const maxCached = 32

// A cache remembers what the last searches found. A query is edited letter by letter, and each of its words is looked
// for again with every letter of the others.
type cache struct {
	mu      sync.Mutex
	entries []cacheEntry // the latest is the last
}

// A cacheEntry is the set of all events that hold a needle.
type cacheEntry struct {
	needle string
	events intset.Bits
}

// get returns the events that hold needle, where a search for it is remembered. Otherwise it returns in wider the
// smallest remembered set of events that hold a part of needle. Both are nil where nothing is known.
func (c *cache) get(needle string) (exact, wider intset.Bits) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, entry := range c.entries {
		if entry.needle == needle {
			return entry.events, nil
		}
		if strings.Contains(needle, entry.needle) && (wider == nil || entry.events.Count() < wider.Count()) {
			wider = entry.events
		}
	}
	return nil, wider
}

// put remembers the set of all events that hold needle, which must not change after it.
func (c *cache) put(needle string, events intset.Bits) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.entries) == maxCached {
		c.entries = slices.Delete(c.entries, 0, 1)
	}
	c.entries = append(c.entries, cacheEntry{needle, events})
}
