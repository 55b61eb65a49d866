package draw

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"dateline/timeline/sanitize"
)

// A LinkKind says what a link leads to. Its values are those of whoever lays out the page.
type LinkKind int

// A Link is a place on a page that acts.
type Link struct {
	Kind  LinkKind
	Value string // what it leads to, in the terms of its kind
	Index int    // one of several of its kind, where that says more than Value
	Told  bool   // whether its words are the address that it leads to

	line int // of the page, where it begins
	last int // and where it ends
}

// A Piece is a span that may be part of a link.
type Piece struct {
	Span
	Link int // into Page.Links, NoLink for none
}

// NoLink is the place of no link.
const NoLink = -1

// A Page is text laid out for a width: lines of pieces, and the links among them.
type Page struct {
	Width int
	Lines [][]Piece
	Links []Link

	Unwritten int // further lines, which are still to be laid out

	anchors int // links within texts
}

// Add appends a line.
func (p *Page) Add(pieces ...Piece) {
	for _, one := range pieces {
		if one.Link == NoLink {
			continue
		}
		l := &p.Links[one.Link]
		if l.last < 0 {
			l.line = len(p.Lines)
		}
		l.last = len(p.Lines)
	}
	p.Lines = append(p.Lines, pieces)
}

// Flow adds pieces in as many lines as they need, with words between those in one line.
func (p *Page) Flow(between string, st Style, pieces ...Piece) {
	var line []Piece
	used := 0
	for _, one := range pieces {
		n := Cells(one.Text)
		if used > 0 && used+Cells(between)+n > p.Width {
			p.Add(line...)
			line, used = nil, 0
		}
		if used > 0 {
			line = append(line, Text(between, st))
			used += Cells(between)
		}
		line = append(line, Isolated(one)...)
		used += n
	}
	if len(line) > 0 {
		p.Add(line...)
	}
}

// Isolated keeps a piece of right-to-left text from taking its neighbours along.
func Isolated(one Piece) []Piece {
	if !rightToLeft(one.Text) {
		return []Piece{one}
	}
	return []Piece{Text("", isolate), one, Text("", endIsolate)}
}

// Blank appends an empty line, unless the page is empty or ends in one.
func (p *Page) Blank() {
	if n := len(p.Lines); n > 0 && len(p.Lines[n-1]) > 0 {
		p.Add()
	}
}

// LinkAt returns the link at column x of a line, both from 0; NoLink where there is none.
func (p *Page) LinkAt(x, line int) int {
	if x < 0 || line < 0 || line >= len(p.Lines) {
		return NoLink
	}
	for _, piece := range p.Lines[line] {
		if x -= Cells(piece.Text); x < 0 {
			return piece.Link
		}
	}
	return NoLink
}

// Text returns a piece that is no link.
func Text(s string, st Style) Piece { return Piece{Span{Text: s, Style: st}, NoLink} }

// Link returns a piece that acts, for a line that is added later.
func (p *Page) Link(s string, st Style, kind LinkKind, value string) Piece {
	p.Links = append(p.Links, Link{Kind: kind, Value: value, last: -1})
	return Piece{Span{Text: s, Style: st}, len(p.Links) - 1}
}

// AddLink adds a link in as many lines as its words need, the first after what is before it and the others under its
// beginning.
func (p *Page) AddLink(before []Piece, words string, st Style, kind LinkKind, value string) {
	indent := 0
	for _, one := range before {
		indent += Cells(one.Text)
	}
	lines := Paragraphs(words, max(1, p.Width-indent))
	link := p.Link(lines[0], st, kind, value)
	p.Add(append(slices.Clip(before), Isolated(link)...)...)
	for _, line := range lines[1:] {
		link.Text = line
		p.Add(append([]Piece{Text(Spaces(indent), "")}, Isolated(link)...)...)
	}
}

// Heading begins a part of the page.
func (p *Page) Heading(words string, st Style) {
	p.Blank()
	p.Add(Text(strings.ToUpper(words), st))
}

// Prose adds wrapped lines, indented, with what matches lit.
func (p *Page) Prose(s string, indent int, words []string, base, match Style) {
	for _, line := range Paragraphs(s, p.Width-indent) {
		p.Spans(indent, Lit(line, words, base, match))
	}
}

// Verbatim adds a text whose lines are its own: each begins a new one, and those that are too long are wrapped.
func (p *Page) Verbatim(s string) {
	for line := range strings.SplitSeq(s, "\n") {
		for _, part := range Wrap(sanitize.Line(line), p.Width) {
			p.Add(Text(part, ""))
		}
	}
}

// Spans adds one line of spans, indented.
func (p *Page) Spans(indent int, spans []Span) {
	line := make([]Piece, 0, len(spans)+1)
	if indent > 0 {
		line = append(line, Text(Spaces(indent), ""))
	}
	for _, s := range spans {
		line = append(line, Piece{s, NoLink})
	}
	p.Add(line...)
}

// Columns adds blocks of lines side by side, each at most w cells wide, with gap cells between them.
func (p *Page) Columns(blocks [][][]Span, indent, w, gap int) {
	for row := 0; ; row++ {
		line, any := []Span{}, false
		for n, block := range blocks {
			var cell []Span
			if row < len(block) {
				cell, any = block[row], true
			}
			line = AppendColumn(line, cell...)
			if n < len(blocks)-1 {
				line = append(line, Span{Spaces(w - SpanCells(cell) + gap), ""})
			}
		}
		if !any {
			return
		}
		p.Spans(indent, line)
	}
}

// Append adds the lines of another page, the first of them after a lead and the others indented by as many cells.
func (p *Page) Append(lead Span, indent int, o *Page) {
	first := len(p.Links)
	for _, l := range o.Links {
		l.last = -1
		p.Links = append(p.Links, l)
	}
	p.anchors, p.Unwritten = p.anchors+o.anchors, p.Unwritten+o.Unwritten
	lead.Text += Spaces(indent - Cells(lead.Text))
	for _, line := range o.Lines {
		moved := []Piece{{lead, NoLink}}
		if len(line) == 0 && strings.TrimSpace(lead.Text) == "" {
			moved = nil
		}
		for _, one := range line {
			if one.Link != NoLink {
				one.Link += first
			}
			moved = append(moved, one)
		}
		p.Add(moved...)
		lead.Text = Spaces(indent)
	}
}

// A Sheet is a page in a pane: as far as it is scrolled, and with the link that is in focus.
type Sheet struct {
	Page
	Top int // first line drawn
	At  int // the link in focus, NoLink for none
}

// Scroll moves the page by n lines within h rows.
func (s *Sheet) Scroll(n, h int) { s.Top = max(0, min(s.Top+n, len(s.Lines)-h)) }

// Step moves to the next link, or by −1 to the one before, and into h rows. It reports whether there was one.
func (s *Sheet) Step(n, h int) bool {
	at := s.At + n
	if s.At == NoLink && n < 0 {
		at = len(s.Links) - 1
	}
	if at < 0 || at >= len(s.Links) {
		return false
	}
	s.At = at
	line := s.Links[at].line
	last := s.Links[at].last - h + 1
	if h > 2 { // the last row may say how much is below
		last = min(last+1, len(s.Lines)-h)
	}
	s.Top = max(min(s.Top, line), last)
	return true
}

// Walk moves to the next link, or by −1 to the one before, where that is in sight of h rows; else it scrolls by a line,
// so that all that is between two links is seen on the way.
func (s *Sheet) Walk(n, h int) {
	next := s.At + n
	linked := next >= 0 && next < len(s.Links)
	if !linked || !s.InSight(next, h) {
		s.Scroll(n, h)
	}
	if linked && s.InSight(next, h) {
		s.At = next
	}
}

// First moves to the first link in sight of h rows, else to the first of all.
func (s *Sheet) First(h int) {
	for n := range s.Links {
		if s.InSight(n, h) {
			s.At = n
			return
		}
	}
	s.At = NoLink
	s.Step(1, h)
}

// InSight reports whether link n begins on one of the h rows that are seen.
func (s *Sheet) InSight(n, h int) bool {
	if h > 2 && s.Top+h < len(s.Lines) { // the last row says how much is below
		h--
	}
	line := s.Links[n].line
	return s.Top <= line && line < s.Top+h
}

// Click puts the focus on the link at a place of the page, of which h rows are seen, and reports whether there is one.
// On the row that says how much is below, it turns the page.
func (s *Sheet) Click(at image.Point, h int) bool {
	if h > 2 && at.Y == h-1 && s.Top+h < len(s.Lines) {
		s.Scroll(h-1, h)
		return false
	}
	s.At = s.LinkAt(at.X, s.Top+at.Y)
	return s.At != NoLink
}

// Draw returns at most h rows of w cells, unpadded, with the link in focus lit where the sheet has the reader's keys.
func (s *Sheet) Draw(th *Theme, w, h int, active bool) []string {
	rows := th.Rows(w, h)
	more := h > 2 && s.Top+h < len(s.Lines)
	var spans []Span
	for n := s.Top; n < len(s.Lines) && !rows.Full(); n++ {
		if more && rows.Len() == h-1 {
			rows.Add("", th.Faint.Span(fmt.Sprintf("%s %d more lines", th.Glyphs.Down, len(s.Lines)-n+s.Unwritten)))
			break
		}
		spans = spans[:0]
		for _, p := range s.Lines[n] {
			if p.Link != NoLink && p.Link == s.At && active {
				p.Style = p.Style.in(th.Selected)
			}
			spans = append(spans, p.Span)
		}
		rows.Add("", spans...)
	}
	return rows.Strings()
}
