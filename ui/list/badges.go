package list

import (
	"slices"
	"strconv"
	"strings"

	"dateline/ui/draw"
)

// Badges are what is at the end of an event's line: what has to be said, which is its status and how many accounts
// stand against each other, and how many quotes and figures it has.
type badges struct {
	needed, counts []draw.Span
	brief          []draw.Span // what has to be said, where there is no room for words
}

// badges returns those of the event that has been read.
func (w *writer) badges(look looks) badges {
	th, e := w.th, &w.e
	var b badges
	add := func(list *[]draw.Span, text string, style draw.Style) {
		if look.dimmed {
			style = look.faint
		}
		*list = append(*list, style.Span("  "+text))
	}
	if e.Status != "" && e.Status != "confirmed" {
		glyph, style := th.Status(e.Status)
		add(&b.needed, strings.TrimLeft(glyph+" ", " ")+th.Fit(e.Status, 10), style)
		add(&b.brief, glyph, style)
	}
	if n := w.t.Rivals(e); n > 0 {
		add(&b.needed, th.Glyphs.Rival+strconv.Itoa(n), th.Disputed)
		add(&b.brief, th.Glyphs.Rival+strconv.Itoa(n), th.Disputed)
	}
	if n := len(e.Quotes); n > 0 {
		add(&b.counts, th.Glyphs.Quotes+strconv.Itoa(n), look.faint)
	}
	if n := len(e.Figures); n > 0 {
		add(&b.counts, th.Glyphs.Figures+strconv.Itoa(n), look.faint)
	}
	return b
}

// need returns the cells of what has to be said.
func (b *badges) need() int { return draw.SpanCells(b.needed) }

// all returns the cells of all badges.
func (b *badges) all() int { return b.need() + draw.SpanCells(b.counts) }

// in returns all badges where they fit n cells, else those that are needed.
func (b *badges) in(n int) []draw.Span {
	if b.all() <= n {
		return slices.Concat(b.needed, b.counts)
	}
	return b.needed
}
