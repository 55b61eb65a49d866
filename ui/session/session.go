// Package session holds what the reader looks at: a record, what of it the filter leaves and how the list orders it,
// the event that is selected, the ways back, the marks and saved views, and what became of a record that was read
// again.
//
// A [View] is what the reader chose, and the query line in it is the single truth about what is shown. Whoever wants to
// see something else asks a [Session] for it by a verb, and reads afterwards what is there:
//
//	s := session.New(ctx, time.Now, session.View{Query: "type:call"}, session.State{})
//	s.Accept(load.Files(ctx, files, nil), review.Changes{})
//	s.SetQuery(s.Query().Add(query.ByActor, "yermak"))
//	fmt.Println(s.Matched().Len(), "of", s.All().Len(), "events")
//
// It is not the screen, and knows no pane, no key, no mode and no colour. It begins nothing by itself: what takes long
// it returns as work, a function to be called anywhere, and takes the result of that as a value. It reads and writes no
// file: marks and saved views come and go by the functions of a [State]. Only one goroutine at a time may use it.
//
// Of the packages here it imports timeline and those below it, and of ui jsonobject alone. It may not import bubbletea
// or draw.
package session

import (
	"cmp"
	"context"
	"math"
	"time"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

// A Session is what the reader looks at: a record, what of it the filter leaves and how the list orders it, the event
// that is selected, the ways back, the marks and saved views, and what became of a record that was read again. It knows
// nothing of panes or the screen, and of keys only what they are called. What it changes that they have to follow it
// gathers in an update; what takes long it returns as work, and takes the result of it as a value.
type Session struct {
	ctx context.Context
	now func() time.Time

	index    *index.Index // what is shown
	newest   *index.Index // what is asked; not yet shown while a search is under way
	problems diag.Problems
	groups   diag.Groups
	progress load.Progress
	reload   reload
	recall   recall

	view    View
	history history
	query   query.Query  // of the last query line that could be read
	wrong   *query.Error // why the query line cannot be read
	strange *query.Error // that no event has a key of it, as far as events are read
	words   []string     // what the query lights in texts
	matched index.Selection
	all     index.Selection
	answers int             // how often that was found
	order   order           // what the list lists
	goingOn index.Selection // what it has in one line above the first event

	including map[timeline.ActorRef]bool // the actors that the query wants, …
	together  bool                       // … all of them in each event

	cursor     int      // place in order of the selected event, …
	onGoingOn  bool     // … unless the line of what goes on is selected
	staying    bool     // the event that the filter in hand selects becomes the reader's place, when it is known
	top        int      // place in order of the first event in sight
	inSight    int      // events in sight
	unpacked   unpacked // the event that was selected when it was last asked for
	lastAnchor standing // where the reader is, should the record lose that event
	opens      int      // where the list opens that was left nowhere
	asLeft     bool     // the record was opened where it was left, and nothing has been done since
	wantView   string   // name of the view of the record that is to be shown when it has been read; "" for none
	insist     string   // id of the event to be shown, whatever is remembered, when the record has been read

	search  search
	queries []string // queries that were asked

	saved    Saved
	marked   map[string]bool // saved.Marks by id
	dropped  []droppedNote   // of marks that were taken off
	mostKept int             // bytes of what is kept; 0: any number
	state    State

	keys    map[string]string // what the reader's keys are called, by the names of their actions
	notice  string            // what the reader is told, until the next key
	changed Update            // since TakeUpdate
}

// An Update is what has changed that others than the session keep something of.
type Update struct {
	Query   bool              // the query line was read anew
	Record  bool              // another record, or more of it, is shown
	Saved   bool              // the marks or the saved views
	Renamed map[string]string // ids of events, old to new
	News    News              // what became of the events of a record that was read again
}

// New returns a session without a record yet.
func New(ctx context.Context, now func() time.Time, first View, state State) *Session {
	s := &Session{ctx: ctx, now: now, view: first, search: search{large: math.MaxInt}, state: state}
	s.state.Waiting = cmp.Or(state.Waiting, new(Waiting))
	s.recall.why = "nothing is remembered of this record"
	s.index = index.Empty()
	s.setIndex(s.index)
	return s
}

// TakeUpdate returns what has changed since it was last called.
func (s *Session) TakeUpdate() Update {
	u := s.changed
	s.changed = Update{}
	return u
}

// setIndex takes a record, or what there is of it so far.
func (s *Session) setIndex(x *index.Index) {
	s.newest = x.WithMarks(s.marked).WithNews(s.recall.added, s.recall.changed)
	s.ask()
}

// Index returns the record that is shown, made quick to ask.
func (s *Session) Index() *index.Index { return s.index }

// Newest returns the record that is asked. It is not shown yet while a search is under way.
func (s *Session) Newest() *index.Index { return s.newest }

// Problems returns what is wrong with the files that were read last.
func (s *Session) Problems() diag.Problems { return s.problems }

// Groups returns what is wrong with them, each kind as one.
func (s *Session) Groups() diag.Groups { return s.groups }

// Progress returns how far the record has been read.
func (s *Session) Progress() load.Progress { return s.progress }

// View returns what the reader chose to look at.
func (s *Session) View() View { return s.view }

// Query returns the filter: that of the last query line that could be read.
func (s *Session) Query() query.Query { return s.query }

// Mistake returns why the query line cannot be read, nil where it can.
func (s *Session) Mistake() *query.Error { return s.wrong }

// StrangeKey returns that no event has a key which the query line asks; nil where all are known, and while the record
// is still being read. A key may have no value yet.
func (s *Session) StrangeKey() *query.Error {
	switch {
	case !s.Progress().Done:
		return nil
	case s.wrong == nil:
		return s.strange
	}
	const anyValue = "x"
	text := s.view.Query[:s.wrong.End] + anyValue + s.view.Query[s.wrong.End:]
	q, err := query.Parse(text)
	if err != nil {
		return nil
	}
	strange := s.index.Mistake(text, q)
	if strange == nil || strange.Start < s.wrong.Start || strange.End > s.wrong.End {
		return nil
	}
	return strange
}

// Words returns the words of the filter, to be lit in texts.
func (s *Session) Words() []string { return s.words }

// Matched returns the events that match the filter.
func (s *Session) Matched() index.Selection { return s.matched }

// All returns all events of the record that is shown.
func (s *Session) All() index.Selection { return s.all }

// Shown returns the events that the list lists: those that match, or all when the rest is dimmed or the filter is
// paused.
func (s *Session) Shown() index.Selection { return s.order.shown }

// SetKeys says what the reader's keys are called, by the names of their actions.
func (s *Session) SetKeys(keys map[string]string) { s.keys = keys }

// Key returns what the key of an action is called, for what the reader is told; the action's name where it has none.
func (s *Session) Key(action string) string { return cmp.Or(s.keys[action], action) }

// HasKey reports whether an action may have a key: not where the keys are known and it is none of theirs.
func (s *Session) HasKey(action string) bool { return s.keys == nil || s.keys[action] != "" }

// Notice returns what the reader is to be told, "" for nothing.
func (s *Session) Notice() string { return s.notice }

// SetNotice has the reader told something, or with "" nothing any more.
func (s *Session) SetNotice(words string) { s.notice = words }
