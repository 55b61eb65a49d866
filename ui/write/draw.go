package write

import (
	"image"

	"dateline/ui/draw"
	"dateline/ui/session"
)

// Words before what the rows below the groups have.
const (
	fileWords    = "to a file"
	commandWords = "the command line"
)

const (
	lead   = 3  // cells before a word: a margin, the sign of what is chosen, a blank
	least  = 30 // cells of the first group, where there is room
	second = 26 // cells of the second group
	narrow = 8  // cells without which a name cannot be seen as it is typed
)

// A line is a row of each group, side by side, or one of the rows below.
type line struct {
	left, right int // rows of the groups, −1 for none
	row         group
}

const heading, blank = -2, -3

// lines returns what is on the screen from the top, for h rows.
func (m *Menu) lines(h int) []line {
	rows := max(len(forms), len(m.choices))
	below := 2
	if m.NoFile {
		below = 1
	}
	apart := h >= 1+rows+1+below // the heading, the groups, the gap and what is below
	list := []line{{left: heading, right: heading}}
	for n := range rows {
		one := line{left: n, right: n}
		if n >= max(len(m.choices), 1) {
			one.left = -1
		}
		list = append(list, one)
	}
	if apart {
		list = append(list, line{left: blank, right: blank})
	}
	if !m.NoFile {
		list = append(list, line{row: toFile})
	}
	return append(list, line{row: commandLine})
}

// at returns the line in focus.
func (m *Menu) at(list []line) int {
	for n, one := range list {
		switch {
		case m.group == what && one.row == what && one.left == max(m.chosen(), 0):
			return n
		case m.group == as && one.row == what && one.right == m.as:
			return n
		case m.group > as && one.row == m.group:
			return n
		}
	}
	return 0
}

// Arrange brings what is in focus into sight.
func (m *Menu) Arrange(size image.Point) {
	m.height = size.Y
	list := m.lines(size.Y)
	c := draw.Cursor{At: m.at(list), Top: m.top}
	c.Fill(len(list), size.Y)
	c.Window(size.Y, min(1, size.Y/4))
	c.Fill(len(list), size.Y)
	m.top = c.Top
	wants := least
	for _, c := range m.choices {
		wants = max(wants, lead+draw.Cells(c.words)+2+draw.Cells(c.note)+2)
	}
	m.split = max(min(wants, size.X-second), min(least*2/3, size.X/2))
}

// Click chooses what is at a place, and reports whether it was in focus already, so that a second click does it.
func (m *Menu) Click(at image.Point) (again bool) {
	list := m.lines(m.height)
	n := m.top + at.Y
	if at.Y < 0 || n >= len(list) {
		return false
	}
	before := [3]int{int(m.group), int(m.what), m.as}
	switch one := list[n]; {
	case one.row > 0:
		m.group = one.row
	case at.X >= m.split && one.right >= 0:
		m.group, m.as = as, one.right
	case at.X < m.split && one.left >= 0 && one.left < len(m.choices):
		m.group, m.what = what, m.choices[one.left].part
	default:
		return false
	}
	return before == [3]int{int(m.group), int(m.what), m.as}
}

// Draw returns at most size.Y rows; naming is whether the name of the file is typed.
func (m *Menu) Draw(s *session.Session, th *draw.Theme, size image.Point, naming bool) []string {
	rows := th.Rows(size.X, size.Y)
	list := m.lines(size.Y)
	for _, one := range list[min(m.top, len(list)):] {
		switch {
		case one.left == blank:
			rows.Add("")
		case one.left == heading:
			rows.Add("", draw.Plain(" "), th.Strong.Span(m.column(th, "WHAT", m.split)), th.Strong.Span("AS"))
		case one.row > 0:
			m.below(s, th, &rows, one.row, size, naming)
		default:
			rows.Add("", append(m.left(th, one.left, naming), m.right(th, one.right, naming)...)...)
		}
	}
	return rows.Strings()
}

// column returns words in exactly w cells.
func (*Menu) column(th *draw.Theme, words string, w int) string {
	words = th.Fit(words, max(w, 0))
	return words + draw.Spaces(w-draw.Cells(words))
}

// mark returns what is before a row: a sign where it is chosen.
func (m *Menu) mark(th *draw.Theme, chosen bool) draw.Span {
	if !chosen {
		return draw.Plain(draw.Spaces(lead))
	}
	return draw.Plain(" " + m.column(th, th.Glyphs.Cursor, lead-1))
}

// look returns the style of a row that is chosen in a group which has the keys or has not.
func (m *Menu) look(th *draw.Theme, chosen, focused bool) draw.Style {
	switch {
	case chosen && focused:
		return th.Selected
	case chosen:
		return th.Strong
	}
	return ""
}

// left returns a row of the first group, and what is beside it there.
func (m *Menu) left(th *draw.Theme, n int, naming bool) []draw.Span {
	if n < 0 || n >= len(m.choices) {
		words := ""
		if n == 0 {
			words = "nothing: no event is shown"
		}
		return []draw.Span{draw.Plain(m.column(th, draw.Spaces(lead)+words, m.split))}
	}
	c := m.choices[n]
	chosen := c.part == m.what
	st, room := m.look(th, chosen, m.group == what && !naming), m.split-lead-1
	words := th.Fit(c.words, max(room, 0))
	left := room - draw.Cells(words) - 2
	if c.note == "" || left < 8 {
		return []draw.Span{m.mark(th, chosen), st.Span(words), draw.Plain(draw.Spaces(m.split - lead - draw.Cells(words)))}
	}
	note := m.column(th, c.note, left)
	return []draw.Span{m.mark(th, chosen), st.Span(words), th.Faint.Span("  " + note), draw.Plain(" ")}
}

// right returns a row of the second group.
func (m *Menu) right(th *draw.Theme, n int, naming bool) []draw.Span {
	if n < 0 || n >= len(forms) {
		return nil
	}
	st := m.look(th, n == m.as, m.group == as && !naming)
	return []draw.Span{m.mark(th, n == m.as), st.Span(forms[n].name)}
}

// below adds the row for a file, or that for the command.
func (m *Menu) below(s *session.Session, th *draw.Theme, rows *draw.Rows, row group, size image.Point, naming bool) {
	w, h := size.X, size.Y
	words, says := fileWords, th.Fit(m.filename(s), max(w-lead-len(commandWords)-3, 0))
	switch {
	case row == commandLine:
		words, says = commandWords, m.command
		if says == "" {
			says = "there is none for this view"
		}
	case m.writing != "":
		says = m.writing + " is being written"
	}
	focused := m.group == row
	before := []draw.Span{m.mark(th, focused), m.look(th, focused, !naming).Span(words)}
	before = append(before, draw.Plain(draw.Spaces(len(commandWords)-len(words)+2)))
	room := max(w-draw.SpanCells(before)-1, 1)
	if naming && row == toFile {
		if room < narrow { // what is typed is more than what it is for
			before, room = before[:1], max(w-lead-1, 1)
		}
		rows.Add("", append(before, m.line.Spans(th, room, nil)...)...)
		return
	}
	if lines := draw.Wrap(says, room); row == commandLine && len(lines) > 1 && rows.Len()+len(lines) <= h {
		rows.Add("", append(before, th.Faint.Span(lines[0]))...)
		for _, more := range lines[1:] {
			rows.Add("", draw.Plain(draw.Spaces(draw.SpanCells(before))), th.Faint.Span(more))
		}
		return
	}
	rows.Add("", append(before, th.Faint.Span(th.Fit(says, room)))...)
}
