package reading

import (
	"fmt"
	"math"
	"strings"

	"dateline/timeline/accounts"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/outline"
)

// Sizes of what figures are drawn with, in cells.
const (
	barsFrom   = 44 // the width of the part from which there are bars
	widestBar  = 40
	namesUpTo  = 22 // the width up to which what is counted is beside its bars
	wordsBelow = 12 // the least room for words after a number; where there is less, they are below
)

// figures draws those that count the same against each other, and writes the others in a table.
func (r story) figures() {
	if len(r.Event.Figures) == 0 {
		return
	}
	groups, others := accounts.Compare(r.Event.Figures)
	names, values := 0, 0
	for _, g := range groups {
		names = max(names, draw.Cells(sanitize.Line(g.Name)))
		for _, c := range g.Figures {
			values = max(values, draw.Cells(r.value(c)))
		}
	}
	values = min(values, r.Page.Width/2)
	if names > namesUpTo || r.Page.Width < barsFrom+names {
		names = 0
	}
	charted := r.Charted()
	for n, g := range groups {
		if n > 0 {
			r.Page.Blank() // bars of another scale
		}
		r.comparison(g, names, values, charted)
	}
	if len(groups) > 0 && len(others) > 0 {
		r.Page.Blank()
	}
	r.Figures(others)
}

// comparison draws the figures of one group, after its name in a column of so many cells, or below it, with values in
// a column of so many.
func (r story) comparison(g accounts.Comparison, names, values int, charted []bool) {
	p, th := r.Page, r.Theme
	lead := draw.Text(th.Fit(g.Name, names), "")
	if names == 0 {
		p.Prose(g.Name, 0, r.Session.Words(), "", th.Match)
		lead = draw.Text("", "")
	}
	indent := names + 2
	low, high := scale(g)
	bar := min(widestBar, (p.Width-indent-values)*2/5)
	if p.Width < barsFrom {
		bar = max(0, min(bar, p.Width-indent-values-2))
	}
	charts := false
	for k, c := range g.Figures {
		value := th.Fit(r.value(c), values)
		line := []draw.Piece{lead, draw.Text(draw.Spaces(indent-draw.Cells(lead.Text)), "")}
		if bar > 0 {
			drawn := th.Bar(draw.Amount{Low: c.Low, Best: c.Best, High: c.High}, low, high, bar)
			line = append(line, draw.Text(drawn+" ", th.Faint))
		}
		number := draw.Text(value, th.Strong)
		if charted[c.Figure] {
			number = p.Link(value, th.Strong, outline.ToFigure, r.Event.Figures[c.Figure].Label+": "+value)
			p.Links[number.Link].Index = c.Figure
		}
		line = append(line, draw.Text(draw.Spaces(values-draw.Cells(value)), ""), number)
		chart := charted[c.Figure] && !charts
		charts = charts || chart
		r.wrapped(line, r.words(g, k, chart), indent)
		lead = draw.Text("", "")
	}
}

// wrapped adds a line with words after it, in as many lines as these need.
func (r story) wrapped(line []draw.Piece, words string, indent int) {
	p, used := r.Page, 1
	for _, one := range line {
		used += draw.Cells(one.Text)
	}
	if words == "" {
		p.Add(line...)
		return
	}
	if p.Width-used < wordsBelow {
		p.Add(line...)
		p.Prose(words, indent, nil, r.Theme.Faint, "")
		return
	}
	for n, text := range draw.Wrap(words, p.Width-used) {
		if n > 0 {
			line = []draw.Piece{draw.Text(draw.Spaces(used-1), "")}
		}
		p.Add(append(line, draw.Text(" "+text, r.Theme.Faint))...)
	}
}

// words returns what is said after the kth number: the rest of its label, that it has a chart, of what it is how much,
// and who says so, where that is not who said the one before.
func (r story) words(g accounts.Comparison, k int, chart bool) string {
	var words []string
	c := g.Figures[k]
	if c.Rest != "" {
		words = append(words, c.Rest)
	}
	if chart {
		words = append(words, strings.TrimSpace(outline.ChartSign))
	}
	if c.Whole != accounts.NoWhole {
		words = append(words, fmt.Sprintf("%.0f %% of %s", c.Percent, r.value(g.Figures[c.Whole])))
	}
	f := &r.Event.Figures[c.Figure]
	by := r.Says(f.By, f.Source)
	if k > 0 {
		if before := &r.Event.Figures[g.Figures[k-1].Figure]; r.Says(before.By, before.Source) == by {
			by = ""
		}
	}
	if by != "" {
		words = append(words, r.Theme.Glyphs.Dash+" "+by)
	}
	return sanitize.Line(strings.Join(words, "  "))
}

// value returns a figure as it is written, with its unit.
func (r story) value(c accounts.Counted) string {
	return sanitize.Line(outline.FigureValue(r.Event.Figures[c.Figure]))
}

// scale returns between which numbers the bars of a group are drawn, of which zero is one or lies between them.
func scale(g accounts.Comparison) (low, high float64) {
	for _, c := range g.Figures {
		low = math.Min(low, math.Min(finite(c.Low, 0), c.Best))
		high = math.Max(high, math.Max(finite(c.High, 0), c.Best))
	}
	return low, high
}

// finite returns n, or instead of an infinite one another.
func finite(n, instead float64) float64 {
	if math.IsInf(n, 0) {
		return instead
	}
	return n
}
