package who

import (
	"image"
	"strings"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// Finder draws the rows above the actors of the picker: what is typed and how many that finds, what is chosen, and the
// ends of the pulses.
func (w Who) Finder(th *draw.Theme, size image.Point) []string {
	rows := th.Rows(size.X, size.Y)
	count, room := w.aroundLine(th, size)
	head := append([]draw.Span{th.Strong.Span(finderSign)}, w.line.Spans(th, room, nil)...)
	rows.Add("", ended(head, []draw.Span{th.Faint.Span(count + " ")}, size.X)...)
	rows.Add("", ended(w.chosenWords(th, size.X).spans(), []draw.Span{th.Faint.Span(w.axisWords())}, size.X)...)
	return rows.Strings()
}

// finderSign is before what is typed into the picker.
const finderSign = " WHO  "

// aroundLine returns what is after the line of the picker, and the cells that this leaves what is typed.
func (w *Who) aroundLine(th *draw.Theme, size image.Point) (count string, room int) {
	count = w.found()
	if size.Y == 1 && len(w.picks) > 0 {
		count = th.Glyphs.Included + " " + draw.Number(len(w.picks)) + "  " + count
	}
	const least = 12 // cells for what is typed
	left := size.X - draw.Cells(finderSign) - 2
	if left-draw.Cells(count) < least {
		count = ""
	}
	return count, left - draw.Cells(count)
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

// A word is a part of the row that says who is chosen, and what a click on it does; nil is nothing.
type word struct {
	draw.Span
	does func(*Who, *session.Session)
}

// A said is such a row.
type said []word

// add appends spans on which a click does something, or nothing.
func (r said) add(does func(*Who, *session.Session), spans ...draw.Span) said {
	for _, s := range spans {
		r = append(r, word{s, does})
	}
	return r
}

// spans returns the row as it is drawn.
func (r said) spans() (spans []draw.Span) {
	for _, one := range r {
		spans = append(spans, one.Span)
	}
	return spans
}

// at returns what a click at column x does, nil for nothing.
func (r said) at(x int) func(*Who, *session.Session) {
	for _, one := range r {
		if x -= draw.Cells(one.Text); x < 0 {
			return one.does
		}
	}
	return nil
}

// chosenWords says who is chosen, and whether any or all of them are to take part, in at most w cells.
func (w *Who) chosenWords(th *draw.Theme, cells int) said {
	names, wanted := w.chosenNames(th)
	if name, without := w.Without(); len(names) == 0 && without {
		head := " " + th.Glyphs.Excluded + " without "
		return said{}.add(nil, th.Faint.Span(head), th.Strong.Span(th.Fit(name, cells-draw.Cells(head))))
	}
	if len(names) == 0 && !w.Shows() {
		return said{}.add(nil, th.Faint.Span(th.Fit(" Backspace takes a letter back, Esc goes back", cells)))
	}
	if len(names) == 0 {
		return said{}.add(nil, th.Faint.Span(th.Fit(" Enter shows the one under the cursor; Tab ticks several", cells)))
	}
	meet := w.meetWords(th, wanted)
	row := said{}.add(nil, th.Faint.Span(" chosen: "))
	room := cells - draw.SpanCells(meet.spans()) - 1
	used := draw.SpanCells(row.spans())
	for _, name := range names {
		used += draw.SpanCells(name.spans()) + 2
	}
	if used > room { // the newest are told, of the others how many they are
		row = said{}.add(nil, draw.Plain(" "))
		used -= draw.Cells("chosen: ")
		left := 0
		for ; left < len(names)-1 && used+draw.Cells(th.Glyphs.More+"9 ") > room; left++ {
			used -= draw.SpanCells(names[left].spans()) + 2
		}
		if left > 0 {
			row = row.add(nil, th.Faint.Span(th.Glyphs.More+draw.Number(left)+" "))
		}
		names = names[left:]
	}
	for _, name := range names {
		row = append(row, name...).add(nil, draw.Plain("  "))
	}
	return append(row, meet...)
}

// chosenNames returns the names of the actors that the list below is made of, and how many of them are wanted. The last
// is that of the line under the cursor, if Enter takes that too. A click on one that is ticked unticks it.
func (w *Who) chosenNames(th *draw.Theme) (names []said, wanted int) {
	called := func(p pick) string {
		if p.actor != timeline.NoActor {
			return w.sides.of.ShortName(p.actor)
		}
		return p.value
	}
	l, ok := w.chosen()
	pending := ok && !w.would().Equal(w.base)
	for _, p := range w.picks {
		off := func(w *Who, s *session.Session) { w.set(s, l, w.base.Drop(p.key, p.value)) }
		switch {
		case p.key != query.ByActor, pending && p.is(l):
		case p.out:
			names = append(names, said{}.add(off, th.Faint.Span(th.Glyphs.Excluded+" "+called(p))))
		default:
			wanted++
			name := draw.AppendColumn([]draw.Span{th.Good.Span(th.Glyphs.Included + " ")}, th.Strong.Span(called(p)))
			names = append(names, said{}.add(off, name...))
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
		names = append(names, said{}.add(nil, th.Faint.Span(sign+called(pick{actor: l.actor, value: l.value}))))
	}
	return names, wanted
}

// Meet reports whether any or all of several actors are asked for, so that it can be changed.
func (w *Who) Meet() bool {
	wanted, _ := w.base.Values(query.ByActor)
	return len(wanted) > 1
}

// meetWords says whether any or all of several are to take part; a click on one of the words chooses that.
func (w *Who) meetWords(th *draw.Theme, wanted int) said {
	if wanted == 0 {
		return nil
	}
	now := meetAny
	switch {
	case w.beside && w.two() != nil:
		now = meetBeside
	case w.wantsAll():
		now = meetAll
	}
	row := said{}.add(nil, th.Faint.Span(" meet: "))
	for how, words := range [...]string{meetAny: "any", meetAll: "all", meetBeside: "side by side"} {
		how := meeting(how)
		choose := func(w *Who, s *session.Session) { w.meet(s, how) }
		switch {
		case how == meetBeside && (w.two() == nil || wanted != 2 && now != meetBeside):
		case how == now:
			row = row.add(choose, th.Strong.Span("["+words+"]"))
		case how == meetBeside:
			row = row.add(choose, th.Faint.Span(" "+words))
		default:
			row = row.add(choose, th.Faint.Span(" "+words+" "))
		}
	}
	return row
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

// railMeet returns what the second row of the rail has first: any or all of what is ticked.
func (w *Who) railMeet(th *draw.Theme) said {
	if _, wanted := w.chosenNames(th); wanted > 1 || w.keys && wanted > 0 {
		return w.meetWords(th, wanted)
	}
	return nil
}

// railAxis returns the second row of the rail: any or all of what is ticked, and the ends of the pulses.
func (w *Who) railAxis(th *draw.Theme, cells int) []draw.Span {
	return ended(w.railMeet(th).spans(), []draw.Span{th.Faint.Span(w.axisWords())}, cells)
}
