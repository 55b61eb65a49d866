package ui

import (
	"dateline/timeline"
	"dateline/ui/draw"
)

// The walk goes along the overview, column by column, with the list following.

// hasOverview says whether the overview is on the screen and has something to show.
func (m *model) hasOverview() bool {
	_, _, dated := m.index.Extent()
	return dated && m.hasEvent() && !m.layout().overview.Empty()
}

// openWalk begins a walk at the selected event.
func (m *model) openWalk() {
	m.overview.before = m.view
	m.modes.push(inOverview)
}

// walk goes to the next column in which a shown event begins, or by −1 to the one before.
func (m *model) walk(n int) {
	o := &m.overview
	if !o.update(m.session, m.layout().strip().Dx()) {
		return
	}
	start := func(d timeline.Day) timeline.Day { return o.scale.Start(o.scale.Column(d)) }
	next := func(d timeline.Day) timeline.Day { return o.scale.Start(o.scale.Column(d) + 1) }
	if !m.leap(start, next, n > 0) {
		m.notice = "no event lies further that way"
	}
}

// walkEnd goes to the first event in time, or by 1 to the last that has a date.
func (m *model) walkEnd(n int) {
	if o := &m.order; o.dated > 0 {
		m.choose(o.before(o.shown.At((n + 1) / 2 * (o.dated - 1))))
	}
}

// keepWalk ends the walk where it led.
func (m *model) keepWalk() {
	now, before := m.view, m.overview.before
	m.modes.home()
	if now.zoomed != before.zoomed || now.zoom != before.zoom {
		m.past.remember(before)
	}
	if now.anchor != before.anchor && before.anchor != "" {
		m.past.jumped(before.anchor)
	}
}

// leaveWalk goes back to where the walk began.
func (m *model) leaveWalk() {
	m.modes.home()
	m.view = m.overview.before
	m.place()
}

// walkRow says which column the walk is at, in the place of the query line.
func (m *model) walkRow(w int) []draw.Span {
	th, o := m.theme, &m.overview
	at, ok := m.spot()
	if !ok || !o.update(m.session, m.layout().strip().Dx()) {
		return []draw.Span{th.Faint.Span(" undated")}
	}
	c := o.scale.Column(at)
	name := o.scale.Date(c).String()
	lo, hi := m.order.during(m.index.Timeline(), o.scale.Start(c), o.scale.Start(c+1)-1)
	left := []draw.Span{th.Strong.Span(" " + name), draw.Plain(": " + draw.Events(hi-lo))}
	right := "a column is a " + o.scale.Unit().String() + " "
	if room := w - draw.SpanCells(left) - draw.Cells(right); room > 0 {
		left = append(left, draw.Plain(draw.Spaces(room)), th.Faint.Span(right))
	}
	return left
}

// zoomIn shows a part of time with columns of the next finer unit.
func (m *model) zoomIn() {
	if !m.overview.update(m.session, m.layout().strip().Dx()) {
		return
	}
	s := m.overview.scale
	switch {
	case s.Unit() == timeline.Days:
		m.notice = "a column of the overview is a day; there is no finer"
	case s.Step() > 1:
		m.zoom(true, s.Unit(), m.mode() != inOverview)
	default:
		m.zoom(true, s.Unit()+1, m.mode() != inOverview)
	}
}

// zoomOut shows more of time with columns of the next coarser unit, and in the end all of it.
func (m *model) zoomOut() {
	if !m.view.zoomed || !m.overview.update(m.session, m.layout().strip().Dx()) {
		m.notice = "the overview shows all of time"
		return
	}
	first, last, _ := m.index.Extent()
	whole := wholeScale(first, last, m.layout().strip().Dx())
	finest := whole.Unit() + 1 // of the units that show more than the whole does
	if whole.Step() > 1 {
		finest--
	}
	if m.view.zoom <= finest {
		m.zoom(false, 0, m.mode() != inOverview)
		return
	}
	m.zoom(true, m.view.zoom-1, m.mode() != inOverview)
}
