package list

import (
	"strings"

	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// goingOnFrom is how many lines a list has at least for one of them to tell what goes on.
const goingOnFrom = 3

// tellsGoingOn reports whether a list of h lines has one for what began before the dates asked for and goes on.
func tellsGoingOn(s *session.Session, h int) bool { return s.GoingOn().Len() > 0 && h >= goingOnFrom }

// goingOn returns the line that tells what goes on, always in sight: how many events, and what they are as far as there
// is room.
func (w *writer) goingOn() []draw.Span {
	events, room := w.s.GoingOn(), w.of.asked.w-2
	words := "going on: " + draw.Number(events.Len())
	var titles strings.Builder
	for n := 0; n < events.Len() && titles.Len() < 4*room; n++ {
		if n > 0 {
			titles.WriteString(" " + w.th.Glyphs.Dot + " ")
		}
		titles.WriteString(draw.Enough(w.t.EventTitle(events.At(n)), room))
	}
	st := w.th.Faint
	first := draw.Plain(" ")
	if w.s.OnGoingOn() {
		st, first = "", draw.Plain(w.th.Glyphs.Cursor)
	}
	room -= draw.Cells(words)
	return []draw.Span{first, st.Span(words), st.Span(w.th.Fit("   "+sanitize.Line(titles.String()), max(room, 0)))}
}

// OnGoingOn reports whether a line of the list tells what goes on.
func (l *List) OnGoingOn(row int) bool {
	return row >= 0 && row < len(l.lines) && l.lines[row].place == ofGoingOn
}
