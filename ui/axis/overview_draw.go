package axis

import (
	"image"
	"math"
	"slices"

	"dateline/timeline/calendar"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// How the overview is drawn: rows of bars, and under them the axis. Bars count the events that are known to lie in
// their column. What lasts longer, or is not known so closely, is a broken line. Under a filter, what matches is lit.

// Draw returns the strip in h rows of w cells.
func (o Overview) Draw(s *session.Session, th *draw.Theme, size image.Point) []string {
	w, h := size.X, size.Y
	if !o.dated || h < 2 {
		return nil
	}
	rows := th.Rows(w, h)
	marks, steps := o.marks(s), (h-1)*len(th.Glyphs.Bars)
	all, lit := o.heights(o.all, steps), o.heights(o.lit, steps)
	for level := h - 2; level >= 0; level-- {
		rows.Add("", o.bars(s, th, marks, all, lit, w, level)...)
	}
	rows.Add("", o.axis(th, marks, w)...)
	return rows.Strings()
}

// heights returns the heights of bars in steps; the highest of all has as many as there are. A height is the root of
// its count, so that a single event beside a thousand is still seen.
func (o *Overview) heights(tallies []calendar.Tally, steps int) []int {
	most := 0
	for _, t := range o.all {
		most = max(most, t.Within)
	}
	heights := make([]int, len(tallies))
	for c, t := range tallies {
		if t.Within > 0 {
			heights[c] = max(1, int(math.Round(float64(steps)*math.Sqrt(float64(t.Within)/float64(most)))))
		}
	}
	return heights
}

// stripMarks are the columns that the strip marks; −1 for none.
type stripMarks struct {
	selected, today int
	from, to        int // those of the events that the list shows
}

// marks finds the columns to mark.
func (o *Overview) marks(s *session.Session) stripMarks {
	m := stripMarks{selected: -1, today: -1, from: 0, to: -1}
	if at, ok := s.Spot(); ok {
		m.selected = o.scale.Column(at)
	}
	if c := o.scale.Column(s.Today()); c >= 0 && c < o.scale.Columns() {
		m.today = c
	}
	if from, to, ok := s.DaysInSight(); ok {
		m.from, m.to = o.scale.Column(from), o.scale.Column(to)
	}
	return m
}

// bars returns the row of bars that is level rows above the axis.
func (o *Overview) bars(
	s *session.Session, th *draw.Theme, marks stripMarks, heights, bright []int, w, level int,
) []draw.Span {
	steps := len(th.Glyphs.Bars)
	filtered := s.Matched().Len() < s.Index().Timeline().Len() && !s.View().Paused
	return cellSpans(w, func(cell int) (string, draw.Style) {
		c := o.column(cell, w)
		all, lit := heights[c]-level*steps, bright[c]-level*steps
		if all > steps && lit > 0 { // under a full cell no cell can be filled in part
			lit = max(lit+steps/2, steps*(1-min(level, 1))) / steps * steps
		}
		text, st := " ", th.Faint
		switch {
		case filtered && lit > 0:
			text, st = th.Glyphs.Bars[min(lit, steps)-1], th.Lit
		case all > 0:
			text = th.Glyphs.Bars[min(all, steps)-1]
		case level == 0 && o.all[c].Across > 0:
			text = th.Glyphs.Broken
			if filtered && o.lit[c].Across > 0 {
				st = th.Lit
			}
		case c == marks.today && cell == o.cell(c, w):
			text, st = th.Glyphs.Now, th.Good
		}
		if c == marks.selected { // brighter; reversed, a full bar would be a hole
			if st == th.Faint {
				st = ""
			}
			st += th.Strong
		}
		return text, st
	})
}

// axis returns a line with the labels of time, heavy along the stretch that the list shows, with a mark under the
// selected event. Where that is on a label, the letters are the mark.
func (o *Overview) axis(th *draw.Theme, marks stripMarks, w int) []draw.Span {
	labels := o.labels(marks, w)
	return cellSpans(w, func(cell int) (string, draw.Style) {
		text, c := labels[cell].text, o.column(cell, w)
		inView := c
		if text != "" {
			inView = labels[cell].column // a label is in one style
		}
		st, line := th.Faint, th.Glyphs.Horizontal
		if marks.from <= inView && inView <= marks.to {
			st, line = "", th.Glyphs.Heavy
		}
		switch first := o.cell(c, w); {
		case c == marks.selected:
			st = th.Selected
			if cell == (first+o.cell(c+1, w)-1)/2 {
				line = th.Glyphs.AxisCursor
			}
		case c == marks.today && cell == first:
			st, line = th.Good, th.Glyphs.Now
		}
		if text != "" {
			line = text
		}
		return line, st
	})
}

// An axisCell is a letter of a label and the column that the label names; "" in a cell without a label.
type axisCell struct {
	text   string
	column int
}

// labels returns the cells of the axis with its labels, and with a word for today where there is room.
func (o *Overview) labels(marks stripMarks, w int) []axisCell {
	const today = "today"
	row := make([]axisCell, w+1)
	write := func(cell, column int, label string) {
		for _, r := range label {
			row[cell] = axisCell{string(r), column}
			cell++
		}
		row[cell] = axisCell{" ", column}
	}
	for _, tick := range o.ticks {
		write(o.cell(tick.Column, w), tick.Column, tick.Text)
	}
	if marks.today >= 0 {
		at := o.cell(marks.today, w)
		for _, first := range []int{at, at - len(today) + 1} { // to the right of its line, or to the left
			if first > 0 && first+len(today) < w && blank(row[first-1:first+len(today)+1]) {
				write(first, marks.today, today)
				break
			}
		}
	}
	return row
}

// blank reports whether no label is in the cells.
func blank(row []axisCell) bool {
	return !slices.ContainsFunc(row, func(c axisCell) bool { return c.text != "" })
}

// cellSpans returns w cells as spans, one for each run of cells in one style.
func cellSpans(w int, cell func(int) (string, draw.Style)) []draw.Span {
	var r draw.Runs
	for n := range w {
		r.Add(cell(n))
	}
	return r.Spans()
}
