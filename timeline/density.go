package timeline

import (
	"sort"
	"unicode/utf8"
)

// A Scale lays time out in columns, from left to right without gaps, each of which is one unit wide or, where even
// centuries are too many, some centuries. It is a value.
type Scale struct {
	unit    Unit
	step    int // units in a column, at least 1
	first   int // the number of the unit that the scale begins with
	columns int
}

// FitScale is the scale of the finest unit that brings the days from first to last into n columns; there may be fewer.
// Neither end should be Beginning or Forever: see Extent.
func FitScale(first, last Day, n int) Scale {
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

// ScaleAt is a scale of n columns of one unit each, in the first of which the day from lies.
func ScaleAt(unit Unit, from Day, n int) Scale {
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

// Date is a column as a date, as Unit.Date.
func (s Scale) Date(column int) Date {
	if s.step == 1 {
		return s.unit.Date(s.Start(column))
	}
	first, _, _ := s.Start(column).Civil()
	last, _, _ := (s.Start(column+1) - 1).Civil()
	date, _ := ParseDate(edtfYear(first) + "/" + edtfYear(last))
	return date
}

// Extent is the first and the last day that bounds n dates, leaving out the open ends and what is undated; ok is false
// where no date has any bound.
func Extent(n int, date func(int) Date) (first, last Day, ok bool) {
	e := never
	for i := range n {
		if d := date(i); !d.IsZero() {
			e = e.reach(d.when())
		}
	}
	return e.from, e.to, e.from <= e.to
}

// reach is p made to hold q too, but for the open ends of q.
func (p period) reach(q period) period {
	if q == always { // a set such as [..1950,1960..] is open at both ends
		return p
	}
	if q.from == Beginning {
		q.from = q.to
	}
	if q.to == Forever {
		q.to = q.from
	}
	return period{min(p.from, q.from), max(p.to, q.to)}
}

// A Tally counts the events of one column.
type Tally struct {
	Within int // known to lie in the column
	Across int // lie in it and elsewhere, or may lie elsewhere
}

// Tally counts, for each column, n events that are in order of their earliest day, as those of a Timeline are. What lies
// off the scale is left out, what reaches over its ends is counted as far as it is on it, and undated events never are.
func (s Scale) Tally(n int, date func(int) Date) []Tally {
	return s.tally(n, func(i int) period {
		if d := date(i); !d.IsZero() {
			return d.when()
		}
		return never
	})
}

// tally is Tally of the times of events; never for the undated.
func (s Scale) tally(n int, when func(int) period) []Tally {
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
		if p.from >= stop {
			break
		}
		if p.to < start {
			continue
		}
		for p.from >= ends[column] {
			column++
		}
		if p.to < ends[column] && p.from >= start {
			tallies[column].Within++
			continue
		}
		to := sort.Search(s.columns-1, func(c int) bool { return p.to < ends[c] })
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

// A Tick is a label of an axis: what to write, and the column it begins in.
type Tick struct {
	Column int
	Text   string
}

// Ticks are the labels of the scale, where each column is width cells wide: one for every unit, or for every unit of the
// first coarser kind whose labels leave a gap of at least one cell between them. What does not fit before the end is left
// out, and so is the first, which names a unit that began before the scale, where it would touch the second.
func (s Scale) Ticks(width int) []Tick {
	width = max(width, 1)
	for u := s.unit; u > Centuries; u-- {
		if ticks, fit := s.ticks(u, 1, width); fit {
			return ticks
		}
	}
	for every := 1; ; every = rounder(every) {
		if ticks, fit := s.ticks(Centuries, every, width); fit {
			return ticks
		}
	}
}

// rounder is the next of 1, 2, 5, 10, 20, 50 …
func rounder(n int) int {
	for leading := n; ; leading /= 10 {
		if leading == 2 {
			return n / 2 * 5
		}
		if leading < 10 {
			return 2 * n
		}
	}
}

// ticks labels each u whose number is a multiple of every; fit is false where two would touch.
func (s Scale) ticks(u Unit, every, width int) (ticks []Tick, fit bool) {
	d := u.align(s.Start(0), every)
	partial := every == 1 && s.Column(d) > 0
	if partial {
		d = s.Start(0)
	}
	free := 0 // the first cell that a label may take
	for c := s.Column(d); c < s.columns; {
		text := u.Label(d)
		end := c*width + utf8.RuneCountInString(text)
		switch {
		case end > s.columns*width:
		case c*width >= free:
			ticks, free = append(ticks, Tick{c, text}), end+1
		case partial && len(ticks) == 1:
			ticks[0], free = Tick{c, text}, end+1
			partial = false
		default:
			return nil, false
		}
		d = u.align(s.Start(c+1), every)
		next := s.Column(d)
		if next <= c { // the end of time
			break
		}
		c = next
	}
	return ticks, true
}

// align is the first day at or after d that begins a unit whose number is a multiple of every.
func (u Unit) align(d Day, every int) Day {
	n := u.number(d)
	if u.first(n) < d {
		n++
	}
	return u.first(every * int(floorDiv(int64(n+every-1), int64(every))))
}
