package pane

import (
	"image"
	"slices"

	"dateline/timeline"
	"dateline/timeline/family"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
	"dateline/ui/axis"
	"dateline/ui/draw"
	"dateline/ui/list"
	"dateline/ui/session"
)

// Lanes show who meets whom: a row for each actor, time from left to right, a mark where the actor takes part. What
// several share is in one column. A column is an event, or one of the axis with the number of events in it. The
// selected event is that of the list.
type Lanes struct {
	of    *index.Index    // what the rows were made from, …
	shown index.Selection // … of these events
	rows  []lane
	top   int               // first row drawn
	left  int               // first column drawn, of one for each event
	page  int               // lanes in sight
	alone bool              // no detail is shown below
	names int               // cells of the names, with the margins beside them
	brief bool              // persons are called by their short names, for want of room
	actor timeline.ActorRef // whose lane the cursor is in
	cols  columns
}

// A lane is an actor's row.
type lane struct {
	actor       timeline.ActorRef
	first, last int             // events of the actor among those shown
	counts      []int           // by column of the scale, nil until asked for …
	families    []family.Family // … and of which family most of them are, for the lanes in sight
}

// follow makes the rows, unless they are there already. Where the query names several actors, these have lanes; where
// it names one, that one and those it meets; else everybody, in the order of frequency.
func (l *Lanes) follow(s *session.Session) {
	if l.of == s.Index() && l.shown.Same(s.Shown()) {
		return
	}
	switch {
	case l.of == nil:
		l.actor = timeline.NoActor
	case l.of != s.Index() && l.actor != timeline.NoActor: // it may have another number now
		l.actor, _ = s.Index().Timeline().FindActor(l.of.Timeline().Actor(l.actor).ID)
	}
	l.of, l.shown, l.rows, l.cols.fitted = s.Index(), s.Shown(), nil, fitKey{}
	for _, a := range s.LaneActors() {
		row := lane{actor: a}
		if first, ok := s.Index().Next(a, s.Shown(), -1, 1); ok {
			row.first = first
			row.last, _ = s.Index().Next(a, s.Shown(), s.Index().Timeline().Len(), -1)
			l.rows = append(l.rows, row)
		}
	}
	if l.cursor() < 0 {
		l.actor = timeline.NoActor
		if len(l.rows) > 0 {
			l.actor = l.rows[0].actor
		}
	}
}

// cursor returns the row that the cursor is in, −1 where its actor has no lane.
func (l *Lanes) cursor() int {
	return slices.IndexFunc(l.rows, func(r lane) bool { return r.actor == l.actor })
}

// Height returns how many rows the lanes would take.
func (l *Lanes) Height(s *session.Session) int {
	l.follow(s)
	return headerRows + max(3, len(l.rows))
}

// Move moves the cursor by n lanes.
func (l *Lanes) Move(s *session.Session, n int) {
	if l.follow(s); len(l.rows) > 0 {
		l.actor = l.rows[max(0, min(l.cursor()+n, len(l.rows)-1))].actor
	}
}

// Along moves to the next event of the lane, or by −1 to the one before.
func (l *Lanes) Along(s *session.Session, n int) {
	l.follow(s)
	if !s.HasEvent() || l.actor == timeline.NoActor {
		return
	}
	i, ok := s.Index().Next(l.actor, s.Shown(), s.Selected(), n)
	if !ok {
		s.SetNotice("there is no further event of " + s.Index().Timeline().Actor(l.actor).Name)
		return
	}
	s.Choose(s.Shown().Rank(i))
}

// headerRows is how many rows the dates above the lanes take, where there is room.
const headerRows = 2

// laneRows is how the rows of the lanes are shared out.
type laneRows struct{ header, lanes, caption int }

// share shares h rows out. The selected event is named under the lanes where it is shown nowhere else.
func (l *Lanes) share(s *session.Session, h int) laneRows {
	var r laneRows
	if l.alone && s.HasEvent() && h >= 3 {
		r.caption = 1
		if h >= 6 {
			r.caption = 2
		}
	}
	r.header = min(headerRows, max(0, h-r.caption-2))
	r.lanes = max(1, h-r.header-r.caption)
	return r
}

// Arrange makes the lanes and brings the cursor into sight. alone is whether no detail is shown below them.
func (l *Lanes) Arrange(s *session.Session, size image.Point, alone bool) {
	l.follow(s)
	l.alone = alone
	l.page = l.share(s, size.Y).lanes
	in := draw.Cursor{At: l.cursor(), Top: l.top}
	in.Fill(len(l.rows), l.page)
	in.Window(l.page, 0)
	l.top = in.Top
	l.fitNames(s, size.X)
	l.cols.fit(s, l.rows, size.X-l.names)
	l.left = l.cols.scroll(l.left, s.Cursor(), s.Shown().Len())
	for n := l.top; n < len(l.rows) && n < l.top+l.page; n++ {
		l.cols.count(s, &l.rows[n])
		l.cols.prevail(s, &l.rows[n])
	}
}

// Draw returns at most h rows of w cells: dates, lanes, and where no detail is below them the selected event.
func (l Lanes) Draw(s *session.Session, th *draw.Theme, size image.Point, focused bool) []string {
	w, h := size.X, size.Y
	share, names := l.share(s, h), l.names
	rows := th.Padded(w, h)
	dates := l.header(s, th)
	before, after := l.beyond(s)
	what, lanes := l.what(s, names-2)
	if before == "" {
		before = lanes
	}
	for n, line := range dates[headerRows-share.header:] {
		title, end := before, after
		if n == share.header-1 {
			title = what
			if n > 0 {
				end = ""
			} else {
				title += "  " + before
			}
		}
		title = th.Fit(title, names-2)
		room := w - names - draw.Cells(end) - 2
		if end != "" {
			line = draw.Clip(line, room, "")
			end = draw.Spaces(room-draw.Cells(line)+1) + end
		}
		rows.Add("", th.Faint.Span(" "+title+draw.Spaces(names-1-draw.Cells(title))), th.Faint.Span(line), draw.Plain(end))
	}
	write := laneWriter{s: s, th: th, l: &l, names: names, focused: focused}
	for n := l.top; n < len(l.rows) && n < l.top+share.lanes; n++ {
		rows.Add("", write.lane(&l.rows[n])...)
	}
	for rows.Len() < h-share.caption {
		rows.Add("")
	}
	for n := range share.caption {
		rows.Add("", write.caption(n, w)...)
	}
	return rows.Strings()
}

// what says in w cells what a column is and, where there are lanes out of sight, which are in it. Where the two do not
// fit, lanes is for a line of its own.
func (l *Lanes) what(s *session.Session, w int) (column, lanes string) {
	column = l.cols.what(s)
	if len(l.rows) <= l.page {
		return column, ""
	}
	below := len(l.rows) - l.top - l.page
	more := "↓ " + draw.Number(below)
	if below <= 0 {
		more = "↑ " + draw.Number(l.top)
	}
	lanes = draw.Number(l.top+1) + "–" + draw.Number(min(l.top+l.page, len(l.rows))) + " of " + draw.Number(len(l.rows))
	for _, text := range []string{column + " · lanes " + lanes, column + " · " + lanes, column + "  " + more} {
		if draw.Cells(text) <= w {
			return text, ""
		}
	}
	return column, lanes
}

// beyond says how many columns are left and right of those in sight, "" for none.
func (l *Lanes) beyond(s *session.Session) (before, after string) {
	if l.cols.toScale {
		return "", ""
	}
	if l.left > 0 {
		before = "← " + draw.Number(l.left) + " more"
	}
	if n := s.Shown().Len() - l.left - l.cols.n; n > 0 {
		after = draw.Number(n) + " more →"
	}
	return before, after
}

// fitNames finds how many of w cells the names take, with the margins beside them: as many as the longest of the first
// screen needs, where the columns leave them. Where one person's name does not fit, all have their short ones, for a
// family name among full ones would look like somebody of another kind.
func (l *Lanes) fitNames(s *session.Session, w int) {
	const margins, usual = 3, 26
	most := max(min(3*w/10, usual), min(w/2, w-byEvent*s.Shown().Len()))
	longest, person := 0, 0
	for n := range min(len(l.rows), sampled) {
		t := s.Index().Timeline()
		a := t.Actor(l.rows[n].actor)
		cells := draw.Cells(sanitize.Line(a.Name))
		if n < l.page {
			longest = max(longest, cells)
		}
		if t.ShortName(l.rows[n].actor) != a.Name {
			person = max(person, cells)
		}
	}
	l.names = max(2, min(most, max(longest+margins, usual/2)))
	l.brief = person > l.names-margins
}

// A laneWriter writes the rows of lanes.
type laneWriter struct {
	s       *session.Session
	th      *draw.Theme
	l       *Lanes
	names   int
	focused bool
	row     draw.Runs
}

// caption returns line n of the selected event: what, and when and who.
func (d *laneWriter) caption(n, w int) []draw.Span {
	e := d.s.Event()
	if n == 0 {
		return []draw.Span{d.th.Strong.Span(" " + d.th.Fit(e.Title, w-2))}
	}
	when := " " + e.Date.String()
	who := list.People(d.s.Index().Timeline(), e, w-draw.Cells(when)-3)
	return []draw.Span{draw.Plain(when), d.th.Actor.Span("  " + who)}
}

// lane writes the name of an actor and its marks.
func (d *laneWriter) lane(of *lane) []draw.Span {
	th, names := d.th, d.names
	t := d.s.Index().Timeline()
	a := t.Actor(of.actor)
	name := sanitize.Line(a.Name)
	if d.l.brief {
		name = sanitize.Line(t.ShortName(of.actor))
	}
	if draw.Cells(name) > names-3 {
		name = draw.Clip(name, names-3, th.Glyphs.More)
	}
	margin, st := " ", draw.Style("")
	if a.Kind == timeline.Person {
		st = th.Actor
	}
	current := of.actor == d.l.actor
	if current {
		margin, st = th.Glyphs.Cursor, th.Row(true, d.focused)
	}
	d.row.Add(margin+name+draw.Spaces(names-2-draw.Cells(name)), st)
	d.row.Add(" ", "")
	d.marks(of, current)
	return d.row.Spans()
}

// header returns the dates above the lanes, coarse and fine.
func (l *Lanes) header(s *session.Session, th *draw.Theme) [headerRows]string {
	if l.cols.toScale {
		return [headerRows]string{axis.Names(&l.cols.axis), axis.Line(th, &l.cols.axis)}
	}
	return l.cols.dates(s, l.left)
}

// Refresh makes the rows of another record, where there are rows. They would hold on to the record before.
func (l *Lanes) Refresh(s *session.Session) {
	if l.of != nil {
		l.follow(s)
	}
}

// Flip changes between a column for each event and those of the axis.
func (l *Lanes) Flip() { l.cols.flip() }

// ByDay reports whether the columns are those of the axis, not one for each event.
func (l *Lanes) ByDay() bool { return l.cols.toScale }

// Actor returns the actor in whose lane the cursor is, NoActor before the lanes are first arranged.
func (l *Lanes) Actor() timeline.ActorRef { return l.actor }

// InSight returns how many lanes are in sight.
func (l *Lanes) InSight() int { return l.page }

// Actors returns the actors that have lanes, in order.
func (l *Lanes) Actors() []timeline.ActorRef {
	actors := make([]timeline.ActorRef, len(l.rows))
	for n, row := range l.rows {
		actors[n] = row.actor
	}
	return actors
}

// Columns returns how many columns are in sight, and how many are left of them.
func (l *Lanes) Columns() (shown, left int) { return l.cols.n, l.left }
