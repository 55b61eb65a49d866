package pane

import (
	"fmt"
	"image"

	"dateline/ui/draw"
	"dateline/ui/session"
)

// A Help is the overlay that says what the signs mean and lists every key.
type Help struct {
	Groups []HelpGroup
	Here   HelpGroup // the keys that count where the help was opened
	legend legend
	top    int
	below  int // lines that are below those in sight
}

// narrow is the width in cells below which what a key does is under it.
const narrow = 40

// A HelpGroup is a heading and the keys under it.
type HelpGroup struct {
	Title string
	Keys  []HelpKey
}

// A HelpKey is a key, or several, and what it does.
type HelpKey struct{ Show, Does string }

// page lays the groups out for w cells, in two columns where there is room. The legend is above them, and where it
// takes most of h rows, under the keys that count where the help was opened.
func (p *Help) page(th *draw.Theme, size image.Point) draw.Page {
	w := size.X
	columns, gap := 1, 4
	if w >= 96 {
		columns = 2
	}
	cw := (w - 2 - gap*(columns-1)) / columns
	blocks := p.blocks(th, cw)
	total := 0
	for _, b := range blocks {
		total += len(b)
	}
	var sides [2][][]draw.Span
	side, filled := 0, 0
	for _, b := range blocks {
		if columns == 2 && side == 0 && filled > 0 && filled+len(b)/2 > total/2 {
			side = 1
		}
		sides[side] = append(sides[side], b...)
		filled += len(b)
	}
	pg := draw.Page{Width: w}
	legend := p.legend.lines(th, w-2)
	if len(p.Here.Keys) > 0 && 2*len(legend) > size.Y {
		for _, line := range p.block(th, p.Here, w-2, p.keyCells([]HelpGroup{p.Here})) {
			pg.Spans(1, line)
		}
	}
	for _, line := range legend {
		pg.Spans(1, line)
	}
	pg.Blank()
	pg.Columns([][][]draw.Span{sides[0], sides[1]}[:columns], 1, cw, gap)
	return pg
}

// Arrange keeps the page from being scrolled beyond its end.
func (p *Help) Arrange(th *draw.Theme, size image.Point) {
	lines := len(p.page(th, size).Lines)
	p.top = max(0, min(p.top, lines-size.Y))
	p.below = max(0, lines-p.top-size.Y)
}

// More reports whether there are lines below those in sight.
func (p *Help) More() bool { return p.below > 0 }

// Draw returns at most h rows of w cells.
func (p Help) Draw(th *draw.Theme, size image.Point) []string {
	pg, w, h := p.page(th, size), size.X, size.Y
	rows := th.Rows(w, h)
	for n := p.top; n < len(pg.Lines) && !rows.Full(); n++ {
		spans := make([]draw.Span, len(pg.Lines[n]))
		for k := range spans {
			spans[k] = pg.Lines[n][k].Span
		}
		if rows.Len() == h-1 && n < len(pg.Lines)-1 {
			spans = []draw.Span{th.Faint.Span(fmt.Sprintf(" %s %d more lines", th.Glyphs.Down, len(pg.Lines)-n))}
		}
		rows.Add("", spans...)
	}
	return rows.Strings()
}

// blocks returns the groups, each as a heading and its lines.
func (p *Help) blocks(th *draw.Theme, w int) [][][]draw.Span {
	keys := p.keyCells(p.Groups)
	var blocks [][][]draw.Span
	for _, group := range p.Groups {
		blocks = append(blocks, p.block(th, group, w, keys))
	}
	return blocks
}

// keyCells returns the width of the widest key of groups.
func (p *Help) keyCells(groups []HelpGroup) int {
	keys := 0
	for _, group := range groups {
		for _, k := range group.Keys {
			keys = max(keys, draw.Cells(k.Show))
		}
	}
	return keys
}

// block returns a group as a heading and its lines, where the widest key takes so many cells.
func (p *Help) block(th *draw.Theme, group HelpGroup, w, keys int) [][]draw.Span {
	block := [][]draw.Span{{th.Strong.Span(group.Title)}}
	for _, k := range group.Keys {
		block = append(block, k.lines(th, w, keys+2)...)
	}
	return append(block, nil)
}

// lines returns a key and what it does, in lines of w cells of which the first have the key; where that leaves too
// little room, what it does is under the key.
func (k HelpKey) lines(th *draw.Theme, w, first int) [][]draw.Span {
	const indent = 2
	if w < narrow {
		lines := [][]draw.Span{{th.Key.Span(k.Show)}}
		for _, line := range draw.Wrap(k.Does, max(1, w-indent)) {
			lines = append(lines, []draw.Span{draw.Plain(draw.Spaces(indent) + line)})
		}
		return lines
	}
	var lines [][]draw.Span
	for n, line := range draw.Wrap(k.Does, w-first) {
		show := ""
		if n == 0 {
			show = k.Show
		}
		key := th.Key.Span(show + draw.Spaces(first-draw.Cells(show)))
		lines = append(lines, []draw.Span{key, draw.Plain(line)})
	}
	return lines
}

// Open shows the help from its beginning, with the legend of a record.
func (p *Help) Open(s *session.Session, th *draw.Theme) { p.legend, p.top = newLegend(s, th), 0 }

// Scroll moves the help by n lines.
func (p *Help) Scroll(n int) { p.top = max(0, p.top+n) }
