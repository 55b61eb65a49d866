package list

import (
	"fmt"
	"math"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
)

// The rows of the list that tell of time, not of an event: months, silences and today.

// month heads the events of a month; where a long time lies between it and the event above, it says so.
func (l listWriter) month(d edtf.Date, days int) []draw.Span {
	return l.ruled(l.th.Strong.Span(" "+MonthName(d)+" "), l.silence(days))
}

// gap tells of a long time between events of one month.
func (l listWriter) gap(days int) []draw.Span {
	return append([]draw.Span{draw.Plain(draw.Spaces(2))}, l.silence(days)...)
}

// todayRow returns the row of today.
func (l listWriter) todayRow() []draw.Span {
	th, today := l.th, edtf.Of(calendar.Days, l.today)
	day := " " + today.Earliest().Weekday().String() + " " + today.String() + " "
	return l.ruled(th.Good.Span(" Today "), []draw.Span{th.Good.Span(day)})
}

// ruled returns a row with a rule from what is left to what is right.
func (l listWriter) ruled(left draw.Span, right []draw.Span) []draw.Span {
	row := []draw.Span{left}
	if line := l.w - draw.Cells(left.Text) - draw.SpanCells(right); line > 0 {
		row = append(row, l.th.Faint.Span(strings.Repeat(l.th.Glyphs.Horizontal, line)))
	}
	return append(row, right...)
}

// silence tells how long nothing happened, in words and as a broken line that grows by the same length each time the
// silence doubles; nothing where it was short.
func (l listWriter) silence(days int) []draw.Span {
	if days < longGap {
		return nil
	}
	th := l.th
	length := min(2+int(2*math.Log2(float64(days)/longGap)), l.w/3)
	return []draw.Span{th.Faint.Span(" " + strings.Repeat(th.Glyphs.Broken, length) + " " + draw.Elapsed(days) + " ")}
}

// longGap is the number of days from which the time between neighbours is told.
const longGap = 10

// MonthName returns the heading of the month in which d begins.
func MonthName(d edtf.Date) string {
	if d.IsZero() {
		return "Undated"
	}
	if d.Earliest() == calendar.Beginning {
		return "Before"
	}
	year, month, _ := d.Earliest().Civil()
	if year < 1 {
		return fmt.Sprintf("%s %d BC", monthNames[month-1], 1-year)
	}
	return fmt.Sprintf("%s %d", monthNames[month-1], year)
}

var monthNames = [12]string{
	"January", "February", "March", "April", "May", "June",
	"July", "August", "September", "October", "November", "December",
}

// sameMonth reports whether a and b are under one heading.
func sameMonth(a, b edtf.Date) bool {
	if a.IsZero() || b.IsZero() || a.Earliest() == calendar.Beginning || b.Earliest() == calendar.Beginning {
		return a.IsZero() == b.IsZero() && a.Earliest() == b.Earliest()
	}
	ay, am, _ := a.Earliest().Civil()
	by, bm, _ := b.Earliest().Civil()
	return ay == by && am == bm
}

// gapDays returns the number of days between two neighbours in which nothing happened; 0 where that cannot be said.
func gapDays(above, below edtf.Date) int {
	if above.IsZero() || below.IsZero() {
		return 0
	}
	earlier, later := above, below
	if later.Earliest() < earlier.Earliest() {
		earlier, later = below, above
	}
	last := earlier.Latest()
	if last == calendar.Forever { // what goes on is counted from its start
		last = earlier.Earliest()
	}
	if last == calendar.Beginning || later.Earliest() == calendar.Beginning {
		return 0
	}
	return max(0, int(later.Earliest())-int(last))
}
