package pane

import (
	"fmt"
	"image"
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A ProblemList is the overlay that lists what is wrong with the record.
type ProblemList struct{ cursor draw.Cursor }

// Move moves the cursor by n problems.
func (p *ProblemList) Move(n, of int) { p.cursor.Move(n, of) }

// Arrange brings the cursor into sight.
func (p *ProblemList) Arrange(s *session.Session, th *draw.Theme, size image.Point) {
	if len(s.Problems()) == 0 {
		return
	}
	p.Move(0, len(s.Problems()))
	p.cursor.Window(max(1, size.Y-len(problemLines(th, s.Problems()[p.cursor.At], size.X-2))-1), 0)
}

// Draw returns at most h rows of w cells: a line for each problem, and under them the selected one in full.
func (p ProblemList) Draw(s *session.Session, th *draw.Theme, size image.Point) []string {
	w, h := size.X, size.Y
	rows := th.Rows(w, h)
	if len(s.Problems()) == 0 {
		rows.Add("", th.Faint.Span(" Nothing is wrong with this record."))
		return rows.Strings()
	}
	full := problemLines(th, s.Problems()[p.cursor.At], w-2)
	room := max(1, h-len(full)-1)
	places := 0
	for n := p.cursor.Top; n < len(s.Problems()) && n < p.cursor.Top+room; n++ {
		places = max(places, draw.Cells(sanitize.Line(editorPlace(s.Problems()[n].Pos))))
	}
	places = min(places, max(w/3, 8))
	for n := p.cursor.Top; n < len(s.Problems()) && n < p.cursor.Top+room; n++ {
		one := s.Problems()[n]
		kind, st := "error    ", th.Bad
		if one.Severity() == diag.Warning {
			kind, st = "warning  ", th.Strong
		}
		row, margin := draw.Style(""), " "
		if n == p.cursor.At {
			row, margin = th.Selected, th.Glyphs.Cursor
		}
		place := fitEnd(th, editorPlace(one.Pos), places)
		rows.Add(row, draw.Plain(margin), st.Span(kind),
			th.Faint.Span(place+draw.Spaces(places-draw.Cells(place)+2)), draw.Plain(one.Message))
	}
	if rows.Len()+1+len(full) <= h {
		rows.Add("")
		for _, l := range full {
			rows.Add("", append([]draw.Span{draw.Plain(" ")}, l...)...)
		}
	}
	return rows.Strings()
}

// Place returns where in the files the selected problem is; the zero Pos where there is no problem.
func (p *ProblemList) Place(s *session.Session) diag.Pos {
	if len(s.Problems()) == 0 {
		return diag.Pos{}
	}
	return s.Problems()[p.cursor.At].Pos
}

// editorPlace returns a position in the form that editors read.
func editorPlace(pos diag.Pos) string {
	switch {
	case pos.Line == 0:
		return pos.File
	case pos.Column == 0:
		return fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	return fmt.Sprintf("%s:%d:%d", pos.File, pos.Line, pos.Column)
}

// fitEnd returns the end of a text that is too long for w cells: of a place in a file the line counts.
func fitEnd(th *draw.Theme, s string, w int) string {
	runes := []rune(sanitize.Line(s))
	if draw.Cells(string(runes)) <= w {
		return string(runes)
	}
	runes = runes[max(0, len(runes)-4*w):]
	for len(runes) > 0 && draw.Cells(string(runes))+draw.Cells(th.Glyphs.More) > w {
		runes = runes[1:]
	}
	return th.Glyphs.More + string(runes)
}

// problemLines returns a problem in full: the message, its line with carets under the place, and what to do.
func problemLines(th *draw.Theme, one diag.Problem, w int) [][]draw.Span {
	var lines [][]draw.Span
	for _, l := range draw.Wrap(sanitize.Line(one.Message), w) {
		lines = append(lines, []draw.Span{th.Strong.Span(l)})
	}
	if excerpt, caret := one.Caret(w - 2); excerpt != "" {
		lines = append(lines, []draw.Span{draw.Plain("  " + excerpt)}, []draw.Span{th.Bad.Span("  " + caret)})
	}
	if one.Hint != "" {
		for _, l := range draw.Wrap(sanitize.Line(one.Hint), w) {
			lines = append(lines, []draw.Span{draw.Plain(l)})
		}
	}
	return lines
}

// Follow keeps the cursor on its problem, or puts it on the next that is left when that one is solved.
func (l *ProblemList) Follow(before, now diag.Problems) {
	left := make(map[diag.Problem][]int, len(now))
	for n, p := range now {
		left[session.Unplaced(p)] = append(left[session.Unplaced(p)], n)
	}
	for _, p := range before[min(l.cursor.At, len(before)):] {
		if places := left[session.Unplaced(p)]; len(places) > 0 {
			at, _ := slices.BinarySearch(places, l.cursor.At)
			l.cursor.At = places[min(at, len(places)-1)]
			return
		}
	}
	l.cursor.At = max(0, min(l.cursor.At, len(now)-1))
}

// Click selects the problem in a row of the list.
func (p *ProblemList) Click(s *session.Session, row int) {
	if n := len(s.Problems()); row >= 0 && row+p.cursor.Top < n {
		p.Move(row+p.cursor.Top-p.cursor.At, n)
	}
}

// Select puts the cursor on problem n.
func (p *ProblemList) Select(n int) { p.cursor.At = n }

// At returns which problem is selected.
func (p *ProblemList) At() int { return p.cursor.At }
