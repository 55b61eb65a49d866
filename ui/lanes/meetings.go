package lanes

import (
	"strconv"

	"dateline/timeline/calendar"
	"dateline/timeline/family"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A span is the topmost and the lowest row of those who take part in an event.
type span struct{ from, to int32 }

// none is the span of an event in which nobody takes part who has a lane.
var none = span{from: 0, to: -1}

// crosses reports whether the line of a meeting goes through a row between those of who was there.
func (s span) crosses(row int) bool { return int(s.from) < row && row < int(s.to) }

// spanOf returns the rows of an event.
func (l *Lanes) spanOf(s *session.Session, i int) span {
	if found, ok := l.between[i]; ok {
		return found
	}
	found := none
	for _, a := range s.Index().Lists(i) {
		n := l.at[a]
		switch {
		case n < 0:
		case found == none:
			found = span{n, n}
		default:
			found.from, found.to = min(found.from, n), max(found.to, n)
		}
	}
	l.between[i] = found
	return found
}

// tie finds which rows the meetings in sight tie, and those of the selected event, whatever it is.
func (l *Lanes) tie(s *session.Session) {
	l.spans, l.here = l.spans[:0], none
	if s.HasEvent() && !s.OnGoingOn() {
		l.here = l.spanOf(s, s.Selected())
	}
	if l.cols.toScale {
		return
	}
	for k := range l.cols.inSight(s, l.left) {
		i, tied := s.At(l.left+k), none
		if s.Index().Family(i) == family.Talks {
			tied = l.spanOf(s, i)
		}
		l.spans = append(l.spans, tied)
	}
}

// spanAt returns the rows that are tied in a column, and whether it is that of the selected event.
func (l *Lanes) spanAt(column, selected int) (tied span, here bool) {
	switch {
	case column == selected:
		return l.here, true
	case l.cols.toScale:
		return none, false
	}
	return l.spans[column-l.left], false
}

// A label is where the selected event is named in the drawing: in a row of its own under those who take part.
type label struct {
	after int  // the row that it comes after, −1 for none
	cell  int  // of the event's column
	on    bool // the line of the event goes on below
	left  bool // the title is to the left of the column, where there is more room
}

// place finds a place for the selected event's title, of room cells.
func (l *Lanes) place(s *session.Session, room int) {
	l.label = label{after: -1}
	at := l.cols.column(s)
	if at < 0 || l.here == none || l.page == l.share.rows && l.end()-l.top >= l.page {
		return
	}
	after := min(int(l.here.to), l.end()-1)
	for after > l.top && l.rows[after].heading != "" {
		after--
	}
	if after < l.top || int(l.here.from) >= l.end() {
		return
	}
	cell := l.cols.cell(at, l.left)
	if cell >= room {
		return
	}
	title := draw.Cells(title(s)) + 2
	l.label = label{
		after: after, cell: cell, on: after < int(l.here.to),
		left: room-cell < title && cell > room-cell,
	}
}

// title returns when the selected event was, under a month and year, and what it is.
func title(s *session.Session) string {
	t, i := s.Index().Timeline(), s.Selected()
	d := t.Date(i)
	when := d.String()
	plain := d.KnowsMonth() && d.Earliest() == d.Latest() && len(when) <= len("30 September 2025")
	if day := d.Earliest(); plain && !calendar.Beyond(day) {
		_, month, number := day.Civil()
		when = strconv.Itoa(number) + " " + month.String()[:3]
	}
	return when + "  " + t.EventTitle(i)
}
