package ui

import (
	"fmt"
	"image"
	"slices"

	"dateline/ui/draw"

	"dateline/timeline/diag"
	"dateline/timeline/sanitize"
)

// A problemList is the overlay that lists what is wrong with the record.
type problemList struct{ draw.Cursor }

// move moves the cursor by n problems.
func (p *problemList) move(n, of int) { p.Move(n, of) }

// arrange brings the cursor into sight.
func (p *problemList) arrange(s *session, th *draw.Theme, size image.Point) {
	if len(s.problems) == 0 {
		return
	}
	p.move(0, len(s.problems))
	p.Window(max(1, size.Y-len(problemLines(th, s.problems[p.At], size.X-2))-1), 0)
}

// draw gives at most h rows of w cells: a line for each problem, and under them the selected one in full.
func (p problemList) draw(s *session, th *draw.Theme, size image.Point, _ bool) []string {
	w, h := size.X, size.Y
	rows := th.Rows(w, h)
	if len(s.problems) == 0 {
		rows.Add("", th.Faint.Span(" Nothing is wrong with this record."))
		return rows.Strings()
	}
	full := problemLines(th, s.problems[p.At], w-2)
	room := max(1, h-len(full)-1)
	for n := p.Top; n < len(s.problems) && n < p.Top+room; n++ {
		one := s.problems[n]
		kind, st := "error", th.Bad
		if one.Severity == diag.Warning {
			kind, st = "warning", th.Strong
		}
		row := draw.Style("")
		if n == p.At {
			row = th.Selected
		}
		rows.Add(row, th.Faint.Span(" "+editorPlace(one.Pos)+"  "), st.Span(kind+" "), draw.Plain(one.Message))
	}
	if rows.Len()+1+len(full) <= h {
		rows.Add("")
		for _, l := range full {
			rows.Add("", append([]draw.Span{draw.Plain(" ")}, l...)...)
		}
	}
	return rows.Strings()
}

// place is where the selected problem is, nowhere where there is none.
func (p *problemList) place(s *session) diag.Pos {
	if len(s.problems) == 0 {
		return diag.Pos{}
	}
	return s.problems[p.At].Pos
}

// editorPlace is a position as an editor wants it.
func editorPlace(pos diag.Pos) string {
	switch {
	case pos.Line == 0:
		return pos.File
	case pos.Column == 0:
		return fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	return fmt.Sprintf("%s:%d:%d", pos.File, pos.Line, pos.Column)
}

// problemLines is a problem in full: the message, the line it stands in with a caret run, and what to do.
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

// follow keeps the cursor on its problem, or puts it on the next that is left when that one is solved.
func (l *problemList) follow(before, now diag.Problems) {
	left := make(map[diag.Problem][]int, len(now))
	for n, p := range now {
		left[unplaced(p)] = append(left[unplaced(p)], n)
	}
	for _, p := range before[min(l.At, len(before)):] {
		if places := left[unplaced(p)]; len(places) > 0 {
			at, _ := slices.BinarySearch(places, l.At)
			l.At = places[min(at, len(places)-1)]
			return
		}
	}
	l.At = max(0, min(l.At, len(now)-1))
}
