package axis

import (
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// An Overview is the strip under the title: how many events every stretch of time has, over all time or the part that
// is zoomed into. Its counts are kept from frame to frame; what it costs to draw depends on its width alone.
type Overview struct {
	of     overviewKey
	scale  calendar.Scale
	all    []calendar.Tally // of every event
	lit    []calendar.Tally // of those that match
	match  index.Selection  // what lit counts
	ticks  []calendar.Tick
	dated  bool         // there is something to draw
	spot   calendar.Day // the place that was held last, …
	held   bool         // … if any was: the zero Day is one like another
	before session.View // what was looked at before the walk; Esc goes back to it
}

// An overviewKey is everything that the scale depends on, but for the place that it holds.
type overviewKey struct {
	index  *index.Index
	w      int
	zoomed bool
	zoom   calendar.Unit
}

// Arrange brings scale and counts up to date for w cells, and reports whether any event has a date.
func (o *Overview) Arrange(s *session.Session, w int) bool {
	first, last, ok := s.Index().Extent()
	if o.dated = ok && w > 0; !o.dated {
		return false
	}
	if at, ok := s.Spot(); ok {
		o.spot, o.held = at, true
	} else if !o.held {
		o.spot = first
	}
	key := overviewKey{s.Index(), w, s.View().Zoomed, s.View().Zoom}
	scale := o.scale
	switch {
	case !key.zoomed && o.of != key:
		scale = wholeScale(first, last, w)
	case key.zoomed && o.of != key:
		scale = heldScale(o.scale, key.zoom, min(max(o.spot, first), last), w)
	case key.zoomed:
		scale = followScale(o.scale, o.spot)
	}
	if o.of != key || o.scale != scale {
		o.all = s.Index().Tally(scale, s.All())
		o.lit, o.match = o.all, s.All()
		o.ticks = scale.Ticks(max(1, w/scale.Columns()))
	}
	o.of, o.scale = key, scale
	if !o.match.Same(s.Matched()) {
		o.lit, o.match = s.Index().Tally(scale, s.Matched()), s.Matched()
	}
	return true
}

// wholeScale returns a scale with all of time in w cells. A few days get empty ones around them: a day alone would be
// as wide as the screen.
func wholeScale(first, last calendar.Day, w int) calendar.Scale {
	const dayCells = 8 // the most that days get where there are few
	s := calendar.Fit(first, last, w)
	if n := w / dayCells; s.Unit() == calendar.Days && s.Columns() < n {
		return calendar.At(calendar.Days, calendar.Days.Shift(first, (s.Columns()-n)/2), n)
	}
	return s
}

// heldScale returns a scale with columns of one unit in w cells. A day keeps the column that it had before.
func heldScale(before calendar.Scale, unit calendar.Unit, at calendar.Day, w int) calendar.Scale {
	const zoomCells = 2 // of a column
	n := max(1, w/zoomCells)
	column := n / 2
	if c := before.Column(at); before.Columns() > 0 && c >= 0 && c < before.Columns() {
		column = (2*c + 1) * n / (2 * before.Columns())
	}
	return calendar.At(unit, unit.Shift(unit.Start(at), -column), n)
}

// followScale returns s moved so that a day is on it, with some of what lies beyond.
func followScale(s calendar.Scale, at calendar.Day) calendar.Scale {
	n := s.Columns()
	switch c := s.Column(at); {
	case c < 0:
		return calendar.At(s.Unit(), s.Unit().Shift(s.Unit().Start(at), -n/4), n)
	case c >= n:
		return calendar.At(s.Unit(), s.Unit().Shift(s.Unit().Start(at), n/4+1-n), n)
	}
	return s
}

// cell returns the first cell of a column, where the columns share w cells.
func (o *Overview) cell(column, w int) int {
	return (column*w + o.scale.Columns() - 1) / o.scale.Columns()
}

// column returns the column that a cell lies in.
func (o *Overview) column(cell, w int) int { return cell * o.scale.Columns() / w }

// Walk goes to the next column in which a shown event begins, or by −1 to the one before.
func (o *Overview) Walk(s *session.Session, w, n int) {
	if !o.Arrange(s, w) {
		return
	}
	start := func(d calendar.Day) calendar.Day { return o.scale.Start(o.scale.Column(d)) }
	next := func(d calendar.Day) calendar.Day { return o.scale.Start(o.scale.Column(d) + 1) }
	if !s.Leap(start, next, n > 0) {
		s.SetNotice("no event lies further that way")
	}
}

// Row says in w cells which column the walk is at.
func (o *Overview) Row(s *session.Session, th *draw.Theme, w int) []draw.Span {
	at, ok := s.Spot()
	if !ok || !o.dated {
		return []draw.Span{th.Faint.Span(" undated")}
	}
	c := o.scale.Column(at)
	name := edtf.OfColumn(o.scale, c).String()
	n := s.CountBetween(o.scale.Start(c), o.scale.Start(c+1)-1)
	left := []draw.Span{th.Strong.Span(" " + name), draw.Plain(": " + draw.Events(n))}
	right := "a column is a " + o.scale.Unit().String() + " "
	if room := w - draw.SpanCells(left) - draw.Cells(right); room > 0 {
		left = append(left, draw.Plain(draw.Spaces(room)), th.Faint.Span(right))
	}
	return left
}

// ZoomIn shows a part of time with columns of the next finer unit.
func (o *Overview) ZoomIn(s *session.Session, w int, undoable bool) {
	if !o.Arrange(s, w) {
		return
	}
	now := o.scale
	switch {
	case now.Unit() == calendar.Days:
		s.SetNotice("a column of the overview is a day; there is no finer")
	case now.Step() > 1:
		s.Zoom(true, now.Unit(), undoable)
	default:
		s.Zoom(true, now.Unit()+1, undoable)
	}
}

// ZoomOut shows more of time with columns of the next coarser unit, and in the end all of it.
func (o *Overview) ZoomOut(s *session.Session, w int, undoable bool) {
	if !s.View().Zoomed || !o.Arrange(s, w) {
		s.SetNotice("the overview shows all of time")
		return
	}
	first, last, _ := s.Index().Extent()
	whole := wholeScale(first, last, w)
	finest := whole.Unit() + 1 // of the units that show more than the whole does
	if whole.Step() > 1 {
		finest--
	}
	if s.View().Zoom <= finest {
		s.Zoom(false, 0, undoable)
		return
	}
	s.Zoom(true, s.View().Zoom-1, undoable)
}

// EventAt returns the shown event that cell x of w leads to: the first that begins in its column, else the nearest.
// Only where one of the shown has a date.
func (o *Overview) EventAt(s *session.Session, x, w int) int {
	column := o.column(max(0, min(x, w-1)), w)
	return s.EventNear(o.scale.Start(column), o.scale.Start(column+1)-1)
}

// Begin begins a walk at the selected event.
func (o *Overview) Begin(s *session.Session) { o.before = s.View() }

// Stay ends a walk where it led.
func (o *Overview) Stay(s *session.Session) { s.ArrivedFrom(o.before) }

// GoBack ends a walk where it began.
func (o *Overview) GoBack(s *session.Session) { s.BackTo(o.before) }

// Scale returns the scale of the overview; ok is false where no event has a date.
func (o *Overview) Scale() (scale calendar.Scale, ok bool) { return o.scale, o.dated }
