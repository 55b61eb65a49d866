package ui

import (
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// candidates is the list below the query line of what may be written at its cursor, counted under the rest of the query.
type candidates struct {
	slot        timeline.Slot
	list        []timeline.Candidate // none: it is closed
	draw.Cursor                      // at the one chosen, notChosen for none

	counted countedKey // what selection was selected for
	within  timeline.Selection
}

// A countedKey is what the selection that is counted in depends on.
type countedKey struct {
	index *timeline.Index
	rest  timeline.Query
}

const notChosen = -1

// maxCandidateRows is how many candidates are shown at once.
const maxCandidateRows = 8

// isOpen says whether there is something to choose from.
func (c *candidates) isOpen() bool { return len(c.list) > 0 }

// shut closes the list.
func (c *candidates) shut() { c.list, c.Cursor = nil, draw.Cursor{At: notChosen} }

// suggest lists what may stand at the cursor of the query line. A bare word is left alone unless asked is set.
func (m *model) suggest(asked bool) {
	c := &m.prompt.candidates
	c.shut()
	slot, ok := timeline.SlotAt(m.prompt.before())
	if !ok || slot.Key == timeline.ByWords && !asked {
		return
	}
	if key := (countedKey{m.index, slot.Rest}); c.counted != key {
		c.counted, c.within = key, m.index.Select(slot.Rest)
	}
	c.slot, c.list = slot, m.index.Complete(slot, c.within)
	if len(c.list) == 1 && c.list[0].Text == slot.Typed {
		c.shut() // there is nothing left to write
	}
}

// candidateOpen says whether the candidates are listed.
func (m *model) candidatesOpen() bool { return m.mode == inPrompt && m.prompt.candidates.isOpen() }

// candidateChosen says whether one of them is chosen.
func (m *model) candidateChosen() bool {
	return m.candidatesOpen() && m.prompt.candidates.At != notChosen
}

// chooseCandidate moves by n candidates; before the first, none is chosen.
func (m *model) chooseCandidate(n int) {
	c := &m.prompt.candidates
	c.At = max(notChosen, min(c.At+n, len(c.list)-1))
}

// complete writes the candidate that is chosen, else the first. Where none are listed it lists them; a single one is
// written at once.
func (m *model) complete() {
	c := &m.prompt.candidates
	if !c.isOpen() {
		m.suggest(true)
		switch len(c.list) {
		case 0:
			m.notice = "nothing in the record begins so"
			return
		case 1:
		default:
			c.At = 0
			return
		}
	}
	m.takeCandidate(c.list[max(c.At, 0)])
}

// takeCandidate writes a candidate in place of what is typed, and a blank behind what is complete.
func (m *model) takeCandidate(one timeline.Candidate) {
	line, _ := m.prompt.before()
	slot := m.prompt.candidates.slot
	text, rest := one.Text, line[slot.End:]
	if one.N != timeline.NoCount && rest == "" {
		text += " "
	}
	m.prompt.input.SetValue(line[:slot.Start] + text + rest)
	m.prompt.input.SetCursor(len([]rune(line[:slot.Start] + text)))
	m.preview()
}

// mistake is what is wrong with the query line; while a value is being chosen, that it is not complete is no mistake.
func (m *model) mistake() *timeline.QueryError {
	if m.candidatesOpen() {
		return nil
	}
	return m.wrong
}

// overlay lays the candidates over the first of a pane's rows, which are w cells wide.
func (m *model) overlay(rows []string, w int) []string {
	if !m.candidatesOpen() {
		return rows
	}
	drawn := m.prompt.candidates.draw(m.theme, w, len(rows))
	return append(drawn, rows[len(drawn):]...)
}

// arrange brings the one that is chosen into h rows.
func (c *candidates) arrange(h int) {
	if c.isOpen() {
		c.Window(c.seen(h), 0)
	}
}

// seen is how many are seen in h rows.
func (c *candidates) seen(h int) int {
	if h == 1 {
		return 1
	}
	return max(0, min(maxCandidateRows, len(c.list), h-1))
}

// draw gives at most h rows of w cells: the candidates, and a line that ends them.
func (c *candidates) draw(th *draw.Theme, w, h int) []string {
	shown := c.seen(h)
	var widths candidateWidths
	for _, one := range c.list {
		widths.text = max(widths.text, draw.Cells(timeline.Visible(one.Text)))
		widths.name = max(widths.name, draw.Cells(timeline.Visible(one.Name)))
		widths.count = max(widths.count, draw.Cells(draw.Number(one.N)))
	}
	widths.text = min(widths.text, max(8, w/3))
	widths.name = max(0, min(widths.name, w-chipsFrom-widths.text-widths.count-5))
	rows := th.Padded(w, min(h, shown+1))
	for n := c.Top; n < c.Top+shown; n++ {
		row := draw.Style("")
		if n == c.At {
			row = th.Selected
		}
		rows.Add(row, candidateRow(th, c.list[n], n == c.At, widths)...)
	}
	if !rows.Full() {
		left := strings.Repeat(th.Glyphs.Horizontal, chipsFrom)
		words := ""
		if len(c.list) > shown {
			words = fmt.Sprintf(" %d of %s ", c.Top+shown, draw.Number(len(c.list)))
		}
		rows.Add("", th.Faint.Span(left+words+strings.Repeat(th.Glyphs.Horizontal, max(0, w-len([]rune(left))-draw.Cells(words)))))
	}
	return rows.Strings()
}

// candidateWidths are the widths of the columns, so that a count stands near to what is counted.
type candidateWidths struct{ text, name, count int }

// candidateRow is a candidate, what it stands for, and its count.
func candidateRow(th *draw.Theme, one timeline.Candidate, chosen bool, w candidateWidths) []draw.Span {
	margin, count, st := draw.Spaces(chipsFrom), "", th.Strong
	if chosen {
		margin = th.Glyphs.Cursor + draw.Spaces(chipsFrom-1)
	}
	if one.N != timeline.NoCount {
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
