package ui

import (
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// A list is the timeline pane: the shown events in order of time, under a heading for each month, with the elapsed time
// between events that lie far apart and the place of today. Only what is visible is looked at, so its cost does not grow
// with the record.
type list struct {
	order
	today  timeline.Day
	top    int   // place of the first event drawn
	cursor int   // place of the selected event
	page   int   // events that are seen
	drawn  []int // the place of the event in each row; −1 for others
}

// move puts the cursor on place n, or as near as there is.
func (l *list) move(n int) {
	l.cursor = max(0, min(n, l.shown.Len()-1))
	l.top = min(l.top, l.cursor) // also while the screen has no height and nothing is drawn
}

// scroll brings the cursor into h rows, with a little of its surroundings where there is room.
func (l *list) scroll(t *timeline.Timeline, h int) {
	n := l.shown.Len()
	if n == 0 || h <= 0 {
		l.top = 0
		return
	}
	margin := min(2, h/6)
	l.top = max(0, min(l.top, l.cursor-margin))
	for last := min(l.cursor+margin, n-1); ; last-- {
		if first := l.firstFor(t, last, h); first <= l.cursor {
			l.top = max(l.top, first)
			break
		}
	}
	l.top = min(l.top, l.firstFor(t, n-1, h)) // no empty rows below the last event
	l.top = min(l.top, l.cursor)
}

// firstFor is the smallest top with which the event at place last is still within h rows.
func (l *list) firstFor(t *timeline.Timeline, last, h int) int {
	first := last
	for rows := 2; first > 0; first-- { // the heading on the first row, and the event
		if rows += 1 + l.rowsBefore(t, first); rows > h {
			break
		}
	}
	return first
}

// rowsBefore is how many rows stand between the event at place n > 0 and the one above it.
func (l *list) rowsBefore(t *timeline.Timeline, n int) int {
	rows := 0
	above, below := t.Date(l.at(n-1)), t.Date(l.at(n))
	if heads(above, below) {
		rows++
	}
	if l.todayBetween(above, below) {
		rows++
	}
	return rows
}

// heads says whether a row above an event tells of its month, or of the time since the event before.
func heads(above, below timeline.Date) bool {
	return !sameMonth(above, below) || gapDays(above, below) >= longGap
}

// todayBetween says whether today lies between two neighbours, of which the earlier may be of today.
func (l *list) todayBetween(above, below timeline.Date) bool {
	return !above.IsZero() && !below.IsZero() && above.Earliest() > l.today != (below.Earliest() > l.today)
}

// arrange finds which event stands in each of h rows.
func (l *list) arrange(t *timeline.Timeline, h int) {
	l.drawn = l.drawn[:0]
	n := l.top
	for ; n < l.shown.Len() && len(l.drawn) < h; n++ {
		before := min(1, h-1) // the heading
		if n > l.top {
			before = l.rowsBefore(t, n)
		}
		for ; before > 0 && len(l.drawn) < h; before-- {
			l.drawn = append(l.drawn, -1)
		}
		if len(l.drawn) == h {
			break
		}
		l.drawn = append(l.drawn, n)
	}
	l.page = max(1, n-l.top)
}

// draw gives at most h rows of w cells.
func (l *list) draw(m *model, w, h int) []string {
	t := m.index.Timeline()
	rows := m.theme.Padded(w, h)
	spans := make([]draw.Span, 0, 16)
	for n := l.top; n < l.shown.Len(); n++ {
		i := l.at(n)
		if n > l.top {
			for _, spans := range m.rowsBetween(t.Date(l.at(n-1)), t.Date(i), w) {
				rows.Add("", spans...)
			}
		} else if h > 1 {
			rows.Add("", m.monthRow(t.Date(i), 0, w)...)
		}
		if rows.Full() {
			break
		}
		spans = m.eventRow(spans[:0], i, w)
		row := spans
		if n == l.cursor {
			row[0].Text = m.theme.Glyphs.Cursor + row[0].Text[1:] // told without colour too
		} else {
			row = m.margin(t.ID(i), row)
		}
		rows.Add(m.rowStyle(n == l.cursor), row...)
	}
	return rows.Strings()
}

// eventAt is the place in shown of the event in a row.
func (l *list) eventAt(row int) (n int, ok bool) {
	if row >= len(l.drawn) || l.drawn[row] < 0 || l.drawn[row] >= l.shown.Len() {
		return 0, false
	}
	return l.drawn[row], true
}

// rowsBetween are the rows between two neighbours.
func (m *model) rowsBetween(above, below timeline.Date, w int) [][]draw.Span {
	var rows [][]draw.Span
	if heads(above, below) {
		if days := gapDays(above, below); sameMonth(above, below) {
			rows = append(rows, m.gapRow(days, w))
		} else {
			rows = append(rows, m.monthRow(below, days, w))
		}
	}
	if m.list.todayBetween(above, below) {
		rows = append(rows, m.todayRow(w))
		if len(rows) == 2 && !sameMonth(timeline.Days.Date(m.list.today), below) {
			rows[0], rows[1] = rows[1], rows[0]
		}
	}
	return rows
}

// rowStyle is the style of a whole row of the list.
func (m *model) rowStyle(selected bool) draw.Style {
	switch {
	case !selected:
		return ""
	case m.mode == inDetail || m.mode == inChips:
		return m.theme.Resting
	}
	return m.theme.Selected
}

// Widths of the columns of an event's row, in cells, and the widths from which a column is there at all.
const (
	dateColumn  = 9
	typeColumn  = 10
	typeFrom    = 64
	peopleShare = 3 // people get at most one part in three of the row
)

// eventRow appends an event's row to spans: date, type, title, and the people where there is room for them.
func (m *model) eventRow(spans []draw.Span, i, w int) []draw.Span {
	th, e := m.theme, m.index.Timeline().Event(i)
	base, faint, who := draw.Style(""), th.Faint, th.Actor
	words := m.words
	if m.dimmed(i) {
		base, who, words = th.Faint, th.Faint, nil
	}
	date := e.Date.Short()
	dateStyle := base
	if e.Date.Precision() < timeline.ToDay || e.Date.IsInterval() || e.Date.Approximate() || e.Date.Uncertain() {
		dateStyle = faint
	}
	spans = append(spans, base.Span(" "), dateStyle.Span(date), m.markSpan(e.ID, dateColumn+1-draw.Cells(date)),
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
	if names := m.people(e, min(room-used-2, w/peopleShare)); names != "" {
		spans = append(spans, base.Span(draw.Spaces(room-used-draw.Cells(names))))
		spans = draw.AppendColumn(spans, who.Span(names))
	}
	return spans
}

// markSpan fills the w cells behind a date, with the mark of a marked event, which stands apart from the type if it can.
func (m *model) markSpan(id string, w int) draw.Span {
	if !m.marked[id] {
		return draw.Plain(draw.Spaces(w))
	}
	return m.theme.Strong.Span(draw.Spaces(w-2) + m.theme.Glyphs.Mark + draw.Spaces(min(w-1, 1)))
}

// people are the names of an event's actors, as many as fit w cells.
func (m *model) people(e *timeline.Event, w int) string {
	var names strings.Builder
	for n, p := range e.Actors {
		one := shortName(m.index.Timeline().Actor(p.Actor))
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
	name := timeline.Visible(draw.Enough(a.Name, longName))
	if a.Kind == timeline.Person && !strings.Contains(name, " of ") {
		if i := strings.LastIndexByte(name, ' '); i >= 0 && i < len(name)-1 {
			return name[i+1:]
		}
	}
	return name
}
