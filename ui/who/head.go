package who

import (
	"image"
	"strings"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/draw"
)

// Finder draws the rows above the actors of the picker: what is typed and how many that finds, what is chosen, and the
// ends of the pulses.
func (w Who) Finder(th *draw.Theme, size image.Point) []string {
	rows := th.Rows(size.X, size.Y)
	count := w.found()
	if size.Y == 1 && len(w.picks) > 0 {
		count = th.Glyphs.Included + " " + draw.Number(len(w.picks)) + "  " + count
	}
	head := []draw.Span{th.Strong.Span(" WHO  ")}
	const least = 12 // cells for what is typed
	if size.X-draw.SpanCells(head)-draw.Cells(count)-2 < least {
		count = ""
	}
	head = append(head, w.line.Spans(th, size.X-draw.SpanCells(head)-draw.Cells(count)-2, nil)...)
	rows.Add("", ended(head, []draw.Span{th.Faint.Span(count + " ")}, size.X)...)
	rows.Add("", ended(w.chosenSpans(th, size.X), []draw.Span{th.Faint.Span(w.axisWords())}, size.X)...)
	return rows.Strings()
}

// found returns how many actors there are, and how many of them the typed name finds.
func (w *Who) found() string {
	if w.sides.of == nil {
		return ""
	}
	all := w.sides.of.Actors()
	words := draw.Number(all) + " actors"
	if all == 1 {
		words = "1 actor"
	}
	name, _ := w.typed()
	if name == "" {
		return words
	}
	n := 0
	for i := range w.sections[people].lines {
		if !w.sections[people].lines[i].rule {
			n++
		}
	}
	return draw.Number(n) + " of " + words
}

// axisWords returns the ends of the pulses, above those of the lines, "" where there is none.
func (w *Who) axisWords() string {
	if w.dense == 0 {
		return ""
	}
	return w.density.Axis() + draw.Spaces(w.counted())
}

// ended returns a row with what is at its right end, if there is room for it.
func ended(left, right []draw.Span, cells int) []draw.Span {
	room := cells - draw.SpanCells(left) - draw.SpanCells(right)
	if room < 0 {
		return left
	}
	return append(append(left, draw.Plain(draw.Spaces(room))), right...)
}

// chosenSpans says who is chosen, and whether any or all of them are to take part, in at most w cells.
func (w *Who) chosenSpans(th *draw.Theme, cells int) []draw.Span {
	names, wanted := w.chosenNames(th)
	if name, without := w.Without(); len(names) == 0 && without {
		head := " " + th.Glyphs.Excluded + " without "
		return []draw.Span{th.Faint.Span(head), th.Strong.Span(th.Fit(name, cells-draw.Cells(head)))}
	}
	if len(names) == 0 && !w.Shows() {
		return []draw.Span{th.Faint.Span(th.Fit(" Backspace takes a letter back, Esc goes back", cells))}
	}
	if len(names) == 0 {
		return []draw.Span{th.Faint.Span(th.Fit(" Enter shows the one under the cursor; Tab ticks several", cells))}
	}
	meet := w.meetSpans(th, wanted)
	spans := []draw.Span{th.Faint.Span(" chosen: ")}
	room := cells - draw.SpanCells(meet) - 1
	used := draw.SpanCells(spans)
	for _, name := range names {
		used += draw.SpanCells(name) + 2
	}
	if used > room { // the newest are told, of the others how many they are
		spans = []draw.Span{draw.Plain(" ")}
		used -= draw.Cells("chosen: ")
		left := 0
		for ; left < len(names)-1 && used+draw.Cells(th.Glyphs.More+"9 ") > room; left++ {
			used -= draw.SpanCells(names[left]) + 2
		}
		if left > 0 {
			spans = append(spans, th.Faint.Span(th.Glyphs.More+draw.Number(left)+" "))
		}
		names = names[left:]
	}
	for _, name := range names {
		spans = append(append(spans, name...), draw.Plain("  "))
	}
	return append(spans, meet...)
}

// chosenNames returns the names of the actors that the list below is made of, and how many of them are wanted. The last
// is that of the line under the cursor, if Enter takes that too.
func (w *Who) chosenNames(th *draw.Theme) (names [][]draw.Span, wanted int) {
	called := func(p pick) string {
		if p.actor != timeline.NoActor {
			return w.sides.of.ShortName(p.actor)
		}
		return p.value
	}
	l, ok := w.chosen()
	pending := ok && !w.would().Equal(w.base)
	for _, p := range w.picks {
		switch {
		case p.key != query.ByActor, pending && p.is(l):
		case p.out:
			names = append(names, []draw.Span{th.Faint.Span(th.Glyphs.Excluded + " " + called(p))})
		default:
			wanted++
			names = append(names, []draw.Span{th.Good.Span(th.Glyphs.Included + " "), th.Strong.Span(called(p))})
		}
	}
	if pending && len(names) > 0 {
		sign := "or "
		if w.wantsAll() {
			sign = "and "
		}
		if _, without := w.typed(); without {
			sign = th.Glyphs.Excluded + " "
		} else {
			wanted++
		}
		names = append(names, []draw.Span{th.Faint.Span(sign + called(pick{actor: l.actor, value: l.value}))})
	}
	return names, wanted
}

// Meet reports whether any or all of several actors are asked for, so that it can be changed.
func (w *Who) Meet() bool {
	wanted, _ := w.base.Values(query.ByActor)
	return len(wanted) > 1
}

// meetSpans says whether any or all of several are to take part.
func (w *Who) meetSpans(th *draw.Theme, wanted int) []draw.Span {
	if wanted == 0 {
		return nil
	}
	any, all := " any ", "[all]"
	anyStyle, allStyle := th.Faint, th.Strong
	if !w.wantsAll() {
		any, all = "[any]", " all "
		anyStyle, allStyle = allStyle, anyStyle
	}
	spans := []draw.Span{th.Faint.Span(" meet: "), anyStyle.Span(any), allStyle.Span(all)}
	switch {
	case w.beside && w.two() != nil:
		return []draw.Span{th.Faint.Span(" meet:  any  all "), th.Strong.Span("[side by side]")}
	case w.two() != nil && wanted == 2:
		return append(spans, th.Faint.Span(" side by side"))
	}
	return spans
}

// Remains returns the row between the actors and the list of what would be left. At column tee, if that is not 0, the
// line between the panes below begins.
func (w Who) Remains(th *draw.Theme, left, tee, cells int) []draw.Span {
	bar := th.Glyphs.Horizontal
	words := bar + " what would be left "
	if !w.Shows() {
		words = bar + " what there is now "
	}
	before, count, after := words, " "+draw.Number(left)+" ", bar+bar
	if at := tee - draw.Cells(before); tee > 0 && at >= 0 {
		before += strings.Repeat(bar, at) + th.Glyphs.Tee
	}
	room := cells - draw.Cells(before) - draw.Cells(count) - draw.Cells(after)
	before += strings.Repeat(bar, max(0, room))
	return []draw.Span{th.Faint.Span(before), th.Strong.Span(count), th.Faint.Span(after)}
}

// railHead returns the first row of the rail: what is typed, or which key puts the keys into it.
func (w *Who) railHead(th *draw.Theme, cells int) []draw.Span {
	head := []draw.Span{th.Strong.Span(" WHO")}
	if !w.keys {
		return ended(head, []draw.Span{th.Key.Span(w.keyOf("actors")), th.Faint.Span(" finds ")}, cells)
	}
	head = append(head, th.Faint.Span("  find: "))
	return append(head, w.line.Spans(th, cells-draw.SpanCells(head)-1, nil)...)
}

// railAxis returns the second row of the rail: any or all of what is ticked, and the ends of the pulses.
func (w *Who) railAxis(th *draw.Theme, cells int) []draw.Span {
	var meet []draw.Span
	if _, wanted := w.chosenNames(th); wanted > 1 || w.keys && wanted > 0 {
		meet = w.meetSpans(th, wanted)
	}
	axis := []draw.Span{th.Faint.Span(w.axisWords())}
	return ended(meet, axis, cells)
}
