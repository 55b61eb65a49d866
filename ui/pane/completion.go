package pane

import (
	"fmt"
	"image"
	"strings"

	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// candidates is the list below the query line of what may be written at its cursor, counted under the rest of the
// query.
type candidates struct {
	slot   query.Cursor
	list   []index.Candidate // none: it is closed
	cursor draw.Cursor       // at the one chosen, notChosen for none

	counted countedKey // what selection was selected for
	within  index.Selection

	waits waits // for the record to be ready to be asked for them, …
	asked bool  // … and whether a key asked for them
}

// A countedKey is what the selection that is counted in depends on.
type countedKey struct {
	index *index.Index
	rest  query.Query
}

const notChosen = -1

// maxCandidateRows is how many candidates are shown at once.
const maxCandidateRows = 8

// isOpen reports whether there is something to choose from.
func (c *candidates) isOpen() bool { return len(c.list) > 0 }

// shut closes the list.
func (c *candidates) shut() {
	c.list, c.cursor = nil, draw.Cursor{At: notChosen}
	c.waits.end()
}

// isChosen reports whether one of them is chosen.
func (c *candidates) isChosen() bool { return c.isOpen() && c.cursor.At != notChosen }

// choose moves by n candidates; before the first, none is chosen.
func (c *candidates) choose(n int) { c.cursor.At = max(notChosen, min(c.cursor.At+n, len(c.list)-1)) }

// rows returns how many rows they would take, with the line that ends them.
func (c *candidates) rows() int {
	if !c.isOpen() {
		return 0
	}
	return min(maxCandidateRows, len(c.list)) + 1
}

// room returns how many candidates are shown in h rows.
func (c *candidates) room(h int) int {
	if h == 1 {
		return 1
	}
	return max(0, min(maxCandidateRows, len(c.list), h-1))
}

// arrange brings the one chosen into sight.
func (c *candidates) arrange(h int) { c.cursor.Window(c.room(h), 0) }

// draw returns at most h rows of w cells: the candidates, and a line that ends them.
func (c candidates) draw(th *draw.Theme, size image.Point) []string {
	w, h := size.X, size.Y
	shown := c.room(h)
	var widths candidateWidths
	for _, one := range c.list {
		widths.text = max(widths.text, draw.Cells(sanitize.Line(one.Text)))
		widths.name = max(widths.name, draw.Cells(sanitize.Line(one.Name)))
		widths.count = max(widths.count, draw.Cells(draw.Number(one.N)))
	}
	widths.text = min(widths.text, max(8, w/3))
	widths.name = max(0, min(widths.name, w-chipsFrom-widths.text-widths.count-5))
	rows := th.Padded(w, min(h, shown+1))
	for n := c.cursor.Top; n < c.cursor.Top+shown; n++ {
		row := draw.Style("")
		if n == c.cursor.At {
			row = th.Selected
		}
		rows.Add(row, candidateRow(th, c.list[n], n == c.cursor.At, widths)...)
	}
	if !rows.Full() {
		left := strings.Repeat(th.Glyphs.Horizontal, chipsFrom)
		words := ""
		if len(c.list) > shown {
			words = fmt.Sprintf(" %d of %s ", c.cursor.Top+shown, draw.Number(len(c.list)))
		}
		right := strings.Repeat(th.Glyphs.Horizontal, max(0, w-len([]rune(left))-draw.Cells(words)))
		rows.Add("", th.Faint.Span(left+words+right))
	}
	return rows.Strings()
}

// candidateWidths are the widths of the columns, so that a count is near to what is counted.
type candidateWidths struct{ text, name, count int }

// candidateRow returns the row of a candidate: the text, what that means, and its count.
func candidateRow(th *draw.Theme, one index.Candidate, chosen bool, w candidateWidths) []draw.Span {
	margin, count, st := draw.Spaces(chipsFrom), "", th.Strong
	if chosen {
		margin = th.Glyphs.Cursor + draw.Spaces(chipsFrom-1)
	}
	if one.N != index.NoCount {
		count = draw.Number(one.N)
	}
	if one.N == 0 {
		st = th.Faint
	}
	text := th.Fit(one.Text, w.text)
	name := th.Fit(one.Name, w.name)
	return []draw.Span{
		draw.Plain(margin),
		st.Span(text),
		draw.Plain(draw.Spaces(w.text - draw.Cells(text) + 2)),
		th.Faint.Span(name),
		th.Faint.Span(draw.Spaces(w.name-draw.Cells(name)+2+w.count-draw.Cells(count)) + count),
	}
}
