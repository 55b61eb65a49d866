package terminal

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
)

// A pen writes cells to a terminal. It knows in which looks it writes and where it is, and says no more than is needed
// to be elsewhere.
type pen struct {
	out   []byte
	x, y  int // x is -1 where the column is not known
	looks string

	blanks struct { // whether looks are seen on a blank
		of   string
		seen bool
	}
}

// to goes to a place.
func (p *pen) to(x, y int) {
	const near = 3 // rows down that are written faster as so many line feeds
	switch {
	case p.y == y && p.x == x:
		return
	case p.y < 0 || y < p.y || y > p.y+near:
		p.out = append(p.out, ansi.CursorPosition(x+1, y+1)...)
	default:
		for range y - p.y {
			p.out = append(p.out, '\n')
		}
		if x == 0 {
			p.out = append(p.out, '\r')
		} else {
			p.out = append(p.out, ToColumn(x)...)
		}
	}
	p.x, p.y = x, y
}

// in goes on in other looks.
func (p *pen) in(looks string) {
	if p.looks == looks {
		return
	}
	if more, ok := added(p.looks, looks); ok {
		p.out = append(p.out, more...)
	} else {
		p.end()
		p.out = append(p.out, looks...)
	}
	p.looks = looks
}

// added returns what is written to go from looks on to others without ending them: what the others have beside, or the
// colour that takes the place of the last.
func added(looks, others string) (more string, ok bool) {
	if more, ok = strings.CutPrefix(others, looks); ok {
		return more, true
	}
	was, is := max(0, strings.LastIndexByte(looks, esc)), max(0, strings.LastIndexByte(others, esc))
	return others[is:], looks[:was] == others[:is] && isColour(looks[was:]) && isColour(others[is:])
}

// esc begins every sequence.
const esc = '\x1b'

// end ends the looks.
func (p *pen) end() {
	if p.looks != "" {
		p.out = append(p.out, draw.Reset...)
	}
	if strings.HasPrefix(p.looks, linkStart) {
		p.out = append(p.out, linkEnd...)
	}
	p.looks = ""
}

// write writes cells, from the column on that it is in.
func (p *pen) write(cells []cell) {
	for n, c := range cells {
		if c.text == "" {
			continue
		}
		if c.isBlank() && p.looks != "" && next(cells[n:]) == p.looks && !p.isSeen() {
			p.out = append(p.out, ' ') // the words of one run of text
			continue
		}
		if c.apart && c.looks == p.looks {
			p.out = append(p.out, draw.Reset...)
			p.out = append(p.out, c.looks...)
		}
		p.in(c.looks)
		p.out = append(p.out, c.text...)
	}
}

// isSeen reports whether the looks are seen on a blank.
func (p *pen) isSeen() bool {
	if p.blanks.of != p.looks {
		p.blanks.of, p.blanks.seen = p.looks, seenOnBlank(p.looks)
	}
	return p.blanks.seen
}

// next returns the looks of the first of some cells in which anything is seen.
func next(cells []cell) string {
	for _, c := range cells {
		if !c.isBlank() {
			return c.looks
		}
	}
	return ""
}

// erase erases the rest of row y.
func (p *pen) erase(x, y int) {
	p.to(x, y)
	p.end()
	p.out = append(p.out, ansi.EraseLineRight...)
}

// segment writes the cells of a row from one column up to another, where all is blank.
func (p *pen) segment(r *row, from, to, y int) {
	for to > from && r.cells[to-1].isBlank() {
		to--
	}
	if from < to {
		p.to(from, y)
		p.write(r.cells[from:to])
		p.x = -1
	}
}

// run writes the cells of a row from one column up to another, where the columns are sure. A stretch of blanks at its
// end is erased.
func (p *pen) run(r *row, from, to, y int) {
	const few = 6 // blanks that are written as fast
	end := to
	for end > from && r.cells[end-1].isBlank() {
		end--
	}
	if to-end < few {
		end = to
	}
	p.to(from, y)
	p.write(r.cells[from:end])
	p.x = end
	if end < len(r.cells) && r.cells[end].text == "" {
		p.x++
	}
	switch {
	case end == to:
	case to == len(r.cells):
		p.end()
		p.out = append(p.out, ansi.EraseLineRight...)
	default:
		p.end()
		p.out = append(append(append(p.out, "\x1b["...), strconv.Itoa(to-end)...), 'X')
	}
	if p.x >= len(r.cells) {
		p.x = -1 // terminals differ in where they are after the last column
	}
}
