package ui

import "strings"

// A linkKind says what a link leads to.
type linkKind int

const (
	toActor linkKind = iota
	toTag
	toType
	toLocation
	toSource
	toEvent
)

// A link is a place on a page that acts.
type link struct {
	kind  linkKind
	value string // actor id, tag, type, location, URL or event id
	line  int    // of the page
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
func (p *page) add(pieces ...piece) { p.lines = append(p.lines, pieces) }

// blank appends an empty line, unless the page is empty or ends in one.
func (p *page) blank() {
	if n := len(p.lines); n > 0 && len(p.lines[n-1]) > 0 {
		p.add()
	}
}

// text is a piece that is no link.
func text(s string, st style) piece { return piece{span{text: s, style: st}, noLink} }

// link makes a piece of the line that is added next a link.
func (p *page) link(s string, st style, kind linkKind, value string) piece {
	p.links = append(p.links, link{kind, value, len(p.lines)})
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
			line = append(line, cell...)
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
