package ui

import (
	"context"

	"dateline/timeline/index"
	"dateline/timeline/query"
)

// largeRecord is how many events a record has from which on it is asked off the loop, so that no key waits for a search.
const largeRecord = 20_000

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
	unknown      []index.Unknown // where nothing matches: what the record does not know …
	blame        index.Blame     // … and the part of the query at fault, if it is one
	blamed       bool
}

// A found is a result that was found off the loop.
type found struct {
	number int // of its request; what an older one brings is dropped
	result result
}

// run finds what q asks for, in as far as ctx lasts.
func (q request) run(ctx context.Context) result {
	x := q.index.Until(ctx)
	a := result{request: q, all: x.Select(query.Query{}), matched: x.Select(q.query)}
	if a.matched.Len() == 0 && a.all.Len() > 0 {
		a.unknown = x.Unknown(q.query)
		a.blame, a.blamed = x.Blame(q.query)
	}
	return a
}

// A search is what has been asked and found.
type search struct {
	large  int        // events of a record from which on it is asked off the loop
	result result     // to the last request that has one
	asked  request    // what is being searched for, …
	number int        // … by which number, …
	stop   func()     // … and what ends that; nil where nothing is
	begin  func() any // what has still to be started for it
}

// foresee gets a large record that has been read ready for words, so that the first one typed does not wait for that.
func (s *session) foresee() func() any {
	x := s.newest
	if x.Timeline().Len() < s.search.large {
		return nil
	}
	return func() any { x.FoldWords(); return nil }
}

// answered says whether the request in hand has its result. Where it has not, and finding it can take long, that begins.
func (s *session) answered() bool {
	now, q := &s.search, request{s.newest, s.query}
	if now.stop != nil && now.asked.equal(q) {
		return false
	}
	now.end()
	if now.result.request.equal(q) {
		return true
	}
	if q.index.Timeline().Len() < now.large {
		now.result = q.run(s.ctx)
		return true
	}
	ctx, stop := context.WithCancel(s.ctx)
	now.number++
	number := now.number
	now.asked, now.stop = q, stop
	now.begin = func() any { return found{number, q.run(ctx)} }
	return false
}

// end gives up what is being searched for.
func (s *search) end() {
	if s.stop != nil {
		s.stop()
	}
	s.stop, s.begin = nil, nil
}

// takeAnswer shows what was found, unless something else has been asked since.
func (s *session) takeAnswer(f found) {
	if s.search.stop == nil || f.number != s.search.number {
		return
	}
	s.search.end()
	s.search.result = f.result
	s.find()
}

// searching reports whether a search is under way.
func (s *session) searching() bool { return s.search.stop != nil }

// takeWork returns the search that has still to be started, and nil where there is none.
func (s *session) takeWork() func() any {
	begin := s.search.begin
	s.search.begin = nil
	return begin
}
