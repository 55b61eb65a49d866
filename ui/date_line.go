package ui

import (
	"errors"
	"strings"

	"dateline/ui/draw"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/query"
)

// A dateLine is the line that a date is typed into, to go there. While it is typed, the list shows where it leads.
type dateLine struct {
	line   input
	before view         // what was looked at before the line opened; Esc goes back to it
	from   calendar.Day // the day in view when the line opened
	read   edtf.Date
	leads  string // what there is on that date
	err    *edtf.Error
}

// open opens the line.
func (d *dateLine) open(s *session) {
	*d = dateLine{line: d.line, before: s.view, from: calendar.Forever}
	d.line.open("")
	if at, ok := s.spot(); ok {
		d.from = at
	}
}

// preview goes where the typed text leads. One that cannot be read leaves the last place.
func (d *dateLine) preview(s *session) {
	text := d.line.text()
	d.err, d.read = nil, edtf.Date{}
	if strings.TrimSpace(text) == "" {
		s.view.anchor = d.before.anchor
		s.place()
		return
	}
	read, err := edtf.ParseRelative(text, s.today(), d.from)
	if err != nil {
		if !errors.As(err, &d.err) {
			d.err = &edtf.Error{Message: err.Error()}
		}
		return
	}
	d.read = read
	var i int
	i, d.leads = s.landing(read)
	s.choose(s.order.before(i))
}

// draw gives the line that is typed into, in the place of the query line.
func (d *dateLine) draw(th *draw.Theme, w int) []draw.Span {
	var bad *query.Error
	if err := d.err; err != nil {
		bad = &query.Error{Start: err.Start, End: err.End}
	}
	return append([]draw.Span{th.Faint.Span(" : ")}, d.line.spans(th, w-4, bad)...)
}

// footer says how the typed text is read, and what there is; or what to type.
func (d *dateLine) footer(th *draw.Theme, w int) []draw.Span {
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
