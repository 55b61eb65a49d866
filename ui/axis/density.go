package axis

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/index"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A Density draws how events lie in time on a line of block characters: a pulse. Silence is folded, so that it is as
// full for a record of a thousand years as for one of a week.
type Density struct {
	index *index.Index // what it was fitted to, and into how many cells
	w     int
	axis  cut.Axis
	cuts  []int // numbers of events between the columns
	most  int   // events of any column
}

// Fit lays the record out in w cells or a few less, unless that is done. It returns in how many; 0 if there are no
// dates.
func (d *Density) Fit(x *index.Index, w int) int {
	if d.index == x && d.w == w {
		return d.axis.Cells
	}
	*d = Density{index: x, w: w}
	d.axis = cut.New(cut.Events{N: x.Dated(), Day: x.Begins, Known: x.Known, Untold: true}, w)
	d.axis.Abbreviate()
	d.cuts = d.axis.Cuts()
	for c := range d.axis.Columns {
		d.most = max(d.most, d.axis.Events(c))
	}
	return d.axis.Cells
}

// Line returns the line of an actor, of the events in among.
func (d *Density) Line(s *session.Session, th *draw.Theme, a timeline.ActorRef, among index.Selection) string {
	var b strings.Builder
	at := 0
	for c, n := range s.Index().Involving(a).Spread(among, d.cuts) {
		column := d.axis.Columns[c]
		b.WriteString(draw.Spaces(column.At - at))
		level := th.Glyphs.None
		if n > 0 {
			level = th.Level(n, d.most)
		}
		bar := max(1, min(column.Cells-1, widestBar))
		b.WriteString(strings.Repeat(level, bar) + draw.Spaces(column.Cells-bar))
		at = column.At + column.Cells
	}
	return b.String()
}

// Axis names the months or years of the line where there is room.
func (d *Density) Axis() string { return Names(&d.axis) }
