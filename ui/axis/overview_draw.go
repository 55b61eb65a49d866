package axis

import (
	"image"
	"math"
	"slices"

	"dateline/timeline/calendar/cut"
	"dateline/timeline/family"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// How the overview is drawn: rows of bars, the line that they stand on with days and lengths of silence, and the names
// of months and years. A bar is in the colours of the two families that most of its events are of. Under a filter, what
// matches is at the foot of the bar, and the rest is a dim shade above it.

// Draw returns the strip in h rows of w cells.
func (o Overview) Draw(s *session.Session, th *draw.Theme, size image.Point) []string {
	return o.built.draw(th, size, o.built.marksOf(s))
}

// draw returns the strip in h rows of w cells.
func (st *strip) draw(th *draw.Theme, size image.Point, m marks) []string {
	w, h := size.X, size.Y
	if len(st.axis.Columns) == 0 || h < 2 || w <= 0 {
		return nil
	}
	rows := th.Rows(w, h)
	d := drawing{th: th, strip: st, marks: m, rows: max(1, h-2)}
	d.each(w, h, func(row []draw.Span) { rows.Add("", row...) })
	return rows.Strings()
}

// each hands the rows of the strip on, one after the other: h of w cells. Each holds until the next.
func (d *drawing) each(w, h int, do func([]draw.Span)) {
	d.measure()
	for level := d.rows - 1; level >= 0; level-- {
		do(d.bars(level))
	}
	if h == 2 {
		do(d.line(w, d.strip.axis.Names))
		return
	}
	do(d.line(w, d.strip.axis.Numbers))
	do(d.names(w))
}

// marks are the columns that the strip marks; −1 for none.
type marks struct {
	selected int
	today    int  // the column that today lies in, …
	fold     bool // … or the one before the fold that it lies in
	from, to int  // those of the events that the list shows
}

// marksOf finds the columns to mark.
func (st *strip) marksOf(s *session.Session) marks {
	m := nowhere
	if len(st.axis.Columns) == 0 {
		return m
	}
	if at, ok := spot(s); ok {
		m.selected = st.column(at)
	}
	if st.has(s.Today()) {
		c, inside := st.axis.Column(s.Today())
		m.today, m.fold = c, !inside
	}
	if from, to, ok := s.DaysInSight(); ok {
		m.from, m.to = st.column(from), st.column(to)
	}
	return m
}

// A drawing is a strip that is being drawn.
type drawing struct {
	th       *draw.Theme
	strip    *strip
	marks    marks
	rows     int   // of bars
	all, lit []int // heights of the bars in steps, of which a cell has as many as there are glyphs
	runs     draw.Runs
	last     draw.Style // of the blanks after a bar, so that a row has few changes of style
}

// widestBar is the most cells of a bar. A column may have more.
const widestBar = 8

// measure finds the heights of the bars. They are as the counts, or as the roots of the counts where some are so great
// that the others would be lost beside them.
func (d *drawing) measure() {
	const (
		towering = 20 // times the middle one
		tallest  = 3  // events from which a bar may be as high as there is room
	)
	totals, some := make([]int, len(d.strip.all)), []int(nil)
	for c, counts := range d.strip.all {
		if totals[c] = total(counts); totals[c] > 0 {
			some = append(some, totals[c])
		}
	}
	slices.Sort(some)
	if len(some) == 0 {
		some = []int{1}
	}
	most, height := max(some[len(some)-1], tallest), func(x float64) float64 { return x }
	if most > towering*some[len(some)/2] {
		height = math.Sqrt
	}
	steps, least := d.rows*len(d.th.Glyphs.Bars), 1
	if d.strip.filtered { // beside shades, which fill their cells
		least = (len(d.th.Glyphs.Bars) + 1) / 2
	}
	d.all, d.lit = make([]int, len(totals)), make([]int, len(totals))
	for c, n := range totals {
		if n == 0 {
			continue
		}
		d.all[c] = max(1, int(math.Round(float64(steps)*height(float64(n))/height(float64(most)))))
		if lit := total(d.strip.lit[c]); lit > 0 {
			d.lit[c] = max(least, d.all[c]*lit/n)
		}
	}
}

// total returns the sum of counts.
func total(c Counts) int {
	n := 0
	for _, one := range c {
		n += int(one)
	}
	return n
}

// bars returns the row of bars that is level rows above the line.
func (d *drawing) bars(level int) []draw.Span {
	at := 0
	d.last = ""
	for c, column := range d.strip.axis.Columns {
		d.blank(d.strip.margin + column.At - at)
		text, st, grounded := d.cell(c, level)
		if text == " " {
			st = d.last
		}
		if d.last = st; grounded {
			d.last = ""
		}
		width := column.Cells
		if width > 1 && !d.strip.axis.ToScale {
			width = min(width-1, widestBar) // so that bars are apart, and no wall
		}
		for range width {
			d.runs.Add(text, st)
		}
		at = d.strip.margin + column.At + width
		if level == 0 && c == d.marks.today && d.marks.fold {
			end := d.strip.margin + column.At + column.Cells
			d.blank(end - at)
			d.runs.Add(d.th.Glyphs.Now, d.th.Good)
			at = end + 1
		}
	}
	return d.runs.Spans()
}

// blank adds n blanks.
func (d *drawing) blank(n int) {
	if n > 0 {
		d.runs.Add(draw.Spaces(n), d.last)
	}
}

// cell returns what the bar of a column has in the cell that is level rows above the line, and whether the style has a
// ground of its own.
func (d *drawing) cell(c, level int) (text string, st draw.Style, grounded bool) {
	steps := len(d.th.Glyphs.Bars)
	lit, all := d.lit[c]-level*steps, d.all[c]-level*steps
	switch {
	case lit > 0:
		text, st, grounded = d.stacked(d.strip.lit[c], d.lit[c], level)
	case all > 0:
		text, st = d.th.Glyphs.Shade, d.th.Dim // which is less bright in any colour
	case level == 0 && c == d.marks.today && !d.marks.fold:
		return d.th.Glyphs.Now, d.th.Good, false
	default:
		return " ", "", false
	}
	return text, st, grounded
}

// stacked returns a cell of a bar of some height: of the family that has the most events at the foot, and of the second
// above it. A full cell can be of both.
func (d *drawing) stacked(counts Counts, height, level int) (text string, st draw.Style, grounded bool) {
	th, steps := d.th, len(d.th.Glyphs.Bars)
	first, second := twoGreatest(counts)
	filled := min(height-level*steps, steps)
	foot := height
	if counts[second] > 0 {
		share := float64(counts[first]) / float64(counts[first]+counts[second])
		foot = max(1, int(math.Round(float64(height)*share)))
	}
	foot -= level * steps
	full := th.Glyphs.Bars[filled-1]
	switch {
	case foot >= filled:
		return full, th.Families[first], false
	case foot <= 0:
		return full, th.Families[second], false
	case filled == steps:
		if st, ok := th.Stack(first, second); ok {
			return th.Glyphs.Bars[foot-1], st, true
		}
	}
	if 2*foot >= filled {
		return full, th.Families[first], false
	}
	return full, th.Families[second], false
}

// twoGreatest returns the family with the most events, and the one with the most of the others.
func twoGreatest(c Counts) (first, second family.Family) {
	second = 1
	if c[second] > c[first] {
		first, second = second, first
	}
	for f := family.Family(2); int(f) < len(c); f++ {
		switch {
		case c[f] > c[first]:
			first, second = f, first
		case c[f] > c[second]:
			second = f
		}
	}
	return first, second
}

// line returns the line that the bars stand on, heavy along the stretch that the list shows, with labels and the
// lengths of folds. The selected event's column is marked; where it has a label, the letters are the mark.
func (d *drawing) line(w int, labels []cut.Label) []draw.Span {
	th, st := d.th, d.strip
	cells := make([]lineCell, w)
	put := func(at int, text string, style draw.Style) {
		if at += st.margin; at >= 0 && at < w {
			cells[at] = lineCell{text, style}
		}
	}
	for c, column := range st.axis.Columns {
		text, style := th.Glyphs.Horizontal, th.Faint
		if d.marks.from <= c && c <= d.marks.to {
			text, style = th.Glyphs.Heavy, ""
		}
		for k := range column.Cells {
			put(column.At+k, text, style)
		}
		if c == d.marks.today && !d.marks.fold {
			put(column.At, th.Glyphs.Now, th.Good)
		}
	}
	for _, f := range st.axis.Folds {
		free, before, after := true, true, true
		for _, l := range labels {
			end := l.At + len([]rune(l.Text))
			free = free && (end <= f.At || l.At >= f.At+f.Cells)
			before = before && end != f.At
			after = after && l.At != f.At+f.Cells
		}
		d.fold(f, foldRoom{free, before, after}, put)
	}
	marked := false
	for _, l := range labels {
		style := th.Faint
		if d.marks.from <= l.Column && l.Column <= d.marks.to {
			style = ""
		}
		if l.Column == d.marks.selected {
			style, marked = th.Selected, true
		}
		for k, r := range []rune(l.Text) {
			put(l.At+k, string(r), style)
		}
	}
	if c := d.marks.selected; c >= 0 && !marked {
		text, at := th.Glyphs.AxisCursor, st.axis.Columns[c].At
		if n, _ := slices.BinarySearchFunc(labels, at, byPlace); n > 0 && labels[n-1].At+len([]rune(labels[n-1].Text)) > at {
			text = string([]rune(labels[n-1].Text)[at-labels[n-1].At]) // a letter of the name of another column
		}
		put(at, text, th.Selected)
	}
	if st.margin > 0 {
		put(-st.margin, th.Glyphs.Broken, th.Faint)
		put(st.axis.Cells, th.Glyphs.Broken, th.Faint)
	}
	for _, c := range cells {
		if c.text == "" {
			c.text = " "
		}
		d.runs.Add(c.text, c.style)
	}
	return d.runs.Spans()
}

// A lineCell is a cell of the line; its text is "" for a blank.
type lineCell struct {
	text  string
	style draw.Style
}

// byPlace orders labels by where they begin.
func byPlace(l cut.Label, at int) int { return l.At - at }

// A foldRoom is what labels leave of a fold: whether none reaches into it, and whether none touches it before and
// after.
type foldRoom struct{ free, before, after bool }

// fold writes a fold, with its length where there is room: it has a few cells, no label reaches into it, and none that
// touches the length would be read as a part of it.
func (d *drawing) fold(f cut.Fold, is foldRoom, put func(at int, text string, st draw.Style)) {
	if f.Days == 0 { // one island goes on where the other ends
		return
	}
	th, style := d.th, d.th.Faint
	if d.marks.from <= f.After && f.After < d.marks.to {
		style = ""
	}
	for k := range f.Cells {
		put(f.At+k, th.Glyphs.Fold, style)
	}
	length := cut.Length(f.Days)
	at, blanks := f.At, f.Cells-len(length)
	switch {
	case !is.free || f.Days < 0 || blanks < 0 || blanks == 0 && !(is.before && is.after) ||
		blanks == 1 && !is.before && !is.after:
		length = ""
	case blanks > 1:
		for k := 1; k < f.Cells-1; k++ {
			put(f.At+k, " ", style)
		}
		at += blanks / 2
	case blanks == 1 && !is.before:
		at++
	}
	for k := range length {
		put(at+k, length[k:k+1], style)
	}
	if d.marks.fold && d.marks.today == f.After {
		put(f.At, th.Glyphs.Now, th.Good)
	}
}

// names returns the line of the names of months and years, with a word for today where there is room.
func (d *drawing) names(w int) []draw.Span {
	const today = "today"
	th, st := d.th, d.strip
	at := 0
	d.last = th.Faint
	labels := st.axis.Names
	if c := d.marks.today; c >= 0 {
		from := st.axis.Columns[c].At
		if d.marks.fold {
			from += st.axis.Columns[c].Cells
		}
		n, _ := slices.BinarySearchFunc(labels, from, byPlace)
		if (n == len(labels) || labels[n].At > from+len(today)) && from+len(today) <= w-st.margin &&
			(n == 0 || labels[n-1].At+len([]rune(labels[n-1].Text)) < from) {
			labels = slices.Insert(slices.Clone(labels), n, cut.Label{Column: -1, At: from, Text: today})
		}
	}
	for _, l := range labels {
		d.blank(st.margin + l.At - at)
		style := th.Faint
		switch {
		case l.Column < 0:
			style = th.Good
		case d.marks.from <= l.Column && l.Column <= d.marks.to:
			style = ""
		}
		d.runs.Add(l.Text, style)
		at = st.margin + l.At + len([]rune(l.Text))
	}
	return d.runs.Spans()
}
