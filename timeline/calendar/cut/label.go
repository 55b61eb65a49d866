package cut

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"dateline/timeline/calendar"
)

// A Label is a text that begins at the first cell of the column that it names.
type Label struct {
	Column, At int
	Text       string // one cell a rune
}

// unsaid is the year that was said last where none was.
const unsaid = -1 << 60

// A tick is what the line of names says of a column: a month, a year, or a longer time.
type tick struct {
	column int
	last   int    // of the columns that it is as true of
	month  string // "" for a year or longer
	year   int
	long   string // the year, or what is longer
	short  string // the year in fewer cells, or as long
	number int    // which of months or years it is, for choosing every second or tenth
}

// tickOf returns the tick of a column that begins on a day, of which so much is known. Months are named where they are
// wanted.
func tickOf(g calendar.Grain, d calendar.Day, known calendar.Unit, short, months bool) tick {
	year, month, _ := d.Civil()
	t := tick{year: year, number: year}
	t.long = calendar.YearName(year)
	if longer := min(g.Unit, known); g.Step == 1 && longer <= calendar.Decades {
		t.long = longer.Label(d)
	}
	t.short = t.long
	if short && g.Unit >= calendar.Years && known >= calendar.Years {
		t.short = "’" + t.long[len(t.long)-2:]
	}
	if year > calendar.MaxYear {
		t.short = "after " + strconv.Itoa(calendar.MaxYear/1_000_000) + "M"
	}
	if months && g.Unit >= calendar.Months && known >= calendar.Months {
		t.month, t.number = month.String()[:3], 12*year+int(month)-1
	}
	return t
}

// text returns the tick in full, where a year was said last.
func (t tick) text(said int) string {
	switch {
	case t.month == "":
		return t.long
	case said == t.year:
		return t.month
	}
	return t.month + " " + t.short
}

// brief returns the tick in as few cells as it can be said in.
func (t tick) brief(said int) string {
	if t.month != "" && said == t.year {
		return t.month
	}
	return t.short
}

// shortYears reports whether the years from one day to another are told apart by their last two digits.
func shortYears(from, to calendar.Day) bool {
	first, _, _ := from.Civil()
	last, _, _ := to.Civil()
	return first >= 1000 && last <= 9999 && last-first < 100
}

// label names the columns. Labels are at least a cell apart, and no name reaches into another island.
func (a *Axis) label(w int) {
	from, to := a.Extent()
	short := shortYears(from, to)
	l := labeller{a: a, short: short, said: unsaid}
	for n, island := range a.Islands {
		limit := w
		if n+1 < len(a.Islands) {
			limit = a.Columns[a.Islands[n+1].First].At - 1
		}
		if a.Columns[island.First].From == calendar.Beginning {
			l.put(tick{column: island.First, last: island.First, year: unsaid}, "?", limit)
			continue
		}
		l.names(island, limit, max(limit, a.yearEnd(n, w)))
		l.numbers(island)
	}
}

// yearEnd returns the cell before the next island that does not begin and end in the year in which island n does, of w
// cells.
func (a *Axis) yearEnd(n, w int) int {
	from, _, _ := a.Columns[a.Islands[n].First].Day.Civil()
	for _, island := range a.Islands[n:] {
		first, _, _ := a.Columns[island.First].Day.Civil()
		last, _, _ := a.Columns[island.End-1].Day.Civil()
		if first != from || last != from {
			return a.Columns[island.First].At - 1
		}
	}
	return w
}

// Abbreviate shortens the names of years that lie over columns of another year too, where two digits tell years apart.
// It is for lines on which a column is a cell.
func (a *Axis) Abbreviate() {
	if len(a.Names) == 0 {
		return
	}
	if from, to := a.Extent(); !shortYears(from, to) {
		return
	}
	for n, l := range a.Names {
		year, _, _ := a.Columns[l.Column].Day.Civil()
		long := calendar.YearName(year)
		last := a.Columns[a.ColumnAt(l.At+len(long)-1)]
		if reached, _, _ := last.Day.Civil(); l.Text == long && reached != year {
			a.Names[n].Text = "’" + long[len(long)-2:]
		}
	}
}

// A labeller names columns from left to right.
type labeller struct {
	a      *Axis
	short  bool
	said   int  // the year of the last name
	free   int  // the first cell that the next name may take
	months bool // the last island has the names of its months
	every  int  // which of them, or of its years, it has after the first: every one, second, fifth …
}

// put writes a name if it fits before the cell limit, and reports whether it did.
func (l *labeller) put(t tick, text string, limit int) bool {
	c, end := l.place(t, text, l.free)
	if c < 0 || end > limit {
		return false
	}
	l.a.Names = append(l.a.Names, Label{c, l.a.Columns[c].At, text})
	l.free, l.said = end+1, t.year
	return true
}

// place returns the first column of a tick that begins at the cell free or after it, and the cell after the text there;
// −1 where there is none.
func (l *labeller) place(t tick, text string, free int) (c, end int) {
	for c := t.column; c <= t.last; c++ {
		if at := l.a.Columns[c].At; at >= free {
			return c, at + utf8.RuneCountInString(text)
		}
	}
	return -1, 0
}

// names names the months or years of an island: every one, or of those after the first every second, fifth, tenth … The
// name of a year may reach into the islands after it that lie in that year, up to a limit of its own.
func (l *labeller) names(of Island, limit, ofYear int) {
	ticks := l.ticks(of, true)
	if of.Grain.Unit == calendar.Months && !l.fit(ticks, 1, false, limit) {
		ticks = l.ticks(of, false)
	}
	first := ticks[0]
	l.months, l.every = first.month != "", 1
	placed := l.put(first, first.text(l.said), limit) || l.put(first, first.brief(l.said), limit) ||
		l.said != first.year && l.put(first, first.short, ofYear)
	rest := ticks[1:]
	if len(rest) == 0 {
		return
	}
	for every := 1; ; every = rounder(every, first.month != "") {
		for _, brief := range []bool{false, true} {
			if l.fit(rest, every, brief, limit) || every > 1<<20 {
				l.every = every
				l.write(rest, every, brief && placed, limit)
				return
			}
		}
	}
}

// ticks returns a tick for the first column of an island and for each that begins another month or year.
func (l *labeller) ticks(of Island, months bool) []tick {
	var ticks []tick
	for c := of.First; c < of.End; c++ {
		column := l.a.Columns[c]
		if l.a.Events(c) == 0 && !l.a.ToScale {
			continue
		}
		day := column.From
		if column.Known < of.Grain.Unit {
			day = column.Day
		}
		t := tickOf(of.Grain, day, column.Known, l.short, months)
		t.column, t.last = c, c
		if first, _, _ := column.Day.Civil(); t.year == 0 && first > 0 { // a span of the calendar has the year before 1
			t.long = calendar.YearName(1)
			t.short = t.long
		}
		if n := len(ticks); n > 0 && (ticks[n-1].year == t.year && (t.month == "" || ticks[n-1].month == t.month)) {
			if ticks[n-1].month == t.month {
				ticks[n-1].last = c
			}
			continue
		}
		ticks = append(ticks, t)
	}
	return ticks
}

// fit reports whether every so manieth of the ticks fits.
func (l *labeller) fit(ticks []tick, every int, brief bool, limit int) bool {
	free, said := l.free, l.said
	for n, t := range ticks {
		if t.number%every != 0 {
			continue
		}
		text := t.text(said)
		if brief {
			text = t.brief(said)
		}
		c, end := l.place(t, text, free)
		switch {
		case c < 0 && (n > 0 || every == 1):
			return false
		case c < 0: // the first name of the island is in the way
			continue
		case end > limit:
			return true
		}
		free, said = end+1, t.year
	}
	return true
}

// write writes every so manieth of the ticks that fits.
func (l *labeller) write(ticks []tick, every int, brief bool, limit int) {
	for _, t := range ticks {
		if t.number%every == 0 {
			text := t.text(l.said)
			if brief {
				text = t.brief(l.said)
			}
			l.put(t, text, limit)
		}
	}
}

// rounder returns the number after n in 1, 3, 12 months and then years, or in 1, 2, 5, 10, 20, 50 … years.
func rounder(n int, months bool) int {
	switch {
	case months && n < 12:
		return map[int]int{1: 3, 3: 12}[n]
	case months:
		return 12 * rounder(n/12, false)
	}
	for leading := n; ; leading /= 10 {
		if leading == 2 {
			return n / 2 * 5
		}
		if leading < 10 {
			return 2 * n
		}
	}
}

// numbers says on the line the days and weeks of an island in which something happened. Months and quarters have theirs
// only where each has room for it.
func (l *labeller) numbers(of Island) {
	a, free := l.a, 0
	last, written := a.Columns[of.End-1], len(a.Numbers)
	for c := of.First; c < of.End; c++ {
		column := a.Columns[c]
		if a.Events(c) == 0 && !a.ToScale || column.Known < of.Grain.Unit || !l.saidMonth(of, c) {
			continue
		}
		text := l.number(of.Grain, column)
		end := column.At + len(text)
		switch {
		case text != "" && end <= last.At+last.Cells && column.At >= free:
			a.Numbers = append(a.Numbers, Label{c, column.At, text})
			free = end + 1
		case of.Grain.Unit < calendar.Weeks:
			a.Numbers = a.Numbers[:written]
			return
		}
	}
}

// number returns what the line says of a column.
func (l *labeller) number(g calendar.Grain, c Column) string {
	_, month, day := c.From.Civil()
	switch {
	case g.Unit >= calendar.Weeks && l.every == 1:
		return strconv.Itoa(day)
	case g.Unit == calendar.Months && !l.months:
		return month.String()[:3]
	case g.Unit == calendar.Quarters:
		return "Q" + strconv.Itoa(1+int(month-1)/3)
	}
	return ""
}

// saidMonth reports whether the month of column c is the one that was named last in its island, be it by the first
// column: a day under the name of another month would be a day of that.
func (l *labeller) saidMonth(of Island, c int) bool {
	from := l.a.Columns[of.First].From
	for _, name := range slices.Backward(l.a.Names) {
		if name.Column < of.First {
			break
		}
		if name.Column <= c {
			from = l.a.Columns[name.Column].From
			break
		}
	}
	return of.Grain.Unit < calendar.Weeks || calendar.Months.Start(from) == calendar.Months.Start(l.a.Columns[c].From)
}
