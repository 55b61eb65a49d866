package list

import (
	"fmt"
	"math"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// The rows of the list that tell of time, not of an event: months, silences and today.

// heading heads the events of the month in which the event at a place begins, with the weeks of that month as a pulse
// and how many there are. Where there is no line for the days of silence before it, it tells of them too.
func (w *writer) heading(place, days int) []draw.Span {
	th, d := w.th, w.t.Date(w.s.At(place))
	left := []draw.Span{th.Strong.Span(" " + strings.ToUpper(MonthName(d)) + " ")}
	var right []draw.Span
	pulse, n := w.pulse(d)
	count := fmt.Sprintf(" %2s ", draw.Number(n))
	if pulse != "" && w.of.asked.w >= narrow {
		right = append(right, draw.Plain(" "+pulse))
	}
	right = append(right, th.Faint.Span(count))
	if days >= longGap {
		left = append(left, th.Faint.Span(th.Glyphs.Silence+" "+draw.Elapsed(days)+" "))
	}
	return w.ruled(left, right)
}

// pulse returns the events that begin in each week of a month as a line of bars, and how many that are. The weeks are
// counted from its first day, and the last goes on to its end.
func (w *writer) pulse(d edtf.Date) (bars string, n int) {
	switch {
	case d.IsZero():
		return "", w.s.Shown().Len() - w.s.Dated()
	case d.Earliest() == calendar.Beginning:
		return "", w.s.CountBetween(calendar.Beginning, calendar.Beginning)
	}
	const weeks, low = 4, 9 // how many events a full bar has at least, so that one event is a low one
	var counts [weeks]int
	first := calendar.Months.Start(d.Earliest())
	end, most := calendar.Months.Next(first), low
	for k := range counts {
		from, to := first+calendar.Day(7*k), first+calendar.Day(7*k+6)
		if k == weeks-1 {
			to = end - 1
		}
		counts[k] = w.s.CountBetween(from, to)
		most = max(most, counts[k])
		n += counts[k]
	}
	for _, count := range counts {
		if count == 0 {
			bars += w.th.Glyphs.Dot
		} else {
			bars += w.th.Level(count, most)
		}
	}
	return bars, n
}

// silence tells of a long time in which nothing happened: the thread is dotted, and a line beside it grows by the same
// length each time the silence doubles.
func (w *writer) silence(days int) []draw.Span {
	th := w.th
	before, after := w.gutter()
	words := draw.Elapsed(days)
	length := min(2+int(2*math.Log2(float64(days)/longGap)), (w.of.asked.w-before-after-len(words))/2)
	if length > 0 {
		words += " " + strings.Repeat(th.Glyphs.Broken, length)
	}
	return []draw.Span{draw.Plain(draw.Spaces(before)), th.Faint.Span(th.Glyphs.Silence + draw.Spaces(after-1) + words)}
}

// todayRow returns the row of today.
func (w *writer) todayRow() []draw.Span {
	th, today := w.th, edtf.Of(calendar.Days, w.today)
	day := " " + today.Earliest().Weekday().String() + " " + today.String() + " "
	return w.ruled([]draw.Span{th.Good.Span(" Today ")}, []draw.Span{th.Good.Span(day)})
}

// ruled returns a row with a rule from what is left to what is right.
func (w *writer) ruled(left, right []draw.Span) []draw.Span {
	if line := w.of.asked.w - draw.SpanCells(left) - draw.SpanCells(right); line > 0 {
		left = append(left, w.th.Faint.Span(strings.Repeat(w.th.Glyphs.Horizontal, line)))
	}
	return append(left, right...)
}

// longGap is the number of days from which the time between neighbours is told.
const longGap = 9

// todayBetween reports whether today lies between two neighbours, of which the earlier may be of today.
func todayBetween(today calendar.Day, above, below edtf.Date) bool {
	return !above.IsZero() && !below.IsZero() && above.Earliest() > today != (below.Earliest() > today)
}

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

// gapDays returns for how many days nothing happened between neighbours in the list.
func gapDays(above, below edtf.Date) int {
	if below.Earliest() < above.Earliest() {
		above, below = below, above
	}
	return max(0, int(session.Silence(above, below)))
}
