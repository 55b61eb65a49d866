package ui

import (
	"dateline/timeline"
)

// figures writes a table: what, how many, who says so.
func (o *outline) figures() {
	if len(o.e.Figures) == 0 {
		return
	}
	th, p := o.m.theme, o.p
	p.heading("Figures", th.faint)
	values := make([]string, len(o.e.Figures))
	vw := 0
	for n, f := range o.e.Figures {
		values[n] = timeline.Visible(figureValue(f))
		vw = max(vw, cells(values[n]))
	}
	vw = min(vw, p.w/2)
	charted := o.m.index.HasSeries(o.i)
	for n, f := range o.e.Figures {
		by := o.says(f.By, f.Source)
		value := cut(values[n], vw, th.glyphs.more)
		mark := ""
		if charted[n] {
			mark = " " + th.glyphs.chart
		}
		lines := wrap(timeline.Visible(f.Label), max(1, p.w-vw-2-cells(mark)))
		if by != "" {
			last := lines[len(lines)-1]
			by = th.glyphs.dash + " " + timeline.Visible(by)
			if cells(last)+cells(mark)+1+cells(by) <= p.w-vw-2 {
				by = " " + by
			} else {
				lines = append(lines, "")
			}
		}
		for k, line := range lines {
			left := spaces(vw)
			if k == 0 {
				left = spaces(vw-cells(value)) + value
			}
			row := []piece{text(left, th.strong), text("  ", ""), text(line, "")}
			if k == 0 && mark != "" {
				row[2] = p.link(line, "", toFigure, f.Label+": "+figureValue(f))
				row = append(row, text(mark, th.faint))
				p.links[row[2].link].figure = n
			}
			if k == len(lines)-1 {
				row = append(row, text(by, th.faint))
			}
			p.add(row...)
		}
	}
}

// figureValue is a figure's number or range, with its unit.
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
