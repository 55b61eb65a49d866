package ui

import (
	"fmt"
	"strings"
)

// A linkKind says what a link leads to.
type linkKind int

const (
	toActor linkKind = iota
	toTag
	toType
	toLocation
	toSource
	toEvent
	toFigure
)

// A link is a place on a page that acts.
type link struct {
	kind  linkKind
	value string // actor id, tag, type, location, URL, event id, or a figure in words
	line  int    // of the page

	figure int // toFigure: its place in the event
}

// A piece is a span that may be part of a link.
type piece struct {
	span
	link int // into page.links, noLink for none
}

const noLink = -1

// A page is text laid out for a width: lines of pieces, and the links among them.
type page struct {
	w     int
	lines [][]piece
	links []link
}

// add appends a line.
func (p *page) add(pieces ...piece) {
	for _, one := range pieces {
		if one.link != noLink {
			p.links[one.link].line = len(p.lines)
		}
	}
	p.lines = append(p.lines, pieces)
}

// flow adds pieces in as many lines as they need, with words between those that stand in one.
func (p *page) flow(between string, st style, pieces ...piece) {
	var line []piece
	used := 0
	for _, one := range pieces {
		n := cells(one.text)
		if used > 0 && used+cells(between)+n > p.w {
			p.add(line...)
			line, used = nil, 0
		}
		if used > 0 {
			line = append(line, text(between, st))
			used += cells(between)
		}
		line = append(line, isolatedPiece(one)...)
		used += n
	}
	if len(line) > 0 {
		p.add(line...)
	}
}

// isolatedPiece keeps a piece of right-to-left text from taking its neighbours along.
func isolatedPiece(one piece) []piece {
	if !rightToLeft(one.text) {
		return []piece{one}
	}
	return []piece{text("", isolate), one, text("", endIsolate)}
}

// blank appends an empty line, unless the page is empty or ends in one.
func (p *page) blank() {
	if n := len(p.lines); n > 0 && len(p.lines[n-1]) > 0 {
		p.add()
	}
}

// linkAt is the link at column x of a line, noLink where there is none.
func (p *page) linkAt(x, line int) int {
	if line < 0 || line >= len(p.lines) {
		return noLink
	}
	for _, piece := range p.lines[line] {
		if x -= cells(piece.text); x < 0 {
			return piece.link
		}
	}
	return noLink
}

// text is a piece that is no link.
func text(s string, st style) piece { return piece{span{text: s, style: st}, noLink} }

// link makes a piece that acts, in a line that is added later.
func (p *page) link(s string, st style, kind linkKind, value string) piece {
	p.links = append(p.links, link{kind: kind, value: value})
	return piece{span{text: s, style: st}, len(p.links) - 1}
}

// heading begins a part of the page.
func (p *page) heading(words string, st style) {
	p.blank()
	p.add(text(strings.ToUpper(words), st))
}

// prose adds wrapped lines, indented, with what matches lit.
func (p *page) prose(s string, indent int, words []string, base, match style) {
	for _, line := range paragraphs(s, p.w-indent) {
		p.spans(indent, lit(line, words, base, match))
	}
}

// spans adds one line of spans, indented.
func (p *page) spans(indent int, spans []span) {
	line := make([]piece, 0, len(spans)+1)
	if indent > 0 {
		line = append(line, text(spaces(indent), ""))
	}
	for _, s := range spans {
		line = append(line, piece{s, noLink})
	}
	p.add(line...)
}

// columns adds blocks of lines side by side, each at most w cells wide, with gap cells between them.
func (p *page) columns(blocks [][][]span, indent, w, gap int) {
	for row := 0; ; row++ {
		line, any := []span{}, false
		for n, block := range blocks {
			var cell []span
			if row < len(block) {
				cell, any = block[row], true
			}
			line = appendIsolated(line, cell...)
			if n < len(blocks)-1 {
				line = append(line, span{spaces(w - spanCells(cell) + gap), ""})
			}
		}
		if !any {
			return
		}
		p.spans(indent, line)
	}
}

// A sheet is a page in a pane: as far as it is scrolled, and with the link that is in focus.
type sheet struct {
	page
	top int // first line drawn
	at  int // the link in focus, noLink for none
}

// scroll moves the page by n lines within h rows.
func (s *sheet) scroll(n, h int) { s.top = max(0, min(s.top+n, len(s.lines)-h)) }

// step moves to the next link, or by −1 to the one before; false when there is none further.
func (s *sheet) step(n, h int) bool {
	at := s.at + n
	if s.at == noLink && n < 0 {
		at = len(s.links) - 1
	}
	if at < 0 || at >= len(s.links) {
		return false
	}
	s.at = at
	line := s.links[at].line
	last := line - h + 1
	if h > 2 { // the last row may say how much is below
		last = min(last+1, len(s.lines)-h)
	}
	s.top = max(min(s.top, line), last)
	return true
}

// draw gives at most h rows of w cells, unpadded, with the link in focus lit where the sheet has the reader's keys.
func (s *sheet) draw(th *theme, w, h int, active bool) []string {
	rows := make([]string, 0, h)
	var b strings.Builder
	for n := s.top; n < len(s.lines) && len(rows) < h; n++ {
		b.Reset()
		spans := make([]span, len(s.lines[n]))
		for k, p := range s.lines[n] {
			spans[k] = p.span
			if p.link != noLink && p.link == s.at && active {
				spans[k].style = spans[k].style.in(th.selected)
			}
		}
		th.draw(&b, spans, w, "", false)
		rows = append(rows, b.String())
	}
	if s.top+h < len(s.lines) && h > 2 { // more below
		b.Reset()
		more := fmt.Sprintf("%s %d more lines", th.glyphs.down, len(s.lines)-s.top-h+1)
		th.draw(&b, []span{{more, th.faint}}, w, "", false)
		rows[len(rows)-1] = b.String()
	}
	return rows
}
