package reading

import (
	"dateline/timeline/related"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/outline"
)

// related writes what led to the event and what followed, each a link with its date, and below it what is a step
// further.
func (r story) related() {
	led, followed := r.Session.Index().Related(r.Number)
	for _, one := range []struct {
		heading string
		events  related.Relations
	}{{"What led here", led}, {"What followed", followed}} {
		r.Part(one.heading, func() { r.relations(one.events, 0) })
	}
}

// relations writes links to events, at a depth of steps.
func (r story) relations(of related.Relations, depth int) {
	const step, titleFrom = 2, 16
	th, p := r.Theme, r.Page
	indent := draw.Spaces(step * depth)
	wide := 0
	for _, one := range of.Events {
		wide = max(wide, draw.Cells(r.date(one)))
	}
	for _, one := range of.Events {
		date := r.date(one)
		before := []draw.Piece{
			draw.Text(indent+th.Glyphs.Link+" ", th.Faint),
			draw.Text(date+draw.Spaces(wide-draw.Cells(date)+2), th.Faint),
		}
		if p.Width-draw.Cells(before[0].Text)-draw.Cells(before[1].Text) < titleFrom {
			before = before[:1]
		}
		p.AddLink(before, r.Record.EventTitle(one.Event), "", outline.ToEvent, r.Record.ID(one.Event))
		r.relations(one.Further, depth+1)
	}
	if of.More > 0 {
		p.Add(draw.Text(th.Fit(indent+"  and "+draw.Number(of.More)+" more", p.Width), th.Faint))
	}
}

// date returns the date of an event in words.
func (r story) date(one related.Relation) string {
	return sanitize.Line(r.Record.Date(one.Event).String())
}
