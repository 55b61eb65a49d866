package ui

import (
	"context"
	"time"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

// A session is what the reader looks at: a record, what of it the filter leaves and how the list orders it, the event that
// is selected, the ways back, the marks and saved views, and what became of a record that was read again. It knows nothing
// of panes, keys or the screen. What it changes that they have to follow it gathers in an update; what takes long it
// returns as work, and takes the result of it as a value.
type session struct {
	ctx context.Context
	now func() time.Time

	index    *index.Index // what is shown
	newest   *index.Index // what is asked; not yet shown while a search is under way
	problems diag.Problems
	progress load.Progress
	reload   reload

	view    view
	history history
	query   query.Query  // of the last query line that could be read
	wrong   *query.Error // why the query line cannot be read
	words   []string     // what the query lights in texts
	matched index.Selection
	all     index.Selection
	order   order // what the list lists

	including, excluding map[timeline.ActorRef]bool

	cursor     int      // place in order of the selected event
	top        int      // place in order of the first event in sight
	inSight    int      // events in sight
	lastAnchor standing // where the reader stands, should the record lose that event

	search  search
	queries []string // queries that were asked

	kept   Kept
	marked map[string]bool // kept.Marks by id
	writer writer

	notice  string // what the reader is told, until the next key
	changed update // since takeUpdate
}

// An update is what has changed that others than the session keep something of.
type update struct {
	query   bool              // the query line was read anew
	record  bool              // another record, or more of it, is shown
	kept    bool              // the marks or the saved views
	renamed map[string]string // ids of events, old to new
}

// newSession is a session without a record yet.
func newSession(ctx context.Context, now func() time.Time, first view, state State) *session {
	s := &session{ctx: ctx, now: now, view: first, search: search{large: largeRecord}, writer: writer{state: state}}
	s.index = index.Empty()
	s.setIndex(s.index)
	return s
}

// takeUpdate returns what has changed since it was last called.
func (s *session) takeUpdate() update {
	u := s.changed
	s.changed = update{}
	return u
}

// setIndex takes a record, or what there is of it so far.
func (s *session) setIndex(x *index.Index) {
	s.newest = x.WithMarks(s.marked)
	s.ask()
}

// shown is what the list lists: what matches, or everything when the rest is dimmed or the filter is paused.
func (s *session) shown() index.Selection { return s.order.shown }
