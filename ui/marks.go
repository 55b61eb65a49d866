package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/ui/draw"
)

// A keptList is the overlay that lists the saved views and the marked events.
type keptList struct {
	prompt // the name under which a view is saved
	rows   []keptRow
	draw.Cursor
}

// A keptRow is one line of the list.
type keptRow struct {
	view  SavedView // where it is a view
	count int       // events that the view shows
	id    string    // of the event, where it is a mark
	event int       // its number, −1 where the record has no such event
}

// listKept lists the saved views by name, and the marked events in order of time.
func (m *model) listKept() {
	l := &m.keptList
	l.rows = l.rows[:0]
	for _, v := range m.kept.Views {
		row := keptRow{view: v}
		if q, err := timeline.ParseQuery(v.Query); err == nil {
			row.count = m.index.Select(q).Len()
		}
		l.rows = append(l.rows, row)
	}
	for _, id := range m.kept.Marks {
		i, ok := m.index.Timeline().Find(id)
		if !ok {
			i = -1
		}
		l.rows = append(l.rows, keptRow{id: id, event: i})
	}
	slices.SortStableFunc(l.rows[len(m.kept.Views):], func(a, b keptRow) int { return cmp.Compare(uint(a.event), uint(b.event)) })
	l.move(0)
}

// openKept opens the list.
func (m *model) openKept() {
	m.mode = inKept
	m.listKept()
}

// move moves the cursor by n rows.
func (l *keptList) move(n int) { l.Move(n, len(l.rows)) }

// hasKept says whether there is a row to act on.
func (m *model) hasKept() bool { return len(m.keptList.rows) > 0 }

// followKept shows the view, or goes to the event, under the cursor.
func (m *model) followKept() {
	row := m.keptList.rows[m.keptList.At]
	switch {
	case row.id == "":
		m.mode = m.base
		m.change(func(v *view) { v.query, v.dim, v.paused = row.view.Query, row.view.Dim, false })
	case row.event < 0:
		m.notice = "the record has no event of that id any more; Del takes the mark off"
	default:
		m.mode = m.base
		m.goTo(row.id)
	}
}

// dropKept forgets the view, or takes the mark off the event, under the cursor.
func (m *model) dropKept() tea.Cmd {
	row := m.keptList.rows[m.keptList.At]
	if row.id == "" {
		return m.keep(func(k *Kept) { k.forget(row.view.Name) })
	}
	return m.keep(func(k *Kept) { k.mark(row.id, false) })
}

// canSave says whether there is a filter to save.
func (m *model) canSave() bool { return !m.query.IsZero() }

// nameView asks for the name under which the filter is saved.
func (m *model) nameView() {
	m.keptList.open("", m.view)
	m.mode = inNaming
}

// saveView saves the filter under the name that was typed, or else under its own text.
func (m *model) saveView() tea.Cmd {
	v := SavedView{strings.TrimSpace(m.keptList.input.Value()), m.query.String(), m.view.dim}
	v.Name = cmp.Or(v.Name, v.Query)
	m.mode = inKept
	cmd := m.keep(func(k *Kept) { k.save(v) })
	m.keptList.At = slices.Index(m.kept.Views, v)
	return cmd
}

// arrange brings the cursor into h rows of w cells, with the row above it, which may be its heading.
func (l *keptList) arrange(m *model, w, h int) {
	lines, at, room := l.lines(m.theme, w), 0, h
	if m.mode == inNaming {
		room -= namingRows
	} else {
		at = max(0, slices.IndexFunc(lines, func(one keptLine) bool { return one.row == l.At }))
	}
	room = max(room, 0)
	in := draw.Cursor{At: at - 1, Top: l.Top}
	in.Fill(len(lines), room)
	in.Window(room, 0)
	in.At = at
	in.Window(room, 0)
	l.Top = in.Top
}

// namingRows is how many rows the name takes while it is typed, with the blank one below it.
const namingRows = 2

// draw gives at most h rows of w cells: the name while one is typed, the views, and the marks, each under a heading.
func (l *keptList) draw(m *model, w, h int) []string {
	th := m.theme
	rows := th.Rows(w, h)
	if m.mode == inNaming {
		name := append([]draw.Span{th.Strong.Span(" Name: ")}, l.spans(th, max(w-9, 1), nil)...)
		if l.input.Value() == "" {
			name = append(name, th.Faint.Span("  Enter alone calls it "+m.query.String()))
		}
		rows.Add("", name...)
		rows.Add("")
	}
	lines := l.lines(th, w)
	room := max(h-rows.Len(), 0)
	for _, one := range lines[l.Top:min(len(lines), l.Top+room)] {
		switch {
		case one.row == noRow:
			rows.Add("", one.words)
		case one.row == l.At && m.mode == inKept:
			rows.Add(th.Selected, append([]draw.Span{draw.Plain(th.Glyphs.Cursor + " ")}, m.keptSpans(l.rows[one.row], w-3)...)...)
		default:
			rows.Add("", append([]draw.Span{draw.Plain("  ")}, m.keptSpans(l.rows[one.row], w-3)...)...)
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
func (m *model) keptSpans(r keptRow, w int) []draw.Span {
	th, t := m.theme, m.index.Timeline()
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
