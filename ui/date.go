package ui

import (
	"errors"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// A dateLine is the line that a date is typed into, to go there. While it is typed, the list shows where it leads.
type dateLine struct {
	prompt
	from  timeline.Day // the day in view when the line opened
	read  timeline.Date
	leads string // what there is on that date
	err   *timeline.DateError
}

// openDate opens the line.
func (m *model) openDate() {
	m.dates = dateLine{prompt: m.dates.prompt, from: timeline.Forever}
	m.dates.open("", m.view)
	if at, ok := m.spot(); ok {
		m.dates.from = at
	}
	m.modes.push(inDate)
}

// previewDate goes where the typed text leads. One that cannot be read leaves the last place.
func (m *model) previewDate() {
	d := &m.dates
	text := d.input.Value()
	d.err, d.read = nil, timeline.Date{}
	if strings.TrimSpace(text) == "" {
		m.view.anchor = d.prompt.from.anchor
		m.place()
		return
	}
	read, err := timeline.ParseWhen(text, m.today(), d.from)
	if err != nil {
		if !errors.As(err, &d.err) {
			d.err = &timeline.DateError{Message: err.Error()}
		}
		return
	}
	d.read = read
	var i int
	i, d.leads = m.landing(read)
	m.choose(m.order.before(i))
}

// keepDate ends the line where it led. One that cannot be read stays open.
func (m *model) keepDate() {
	if m.dates.err != nil {
		return
	}
	to := m.view.anchor
	m.leaveDate()
	if i, ok := m.index.Timeline().Find(to); ok {
		m.jump(func() { m.choose(m.order.before(i)) })
	}
}

// leaveDate goes back to where the line opened.
func (m *model) leaveDate() {
	m.modes.home()
	m.view = m.dates.prompt.from
	m.place()
}

// dateRow is the line that is typed into, in the place of the query line.
func (m *model) dateRow(w int) []draw.Span {
	th := m.theme
	var bad *timeline.QueryError
	if err := m.dates.err; err != nil {
		bad = &timeline.QueryError{Start: err.Start, End: err.End}
	}
	return append([]draw.Span{th.Faint.Span(" : ")}, m.dates.spans(th, w-4, bad)...)
}

// dateFooter says how the typed text is read, and what there is; or what to type.
func (m *model) dateFooter(w int) []draw.Span {
	th, d := m.theme, &m.dates
	words, st := d.read.String()+": "+d.leads, th.Strong
	switch {
	case d.err != nil:
		words, st = d.err.Error(), th.Bad
	case d.read.IsZero():
		words, st = "a date, such as 2025-09, 8 sep, 2025-Q3, yesterday or 3 weeks later", th.Faint
	}
	row := []draw.Span{st.Span(" " + th.Fit(words, w-2))}
	if keys := []draw.Span{th.Key.Span("   Enter"), th.Faint.Span(" go  "), th.Key.Span("Esc"), th.Faint.Span(" take back")}; d.err == nil && draw.SpanCells(row)+draw.SpanCells(keys) < w {
		row = append(row, keys...)
	}
	return row
}
