package axis

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A Density draws how the events of an actor lie over the span of the whole record, on a line of block characters.
type Density struct {
	index *index.Index // what it was fitted to, and into how many cells
	w     int
	scale calendar.Scale
	cuts  []int
	most  int // events of any column
}

// Fit lays the record out in w cells or a few less, unless that is done. It returns in how many; 0 if there are no
// dates.
func (d *Density) Fit(x *index.Index, w int) int {
	if d.index == x && d.w == w {
		return max(0, len(d.cuts)-1)
	}
	*d = Density{index: x, w: w}
	t := x.Timeline()
	first, last, ok := edtf.Extent(t.Len(), t.Date)
	if !ok {
		return 0
	}
	d.scale = calendar.Fit(first, last, w)
	d.cuts = d.scale.Cuts(t.Len(), t.Start)
	for c := range d.scale.Columns() {
		d.most = max(d.most, d.cuts[c+1]-d.cuts[c])
	}
	return d.scale.Columns()
}

// Line returns the line of an actor, of the events in among.
func (d *Density) Line(s *session.Session, th *draw.Theme, a timeline.ActorRef, among index.Selection) string {
	var b strings.Builder
	for _, n := range s.Index().Spread(a, among, d.cuts) {
		b.WriteString(th.Level(n, d.most))
	}
	return b.String()
}

// Axis names the ends of the line, where there is room.
func (d *Density) Axis() string {
	n := d.scale.Columns()
	from, to := calendar.Years.Label(d.scale.Start(0)), calendar.Years.Label(d.scale.Start(n-1))
	if gap := n - draw.Cells(from) - draw.Cells(to); gap > 0 && from != to {
		return from + draw.Spaces(gap) + to
	}
	if draw.Cells(from) > n { // "19" would be another year than 1969
		from = ""
	}
	return from + draw.Spaces(n-draw.Cells(from))
}
