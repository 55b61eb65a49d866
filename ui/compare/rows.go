package compare

import (
	"image"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/compare"
	"dateline/timeline/edtf"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// A row is a row of the page.
type row struct {
	place int // of its event, −1 where it tells of time
	spans []draw.Span
}

// Widths in cells.
const (
	mirroredFrom = 61 // from here on each of the two has a side
	dateCells    = 6
	// axisCells are in the middle: a glyph and two blanks, the date, and the same again.
	axisCells = dateCells + 2*4
	longGap   = 14 // days from which the time between two is told
)

// looks are what rows are laid out for.
type looks struct {
	th               *draw.Theme
	w                int
	head, body, foot int // rows
	side             int // cells of each; 0 where one is below the other
	most             int // lines of a title
}

// newLooks shares the rows and cells of a page out.
func newLooks(th *draw.Theme, p *Page, size image.Point) looks {
	l := looks{th: th, w: size.X, most: 1}
	if l.w >= mirroredFrom {
		l.side = (l.w - axisCells) / 2
	}
	switch {
	case size.Y >= 14:
		l.head = 4
		if l.side == 0 {
			l.head = 3
		}
	case size.Y >= 8:
		l.head = 3
	case size.Y >= 4:
		l.head = 1
	}
	if size.Y >= 18 && p.known {
		l.foot = 2
		if l.side == 0 {
			l.foot = 3
		}
	}
	l.body = max(0, size.Y-l.head-l.foot)
	switch {
	case l.body >= 16:
		l.most = 3
	case l.body >= 6:
		l.most = 2
	}
	return l
}

// block returns the rows of the event at a place, after those that tell of the time before it.
func (p *Page) block(place int) (rows []row, before int) {
	t := p.of.Timeline()
	d := t.Date(p.event(place))
	above, heads := edtf.Date{}, place == 0
	if place > 0 {
		above = t.Date(p.event(place - 1))
		if days := silence(above, d); days >= longGap {
			rows = append(rows, row{-1, p.look.centred(p.look.th.Faint.Span(
				p.look.th.Glyphs.Silence + " " + draw.Elapsed(days) + " " + p.look.th.Glyphs.Silence))})
		}
		heads = above.Heading() != d.Heading()
	}
	if heads {
		rows = append(rows, row{-1, p.heading(d)})
	}
	before = len(rows)
	for _, spans := range p.lines(place) {
		rows = append(rows, row{place, spans})
	}
	return rows, before
}

// silence returns for how many days nothing happened between neighbours.
func silence(above, below edtf.Date) int {
	if below.Earliest() < above.Earliest() {
		above, below = below, above
	}
	return max(0, int(above.SilenceTo(below)))
}

// height returns how many rows the block of a place has.
func (p *Page) height(place int) int {
	rows, _ := p.block(place)
	return len(rows)
}

// scroll brings the cursor into sight, and fills the page. It looks at no more blocks than there are rows.
func (p *Page) scroll() {
	n, h := p.c.Any.Len(), max(1, p.look.body)
	p.top = max(0, min(p.top, n-1))
	p.skip = max(0, min(p.skip, p.height(p.top)-1))
	switch {
	case p.at < p.top || p.at == p.top && p.skip > 0:
		p.top, p.skip = p.at, 0
	case p.at-p.top > h || !p.reaches(h):
		p.endAt(p.at, h)
	}
	if p.at == p.top {
		if rows, before := p.block(p.top); len(rows) > h {
			p.skip = min(before, len(rows)-h)
		}
	}
	left := h + p.skip
	for place := p.top; place < n && left > 0; place++ {
		left -= p.height(place)
	}
	if left > 0 { // there is room below the last
		p.endAt(n-1, h)
	}
}

// reaches reports whether the cursor's block is in sight in h rows.
func (p *Page) reaches(h int) bool {
	used := -p.skip
	for place := p.top; place <= p.at; place++ {
		if used += p.height(place); used > h {
			return false
		}
	}
	return true
}

// endAt scrolls so that the block of a place is the last in h rows.
func (p *Page) endAt(place, h int) {
	for left := h; ; place-- {
		left -= p.height(place)
		if p.top, p.skip = place, max(0, -left); left <= 0 || place == 0 {
			return
		}
	}
}

// lay lays out what is in sight.
func (p *Page) lay() {
	skip := p.skip
	for place := p.top; place < p.c.Any.Len() && len(p.rows) < p.look.body; place++ {
		rows, _ := p.block(place)
		p.rows = append(p.rows, rows[min(skip, len(rows)):]...)
		skip = 0
	}
	p.rows = p.rows[:min(len(p.rows), p.look.body)]
}

// heading heads the events that begin when d does, with a bar for those of each of the two in that month.
func (p *Page) heading(d edtf.Date) []draw.Span {
	l, th := &p.look, p.look.th
	name := d.Heading()
	var counts [2]int
	if d.KnowsMonth() {
		from := calendar.Months.Start(d.Earliest())
		counts = p.c.Between(from, calendar.Months.Next(from))
	}
	if l.side == 0 {
		row := []draw.Span{draw.Plain(draw.Spaces(edgeCells)), th.Strong.Span(name)}
		room := min(12, max(0, (l.w-draw.SpanCells(row)-2*edgeCells)/2))
		for n, mark := range [...]string{th.Glyphs.OnlyLeft, th.Glyphs.OnlyRight} {
			if bar := l.bar(p, counts[n], room); bar != "" {
				row = append(row, th.Actor.Span("  "+mark+" "+bar))
			}
		}
		return row
	}
	at := max(0, l.side+axisCells/2-draw.Cells(name)/2)
	end := min(at-1, l.side)
	bar := l.bar(p, counts[0], end-1)
	row := []draw.Span{
		draw.Plain(draw.Spaces(end - draw.Cells(bar))), th.Actor.Span(bar), draw.Plain(draw.Spaces(at - end)),
		th.Strong.Span(name),
	}
	begin := max(at+draw.Cells(name)+1, l.side+axisCells)
	row = append(row, draw.Plain(draw.Spaces(begin-at-draw.Cells(name))))
	return append(row, th.Actor.Span(l.bar(p, counts[1], l.w-begin-1)))
}

// bar returns n events as a bar of at most w cells: two for each while all months have room for that.
func (l *looks) bar(p *Page, n, w int) string {
	const each = 2 // cells
	if n == 0 || w <= 0 {
		return ""
	}
	cells := n * each
	if most := max(n, p.told[0].Busiest, p.told[1].Busiest); most*each > w {
		cells = max(1, n*w/most)
	}
	bars := l.th.Glyphs.Bars
	return strings.Repeat(bars[max(0, len(bars)-2)], cells)
}

// centred returns a row with a text about the axis.
func (l *looks) centred(text draw.Span) []draw.Span {
	at := (l.w - draw.Cells(text.Text)) / 2
	if l.side == 0 {
		at = edgeCells
	} else if l.side > 0 {
		at = l.side + axisCells/2 - draw.Cells(text.Text)/2
	}
	return []draw.Span{draw.Plain(draw.Spaces(at)), text}
}

// edgeCells are the marks at the edge where one is below the other, with a blank at each side.
const edgeCells = 4

// lines returns the lines of the event at a place.
func (p *Page) lines(place int) [][]draw.Span {
	i, l := p.event(place), &p.look
	t := p.of.Timeline()
	most := l.most
	if place == p.at { // which is read
		most = max(1, min(8, l.body-2))
	}
	kind := t.EventType(i)
	f := t.Family(kind)
	e := entry{
		l: l, date: t.Date(i).Short(), most: most, at: p.c.Place(i),
		glyph: l.th.Families[f].Span(l.th.TypeGlyph(kind, t.TypeGlyph(kind), f)),
		title: title(t, i, most*l.w),
	}
	if !p.of.HasTypes() {
		e.glyph = l.th.Faint.Span(l.th.Glyphs.Dot)
	}
	switch {
	case l.side == 0:
		return e.below()
	case e.at == compare.Both:
		return e.shared()
	case e.at == compare.Left:
		return e.left()
	}
	return e.right()
}

// title returns as much of the title of event i as may be shown.
func title(t *timeline.Timeline, i, cells int) string {
	return sanitize.Line(draw.Enough(t.EventTitle(i), cells))
}

// An entry is an event that is laid out.
type entry struct {
	l     *looks
	date  string
	glyph draw.Span
	title string
	at    compare.Place
	most  int // lines
}

// wrapped returns the title in at most as many lines as it may have, of w cells.
func (e *entry) wrapped(w int) []string {
	w = max(1, w)
	lines := draw.Wrap(e.title, w)
	if len(lines) > e.most {
		lines[e.most-1] = draw.Cut(strings.Join(lines[e.most-1:], " "), w, e.l.th.Glyphs.More)
		lines = lines[:e.most]
	}
	return lines
}

// day returns the date in its cells.
func (e *entry) day() string { return draw.Spaces(dateCells-draw.Cells(e.date)) + e.date }

// left writes an event of the left alone: its title ends at the axis.
func (e *entry) left() (rows [][]draw.Span) {
	for n, text := range e.wrapped(e.l.side - 1) {
		spans := []draw.Span{draw.Plain(draw.Spaces(e.l.side - draw.Cells(text)))}
		spans = draw.AppendColumn(spans, draw.Plain(text))
		if n == 0 {
			spans = append(spans, draw.Plain(" "), e.glyph, draw.Plain("  "), e.l.th.Faint.Span(e.day()))
		}
		rows = append(rows, spans)
	}
	return rows
}

// right writes an event of the right alone: its title begins at the axis.
func (e *entry) right() (rows [][]draw.Span) {
	for n, text := range e.wrapped(e.l.w - e.l.side - axisCells - 1) {
		if n > 0 {
			before := []draw.Span{draw.Plain(draw.Spaces(e.l.side + axisCells))}
			rows = append(rows, draw.AppendColumn(before, draw.Plain(text)))
			continue
		}
		rows = append(rows, draw.AppendColumn([]draw.Span{
			draw.Plain(draw.Spaces(e.l.side + 4)), e.l.th.Faint.Span(e.day()), draw.Plain("  "), e.glyph, draw.Plain(" "),
		}, draw.Plain(text)))
	}
	return rows
}

// shared writes an event of both across the axis.
func (e *entry) shared() (rows [][]draw.Span) {
	g := &e.l.th.Glyphs
	begin, end := g.OnlyLeft+strings.Repeat(g.Horizontal, 2), strings.Repeat(g.Horizontal, 2)+g.OnlyRight
	lead := draw.Cells(begin) + 1 + draw.Cells(e.date) + 2 + draw.Cells(e.glyph.Text) + 2
	room := e.l.w - lead - draw.Cells(end) - 1
	lines := e.wrapped(room)
	widest := 0
	for _, text := range lines {
		widest = max(widest, draw.Cells(text))
	}
	at := max(0, e.l.side+axisCells/2-(lead+widest+1+draw.Cells(end))/2)
	at = min(at, e.l.w-lead-widest-1-draw.Cells(end))
	for n, text := range lines {
		spans := []draw.Span{draw.Plain(draw.Spaces(at))}
		if n == 0 {
			spans = append(spans, e.l.th.Actor.Span(begin), e.l.th.Faint.Span(" "+e.date+"  "), e.glyph, draw.Plain("  "))
		} else {
			spans = append(spans, draw.Plain(draw.Spaces(lead)))
		}
		spans = draw.AppendColumn(spans, e.l.th.Strong.Span(text))
		if n == len(lines)-1 {
			spans = append(spans, draw.Plain(" "), e.l.th.Actor.Span(end))
		}
		rows = append(rows, spans)
	}
	return rows
}

// below writes an event where there is no room for two sides: a mark at the edge tells whose it is.
func (e *entry) below() (rows [][]draw.Span) {
	lead := edgeCells + dateCells + 2 + draw.Cells(e.glyph.Text)
	st := draw.Style("")
	if e.at == compare.Both {
		st = e.l.th.Strong
	}
	for n, text := range e.wrapped(e.l.w - lead) {
		if n > 0 {
			rows = append(rows, draw.AppendColumn([]draw.Span{draw.Plain(draw.Spaces(lead))}, st.Span(text)))
			continue
		}
		rows = append(rows, draw.AppendColumn([]draw.Span{
			draw.Plain(" "), e.l.th.Actor.Span(e.l.edge(e.at)), draw.Plain(" "), e.l.th.Faint.Span(e.day()), draw.Plain(" "),
			e.glyph, draw.Plain(" "),
		}, st.Span(text)))
	}
	return rows
}

// edge returns the mark at the edge that tells whose an event is.
func (l *looks) edge(at compare.Place) string {
	g := &l.th.Glyphs
	switch at {
	case compare.Left:
		return g.OnlyLeft + " "
	case compare.Right:
		return " " + g.OnlyRight
	}
	return g.OnlyLeft + g.OnlyRight
}
