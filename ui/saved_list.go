package ui

import (
	"cmp"
	"image"
	"slices"
	"strings"

	"dateline/ui/draw"

	"dateline/timeline/query"
)

// A keptList is the overlay that lists the saved views and the marked events.
type keptList struct {
	name input // under which a view is saved
	rows []keptRow
	draw.Cursor
}

// A keptRow is one line of the list.
type keptRow struct {
	view  SavedView // where it is a view
	count int       // events that the view shows
	id    string    // of the event, where it is a mark
	event int       // its number, −1 where the record has no such event
}

// refresh lists the saved views by name, and the marked events in order of time.
func (l *keptList) refresh(s *session) {
	l.rows = l.rows[:0]
	for _, v := range s.kept.Views {
		row := keptRow{view: v}
		if q, err := query.Parse(v.Query); err == nil {
			row.count = s.index.Select(q).Len()
		}
		l.rows = append(l.rows, row)
	}
	for _, id := range s.kept.Marks {
		i, ok := s.index.Timeline().Find(id)
		if !ok {
			i = -1
		}
		l.rows = append(l.rows, keptRow{id: id, event: i})
	}
	slices.SortStableFunc(l.rows[len(s.kept.Views):], func(a, b keptRow) int { return cmp.Compare(uint(a.event), uint(b.event)) })
	l.move(0)
}

// move moves the cursor by n rows.
func (l *keptList) move(n int) { l.Move(n, len(l.rows)) }

// arrange brings the cursor into sight. naming is whether a name is typed above the list.
func (l *keptList) arrange(th *draw.Theme, size image.Point, naming bool) {
	lines, at, room := l.lines(th, size.X), 0, size.Y
	if naming {
		room -= min(room, 2)
	} else {
		at = max(0, slices.IndexFunc(lines, func(one keptLine) bool { return one.row == l.At }))
	}
	in := draw.Cursor{At: at - 1, Top: l.Top} // with the row above it, which may be its heading
	in.Fill(len(lines), room)
	in.Window(room, 0)
	in.At = at
	in.Window(room, 0)
	l.Top = in.Top
}

// draw gives at most h rows of w cells: the name while one is typed, the views, and the marks, each under a heading.
func (l keptList) draw(s *session, th *draw.Theme, size image.Point, naming bool) []string {
	w := size.X
	rows := th.Rows(w, size.Y)
	if naming {
		name := append([]draw.Span{th.Strong.Span(" Name: ")}, l.name.spans(th, max(w-9, 1), nil)...)
		if l.name.text() == "" {
			name = append(name, th.Faint.Span("  Enter alone calls it "+s.query.String()))
		}
		rows.Add("", name...)
		rows.Add("")
	}
	lines := l.lines(th, w)
	for _, one := range lines[l.Top:min(len(lines), l.Top+max(size.Y-rows.Len(), 0))] {
		switch {
		case one.row == noRow:
			rows.Add("", one.words)
		case one.row == l.At && !naming:
			rows.Add(th.Selected, append([]draw.Span{draw.Plain(th.Glyphs.Cursor + " ")}, keptSpans(s, th, l.rows[one.row], w-3)...)...)
		default:
			rows.Add("", append([]draw.Span{draw.Plain("  ")}, keptSpans(s, th, l.rows[one.row], w-3)...)...)
		}
	}
	return rows.Strings()
}

// A keptLine is a line of the list: one of its rows, or else words between them.
type keptLine struct {
	row   int // noRow for words
	words draw.Span
}

const noRow = -1

// lines returns the rows with their headings, or what is to be said where there is none.
func (l *keptList) lines(th *draw.Theme, w int) []keptLine {
	var lines []keptLine
	for n, one := range l.rows {
		if n == 0 || one.id != "" && l.rows[n-1].id == "" {
			if n > 0 {
				lines = append(lines, keptLine{row: noRow})
			}
			lines = append(lines, keptLine{noRow, th.Faint.Span(" " + one.heading())})
		}
		lines = append(lines, keptLine{row: n})
	}
	if len(l.rows) == 0 {
		for _, words := range draw.Wrap("Nothing is kept yet. m marks the selected event; s, here, saves the filter under a name.", max(w-2, 1)) {
			lines = append(lines, keptLine{noRow, draw.Plain(" " + words)})
		}
	}
	return lines
}

// heading is what the rows of this kind stand under.
func (r keptRow) heading() string {
	if r.id == "" {
		return "SAVED VIEWS"
	}
	return "MARKS"
}

// maxViewRow is how wide a view's row is at most, so that its count stands near to it.
const maxViewRow = 72

// keptSpans draw a view with its query and count, or an event with its date, in w cells.
func keptSpans(s *session, th *draw.Theme, r keptRow, w int) []draw.Span {
	t := s.index.Timeline()
	column := min(24, max(w/2, 1))
	if r.id == "" {
		count := draw.Number(r.count)
		name := th.Fit(r.view.Name, column)
		room := max(0, min(w, maxViewRow)-column-2-draw.Cells(count)-2)
		query := th.Fit(r.view.Query, room)
		return []draw.Span{th.Strong.Span(name), draw.Plain(draw.Spaces(column - draw.Cells(name) + 2)), th.Faint.Span(query), th.Faint.Span(draw.Spaces(room-draw.Cells(query)+2) + count)}
	}
	date, title, st := "not in this record", r.id, th.Faint
	if r.event >= 0 {
		date, title, st = t.Date(r.event).String(), t.Event(r.event).Title, ""
	}
	date = th.Fit(date, column)
	title = th.Fit(title, w-column-2)
	return []draw.Span{th.Faint.Span(date + draw.Spaces(column-draw.Cells(date)+2)), st.Span(title)}
}

// drop forgets the view, or takes the mark off the event, under the cursor.
func (l *keptList) drop(s *session) (work func() any) {
	row := l.rows[l.At]
	if row.id == "" {
		return s.keep(func(k *Kept) { k.forget(row.view.Name) })
	}
	return s.keep(func(k *Kept) { k.mark(row.id, false) })
}

// save saves the filter under the name that was typed, or else under its own text.
func (l *keptList) save(s *session) (work func() any) {
	v := SavedView{Name: strings.TrimSpace(l.name.text()), Query: s.query.String(), Dim: s.view.dim}
	v.Name = cmp.Or(v.Name, v.Query)
	work = s.keep(func(k *Kept) { k.save(v) })
	l.At = slices.Index(s.kept.Views, v)
	return work
}
