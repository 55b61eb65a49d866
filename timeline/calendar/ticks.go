package calendar

import "unicode/utf8"

// A Tick is a label of an axis.
type Tick struct {
	Column int    // the column of the scale that it begins in, from 0
	Text   string // such as "2025", "Sep" or "8", of one cell a rune
}

// Ticks returns the labels of the scale from left to right, for columns that are width cells of a terminal wide.
// There is one for every unit of the scale, or else for every unit of the first coarser kind whose labels do not
// touch: between two labels at least one cell is free. A label that would reach beyond the last column is left out.
// So is the first one if it names a unit that began before the scale and would touch the second.
func (s Scale) Ticks(width int) []Tick {
	width = max(width, 1)
	for u := s.unit; u > Centuries; u-- {
		if ticks, fit := s.ticks(u, 1, width); fit {
			return ticks
		}
	}
	for every := 1; ; every = rounder(every) {
		if ticks, fit := s.ticks(Centuries, every, width); fit {
			return ticks
		}
	}
}

// rounder returns the number after n in 1, 2, 5, 10, 20, 50 …
func rounder(n int) int {
	for leading := n; ; leading /= 10 {
		if leading == 2 {
			return n / 2 * 5
		}
		if leading < 10 {
			return 2 * n
		}
	}
}

// ticks returns a label for each u whose number is a multiple of every. They do not fit if two would touch.
func (s Scale) ticks(u Unit, every, width int) (ticks []Tick, fit bool) {
	d := u.align(s.Start(0), every)
	partial := every == 1 && s.Column(d) > 0
	if partial {
		d = s.Start(0)
	}
	free := 0 // the first cell that the next label may take
	for c := s.Column(d); c < s.columns; {
		text := u.Label(d)
		end := c*width + utf8.RuneCountInString(text)
		switch {
		case end > s.columns*width:
		case c*width >= free:
			ticks, free = append(ticks, Tick{c, text}), end+1
		case partial && len(ticks) == 1:
			ticks[0], free = Tick{c, text}, end+1
			partial = false
		default:
			return nil, false
		}
		d = u.align(s.Start(c+1), every)
		next := s.Column(d)
		if next <= c { // the end of time
			break
		}
		c = next
	}
	return ticks, true
}

// align returns the first day from d on that begins a unit whose number is a multiple of every.
func (u Unit) align(d Day, every int) Day {
	n := u.number(d)
	if u.first(n) < d {
		n++
	}
	return u.first(every * int(floorDiv(int64(n+every-1), int64(every))))
}
