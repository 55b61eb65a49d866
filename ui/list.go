package ui

import (
	"fmt"
	"strings"

	"dateline/timeline"
)

// A list is the timeline pane: the shown events in order of time, under a heading for each month, with the elapsed time
// between events that lie far apart. Only what is visible is looked at, so its cost does not grow with the record.
type list struct {
	shown  timeline.Selection
	top    int // place in shown of the first event drawn
	cursor int // place in shown of the selected event
	page   int // events that the last drawing showed
}

// longGap is the number of days from which the time between neighbours is written.
const longGap = 10

// move puts the cursor on place n, or as near as there is.
func (l *list) move(n int) {
	l.cursor = max(0, min(n, l.shown.Len()-1))
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

// rowsBefore is how many rows, 0 or 1, stand between the event at place n > 0 and the one before.
func (l *list) rowsBefore(t *timeline.Timeline, n int) int {
	a, b := t.Date(l.shown.At(n-1)), t.Date(l.shown.At(n))
	if !sameMonth(a, b) || gapDays(a, b) >= longGap {
		return 1
	}
	return 0
}

// draw gives at most h rows of w cells.
func (l *list) draw(m *model, w, h int) []string {
	t := m.index.Timeline()
	rows := make([]string, 0, h)
	var b strings.Builder
	emit := func(spans []span, row style) {
		b.Reset()
		m.theme.draw(&b, spans, w, row, true)
		rows = append(rows, b.String())
	}
	n := l.top
	for ; n < l.shown.Len() && len(rows) < h; n++ {
		d := t.Date(l.shown.At(n))
		switch {
		case n == l.top && h > 1:
			emit(m.monthRow(d, timeline.Date{}, w), "")
		case n > l.top && l.rowsBefore(t, n) == 1:
			before := t.Date(l.shown.At(n - 1))
			if sameMonth(before, d) {
				emit([]span{{spaces(2) + m.theme.glyphs.gap + " " + elapsed(gapDays(before, d)), m.theme.faint}}, "")
			} else {
				emit(m.monthRow(d, before, w), "")
			}
		}
		if len(rows) == h {
			break
		}
		row := m.eventRow(l.shown.At(n), w)
		if n == l.cursor {
			row[0].text = m.theme.glyphs.cursor + row[0].text[1:] // told without colour too
		}
		emit(row, m.rowStyle(n == l.cursor))
	}
	l.page = max(1, n-l.top)
	return rows
}

// rowStyle is the style of a whole row of the list.
func (m *model) rowStyle(selected bool) style {
	switch {
	case !selected:
		return ""
	case m.mode == inDetail:
		return m.theme.resting
	}
	return m.theme.selected
}

// monthRow heads the events of a month; where a long time lies between it and the event before, it says so.
func (m *model) monthRow(d, before timeline.Date, w int) []span {
	name := " " + monthName(d) + " "
	spans := []span{{name, m.theme.strong}}
	right := ""
	if days := gapDays(before, d); days >= longGap {
		right = " " + m.theme.glyphs.gap + " " + elapsed(days) + " "
	}
	if line := w - cells(name) - cells(right); line > 0 {
		spans = append(spans, span{strings.Repeat(m.theme.glyphs.horizontal, line), m.theme.faint})
	}
	return append(spans, span{right, m.theme.faint})
}

// Widths of the columns of an event's row, in cells, and the widths from which a column is there at all.
const (
	dateColumn  = 9
	typeColumn  = 10
	typeFrom    = 64
	peopleShare = 3 // people get at most one part in three of the row
)

// eventRow is an event's row: date, type, title, and the people where there is room for them.
func (m *model) eventRow(i, w int) []span {
	th, e := m.theme, m.index.Timeline().Event(i)
	base, faint, who := style(""), th.faint, th.actor
	if m.dimmed(i) {
		base, who = th.faint, th.faint
	}
	date := e.Date.Short()
	dateStyle := base
	if e.Date.Precision() < timeline.ToDay || e.Date.IsInterval() || e.Date.Approximate() || e.Date.Uncertain() {
		dateStyle = faint
	}
	spans := []span{{" " + date + spaces(dateColumn-cells(date)) + " ", dateStyle}, {th.typeGlyph(e.Type) + " ", base}}
	if w >= typeFrom {
		word := cut(timeline.Visible(e.Type), typeColumn-1, th.glyphs.more)
		spans = append(spans, span{word + spaces(typeColumn-cells(word)), faint})
	}
	room := w - spanCells(spans) - 1
	title := timeline.Visible(e.Title)
	if e.Status == "disputed" || e.Status == "planned" {
		title += " (" + e.Status + ")"
	}
	title = cut(title, room, th.glyphs.more)
	spans = append(spans, lit(title, m.words, base, th.match)...)
	if names := m.people(e, min(room-cells(title)-2, w/peopleShare)); names != "" {
		spans = append(spans, span{spaces(room - cells(title) - cells(names)), ""}, span{names, who})
	}
	return spans
}

// people are the names of an event's actors, as many as fit w cells.
func (m *model) people(e *timeline.Event, w int) string {
	names := ""
	for n, p := range e.Actors {
		one := shortName(m.index.Timeline().Actor(p.Actor))
		if n > 0 {
			one = ", " + one
		}
		if cells(names)+cells(one) > w {
			break
		}
		names += one
	}
	return names
}

// shortName is what a person is called in a row: the last word of the name. Others keep theirs, and so do those who are
// named by what they are ("Governor of Belgorod").
func shortName(a *timeline.Actor) string {
	name := timeline.Visible(a.Name)
	if a.Kind == timeline.Person && !strings.Contains(name, " of ") {
		if i := strings.LastIndexByte(name, ' '); i >= 0 && i < len(name)-1 {
			return name[i+1:]
		}
	}
	return name
}

// monthName is the heading of the month in which d begins.
func monthName(d timeline.Date) string {
	if d.IsZero() {
		return "Undated"
	}
	if d.Earliest() == timeline.Beginning {
		return "Before"
	}
	year, month, _ := d.Earliest().Civil()
	if year < 1 {
		return fmt.Sprintf("%s %d BC", monthNames[month-1], 1-year)
	}
	return fmt.Sprintf("%s %d", monthNames[month-1], year)
}

var monthNames = [12]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// sameMonth says whether a and b stand under one heading.
func sameMonth(a, b timeline.Date) bool {
	if a.IsZero() || b.IsZero() || a.Earliest() == timeline.Beginning || b.Earliest() == timeline.Beginning {
		return a.IsZero() == b.IsZero() && a.Earliest() == b.Earliest()
	}
	ay, am, _ := a.Earliest().Civil()
	by, bm, _ := b.Earliest().Civil()
	return ay == by && am == bm
}

// gapDays is the number of days from one date to the next in which nothing happened; 0 where that cannot be said.
func gapDays(a, b timeline.Date) int {
	if a.IsZero() || b.IsZero() || b.Earliest() == timeline.Beginning {
		return 0
	}
	last := a.Latest()
	if last == timeline.Forever { // what goes on is counted from its start
		last = a.Earliest()
	}
	return max(0, int(b.Earliest())-int(last))
}

// elapsed is a number of days in words, in the unit that a reader thinks in.
func elapsed(days int) string {
	switch {
	case days == 1:
		return "1 day"
	case days < 60:
		return fmt.Sprintf("%d days", days)
	case days < 730:
		return fmt.Sprintf("%d months", (days*2+30)/61)
	}
	return fmt.Sprintf("%d years", (days*4+730)/1461)
}
