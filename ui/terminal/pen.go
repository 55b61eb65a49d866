package terminal

import (
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
)

// A pen writes cells to a terminal. It knows in which looks it writes and where it is, and says no more than is needed
// to be elsewhere.
type pen struct {
	out    []byte
	x, y   int // x is -1 where the column is not known
	looks  string
	shades *shades
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
	back, on := p.shades.change(p.looks, looks)
	p.out = append(append(p.out, back...), on...)
	p.looks = looks
}

// write writes cells, from the column on that it is in.
func (p *pen) write(cells []cell) {
	for _, c := range cells {
		if c.text == "" {
			continue
		}
		if c.apart && c.looks == p.looks {
			p.out = append(p.out, draw.Reset...)
			p.out = append(p.out, c.looks...)
		}
		if !c.isBlank() || p.shades.isSeen(p.looks) {
			p.in(c.looks)
		}
		p.out = append(p.out, c.text...)
	}
}

// erase erases the cells from column x up to another in row y. Erased cells keep a background and nothing else.
func (p *pen) erase(x, to, width, y int) {
	p.to(x, y)
	if p.shades.isSeen(p.looks) {
		p.in("")
	}
	if to == width {
		p.out = append(p.out, ansi.EraseLineRight...)
	} else {
		p.out = append(p.out, ansi.EraseCharacter(to-x)...)
	}
}

// segment writes the cells of a row from one column up to another, where all is blank.
func (p *pen) segment(r *row, from, to, y int) {
	to = r.seen(from, to)
	if from >= to {
		return
	}
	p.to(from, y)
	if last := r.cells[to-1]; last.floats && last.text == " " && p.shades.isSeen(last.looks) {
		p.in(last.looks) // a ground, which has no hole where the terminal finds the text narrower
		p.out = append(p.out, draw.Spaces(to-from)...)
		p.x = -1
		p.to(from, y)
	}
	p.write(r.cells[from:to])
	p.x = -1
}

// run writes the cells of a row from one column up to another, where the columns are sure. A stretch of blanks at its
// end is erased.
func (p *pen) run(r *row, from, to, y int) {
	const few = 6 // blanks that are written as fast
	end := r.seen(from, to)
	if to-end < few {
		end = to
	}
	p.to(from, y)
	p.write(r.cells[from:end])
	p.x = end
	if end < len(r.cells) && r.cells[end].text == "" {
		p.x++
	}
	if end < to {
		p.erase(end, to, len(r.cells), y)
	}
	if p.x >= len(r.cells) {
		p.x = -1 // terminals differ in where they are after the last column
	}
}
