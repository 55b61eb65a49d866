package pane

import (
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/edtf"
	"dateline/ui/axis"
	"dateline/ui/axis/cut"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// columns are how lanes lay out time: one for each event that is shown, or the columns of the axis.
type columns struct {
	toScale bool // those of the axis
	chosen  bool // the reader chose which
	fitted  fitKey
	w       int      // cells of a column which is an event
	n       int      // columns in sight
	axis    cut.Axis // of the events shown
	cuts    []int    // and the events between its columns
	most    int      // and the most that a lane has in one
	digits  bool     // and each column has room for that in digits, and a blank
}

// A fitKey is what the columns were fitted to.
type fitKey struct {
	room      int
	toScale   bool
	trueScale bool
	zoom      int // how many times an island was entered
}

const (
	widestColumn = 4  // cells of a column which is an event
	byEvent      = 2  // cells that a column needs which is an event
	sampled      = 50 // lanes, the most frequent, that say what many events in a column are
	maxScreens   = 4  // from which events are counted on the axis, unless the reader chose
)

// flip changes between events and the axis.
func (c *columns) flip() { c.toScale, c.chosen = !c.toScale, true }

// fit lays the events shown out in room cells, unless that is done.
func (c *columns) fit(s *session.Session, rows []lane, room int) {
	room = max(room, 1)
	shown := s.Shown()
	if !c.chosen {
		c.toScale = shown.Len()*byEvent > maxScreens*room
	}
	c.toScale = c.toScale && s.Dated() > 0
	key := fitKey{room, c.toScale, s.View().TrueScale, s.View().Zoom}
	_, placed := s.Spot()
	if c.fitted == key && (!c.toScale || key.zoom == 0 || !placed || c.column(s) >= 0) {
		return
	}
	c.fitted = key
	if !c.toScale {
		c.w = max(byEvent, min(room/max(1, shown.Len()), widestColumn))
		c.n = (room + c.w - 1) / c.w // the last needs no cell after its mark
		return
	}
	c.axis, c.cuts = axis.Shown(s, room)
	c.n, c.most = len(c.axis.Columns), 0
	for n := range rows {
		rows[n].counts, rows[n].families = nil, nil
	}
	for n := range min(len(rows), sampled) {
		c.count(s, &rows[n])
		c.most = max(c.most, slices.Max(rows[n].counts))
	}
	c.digits = true
	for n, column := range c.axis.Columns {
		c.digits = c.digits && (c.axis.Events(n) == 0 || column.Cells > len(strconv.Itoa(c.most)))
	}
}

// count counts the events of a lane by column of the axis, unless that is done.
func (c *columns) count(s *session.Session, row *lane) {
	if c.toScale && row.counts == nil {
		row.counts = s.Index().Spread(row.actor, s.Shown(), c.cuts)
	}
}

// prevail finds of which family most events of a lane are in each column of the axis, unless that is done.
func (c *columns) prevail(s *session.Session, row *lane) {
	if c.toScale && row.families == nil {
		row.families = s.Index().Prevailing(row.actor, s.Shown(), c.cuts)
	}
}

// scroll returns the first of so many columns to draw, so that the one at place at is in sight with some around it, and
// none is hidden while there is room.
func (c *columns) scroll(left, at, of int) int {
	if c.toScale {
		return 0
	}
	in := draw.Cursor{At: at, Top: left}
	in.Window(c.n, c.n/6)
	in.Fill(of, c.n)
	return in.Top
}

// what returns what a column is, in words: of the axis the one of the selected event, else the last.
func (c *columns) what(s *session.Session) string {
	if !c.toScale {
		return "by event"
	}
	at := c.column(s)
	if at < 0 {
		at = c.n - 1
	}
	return "by " + c.axis.Grain(at).String()
}

// column returns the column of the selected event.
func (c *columns) column(s *session.Session) int {
	if !c.toScale {
		return s.Cursor()
	}
	if !s.HasEvent() {
		return -1
	}
	i := s.Selected()
	if i >= c.cuts[c.n] { // undated
		return -1
	}
	return sort.SearchInts(c.cuts, i+1) - 1 // the last that begins with it: empty ones begin with the next event
}

// marks draws the cells of a lane. A line leads from its first event to its last, and another one down through the
// selected event.
func (d *laneWriter) marks(of *lane, current bool) {
	c := &d.l.cols
	at, used := c.column(d.s), 0
	for k := range c.n {
		col := d.l.left + k
		mark, st, inside, ok := d.mark(of, col)
		if !ok {
			break
		}
		cells := min(c.w, c.fitted.room-k*c.w)
		if c.toScale {
			column := c.axis.Columns[col]
			d.silence(column.At-used, of.first < c.cuts[col] && of.last >= c.cuts[col])
			cells, used = column.Cells, column.At+column.Cells
		}
		d.column(mark, st, cells, inside, col == at, current)
	}
}

// silence draws n cells of a fold, in which the line of the lane goes on or not.
func (d *laneWriter) silence(n int, inside bool) {
	text := " "
	if inside {
		text = d.th.Glyphs.Broken
	}
	d.row.Add(strings.Repeat(text, n), d.th.Faint)
}

// column draws a column with a mark, which is "" for none, and the line of the lane.
func (d *laneWriter) column(mark string, st draw.Style, cells int, inside, here, current bool) {
	th, line := d.th, " "
	if inside {
		line = th.Glyphs.Horizontal
	}
	switch {
	case here && current:
		if mark == "" {
			mark = th.Glyphs.Cross
		}
		st = th.Row(true, d.focused)
	case here && mark == "":
		mark, st = th.Glyphs.Vertical, ""
		if inside {
			mark = th.Glyphs.Cross
		}
	case here:
		st += th.Strong
	case mark == "":
		mark, st = line, th.Faint
	}
	d.row.Add(mark, st)
	d.row.Add(strings.Repeat(line, cells-utf8.RuneCountInString(mark)), th.Faint)
}

// mark returns what a lane has in a column, "" for nothing; inside reports whether the line of the lane goes on after
// it.
func (d *laneWriter) mark(row *lane, col int) (mark string, st draw.Style, inside, ok bool) {
	s, th, c := d.s, d.th, &d.l.cols
	if c.toScale {
		if col >= c.n {
			return "", "", false, false
		}
		n := row.counts[col]
		inside = row.first < c.cuts[col+1] && row.last >= c.cuts[col+1]
		switch {
		case n == 0:
			return "", "", inside, true
		case c.digits:
			return strconv.Itoa(n), th.Families[row.families[col]], inside, true
		}
		return th.Level(n, c.most), th.Families[row.families[col]], inside, true
	}
	if col >= s.Shown().Len() {
		return "", "", false, false
	}
	i := s.Shown().At(col)
	inside = row.first <= i && i < row.last
	takes, listed := s.Index().TakesPart(row.actor, i)
	if !takes {
		return "", "", inside, true
	}
	t := s.Index().Timeline()
	eventType := t.Event(i).Type
	f := t.Family(eventType)
	if st = th.Families[f]; s.Dimmed(i) {
		st = th.Faint
	}
	if !listed {
		return th.Glyphs.Through, st, inside, true
	}
	return th.TypeGlyph(eventType, t.TypeGlyph(eventType), f), st, inside, true
}

// dates returns the years, and the months, of the events in sight.
func (c *columns) dates(s *session.Session, left int) [headerRows]string {
	t, n := s.Index().Timeline(), min(c.n, s.Shown().Len()-left)
	date := func(k int) edtf.Date { return t.Date(s.Shown().At(left + k)) }
	year := func(k int) string {
		name := date(k).Heading()
		if date(k).KnowsMonth() {
			name = name[strings.IndexByte(name, ' ')+1:]
		}
		return name
	}
	years := labels(n, c.w, func(k int) (key, text string) { return year(k), year(k) })
	months := labels(n, c.w, func(k int) (key, text string) {
		name := date(k).Heading()
		if !date(k).KnowsMonth() {
			return name, ""
		}
		return name, name[:3]
	})
	return [headerRows]string{years, months}
}

// labels writes above n columns of w cells what neighbours have in common, each time where it begins. Where the label
// before is in the way, it comes as much later as its own columns allow, or not at all.
func labels(n, w int, label func(k int) (key, text string)) string {
	var b strings.Builder
	used := 0
	for k, end := 0, 0; k < n; k = end {
		key, text := label(k)
		for end = k + 1; end < n; end++ {
			if next, _ := label(end); next != key {
				break
			}
		}
		at := k * w
		if used > 0 {
			at = max(at, used+1)
		}
		if stop := at + draw.Cells(text); text != "" && stop <= n*w && (at == k*w || stop <= end*w) {
			b.WriteString(draw.Spaces(at-used) + text)
			used = stop
		}
	}
	return b.String()
}
