package calendar

import (
	"sort"
)

// A Scale lays time out in columns, from left to right without gaps, each of which is one unit wide or, where even
// centuries are too many, some centuries. It is a value.
type Scale struct {
	unit    Unit
	step    int // units in a column, at least 1
	first   int // the number of the unit that the scale begins with
	columns int
}

// Fit is the scale of the finest unit that brings the days from first to last into n columns; there may be fewer.
// Neither end should be Beginning or Forever: see Extent.
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

// At is a scale of n columns of one unit each, in the first of which the day from lies.
func At(unit Unit, from Day, n int) Scale {
	return Scale{unit: unit, step: 1, first: unit.number(from), columns: max(n, 1)}
}

// Unit is what a column stands for.
func (s Scale) Unit() Unit { return s.unit }

// Step is how many units a column stands for: more than one only where even centuries are too many.
func (s Scale) Step() int { return s.step }

// Columns is the number of columns, at least 1.
func (s Scale) Columns() int { return s.columns }

// Column is the column of a day; it is less than 0 before the scale and Columns or more behind it.
func (s Scale) Column(d Day) int {
	return int(floorDiv(int64(s.unit.number(d)-s.first), int64(s.step)))
}

// Start is the first day of a column, which need not be on the scale; Start(c+1) is the day after its last.
func (s Scale) Start(column int) Day { return s.unit.first(s.first + column*s.step) }

// A Tally counts the events of one column.
type Tally struct {
	Within int // known to lie in the column
	Across int // lie in it and elsewhere, or may lie elsewhere
}

// Tally counts, for each column, n events by the time at which they may have been, in order of their earliest day, as
// those of a Timeline are. What lies off the scale is left out, and what reaches over its ends is counted as far as it
// is on it. The time of the undated is Never.
func (s Scale) Tally(n int, when func(int) Period) []Tally {
	tallies := make([]Tally, s.columns)
	ends := make([]Day, s.columns) // the day after each column
	for c := range ends {
		ends[c] = s.Start(c + 1)
	}
	start, stop := s.Start(0), ends[s.columns-1]
	change := make([]int, s.columns+1) // of Across, from one column to the next
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

// Cuts divides n events that are in order of their first day, as those of a Timeline are, among the columns of the
// scale by the day they begin: those from cuts[c] up to cuts[c+1] begin in column c. Those that begin at Forever begin
// in none.
func (s Scale) Cuts(n int, begin func(int) Day) []int {
	cuts := make([]int, s.columns+1)
	for c := range cuts {
		start := s.Start(c)
		cuts[c] = sort.Search(n, func(i int) bool { return begin(i) >= start })
	}
	return cuts
}
