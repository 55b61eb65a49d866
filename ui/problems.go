package ui

import (
	"fmt"

	"dateline/timeline"
	"dateline/ui/draw"
)

// A problemList is the overlay that lists what is wrong with the record.
type problemList struct{ draw.Cursor }

// move moves the cursor by n problems.
func (p *problemList) move(n, of int) { p.Move(n, of) }

// arrange brings the cursor into h rows of w cells, above the selected problem in full.
func (p *problemList) arrange(th *draw.Theme, problems timeline.Problems, w, h int) {
	if p.Move(0, len(problems)); len(problems) > 0 {
		p.Window(max(1, h-len(problemLines(th, problems[p.At], w-2))-1), 0)
	}
}

// draw gives at most h rows of w cells: a line for each problem, and under them the selected one in full.
func (p *problemList) draw(th *draw.Theme, problems timeline.Problems, w, h int) []string {
	rows := th.Rows(w, h)
	if len(problems) == 0 {
		rows.Add("", th.Faint.Span(" Nothing is wrong with this record."))
		return rows.Strings()
	}
	full := problemLines(th, problems[p.At], w-2)
	room := max(1, h-len(full)-1)
	for n := p.Top; n < len(problems) && n < p.Top+room; n++ {
		one := problems[n]
		kind, st := "error", th.Bad
		if one.Severity == timeline.Warning {
			kind, st = "warning", th.Strong
		}
		row := draw.Style("")
		if n == p.At {
			row = th.Selected
		}
		rows.Add(row, th.Faint.Span(" "+place(one.Pos)+"  "), st.Span(kind+" "), draw.Plain(one.Message))
	}
	if rows.Len()+1+len(full) <= h {
		rows.Add("")
		for _, l := range full {
			rows.Add("", append([]draw.Span{draw.Plain(" ")}, l...)...)
		}
	}
	return rows.Strings()
}

// place is a position as an editor wants it.
func place(pos timeline.Pos) string {
	switch {
	case pos.Line == 0:
		return pos.File
	case pos.Column == 0:
		return fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	return fmt.Sprintf("%s:%d:%d", pos.File, pos.Line, pos.Column)
}

// problemLines is a problem in full: the message, the line it stands in with a caret run, and what to do.
func problemLines(th *draw.Theme, one timeline.Problem, w int) [][]draw.Span {
	var lines [][]draw.Span
	for _, l := range draw.Wrap(timeline.Visible(one.Message), w) {
		lines = append(lines, []draw.Span{th.Strong.Span(l)})
	}
	if excerpt, caret := one.Caret(w - 2); excerpt != "" {
		lines = append(lines, []draw.Span{draw.Plain("  " + excerpt)}, []draw.Span{th.Bad.Span("  " + caret)})
	}
	if one.Hint != "" {
		for _, l := range draw.Wrap(timeline.Visible(one.Hint), w) {
			lines = append(lines, []draw.Span{draw.Plain(l)})
		}
	}
	return lines
}
