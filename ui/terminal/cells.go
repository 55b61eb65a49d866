package terminal

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/ui/draw"
)

// A cell is a column of a row.
type cell struct {
	text   string // a character with its marks; "" in the second column of a wide one
	looks  string // the sequences that are in force
	width  width
	floats bool // it comes after one whose width is not sure, so that terminals may have it in another column
	apart  bool // a sequence keeps it from joining the one before
}

// A width says how sure it is that a character takes the cells that we think.
type width uint8

const (
	sure  width = iota
	line        // two where we think one, but only where all such lines and blocks take two
	wider       // perhaps one more
	unsure
)

// seen returns the column after the last in which something is seen, of those from one up to another.
func (r *row) seen(from, to int) int {
	for to > from && r.cells[to-1].isBlank() {
		to--
	}
	return to
}

// covers reports whether the cells from one column up to another, all of them written, may reach beyond end in a
// terminal that finds them wider than we do.
func (r *row) covers(from, to, end int) bool {
	for _, c := range r.cells[from:to] {
		switch c.width {
		case line, wider:
			to++
		case unsure:
			return true
		}
	}
	return to > end
}

// isBlank reports whether nothing is seen in the cell.
func (c cell) isBlank() bool { return c.text == " " && c.looks == "" }

// A row is what a row of the terminal shows, or is to show.
type row struct {
	cells []cell // as many as the terminal has columns
	cuts  []cut  // its segments, as they were drawn
	parts []int  // the columns in which parts of it begin: where they are is sure
	caret int    // the column that is typed into, or -1
}

// A drawn is a row as it was drawn. Its cells would take many times as much memory, and are found again from it.
type drawn struct {
	text string
	cuts []cut // its segments
}

// A cut is a segment of a row: what comes after a ToColumn, or at the beginning of the row. Where it begins is sure.
type cut struct {
	at   int
	text string
}

// gap is how many blanks end a part of a row, after a character of which nobody knows the width. What follows is
// written where it belongs, wherever the terminal has the end of that text: it may be in a column, or at the end of the
// row.
const gap = 2

// A parser takes rows apart.
type parser struct {
	row       *row
	start, x  int    // the column of its segment, and of the next character
	link, sgr string // in force
	looks     string // both
	before    string // characters without width that a segment begins with
	floats    bool
	afar      bool // and nobody knows how far
	blanks    int  // that come before the next character
	apart     bool // a sequence comes before the next character
	alone     bool // the character before joins no other
	shades    *shades
}

// parse takes a row of a frame apart. It uses the memory of r again.
func (p *parser) parse(r *row, text string, width int) {
	cells := slices.Grow(r.cells[:0], width)[:width]
	*r = row{cells: cells, cuts: cutRow(r.cuts[:0], text), parts: r.parts[:0], caret: -1}
	for x := range r.cells {
		r.cells[x] = cell{text: " "}
	}
	*p = parser{row: r, shades: p.shades}
	for n := range r.cuts {
		c := &r.cuts[n]
		c.at = min(c.at, width)
		p.x, p.blanks = c.at, 0
		p.begin(c.at)
		for rest := c.text; rest != ""; {
			length := 0
			if rest[0] == '\x1b' {
				length = sequenceLength(rest)
				p.sequence(rest[:length])
				p.apart = true
			} else {
				length = p.character(rest)
			}
			rest = rest[length:]
		}
		end := len(r.cells)
		if n+1 < len(r.cuts) {
			end = min(r.cuts[n+1].at, len(r.cells))
		}
		for ; p.floats && p.x < end; p.x++ { // which the terminal may find covered
			r.cells[p.x].floats = true
		}
	}
}

// begin begins a part of the row.
func (p *parser) begin(at int) {
	p.start, p.floats, p.afar = at, false, false
	p.row.parts = append(p.row.parts, at)
}

// end returns the column in which part n ends.
func (r *row) end(n int) int {
	if n+1 < len(r.parts) {
		return min(r.parts[n+1], len(r.cells))
	}
	return len(r.cells)
}

// cutRow appends the segments of a row.
func cutRow(cuts []cut, text string) []cut {
	begin, at := 0, 0 // the text and the column of the segment
	for end := 0; ; {
		next := strings.IndexByte(text[end:], '\x1b')
		if next < 0 {
			return append(cuts, cut{at, text[begin:]})
		}
		end += next
		n := sequenceLength(text[end:])
		if column, ok := toColumn(text[end : end+n]); ok {
			cuts = append(cuts, cut{at, text[begin:end]})
			begin, at = end+n, column
		}
		end += n
	}
}

// character takes the character that s begins with, and returns its length in bytes.
func (p *parser) character(s string) int {
	text, wide, known := s[:1], 1, sure
	if s[0] >= 0x80 || len(s) > 1 && s[1] >= 0x80 {
		text, wide = draw.First(s)
		known = widthOf(text)
	}
	alone := standsAlone(text)
	apart := p.apart && !(alone && p.alone)
	p.apart, p.alone = false, alone
	if wide == 0 {
		p.mark(text)
		return len(text)
	}
	switch {
	case text == " ":
		p.blanks++
	case p.afar && p.blanks >= gap:
		p.row.cells[min(p.x, len(p.row.cells))-1].floats = false // so that one blank is seen in any case
		p.begin(p.x - 1)
		fallthrough
	default:
		p.blanks = 0
	}
	if p.before != "" {
		known = unsure
	}
	if looks := p.looks; p.x+wide <= len(p.row.cells) {
		if text == " " && p.before == "" && !p.shades.isSeen(looks) {
			looks = ""
		}
		p.row.cells[p.x] = cell{p.before + text, looks, known, p.floats, apart}
		for x := p.x + 1; x < p.x+wide; x++ {
			p.row.cells[x] = cell{"", looks, sure, p.floats || known != sure, false}
		}
	}
	p.x += wide
	p.floats, p.afar = p.floats || known != sure, p.afar || known == unsure
	p.before = ""
	return len(text)
}

// mark takes a character without width. It is in the cell of the one before, unless that is of another segment.
func (p *parser) mark(text string) {
	x := p.lead(p.x - 1)
	p.blanks = 0
	switch {
	case p.x == p.start:
		p.before += text
	case p.x <= len(p.row.cells):
		c := &p.row.cells[x]
		c.text, c.width, p.floats, p.afar = c.text+text, unsure, true, true
	}
}

// lead returns the column in which the character begins that column x is part of.
func (p *parser) lead(x int) int {
	for x > 0 && x < len(p.row.cells) && p.row.cells[x].text == "" {
		x--
	}
	return x
}

// standsAlone reports whether a character is sure to make no other of one beside it: ASCII, letters of Latin and
// Cyrillic, punctuation and signs.
func standsAlone(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return size == len(text) && (r < utf8.RuneSelf || 0xA1 <= r && r <= 0x2FF && r != 0xAD || 0x400 <= r && r <= 0x481 ||
		0x48A <= r && r <= 0x52F || 0x2010 <= r && r <= 0x2027 || 0x2190 <= r && r <= 0x25CF)
}

// widthOf returns how sure the width of a character is. The lines and blocks are those that Unicode calls ambiguous: a
// terminal takes one cell for each of them, or two.
func widthOf(text string) width {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case size < len(text):
		return unsure
	case r < utf8.RuneSelf, 0x3041 <= r && r <= 0x3096, 0x30A1 <= r && r <= 0x30FA, // ASCII, and what is always wide
		0x4E00 <= r && r <= 0x9FFF, 0xAC00 <= r && r <= 0xD7A3:
		return sure
	case 0x2500 <= r && r <= 0x254B, 0x2550 <= r && r <= 0x2573, 0x2580 <= r && r <= 0x258F, 0x2592 <= r && r <= 0x2595:
		return line
	}
	return wider
}

// sequence takes a sequence that changes the looks.
func (p *parser) sequence(s string) {
	switch {
	case s == string(draw.Caret):
		p.row.caret = min(p.x, len(p.row.cells)-1)
		return
	case strings.HasPrefix(s, linkStart):
		if p.link = s; s == linkEnd {
			p.link = ""
		}
	case s == draw.Reset || s == "\x1b[0m":
		p.sgr = ""
	case strings.HasPrefix(s, "\x1b[") && s[len(s)-1] == 'm':
		if before := strings.LastIndexByte(p.sgr, '\x1b'); isColour(s) && before >= 0 && isColour(p.sgr[before:]) {
			p.sgr = p.sgr[:before]
		}
		p.sgr += s
	}
	p.looks = p.link + p.sgr
}

// isColour reports whether looks are one of 256 colours and nothing else.
func isColour(looks string) bool {
	number, ok := strings.CutPrefix(looks, "\x1b[38;5;")
	return ok && strings.IndexByte(number, ';') < 0 && strings.IndexByte(number, 'm') == len(number)-1
}

// linkStart is what a hyperlink begins with, and linkEnd what ends it.
const (
	linkStart = "\x1b]8;"
	linkEnd   = "\x1b]8;;\x1b\\"
)

// sequenceLength returns the length of the escape sequence that s begins with.
func sequenceLength(s string) int {
	if strings.HasPrefix(s, "\x1b]") {
		if end := strings.Index(s, "\x1b\\"); end >= 0 {
			return end + 2
		}
		return len(s)
	}
	for at := 2; at < len(s); at++ {
		if '@' <= s[at] && s[at] <= '~' {
			return at + 1
		}
	}
	return len(s)
}

// toColumn returns the column of a ToColumn.
func toColumn(s string) (column int, ok bool) {
	if len(s) < 4 || s[len(s)-1] != 'G' {
		return 0, false
	}
	n, err := strconv.Atoi(s[2 : len(s)-1])
	return max(0, n-1), err == nil
}
