package list

import (
	"image"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A List is the timeline pane: the shown events in order of time, under a heading for each month, with the elapsed time
// between events that lie far apart and the place of today. Only what is visible is looked at, so its cost does not
// grow with the record.
type List struct {
	today   calendar.Day // as of the last arranging
	preface preface
}

// Arrange brings the cursor into the rows of the list, with a little of its surroundings where there is room. The
// preface is in sight at the first event, and scrolls away when others need its rows.
func (l *List) Arrange(s *session.Session, th *draw.Theme, size image.Point) {
	l.today = s.Today()
	h := size.Y
	l.preface.fold(s.Index().Timeline(), th, size.X, h)
	n := s.Shown().Len()
	if n == 0 || h <= 0 {
		s.ScrollTo(0)
		return
	}
	margin := min(2, h/6)
	top := max(0, min(s.Top(), s.Cursor()-margin))
	last := min(s.Cursor()+margin, n-1)
	for ; ; last-- {
		if first := l.firstFor(s, last, h); first <= s.Cursor() {
			top = max(top, first)
			break
		}
	}
	top = min(top, l.firstFor(s, n-1, h)) // no empty rows below the last event
	s.ScrollTo(min(top, s.Cursor()))
	switch {
	case s.Top() > 0:
		l.preface.hidden = len(l.preface.rows)
	case s.Cursor() < max(1, margin):
		l.preface.hidden = 0
	default:
		l.preface.arrange(l.rowsTo(s, last, h), l.rowsTo(s, n-1, h), h)
	}
}

// rowsTo returns how many rows the events up to place last take, from the first; where there are more than h, any
// number above h.
func (l *List) rowsTo(s *session.Session, last, h int) int {
	rows := 2 // the heading on the first row, and the event
	for n := 1; n <= last && rows <= h; n++ {
		rows += 1 + l.rowsBefore(s, n)
	}
	return rows
}

// above returns the rows of the preface that are in sight.
func (l *List) above(s *session.Session) [][]draw.Span {
	if s.Top() > 0 {
		return nil
	}
	return l.preface.shown()
}

// OnPreface reports whether a row of the list says something of the record, not of its events.
func (l *List) OnPreface(s *session.Session, row int) bool { return row >= 0 && row < len(l.above(s)) }

// firstFor returns the smallest top with which the event at place last is still within h rows.
func (l *List) firstFor(s *session.Session, last, h int) int {
	first := last
	for rows := 2; first > 0; first-- { // the heading on the first row, and the event
		if rows += 1 + l.rowsBefore(s, first); rows > h {
			break
		}
	}
	return first
}

// rowsBefore returns how many rows are between the event at place n > 0 and the one above it.
func (l *List) rowsBefore(s *session.Session, n int) int {
	rows, t := 0, s.Index().Timeline()
	above, below := t.Date(s.At(n-1)), t.Date(s.At(n))
	if heads(above, below) {
		rows++
	}
	if todayBetween(l.today, above, below) {
		rows++
	}
	return rows
}

// heads reports whether a row above an event tells of its month, or of the time since the event before.
func heads(above, below edtf.Date) bool {
	return !sameMonth(above, below) || gapDays(above, below) >= longGap
}

// todayBetween reports whether today lies between two neighbours, of which the earlier may be of today.
func todayBetween(today calendar.Day, above, below edtf.Date) bool {
	return !above.IsZero() && !below.IsZero() && above.Earliest() > today != (below.Earliest() > today)
}

// Window tells the session how many of the events are in sight in h rows.
func (l *List) Window(s *session.Session, h int) {
	n, rows := s.Top(), 1+len(l.above(s))
	if h > 1 {
		rows++ // the heading on the first row
	}
	for ; n < s.Shown().Len() && rows <= h; n++ {
		if n+1 < s.Shown().Len() {
			rows += 1 + l.rowsBefore(s, n+1)
		}
	}
	s.SetInSight(max(1, n-s.Top()))
}

// EventAt returns the place in the list of the event in a row of h rows.
func (l *List) EventAt(s *session.Session, row, h int) (n int, ok bool) {
	at := len(l.above(s))
	if h > 1 {
		at++
	}
	for n = s.Top(); n < s.Shown().Len() && at < h; n++ {
		if at == row {
			return n, true
		}
		if at++; n+1 < s.Shown().Len() {
			at += l.rowsBefore(s, n+1)
		}
	}
	return 0, false
}

// Draw returns at most h rows of w cells.
func (l List) Draw(s *session.Session, th *draw.Theme, size image.Point, focused bool) []string {
	t, rows := s.Index().Timeline(), th.Padded(size.X, size.Y)
	write := listWriter{s, th, l.today, size.X}
	for _, spans := range l.above(s) {
		rows.Add("", spans...)
	}
	var row []draw.Span // for the next event to use again
	for n := s.Top(); n < s.Shown().Len(); n++ {
		i := s.At(n)
		if n > s.Top() {
			for _, spans := range write.between(t.Date(s.At(n-1)), t.Date(i)) {
				rows.Add("", spans...)
			}
		} else if size.Y > 1 {
			rows.Add("", write.month(t.Date(i), 0)...)
		}
		if rows.Full() {
			break
		}
		row = write.event(row[:0], i)
		shown := row
		if n == s.Cursor() {
			row[0].Text = th.Glyphs.Cursor + row[0].Text[1:] // seen without colour too
		} else {
			shown = write.margin(t.ID(i), row)
		}
		rows.Add(th.Row(n == s.Cursor(), focused), shown...)
	}
	return rows.Strings()
}

// A listWriter writes the rows of a list.
type listWriter struct {
	s     *session.Session
	th    *draw.Theme
	today calendar.Day
	w     int
}

// between returns the rows between two neighbours.
func (l listWriter) between(above, below edtf.Date) [][]draw.Span {
	var rows [][]draw.Span
	if heads(above, below) {
		if days := gapDays(above, below); sameMonth(above, below) {
			rows = append(rows, l.gap(days))
		} else {
			rows = append(rows, l.month(below, days))
		}
	}
	if todayBetween(l.today, above, below) {
		rows = append(rows, l.todayRow())
		if len(rows) == 2 && !sameMonth(edtf.Of(calendar.Days, l.today), below) {
			rows[0], rows[1] = rows[1], rows[0]
		}
	}
	return rows
}

// event appends an event's row to spans: date, type, title, and the people where there is room for them.
func (l listWriter) event(spans []draw.Span, i int) []draw.Span {
	const ( // widths in cells of columns, and of a row from which on it has the one for types
		dateColumn, typeColumn = 9, 10
		typeFrom               = 64
		peopleShare            = 3 // People get at most one part in three of the row
	)
	s, th, w, t := l.s, l.th, l.w, l.s.Index().Timeline()
	e := t.Event(i)
	base, faint, who := draw.Style(""), th.Faint, th.Actor
	words := s.Words()
	if s.Dimmed(i) {
		base, who, words = th.Faint, th.Faint, nil
	}
	date := e.Date.Short()
	dateStyle := base
	if e.Date.Precision() < edtf.ToDay || e.Date.IsInterval() || e.Date.Approximate() || e.Date.Uncertain() {
		dateStyle = faint
	}
	spans = append(spans, base.Span(" "), dateStyle.Span(date), l.mark(e.ID, dateColumn+1-draw.Cells(date)),
		base.Span(th.TypeGlyph(e.Type, t.TypeGlyph(e.Type), t.Family(e.Type))), base.Span(" "))
	if w >= typeFrom {
		word := th.Fit(e.Type, typeColumn-1)
		spans = draw.AppendColumn(spans, faint.Span(word))
		spans = append(spans, base.Span(draw.Spaces(typeColumn-draw.Cells(word))))
	}
	room := w - draw.SpanCells(spans) - 1
	title := draw.Enough(e.Title, w)
	if e.Status == "disputed" || e.Status == "planned" {
		title += " (" + e.Status + ")"
	}
	title = th.Fit(title, room)
	used := draw.Cells(title)
	if len(words) == 0 {
		spans = draw.AppendColumn(spans, base.Span(title))
	} else {
		spans = draw.AppendColumn(spans, draw.Lit(title, words, base, th.Match)...)
	}
	if names := People(s.Index().Timeline(), e, min(room-used-2, w/peopleShare)); names != "" {
		spans = append(spans, base.Span(draw.Spaces(room-used-draw.Cells(names))))
		spans = draw.AppendColumn(spans, who.Span(names))
	}
	return spans
}

// mark fills the w cells after a date, with the mark of a marked event, which is apart from the type if it can be.
func (l listWriter) mark(id string, w int) draw.Span {
	if !l.s.IsMarked(id) {
		return draw.Plain(draw.Spaces(w))
	}
	return l.th.Strong.Span(draw.Spaces(w-2) + l.th.Glyphs.Mark + draw.Spaces(min(w-1, 1)))
}

// People returns the names of an event's actors, as many as fit w cells.
func People(t *timeline.Timeline, e *timeline.Event, w int) string {
	var names strings.Builder
	for n, p := range e.Actors {
		one := t.Actor(p.Actor).ShortName()
		if w -= draw.Cells(one); n > 0 {
			w -= len(", ")
		}
		if w < 0 {
			break
		}
		if n > 0 {
			names.WriteString(", ")
		} else {
			names.Grow(draw.Cells(one) + w)
		}
		names.WriteString(one)
	}
	return names.String()
}

// margin puts the mark of a new or changed event before its row.
func (l listWriter) margin(id string, row []draw.Span) []draw.Span {
	mark, st := "", l.th.Strong
	switch l.s.News(id) {
	case session.IsNew:
		mark, st = "+", l.th.Good+l.th.Strong
	case session.IsChanged:
		mark = "*"
	default:
		return row
	}
	row[0].Text = row[0].Text[1:]
	return append([]draw.Span{st.Span(mark)}, row...)
}
