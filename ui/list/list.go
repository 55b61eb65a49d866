package list

import (
	"image"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A List is the timeline pane: the shown events in order of time as beads on a thread, under a heading for each month,
// with the time between events that lie far apart and the place of today. Only what is in sight is looked at, so its
// cost does not grow with the record.
type List struct {
	preface preface
	writer  writer
	lines   []line // what is in sight, from the top
	full    int    // lines that the list has where it gives none to the detail below it
	wants   int    // … and how many of these it has a use for
	reading bool   // whether it gives lines because the detail is read
	top     int    // the first event in sight before that
}

// A line is a line of the list.
type line struct {
	place int // in the list, of the event that it belongs to; else one of those below
	part  int // of the event's lines
	spans []draw.Span
}

// What belongs to no event.
const (
	ofTime   = -1 // months, silences, today
	ofRecord = -2 // what the record says of itself

	ofGoingOn = -3 // what began before the dates asked for and goes on
)

// Forget lets go the record that the lines were made of. Another has come in its place.
func (l *List) Forget() { l.writer, l.preface.of, l.lines = writer{}, nil, nil }

// Measure finds how many lines a list of this size has a use for, where the detail below it gets the others. While that
// is read it gets more; afterwards the list is scrolled to where it was, as far as the cursor allows.
func (l *List) Measure(s *session.Session, th *draw.Theme, size image.Point, yields, reading bool) {
	l.full, l.wants = 0, 0
	if reading = reading && yields; reading != l.reading {
		if reading {
			l.top = s.Top()
		} else {
			s.ScrollTo(l.top)
		}
		l.reading = reading
	}
	if !yields {
		return
	}
	l.full = size.Y
	h := l.prepare(s, th, size, true)
	l.wants = size.Y - h + len(l.preface.rows)
	if n := s.Shown().Len(); n > 0 {
		l.wants += l.linesTo(n-1, h)
	}
}

// Wants returns how many lines the list has a use for, as it was measured.
func (l *List) Wants() int { return min(l.wants, l.full) }

// prepare makes ready what the lines of the list are made of, and returns how many there are for events.
func (l *List) prepare(s *session.Session, th *draw.Theme, size image.Point, above bool) int {
	h := size.Y
	if tellsGoingOn(s, h) {
		h--
	}
	l.preface.fold(s, th, size.X, h)
	l.writer.begin(s, th, image.Pt(size.X, h), above, len(l.preface.rows))
	return h
}

// Arrange brings the cursor's event whole into the lines of the list, with a little of its surroundings where there is
// room. The preface is in sight at the first event, and scrolls away when others need its lines. A list that is above
// the detail, not beside it, has no more names than it would have there, so that a wider screen has no fewer.
func (l *List) Arrange(s *session.Session, th *draw.Theme, size image.Point, above bool) {
	full := image.Pt(size.X, max(size.Y, l.full)) // the lines of events are those of a list that gives no lines away
	l.prepare(s, th, full, above)
	h := size.Y
	if tellsGoingOn(s, h) {
		h--
	}
	l.scroll(s, h)
	l.lines = l.lay(l.lines[:0], s, size.Y)
}

// scroll chooses the first event in sight.
func (l *List) scroll(s *session.Session, h int) {
	n := s.Shown().Len()
	if n == 0 || h <= 0 {
		s.ScrollTo(0)
		return
	}
	margin := min(2, h/6)
	top := max(0, min(s.Top(), s.Cursor()-margin))
	last := min(s.Cursor()+margin, n-1)
	for ; ; last-- {
		if first := l.firstFor(last, h); first <= s.Cursor() {
			top = max(top, first)
			break
		}
	}
	top = min(top, l.firstFor(n-1, h)) // no empty lines below the last event
	s.ScrollTo(min(top, s.Cursor()))
	switch {
	case s.Top() > 0:
		l.preface.hidden = len(l.preface.rows)
	case s.Cursor() < max(1, margin):
		l.preface.hidden = 0
	default:
		l.preface.arrange(l.linesTo(last, h), l.linesTo(n-1, h), h)
	}
}

// linesTo returns how many lines the events up to place last take, from the first; where there are more than h, any
// number above h.
func (l *List) linesTo(last, h int) int {
	lines := 1 + l.writer.height(0)
	for n := 1; n <= last && lines <= h; n++ {
		lines += l.writer.height(n) + l.writer.linesBefore(n)
	}
	return lines
}

// firstFor returns the smallest top with which the event at place last is still whole within h lines.
func (l *List) firstFor(last, h int) int {
	first := last
	for lines := 1 + l.writer.height(last); first > 0; first-- {
		if lines += l.writer.height(first-1) + l.writer.linesBefore(first); lines > h {
			break
		}
	}
	return first
}

// lay appends the lines that are in sight, at most h.
func (l *List) lay(lines []line, s *session.Session, h int) []line {
	w, n := &l.writer, s.Shown().Len()
	if n == 0 {
		return lines
	}
	if s.Top() == 0 {
		for _, spans := range l.preface.shown() {
			lines = append(lines, line{place: ofRecord, spans: spans})
		}
	}
	if tellsGoingOn(s, h) {
		lines = append(lines, line{place: ofGoingOn, spans: w.goingOn()})
	}
	if h > 1 {
		lines = append(lines, line{place: ofTime, spans: w.heading(s.Top(), 0)})
	}
	for at := s.Top(); at < n && len(lines) < h; at++ {
		if at > s.Top() {
			lines = w.between(lines, at)
		}
		for part, spans := range w.form(at).lines {
			lines = append(lines, line{at, part, spans})
		}
	}
	return lines[:min(len(lines), max(h, 0))]
}

// OnPreface reports whether a line of the list says something of the record, not of its events.
func (l *List) OnPreface(row int) bool {
	return row >= 0 && row < len(l.lines) && l.lines[row].place == ofRecord
}

// EventAt returns the place in the list of the event in a line.
func (l *List) EventAt(row int) (place int, ok bool) {
	if row < 0 || row >= len(l.lines) || l.lines[row].place < 0 {
		return 0, false
	}
	return l.lines[row].place, true
}

// Window tells the session how many of the events are in sight.
func (l *List) Window(s *session.Session) {
	n := 0
	for _, one := range l.lines {
		if one.place >= 0 && one.part == 0 {
			n++
		}
	}
	s.SetInSight(max(1, n))
}

// Draw returns at most h rows of w cells.
func (l List) Draw(s *session.Session, th *draw.Theme, size image.Point, focused bool) []string {
	t, rows := s.Index().Timeline(), th.Padded(size.X, size.Y)
	var row []draw.Span // for the next line to use again
	for _, one := range l.lines {
		if one.place < 0 {
			rows.Add(th.Row(one.place == ofGoingOn && s.OnGoingOn(), focused), one.spans...)
			continue
		}
		row = append(row[:0], one.spans...)
		i := s.At(one.place)
		selected := one.place == s.Cursor() && !s.OnGoingOn()
		if one.part == 0 {
			row[0] = margin(s, th, t, i, selected)
			if s.IsMarked(t.ID(i)) {
				row[markSpan] = th.Strong.Span(th.Glyphs.Mark)
			}
		}
		rows.Add(th.Row(selected, focused), row...)
	}
	return rows.Strings()
}

// margin returns the first cell of an event: the cursor, seen without colour too, or what is new.
func margin(s *session.Session, th *draw.Theme, t *timeline.Timeline, i int, selected bool) draw.Span {
	if selected {
		return draw.Plain(th.Glyphs.Cursor)
	}
	switch s.News(t.ID(i)) {
	case session.IsNew:
		return (th.Good + th.Strong).Span(th.Glyphs.New)
	case session.IsChanged:
		return th.Strong.Span(th.Glyphs.Changed)
	}
	return draw.Plain(" ")
}
