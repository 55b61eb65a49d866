package reading

import (
	"dateline/ui/draw"
	"dateline/ui/session"
)

// Head returns the row above the page in w cells: the place of the event among so many, and the events before and after
// it, which are −1 where there are none.
func (p *Page) Head(s *session.Session, th *draw.Theme, w, at, of, before, after int) []draw.Span {
	g := th.Glyphs
	place := draw.Number(at) + " of " + draw.Number(of)
	left := []draw.Span{draw.Plain(" ")}
	if before >= 0 {
		left = append(left, th.Key.Span(g.Before+" "))
	} else {
		left = append(left, draw.Plain(draw.Spaces(draw.Cells(g.Before)+1)))
	}
	left = append(left, th.Strong.Span(place))
	room := w - draw.SpanCells(left) - draw.Cells(g.After) - 2
	side := room/2 - 2
	if side >= leastTitle {
		if words := title(s, th, before, side); words != "" {
			left = draw.AppendColumn(append(left, draw.Plain("   ")), th.Faint.Span(words))
		}
	} else {
		side = max(room-3, 0)
	}
	var right []draw.Span
	if after >= 0 {
		side = min(side, w-draw.SpanCells(left)-draw.Cells(g.After)-4)
		right = draw.AppendColumn(nil, th.Faint.Span(title(s, th, after, side)))
		right = append(right, th.Key.Span(" "+g.After+" "))
	}
	gap := w - draw.SpanCells(left) - draw.SpanCells(right)
	return append(append(left, draw.Plain(draw.Spaces(gap))), right...)
}

// Least widths in which a title beside the page says something.
const (
	leastTitle = 16
	leastPart  = 4 // … where it has the rest of the row
)

// title returns the date and the title of an event in w cells, "" for none.
func title(s *session.Session, th *draw.Theme, i, w int) string {
	if i < 0 || w < leastPart {
		return ""
	}
	t := s.Index().Timeline()
	name := t.EventTitle(i)
	if dated := t.Date(i).String() + " " + th.Glyphs.Dot + " " + name; draw.Cells(th.Fit(dated, 2*w+8)) <= w {
		name = dated
	}
	return th.Fit(name, w)
}
