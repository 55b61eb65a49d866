package pane

import (
	"cmp"
	"image"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/family"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/input"
	"dateline/ui/session"
)

// A QueryLine is the line that the filter is typed into, with what is offered to complete it, and the parts of the
// filter on it while it is not typed into.
type QueryLine struct {
	line    input.Line
	before  session.Past // what was looked at before the line opened; Esc goes back to it
	offered candidates
	recall  recall
	kept    *query.Query // what was asked before it was tried to ask more; nil while nothing is tried
	chip    int          // the part of the query under the cursor of the chips

	has familiesOf
}

// A familiesOf is which families of events a record has.
type familiesOf struct {
	index *index.Index
	any   [family.Count]bool
}

// Forget lets go the record that was looked at. Another has come in its place.
func (q *QueryLine) Forget() {
	q.has.index, q.offered.counted.index, q.offered.within = nil, nil, index.Selection{}
}

// Attend looks which families the record has, where it is another.
func (q *QueryLine) Attend(s *session.Session) {
	x := s.Index()
	if q.has.index == x {
		return
	}
	q.has = familiesOf{index: x}
	types := x.Types()
	for _, one := range types[:min(len(types), mostTypes)] {
		q.has.any[x.Timeline().Family(one)] = true
	}
}

// A LineUse says what the query line is used for.
type LineUse int

const (
	LineShown LineUse = iota
	LineTyped         // it is typed into
	LineParts         // one of its parts is chosen
	LineShut          // nothing can be typed there
)

// Open opens the line after what it says already. What can be recalled are the saved views, and after them what was
// asked today.
func (q *QueryLine) Open(s *session.Session) {
	text := s.View().Query
	if text != "" && !strings.HasSuffix(text, " ") {
		text += " "
	}
	q.before = s.Here()
	q.line.Open(text)
	q.offered.shut()
	q.recall.open(s.EarlierQueries(), text)
}

// Begin opens the line with one more part, which is to be completed, and offers how.
func (q *QueryLine) Begin(s *session.Session, part string) {
	q.Open(s)
	q.line.Set(q.line.Text()+part, "")
	q.preview(s)
}

// preview filters by what is typed so far, and offers what may come next. A key that waits for its value filters
// nothing.
func (q *QueryLine) preview(s *session.Session) {
	q.suggest(s, false)
	var rest *query.Query
	if c := &q.offered; (c.isOpen() || c.waits.on) && c.slot.Typed == "" {
		rest = &c.slot.Rest
	}
	s.Preview(q.line.Text(), rest)
}

// Keep closes the line and keeps the filter. One that cannot be read stays open, which it reports as false.
func (q *QueryLine) Keep(s *session.Session) bool {
	q.offered.shut() // and where the line cannot be read, the footer says why
	return s.KeepQuery(q.before)
}

// Leave closes the line and goes back to the view before it.
func (q *QueryLine) Leave(s *session.Session) {
	q.offered.shut()
	s.TakeBack(q.before)
}

// Earlier puts an earlier query into the line, or by +1 a later one.
func (q *QueryLine) Earlier(s *session.Session, n int) {
	text, ok := q.recall.step(n, q.line.Text())
	if !ok {
		s.SetNotice("there is no further query on this way")
		return
	}
	q.line.Set(text, "")
	q.preview(s)
	q.offered.shut()
}

// suggest lists what may be written at the cursor of the query line. A bare word is left alone unless asked is set, but
// where something of a claim is to be written.
func (q *QueryLine) suggest(s *session.Session, asked bool) {
	c := &q.offered
	c.shut()
	slot, ok := query.CursorAt(q.line.Before())
	slot.Rest = slot.Rest.On(s.Today())
	begun := slot.InClaim && slot.Typed == "" // few know what may be asked of a claim
	if !ok || slot.Key == query.ByWords && !asked && !begun {
		return
	}
	c.slot = slot
	if ready := s.Index().Unready(slot.Key, slot.Rest); ready != nil {
		c.waits.begin(ready)
		c.asked = asked
		return
	}
	if c.counted.index != s.Index() || !c.counted.rest.Equal(slot.Rest) {
		c.counted, c.within = countedKey{s.Index(), slot.Rest}, s.Index().Select(slot.Rest)
	}
	c.list = s.Index().Complete(slot, c.within)
	if len(c.list) == 1 && c.list[0].Text == slot.Typed {
		c.shut() // there is nothing left to write
	}
}

// Complete writes the candidate that is chosen, else the first. Where none are listed it lists them; a single one is
// written at once.
func (q *QueryLine) Complete(s *session.Session) {
	c := &q.offered
	if !c.isOpen() {
		q.suggest(s, true)
		switch len(c.list) {
		case 0:
			if c.waits.on {
				return
			}
			s.SetNotice("nothing in the record begins so")
			return
		case 1:
		default:
			c.cursor.At = 0
			return
		}
	}
	q.take(s, c.list[max(c.cursor.At, 0)])
}

// take writes a candidate in place of what is typed, and a blank after what is complete.
func (q *QueryLine) take(s *session.Session, one index.Candidate) {
	line, slot := q.line.Text(), q.offered.slot
	text, rest := one.Text, line[slot.End:]
	if one.N != index.NoCount && rest == "" {
		text += " "
	}
	q.line.Set(line[:slot.Start]+text, rest)
	q.preview(s)
}

// Mistake returns what is wrong with the line, a key that no event has too. While a value is being chosen, that the
// line is not complete is no mistake.
func (q *QueryLine) Mistake(s *session.Session) *query.Error {
	if q.offered.isOpen() || q.offered.waits.on {
		return nil
	}
	return cmp.Or(s.StrangeKey(), s.Mistake())
}

// Draw returns the line in w cells: what is typed, else the parts of the query, and what they hide.
func (q *QueryLine) Draw(s *session.Session, th *draw.Theme, w int, use LineUse) []draw.Span {
	sign, key := q.sign(s)
	spans := []draw.Span{th.Faint.Span(" " + sign + " ")}
	right := q.state(s, th)
	room := w - 3 - draw.Cells(right) - 1
	switch {
	case use == LineTyped:
		spans = append(spans, q.line.Spans(th, room-1, q.Mistake(s))...)
		if q.line.Text() == "" {
			words := takes(room-3, "", " a name, a word, a date; Tab lists the keys", " a name, a word, a date", " a name")
			spans = append(spans, th.Faint.Span(words))
		}
	case s.View().Query == "":
		words := takes(room, th.Glyphs.More, key+"type a name, a word, a date", key+"type a name, a word", key+"type a name")
		if use == LineShut {
			words = takes(room, "", "no filter")
		}
		spans = append(spans, th.Faint.Span(words))
		used, legend := draw.SpanCells(spans), q.familySpans(th)
		if len(legend) > 0 && used+2+draw.SpanCells(legend) < w-draw.Cells(right) {
			gap := draw.Spaces(w - used - draw.SpanCells(legend))
			return append(append(spans, draw.Plain(gap)), legend...)
		}
	case s.Mistake() != nil: // as it is
		spans = append(spans, th.Bad.Span(th.Fit(s.View().Query, w-chipsFrom-1)))
	default:
		spans = append(spans, q.chipSpans(s, th, w, use)...)
	}
	used := draw.SpanCells(spans)
	return append(spans, draw.Plain(draw.Spaces(w-used-draw.Cells(right)-1)), th.Faint.Span(right))
}

// sign returns what stands before the line: / where that leads to it. Elsewhere it is a sign that cannot be taken for
// one of the filter, and what invites to type begins with key.
func (*QueryLine) sign(s *session.Session) (sign, key string) {
	if key = s.Key("filter"); key == "/" {
		return key, ""
	}
	return ">", key + ": "
}

// ClickLine puts the caret at column x of the line of w cells that is typed into.
func (q *QueryLine) ClickLine(s *session.Session, th *draw.Theme, x, w int) {
	q.line.Click(x-draw.Cells(" / "), w-3-draw.Cells(q.state(s, th))-2)
}

// takes returns the first of several ways to say what the line takes that fits w cells with what ends it, "" where
// none does.
func takes(w int, end string, words ...string) string {
	for _, one := range words {
		if end != "" {
			one += " " + end
		}
		if draw.Cells(one) <= w {
			return one
		}
	}
	return ""
}

// familySpans returns the families of events that the record has with their glyphs, both in their colours: in a list,
// so that they do not read as keys.
func (q *QueryLine) familySpans(th *draw.Theme) []draw.Span {
	var spans []draw.Span
	for _, f := range []family.Family{family.Force, family.Talks, family.Words, family.Help, family.Other} {
		if !q.has.any[f] {
			continue
		}
		if len(spans) > 0 {
			spans = append(spans, th.Faint.Span(" "+th.Glyphs.Dot+" "))
		}
		spans = append(spans, th.Families[f].Span(th.TypeGlyph("", "", f)+" "+f.String()))
	}
	if len(spans) == 0 {
		return nil
	}
	return append(spans, draw.Plain(" "))
}

// Try says what was asked for before the filter that is shown now, which is not kept yet; nil where it is.
func (q *QueryLine) Try(kept *query.Query) { q.kept = kept }

// isKept reports whether a part of the filter is no trial.
func (q *QueryLine) isKept(part string) bool {
	return q.kept == nil || slices.Contains(q.kept.Parts(), part)
}

// state says what the query does beyond matching, and before that whether it is not kept yet.
func (q *QueryLine) state(s *session.Session, th *draw.Theme) string {
	words := queryState(s, th)
	if q.kept == nil || s.Query().Equal(*q.kept) {
		return words
	}
	if words != "" {
		words = " " + th.Glyphs.Dot + " " + words
	}
	return "not kept yet" + words
}

// queryState says what the query does beyond matching.
func queryState(s *session.Session, th *draw.Theme) string {
	hidden := s.Index().Timeline().Len() - s.Matched().Len()
	switch {
	case s.Mistake() != nil:
		return ""
	case s.Searching():
		return "searching"
	case s.View().Paused:
		return "paused " + th.Glyphs.Dot + " " + s.Key("pause") + " resumes"
	case hidden == 0:
		return ""
	case s.View().Dim:
		return draw.Number(hidden) + " dimmed"
	}
	return draw.Number(hidden) + " hidden"
}

// Type hands a key to the line, and asks what it says then.
func (q *QueryLine) Type(s *session.Session, k tea.KeyMsg) input.Typed {
	typed := q.line.Update(k)
	if typed.Changed {
		q.preview(s)
	}
	return typed
}

// Text returns what is typed.
func (q *QueryLine) Text() string { return q.line.Text() }

// Rename puts the new ids of events in the place of those they had in the view that Leave goes back to.
func (q *QueryLine) Rename(ids map[string]string) { q.before.Rename(ids) }

// Offers reports whether anything is offered to complete the line.
func (q *QueryLine) Offers() bool { return q.offered.isOpen() }

// HasChosen reports whether one of what is offered is chosen.
func (q *QueryLine) HasChosen() bool { return q.offered.isChosen() }

// ChooseOffer moves by n of what is offered; before the first, none is chosen.
func (q *QueryLine) ChooseOffer(n int) { q.offered.choose(n) }

// ClickOffer chooses what is offered in a row of h, and reports whether anything is.
func (q *QueryLine) ClickOffer(row, h int) bool {
	n := q.offered.cursor.Top + row
	if row >= q.offered.room(h) || n >= len(q.offered.list) {
		return false
	}
	q.offered.cursor.At = n
	return true
}

// ShutOffers offers nothing any more.
func (q *QueryLine) ShutOffers() { q.offered.shut() }

// Rows returns how many rows what is offered would take.
func (q *QueryLine) Rows() int { return q.offered.rows() }

// Arrange brings what is chosen into sight in h rows.
func (q *QueryLine) Arrange(h int) { q.offered.arrange(h) }

// DrawOffers returns at most h rows of w cells of what is offered.
func (q *QueryLine) DrawOffers(th *draw.Theme, size image.Point) []string {
	return q.offered.draw(th, size)
}
