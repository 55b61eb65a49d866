package who

import (
	"image"

	"dateline/ui/draw"
	"dateline/ui/session"
)

// What the mouse does. A click on the mark of a line ticks it or unticks it, one on the "-" at its end, which is there
// while it has the keys, excludes it or lets it in again, and one on the name shows only that. In the picker a click on
// a name moves the cursor to it, and the second one shows what would be left; above it, one on a name that is ticked
// unticks it, and one on how those that are ticked meet has them meet so.

// Click acts on a place of the rail or the picker. It reports whether what would be left is to be shown.
func (w *Who) Click(s *session.Session, th *draw.Theme, at image.Point, cells int) (keep bool) {
	if w.rail && w.keys && at.Y == 0 {
		const before = " WHO  find: "
		w.line.Click(at.X-draw.Cells(before), cells-draw.Cells(before)-1)
		return false
	}
	if w.rail && at.Y == 1 {
		w.press(s, w.railMeet(th).at(at.X))
		return false
	}
	spot, ok := w.spotAt(at.Y)
	if !ok {
		return false
	}
	l := w.sections[spot.section].lines[spot.line]
	again := w.keys && w.at == spot
	w.at = spot
	switch {
	case l.fold != flat && at.X == w.foldColumn(th, l, cells):
		w.turn(s, l)
	case at.X < margin:
		w.tick(s, l)
	case w.mouse && at.X >= cells-2:
		w.exclude(s, l)
	case w.rail:
		w.only(s, l)
	default:
		w.preview(s)
		return again
	}
	return false
}

// ClickFinder acts on a place of the rows above the picker: on the first it puts the caret there.
func (w *Who) ClickFinder(s *session.Session, th *draw.Theme, at, size image.Point) {
	if at.Y == 1 {
		w.press(s, w.chosenWords(th, size.X).at(at.X))
		return
	}
	_, room := w.aroundLine(th, size)
	w.line.Click(at.X-draw.Cells(finderSign), room)
}

// press does what a word does that is clicked on, if anything.
func (w *Who) press(s *session.Session, does func(*Who, *session.Session)) {
	if does != nil {
		does(w, s)
	}
}

// foldColumn returns the column of the mark that a side with people has.
func (w *Who) foldColumn(th *draw.Theme, l line, cells int) int {
	at := 0
	for _, s := range w.row(th, l, cells) {
		if s.Text == " "+th.Glyphs.Folded || s.Text == " "+th.Glyphs.Unfolded {
			return at + 1
		}
		at += draw.Cells(s.Text)
	}
	return -1
}

// spotAt returns the line in a row.
func (w *Who) spotAt(row int) (spot, bool) {
	for n := range w.sections {
		one := &w.sections[n]
		if i := row - one.from; one.rows > 0 && i >= 0 && i < len(one.inSight()) && !one.inSight()[i].rule {
			return spot{n, one.top + i}, true
		}
	}
	return spot{}, false
}

// Wheel moves the cursor by n lines, or without the keys scrolls the section in a row.
func (w *Who) Wheel(s *session.Session, row, n int) {
	if w.keys {
		w.Move(s, n)
		return
	}
	for i := range w.sections {
		if one := &w.sections[i]; one.rows > 0 && row >= one.from-1 && row < one.from+one.rows {
			one.top += n
		}
	}
}
