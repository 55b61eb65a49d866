package lanes

import (
	"slices"
	"sort"
	"strconv"

	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/edtf"
	"dateline/ui/axis"
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
	quiet   int64    // days without an event between two of them, from which on time is folded
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
	widestColumn = 6  // cells of a column which is an event
	byEvent      = 2  // cells that a column needs which is an event
	sampled      = 50 // lanes, the first ones, that say what many events in a column are
	maxScreens   = 4  // from which events are counted on the axis, unless the reader chose
)

// flip changes between events and the axis.
func (c *columns) flip() { c.toScale, c.chosen = !c.toScale, true }

// fit lays the events shown out in room cells, unless that is done.
func (c *columns) fit(s *session.Session, rows []row, room int) {
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
		c.quiet = quiet(s)
		return
	}
	c.axis, c.cuts = axis.Shown(s, room)
	c.n, c.most = len(c.axis.Columns), 0
	for n := range rows {
		rows[n].counts, rows[n].families = nil, nil
	}
	for n := range min(len(rows), sampled) {
		if c.count(s, &rows[n]); rows[n].counts != nil {
			c.most = max(c.most, slices.Max(rows[n].counts))
		}
	}
	c.digits = true
	for n, column := range c.axis.Columns {
		c.digits = c.digits && (c.axis.Events(n) == 0 || column.Cells > len(strconv.Itoa(c.most)))
	}
}

// quiet returns from how many days on the time between two events is folded: two weeks, and in a record of seldom
// events several times what is usual.
func quiet(s *session.Session) int64 {
	const (
		weeks   = 14
		several = 4
		most    = 200 // events that are looked at
	)
	var lengths []int64
	for k := 1; k < min(s.Shown().Len(), most); k++ {
		lengths = append(lengths, max(0, silence(s, k)))
	}
	if len(lengths) == 0 {
		return weeks
	}
	slices.Sort(lengths)
	return max(weeks, several*lengths[len(lengths)/2])
}

// silence returns how many days are between the events at places k−1 and k of the list; less than 1 for none.
func silence(s *session.Session, k int) int64 {
	t := s.Index().Timeline()
	before, after := t.Date(s.At(k-1)), t.Date(s.At(k))
	if s.View().Newest {
		before, after = after, before
	}
	return before.SilenceTo(after)
}

// folds reports whether time is folded between column k and the one before, both of which are events.
func (c *columns) folds(s *session.Session, k int) bool {
	return k > 0 && k < s.Shown().Len() && silence(s, k) >= c.quiet
}

// count counts the events of a lane by column of the axis, unless that is done.
func (c *columns) count(s *session.Session, r *row) {
	if c.toScale && r.counts == nil && r.heading == "" {
		r.counts = r.posts(s).Spread(s.Shown(), c.cuts)
	}
}

// prevail finds of which family most events of a lane are in each column of the axis, unless that is done.
func (c *columns) prevail(s *session.Session, r *row) {
	if c.toScale && r.families == nil && r.heading == "" {
		r.families = r.posts(s).Prevailing(s.Shown(), c.cuts)
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

// cell returns the first cell of a column, after so many to its left that are out of sight.
func (c *columns) cell(column, left int) int {
	if c.toScale {
		return c.axis.Columns[column].At
	}
	return (column - left) * c.w
}

// inSight returns how many columns there are to draw.
func (c *columns) inSight(s *session.Session, left int) int {
	if c.toScale {
		return c.n
	}
	return max(0, min(c.n, s.Shown().Len()-left))
}

// names returns the months and years of the events in sight.
func (c *columns) names(s *session.Session, left int) string {
	t, n := s.Index().Timeline(), c.inSight(s, left)
	short := n > 0 && alike(t.Date(s.At(left)), t.Date(s.At(left+n-1)))
	return labels(n, c.w, c.fitted.room, func(k int) (year, month string) {
		d := t.Date(s.At(left + k))
		day := d.Earliest()
		if d.IsZero() || day == calendar.Beginning || calendar.Beyond(day) {
			return d.Heading(), ""
		}
		number, in, _ := day.Civil()
		if year = calendar.YearName(number); short && len(year) == len("2025") {
			year = "’" + year[2:]
		}
		if d.KnowsMonth() {
			month = in.String()[:3]
		}
		return year, month
	})
}

// alike reports whether the years from one date to another are told apart by their last two digits.
func alike(one, other edtf.Date) bool {
	from, _, _ := one.Earliest().Civil()
	to, _, _ := other.Earliest().Civil()
	return min(from, to) >= 1000 && max(from, to)-min(from, to) < 100
}

// labels writes above n columns of w cells, in room cells in all, the months and years that neighbours have in common,
// each where it begins: in full where its own columns have room for that, else in brief. Where the label before is in
// the way, it comes as much later as its own columns allow, or not at all.
func labels(n, w, room int, label func(k int) (year, month string)) string {
	var text []rune
	said := ""
	for k, end := 0, 0; k < n; k = end {
		year, month := label(k)
		end = run(k, n, label)
		at := k * w
		if len(text) > 0 {
			at = max(at, len(text)+1)
		}
		next := year
		if end < n {
			next, _ = label(end)
		}
		put := func(name string, within int) bool {
			stop := at + len([]rune(name))
			late := next != year && said == year && stop >= end*w // for the next year, which comes first
			if name == "" || stop > within || late {
				return false
			}
			text = append(append(text, []rune(draw.Spaces(at-len(text)))...), []rune(name)...)
			return true
		}
		full, brief := end*w-1, room
		if end == n {
			full = room
		}
		if at > k*w {
			brief = full
		}
		switch {
		case month != "" && said == year:
			put(month, brief)
		case month != "" && put(month+" "+year, full), put(year, brief):
			said = year
		}
	}
	return string(text)
}

// run returns the column, of n, after those that have the month and year of column k.
func run(k, n int, label func(k int) (year, month string)) int {
	year, month := label(k)
	for end := k + 1; end < n; end++ {
		if y, m := label(end); y != year || m != month {
			return end
		}
	}
	return n
}
