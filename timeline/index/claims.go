package index

import (
	"bytes"
	"fmt"
	"strings"
	"sync"

	"dateline/timeline"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// A claims holds the claims of all events by number, in the order of the events. Their texts stay where they are.
type claims struct {
	event     []int32     // claim -> its event
	bySpeaker intset.Rows // actor -> claims that it makes
	bySays    intset.Rows // actor -> claims that it or its people make
	bySource  intset.Rows // source -> claims that name it
	statuses  *facet      // with claims for events

	mu     sync.Mutex
	latest []struct { // what was sought last, since a query is typed letter by letter and then kept
		sought string
		of     intset.Bits // among which claims, nil for all; not to be changed
		claims intset.Bits // those that hold it in their text or status, not to be changed
	}
}

// newClaims goes through the events that have claims.
func (x *Index) newClaims() *claims {
	c := new(claims)
	n := x.traits["claim"].Count()
	speakers, says := intset.NewRowsBuilder(n, n), intset.NewRowsBuilder(n, n)
	sources, statuses := intset.NewRowsBuilder(n, n), newFacetBuilder(n)
	var of []timeline.Claim
	for i := range x.traits["claim"].All() {
		of = x.t.ReadClaims(int(i), of)
		for j := range of {
			one := &of[j]
			c.event = append(c.event, i)
			if one.By != timeline.NoActor {
				speakers.Add(int32(one.By))
				x.involve(says, one.By, x.period(int(i)))
			}
			if one.Source != timeline.NoSource {
				sources.Add(int32(one.Source))
			}
			statuses.add(one.Status)
			for _, rows := range []*intset.RowsBuilder{speakers, says, sources, statuses.rows} {
				rows.End()
			}
		}
	}
	by, spoken, from := speakers.Done(), says.Done(), sources.Done()
	c.bySpeaker, c.bySays = by.Invert(x.t.Actors()), spoken.Invert(x.t.Actors())
	c.bySource, c.statuses = from.Invert(x.t.Sources()), statuses.done()
	return c
}

// in returns the claims of the events in a set, or nil, which stands for all, where that is nil.
func (c *claims) in(events intset.Bits) intset.Bits {
	if events == nil {
		return nil
	}
	found := intset.NewBits(len(c.event))
	for n, i := range c.event {
		if events.Has(i) {
			found.Set(int32(n))
		}
	}
	return found
}

// eventsOf returns the events of the claims in a set, with room for n events.
func (c *claims) eventsOf(set intset.Bits, n int) intset.Bits {
	events := intset.NewBits(n)
	for one := range set.All() {
		events.Set(c.event[one])
	}
	return events
}

// askClaims returns the claims of which n is true, as evaluate returns events. Where within is not nil, the result is
// right for the claims in it only.
func (x *Index) askClaims(n query.Node, within intset.Bits) intset.Bits {
	c := x.claims()
	all := func() intset.Bits {
		found := intset.NewBits(len(c.event))
		found.SetAll(len(c.event))
		return found
	}
	switch n := n.(type) {
	case query.And:
		found := all()
		if within != nil {
			found.And(within)
		}
		for _, words := range []bool{false, true} { // words last, so that few claims are looked through for them
			for _, part := range n {
				if hasWords(part) == words {
					found.And(x.askClaims(part, found))
				}
			}
		}
		return found
	case query.Or:
		found := x.askClaims(n[0], within)
		for _, part := range n[1:] {
			found.Or(x.askClaims(part, within))
		}
		return found
	case query.Not:
		found := all()
		found.AndNot(x.askClaims(n.Of, within))
		return found
	case query.Term:
		found := intset.NewBits(len(c.event))
		for _, v := range n.Values {
			x.lookUpClaims(n.Key, v, within, found)
		}
		return found
	}
	return all()
}

// lookUpClaims adds to found the claims in which key has the value v.
func (x *Index) lookUpClaims(key query.Key, v query.Value, within, found intset.Bits) {
	c := x.claims()
	switch key {
	case query.ByWords:
		found.Or(x.claimsWith(v, within))
	case query.BySpeaker:
		found.SetRows(&c.bySpeaker, x.actors(v.Text))
	case query.BySays:
		found.SetRows(&c.bySays, x.actors(v.Text))
	case query.ByStatus:
		found.SetRows(&c.statuses.posts, c.statuses.named(v.Text))
	case query.BySource:
		found.SetRows(&c.bySource, x.valuesOf(key, v.Text))
	}
}

// holding returns the values that have folded text in one of their spellings, where there is a space before each word
// of it and, where it ends in one, after the last.
func (f *facet) holding(folded string) []int32 {
	begin, whole := strings.CutSuffix(folded, " ")
	return f.find([]byte(begin), func(lines []byte) bool {
		return !whole || bytes.Contains(lines, []byte(folded)) || bytes.Contains(lines, []byte(begin+"\n"))
	})
}

// noStatus says that no claim has a status, and which there are.
func (c *claims) noStatus(status string) string {
	const maxNamed = 6
	all := c.statuses.values
	if len(all) == 0 {
		return sanitize.Line(fmt.Sprintf("no claim has the status %q, nor any other", status))
	}
	there := strings.Join(all[:min(len(all), maxNamed)], ", ")
	if len(all) > maxNamed {
		there += " …"
	}
	return sanitize.Line(fmt.Sprintf("no claim has the status %q; there are %s", status, there))
}
