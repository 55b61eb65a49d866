package who

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// name returns what a line asks for in at most w cells, with what was typed lit, in it or in the spelling that was
// found.
func (w *Who) name(th *draw.Theme, l line, cells int, st draw.Style) []draw.Span {
	after, text := "", l.value
	switch {
	case l.fold == shut:
		after = " " + th.Glyphs.Folded
	case l.fold == wide:
		after = " " + th.Glyphs.Unfolded
	}
	if l.actor != timeline.NoActor {
		text = w.called(l)
	}
	spans := []draw.Span{draw.Plain(draw.Spaces(2 * l.depth))}
	if glyph := w.glyph(th, l); glyph.Text != "" {
		spans = append(spans, glyph, draw.Plain(" "))
	}
	room := cells - draw.SpanCells(spans) - draw.Cells(after)
	spans = append(spans, w.lit(th, l, text, room, st)...)
	if after != "" {
		spans = append(spans, th.Faint.Span(after))
	}
	return spans
}

// glyph returns the glyph of a type or a status, in its style unless it would give nothing.
func (w *Who) glyph(th *draw.Theme, l line) draw.Span {
	var glyph draw.Span
	switch t := w.sides.of; l.key {
	case query.ByType:
		f := t.Family(l.value)
		glyph = th.Families[f].Span(th.TypeGlyph(l.value, t.TypeGlyph(l.value), f))
	case query.ByStatus:
		text, st := th.Status(l.value)
		glyph = st.Span(text)
	case query.ByIs:
		glyph = draw.Plain(th.Glyphs.Rival)
	}
	if l.n == 0 {
		glyph.Style = th.Faint
	}
	return glyph
}

// called returns what an actor is called: in a rail by its short name, where that is nobody else's and nothing is
// typed.
func (w *Who) called(l line) string {
	if w.rail && l.found == "" {
		return w.sides.of.ShortName(l.actor)
	}
	return w.sides.of.Actor(l.actor).Name
}

// lit returns a text in at most w cells with what was typed lit, and after it the alias that was found.
func (w *Who) lit(th *draw.Theme, l line, text string, cells int, st draw.Style) []draw.Span {
	name, _ := w.typed()
	typed := strings.Fields(fold.Fold(name))
	match := th.Match
	switch {
	case l.found == "":
		return []draw.Span{st.Span(cutInside(th, text, cells))}
	case l.found == text:
		return draw.Marked(text, l.ranges, cells, st, match, th.Glyphs.More)
	case strings.Contains(fold.Value(text), fold.Value(l.found)):
		return draw.Marked(text, fold.Find(text, typed), cells, st, match, th.Glyphs.More)
	}
	const also = "  also "
	spans := draw.Marked(text, nil, cells, st, "", th.Glyphs.More)
	if room := cells - draw.SpanCells(spans) - draw.Cells(also); room >= min(4, draw.Cells(l.found)) {
		spans = append(spans, th.Faint.Span(also))
		spans = append(spans, draw.Marked(l.found, l.ranges, room, th.Faint, match, th.Glyphs.More)...)
	}
	return spans
}

// cutInside returns a name in at most w cells. A longer one keeps its last words, by which names of one kind are told
// apart: "National…of France".
func cutInside(th *draw.Theme, name string, cells int) string {
	const least = 12
	name = sanitize.Line(draw.Enough(name, 1000))
	if draw.Cells(name) <= cells || cells < least {
		return th.Fit(name, cells)
	}
	words := strings.Fields(name)
	tail, most := "", cells*3/5
	for n := len(words) - 1; n > 0; n-- {
		longer := words[n]
		if tail != "" {
			longer += " " + tail
		}
		if draw.Cells(longer) > most {
			break
		}
		tail, most = longer, cells*2/5
	}
	head := th.Fit(name, cells-draw.Cells(tail))
	if tail == "" || draw.Cells(head+tail) > cells {
		return th.Fit(name, cells)
	}
	return head + tail
}
