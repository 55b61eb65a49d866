package lanes

import (
	"strings"

	"dateline/ui/axis"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// header writes the dates above the lanes, and beside them what is in sight.
func (d *writer) header(rows *draw.Rows, w int) {
	l, s, th, share := d.l, d.s, d.th, d.l.share
	names := l.widths.all
	before, after := l.beyond(s)
	what, lanes := l.what(s, names-2, share.header == headerRows && before == "")
	if before == "" {
		before = lanes
	}
	for n := headerRows - share.header; n < headerRows; n++ {
		title, end := before, after
		if n == headerRows-1 {
			title = what
			if share.header > 1 {
				end = ""
			} else {
				title += "  " + before
			}
		}
		title = th.Fit(title, names-2)
		room := w - names - draw.Cells(end) - 2
		if n == headerRows-1 && end == "" {
			d.row.Add(" "+title+draw.Spaces(names-1-draw.Cells(title)), th.Faint)
			d.ruler()
			rows.Add("", d.row.Spans()...)
			continue
		}
		line := l.names(s)
		if end != "" {
			line = draw.Clip(line, room, "")
			end = draw.Spaces(room-draw.Cells(line)+1) + end
		}
		rows.Add("", th.Faint.Span(" "+title+draw.Spaces(names-1-draw.Cells(title))), draw.Plain(line), draw.Plain(end))
	}
}

// names returns the months and years above the lanes.
func (l *Lanes) names(s *session.Session) string {
	if l.cols.toScale {
		return axis.Names(&l.cols.axis)
	}
	return l.cols.names(s, l.left)
}

// ruler draws the line under the names, with silence folded, and marks the selected event's column.
func (d *writer) ruler() {
	th, c, left := d.th, &d.l.cols, d.l.left
	if c.toScale {
		line := []rune(axis.Line(th, &c.axis))
		at := -1
		if d.selected >= 0 {
			at = c.cell(d.selected, left)
		}
		if at >= 0 && at < len(line) {
			d.row.Add(string(line[:at]), th.Faint)
			d.row.Add(th.Glyphs.AxisCursor, th.Strong)
			line = line[at+1:]
		}
		d.row.Add(string(line), th.Faint)
		return
	}
	n := c.inSight(d.s, left)
	for k := range n {
		glyph, st := th.Glyphs.Horizontal, th.Faint
		if left+k == d.selected {
			glyph, st = th.Glyphs.AxisCursor, th.Strong
		}
		d.row.Add(glyph, st)
		between := th.Glyphs.Horizontal
		switch {
		case c.folds(d.s, left+k+1):
			between = th.Glyphs.Fold
		case k == n-1 && left+n == d.s.Shown().Len():
			between = " "
		}
		d.row.Add(strings.Repeat(between, max(0, min(c.w, d.room-k*c.w)-1)), th.Faint)
	}
}

// what says in w cells what a column is and, where there are lanes out of sight, which are in it. With a row to spare,
// lanes is for that where the two do not fit.
func (l *Lanes) what(s *session.Session, w int, spare bool) (column, lanes string) {
	column = l.cols.what(s)
	above, seen := l.seen()
	if seen >= l.lanes {
		return column, ""
	}
	more := "↓ " + draw.Number(l.lanes-above-seen)
	if above+seen == l.lanes {
		more = "↑ " + draw.Number(above)
	}
	numbers := draw.Number(above+1) + "–" + draw.Number(above+seen) + " of " + draw.Number(l.lanes)
	lanes = "lanes " + numbers
	for _, text := range []string{column + " · " + lanes, column + " · " + numbers} {
		if draw.Cells(text) <= w {
			return text, ""
		}
	}
	for _, text := range []string{lanes, numbers, more} {
		if spare && draw.Cells(text) <= w {
			return column, text
		}
	}
	if both := column + "  " + more; draw.Cells(both) <= w {
		return both, ""
	}
	return column, ""
}

// seen returns how many lanes are above those in sight, and how many are in sight.
func (l *Lanes) seen() (above, seen int) {
	for n := range l.end() {
		switch {
		case l.rows[n].heading != "":
		case n < l.top || n == l.top && l.titled():
			above++
		default:
			seen++
		}
	}
	return above, seen
}

// titled reports whether the first row in sight gives way to the heading of its side, which is above it.
func (l *Lanes) titled() bool {
	return l.grouped() && l.page >= 4 && l.top > 0 && l.rows[l.top].heading == ""
}

// beyond says how many columns are left and right of those in sight, "" for none.
func (l *Lanes) beyond(s *session.Session) (before, after string) {
	if l.cols.toScale {
		return "", ""
	}
	if l.left > 0 {
		before = "← " + draw.Number(l.left) + " more"
	}
	if n := s.Shown().Len() - l.left - l.cols.n; n > 0 {
		after = draw.Number(n) + " more →"
	}
	return before, after
}
