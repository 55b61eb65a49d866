package ui

import (
	"dateline/ui/draw"
)

import "dateline/timeline"

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
	if !o.update(m, m.layout().strip().Dx()) {
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
	if !ok || !o.update(m, m.layout().strip().Dx()) {
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
