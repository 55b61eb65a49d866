package pane

import (
	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// chartSign tells of a figure that its values over time are a chart, one key away. It is a word, since a small drawing
// of bars would be taken for the values.
const chartSign = " (c chart)"

// figures writes a table: what, how many, who says so.
func (o *outline) figures() {
	if len(o.e.Figures) == 0 {
		return
	}
	th, p := o.th, o.p
	p.Heading("Figures", th.Faint)
	values := make([]string, len(o.e.Figures))
	vw := 0
	for n, f := range o.e.Figures {
		values[n] = sanitize.Line(figureValue(f))
		vw = max(vw, draw.Cells(values[n]))
	}
	vw = min(vw, p.Width/2)
	charted := o.s.Index().HasSeries(o.i)
	for n, f := range o.e.Figures {
		by := o.says(f.By, f.Source)
		value := th.Fit(values[n], vw)
		mark := ""
		if charted[n] {
			mark = chartSign
		}
		lines := draw.Wrap(sanitize.Line(f.Label), max(1, p.Width-vw-2-draw.Cells(mark)))
		if by != "" {
			last := lines[len(lines)-1]
			by = th.Glyphs.Dash + " " + sanitize.Line(by)
			if draw.Cells(last)+draw.Cells(mark)+1+draw.Cells(by) <= p.Width-vw-2 {
				by = " " + by
			} else {
				lines = append(lines, "")
			}
		}
		for k, line := range lines {
			left := draw.Spaces(vw)
			if k == 0 {
				left = draw.Spaces(vw-draw.Cells(value)) + value
			}
			row := []draw.Piece{draw.Text(left, th.Strong), draw.Text("  ", ""), draw.Text(line, "")}
			if k == 0 && mark != "" {
				row[2] = p.Link(line, "", ToFigure, f.Label+": "+figureValue(f))
				row = append(row, draw.Text(mark, th.Faint))
				p.Links[row[2].Link].Index = n
			}
			if k == len(lines)-1 {
				row = append(row, draw.Text(by, th.Faint))
			}
			p.Add(row...)
		}
	}
}

// figureValue returns a figure's number or range, with its unit.
func figureValue(f timeline.Figure) string {
	v := f.Value
	if v == "" {
		switch {
		case f.Low != "" && f.High != "":
			v = f.Low + "–" + f.High
		case f.Low != "":
			v = "at least " + f.Low
		case f.High != "":
			v = "at most " + f.High
		}
		if f.Best != "" {
			if v != "" {
				v = f.Best + " (" + v + ")"
			} else {
				v = f.Best
			}
		}
	}
	if f.Unit != "" {
		v += " " + f.Unit
	}
	return v
}
