package list

import (
	"image"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A writer makes the lines of a list, and keeps those of events for the next time.
type writer struct {
	s     *session.Session
	th    *draw.Theme
	t     *timeline.Timeline
	today calendar.Day
	of    occasion
	forms map[int]form // by number of the event
	whole form         // of the cursor's event, where its title is cut in forms, …
	on    int          // … which is this one
	e     timeline.Event
}

// An occasion is what the lines of events are made for, and how many there are of them then.
type occasion struct {
	asked         request
	rows, summary int  // lines of an event, of which so many are of its summary where there are three
	tight         bool // names may be missing where the title leaves no room
}

// A request is what the lines of events depend on.
type request struct {
	t       *timeline.Timeline
	th      *draw.Theme
	answers int // of the session
	rows    int // as the reader chose them
	w, h    int
	preface int  // lines
	above   bool // the detail is below the list
	typed   bool // the record has types of events
}

// What the number of lines of an event depends on, where the reader leaves it to the list.
const (
	longList = 400 // events from which a list is long
	lowList  = 12  // lines below which it is low
	maxKept  = 2000
)

// begin prepares for a list of this size, of which the preface would take some lines.
func (w *writer) begin(s *session.Session, th *draw.Theme, size image.Point, above bool, preface int) {
	w.s, w.th, w.t, w.today = s, th, s.Index().Timeline(), s.Today()
	asked := request{
		t: w.t, th: th, answers: s.Answers(), rows: s.View().Rows, w: size.X, h: size.Y, preface: preface,
		above: above, typed: s.Index().HasTypes(),
	}
	switch n := s.Shown().Len(); {
	case w.of.asked == asked && len(w.forms) <= maxKept:
	case asked.rows > 0:
		w.take(occasion{asked, asked.rows, asked.rows / 3, asked.rows == 1})
	case w.few(asked, n):
	case size.Y < lowList || n > longList:
		w.take(occasion{asked, 1, 0, n > longList})
	default:
		w.take(occasion{asked, 2, 0, false})
	}
}

// few reports whether a filter leaves so few events that there is room for the summaries of all, and takes that on.
// The free rows are for summaries, of which none is cut for another to be longer than it. Where the detail is below the
// list it says the rest.
func (w *writer) few(asked request, n int) bool {
	if n == 0 || n == w.s.All().Len() || n > asked.h/3 {
		return false
	}
	w.take(occasion{asked, 3, 1, false})
	free := asked.h - w.linesOf(n)
	if more := w.share(n, free-asked.preface); more > 0 {
		w.take(occasion{asked, 3, 1 + more, false})
	}
	return free >= 0
}

// share returns how many lines more than one the summaries of n events may have, so that all of them take no more than
// free lines more.
func (w *writer) share(n, free int) int {
	most := free
	if w.of.asked.above {
		most = min(most, 2)
	}
	var wanted []int // lines beyond the first
	for at := range n {
		summary := w.t.Event(w.s.At(at)).Summary
		c := composer{w: w, room: w.room()}
		wanted = append(wanted, len(c.wrapped(summary, most+1))-1)
	}
	more := 0
	for ; more < most; more++ {
		for _, lines := range wanted {
			if lines > more {
				free--
			}
		}
		if free < 0 {
			break
		}
	}
	return more
}

// take makes the lines of events anew.
func (w *writer) take(now occasion) { w.of, w.forms, w.on = now, make(map[int]form), -1 }

// linesOf returns how many lines the first n events take.
func (w *writer) linesOf(n int) int {
	lines := 1
	for at := range n {
		if at > 0 {
			lines += w.linesBefore(at)
		}
		lines += w.height(at)
	}
	return lines
}

// height returns how many lines the event at a place has.
func (w *writer) height(place int) int { return len(w.form(place).lines) }

// form returns the lines of the event at a place. Those of the cursor's say its title whole.
func (w *writer) form(place int) form {
	i := w.s.At(place)
	one, ok := w.forms[i]
	if !ok {
		one = w.compose(i, 2)
		w.forms[i] = one
	}
	if !one.cut || place != w.s.Cursor() {
		return one
	}
	if w.on != i {
		const most = 8 // lines of a title
		w.whole, w.on = w.compose(i, max(2, min(most, w.of.asked.h-3))), i
	}
	return w.whole
}

// linesBefore returns how many lines are between the event at place n > 0 and the one above it.
func (w *writer) linesBefore(n int) int {
	lines := 0
	above, below := w.t.Date(w.s.At(n-1)), w.t.Date(w.s.At(n))
	silent := gapDays(above, below) >= longGap
	if !sameHeading(above, below) {
		lines++
		silent = silent && w.of.rows > 1
	}
	if silent {
		lines++
	}
	if todayBetween(w.today, above, below) {
		lines++
	}
	return lines
}

// between appends the lines between the event at place n > 0 and the one above it.
func (w *writer) between(lines []line, n int) []line {
	above, below := w.t.Date(w.s.At(n-1)), w.t.Date(w.s.At(n))
	days := gapDays(above, below)
	heads, today := !sameHeading(above, below), todayBetween(w.today, above, below)
	add := func(spans []draw.Span) { lines = append(lines, line{place: ofTime, spans: spans}) }
	if days >= longGap && (!heads || w.of.rows > 1) {
		add(w.silence(days))
		days = 0
	}
	first := today && !sameHeading(edtf.Of(calendar.Days, w.today), below)
	if first {
		add(w.todayRow())
	}
	if heads {
		add(w.heading(n, days))
	}
	if today && !first {
		add(w.todayRow())
	}
	return lines
}
