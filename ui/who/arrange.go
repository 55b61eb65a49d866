package who

import (
	"image"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// Columns are the widths of what a line shows, in cells.
type columns struct {
	name  int // with what comes before it in the lists of the picker, and the alias that was found
	side  int // 0 where there is no room for it
	count int
}

// margin is what is before a name: the cursor, the mark of what is ticked, and a blank.
const margin = 3

// Arrange fits it into a size, brings the cursor into sight and draws the pulses of the lines in sight. With mouse the
// lines show where to click.
func (w *Who) Arrange(s *session.Session, th *draw.Theme, size image.Point, mouse bool) {
	w.mouse = mouse
	w.share(size.Y)
	w.columns = columns{count: draw.Cells(draw.Number(w.tally.widest))}
	w.columns.count = max(1, w.columns.count)
	dense := 0
	if cells := w.pulseCells(size.X); cells > 0 {
		dense = w.density.Fit(s.Index(), cells)
	}
	if dense != w.dense {
		clear(w.pulses)
	}
	w.dense = dense
	if w.pulses == nil {
		w.pulses = make(map[timeline.ActorRef]string)
	}
	longest := 0
	for n := range w.sections {
		seen := w.sections[n].inSight()
		for i := range seen {
			l := &seen[i]
			if l.actor == timeline.NoActor {
				continue
			}
			if l.ranges == nil {
				l.ranges = l.match.Ranges()
			}
			if !w.rail {
				longest = max(longest, w.nameCells(th, *l))
			}
			if _, ok := w.pulses[l.actor]; !ok && w.dense > 0 {
				w.pulses[l.actor] = w.density.Line(s, th, l.actor, w.tally.among)
			}
		}
	}
	room := size.X - margin - w.right()
	w.columns.name = room
	const leastSide, gap = 10, 2
	if !w.rail && room-longest-gap >= leastSide {
		w.columns.name, w.columns.side = longest, room-longest-gap
	}
}

// pulseCells returns the cells that a pulse may have in a row of w cells.
func (w *Who) pulseCells(cells int) int {
	switch {
	case cells < 30:
		return 0
	case cells < 60:
		return 10
	case w.rail:
		return max(10, cells/3)
	}
	return max(16, cells/5)
}

// right returns the cells after the names: the pulse, the count, and where to click to exclude.
func (w *Who) right() int {
	n := w.columns.count + 2
	if w.dense > 0 {
		n += w.dense + 1
	}
	if w.mouse {
		n++
	}
	return n
}

// nameCells returns the cells that the whole of a name takes in the picker.
func (w *Who) nameCells(th *draw.Theme, l line) int {
	const enough = 1000 // what is longer is cut in any case
	return draw.SpanCells(w.name(th, l, enough, ""))
}

// share divides h rows among the sections: nearly half of them are sure to be for the actors. Above the first section
// are two rows in a rail, above each other a blank one and its title.
func (w *Who) share(h int) {
	const head, titled = 2, 2
	first := &w.sections[people]
	if !w.rail {
		first.from, first.rows = 0, h
		first.window(w.cursorIn(people))
		return
	}
	free := max(0, h-head)
	rest := free - min(max(1, len(first.lines)), (9*free+19)/20)
	var open []*section
	for n := people + 1; n < len(w.sections); n++ {
		w.sections[n].rows = 0
		if len(w.sections[n].lines) > 0 && rest > titled {
			rest -= titled + 1
			w.sections[n].rows = 1
			open = append(open, &w.sections[n])
		}
	}
	for more := true; more && rest > 0; {
		more = false
		for _, one := range open {
			if one.rows < len(one.lines) && rest > 0 {
				one.rows++
				rest--
				more = true
			}
		}
	}
	first.rows = free
	for _, one := range open {
		first.rows -= one.rows + titled
	}
	first.from = head
	at := head + first.rows
	for n := range w.sections {
		one := &w.sections[n]
		if n > people && one.rows > 0 {
			one.from = at + titled
			at += titled + one.rows
		}
		one.window(w.cursorIn(n))
	}
}

// cursorIn returns the line of a section under the cursor, −1 for none.
func (w *Who) cursorIn(n int) int {
	if !w.keys || w.at.section != n {
		return -1
	}
	return w.at.line
}

// window brings the line under the cursor into sight.
func (s *section) window(cursor int) {
	h := s.shown()
	if cursor >= 0 {
		s.top = max(0, min(s.top, cursor), cursor+1-h)
	}
	s.top = max(0, min(s.top, len(s.lines)-h))
}

// shown returns for how many lines there is room: where they are more, the last row counts the others.
func (s *section) shown() int {
	if len(s.lines) > s.rows && s.rows > 1 {
		return s.rows - 1
	}
	return s.rows
}

// inSight returns the lines in sight.
func (s *section) inSight() []line {
	return s.lines[min(s.top, len(s.lines)):min(s.top+s.shown(), len(s.lines))]
}
