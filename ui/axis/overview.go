package axis

import (
	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// An Overview is the strip under the title: when something happened, and how much, over all time or the part that is
// entered. It is built when what it shows changes, which is work to be done off the loop where there are many events;
// what it costs to draw depends on its width alone.
type Overview struct {
	built  strip
	asked  request // what is being built off the loop, …
	number int     // … by which number, …
	under  bool    // … if anything is
	begin  func() any
	before session.Past // what was looked at before the walk; Esc goes back to it
}

// A Built is a strip that was built off the loop.
type Built struct {
	number int // of its request; what an older one brings is dropped
	strip  strip
}

const (
	large = 20_000  // events from which on a strip is built off the loop
	much  = 100_000 // events by which a record that is being read grows in half a second: then there is another strip
)

// Arrange brings the strip up to date for w cells, or asks for the work that does, and reports whether any event has a
// date.
func (o *Overview) Arrange(s *session.Session, w int) bool {
	if w <= 0 || s.Index().Dated() == 0 {
		o.built, o.under, o.begin = strip{}, false, nil
		return false
	}
	r := requestOf(s, w)
	whole := s.Progress().Done
	if !whole && r.depth == 0 && o.built.of.looksLike(r) {
		r.breaks = o.built.axis.Breaks()
	}
	switch {
	case o.built.answers(r, whole):
		o.under, o.begin = false, nil
	case o.under && o.asked.same(r):
	case r.index.Timeline().Len() < large || o.built.of.w != w:
		o.built, o.under, o.begin = r.build(), false, nil
	default:
		o.number++
		number := o.number
		o.asked, o.under = r, true
		o.begin = func() any { return Built{number, r.build()} }
	}
	return true
}

// same reports whether both are requests for one strip.
func (r request) same(o request) bool {
	return r.index == o.index && r.looksLike(o) && r.matched.Same(o.matched) && (r.depth == 0 || r.spot == o.spot)
}

// looksLike reports whether both are requests for strips that differ in what they count alone.
func (r request) looksLike(o request) bool {
	return r.w == o.w && r.toScale == o.toScale && r.depth == o.depth && r.dates.Equal(o.dates)
}

// answers reports whether the strip is what is requested. Of a record that is still being read it may lack some events:
// it is not built anew for each portion.
func (st *strip) answers(r request, whole bool) bool {
	if !st.of.looksLike(r) || len(st.axis.Columns) == 0 || r.depth > 0 && r.placed && !st.has(r.spot) {
		return false
	}
	if st.of.index == r.index && st.of.matched.Same(r.matched) {
		return true
	}
	all := st.of.matched.Same(st.of.all) && r.matched.Same(r.all)
	return all && !whole && st.of.index != r.index && r.all.Len() < st.of.all.Len()+much
}

// TakeWork returns the work that has still to be started for the strip, or nil.
func (o *Overview) TakeWork() func() any {
	begin := o.begin
	o.begin = nil
	return begin
}

// TakeBuilt shows what was built, unless something else has been asked for since.
func (o *Overview) TakeBuilt(b Built) {
	if o.under && b.number == o.number {
		o.built, o.under = b.strip, false
	}
}

// Dated reports whether there is something to draw.
func (o *Overview) Dated() bool { return len(o.built.axis.Columns) > 0 }

// Walk goes to the next column in which a shown event begins, or by −1 to the one before.
func (o *Overview) Walk(s *session.Session, w, n int) {
	if o.Arrange(s, w) && !s.Leap(o.built.start, o.built.next, n > 0) {
		s.SetNotice("no event lies further that way")
	}
}

// Row says in w cells which column the walk is at.
func (o *Overview) Row(s *session.Session, th *draw.Theme, w int) []draw.Span {
	at, ok := spot(s)
	if !ok || !o.Dated() {
		return []draw.Span{th.Faint.Span(" undated")}
	}
	c := o.built.column(at)
	column := o.built.axis.Columns[c]
	n := s.CountBetween(column.From, column.To)
	name := columnName(&o.built.axis, c)
	if column.From == calendar.Beginning && s.Index().Timeline().Date(0).Beyond() { // the first of all in order
		name = "begun before the calendar, or at an unknown time"
	}
	left := []draw.Span{
		th.Strong.Span(" " + name), draw.Plain(": " + draw.Events(n)),
	}
	right := "a column is a " + o.built.axis.Grain(c).String() + " "
	if o.built.axis.Grain(c).Step > 1 {
		right = "a column is " + o.built.axis.Grain(c).String() + " "
	}
	if room := w - draw.SpanCells(left) - draw.Cells(right); room > 0 {
		left = append(left, draw.Plain(draw.Spaces(room)), th.Faint.Span(right))
	}
	return left
}

// columnName returns the days of a column in words. Where none of its events is known as exactly, it is what is known.
func columnName(a *cut.Axis, c int) string {
	column, grain := a.Columns[c], a.Grain(c)
	switch {
	case column.From == calendar.Beginning:
		return "begun at an unknown time"
	case calendar.Beyond(column.From):
		year, _, _ := column.From.Civil()
		return calendar.YearName(year)
	}
	date := edtf.Of(grain.Unit, column.From)
	switch {
	case column.Known < grain.Unit:
		date = edtf.Of(column.Known, column.Day)
	case date.Period() == calendar.Period{From: column.From, To: column.To}:
	case grain.Unit <= calendar.Years:
		first, last := edtf.Of(calendar.Years, column.From), edtf.Of(calendar.Years, column.To)
		date, _ = edtf.Interval(first, last)
	default:
		date, _ = edtf.Interval(edtf.Of(calendar.Days, column.From), edtf.Of(calendar.Days, column.To))
	}
	return date.String()
}

// ZoomIn goes into the island that the selected event lies in.
func (o *Overview) ZoomIn(s *session.Session, w int, undoable bool) {
	if !o.Arrange(s, w) {
		return
	}
	at, ok := spot(s)
	if !ok {
		s.SetNotice("this event has no date, and so no place on the axis")
		return
	}
	if _, _, ok := o.built.enter(at); !ok {
		grain := o.built.axis.Grain(o.built.column(at)).String()
		s.SetNotice("a column of the axis is a " + grain + " here; there is no finer")
		return
	}
	s.Zoom(o.built.depth+1, undoable)
}

// ZoomOut goes out of the island that was entered last, and in the end shows all of time.
func (o *Overview) ZoomOut(s *session.Session, w int, undoable bool) {
	if s.View().Zoom == 0 || !o.Arrange(s, w) {
		s.SetNotice("the axis shows all of time")
		return
	}
	s.Zoom(max(0, min(o.built.depth, s.View().Zoom)-1), undoable)
}

// EventAt returns the shown event that cell x of w leads to: the first that begins in its column, else the nearest.
// Only where one of the shown has a date.
func (o *Overview) EventAt(s *session.Session, x, w int) int {
	a := &o.built.axis
	column := a.Columns[a.ColumnAt(max(0, min(x, w-1)-o.built.margin))]
	return s.EventNear(column.From, column.To)
}

// Begin begins a walk at the selected event.
func (o *Overview) Begin(s *session.Session) { o.before = s.Here() }

// Stay ends a walk where it led.
func (o *Overview) Stay(s *session.Session) { s.ArrivedFrom(o.before) }

// GoBack ends a walk where it began.
func (o *Overview) GoBack(s *session.Session) { s.BackTo(o.before) }

// Axis returns the axis that is drawn.
func (o *Overview) Axis() cut.Axis { return o.built.axis }
