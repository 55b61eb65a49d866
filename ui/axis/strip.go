package axis

import (
	"sort"

	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/family"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/session"
)

// Counts are how many events of each family a column has.
type Counts = [family.Count]int32

// A request is what a strip is built for: everything that it depends on, as values that do not change.
type request struct {
	index   *index.Index
	all     index.Selection
	matched index.Selection // the same as all where nothing is filtered
	dates   query.Query     // the parts of the filter that want a date; time is cut for what they leave
	w       int
	toScale bool
	depth   int            // how many times an island is entered
	spot    calendar.Day   // in which one
	placed  bool           // there is such a day
	breaks  []calendar.Day // where islands begin on the axis of the events that were read so far
}

// A strip is an axis with the counts of its columns, built once and then only drawn.
type strip struct {
	of       request
	axis     cut.Axis
	base     index.Selection // the events that time is cut for are those of base …
	lo       int             // … from lo on
	all, lit []Counts
	filtered bool // some of all do not match
	depth    int  // how many times an island could be entered
	margin   int  // cells at both ends that say that time goes on there
}

// requestOf returns what a strip of w cells is to be built for.
func requestOf(s *session.Session, w int) request {
	v := s.View()
	r := request{
		index: s.Index(), all: s.All(), matched: s.Matched(), w: w, toScale: v.TrueScale, depth: v.Zoom,
	}
	if !v.Paused {
		r.dates = s.Query().Dates()
	}
	if v.Paused || r.matched.Len() == r.all.Len() {
		r.matched = r.all
	}
	r.spot, r.placed = spot(s)
	return r
}

// spot returns the first day on which the selected event may have begun.
func spot(s *session.Session) (at calendar.Day, ok bool) {
	if !s.HasEvent() {
		return 0, false
	}
	at = s.Index().Begins(s.Selected())
	return at, at != calendar.Forever
}

// build builds the strip.
func (r request) build() strip {
	st := r.frame()
	cuts := cutsIn(st.base, &st.axis, st.lo)
	st.all = r.index.Families(st.base, cuts)
	st.lit = st.all
	if st.filtered {
		st.lit = r.index.Families(r.matched, cuts)
	}
	return st
}

// frame returns the strip without its counts.
func (r request) frame() strip {
	base := r.all
	if !r.dates.IsZero() {
		base = r.index.Select(r.dates)
	}
	if base.Rank(r.index.Dated()) == 0 {
		base = r.all
	}
	st := strip{of: r, filtered: r.matched.Len() < base.Len()}
	lo, hi := 0, base.Rank(r.index.Dated())
	st.axis = r.cut(base, lo, hi, r.w)
	const margins = 2
	st.base = base
	for r.placed && st.depth < r.depth && r.w > margins+1 {
		from, to, ok := st.enter(r.spot)
		if !ok {
			break
		}
		st.lo, lo, hi = from, from, to
		st.axis, st.margin = r.cut(base, lo, hi, r.w-margins), 1
		st.depth++
	}
	return st
}

// cut cuts time for the events of base from lo up to hi.
func (r request) cut(base index.Selection, lo, hi, w int) cut.Axis {
	return cutTime(r.index, base, lo, hi, w, r.toScale, r.breaks...)
}

// cutTime cuts time for the events of base from lo up to hi, which have dates, with islands that begin on some days.
func cutTime(
	x *index.Index, base index.Selection, lo, hi, w int, toScale bool, breaks ...calendar.Day,
) cut.Axis {
	t := x.Timeline()
	e := cut.Events{
		N:      hi - lo,
		Day:    func(n int) calendar.Day { return x.Begins(base.At(lo + n)) },
		Known:  func(n int) calendar.Unit { return x.Known(base.At(lo + n)) },
		Breaks: breaks,
		Silence: func(n int) int64 {
			return t.Date(base.At(lo + n - 1)).SilenceTo(t.Date(base.At(lo + n)))
		},
	}
	if toScale {
		return cut.ToScale(e, w)
	}
	return cut.New(e, w)
}

// cutsIn returns the numbers of events between which the columns of an axis lie, which was made for those of base from
// lo on.
func cutsIn(base index.Selection, a *cut.Axis, lo int) []int {
	cuts, hi := a.Cuts(), lo+a.N
	for n, first := range cuts {
		switch {
		case lo+first < hi:
			cuts[n] = base.At(lo + first)
		case hi > 0:
			cuts[n] = base.At(hi-1) + 1
		}
	}
	return cuts
}

// enter returns the events of the island that a day lies in, or where there is one island alone those of the greatest
// part of it that is a unit of time. They are places in base. It is not ok if there is nothing smaller, or if the
// island is a day, in which there is nothing more to be seen.
func (st *strip) enter(day calendar.Day) (from, to int, ok bool) {
	a := &st.axis
	if len(a.Columns) == 0 {
		return 0, 0, false
	}
	island := a.Islands[a.Columns[st.column(day)].Island]
	from, to = st.lo+a.Columns[island.First].First, st.lo+a.End(island.End-1)
	if to-from < a.N && !a.ToScale {
		alone := island.Grain.Unit == calendar.Days &&
			st.of.index.Begins(st.base.At(from)) == st.of.index.Begins(st.base.At(to-1))
		return from, to, !alone
	}
	for unit := calendar.Centuries; unit < island.Grain.Unit && island.Grain.Unit < calendar.Days; unit++ {
		first, end := st.until(from, to, unit.Start(day)), st.until(from, to, unit.Next(day))
		if first < end && end-first < a.N {
			return first, end, true
		}
	}
	return 0, 0, false
}

// until returns the place in base of the first event of those from lo up to hi that does not begin before a day.
func (st *strip) until(lo, hi int, day calendar.Day) int {
	return lo + sort.Search(hi-lo, func(k int) bool { return st.of.index.Begins(st.base.At(lo+k)) >= day })
}

// column returns the column that a day is drawn in: its own, or the nearest where it has none. It is −1 where the strip
// has none.
func (st *strip) column(d calendar.Day) int {
	c, _ := st.axis.Column(d)
	return min(max(c, 0), len(st.axis.Columns)-1)
}

// has reports whether a day lies between the ends of the strip.
func (st *strip) has(d calendar.Day) bool {
	c, inside := st.axis.Column(d)
	return c >= 0 && (inside || c+1 < len(st.axis.Columns))
}

// start returns the first day of the column that a day lies in; of a day in none, the day itself.
func (st *strip) start(d calendar.Day) calendar.Day {
	if c, inside := st.axis.Column(d); inside {
		return st.axis.Columns[c].From
	}
	return d
}

// next returns the day after the column that a day lies in, or after the day.
func (st *strip) next(d calendar.Day) calendar.Day {
	if c, inside := st.axis.Column(d); inside {
		return st.axis.Columns[c].To + 1
	}
	return d + 1
}
