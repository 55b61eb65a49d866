package ui

import (
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// The parts of the query stand on the query row as chips, each with the sign that drops it:
//
//	/ actor:rubio ×  type:call ×  +2                                                                  42 hidden
//
// A key puts a cursor on them. What does not fit is counted at the end, and at the beginning while the cursor is further on.

// A chip is where a part of the query stands on the query row.
type chip struct {
	from, to int // cells of the row
	part     int // of Query.Parts
}

// Cells around the chips.
const (
	chipsFrom = 3 // before the first
	chipGap   = 2 // between two of them
	chipDrop  = 2 // of the sign that drops one, and the blank before it
)

// chips are those that a query row of w cells shows, one after the other.
func (m *model) chips(w int) []chip {
	if m.wrong != nil || m.mode() == inPrompt {
		return nil
	}
	var widths []int
	for _, part := range m.query.Parts() {
		widths = append(widths, draw.Cells(timeline.Visible(part))+chipDrop)
	}
	end := w - 1
	if state := m.queryState(); state != "" {
		end -= draw.Cells(state) + 1
	}
	first := 0
	for {
		row := fitChips(widths, first, end)
		if m.mode() != inChips || len(row) == 0 || m.chip <= row[len(row)-1].part {
			return row
		}
		first++
	}
}

// fitChips are the chips from first on that fit before end, at least one; of those left out there is room for the number.
func fitChips(widths []int, first, end int) []chip {
	var row []chip
	at := chipsFrom
	if first > 0 {
		at += draw.Cells(leftOut(first)) + chipGap
	}
	for part := first; part < len(widths); part++ {
		limit := end
		if more := len(widths) - part - 1; more > 0 {
			limit -= chipGap + draw.Cells(leftOut(more))
		}
		to := at + widths[part]
		if to > limit && part > first {
			break
		}
		to = max(at, min(to, limit))
		row = append(row, chip{at, to, part})
		at = to + chipGap
	}
	return row
}

// leftOut counts chips that are not shown.
func leftOut(n int) string { return "+" + strconv.Itoa(n) }

// chipSpans draw the chips of a row of w cells, from where the first of them may begin.
func (m *model) chipSpans(w int) []draw.Span {
	th, row, parts := m.theme, m.chips(w), m.query.Parts()
	if len(row) == 0 {
		return nil
	}
	var spans []draw.Span
	if before := row[0].part; before > 0 {
		spans = append(spans, th.Faint.Span(leftOut(before)+draw.Spaces(chipGap)))
	}
	for n, c := range row {
		if n > 0 {
			spans = append(spans, draw.Plain(draw.Spaces(chipGap)))
		}
		spans = append(spans, m.chipSpan(parts[c.part], c.to-c.from, m.mode() == inChips && c.part == m.chip)...)
	}
	if after := len(parts) - row[len(row)-1].part - 1; after > 0 {
		spans = append(spans, th.Faint.Span(draw.Spaces(chipGap)+leftOut(after)))
	}
	return spans
}

// chipSpan draws one chip in w cells: key faint, value strong, and the sign that drops it.
func (m *model) chipSpan(part string, w int, chosen bool) []draw.Span {
	th := m.theme
	text := th.Fit(part, w-chipDrop)
	drop := draw.Spaces(w-draw.Cells(text)-1) + th.Glyphs.Excluded
	if w <= chipDrop {
		drop = ""
	}
	if chosen {
		return []draw.Span{th.Selected.Span(text + drop)}
	}
	key, value, found := strings.Cut(text, ":")
	if !found || strings.ContainsAny(key, " \"(") {
		return []draw.Span{th.Strong.Span(text), th.Faint.Span(drop)}
	}
	st := th.Strong
	if strings.HasSuffix(key, "actor") || strings.HasSuffix(key, "direct") {
		st += th.Actor
	}
	return []draw.Span{th.Faint.Span(key + ":"), st.Span(value), th.Faint.Span(drop)}
}

// openChips puts the cursor on the part of the query that is next to go.
func (m *model) openChips() {
	m.modes.push(inChips)
	m.chip = m.nextPart()
}

// leaveChips goes back to where the cursor was before.
func (m *model) leaveChips() { m.modes.pop() }

// moveChip moves the cursor by n parts.
func (m *model) moveChip(n int) { m.chip = max(0, min(m.chip+n, len(m.query.Parts())-1)) }

// dropChip drops the part under the cursor.
func (m *model) dropChip() { m.setQuery(m.query.Without(m.chip)) }

// settleChips keeps the cursor on a part while the query changes under it, and leaves when none is left.
func (m *model) settleChips() {
	if m.mode() != inChips {
		return
	}
	m.moveChip(0)
	if !m.hasChips() {
		m.leaveChips()
	}
}
