package pane

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
	"dateline/ui/list"
	"dateline/ui/session"
)

// columns are how lanes lay out time: one for each event that is shown, or stretches of one length.
type columns struct {
	toScale bool
	chosen  bool // the reader chose which
	fitted  fitKey
	w       int            // cells of a column
	n       int            // columns in sight
	scale   calendar.Scale // to scale
	cuts    []int          // and the events between its columns
	most    int            // and the most that a lane has in one
}

// A fitKey is what the columns were fitted to.
type fitKey struct {
	room    int
	toScale bool
}

const (
	widestColumn = 4  // cells
	byEvent      = 2  // cells that a column needs which is an event
	sampled      = 50 // lanes, the most frequent, that say what many events in a column are
	countable    = 30 // events in a column from which heights are drawn instead of digits
	maxScreens   = 4  // from which events are counted to scale, unless the reader chose
)

// flip changes between events and scale.
func (c *columns) flip() { c.toScale, c.chosen = !c.toScale, true }

// fit lays the events shown out in room cells, unless that is done.
func (c *columns) fit(s *session.Session, rows []lane, room int) {
	room = max(room, 1)
	shown, t := s.Shown(), s.Index().Timeline()
	if !c.chosen {
		c.toScale = shown.Len()*byEvent > maxScreens*room
	}
	c.toScale = c.toScale && s.Dated() > 0
	if c.fitted == (fitKey{room, c.toScale}) {
		return
	}
	c.fitted = fitKey{room, c.toScale}
	if !c.toScale {
		c.w = max(byEvent, min(room/max(1, shown.Len()), widestColumn))
		c.n = max(1, room/c.w)
		return
	}
	first, last, ok := edtf.Extent(shown.Len(), func(n int) edtf.Date { return t.Date(shown.At(n)) })
	if !ok { // every date is open at both ends
		first, last = s.Today(), s.Today()
	}
	c.scale = calendar.Fit(first, last, room)
	c.n = c.scale.Columns()
	c.w = max(1, min(room/c.n, widestColumn))
	c.cuts = c.scale.Cuts(t.Len(), t.Start)
	c.most = 0
	for n := range rows {
		rows[n].counts = nil
	}
	for n := range min(len(rows), sampled) {
		c.count(s, &rows[n])
		c.most = max(c.most, slices.Max(rows[n].counts))
	}
}

// count counts the events of a lane by column, to scale, unless that is done.
func (c *columns) count(s *session.Session, row *lane) {
	if c.toScale && row.counts == nil {
		row.counts = s.Index().Spread(row.actor, s.Shown(), c.cuts)
	}
}

// scroll returns the first column to draw, so that the one at place at is in sight with some around it.
func (c *columns) scroll(left, at int) int {
	if c.toScale {
		return 0
	}
	in := draw.Cursor{At: at, Top: left}
	in.Window(c.n, c.n/6)
	return in.Top
}

// what returns what a column is, in words.
func (c *columns) what() string {
	if c.toScale {
		return "by " + c.scale.Unit().String()
	}
	return "by event"
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
	at, _ := slices.BinarySearch(c.cuts, i+1)
	return at - 1
}

// marks draws the cells of a lane. A line leads from its first event to its last, and another one down through the
// selected event.
func (d *laneWriter) marks(of *lane, current bool) {
	th, c, row := d.th, &d.l.cols, &d.row
	at := c.column(d.s)
	rest := strings.Repeat(th.Glyphs.Horizontal, widestColumn)
	for k := range c.n {
		col := d.l.left + k
		mark, st, inside, ok := d.mark(of, col)
		if !ok {
			break
		}
		line := " "
		if inside {
			line = th.Glyphs.Horizontal
		}
		switch {
		case col == at && current:
			if mark == "" {
				mark = th.Glyphs.Cross
			}
			st = th.Row(true, d.focused)
		case col == at && mark == "":
			mark, st = th.Glyphs.Vertical, ""
			if inside {
				mark = th.Glyphs.Cross
			}
		case col == at:
			st += th.Strong
		case mark == "":
			mark, st = line, th.Faint
		}
		row.Add(mark, st)
		if blank := c.w - utf8.RuneCountInString(mark); inside {
			row.Add(rest[:blank*len(line)], th.Faint)
		} else {
			row.Add(draw.Spaces(blank), th.Faint)
		}
	}
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
		case n < 10 && c.most < countable || len(strconv.Itoa(c.most)) < c.w:
			return strconv.Itoa(n), th.Actor, inside, true
		case c.most < countable:
			return "+", th.Actor, inside, true
		}
		return th.Level(n, c.most), th.Actor, inside, true
	}
	if col >= s.Shown().Len() {
		return "", "", false, false
	}
	i := s.Shown().At(col)
	inside = row.first <= i && i < row.last
	takes, listed := s.Index().TakesPart(row.actor, i)
	switch {
	case !takes:
		return "", "", inside, true
	case s.Dimmed(i):
		st = th.Faint
	default:
		st = th.Actor
	}
	if !listed {
		return th.Glyphs.Through, st, inside, true
	}
	t := s.Index().Timeline()
	eventType := t.Event(i).Type
	return th.TypeGlyph(eventType, t.TypeGlyph(eventType), t.Family(eventType)), st, inside, true
}

// ticks returns the axis of the scale.
func (c *columns) ticks() string {
	var b strings.Builder
	for _, tick := range c.scale.Ticks(c.w) {
		b.WriteString(draw.Spaces(tick.Column*c.w-draw.Cells(b.String())) + tick.Text)
	}
	return b.String()
}

// dates returns the years, and the months, of the events in sight.
func (c *columns) dates(s *session.Session, left int) [headerRows]string {
	t, n := s.Index().Timeline(), min(c.n, s.Shown().Len()-left)
	date := func(k int) edtf.Date { return t.Date(s.Shown().At(left + k)) }
	year := func(k int) string {
		name := list.MonthName(date(k))
		return name[strings.IndexByte(name, ' ')+1:]
	}
	years := labels(n, c.w, func(k int) (key, text string) { return year(k), year(k) })
	months := labels(n, c.w, func(k int) (key, text string) {
		name := list.MonthName(date(k))
		if !strings.Contains(name, " ") { // undated
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
