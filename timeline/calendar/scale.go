package calendar

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
