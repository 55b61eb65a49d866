package box

import (
	"image"
	"slices"
	"strings"

	"dateline/timeline/fold"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// A laidOut is the list in lines of a width, and where each row begins in them.
type laidOut struct {
	lines []line
	from  []int // of each row
	size  image.Point
	th    *draw.Theme

	legend int // lines of it that have what is typed

	keep bool // the row in focus stays in its row of the screen, …
	down int  // … so many lines below the first
}

// A line is a line of the list: of a row, or words.
type line struct {
	row   int // noRow for words
	spans []draw.Span
}

const noRow = -1

// first returns the first line of a row.
func (l *laidOut) first(row int) int {
	if row >= len(l.from) {
		return 0
	}
	return l.from[row]
}

// end returns the line after the last of a row.
func (l *laidOut) end(row int) int {
	at := l.first(row)
	for at < len(l.lines) && l.lines[at].row == row {
		at++
	}
	return at
}

// Widths from which the names of sections stand beside their rows, and from which what keys do does.
const (
	besideRows = 60
	besideKeys = 44
	margin     = 2 // before a row: the cursor and a blank
)

// Arrange lays the list out and brings the row in focus into sight.
func (b *Box) Arrange(th *draw.Theme, size image.Point) {
	b.height = max(0, size.Y)
	if b.most != b.limit() {
		b.cut()
	}
	l := &b.drawn
	if l.lines == nil || l.size != size || l.th != th {
		l.size, l.th = size, th
		b.lay(th, size)
	}
	if l.keep {
		b.top = l.first(b.at) - l.down
		l.keep = false
	}
	h := b.listed()
	from, to := l.first(b.at), l.end(b.at)
	if from > 0 && l.lines[from-1].row == noRow && h > to-from { // with its heading
		from--
	}
	b.top = min(b.top, from)
	switch b.at {
	case 0: // with all that is above it
		b.top = 0
	case len(b.rows) - 1:
		b.top = len(l.lines) - h
	}
	b.top = max(0, min(max(b.top, to-h), l.first(b.at)))
}

// listed returns how many lines of the list there is room for: the last row is the rule below it.
func (b *Box) listed() int {
	if b.keys || b.height < 3 {
		return b.height
	}
	return b.height - 1
}

// lay lays the list out in lines.
func (b *Box) lay(th *draw.Theme, size image.Point) {
	l := &b.drawn
	l.lines, l.from = []line{}, l.from[:0]
	text, _ := b.text()
	legend := b.legendLines(th, size.X-margin, text)
	above := 2*len(legend) <= size.Y || len(b.sections) == 0
	if above {
		b.words(legend)
	}
	lead, beside := 0, size.X >= besideRows && !b.grouped()
	if beside {
		for _, s := range b.sections {
			lead = max(lead, draw.Cells(s.title)+1)
		}
	}
	w := b.widths(th, size.X-lead-margin-1)
	for i, s := range b.sections {
		if !beside && (b.grouped() || size.Y > 3*len(b.sections)) {
			if b.grouped() && i > 0 {
				b.words([][]draw.Span{nil})
			}
			b.words([][]draw.Span{{draw.Plain(" "), th.Strong.Span(s.title)}})
		}
		for k, r := range s.rows[:s.shown] {
			title := ""
			if beside && k == 0 {
				title = s.title
			}
			b.row(th, r, w, title, lead)
		}
		if left := len(s.rows) - s.shown; left > 0 && len(b.sections) == 1 {
			more := draw.Spaces(lead+margin) + th.Glyphs.More + draw.Number(left) + " more"
			b.words([][]draw.Span{{th.Faint.Span(more)}})
		}
		if i == 0 && !above {
			b.words([][]draw.Span{nil})
			b.words(legend)
		}
	}
	l.legend = 0
	if text != "" {
		l.legend = len(legend)
	}
	if len(b.rows) == 0 && l.legend == 0 {
		b.nothing(th, size.X)
	}
}

// grouped reports whether sections are the groups of the commands.
func (b *Box) grouped() bool { text, commands := b.text(); return text == "" || commands && b.keys }

// words adds lines that are of no row.
func (b *Box) words(lines [][]draw.Span) {
	for _, spans := range lines {
		b.drawn.lines = append(b.drawn.lines, line{noRow, spans})
	}
}

// nothing says that nothing is listed, and why.
func (b *Box) nothing(th *draw.Theme, w int) {
	st := th.Faint
	if b.mistake() != nil {
		st = th.Bad
	}
	for _, words := range draw.Wrap(sanitize.Line(draw.Enough(b.why(), 4*w)), max(1, w-2*margin)) {
		b.words([][]draw.Span{{draw.Plain(draw.Spaces(margin)), st.Span(words)}})
	}
}

// legendLines returns the legend, and of it while something is typed the lines that have that.
func (b *Box) legendLines(th *draw.Theme, w int, text string) [][]draw.Span {
	if b.legend == nil {
		return nil
	}
	lines := b.legend(th, w)
	for i, spans := range lines {
		lines[i] = append([]draw.Span{draw.Plain(" ")}, spans...)
	}
	words := strings.Fields(fold.Fold(text))
	if len(words) == 0 {
		return append(lines, nil)
	}
	return slices.DeleteFunc(lines, func(spans []draw.Span) bool {
		var all strings.Builder
		for _, s := range spans {
			all.WriteString(s.Text)
		}
		return nearest(words, fold.Fold(all.String())) >= loose
	})
}

// Line returns the line that is typed into, which takes the place of the query line, and at its end how much is found.
func (b *Box) Line(th *draw.Theme, w int) []draw.Span {
	sign, count, room := b.around(w)
	spans := append([]draw.Span{th.Faint.Span(sign)}, b.line.Spans(th, room, b.mistake())...)
	return append(spans, draw.Plain(draw.Spaces(w-draw.SpanCells(spans)-draw.Cells(count))), th.Faint.Span(count))
}

// around returns what is before the line in w cells, what is after it, and the cells between both.
func (b *Box) around(w int) (sign, count string, room int) {
	sign = " : "
	if b.keys {
		sign = " ? "
	}
	n, more := b.found()
	n += b.drawn.legend
	count = draw.Number(n) + " found "
	switch {
	case b.Empty():
		count = ""
	case more:
		count = draw.Number(n) + " so far "
	}
	const least = 16 // cells for what is typed
	if room = w - draw.Cells(sign) - draw.Cells(count) - 1; room < least {
		room, count = w-draw.Cells(sign)-1, ""
	}
	return sign, count, room
}

// ClickLine puts the caret at column x of that line of w cells.
func (b *Box) ClickLine(x, w int) {
	sign, _, room := b.around(w)
	b.line.Click(x-draw.Cells(sign), room)
}

// Hint says in w cells what may be typed, while nothing is; of a command in the list of keys also its name.
func (b *Box) Hint(w int) string {
	hints := []string{
		"a name, a word, a date (8 sep), type:strike, > a command", "a name, a word, a date, > a command",
		"a name, a word, a date",
	}
	const narrow = 50
	name := ""
	if b.keys && b.at < len(b.rows) && b.rows[b.at].command != nil {
		name = "its name is `" + b.rows[b.at].command.Name + "`"
	}
	switch {
	case !b.Empty() && w < narrow: // where it would take the place of the title
		return ""
	case !b.Empty():
		hints = []string{name}
	case b.keys:
		finds := "type to find a key or what it does; Enter does it"
		hints = []string{finds + "; " + name, finds, "type to find a key"}
	}
	for _, words := range hints {
		if draw.Cells(words) <= w {
			return words
		}
	}
	return ""
}

// Draw returns at most as many rows as there are: the list, and the rule that ends it.
func (b Box) Draw(th *draw.Theme, size image.Point) []string {
	rows := th.Padded(size.X, size.Y)
	l := &b.drawn
	h := b.listed()
	for n := b.top; n < b.top+h; n++ {
		switch {
		case n >= len(l.lines):
			rows.Add("")
		case len(b.rows) > 0 && l.lines[n].row == b.at:
			spans := slices.Clone(l.lines[n].spans)
			if n == l.first(b.at) {
				spans[0].Text = th.Glyphs.Cursor
			}
			rows.Add(th.Selected, spans...)
		case b.keys && n == b.top+h-1 && n < len(l.lines)-1:
			more := " " + th.Glyphs.Down + " " + draw.Number(len(l.lines)-n) + " more lines"
			rows.Add("", th.Faint.Span(more))
		default:
			rows.Add("", l.lines[n].spans...)
		}
	}
	if !rows.Full() {
		words := ""
		if below := len(l.lines) - b.top - h; below > 0 {
			words = " " + th.Glyphs.Down + " " + draw.Number(below) + " more lines "
		}
		bar := th.Glyphs.Horizontal
		left := strings.Repeat(bar, margin) + words
		rows.Add("", th.Faint.Span(left+strings.Repeat(bar, max(0, size.X-draw.Cells(left)))))
	}
	return rows.Strings()
}

// Click puts the row at a line of the box in focus. It reports whether it was so before, so that it is to be done.
func (b *Box) Click(y int) (again, ok bool) {
	n := b.top + y
	if y < 0 || y >= b.listed() || n >= len(b.drawn.lines) || b.drawn.lines[n].row == noRow {
		return false, false
	}
	again = b.at == b.drawn.lines[n].row
	b.at = b.drawn.lines[n].row
	return again, true
}
