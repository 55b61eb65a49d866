package terminal

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
)

// A cell is a column of a row.
type cell struct {
	text   string // a character with its marks; "" in the second column of a wide one
	looks  string // the sequences that are in force
	unsure bool   // terminals may find it wider or narrower than we do
	floats bool   // it comes after such a cell, so that terminals may have it in another column
	apart  bool   // a sequence keeps it from joining the one before
}

// isBlank reports whether nothing is seen in the cell.
func (c cell) isBlank() bool { return c.text == " " && c.looks == "" }

// A row is what a row of the terminal shows, or is to show.
type row struct {
	text  string // as it was drawn
	cells []cell // as many as the terminal has columns
	cuts  []cut  // its segments
	caret int    // the column that is typed into, or -1
}

// A cut is a segment of a row: what comes after a ToColumn, or at the beginning of the row. Where it begins is sure.
type cut struct {
	at   int
	text string
}

// A parser takes rows apart.
type parser struct {
	row        *row
	start, x   int    // the column of its segment, and of the next character
	link, sgr  string // in force
	looks      string // both
	before     string // characters without width that a segment begins with
	floats     bool
	apart      bool
	seen       map[string]bool // whether looks are seen on a blank
	seenBefore string          // the looks that were asked for last
	seenAnswer bool
}

// parse takes a row of a frame apart. It uses the memory of r again.
func (p *parser) parse(r *row, text string, width int) {
	*r = row{text: text, cells: slices.Grow(r.cells[:0], width)[:width], cuts: cutRow(r.cuts[:0], text), caret: -1}
	for x := range r.cells {
		r.cells[x] = cell{text: " "}
	}
	*p = parser{row: r, seen: p.seen}
	for n := range r.cuts {
		c := &r.cuts[n]
		c.at = min(c.at, width)
		p.x, p.start, p.floats = c.at, c.at, false
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
		for end := r.end(n); p.floats && p.x < end; p.x++ { // which the terminal may find covered
			r.cells[p.x].floats = true
		}
	}
}

// end returns the column in which segment n ends.
func (r *row) end(n int) int {
	if n+1 < len(r.cuts) {
		return min(r.cuts[n+1].at, len(r.cells))
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
	text, wide, sure := s[:1], 1, true
	if s[0] >= 0x80 || len(s) > 1 && s[1] >= 0x80 {
		text, wide = ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		sure = wide == 1 && len(text) == 1 || wide == 2 && isIdeograph(text)
	}
	apart := p.apart && text[0] >= 0x80
	p.apart = false
	if wide == 0 {
		p.mark(text)
		return len(text)
	}
	if looks := p.looks; p.x+wide <= len(p.row.cells) {
		if text == " " && !p.isSeen(looks) {
			looks = ""
		}
		p.row.cells[p.x] = cell{p.before + text, looks, !sure || p.before != "", p.floats, apart}
		for x := p.x + 1; x < p.x+wide; x++ {
			p.row.cells[x] = cell{"", looks, false, p.floats || !sure, false}
		}
	}
	p.x += wide
	p.floats = p.floats || !sure || p.before != ""
	p.before = ""
	return len(text)
}

// mark takes a character without width. It is in the cell of the one before, unless that is of another segment.
func (p *parser) mark(text string) {
	x := p.lead(p.x - 1)
	switch {
	case p.x == p.start:
		p.before += text
	case p.x <= len(p.row.cells):
		c := &p.row.cells[x]
		c.text, c.unsure, p.floats = c.text+text, true, true
	}
}

// lead returns the column in which the character begins that column x is part of.
func (p *parser) lead(x int) int {
	for x > 0 && x < len(p.row.cells) && p.row.cells[x].text == "" {
		x--
	}
	return x
}

// isIdeograph reports whether s is one character that takes two cells in every terminal.
func isIdeograph(s string) bool {
	runes := []rune(s)
	r := runes[0]
	return len(runes) == 1 && (0x3041 <= r && r <= 0x3096 || 0x30A1 <= r && r <= 0x30FA || 0x4E00 <= r && r <= 0x9FFF ||
		0xAC00 <= r && r <= 0xD7A3)
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

// isSeen reports whether looks are seen on a blank: a background, a line, or a link that can be clicked.
func (p *parser) isSeen(looks string) bool {
	switch {
	case looks == "":
		return false
	case p.link != "":
		return true
	case looks == p.seenBefore:
		return p.seenAnswer
	}
	seen, ok := p.seen[looks]
	if !ok {
		if p.seen == nil || len(p.seen) > 1000 {
			p.seen = make(map[string]bool)
		}
		seen = seenOnBlank(looks)
		p.seen[looks] = seen
	}
	p.seenBefore, p.seenAnswer = looks, seen
	return seen
}

// seenOnBlank does what isSeen does, for looks without a link.
func seenOnBlank(looks string) bool {
	numbers := strings.FieldsFunc(looks, func(r rune) bool { return r < '0' || r > '9' })
	for at := 0; at < len(numbers); at++ {
		switch n := numbers[at]; n {
		case "1", "2", "3", "22", "23", "39": // bold, faint, italic
		case "38":
			if at+1 < len(numbers) && numbers[at+1] == "5" {
				at += 2
			} else {
				at += 4
			}
		default:
			if len(n) != 2 || n[0] != '3' && n[0] != '9' {
				return true
			}
		}
	}
	return false
}
