package list

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
)

// The rows of the list that tell of time, not of an event: months, silences and today.

// heading heads the events that begin when the event at a place does, with how many there are, and those of a month
// with its weeks as a pulse. Where there is no line for the days of silence before it, it tells of them too.
func (w *writer) heading(place, days int) []draw.Span {
	th, d := w.th, w.t.Date(w.s.At(place))
	left := []draw.Span{th.Strong.Span(" " + strings.ToUpper(d.Heading()) + " ")}
	var right []draw.Span
	pulse, n := "", 0
	if d.KnowsMonth() {
		pulse, n = w.pulse(d)
	} else {
		n = w.countAlike(place)
	}
	count := fmt.Sprintf(" %2s ", draw.Number(n))
	if pulse != "" && w.of.asked.w >= narrow {
		right = append(right, draw.Plain(" "+pulse))
	}
	right = append(right, th.Faint.Span(count))
	if days >= longGap {
		than := " later " // without it a heading reads as if the month had lasted that long
		if w.s.View().Newest {
			than = " earlier "
		}
		silence := th.Faint.Span(th.Glyphs.Silence + " " + draw.Elapsed(days) + than)
		if draw.SpanCells(left)+draw.Cells(silence.Text)+draw.SpanCells(right) <= w.of.asked.w {
			left = append(left, silence)
		}
	}
	return w.ruled(left, right)
}

// countAlike returns how many events are under one heading with that at a place.
func (w *writer) countAlike(place int) int {
	d := w.t.Date(w.s.At(place))
	alike := func(place int) bool { return sameHeading(d, w.t.Date(w.s.At(place))) }
	after := sort.Search(w.s.Shown().Len()-place, func(k int) bool { return !alike(place + k) })
	before := sort.Search(place, func(k int) bool { return !alike(place - 1 - k) })
	return before + after
}

// pulse returns the events that begin in each week of the month in which d begins as a line of bars, and how many that
// are. The weeks are counted from its first day, and the last goes on to its end. Events of which the month is not
// known are in none.
func (w *writer) pulse(d edtf.Date) (bars string, n int) {
	const weeks, low = 4, 9 // how many events a full bar has at least, so that one event is a low one
	var counts [weeks]int
	first := calendar.Months.Start(d.Earliest())
	end, most := calendar.Months.Next(first), low
	for k := range counts {
		from, to := first+calendar.Day(7*k), first+calendar.Day(7*k+6)
		if k == weeks-1 {
			to = end - 1
		}
		counts[k] = w.s.CountInMonth(from, to)
		most = max(most, counts[k])
		n += counts[k]
	}
	for _, count := range counts {
		if count == 0 {
			bars += w.th.Glyphs.None
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

// sameHeading reports whether a and b are under one heading.
func sameHeading(a, b edtf.Date) bool {
	switch {
	case a.KnowsMonth() != b.KnowsMonth():
		return false
	case !a.KnowsMonth():
		return a.Heading() == b.Heading()
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
	return max(0, int(above.SilenceTo(below)))
}
