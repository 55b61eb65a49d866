package lanes

import (
	"image"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// Lanes are a row for each actor. What several share is in one column. A column is an event, or one of the axis with
// the number of events in it.
type Lanes struct {
	made    made    // what the rows were made from
	rows    []row   // lanes, and the headings of sides between them
	lanes   int     // how many of them are lanes
	most    int     // events of any of them, at most
	at      []int32 // row by actor, −1 for none
	top     int     // first row drawn
	left    int     // first column drawn, of one for each event
	page    int     // rows in sight
	share   share
	actor   timeline.ActorRef // whose lane the cursor is in
	widths  widths
	cols    columns
	between map[int]span // of events that were in sight, the lanes of those who take part
	spans   []span       // of the columns in sight
	here    span         // of the selected event
	label   label
}

// made is what rows were made from.
type made struct {
	of      *index.Index
	shown   index.Selection // events
	query   string
	newest  bool
	byCount bool
}

// same reports whether both make the same rows.
func (m made) same(o made) bool {
	return m.of == o.of && m.query == o.query && m.newest == o.newest && m.byCount == o.byCount && m.shown.Same(o.shown)
}

// follow makes the rows, unless they are there already.
func (l *Lanes) follow(s *session.Session) {
	v := s.View()
	now := made{s.Index(), s.Shown(), v.Query, v.Newest, v.ByCount}
	if l.made.of != nil && l.made.same(now) {
		return
	}
	switch was := l.made.of; {
	case was == nil:
		l.actor = timeline.NoActor
	case was != now.of && l.actor != timeline.NoActor: // it may have another number now
		l.actor, _ = now.of.Timeline().FindActor(was.Timeline().Actor(l.actor).ID)
	}
	l.made, l.cols.fitted, l.between = now, fitKey{}, make(map[int]span)
	l.makeRows(s)
	if l.cursor() < 0 {
		l.begin(s)
	}
}

// begin puts the cursor into the lane of the actor that the filter asks for, else of the first who takes part in the
// selected event, else into the first.
func (l *Lanes) begin(s *session.Session) {
	l.actor = timeline.NoActor
	wanted := s.WantedActors()
	for _, a := range wanted {
		if l.at[a] >= 0 {
			l.actor = a
			return
		}
	}
	from := 0
	if s.HasEvent() {
		from = l.firstOf(s)
	}
	for n := from; n < len(l.rows) && l.actor == timeline.NoActor; n++ {
		l.actor = l.rows[n].actor
	}
}

// firstOf returns the row of the first person who takes part in the selected event, else of the first who does.
func (l *Lanes) firstOf(s *session.Session) int {
	first := 0
	for _, part := range s.Event().Actors {
		n := int(l.at[part.Actor])
		if n < 0 {
			continue
		}
		if s.Index().Timeline().Actor(part.Actor).Kind == timeline.Person {
			return n
		}
		if first == 0 {
			first = n
		}
	}
	return first
}

// cursor returns the row that the cursor is in, −1 where its actor has no lane.
func (l *Lanes) cursor() int {
	if l.actor == timeline.NoActor || int(l.actor) >= len(l.at) {
		return -1
	}
	return int(l.at[l.actor])
}

// Height returns how many rows the lanes would take.
func (l *Lanes) Height(s *session.Session) int {
	l.follow(s)
	const title = 1
	return headerRows + max(3, len(l.rows)) + title
}

// Move moves the cursor by n lanes.
func (l *Lanes) Move(s *session.Session, n int) {
	l.follow(s)
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for at := l.cursor() + step; at >= 0 && at < len(l.rows) && n > 0; at += step {
		if l.rows[at].heading == "" {
			l.actor = l.rows[at].actor
			n--
		}
	}
}

// Along moves to the next event of the lane to the right, or by −1 to the left.
func (l *Lanes) Along(s *session.Session, n int) {
	l.follow(s)
	at := l.cursor()
	if !s.HasEvent() || at < 0 {
		return
	}
	i, ok := l.beside(s, l.rows[at].posts(s), n)
	if !ok {
		s.SetNotice("there is no further event of " + s.Index().Timeline().Actor(l.actor).Name)
		return
	}
	s.ChooseEvent(i)
}

// beside returns the event of a lane next to the selected one. Where the newest event is in the first column, it is the
// one before in time; the undated come last in both orders.
func (l *Lanes) beside(s *session.Session, posts index.Posts, n int) (i int, ok bool) {
	at, dated := s.Selected(), s.Index().Dated()
	switch {
	case !s.View().Newest || l.cols.toScale:
		return posts.Next(s.Shown(), at, n)
	case at >= dated:
		if i, ok = posts.Next(s.Shown(), at, n); ok && i < dated {
			return posts.Next(s.Shown(), -1, 1)
		}
		return i, ok
	}
	i, ok = posts.Next(s.Shown(), at, -n)
	if n > 0 && !ok {
		return posts.Next(s.Shown(), dated-1, 1)
	}
	return i, ok && i < dated
}

// headerRows is how many rows the dates above the lanes take, where there is room.
const headerRows = 2

// share is how the rows of the pane are shared out.
type share struct{ header, rows, caption int }

// shareOut shares h rows out. The selected event is named under the lanes where it is shown nowhere else.
func shareOut(h int, alone bool) share {
	var r share
	if alone && h >= 3 {
		r.caption = 1
		if h >= 6 {
			r.caption = 2
		}
	}
	r.header = min(headerRows, max(0, h-r.caption-2))
	r.rows = max(1, h-r.header-r.caption)
	return r
}

// Arrange makes the lanes and brings the cursor into sight. alone is whether no detail is shown below them.
func (l *Lanes) Arrange(s *session.Session, size image.Point, alone bool) {
	l.follow(s)
	l.share = shareOut(size.Y, alone && s.HasEvent())
	l.fitNames(s, size.X)
	l.cols.fit(s, l.rows, size.X-l.widths.all)
	l.left = l.cols.scroll(l.left, s.Cursor(), s.Shown().Len())
	const titled = 4 // rows, from which on one may be for the title
	l.page = l.share.rows
	if l.page > titled && l.page < len(l.rows)+1 {
		l.page--
	}
	in := draw.Cursor{At: max(0, l.cursor()), Top: l.top}
	in.Fill(len(l.rows), l.page)
	around := 0
	if l.grouped() && l.page >= titled {
		around = 1 // the first row is the heading of its side
	}
	in.Window(l.page, around)
	in.Fill(len(l.rows), l.page)
	l.top = in.Top
	for n := l.top; n < l.end(); n++ {
		l.rows[n].count(s)
		l.cols.count(s, &l.rows[n])
		l.cols.prevail(s, &l.rows[n])
	}
	l.tie(s)
	l.place(s, size.X-l.widths.all)
}

// end returns the row after the last in sight.
func (l *Lanes) end() int { return min(len(l.rows), l.top+l.page) }

// grouped reports whether sides have headings.
func (l *Lanes) grouped() bool { return len(l.rows) > l.lanes }

// Refresh makes the rows of another record, where there are rows. They would hold on to the record before.
func (l *Lanes) Refresh(s *session.Session) {
	if l.made.of != nil {
		l.follow(s)
	}
}

// Flip changes between a column for each event and those of the axis.
func (l *Lanes) Flip() { l.cols.flip() }

// ByDay reports whether the columns are those of the axis, not one for each event.
func (l *Lanes) ByDay() bool { return l.cols.toScale }

// Actor returns the actor in whose lane the cursor is, NoActor where there is no lane.
func (l *Lanes) Actor(s *session.Session) timeline.ActorRef {
	l.follow(s)
	return l.actor
}

// InSight returns how many rows are in sight.
func (l *Lanes) InSight() int { return l.page }

// Len returns how many lanes there are.
func (l *Lanes) Len() int { return l.lanes }

// Actors returns the actors that have lanes, in order.
func (l *Lanes) Actors() []timeline.ActorRef {
	var actors []timeline.ActorRef
	for _, r := range l.rows {
		if r.heading == "" {
			actors = append(actors, r.actor)
		}
	}
	return actors
}

// Columns returns how many columns are in sight, and how many are left of them.
func (l *Lanes) Columns() (shown, left int) { return l.cols.n, l.left }
