package ui

import (
	"fmt"
	"math"
	"strings"

	"dateline/timeline"
)

// The rows of the list that tell of time, not of an event: months, silences and today.

// monthRow heads the events of a month; where a long time lies between it and the event above, it says so.
func (m *model) monthRow(d timeline.Date, days, w int) []span {
	return m.ruled(span{" " + monthName(d) + " ", m.theme.strong}, m.silence(days, w), w)
}

// gapRow tells of a long time between events of one month.
func (m *model) gapRow(days, w int) []span {
	return append([]span{{spaces(2), ""}}, m.silence(days, w)...)
}

// todayRow is today's place.
func (m *model) todayRow(w int) []span {
	th, today := m.theme, timeline.Days.Date(m.today())
	return m.ruled(span{" Today ", th.good}, []span{{" " + today.Earliest().Weekday().String() + " " + today.String() + " ", th.good}}, w)
}

// ruled is a row with a rule from what stands left to what stands right.
func (m *model) ruled(left span, right []span, w int) []span {
	row := []span{left}
	if line := w - cells(left.text) - spanCells(right); line > 0 {
		row = append(row, span{strings.Repeat(m.theme.glyphs.horizontal, line), m.theme.faint})
	}
	return append(row, right...)
}

// silence tells how long nothing happened, in words and as a broken line that grows by the same length each time the
// silence doubles; nothing where it was short.
func (m *model) silence(days, w int) []span {
	if days < longGap {
		return nil
	}
	th := m.theme
	length := min(2+int(2*math.Log2(float64(days)/longGap)), w/3)
	return []span{{" " + strings.Repeat(th.glyphs.broken, length) + " " + elapsed(days) + " ", th.faint}}
}

// longGap is the number of days from which the time between neighbours is told.
const longGap = 10

// monthName is the heading of the month in which d begins.
func monthName(d timeline.Date) string {
	if d.IsZero() {
		return "Undated"
	}
	if d.Earliest() == timeline.Beginning {
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

// sameMonth says whether a and b stand under one heading.
func sameMonth(a, b timeline.Date) bool {
	if a.IsZero() || b.IsZero() || a.Earliest() == timeline.Beginning || b.Earliest() == timeline.Beginning {
		return a.IsZero() == b.IsZero() && a.Earliest() == b.Earliest()
	}
	ay, am, _ := a.Earliest().Civil()
	by, bm, _ := b.Earliest().Civil()
	return ay == by && am == bm
}

// gapDays is the number of days between two neighbours in which nothing happened; 0 where that cannot be said.
func gapDays(above, below timeline.Date) int {
	if above.IsZero() || below.IsZero() {
		return 0
	}
	earlier, later := above, below
	if later.Earliest() < earlier.Earliest() {
		earlier, later = below, above
	}
	last := earlier.Latest()
	if last == timeline.Forever { // what goes on is counted from its start
		last = earlier.Earliest()
	}
	if last == timeline.Beginning || later.Earliest() == timeline.Beginning {
		return 0
	}
	return max(0, int(later.Earliest())-int(last))
}

// elapsed is a number of days in words, in the unit that a reader thinks in.
func elapsed(days int) string {
	switch {
	case days == 1:
		return "1 day"
	case days < 14:
		return number(days) + " days"
	case days < 60:
		return number((days+3)/7) + " weeks"
	case days < 700:
		return number((days*2+30)/61) + " months"
	}
	return number((days*4+730)/1461) + " years"
}
