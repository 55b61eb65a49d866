package ui

import (
	"math"

	"dateline/timeline"
)

// A standing is the day of the event that the reader chose last.
type standing struct {
	on  string // its id
	day timeline.Day
}

// place puts the cursor on the event that the reader chose, or on the nearest in time that is shown, and leaves it as far
// down the list as it was. An event that the record has lost is remembered by its day.
func (m *model) place() {
	l, t := &m.list, m.index.Timeline()
	if l.shown.Len() == 0 {
		l.cursor, l.top = 0, 0
		return
	}
	down := l.cursor - l.top
	defer func() { l.top = max(0, l.cursor-down) }()
	i, ok := t.Find(m.view.anchor)
	switch {
	case ok:
		m.stood = standing{m.view.anchor, t.Date(i).Earliest()}
		n := l.shown.Rank(i)
		if !l.shown.Has(i) {
			n = m.nearest(n, m.stood.day)
		}
		l.move(l.before(l.shown.At(n)))
	case m.view.anchor == "":
		l.move(0)
	case m.view.anchor == m.stood.on:
		n := m.nearest(l.begun(t, m.stood.day), m.stood.day)
		l.move(l.before(l.shown.At(n)))
	default:
		l.move(l.cursor)
	}
}

// nearest is the place in the selection of the shown event nearest to a day: the one at n, which is not before it, or the one before that.
func (m *model) nearest(n int, day timeline.Day) int {
	l, t := &m.list, m.index.Timeline()
	apart := func(n int) int64 {
		if n < 0 || n >= l.shown.Len() {
			return math.MaxInt64
		}
		return int64(t.Date(l.shown.At(n)).Earliest()) - int64(day)
	}
	if before := -apart(n - 1); n > 0 && before <= apart(n) {
		return n - 1
	}
	return n
}
