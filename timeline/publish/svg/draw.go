package svg

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
	"dateline/timeline/diag"
	"dateline/timeline/family"
	"dateline/timeline/sanitize"
)

// high returns the height of a mark of n events, which has its number in it, so that one and the most of any can both
// be seen.
func high(n, most, highest, least int) int {
	if most <= 1 {
		return max(least, highest/3)
	}
	part := math.Log1p(float64(n)) / math.Log1p(float64(most))
	return max(least, int(math.Round(part*float64(highest))))
}

// bars draws how many events each column has, by family. Their heights are as the numbers, and none is too low to be
// seen.
func (p *picture) bars() {
	v, most := &p.view, 1
	for c := range v.bars {
		most = max(most, v.bars[c].total())
	}
	p.y += barRows
	for c := range v.bars {
		n := v.bars[c].total()
		if n == 0 {
			continue
		}
		fmt.Fprintf(&p.body, "<g><title>%s, %s</title>", diag.Plural(n, "event"), escaped(v.columnName(c)))
		height, done, at := max(3, n*(barRows-12)/max(most, 3)), 0, p.y
		for _, f := range order {
			if v.bars[c][f] == 0 {
				continue
			}
			done += v.bars[c][f]
			top := p.y - height*done/n
			fmt.Fprintf(&p.body, `<rect x="%d" y="%d" width="%d" height="%d" class="%s"/>`, p.x(v.axis.Columns[c].At), top,
				p.wide(v.axis.Columns[c]), at-top, f)
			at = top
		}
		p.body.WriteString("</g>\n")
	}
}

// ground draws the line that the bars stand on, with folds, days and the names of months and years.
func (p *picture) ground() {
	v := &p.view
	y := p.y + 1
	for _, island := range v.axis.Islands {
		last := v.axis.Columns[island.End-1]
		fmt.Fprintf(&p.body, `<path d="M%d %dH%d" class="line"/>`+"\n", p.x(v.axis.Columns[island.First].At), y,
			p.x(last.At+last.Cells)-1)
	}
	for _, fold := range v.axis.Folds {
		p.fold(fold, y)
	}
	for _, label := range v.axis.Numbers {
		p.text(p.x(label.At), y+12, "number", escaped(label.Text))
	}
	for _, name := range p.names() {
		p.text(name.x, y+26, "faint", escaped(name.text))
	}
	p.y += 32
}

// A name is the text for a year or month, and where that begins.
type name struct {
	x    int
	text string
}

// names returns the names of years and months. One that is too short for its own gives way to the next, for which it
// would be taken or which would stand over a later month.
func (p *picture) names() []name {
	var all []name
	for _, label := range p.view.axis.Names {
		x := p.x(p.view.axis.Columns[p.view.begins(label)].At)
		for n := len(all) - 1; n >= 0 && all[n].x+letter*(utf8.RuneCountInString(all[n].text)+1) > x; n-- {
			all = all[:n]
		}
		all = append(all, name{x, label.Text})
	}
	return all
}

// begins returns the first column of the year or month that a label names. The label may stand further on, where a cell
// for each of its letters is free.
func (v *view) begins(l cut.Label) int {
	columns, unit := v.axis.Columns, calendar.Months
	if year, _, _ := columns[l.Column].Day.Civil(); l.Text == calendar.YearName(year) {
		unit = calendar.Years
	}
	c := l.Column
	for c > 0 && columns[c-1].Island == columns[c].Island &&
		unit.Start(columns[c-1].Day) == unit.Start(columns[l.Column].Day) {
		c--
	}
	return c
}

// fold draws time without events, with its length where there is room.
func (p *picture) fold(f cut.Fold, y int) {
	x, w := p.x(f.At), f.Cells*p.cell
	if f.Days == 0 || w < p.cell {
		return
	}
	length := ""
	if f.Days > 0 {
		length = cut.Length(f.Days)
	}
	if length == "" || 6*len(length) > w {
		fmt.Fprintf(&p.body, `<path d="M%d %dl4 -8" class="line"/>`+"\n", x+w/2-3, y+4)
		return
	}
	fmt.Fprintf(&p.body, `<text x="%d" y="%d" class="number fold">%s</text>`+"\n", x+w/2-1, y+3, length)
}

// lanes draws the lanes, under the headings of their sides.
func (p *picture) lanes() {
	v, most := &p.view, 1
	rows := make([]int, len(v.lanes)) // where they are drawn
	side, sides := timeline.NoActor, 0
	for n := range v.lanes {
		l := &v.lanes[n]
		for c := range l.marks {
			most = max(most, l.marks[c].total())
		}
		if n == 0 || l.side != side {
			if side = l.side; side != timeline.NoActor || sides > 0 {
				p.y += 20
				p.text(margin, p.y, "side", p.sideName(side))
			}
			sides++
		}
		p.y += row
		rows[n] = p.y - row/2 + 2
	}
	p.ties(rows)
	for n := range v.lanes {
		p.lane(&v.lanes[n], rows[n], most)
	}
}

// sideName returns the heading of a side.
func (p *picture) sideName(side timeline.ActorRef) string {
	if side == timeline.NoActor {
		return "OTHERS"
	}
	return escaped(clip(p.view.t.ActorName(side), 60))
}

// ties draws the lines between those who met.
func (p *picture) ties(rows []int) {
	for c, ties := range p.view.ties {
		column := p.view.axis.Columns[c]
		x, open := p.x(column.At)+p.wide(column)/2, 0
		for n := 0; n+1 < len(rows); n++ {
			if open += ties[n]; open > 0 {
				fmt.Fprintf(&p.body, `<path d="M%d %dV%d" class="tie"/>`+"\n", x, rows[n], rows[n+1])
			}
		}
	}
}

// lane draws a lane at a height.
func (p *picture) lane(l *lane, y, most int) {
	v := &p.view
	count := strconv.Itoa(l.events)
	name, room := v.t.ActorName(l.actor), left-2*margin-6*len(count)
	if within(name, room) != strings.TrimSpace(sanitize.Line(name)) {
		name = v.t.ShortName(l.actor)
	}
	fmt.Fprintf(&p.body, `<text x="%d" y="%d" class="name"><title>%s</title>%s</text>`+"\n", margin, y+4,
		escaped(clip(v.t.ActorName(l.actor), 120)), escaped(within(name, room)))
	fmt.Fprintf(&p.body, `<text x="%d" y="%d" class="number count">%s</text>`+"\n", left-10, y+4, count)
	fmt.Fprintf(&p.body, `<path d="M%d %dH%d" class="lane"/>`+"\n", left, y, p.x(v.axis.Cells)-1)
	open := 0
	for c := range l.marks {
		column := v.axis.Columns[c]
		end := 0
		if l.beyond[c] {
			end = p.x(column.At+column.Cells) - 1
		}
		if open += l.goingOn[c]; open > 0 {
			end = p.x(v.axis.Columns[c+1].At) + p.wide(v.axis.Columns[c+1])/2
		}
		if end > 0 {
			fmt.Fprintf(&p.body, `<path d="M%d %dH%d" class="going"/>`+"\n", p.x(column.At)+p.wide(column)/2, y, end)
		}
	}
	for c := range l.marks {
		p.place(&l.marks[c], c, y, most)
	}
}

// brief returns a number in three characters or fewer, for which a mark has room: a large one in thousands.
func brief(n int) string {
	const thousand = 1_000
	switch {
	case n < thousand:
		return strconv.Itoa(n)
	case n < 100*thousand:
		return strconv.Itoa(n/thousand) + "k"
	}
	return "…"
}

// place draws the events of a lane in column c.
func (p *picture) place(m *mark, c, y, most int) {
	v, n := &p.view, m.total()
	x, w := p.x(v.axis.Columns[c].At), p.wide(v.axis.Columns[c])
	switch {
	case n == 0:
		return
	case n == 1:
		vague := v.isVague(m.event)
		v.vague = v.vague || vague
		fmt.Fprintf(&p.body, "<g><title>%s</title>", titleOf(v.t, m.event))
		p.mark(x+w/2, y, m.prevailing(), vague)
		p.body.WriteString("</g>\n")
		return
	}
	text, size := brief(n), ""
	if digit*len(text) > w {
		size = " small"
	}
	height := high(n, most, row-4, 10)
	fmt.Fprintf(&p.body, `<g><title>%s, %s</title><rect x="%d" y="%d" width="%d" height="%d" rx="2" class="%s"/>`,
		diag.Plural(n, "event"), escaped(v.columnName(c)), x, y-height/2, w, height, m.prevailing())
	fmt.Fprintf(&p.body, `<text x="%d" y="%d" class="on%s">%s</text>`, x+(w+1)/2, y+3, size, text)
	p.body.WriteString("</g>\n")
}

// mark draws one event: a shape for each family, hollow for what is vague.
func (p *picture) mark(x, y int, f family.Family, vague bool) {
	class := f.String()
	if vague {
		class = "vague " + class
	}
	shape := ""
	switch f {
	case family.Force:
		shape = fmt.Sprintf(`<path d="M%d %dl6 6m0 -6l-6 6" class="stroke %s"/>`, x-3, y-3, class)
	case family.Talks:
		shape = fmt.Sprintf(`<path d="M%d %dl4 4l-4 4l-4 -4z" class="%s"/>`, x, y-4, class)
	case family.Words:
		shape = fmt.Sprintf(`<circle cx="%d" cy="%d" r="3.5" class="%s"/>`, x, y, class)
	case family.Help:
		shape = fmt.Sprintf(`<path d="M%d %dh8m-4 -4v8" class="stroke %s"/>`, x-4, y, class)
	default:
		shape = fmt.Sprintf(`<rect x="%d" y="%d" width="5" height="5" class="%s"/>`, x-2, y-2, class)
	}
	p.body.WriteString(shape + "\n")
}
