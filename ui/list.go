package ui

import (
	"image"
	"strings"

	"dateline/ui/draw"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/sanitize"
)

// A list is the timeline pane: the shown events in order of time, under a heading for each month, with the elapsed time
// between events that lie far apart and the place of today. Only what is visible is looked at, so its cost does not grow
// with the record.
type list struct {
	today calendar.Day // as of the last arranging
}

// arrange brings the cursor into h rows, with a little of its surroundings where there is room.
func (l *list) arrange(s *session, h int) {
	l.today = s.today()
	n := s.shown().Len()
	if n == 0 || h <= 0 {
		s.top = 0
		return
	}
	margin := min(2, h/6)
	s.top = max(0, min(s.top, s.cursor-margin))
	for last := min(s.cursor+margin, n-1); ; last-- {
		if first := l.firstFor(s, last, h); first <= s.cursor {
			s.top = max(s.top, first)
			break
		}
	}
	s.top = min(s.top, l.firstFor(s, n-1, h)) // no empty rows below the last event
	s.top = min(s.top, s.cursor)
}

// firstFor is the smallest top with which the event at place last is still within h rows.
func (l *list) firstFor(s *session, last, h int) int {
	first := last
	for rows := 2; first > 0; first-- { // the heading on the first row, and the event
		if rows += 1 + l.rowsBefore(s, first); rows > h {
			break
		}
	}
	return first
}

// rowsBefore is how many rows stand between the event at place n > 0 and the one above it.
func (l *list) rowsBefore(s *session, n int) int {
	rows, t := 0, s.index.Timeline()
	above, below := t.Date(s.order.at(n-1)), t.Date(s.order.at(n))
	if heads(above, below) {
		rows++
	}
	if todayBetween(l.today, above, below) {
		rows++
	}
	return rows
}

// heads says whether a row above an event tells of its month, or of the time since the event before.
func heads(above, below edtf.Date) bool {
	return !sameMonth(above, below) || gapDays(above, below) >= longGap
}

// todayBetween says whether today lies between two neighbours, of which the earlier may be of today.
func todayBetween(today calendar.Day, above, below edtf.Date) bool {
	return !above.IsZero() && !below.IsZero() && above.Earliest() > today != (below.Earliest() > today)
}

// window says how many of the events are in sight in h rows.
func (l *list) window(s *session, h int) {
	n, rows := s.top, 1
	if h > 1 {
		rows++ // the heading on the first row
	}
	for ; n < s.shown().Len() && rows <= h; n++ {
		if n+1 < s.shown().Len() {
			rows += 1 + l.rowsBefore(s, n+1)
		}
	}
	s.inSight = max(1, n-s.top)
}

// eventAt is the place in the list of the event in a row of h rows.
func (l *list) eventAt(s *session, row, h int) (n int, ok bool) {
	at := 0
	if h > 1 {
		at++
	}
	for n = s.top; n < s.shown().Len() && at < h; n++ {
		if at == row {
			return n, true
		}
		if at++; n+1 < s.shown().Len() {
			at += l.rowsBefore(s, n+1)
		}
	}
	return 0, false
}

// draw gives at most h rows of w cells.
func (l list) draw(s *session, th *draw.Theme, size image.Point, focused bool) []string {
	t, rows := s.index.Timeline(), th.Padded(size.X, size.Y)
	write := listWriter{s, th, l.today, size.X}
	var row []draw.Span // for the next event to use again
	for n := s.top; n < s.shown().Len(); n++ {
		i := s.order.at(n)
		if n > s.top {
			for _, spans := range write.between(t.Date(s.order.at(n-1)), t.Date(i)) {
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
		if n == s.cursor {
			row[0].Text = th.Glyphs.Cursor + row[0].Text[1:] // told without colour too
		} else {
			shown = write.margin(t.ID(i), row)
		}
		rows.Add(rowStyle(th, n == s.cursor, focused), shown...)
	}
	return rows.Strings()
}

// A listWriter writes the rows of a list.
type listWriter struct {
	s     *session
	th    *draw.Theme
	today calendar.Day
	w     int
}

// between are the rows between two neighbours.
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

// rowStyle is the style of a whole row of the list.
func rowStyle(th *draw.Theme, selected, focused bool) draw.Style {
	switch {
	case !selected:
		return ""
	case !focused:
		return th.Resting
	}
	return th.Selected
}

// Widths of the columns of an event's row, in cells, and the widths from which a column is there at all.
const (
	dateColumn  = 9
	typeColumn  = 10
	typeFrom    = 64
	peopleShare = 3 // people get at most one part in three of the row
)

// event appends an event's row to spans: date, type, title, and the people where there is room for them.
func (l listWriter) event(spans []draw.Span, i int) []draw.Span {
	s, th, w, e := l.s, l.th, l.w, l.s.index.Timeline().Event(i)
	base, faint, who := draw.Style(""), th.Faint, th.Actor
	words := s.words
	if s.dimmed(i) {
		base, who, words = th.Faint, th.Faint, nil
	}
	date := e.Date.Short()
	dateStyle := base
	if e.Date.Precision() < edtf.ToDay || e.Date.IsInterval() || e.Date.Approximate() || e.Date.Uncertain() {
		dateStyle = faint
	}
	spans = append(spans, base.Span(" "), dateStyle.Span(date), l.mark(e.ID, dateColumn+1-draw.Cells(date)),
		base.Span(th.TypeGlyph(e.Type)), base.Span(" "))
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
	if names := people(s.index.Timeline(), e, min(room-used-2, w/peopleShare)); names != "" {
		spans = append(spans, base.Span(draw.Spaces(room-used-draw.Cells(names))))
		spans = draw.AppendColumn(spans, who.Span(names))
	}
	return spans
}

// mark fills the w cells behind a date, with the mark of a marked event, which stands apart from the type if it can.
func (l listWriter) mark(id string, w int) draw.Span {
	if !l.s.marked[id] {
		return draw.Plain(draw.Spaces(w))
	}
	return l.th.Strong.Span(draw.Spaces(w-2) + l.th.Glyphs.Mark + draw.Spaces(min(w-1, 1)))
}

// people are the names of an event's actors, as many as fit w cells.
func people(t *timeline.Timeline, e *timeline.Event, w int) string {
	var names strings.Builder
	for n, p := range e.Actors {
		one := shortName(t.Actor(p.Actor))
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

// longName is how many cells of a name are looked at for a row.
const longName = 100

// shortName is what a person is called in a row: the last word of the name. Others keep theirs, and so do those who are
// named by what they are ("Governor of Belgorod").
func shortName(a *timeline.Actor) string {
	name := sanitize.Line(draw.Enough(a.Name, longName))
	if a.Kind == timeline.Person && !strings.Contains(name, " of ") {
		if i := strings.LastIndexByte(name, ' '); i >= 0 && i < len(name)-1 {
			return name[i+1:]
		}
	}
	return name
}

// margin puts the mark of a new or changed event before its row.
func (l listWriter) margin(id string, row []draw.Span) []draw.Span {
	mark, st := "", l.th.Strong
	switch l.s.reload.marks[id] {
	case isNew:
		mark, st = "+", l.th.Good+l.th.Strong
	case isChanged:
		mark = "*"
	default:
		return row
	}
	row[0].Text = row[0].Text[1:]
	return append([]draw.Span{st.Span(mark)}, row...)
}
