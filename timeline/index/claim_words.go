package index

import (
	"bytes"
	"slices"
	"strings"
	"sync"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/query"
)

// remembered returns the claims of a set, nil for all, that hold sought, where it was sought lately among them, and
// else in wider claims of which these are some, or nil.
func (c *claims) remembered(sought string, within intset.Bits) (exact, wider intset.Bits) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, one := range c.latest {
		covered := one.of == nil || within != nil && within.In(one.of)
		switch {
		case !covered || !strings.HasPrefix(sought, one.sought):
		case sought == one.sought:
			return one.claims, nil
		default:
			wider = one.claims
		}
	}
	return nil, wider
}

// remember keeps which claims of a set, nil for all, hold sought. Neither set must change after it.
func (c *claims) remember(sought string, of, found intset.Bits) {
	const most = 4
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.latest) == most {
		c.latest = slices.Delete(c.latest, 0, 1)
	}
	c.latest = append(c.latest, struct {
		sought     string
		of, claims intset.Bits
	}{sought, of, found})
}

// claimsWith returns the claims with a word or phrase in their text or status, which must not be changed. Where within
// is not nil, the result is right for the claims in it only.
func (x *Index) claimsWith(v query.Value, within intset.Bits) intset.Bits {
	c, sought := x.claims(), v.Folded()
	const few = 8 // one in so many
	if within != nil && within.Count() > len(c.event)/few {
		within = nil
	}
	exact, among := c.remembered(sought, within)
	if exact != nil {
		return exact
	}
	of := slices.Clone(within) // which whoever asks goes on with
	if among == nil {
		among = of
	} else if of != nil {
		among = slices.Clone(among)
		among.And(of)
	}
	found := intset.NewBits(len(c.event))
	found.SetRows(&c.statuses.posts, c.statuses.holding(sought))
	x.readClaims(x.eventsWith(sought, among), []byte(sought), among, found)
	if x.ctx.Err() == nil {
		c.remember(sought, of, found)
	}
	return found
}

// eventsWith returns the events of claims, of all if within is nil, that hold sought somewhere.
func (x *Index) eventsWith(sought string, within intset.Bits) []int32 {
	among, events := x.traits["claim"], intset.NewBits(x.t.Len())
	if within != nil {
		among = x.claims().eventsOf(within, x.t.Len())
	}
	x.text().Search(x.ctx, sought, among, events)
	events.And(among)
	return slices.AppendSeq(make([]int32, 0, events.Count()), events.All())
}

// readClaims adds to found the claims of events, which are in order, whose text holds sought, of those among a set or
// of all where that is nil.
func (x *Index) readClaims(events []int32, sought []byte, among, found intset.Bits) {
	const turn = 1 << 9
	var one sync.Mutex
	parallel.All().For(len(events), turn, func() func(from, to int) {
		var of []timeline.Claim
		var folded []byte
		var hits []int32
		return func(from, to int) {
			if x.ctx.Err() != nil {
				return
			}
			hits = hits[:0]
			first, _ := slices.BinarySearch(x.claims().event, events[from])
			for _, i := range events[from:to] {
				for x.claims().event[first] < i {
					first++
				}
				of = x.t.ReadClaims(int(i), of)
				for n := range of {
					if among != nil && !among.Has(int32(first+n)) {
						continue
					}
					folded = append(fold.Append(append(folded[:0], ' '), of[n].Text, nil), ' ')
					if bytes.Contains(folded, sought) {
						hits = append(hits, int32(first+n))
					}
				}
			}
			one.Lock()
			defer one.Unlock()
			for _, hit := range hits {
				found.Set(hit)
			}
		}
	})
}
