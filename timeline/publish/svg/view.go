package svg

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/edtf"
	"dateline/timeline/family"
	"dateline/timeline/index"
)

// A view is what of a record is drawn, counted by column and lane.
type view struct {
	x      *index.Index
	t      *timeline.Timeline
	s      index.Selection
	n      int // events
	dated  int // those of them that have a date, which come first
	axis   cut.Axis
	bars   []counts // by column
	lanes  []lane   // by side
	ties   [][]int  // by column and lane: how many more meetings go down from there than end there
	actors int      // that any event lists
	has    [family.Count]bool
	vague  bool // whether a mark is hollow
}

// counts are how many events there are of each family.
type counts [family.Count]int

func (c *counts) total() (n int) {
	for _, one := range c {
		n += one
	}
	return n
}

// prevailing returns the family of most events, of several the first in the legend.
func (c *counts) prevailing() family.Family {
	return slices.MaxFunc(order[:], func(a, b family.Family) int { return cmp.Compare(c[a], c[b]) })
}

// A lane has the events that list one actor.
type lane struct {
	actor, side timeline.ActorRef
	events      int
	marks       []mark // by column
	goingOn     []int  // by column: how many more begin to go on there than end before it
	beyond      []bool // by column: whether something goes on after it, into silence
}

// A mark is the events of a lane in one column.
type mark struct {
	counts
	event int // the first of them
}

// maxLanes is how many actors have lanes.
const maxLanes = 12

func viewOf(x *index.Index, s index.Selection) view {
	v := view{x: x, t: x.Timeline(), s: s, n: s.Len(), dated: s.Rank(x.Dated())}
	v.axis = cut.New(cut.Events{
		N:       v.dated,
		Day:     func(n int) calendar.Day { return x.Begins(v.at(n)) },
		Known:   func(n int) calendar.Unit { return x.Known(v.at(n)) },
		Silence: func(n int) int64 { return v.t.Date(v.at(n - 1)).SilenceTo(v.t.Date(v.at(n))) },
	}, cells)
	v.axis.Abbreviate() // the name of a short year would be taken for that of the next
	v.bars = make([]counts, len(v.axis.Columns))
	v.choose()
	v.ties = make([][]int, len(v.axis.Columns))
	for c := range v.ties {
		v.ties[c] = make([]int, len(v.lanes)+1)
	}
	v.count()
	return v
}

// at returns the number of the n-th event drawn.
func (v *view) at(n int) int { return v.s.At(n) }

// choose chooses who has a lane: those who are listed most often.
func (v *view) choose() {
	listed := make([]int, v.t.Actors())
	for n := range v.n {
		for _, a := range v.x.Lists(v.at(n)) {
			listed[a]++
		}
	}
	var all []timeline.ActorRef
	for a, events := range listed {
		if events > 0 {
			all = append(all, timeline.ActorRef(a))
		}
	}
	v.actors = len(all)
	slices.SortStableFunc(all, func(a, b timeline.ActorRef) int { return listed[b] - listed[a] })
	if v.dated == 0 {
		return
	}
	for _, a := range all[:min(len(all), maxLanes)] {
		columns := len(v.axis.Columns)
		v.lanes = append(v.lanes, lane{
			actor: a, side: v.t.Top(a), events: listed[a], marks: make([]mark, columns), goingOn: make([]int, columns+1),
			beyond: make([]bool, columns),
		})
	}
	v.lanes = bySide(v.t, v.lanes)
}

// bySide returns lanes by side, the side of the most frequent first: people, then organisations, then the state. Who is
// alone on a side and has nobody above comes last.
func bySide(t *timeline.Timeline, lanes []lane) []lane {
	var sides []timeline.ActorRef
	for _, l := range lanes {
		if !slices.Contains(sides, l.side) {
			sides = append(sides, l.side)
		}
	}
	var grouped, alone []lane
	for _, side := range sides {
		of := slices.DeleteFunc(slices.Clone(lanes), func(l lane) bool { return l.side != side })
		if len(of) == 1 && of[0].actor == side {
			alone = append(alone, of...)
			continue
		}
		slices.SortStableFunc(of, func(a, b lane) int { return cmp.Compare(a.place(t), b.place(t)) })
		grouped = append(grouped, of...)
	}
	for n := range alone {
		alone[n].side = timeline.NoActor
	}
	return append(grouped, alone...)
}

// place returns where in its side an actor stands.
func (l *lane) place(t *timeline.Timeline) int {
	switch {
	case l.actor == l.side:
		return 2
	case t.Actor(l.actor).Kind == timeline.Person:
		return 0
	}
	return 1
}

// count counts the events by column and lane.
func (v *view) count() {
	rows := make(map[timeline.ActorRef]int, len(v.lanes))
	for n := range v.lanes {
		rows[v.lanes[n].actor] = n
	}
	c := 0
	for n := range v.dated {
		for v.axis.End(c) <= n {
			c++
		}
		i := v.at(n)
		f := v.x.Family(i)
		v.bars[c][f]++
		v.has[f] = true
		top, foot := len(v.lanes), -1
		end, beyond := v.end(c, v.t.Date(i))
		for _, a := range v.x.Lists(i) {
			at, ok := rows[timeline.ActorRef(a)]
			if !ok {
				continue
			}
			top, foot = min(top, at), max(foot, at)
			l := &v.lanes[at]
			if m := &l.marks[c]; m.total() == 0 {
				m.event = i
			}
			l.marks[c].counts[f]++
			l.goingOn[c]++ // which is nothing where both are one
			l.goingOn[end]--
			l.beyond[end] = l.beyond[end] || beyond
		}
		if f == family.Talks && top < foot {
			v.ties[c][top]++
			v.ties[c][foot]--
		}
	}
}

// end returns the column in which an event that begins in column c goes on last, c itself if it does not, and whether
// it goes on after that.
func (v *view) end(c int, d edtf.Date) (end int, beyond bool) {
	if !d.IsInterval() {
		return c, false
	}
	end, inside := v.axis.Column(d.Latest())
	return max(c, end), !inside
}

// isVague reports whether an event is not exact to a day.
func (v *view) isVague(i int) bool {
	d := v.t.Date(i)
	return d.Precision() < edtf.ToDay || d.Approximate() || d.Uncertain() || d.IsSet()
}

// unit returns how exactly a date is known, as a unit of time.
func unit(d edtf.Date) calendar.Unit {
	switch p := d.Precision(); {
	case p >= edtf.ToDay:
		return calendar.Days
	case p == edtf.ToMonth:
		return calendar.Months
	}
	return calendar.Years
}

// columnName returns the days of a column in words. Where none of its events is known as exactly, it is what is known.
func (v *view) columnName(c int) string {
	column, unit := v.axis.Columns[c], v.axis.Grain(c).Unit
	switch {
	case column.From == calendar.Beginning:
		return "begun at an unknown time"
	case calendar.Beyond(column.From):
		year, _, _ := column.From.Civil()
		return calendar.YearName(year)
	case column.Known < unit:
		return edtf.Of(column.Known, column.Day).String()
	}
	if d := edtf.Of(unit, column.From); d.Period() == (calendar.Period{From: column.From, To: column.To}) {
		return d.String()
	}
	if unit > calendar.Years {
		unit = calendar.Days
	} else {
		unit = calendar.Years
	}
	return between(edtf.Of(unit, column.From), edtf.Of(unit, column.To))
}
