package session

import (
	"context"
	"math"
	"slices"

	"dateline/timeline/index"
	"dateline/timeline/query"
)

// A request is what the list is to show.
type request struct {
	index *index.Index
	query query.Query
}

// equal reports whether both ask the same of the same record.
func (q request) equal(r request) bool { return q.index == r.index && q.query.Equal(r.query) }

// A result is what a request finds. As long as the next one is on its way, the last one stays on the screen.
type result struct {
	request
	all, matched index.Selection
	without      []index.Selection // what would match without the terms of each of apartKeys
	goingOn      index.Selection   // of the matched, what began before the dates asked for and goes on …
	within       index.Selection   // … and the rest
	unknown      []index.Unknown   // where nothing matches: what the record does not know …
	blame        index.Blame       // … and the part of the query at fault, if it is one
	blamed       bool
	alone        string         // where none is: what its parts find alone
	others       []index.Others // of names in the query that one actor has alone, who else begins so
}

// A Found is a result that was found off the loop.
type Found struct {
	number int // of its request; what an older one brings is dropped
	result result
}

// run finds what q asks for, in as far as ctx lasts.
func (q request) run(ctx context.Context) result {
	x := q.index.Until(ctx)
	a := result{request: q, all: x.Select(query.Query{})}
	a.matched, a.without = x.SelectApart(q.query, apartKeys...)
	a.goingOn, a.within = ongoing(x, q.query, a.matched)
	a.others = x.Others(q.query)
	if a.matched.Len() == 0 && a.all.Len() > 0 {
		a.unknown = x.Unknown(q.query)
		a.blame, a.blamed = x.Blame(q.query)
		parts, ok := x.Alone(q.query)
		if a.blamed {
			parts, ok = x.AloneInClaim(q.query, a.blame.Part)
		}
		if ok {
			a.alone = parts.String()
		}
	}
	return a
}

// apartKeys are the keys of which the reader is told what other values would give.
var apartKeys = []query.Key{query.ByActor, query.ByType, query.ByStatus}

// Apart returns the events that the filter would leave without what it asks of key, which is actor, type or status.
func (s *Session) Apart(key query.Key) index.Selection {
	return s.search.result.without[slices.Index(apartKeys, key)]
}

// Found returns the filter of which the result is shown. It is an earlier one than Query while a search is under way.
func (s *Session) Found() query.Query { return s.search.result.query }

// A search is what has been asked and found.
type search struct {
	large  int        // events of a record from which on it is searched off the loop
	most   int        // values that a filter may ask for; 0: any number
	result result     // to the last request that has one
	asked  request    // what is being searched for, …
	number int        // … by which number, …
	stop   func()     // … and what ends that; nil where nothing is
	lift   *Past      // how the list is to be scrolled when that has its result; nil: as it is
	begin  func() any // what has still to be started for it
}

// SearchApartFrom makes searches in records of n events or more work for whoever calls TakeWork. Others are done at
// once.
func (s *Session) SearchApartFrom(n int) { s.search.large = n }

// AskAtMost has no filter ask for more than n values, as one that takes many seconds to answer does.
func (s *Session) AskAtMost(n int) { s.search.most = n }

// values returns how many values q asks for.
func values(q query.Query) (n int) {
	query.EachAsked(q.Root(), func(t query.Term, _ bool) { n += len(t.Values) })
	return n
}

// AsksMuch reports whether the filter asks for so many values that the answer may take long.
func (s *Session) AsksMuch() bool {
	const few = 8
	return values(s.query) > few
}

// answered reports whether the request in hand has its result. Where it has not, and finding it can take long, that
// begins.
func (s *Session) answered() bool {
	now, q := &s.search, request{s.newest, s.query}
	if now.stop != nil && now.asked.equal(q) {
		return false
	}
	now.end()
	if now.result.request.equal(q) {
		return true
	}
	if now.atOnce(q) {
		now.result = q.run(s.ctx)
		return true
	}
	ctx, stop := context.WithCancel(s.ctx)
	now.number++
	number := now.number
	now.asked, now.stop = q, stop
	now.begin = func() any { return Found{number, q.run(ctx)} }
	return false
}

// atOnce reports whether a request is answered at once: no key waits for that, or else nobody takes work.
func (s *search) atOnce(q request) bool {
	if q.query.IsZero() { // which all events match
		return true
	}
	short := q.index.Timeline().Len() < s.large
	return short && (s.large == math.MaxInt || q.index.Unready(query.ByWords, q.query) == nil)
}

// end ends the search that is under way.
func (s *search) end() {
	if s.stop != nil {
		s.stop()
	}
	s.stop, s.begin, s.lift = nil, nil, nil
	s.asked = request{} // whose record may be replaced
}

// TakeFound shows what was found, unless something else has been asked since.
func (s *Session) TakeFound(f Found) {
	if s.search.stop == nil || f.number != s.search.number {
		return
	}
	to := s.search.lift
	s.search.end()
	s.search.result = f.result
	s.find()
	if to != nil {
		s.lift(*to)
	}
}

// Searching reports whether a search is under way.
func (s *Session) Searching() bool { return s.search.stop != nil }

// TakeWork returns the search that has still to be started, or nil.
func (s *Session) TakeWork() func() any {
	begin := s.search.begin
	s.search.begin = nil
	return begin
}

// Unknown returns the values of the filter that the record does not know, where nothing matches.
func (s *Session) Unknown() []index.Unknown { return s.search.result.unknown }

// Blame returns the part of the filter without which there would be n events, where nothing matches and one part is at
// fault for that.
func (s *Session) Blame() (part string, n int, ok bool) {
	found := &s.search.result
	if !found.blamed {
		return "", 0, false
	}
	return found.query.Parts()[found.blame.Part], found.blame.Hidden, true
}

// Alone says in words what each part of the filter finds alone, where nothing matches and no single part is at fault,
// or what is asked of one claim where that part is; else it returns "".
func (s *Session) Alone() string { return s.search.result.alone }
