package draw

import (
	"strings"
	"unicode"

	"dateline/timeline/sanitize"
)

// An Anchor is a part of a text that is a link, in bytes of the text.
type Anchor struct {
	From, To int
	Kind     LinkKind
	Value    string
	Index    int
	Told     bool // whether the text says Value there
	Style    Style
}

// A ProseLook is how a text is written: in Base, with what matches Words in Match.
type ProseLook struct {
	Words       []string
	Base, Match Style
}

// maxAnchors is how many links the texts of a page have at most. Nobody goes through more of them with a key.
const maxAnchors = 400

// Linked adds a text as Prose does, with links in it, the first 400 of a page. The first line begins with lead, and the
// others are indented by as much.
func (p *Page) Linked(lead Span, s string, look ProseLook, anchors []Anchor) {
	indent := Cells(lead.Text)
	anchors = anchors[:min(len(anchors), maxAnchors-p.anchors)]
	p.anchors += len(anchors)
	lines := Paragraphs(s, p.Width-indent)
	places, ok := visiblePlaces(s, anchors, lines)
	if !ok {
		anchors, places = nil, nil
	}
	w := linkedWriter{page: p, look: look, anchors: anchors, places: places}
	for n, text := range lines {
		w.line = nil
		switch {
		case n == 0 && indent > 0:
			w.line = append(w.line, Piece{lead, NoLink})
		case indent > 0 && text != "":
			w.line = append(w.line, Text(Spaces(indent), lead.Style))
		}
		for _, span := range Lit(text, look.Words, look.Base, look.Match) {
			w.span(span)
		}
		p.Add(w.line...)
	}
}

// A linkedWriter makes pieces of a text that has links.
type linkedWriter struct {
	page    *Page
	look    ProseLook
	anchors []Anchor // that have not ended …
	places  [][2]int // … and where they are, in bytes that are no blanks
	link    int      // of the first of them, from 1 on; 0 before that has begun
	seen    int      // bytes that are no blanks
	line    []Piece
}

// span adds a span to the line, in parts that are in a link or not.
func (w *linkedWriter) span(s Span) {
	for s.Text != "" {
		for len(w.places) > 0 && w.places[0][1] <= w.seen {
			w.anchors, w.places, w.link = w.anchors[1:], w.places[1:], 0
		}
		part, inside := s.Text, false
		if len(w.places) > 0 {
			from, to := w.places[0][0], w.places[0][1]
			switch blanks := len(part) - len(strings.TrimLeft(part, " ")); {
			case w.seen < from:
				part = part[:bytesUntil(part, from-w.seen)]
			case blanks > 0:
				part = part[:blanks]
			default:
				part, inside = strings.TrimRight(part[:bytesUntil(part, to-w.seen)], " "), true
			}
		}
		w.seen += visibleBytes(part)
		piece := Text(part, s.Style)
		if inside {
			piece = w.linked(part, s.Style)
		}
		w.line, s.Text = append(w.line, piece), s.Text[len(part):]
	}
}

// linked returns a piece of the first anchor.
func (w *linkedWriter) linked(text string, own Style) Piece {
	a := &w.anchors[0]
	st := a.Style
	if own != w.look.Base {
		st = a.Style.in(own)
	}
	if w.link == 0 {
		w.link = w.page.Link("", st, a.Kind, a.Value).Link + 1
		link := &w.page.Links[w.link-1]
		link.Index, link.Told = a.Index, a.Told
	}
	return Piece{Span{text, st}, w.link - 1}
}

// visiblePlaces returns where anchors begin and end in a text that is shown in lines, in bytes that are no blanks:
// these are the same however the text is wrapped. Ok is false where its parts are not shown as the whole is.
func visiblePlaces(s string, anchors []Anchor, lines []string) (places [][2]int, ok bool) {
	if len(anchors) == 0 {
		return nil, true
	}
	begin := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace)) // as Paragraphs does
	last := len(strings.TrimRightFunc(s, unicode.IsSpace))
	shown := func(from, to int) (n int) {
		from, to = max(from, begin), min(to, last)
		part := strings.ReplaceAll(s[min(from, to):to], "\r\n", "\n")
		for paragraph := range strings.SplitSeq(part, "\n\n") {
			n += visibleBytes(sanitize.Line(paragraph))
		}
		return n
	}
	at, n, all := 0, 0, 0
	for _, a := range anchors {
		n += shown(at, a.From)
		size := shown(a.From, a.To)
		places = append(places, [2]int{n, n + size})
		at, n = a.To, n+size
	}
	for _, line := range lines {
		all += visibleBytes(line)
	}
	return places, n+shown(at, len(s)) == all
}

// visibleBytes returns how many bytes of a text are no blanks. Those of Unicode are three.
func visibleBytes(s string) int {
	n := 0
	for _, word := range strings.Fields(s) {
		n += len(word)
	}
	return n
}

// bytesUntil returns how much of a text there is before n of its bytes that are no blanks have been seen and another
// follows.
func bytesUntil(s string, n int) int {
	for i, r := range s {
		if isSpace := strings.TrimSpace(string(r)) == ""; isSpace {
			continue
		}
		if n <= 0 {
			return i
		}
		n -= len(string(r))
	}
	return len(s)
}
