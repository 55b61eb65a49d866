package lanes

import (
	"image"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// nothing is the event of a place that has none, and noRow the row.
const nothing, noRow = -1, -1

// Click puts the cursor into the lane at a place of lanes that are w cells wide, and returns the event to select there:
// that of the column, or what the selected event's own words stand for. It is negative where there is none, as at a
// name. It reports whether that lane and event, or that name, were chosen already.
func (l *Lanes) Click(s *session.Session, at image.Point, w int) (event int, again bool) {
	n, words := l.rowAt(at.Y)
	if words {
		return s.Selected(), true
	}
	before := l.actor
	if n != noRow && l.rows[n].heading == "" && !(n == l.top && l.titled()) {
		l.actor = l.rows[n].actor
	}
	switch {
	case n == noRow && at.Y == 0 && l.share.header > 0:
		if event = l.further(s, at.X, w); event != nothing {
			return event, false
		}
	case at.X < l.widths.all:
		return nothing, l.actor == before && n != noRow && l.rows[n].actor == before && before != timeline.NoActor
	}
	if event = l.eventAt(s, n, at.X-l.widths.all); event == nothing {
		return nothing, false
	}
	return event, l.actor == before && event == s.Selected() && n != noRow && !s.OnGoingOn()
}

// rowAt returns the row that is drawn at y, noRow for none; words is whether the selected event is named there.
func (l *Lanes) rowAt(y int) (n int, words bool) {
	if y -= l.share.header; y < 0 {
		return noRow, false
	}
	if y >= l.share.rows {
		return noRow, y < l.share.rows+l.share.caption
	}
	for n = l.top; n < l.end(); n++ {
		if y == 0 {
			return n, false
		}
		if y--; n == l.label.after {
			if y == 0 {
				return noRow, true
			}
			y--
		}
	}
	return noRow, false
}

// further returns the first event beyond the columns in sight where column x of the first row says how many are there,
// nothing elsewhere.
func (l *Lanes) further(s *session.Session, x, w int) (event int) {
	before, after := l.beyond(s)
	switch {
	case before != "" && x < l.widths.all:
		return s.At(l.left - 1)
	case after != "" && x >= w-draw.Cells(after)-1:
		return s.At(l.left + l.cols.n)
	}
	return nothing
}

// eventAt returns the event at cell x of the drawing, in row n if that is a lane: of a column by time the first that
// the lane has there, or else the first of all.
func (l *Lanes) eventAt(s *session.Session, n, x int) (event int) {
	c := &l.cols
	if x < 0 {
		return nothing
	}
	if !c.toScale {
		if k := x / max(1, c.w); k < c.inSight(s, l.left) {
			return s.At(l.left + k)
		}
		return nothing
	}
	if s.Dated() == 0 {
		return nothing
	}
	k := c.axis.ColumnAt(x)
	if n != noRow && l.rows[n].heading == "" {
		if i, ok := l.rows[n].posts(s).Next(s.Shown(), c.cuts[k]-1, 1); ok && i < c.cuts[k+1] {
			return i
		}
	}
	return s.EventNear(c.axis.Columns[k].From, c.axis.Columns[k].To)
}
