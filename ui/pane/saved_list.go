package pane

import (
	"cmp"
	"fmt"
	"image"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/input"
	"dateline/ui/session"
)

// A SavedList is the overlay that lists the saved views and the marked events.
type SavedList struct {
	line   input.Line // the name under which a view is saved, or a note
	noting string     // id of the marked event to which a note is written; "" while a view is named
	rows   []savedRow
	none   string // what is said where there is no row
	cursor draw.Cursor
	waits  waits // for the record to be ready to be counted in
}

// A savedRow is one line of the list.
type savedRow struct {
	view  session.SavedView // where it is a view
	given bool              // whether the record gives that, and not the reader
	count int               // events that the view shows, −1 as long as that is not known
	id    string            // of the event, where it is a mark
	event int               // its number, −1 where the record has no such event
}

// Refresh lists the saved views by name, and the marked events in order of time.
func (l *SavedList) Refresh(s *session.Session) {
	l.rows = l.rows[:0]
	l.none = fmt.Sprintf("Nothing is kept yet. %s marks the selected event; %s, here, saves the filter under a name.",
		s.Key("mark"), s.Key("save"))
	l.waits.end()
	for n, v := range slices.Concat(s.Saved().Views, s.GivenViews()) {
		row := savedRow{view: v, given: n >= len(s.Saved().Views)}
		if q, err := query.Parse(v.Query); err == nil {
			row.count = l.countOf(s, q)
		}
		l.rows = append(l.rows, row)
	}
	for _, id := range s.Saved().Marks {
		i, ok := s.Index().Timeline().Find(id)
		if !ok {
			i = -1
		}
		l.rows = append(l.rows, savedRow{id: id, event: i})
	}
	slices.SortStableFunc(l.rows[len(s.Saved().Views)+len(s.GivenViews()):], func(a, b savedRow) int {
		return cmp.Compare(uint(a.event), uint(b.event))
	})
	l.Move(0)
}

// countOf returns how many events a query shows, or −1 and begins to wait where that takes longer than a key may.
func (l *SavedList) countOf(s *session.Session, q query.Query) int {
	if ready := s.Index().Unready(query.ByWords, q); ready != nil {
		l.waits.begin(ready)
		return -1
	}
	return s.Index().Select(q.On(s.Today())).Len()
}

// Move moves the cursor by n rows.
func (l *SavedList) Move(n int) { l.cursor.Move(n, len(l.rows)) }

// Arrange brings the cursor into sight. naming is whether a name is typed above the list.
func (l *SavedList) Arrange(th *draw.Theme, size image.Point, naming bool) {
	lines, at, room := l.lines(th, size.X), 0, size.Y
	if naming {
		room -= min(room, 2)
	} else {
		at = max(0, slices.IndexFunc(lines, func(one savedLine) bool { return one.row == l.cursor.At }))
	}
	in := draw.Cursor{At: at - 1, Top: l.cursor.Top} // with the row above it, which may be its heading
	in.Fill(len(lines), room)
	in.Window(room, 0)
	in.At = at
	in.Window(room, 0)
	l.cursor.Top = in.Top
}

// Draw returns at most h rows of w cells: the name while one is typed, the views, and the marks, each under a heading.
func (l SavedList) Draw(s *session.Session, th *draw.Theme, size image.Point, naming bool) []string {
	w := size.X
	rows := th.Rows(w, size.Y)
	if naming {
		label := " Name: "
		if l.noting != "" {
			label = " Note: "
		}
		name := append([]draw.Span{th.Strong.Span(label)}, l.line.Spans(th, max(w-9, 1), nil)...)
		if l.line.Text() == "" && l.noting == "" {
			name = append(name, th.Faint.Span("  Enter alone calls it "+s.Query().String()))
		}
		rows.Add("", name...)
		rows.Add("")
	}
	lines, column := l.lines(th, w), l.column(s, th, w-3)
	for _, one := range lines[l.cursor.Top:min(len(lines), l.cursor.Top+max(size.Y-rows.Len(), 0))] {
		switch {
		case one.row == noRow:
			rows.Add("", one.words)
		case one.row == l.cursor.At && !naming:
			spans := []draw.Span{draw.Plain(th.Glyphs.Cursor + " ")}
			rows.Add(th.Selected, append(spans, savedSpans(s, th, l.rows[one.row], column, w-3)...)...)
		default:
			rows.Add("", append([]draw.Span{draw.Plain("  ")}, savedSpans(s, th, l.rows[one.row], column, w-3)...)...)
		}
	}
	return rows.Strings()
}

// A savedLine is a line of the list: one of its rows, or else words between them.
type savedLine struct {
	row   int // noRow for words
	words draw.Span
}

const noRow = -1

// lines returns the rows with their headings, or what is said of an empty list.
func (l *SavedList) lines(th *draw.Theme, w int) []savedLine {
	var lines []savedLine
	for n, one := range l.rows {
		if n == 0 || one.heading() != l.rows[n-1].heading() {
			if n > 0 {
				lines = append(lines, savedLine{row: noRow})
			}
			lines = append(lines, savedLine{noRow, th.Faint.Span(" " + one.heading())})
		}
		lines = append(lines, savedLine{row: n})
	}
	if len(l.rows) == 0 {
		for _, words := range draw.Wrap(l.none, max(w-2, 1)) {
			lines = append(lines, savedLine{noRow, draw.Plain(" " + words)})
		}
	}
	return lines
}

// heading returns the words above the rows of this kind.
func (r savedRow) heading() string {
	switch {
	case r.id != "":
		return "MARKS"
	case r.given:
		return "VIEWS OF THE RECORD"
	}
	return "SAVED VIEWS"
}

// maxViewRow is how wide a view's row is at most, so that its count is near to it.
const maxViewRow = 72

// first returns what is in the first column of a row: the name of a view, the date of an event.
func (r savedRow) first(s *session.Session) string {
	switch {
	case r.id == "":
		return sanitize.Line(r.view.Name)
	case r.event < 0:
		return "not in this record"
	}
	return s.Index().Timeline().Date(r.event).String()
}

// column returns the width of the first column of rows of w cells: that of its widest text, within bounds.
func (l *SavedList) column(s *session.Session, th *draw.Theme, w int) int {
	const widest = 24
	n := 1
	for _, one := range l.rows {
		n = max(n, draw.Cells(th.Fit(one.first(s), widest)))
	}
	return min(n, max(w/2, 1))
}

// savedSpans draws a view with its query and count, or an event with its date in a column, in w cells.
func savedSpans(s *session.Session, th *draw.Theme, r savedRow, column, w int) []draw.Span {
	t, first := s.Index().Timeline(), th.Fit(r.first(s), column)
	if r.id == "" {
		count, name := draw.Number(r.count), first
		if r.count < 0 {
			count = th.Glyphs.More
		}
		room := max(0, min(w, maxViewRow)-column-2-draw.Cells(count)-2)
		query := th.Fit(sanitize.Line(r.view.Query), room)
		return []draw.Span{
			th.Strong.Span(name), draw.Plain(draw.Spaces(column - draw.Cells(name) + 2)),
			th.Faint.Span(query), th.Faint.Span(draw.Spaces(room-draw.Cells(query)+2) + count),
		}
	}
	title, st := r.id, th.Faint
	if r.event >= 0 {
		title, st = t.EventTitle(r.event), ""
	}
	room, note := w-column-2, sanitize.Line(s.Saved().Notes[r.id])
	spans := []draw.Span{th.Faint.Span(first + draw.Spaces(column-draw.Cells(first)+2))}
	if note == "" {
		return append(spans, st.Span(th.Fit(title, room)))
	}
	title = th.Fit(title, max(room/2, room-draw.Cells(note)-2)) // the reader's own words come before the writer's
	return append(spans, st.Span(title), th.Strong.Span("  "+th.Fit(note, max(0, room-draw.Cells(title)-2))))
}

// Drop forgets the view, or takes the mark off the event, under the cursor.
func (l *SavedList) Drop(s *session.Session) (work func() any) {
	row := l.rows[l.cursor.At]
	switch {
	case row.given:
		s.SetNotice("that view is the record's, and stays")
		return nil
	case row.id == "":
		return s.ForgetView(row.view.Name)
	}
	return s.Unmark(row.id)
}

// Save saves the filter under the name that was typed, or else under its own text; or the note that was written.
func (l *SavedList) Save(s *session.Session) (work func() any) {
	if l.noting != "" {
		return s.Annotate(l.noting, strings.TrimSpace(l.line.Text()))
	}
	name := session.ViewName(cmp.Or(strings.TrimSpace(l.line.Text()), s.Query().String()))
	work = s.SaveView(name)
	if at := slices.IndexFunc(s.Saved().Views, func(v session.SavedView) bool { return v.Name == name }); at >= 0 {
		l.cursor.At = at
	}
	return work
}

// Click puts the cursor on the view or mark in a row of the list of w cells, and reports whether it was there already.
func (l *SavedList) Click(th *draw.Theme, row, w int) (again bool) {
	lines := l.lines(th, w)
	if n := l.cursor.Top + row; n < len(lines) && lines[n].row != noRow {
		again = l.cursor.At == lines[n].row
		l.cursor.At = lines[n].row
	}
	return again
}

// Empty reports whether nothing is listed.
func (l *SavedList) Empty() bool { return len(l.rows) == 0 }

// Follow shows the view, or goes to the event, under the cursor. It reports false where the record has no such event.
func (l *SavedList) Follow(s *session.Session) bool {
	row := l.rows[l.cursor.At]
	switch {
	case row.id == "":
		s.ShowView(row.view)
	case row.event < 0:
		return false
	default:
		s.GoTo(row.id)
	}
	return true
}

// BeginName begins to ask for a name under which the filter is saved.
func (l *SavedList) BeginName() {
	l.noting = ""
	l.line.Open("")
}

// OnMark reports whether the cursor is on a mark.
func (l *SavedList) OnMark() bool { return !l.Empty() && l.rows[l.cursor.At].id != "" }

// BeginNote begins to ask for a line that the mark under the cursor carries.
func (l *SavedList) BeginNote(s *session.Session) {
	l.noting = l.rows[l.cursor.At].id
	l.line.Open(s.Saved().Notes[l.noting])
}

// Type hands a key to the line for the name or the note.
func (l *SavedList) Type(k tea.KeyMsg) input.Typed { return l.line.Update(k) }
