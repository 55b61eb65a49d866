package ui

import (
	"slices"

	"dateline/timeline"
	"dateline/ui/draw"
)

// Lanes show who meets whom: a row for each actor, time from left to right, a mark where the actor takes part. What
// several share stands in one column. A column is an event or, to scale, a stretch of time with the number of events in
// it. The selected event is that of the list.
type lanes struct {
	of    *timeline.Index    // what the rows were made from, …
	shown timeline.Selection // … of these events
	rows  []lane
	top   int               // first row drawn
	left  int               // first column drawn, of one for each event
	page  int               // rows that are seen
	actor timeline.ActorRef // whose lane the cursor is in
	cols  columns
}

// A lane is an actor's row.
type lane struct {
	actor       timeline.ActorRef
	first, last int   // events of the actor among those shown
	counts      []int // by column of the scale, nil until asked for
}

// openLanes shows the events as lanes, or in lanes changes between a column for each event and columns to scale.
func (m *model) openLanes() {
	if m.mode == inLanes {
		m.lanes.cols.flip()
		return
	}
	m.base, m.mode = inLanes, inLanes
	m.detail.At = draw.NoLink
}

// closeLanes goes back to the list; where nothing matches it first drops the part of the filter that is to blame.
func (m *model) closeLanes() {
	if !m.hasEvent() && m.filtered() {
		m.dropPart()
		return
	}
	m.base, m.mode = inList, inList
}

// lanesOf makes the rows, unless they are there already: the actors that the query wants where it names two or more, its
// one actor with those it meets, or everybody in the order of frequency.
func (m *model) lanesOf() *lanes {
	l := &m.lanes
	if l.of == m.index && l.shown.Same(m.shown()) {
		return l
	}
	switch {
	case l.of == nil:
		l.actor = timeline.NoActor
	case l.of != m.index && l.actor != timeline.NoActor: // it may have another number now
		l.actor, _ = m.index.Timeline().FindActor(l.of.Timeline().Actor(l.actor).ID)
	}
	l.of, l.shown, l.rows, l.cols.fitted = m.index, m.shown(), nil, fitKey{}
	for _, a := range m.laneActors() {
		row := lane{actor: a}
		if first, ok := m.index.Next(a, m.shown(), -1, 1); ok {
			row.first = first
			row.last, _ = m.index.Next(a, m.shown(), m.index.Timeline().Len(), -1)
			l.rows = append(l.rows, row)
		}
	}
	if l.cursor() < 0 {
		l.actor = timeline.NoActor
		if len(l.rows) > 0 {
			l.actor = l.rows[0].actor
		}
	}
	return l
}

// laneActors are the actors that have lanes, in order.
func (m *model) laneActors() []timeline.ActorRef {
	var actors []timeline.ActorRef
	wanted, _ := m.query.Values(timeline.ByActor)
	for _, v := range wanted {
		if a, ok := m.index.Timeline().FindActor(v); ok && !slices.Contains(actors, a) {
			actors = append(actors, a)
		}
	}
	switch len(actors) {
	case 0:
		counts := m.index.ActorCounts(m.shown())
		for a, n := range counts {
			if n > 0 {
				actors = append(actors, timeline.ActorRef(a))
			}
		}
		slices.SortStableFunc(actors, func(a, b timeline.ActorRef) int { return counts[b] - counts[a] })
	case 1:
		for _, c := range m.index.Companions(actors[0], m.shown()) {
			actors = append(actors, c.Actor)
		}
	}
	return actors
}

// cursor is the row that the cursor is in, −1 where there is none.
func (l *lanes) cursor() int {
	return slices.IndexFunc(l.rows, func(r lane) bool { return r.actor == l.actor })
}

// height is how many rows the lanes would take.
func (l *lanes) height(m *model) int { return headerRows + max(3, len(m.lanesOf().rows)) }

// move moves the cursor by n lanes.
func (l *lanes) move(m *model, n int) {
	if rows := m.lanesOf().rows; len(rows) > 0 {
		l.actor = rows[max(0, min(l.cursor()+n, len(rows)-1))].actor
	}
}

// along moves to the next event of the lane, or by −1 to the one before.
func (m *model) along(n int) {
	l := m.lanesOf()
	if !m.hasEvent() || l.actor == timeline.NoActor {
		return
	}
	i, ok := m.index.Next(l.actor, m.shown(), m.selected(), n)
	if !ok {
		m.notice = "no further event of " + m.index.Timeline().Actor(l.actor).Name
		return
	}
	m.choose(m.shown().Rank(i))
}

// headerRows is how many rows the dates above the lanes take, where there is room.
const headerRows = 2

// arrange fits the lanes to h rows of w cells: the cursor's among the rows, the selected event among the columns.
func (l *lanes) arrange(m *model, w, h int) {
	m.lanesOf()
	_, l.page = l.share(h, len(m.laneCaption(w, h)))
	at := l.cursor()
	in := draw.Cursor{At: at, Top: l.top}
	in.Fill(len(l.rows), l.page)
	in.Window(l.page, 0)
	l.top = in.Top
	l.cols.fit(m, w-m.laneNames(w))
	l.left = l.cols.scroll(l.left, m.list.cursor)
	if l.cols.toScale {
		for n := l.top; n < min(len(l.rows), l.top+l.page); n++ {
			l.cols.counts(m, &l.rows[n])
		}
	}
}

// share is how many of h rows the dates and the lanes take, above a caption of some rows.
func (l *lanes) share(h, caption int) (header, room int) {
	header = min(headerRows, max(0, h-caption-2))
	return header, max(1, h-header-caption)
}

// draw gives at most h rows of w cells: dates, lanes, and where no detail stands below them the selected event.
func (l *lanes) draw(m *model, w, h int) []string {
	caption, names := m.laneCaption(w, h), m.laneNames(w)
	header, room := l.share(h, len(caption))
	rows := m.theme.Padded(w, h)
	dates := l.header(m)
	for _, line := range dates[headerRows-header:] {
		title := ""
		if rows.Len() == header-1 {
			title = l.cols.what()
		}
		rows.Add("", m.theme.Faint.Span(" "+title+draw.Spaces(names-1-draw.Cells(title))), m.theme.Faint.Span(line))
	}
	var row draw.Runs
	for n := l.top; n < len(l.rows) && n < l.top+room; n++ {
		m.laneRow(&row, n, names)
		rows.Add("", row.Spans()...)
	}
	for rows.Len() < h-len(caption) {
		rows.Add("")
	}
	for _, spans := range caption {
		rows.Add("", spans...)
	}
	return rows.Strings()
}

// laneNames is how many cells the names take, with the margins beside them.
func (m *model) laneNames(w int) int { return max(2, min(3*w/10, 26)) }

// laneCaption is the selected event in a line or two, where it stands nowhere else.
func (m *model) laneCaption(w, h int) [][]draw.Span {
	if !m.layout().detail.Empty() || !m.hasEvent() || h < 3 {
		return nil
	}
	th, e := m.theme, m.event()
	lines := [][]draw.Span{{th.Strong.Span(" " + th.Fit(e.Title, w-2))}}
	if h >= 6 {
		when := " " + e.Date.String()
		lines = append(lines, []draw.Span{draw.Plain(when), th.Actor.Span("  " + m.people(e, w-draw.Cells(when)-3))})
	}
	return lines
}

// laneRow draws the name of an actor and its marks.
func (m *model) laneRow(row *draw.Runs, n, names int) {
	th, l := m.theme, &m.lanes
	of := &l.rows[n]
	a := m.index.Timeline().Actor(of.actor)
	name := timeline.Visible(a.Name)
	if draw.Cells(name) > names-3 {
		name = draw.Clip(shortName(a), names-3, th.Glyphs.More)
	}
	margin, st := " ", draw.Style("")
	if a.Kind == timeline.Person {
		st = th.Actor
	}
	current := of.actor == l.actor
	if current {
		margin, st = th.Glyphs.Cursor, m.rowStyle(true)
	}
	row.Add(margin+name+draw.Spaces(names-2-draw.Cells(name)), st)
	row.Add(" ", "")
	l.cols.marks(m, of, l.left, current, row)
}

// header is the dates above the lanes, coarse and fine.
func (l *lanes) header(m *model) [headerRows]string {
	if l.cols.toScale {
		return [headerRows]string{"", l.cols.ticks()}
	}
	return l.cols.dates(m, l.left)
}
