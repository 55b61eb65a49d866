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
// lines show where to click to exclude them, while it has the keys and room, and nothing is typed: what is found needs
// the room then, and a rail beside the list is to be read.
func (w *Who) Arrange(s *session.Session, th *draw.Theme, size image.Point, mouse bool) {
	const roomy = 60
	w.mouse, w.keyOf = mouse && w.keys && w.Empty() && (w.rail || size.X >= roomy), s.Key
	w.share(size.Y)
	w.columns = columns{count: draw.Cells(draw.Number(w.tally.widest))}
	w.columns.count = max(1, w.columns.count)
	name, side := w.inSight(th)
	const gap = 2
	dense := 0
	if cells := w.pulseCells(size.X); cells > 0 {
		if room := size.X - margin - w.counted() - 1 - name - gap - side; !w.rail && side > 0 && room > cells {
			cells *= min(room/cells, 3)
		}
		dense = w.density.Fit(s.Index(), cells)
	}
	if dense != w.dense {
		clear(w.pulses)
	}
	w.dense = dense
	w.draft(s, th)
	w.columns.name = size.X - margin - w.right()
	const leastSide = 10
	if left := w.columns.name - name - gap; !w.rail && left >= leastSide {
		w.columns.name, w.columns.side = name, left
	}
}

// inSight returns the cells of the longest name in sight in the picker, and of the longest words of what kind of actor
// one is. Of every line in sight it notes where what was typed is.
func (w *Who) inSight(th *draw.Theme) (name, side int) {
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
				name, side = max(name, w.nameCells(th, *l)), max(side, draw.Cells(w.kindWords(*l)))
			}
		}
	}
	return name, side
}

// draft draws the pulses of the lines in sight.
func (w *Who) draft(s *session.Session, th *draw.Theme) {
	if w.pulses == nil {
		w.pulses = make(map[timeline.ActorRef]string)
	}
	for n := range w.sections {
		for _, l := range w.sections[n].inSight() {
			if _, ok := w.pulses[l.actor]; !ok && l.actor != timeline.NoActor && w.dense > 0 {
				w.pulses[l.actor] = w.density.Line(s, th, l.actor, w.tally.among)
			}
		}
	}
}

// pulseCells returns the cells that a pulse may have in a row of w cells.
func (w *Who) pulseCells(cells int) int {
	switch {
	case cells < 30:
		return 0
	case w.rail:
		return max(8, cells/4)
	case cells < 52:
		return 8
	case cells < 60:
		return 10
	}
	return max(16, cells/5)
}

// right returns the cells after the names: the pulse, the count, and where to click to exclude.
func (w *Who) right() int {
	if w.dense > 0 {
		return w.dense + 1 + w.counted()
	}
	return w.counted()
}

// counted returns the cells after the pulse.
func (w *Who) counted() int {
	if w.mouse {
		return w.columns.count + 3
	}
	return w.columns.count + 2
}

// nameCells returns the cells that the whole of a name takes in the picker.
func (w *Who) nameCells(th *draw.Theme, l line) int {
	const enough = 1000 // what is longer is cut in any case
	return draw.SpanCells(w.name(th, l, enough, ""))
}

// share divides h rows among the sections. Above the first are two rows in a rail, above each other a blank one and its
// title.
func (w *Who) share(h int) {
	const head, titled = 2, 2
	first := &w.sections[people]
	if !w.rail {
		first.from, first.rows = 0, h
		first.window(w.cursorIn(people))
		return
	}
	free := max(0, h-head)
	first.rows = min(free, 1)
	rest := free - first.rows
	for n := people + 1; n < len(w.sections); n++ {
		w.sections[n].rows = 0
		if len(w.sections[n].lines) > 0 && rest > titled {
			rest -= titled + 1
			w.sections[n].rows = 1
		}
	}
	w.deal(rest, (9*free+19)/20)
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

// deal deals rows out to the sections. First come the actors that would give something, up to certain rows; then how
// sure, which is short, and the types and sides that would give something; then those that would give nothing, the
// actors among them last. What is left is the actors'.
func (w *Who) deal(rows, certain int) {
	all := func(n int) int { return len(w.sections[n].lines) }
	giving := func(n int) int { // and the row that counts the others
		return min(w.sections[n].giving+1, all(n))
	}
	upTo := func(want func(int) int, most int, sections ...int) {
		for more := true; more && rows > 0; {
			more = false
			for _, n := range sections {
				if one := &w.sections[n]; one.rows > 0 && one.rows < min(want(n), most) && rows > 0 {
					one.rows++
					rows--
					more = true
				}
			}
		}
	}
	const any = 1 << 30
	upTo(giving, certain, people)
	upTo(all, any, sure)
	upTo(giving, any, what, ofSide)
	upTo(giving, any, people)
	upTo(all, any, what)
	upTo(all, any, ofSide)
	w.sections[people].rows += rows
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
