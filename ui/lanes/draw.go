package lanes

import (
	"image"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/list"
	"dateline/ui/session"
)

// widths are the cells before the drawing.
type widths struct {
	name  int
	count int // 0 where there is no room for the number of events
	all   int // with the margins
}

// fitNames finds how many of w cells the names take: as many as the longest of the first rows needs, where the columns
// leave them.
func (l *Lanes) fitNames(s *session.Session, w int) {
	const (
		margins = 3
		usual   = 23
		roomy   = 45 // cells of a pane that has room for numbers too
	)
	l.widths.count = 0
	if w >= roomy {
		l.widths.count = 1 + draw.Cells(draw.Number(l.most))
	}
	around := margins + l.widths.count
	most := max(min(3*w/10, usual+around), min(w/2, w-byEvent*s.Shown().Len())) - around
	longest := 0
	t := s.Index().Timeline()
	for n := range min(len(l.rows), sampled) {
		if r := &l.rows[n]; r.heading == "" {
			longest = max(longest, draw.Cells(r.name(t)))
		}
	}
	l.widths.name = max(1, min(most, max(longest, usual/2)))
	l.widths.all = max(2, l.widths.name+around)
}

// Draw returns at most h rows of w cells: dates, lanes, and where no detail is below them the selected event.
func (l Lanes) Draw(s *session.Session, th *draw.Theme, size image.Point, focused bool) []string {
	rows := th.Padded(size.X, size.Y)
	d := writer{s: s, th: th, l: &l, focused: focused, room: size.X - l.widths.all, selected: l.cols.column(s)}
	d.header(&rows, size.X)
	for n := l.top; n < l.end() && rows.Len() < size.Y-l.share.caption; n++ {
		rows.Add("", d.line(n)...)
		if n == l.label.after && rows.Len() < size.Y-l.share.caption {
			rows.Add("", d.title()...)
		}
	}
	for rows.Len() < size.Y-l.share.caption {
		rows.Add("")
	}
	for n := range l.share.caption {
		rows.Add("", d.caption(n, size.X)...)
	}
	return rows.Strings()
}

// A writer writes rows.
type writer struct {
	s        *session.Session
	th       *draw.Theme
	l        *Lanes
	room     int // cells of the drawing
	selected int // column of the selected event
	focused  bool
	row      draw.Runs
}

// caption returns line n of the selected event: what, and when and who.
func (d *writer) caption(n, w int) []draw.Span {
	e := d.s.Event()
	if n == 0 {
		return draw.AppendColumn(nil, d.th.Strong.Span(" "+d.th.Fit(e.Title, w-2)))
	}
	when := " " + e.Date.String()
	who := list.People(d.s.Index().Timeline(), e, w-draw.Cells(when)-3)
	return draw.AppendColumn([]draw.Span{draw.Plain(when), draw.Plain("  ")}, d.th.Actor.Span(who))
}

// line writes row n: a heading, or a name with its marks.
func (d *writer) line(n int) []draw.Span {
	r := &d.l.rows[n]
	heading := r.heading
	if n == d.l.top && d.l.titled() {
		heading = "OTHERS"
		if r.side != timeline.NoActor {
			heading = headingOf(d.s.Index().Timeline(), r.side)
		}
	}
	if heading != "" {
		text := " " + d.th.Fit(heading, d.l.widths.all+d.room-2) + " "
		d.pad(text, d.l.widths.all, d.th.Strong)
		d.through(n, max(0, draw.Cells(text)-d.l.widths.all), d.room)
		return d.row.Spans()
	}
	d.lane(n, r)
	return d.row.Spans()
}

// has reports whether a lane has anything in the columns in sight.
func (l *Lanes) has(s *session.Session, r *row) bool {
	c := &l.cols
	if c.toScale {
		return r.first < c.cuts[c.n] && r.last >= c.cuts[0]
	}
	return r.from < l.left+c.inSight(s, l.left) && r.to >= l.left
}

// pad writes a text and blanks up to w cells.
func (d *writer) pad(text string, w int, st draw.Style) {
	d.row.AddColumn(text, st)
	d.row.Add(draw.Spaces(max(0, w-draw.Cells(text))), "")
}

// lane writes the name of an actor, the number of its events, and its marks.
func (d *writer) lane(n int, r *row) {
	th, widths, t := d.th, d.l.widths, d.s.Index().Timeline()
	name := draw.Clip(r.name(t), widths.name, th.Glyphs.More)
	margin, st, count := " ", draw.Style(""), th.Faint
	if t.Actor(r.actor).Kind == timeline.Person {
		st = th.Actor
	}
	if !d.l.has(d.s, r) {
		st = th.Faint
	}
	current := r.actor == d.l.actor
	if current {
		margin, st = th.Glyphs.Cursor, th.Row(true, d.focused)
		count = st
	}
	d.row.Add(margin, st)
	d.row.AddColumn(name, st)
	d.row.Add(draw.Spaces(widths.name-draw.Cells(name)), st)
	if widths.count > 0 {
		number := draw.Number(r.events)
		d.row.Add(draw.Spaces(widths.count-draw.Cells(number))+number, count)
	}
	d.row.Add(" ", st)
	d.row.Add(" ", "")
	d.marks(n, r, current)
}

// title writes the selected event under its column, beside which other meetings go on.
func (d *writer) title() []draw.Span {
	l, th, at := d.l, d.th, d.l.label
	row := int32(at.after)
	text := sanitize.Line(title(d.s))
	d.row.Add(draw.Spaces(l.widths.all), "")
	corner, other := th.Glyphs.Corner, th.Glyphs.CornerLeft
	if at.on {
		corner, other = th.Glyphs.HeavyVertical, th.Glyphs.HeavyVertical
	}
	if at.left {
		text = th.Fit(text, at.cell-1)
		from := at.cell - 1 - draw.Cells(text)
		d.between(row, max(0, from-1))
		d.row.Add(draw.Spaces(min(1, from)), th.Strong)
		d.row.AddColumn(text, th.Strong)
		d.row.Add(" "+other, th.Strong)
		return d.row.Spans()
	}
	d.between(row, at.cell)
	d.row.Add(corner+" ", th.Strong)
	d.row.AddColumn(th.Fit(text, d.room-at.cell-2), th.Strong)
	return d.row.Spans()
}

// between writes the lines of meetings between row n and the next, in so many cells.
func (d *writer) between(n int32, cells int) {
	d.each(0, cells, func(tied span) bool { return tied.from <= n && n < tied.to })
}

// through writes the lines of meetings that go through a row without marks, from one cell up to another.
func (d *writer) through(n, from, to int) {
	d.each(from, to, func(tied span) bool { return tied.crosses(n) })
}

// each writes, from one cell up to another, a line in the columns in which there is one.
func (d *writer) each(from, to int, line func(tied span) bool) {
	c, used := &d.l.cols, from
	first := d.l.left
	if c.toScale {
		first = 0
	}
	for k := range c.inSight(d.s, d.l.left) {
		at := c.cell(first+k, d.l.left)
		if at >= to {
			break
		}
		tied, here := d.l.spanAt(first+k, d.selected)
		if at < used || !line(tied) {
			continue
		}
		d.row.Add(draw.Spaces(at-used), "")
		if here {
			d.row.Add(d.th.Glyphs.HeavyVertical, d.th.Strong)
		} else {
			d.row.Add(d.th.Glyphs.Vertical, d.th.Faint)
		}
		used = at + 1
	}
	d.row.Add(draw.Spaces(max(0, to-used)), "")
}

// marks draws the cells of a lane. A line leads from its first event to its last, and others down through meetings.
func (d *writer) marks(n int, r *row, current bool) {
	l, c, used := d.l, &d.l.cols, 0
	for k := range c.inSight(d.s, l.left) {
		if c.toScale {
			column := c.axis.Columns[k]
			d.silence(column.At-used, r.first < c.cuts[k] && r.last >= c.cuts[k])
			used = column.At + column.Cells
			inside := r.first < c.cuts[k+1] && r.last >= c.cuts[k+1]
			mark, st := d.counted(r, k)
			d.column(n, k, mark, st, inside, current)
			d.fill(column.Cells-max(1, utf8.RuneCountInString(mark)), inside, false)
			continue
		}
		at := l.left + k
		inside := r.from <= at && at < r.to
		mark, st := d.event(r, d.s.At(at))
		d.column(n, at, mark, st, inside, current)
		d.fill(min(c.w, c.fitted.room-k*c.w)-1, inside, c.folds(d.s, at+1))
	}
}

// fill draws the line of a lane between two columns.
func (d *writer) fill(cells int, inside, folded bool) {
	line := " "
	switch {
	case inside && folded:
		line = d.th.Glyphs.Broken
	case inside:
		line = d.th.Glyphs.Horizontal
	}
	d.row.Add(strings.Repeat(line, max(0, cells)), d.th.Faint)
}

// silence draws n cells of a fold, in which the line of the lane goes on or not.
func (d *writer) silence(n int, inside bool) { d.fill(n, inside, true) }

// column draws what row n has in a column: a mark, which is "" for none, the line of a meeting, or that of the lane.
func (d *writer) column(n, column int, mark string, st draw.Style, inside, current bool) {
	g := &d.th.Glyphs
	tied, here := d.l.spanAt(column, d.selected)
	crossed := tied.crosses(n)
	switch {
	case mark == "" && here && crossed && inside:
		mark, st = g.HeavyCross, d.th.Strong
	case mark == "" && here && crossed:
		mark, st = g.HeavyVertical, d.th.Strong
	case mark == "" && crossed && inside:
		mark, st = g.Cross, d.th.Faint
	case mark == "" && crossed:
		mark, st = g.Vertical, d.th.Faint
	case mark == "" && inside:
		mark, st = g.Horizontal, d.th.Faint
	case mark == "":
		mark = " "
	case here:
		st += d.th.Strong
	}
	if here && current {
		st = d.th.Row(true, d.focused)
	}
	d.row.Add(mark, st)
}

// counted returns what a lane has in a column of the axis, "" for nothing.
func (d *writer) counted(r *row, column int) (mark string, st draw.Style) {
	c := &d.l.cols
	n := r.counts[column]
	switch {
	case n == 0:
		return "", ""
	case c.digits:
		return strconv.Itoa(n), d.th.Families[r.families[column]]
	}
	return d.th.Level(n, c.most), d.th.Families[r.families[column]]
}

// event returns what a lane has of event i, "" for nothing.
func (d *writer) event(r *row, i int) (mark string, st draw.Style) {
	takes, listed := r.takes(d.s, i)
	if !takes {
		return "", ""
	}
	t := d.s.Index().Timeline()
	eventType := t.EventType(i)
	f := t.Family(eventType)
	if st = d.th.Families[f]; d.s.Dimmed(i) {
		st = d.th.Aside
	}
	if !listed {
		return d.th.Glyphs.Through, st
	}
	return d.th.TypeGlyph(eventType, t.TypeGlyph(eventType), f), st
}
