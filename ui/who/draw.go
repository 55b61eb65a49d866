package who

import (
	"image"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// Draw returns the picker or the rail, in exactly as many rows as it has.
func (w Who) Draw(th *draw.Theme, size image.Point) []string {
	rows := th.Padded(size.X, size.Y)
	if w.rail {
		for _, spans := range [][]draw.Span{w.railHead(th, size.X), w.railAxis(th, size.X)} {
			rows.Add("", spans...)
		}
	}
	for n := range w.sections {
		one := &w.sections[n]
		if one.rows == 0 || n > people && len(one.lines) == 0 {
			continue
		}
		if n > people {
			rows.Add("")
			rows.Add("", th.Strong.Span(" "+sectionTitles[n]))
		}
		w.drawSection(th, &rows, n, size.X)
	}
	for !rows.Full() {
		rows.Add("")
	}
	return rows.Strings()
}

var sectionTitles = [...]string{people: "WHO", ofSide: "SIDE", what: "WHAT", sure: "HOW SURE"}

// drawSection draws the lines of a section in sight, and counts the others.
func (w *Who) drawSection(th *draw.Theme, rows *draw.Rows, n, cells int) {
	one := &w.sections[n]
	drawn := one.inSight()
	for i, l := range drawn {
		switch focused := w.cursorIn(n) == one.top+i; {
		case l.rule:
			rows.Add("", w.ruleRow(th, l, cells)...)
		case focused:
			row := w.row(th, l, cells)
			row[0].Text = th.Glyphs.Cursor
			rows.Add(th.Row(true, true), row...)
		default:
			rows.Add("", w.row(th, l, cells)...)
		}
	}
	used := len(drawn)
	if more := len(one.lines) - len(drawn); more > 0 && used < one.rows {
		rows.Add("", th.Faint.Span("   "+th.Glyphs.More+" "+moreWords(one.top, more-one.top)))
		used++
	}
	if n == people && len(one.lines) == 0 && used < one.rows {
		for _, text := range draw.Wrap(w.nobody(), cells-margin-1) {
			if used++; used <= one.rows {
				rows.Add("", th.Faint.Span(draw.Spaces(margin)+text))
			}
		}
		used = min(used, one.rows)
	}
	for ; used < one.rows; used++ {
		rows.Add("")
	}
}

// moreWords says how many lines are out of sight, above and below those that are in it.
func moreWords(above, below int) string {
	switch {
	case above == 0:
		return draw.Number(below) + " more"
	case below == 0:
		return draw.Number(above) + " more above"
	}
	return draw.Number(above) + " above, " + draw.Number(below) + " below"
}

// nobody returns what is said where no actor is found.
func (w *Who) nobody() string {
	name, _ := w.typed()
	if name == "" {
		return "The record names nobody."
	}
	for n := range w.sections {
		if one := &w.sections[n]; n > people && one.found && len(one.lines) > 0 {
			return "No actor is called so; " + sectionTitles[n] + " has it."
		}
	}
	return "No actor is called so. Backspace takes a letter back, ^u all; Esc and " + w.keyOf("filter") +
		" look for it in the texts."
}

// ruleRow returns the row above those that would give nothing.
func (w *Who) ruleRow(th *draw.Theme, l line, cells int) []draw.Span {
	bar := th.Glyphs.Horizontal
	text := th.Fit(" "+bar+" "+l.value+" ", cells)
	return []draw.Span{th.Faint.Span(text + strings.Repeat(bar, max(0, cells-draw.Cells(text)-1)))}
}

// row returns a line: mark, name, side, pulse and count.
func (w *Who) row(th *draw.Theme, l line, cells int) []draw.Span {
	c := w.columns
	in, out := w.picked(l)
	st := th.Actor
	if l.actor == timeline.NoActor {
		st = ""
	}
	mark, markStyle := " ", th.Faint
	switch {
	case in:
		mark, markStyle, st = th.Glyphs.Included, th.Good, st+th.Strong
	case out:
		mark, st = th.Glyphs.Excluded, th.Faint
	}
	if l.n == 0 && !in {
		st = th.Faint
	}
	if now, ok := w.chosen(); ok && now.key == l.key && now.value == l.value && w.without() {
		mark, st = th.Glyphs.Excluded, th.Faint
	}
	row := []draw.Span{draw.Plain(" "), markStyle.Span(mark), draw.Plain(" ")}
	room, pulse := c.name, w.pulses[l.actor]
	if l.actor == timeline.NoActor {
		pulse = ""
	}
	if w.dense > 0 && pulse == "" {
		room += w.dense + 1
	}
	name := w.name(th, l, room, st)
	row = draw.AppendColumn(row, name...)
	row = append(row, draw.Plain(draw.Spaces(room-draw.SpanCells(name))))
	if c.side > 0 {
		side := th.Fit(w.kindWords(l), c.side)
		row = append(row, draw.Plain("  "))
		row = draw.AppendColumn(row, th.Faint.Span(side))
		row = append(row, draw.Plain(draw.Spaces(c.side-draw.Cells(side))))
	}
	if pulse != "" {
		row = append(append(row, draw.Plain(" ")), pulseSpans(th, pulse, l.n == 0)...)
	}
	count := draw.Number(l.n)
	countStyle := draw.Style("")
	if l.n == 0 {
		countStyle = th.Faint
	}
	row = append(row, draw.Plain(draw.Spaces(1+c.count-draw.Cells(count))), countStyle.Span(count), draw.Plain(" "))
	if w.mouse {
		row = append(row, th.Faint.Span(th.Glyphs.Excluded))
	}
	return row
}

// pulseSpans returns a pulse, faint where nothing is.
func pulseSpans(th *draw.Theme, pulse string, faint bool) []draw.Span {
	var runs draw.Runs
	for _, r := range pulse {
		st := draw.Style("")
		if faint || string(r) == th.Glyphs.None {
			st = th.Faint
		}
		runs.Add(string(r), st)
	}
	return runs.Spans()
}

// kindWords says what kind of actor a line is, and whose.
func (w *Who) kindWords(l line) string {
	if l.actor == timeline.NoActor {
		return ""
	}
	t := w.sides.of
	words := string(t.Actor(l.actor).Kind)
	if top := t.Top(l.actor); top != l.actor {
		if words != "" {
			words += ", "
		}
		words += t.Actor(top).Name
	}
	return words
}
