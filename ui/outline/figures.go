package outline

import (
	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// ChartSign tells of a figure that its values over time are a chart, one key away. It is a word, since a small drawing
// of bars would be taken for the values.
const ChartSign = " (c chart)"

// Figures writes a table of the figures at some places of the event: what, how many, who says so.
func (o *Outline) Figures(places []int) {
	th, p := o.Theme, o.Page
	values := make([]string, len(places))
	vw := 0
	for k, n := range places {
		values[k] = sanitize.Line(FigureValue(o.Event.Figures[n]))
		vw = max(vw, draw.Cells(values[k]))
	}
	vw = min(vw, p.Width/2)
	charted := o.Charted()
	for k, n := range places {
		f := o.Event.Figures[n]
		by := o.Says(f.By, f.Source)
		value := th.Fit(values[k], vw)
		mark := ""
		if charted[n] {
			mark = ChartSign
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
				row[2] = p.Link(line, "", ToFigure, f.Label+": "+FigureValue(f))
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

// Charted reports of each figure of the event whether it can be drawn over time.
func (o *Outline) Charted() []bool {
	if len(o.Event.Figures) == 0 {
		return nil
	}
	return o.Session.Index().HasSeries(o.Number)
}

// FigureValue returns a figure's number or range, with its unit.
func FigureValue(f timeline.Figure) string {
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
