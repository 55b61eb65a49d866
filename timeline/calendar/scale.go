package calendar

import "sort"

// A Scale is a time axis. It divides time into columns, from the past to the future and without gaps. Each column
// is one unit, or several centuries if there are too many of them. Columns are numbered from 0; days before and
// after the scale have columns too, with numbers below 0 and from Columns on. A Scale is made by Fit or At; the
// zero Scale has no columns.
type Scale struct {
	unit    Unit
	step    int // units in a column, at least 1
	first   int // the number of the first unit of the scale
	columns int
}

// Fit returns the scale of the finest unit that has the days from first to last in at most n columns. The first
// column has first, the last one has last. Neither should be Beginning or Forever, which are millions of years off.
func Fit(first, last Day, n int) Scale {
	first, last, n = min(first, last), max(first, last), max(n, 1)
	s := Scale{unit: Centuries, step: 1}
	for u := Days; ; u-- {
		if size := u.number(last) - u.number(first) + 1; size <= n || u == Centuries {
			s.unit, s.first = u, u.number(first)
			s.step = (size + n - 1) / n
			s.columns = (size + s.step - 1) / s.step
			return s
		}
	}
}

// At returns the scale of n columns of one unit each, of which the first has the day from.
func At(unit Unit, from Day, n int) Scale {
	return Scale{unit: unit, step: 1, first: unit.number(from), columns: max(n, 1)}
}

// Unit returns the unit of the columns.
func (s Scale) Unit() Unit { return s.unit }

// Step returns the number of units in a column: 1, or more if the unit is Centuries.
func (s Scale) Step() int { return s.step }

// Columns returns the number of columns, which is at least 1 but for the zero Scale.
func (s Scale) Columns() int { return s.columns }

// Column returns the column of a day. It is below 0 before the scale, and Columns or more after it.
func (s Scale) Column(d Day) int {
	return int(floorDiv(int64(s.unit.number(d)-s.first), int64(s.step)))
}

// Start returns the first day of a column, which need not be on the scale. The day after its last is Start(column+1).
func (s Scale) Start(column int) Day { return s.unit.first(s.first + column*s.step) }

// A Tally is the number of periods that have days in a column.
type Tally struct {
	Within int // of those with all their days in the column
	Across int // of those with days in other columns too
}

// Tally returns a Tally for each column of n periods, of which when returns each. They must be in order of From,
// which puts Never last. Days before and after the scale count for no column, but make a period one of those
// across.
func (s Scale) Tally(n int, when func(int) Period) []Tally {
	tallies := make([]Tally, s.columns)
	ends := make([]Day, s.columns) // the day after the last of each column
	for c := range ends {
		ends[c] = s.Start(c + 1)
	}
	start, stop := s.Start(0), ends[s.columns-1]
	change := make([]int, s.columns+1) // the difference of Across from the column before
	column := 0
	for i := range n {
		p := when(i)
		if p.From >= stop {
			break
		}
		if p.To < start {
			continue
		}
		for p.From >= ends[column] {
			column++
		}
		if p.To < ends[column] && p.From >= start {
			tallies[column].Within++
			continue
		}
		to := sort.Search(s.columns-1, func(c int) bool { return p.To < ends[c] })
		change[column]++
		change[to+1]--
	}
	across := 0
	for c := range tallies {
		across += change[c]
		tallies[c].Across = across
	}
	return tallies
}

// Cuts divides n days, of which begin returns each, among the columns. The days must be in order. Those with an
// index from cuts[c] up to, but not including, cuts[c+1] are in column c. The result has one element more than
// there are columns. Forever is in no column.
func (s Scale) Cuts(n int, begin func(int) Day) []int {
	cuts := make([]int, s.columns+1)
	for c := range cuts {
		start := s.Start(c)
		cuts[c] = sort.Search(n, func(i int) bool { return begin(i) >= start })
	}
	return cuts
}
