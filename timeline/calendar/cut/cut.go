package cut

import (
	"sort"

	"dateline/timeline/calendar"
)

// Events are what an axis is made for: events in the order in which they begin.
type Events struct {
	N     int
	Day   func(n int) calendar.Day  // the first day on which event n may have begun; Beginning if that is not known
	Known func(n int) calendar.Unit // how exactly that day is known; Days where it is

	// Silence returns how many days nothing happened before event n, −1 for none. Where it is nil, these are the days
	// between those of the events.
	Silence func(n int) int64

	// Breaks are days, in order, at which an island begins, unless a column has events of both sides. They are those of
	// an axis that was made for some of the events: its islands are only split then.
	Breaks []calendar.Day

	Untold bool // how long folds are is not said: they need no room for it
}

// An Axis is time in columns of cells, from the past to the future. The zero Axis has no columns.
type Axis struct {
	Columns []Column
	Islands []Island
	Folds   []Fold
	N       int     // events
	Cells   int     // that it takes, at most as many as it was made for
	ToScale bool    // every day is of one width
	Names   []Label // of months, years and longer, for a line of their own
	Numbers []Label // of days and what else is said in few cells, for the line that the columns stand on
}

// A Column is some days in a row, and the cells in which they are drawn.
type Column struct {
	From, To calendar.Day // the first and the last of its days
	First    int          // the number of its first event; its last is the one before the first of the next column
	At       int          // its first cell
	Cells    int          // at least 1
	Island   int
	Day      calendar.Day  // of its first event; its own first where it has none
	Known    calendar.Unit // how exactly some event in it is known; that of the column at least where it has none
}

// An Island is columns side by side, all of one grain.
type Island struct {
	Grain      calendar.Grain
	First, End int // its columns are those from First up to, but not including, End
}

// A Fold is time without events between two islands. It has no cells if one island goes on where the other ends.
type Fold struct {
	After int   // the last column before it
	Days  int64 // how long it is; 0 if one island goes on where the other ends, −1 if that cannot be said
	At    int   // its first cell
	Cells int
}

// Events returns how many events the column c has.
func (a *Axis) Events(c int) int { return a.End(c) - a.Columns[c].First }

// End returns the number of the event after the last of column c.
func (a *Axis) End(c int) int {
	if c+1 < len(a.Columns) {
		return a.Columns[c+1].First
	}
	return a.N
}

// Cuts returns the numbers of events between which the columns lie, one more than there are columns.
func (a *Axis) Cuts() []int {
	cuts := make([]int, 0, len(a.Columns)+1)
	for _, c := range a.Columns {
		cuts = append(cuts, c.First)
	}
	return append(cuts, a.N)
}

// Column returns the column that a day lies in, or the one before the fold that it lies in. It is −1 before the first
// column. Inside is whether the day is one of the column's own.
func (a *Axis) Column(d calendar.Day) (c int, inside bool) {
	c = sort.Search(len(a.Columns), func(i int) bool { return a.Columns[i].From > d }) - 1
	return c, c >= 0 && d <= a.Columns[c].To
}

// ColumnAt returns the column at a cell, or the nearest to it. Only where the axis has columns.
func (a *Axis) ColumnAt(cell int) int {
	c := max(0, sort.Search(len(a.Columns), func(i int) bool { return a.Columns[i].At > cell })-1)
	if end := a.Columns[c].At + a.Columns[c].Cells - 1; c+1 < len(a.Columns) && cell-end > a.Columns[c+1].At-cell {
		c++
	}
	return c
}

// Grain returns the grain of the column c.
func (a *Axis) Grain(c int) calendar.Grain { return a.Islands[a.Columns[c].Island].Grain }

// Breaks returns the first days of all islands but the first.
func (a *Axis) Breaks() []calendar.Day {
	var days []calendar.Day
	for n, island := range a.Islands {
		if n > 0 {
			days = append(days, a.Columns[island.First].Day)
		}
	}
	return days
}

// Extent returns the first and the last day of all columns, but for the one of what nobody knows the beginning of. Only
// where the axis has columns.
func (a *Axis) Extent() (from, to calendar.Day) {
	first := 0
	if a.Columns[0].From == calendar.Beginning && len(a.Columns) > 1 {
		first = 1
	}
	return a.Columns[first].From, a.Columns[len(a.Columns)-1].To
}

// ToScale returns the axis of at most w cells on which every day is of one width.
func ToScale(e Events, w int) Axis {
	a := Axis{N: e.N, ToScale: true}
	begun := sort.Search(e.N, func(n int) bool { return e.Day(n) > calendar.Beginning })
	if w <= 0 || e.N == 0 {
		return a
	}
	b := builder{e: e, w: w}
	if begun == e.N || w < 4 {
		return b.alone()
	}
	at, first := 0, begun
	if begun > 0 {
		at = 1 + foldLeast
	}
	room := w - at
	scale := wholeScale(e.Day(begun), e.Day(e.N-1), room)
	grain := calendar.Grain{Unit: scale.Unit(), Step: scale.Step()}
	if begun > 0 {
		a.Columns = append(a.Columns, openColumn())
		a.Islands = append(a.Islands, Island{Grain: grain, End: 1})
		a.Folds = append(a.Folds, Fold{At: 1, Cells: foldLeast, Days: -1})
	}
	from, island := len(a.Columns), len(a.Islands)
	for c := range scale.Columns() {
		next := scale.Start(c + 1)
		end := first + b.until(first, e.N, next)
		cell := at + (c*room+scale.Columns()-1)/scale.Columns()
		a.Columns = append(a.Columns, Column{
			From: scale.Start(c), To: next - 1, First: first, At: cell, Island: island, Day: scale.Start(c),
			Cells: at + ((c+1)*room+scale.Columns()-1)/scale.Columns() - cell, Known: b.exact(first, end, grain.Unit),
		})
		if end > first {
			a.Columns[len(a.Columns)-1].Day = e.Day(first)
		}
		first = end
	}
	a.Islands = append(a.Islands, Island{Grain: grain, First: from, End: len(a.Columns)})
	a.Cells = w
	a.separate()
	a.label(w)
	return a
}

// wholeScale returns a scale with all of time in w cells. A few days get empty ones around them: a day alone would be
// as wide as the screen.
func wholeScale(first, last calendar.Day, w int) calendar.Scale {
	const dayCells = 8 // the most that days get where there are few
	s := calendar.Fit(first, last, w)
	if n := w / dayCells; s.Unit() == calendar.Days && s.Columns() < n {
		return calendar.At(calendar.Days, calendar.Days.Shift(first, (s.Columns()-n)/2), n)
	}
	return s
}

// openColumn returns the column of events of which nobody knows when they began.
func openColumn() Column {
	return Column{From: calendar.Beginning, To: calendar.Beginning, Cells: 1}
}
