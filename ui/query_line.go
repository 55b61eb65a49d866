package ui

import (
	"strings"

	"dateline/ui/draw"

	"dateline/timeline/index"
	"dateline/timeline/query"
)

// A queryLine is the line that the filter is typed into, with what is offered to complete it, and the parts of the filter on
// it while it is not typed into.
type queryLine struct {
	line    input
	before  view // what was looked at before the line opened; Esc goes back to it
	offered candidates
	recall  recall
	chip    int // the part of the query under the cursor of the chips
}

// A lineUse says what the query line is used for.
type lineUse int

const (
	lineShown lineUse = iota
	lineTyped         // it is typed into
	lineParts         // one of its parts is chosen
)

// open opens the line behind what it says already. What can be recalled are the saved views, and after them what was asked
// today.
func (q *queryLine) open(s *session) {
	text := s.view.query
	if text != "" && !strings.HasSuffix(text, " ") {
		text += " "
	}
	q.before = s.view
	q.line.open(text)
	q.offered.shut()
	q.recall.open(s.recallable(), text)
}

// preview filters by what is typed so far, and offers what may come next. A key that waits for its value filters nothing.
func (q *queryLine) preview(s *session) {
	s.view.query, s.view.paused = strings.TrimSpace(q.line.text()), false
	s.parse()
	q.suggest(s, false)
	if c := &q.offered; s.wrong != nil && c.isOpen() && c.slot.Typed == "" {
		s.query = c.slot.Rest
	}
	s.find()
}

// keep closes the line and keeps the filter. One that cannot be read stays open, which it reports as false.
func (q *queryLine) keep(s *session) bool {
	q.offered.shut() // and where the line cannot be read, the footer says why
	if s.wrong != nil {
		return false
	}
	now := s.view
	now.query = s.query.String()
	s.view = q.before
	s.change(func(v *view) { *v = now })
	return true
}

// leave closes the line and goes back to the view before it.
func (q *queryLine) leave(s *session) {
	q.offered.shut()
	s.view = q.before
	s.ask()
}

// earlier puts an earlier query into the line, or by +1 a later one.
func (q *queryLine) earlier(s *session, n int) {
	text, ok := q.recall.step(n, q.line.text())
	if !ok {
		s.notice = "there is no further query on this way"
		return
	}
	q.line.set(text, "")
	q.preview(s)
	q.offered.shut()
}

// suggest lists what may stand at the cursor of the query line. A bare word is left alone unless asked is set.
func (q *queryLine) suggest(s *session, asked bool) {
	c := &q.offered
	c.shut()
	slot, ok := query.CursorAt(q.line.before())
	if !ok || slot.Key == query.ByWords && !asked {
		return
	}
	if c.counted.index != s.index || !c.counted.rest.Equal(slot.Rest) {
		c.counted, c.within = countedKey{s.index, slot.Rest}, s.index.Select(slot.Rest)
	}
	c.slot, c.list = slot, s.index.Complete(slot, c.within)
	if len(c.list) == 1 && c.list[0].Text == slot.Typed {
		c.shut() // there is nothing left to write
	}
}

// complete writes the candidate that is chosen, else the first. Where none are listed it lists them; a single one is
// written at once.
func (q *queryLine) complete(s *session) {
	c := &q.offered
	if !c.isOpen() {
		q.suggest(s, true)
		switch len(c.list) {
		case 0:
			s.notice = "nothing in the record begins so"
			return
		case 1:
		default:
			c.At = 0
			return
		}
	}
	q.take(s, c.list[max(c.At, 0)])
}

// take writes a candidate in place of what is typed, and a blank behind what is complete.
func (q *queryLine) take(s *session, one index.Candidate) {
	line, slot := q.line.text(), q.offered.slot
	text, rest := one.Text, line[slot.End:]
	if one.N != index.NoCount && rest == "" {
		text += " "
	}
	q.line.set(line[:slot.Start]+text, rest)
	q.preview(s)
}

// mistake is what is wrong with the line; while a value is being chosen, that it is not complete is no mistake.
func (q *queryLine) mistake(s *session) *query.Error {
	if q.offered.isOpen() {
		return nil
	}
	return s.wrong
}

// draw gives the line in w cells: what is typed, else the parts of the query, and what they hide.
func (q *queryLine) draw(s *session, th *draw.Theme, w int, use lineUse) []draw.Span {
	spans := []draw.Span{th.Faint.Span(" / ")}
	right := queryState(s, th)
	room := w - 3 - draw.Cells(right) - 1
	switch {
	case use == lineTyped:
		spans = append(spans, q.line.spans(th, room-1, q.mistake(s))...)
	case s.view.query == "":
		spans = append(spans, th.Faint.Span(draw.Cut("no filter "+th.Glyphs.Dot+" / types one, a chooses an actor", room, "")))
	case s.wrong != nil: // as it is
		spans = append(spans, th.Bad.Span(th.Fit(s.view.query, w-chipsFrom-1)))
	default:
		spans = append(spans, q.chipSpans(s, th, w, use)...)
	}
	used := draw.SpanCells(spans)
	return append(spans, draw.Plain(draw.Spaces(w-used-draw.Cells(right)-1)), th.Faint.Span(right))
}

// queryState says what the query does beyond matching.
func queryState(s *session, th *draw.Theme) string {
	hidden := s.index.Timeline().Len() - s.matched.Len()
	switch {
	case s.wrong != nil:
		return ""
	case s.searching():
		return "searching"
	case s.view.paused:
		return "paused " + th.Glyphs.Dot + " p resumes"
	case hidden == 0:
		return ""
	case s.view.dim:
		return draw.Number(hidden) + " dimmed"
	}
	return draw.Number(hidden) + " hidden"
}
