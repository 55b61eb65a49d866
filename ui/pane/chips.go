package pane

import (
	"strconv"
	"strings"

	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// The parts of the query are on the query row as chips, each with the sign that drops it:
//
//	/ actor:rubio [x]  type:call [x]  …2                                                            42 hidden
//
// A key puts a cursor on them. What does not fit is counted at the end, and at the beginning while the cursor is
// further on.

// A chip is where a part of the query is on the query row.
type chip struct {
	from, to int // cells of the row
	part     int // of Query.Parts
}

// Cells around the chips.
const (
	chipsFrom = 3 // before the first
	chipGap   = 2 // between two of them
	chipDrop  = 4 // of the sign that drops one, and the blank before it
)

// chips returns the chips that a query row of w cells shows, one after the other.
func (q *QueryLine) chips(s *session.Session, th *draw.Theme, w int, use LineUse) []chip {
	if s.Mistake() != nil || use == LineTyped {
		return nil
	}
	var widths []int
	for _, part := range s.Query().Parts() {
		widths = append(widths, draw.Cells(sanitize.Line(part))+chipDrop)
	}
	end := w - 1
	if state := q.state(s, th); state != "" {
		end -= draw.Cells(state) + 1
	}
	first := 0
	for {
		row := fitChips(th, widths, first, end)
		if use != LineParts || len(row) == 0 || q.chip <= row[len(row)-1].part {
			return row
		}
		first++
	}
}

// fitChips returns the chips from first on that fit before end, at least one; of those left out there is room for the
// number.
func fitChips(th *draw.Theme, widths []int, first, end int) []chip {
	var row []chip
	at := chipsFrom
	if first > 0 {
		at += draw.Cells(leftOut(th, first)) + chipGap
	}
	for part := first; part < len(widths); part++ {
		limit := end
		if more := len(widths) - part - 1; more > 0 {
			limit -= chipGap + draw.Cells(leftOut(th, more))
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

// leftOut returns the number of chips that are not shown, as they are counted on the row.
func leftOut(th *draw.Theme, n int) string { return th.Glyphs.More + strconv.Itoa(n) }

// chipSpans draws the chips of a row of w cells, from where the first of them may begin.
func (q *QueryLine) chipSpans(s *session.Session, th *draw.Theme, w int, use LineUse) []draw.Span {
	row, parts := q.chips(s, th, w, use), s.Query().Parts()
	if len(row) == 0 {
		return nil
	}
	var spans []draw.Span
	if before := row[0].part; before > 0 {
		spans = append(spans, th.Faint.Span(leftOut(th, before)+draw.Spaces(chipGap)))
	}
	for n, c := range row {
		if n > 0 {
			spans = append(spans, draw.Plain(draw.Spaces(chipGap)))
		}
		one := chipSpan(th, parts[c.part], c.to-c.from, use == LineParts && c.part == q.chip)
		if !q.isKept(parts[c.part]) {
			one = faint(th, one)
		}
		spans = append(spans, one...)
	}
	if after := len(parts) - row[len(row)-1].part - 1; after > 0 {
		spans = append(spans, th.Faint.Span(draw.Spaces(chipGap)+leftOut(th, after)))
	}
	return spans
}

// chipSpan draws one chip in w cells: key faint, value strong, and the sign that drops it.
func chipSpan(th *draw.Theme, part string, w int, chosen bool) []draw.Span {
	const leastText = 6 // cells, beside which there is room for the sign
	text, drop := th.Fit(part, w-chipDrop), th.Glyphs.Drop
	if w < leastText+chipDrop && text != part {
		text, drop = th.Fit(part, w), ""
	}
	drop = draw.Spaces(w-draw.Cells(text)-draw.Cells(drop)) + drop
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

// faint returns spans in the style of what is only tried.
func faint(th *draw.Theme, spans []draw.Span) []draw.Span {
	for n := range spans {
		spans[n].Style = th.Faint
	}
	return spans
}

// Settle keeps the cursor on a part of the query while that changes under it, and reports whether any is left.
func (q *QueryLine) Settle(s *session.Session) bool {
	q.MovePart(s, 0)
	return s.HasParts()
}

// MovePart moves the cursor by n parts.
func (q *QueryLine) MovePart(s *session.Session, n int) {
	q.chip = max(0, min(q.chip+n, len(s.Query().Parts())-1))
}

// PartAt returns the part of the query whose chip is at column x of a query row of w cells.
func (q *QueryLine) PartAt(s *session.Session, th *draw.Theme, x, w int, use LineUse) (part int, ok bool) {
	for _, c := range q.chips(s, th, w, use) {
		if c.from <= x && x < c.to {
			return c.part, true
		}
	}
	return 0, false
}

// OpenParts puts the cursor on the part of the query that is next to go.
func (q *QueryLine) OpenParts(s *session.Session) { q.chip = s.NextPart() }

// DropPart drops the part of the query under the cursor.
func (q *QueryLine) DropPart(s *session.Session) { s.Drop(s.Query().Without(q.chip)) }
