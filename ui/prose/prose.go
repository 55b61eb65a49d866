// Package prose writes the texts of a record on a page, with the links that are in them.
//
//	prose.Read("See https://example.org/b.", false).Add(page, prose.Look{Theme: th})
//
// A text that was not written for dateline may have HTML and Markdown (see package markup): its words are shown
// without these, its lists line by line, its code as it is written. Any text may have addresses of the web. What is
// linked on a page can be gone to with Tab and opened.
//
// Only addresses that package sanitize lets through are links; others are words. The package knows no keys, and opens
// nothing. It imports markup, sanitize and draw.
package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/markup"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// A Text is a text of a record as it is read.
type Text struct {
	Plain      string
	links      []markup.Link
	structured bool // whether its lines may be those of a list
}

// Read reads a text of a record. may reports whether it may have HTML and Markdown.
func Read(text string, may bool) Text {
	if may {
		plain, links := markup.Read(text)
		return Text{plain, links, true}
	}
	return Text{text, markup.Addresses(text), false}
}

// Quoted returns the text between two signs, such as quotation marks.
func (t Text) Quoted(open, closing string) Text {
	plain := strings.TrimSpace(t.Plain)
	moved := make([]markup.Link, 0, len(t.links))
	by := len(open) - strings.Index(t.Plain, plain)
	for _, l := range t.links {
		l.From, l.To = max(l.From+by, 0), min(l.To+by, len(open)+len(plain))
		if l.From < l.To {
			moved = append(moved, l)
		}
	}
	return Text{open + plain + closing, moved, t.structured}
}

// Addresses returns the addresses in the text that may be opened, each once.
func (t Text) Addresses() []string {
	var all []string
	known := make(map[string]bool)
	for _, l := range t.links {
		if web, ok := sanitize.WebAddress(l.Address); ok && !known[web] {
			known[web] = true
			all = append(all, web)
		}
	}
	return all
}

// A Look is how texts are written.
type Look struct {
	Theme *draw.Theme
	Words []string   // of the filter, which are lit
	Base  draw.Style // of what is neither lit nor a link
	Lit   draw.Style
	Lead  draw.Span     // before the first line; the others are indented by as much
	Kind  draw.LinkKind // of the links
}

// Add writes the text on a page.
func (t Text) Add(p *draw.Page, look Look) {
	if !t.structured {
		t.add(p, look, 0, len(t.Plain))
		return
	}
	for n, b := range blocks(t.Plain) {
		if n > 0 {
			look.Lead.Text = draw.Spaces(draw.Cells(look.Lead.Text))
			if b.apart {
				p.Blank()
			}
		}
		if b.verbatim {
			p.Verbatim(t.Plain[b.from:b.to])
			continue
		}
		own := look
		own.Lead.Text += draw.Spaces(b.indent) + b.marker
		t.add(p, own, b.from, b.to)
	}
}

// add writes a part of the text.
func (t Text) add(p *draw.Page, look Look, from, to int) {
	var anchors []draw.Anchor
	first, _ := slices.BinarySearchFunc(t.links, from, func(l markup.Link, from int) int { return l.From - from })
	for _, l := range t.links[first:] {
		if l.From >= to {
			break
		}
		if web, ok := sanitize.WebAddress(l.Address); ok && l.To <= to {
			anchors = append(anchors, draw.Anchor{
				From: l.From - from, To: l.To - from, Kind: look.Kind, Value: web, Told: t.tells(l, web),
				Style: look.Theme.Hyperlink(web),
			})
		}
	}
	p.Linked(look.Lead, t.Plain[from:to], draw.ProseLook{Words: look.Words, Base: look.Base, Match: look.Lit}, anchors)
}

// tells reports whether the words of a link are the address that it opens, all of it but the scheme, and no part of a
// longer one. A host in other letters than those of ASCII does not tell itself, since it can look like another.
func (t Text) tells(l markup.Link, web string) bool {
	const scheme = "://"
	words := t.Plain[l.From:l.To]
	if !strings.Contains(words, scheme) {
		words = web[:strings.Index(web, scheme)+len(scheme)] + words
	}
	read, ok := sanitize.WebAddress(words)
	_, bare, _ := strings.Cut(words, scheme)
	outside := strings.TrimLeftFunc(bare, inHost)
	whole := outside == "" || strings.IndexByte("/?#", outside[0]) >= 0
	return ok && whole && draw.ShortAddress(read) == draw.ShortAddress(web) && l.Apart(t.Plain) && seen(outside)
}

// inHost reports whether a character may be one of a host with its port.
func inHost(r rune) bool {
	return r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-_:[]", r))
}

// seen reports whether each character of a text is seen.
func seen(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsGraphic(r) || unicode.IsSpace(r) })
}

// A block is a part of a text that begins on a line of its own.
type block struct {
	from, to int
	indent   int
	marker   string // of an item of a list
	apart    bool   // whether an empty line is above it
	verbatim bool   // whether it is code
}

// maxIndent is how far an item of a list may be indented, in cells.
const maxIndent = 8

// blocks returns the parts of a text: paragraphs, items of lists, code between fences.
func blocks(text string) []block {
	var all []block
	apart, fence := false, ""
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		from, to := at, at+len(strings.TrimRight(line, "\r\n"))
		at += len(line)
		bare := strings.TrimSpace(line)
		last := len(all) - 1
		marker := itemMarker(bare)
		switch {
		case fence != "":
			all[last].to = to
			if strings.HasPrefix(bare, fence) {
				fence, apart = "", true
			}
			continue
		case strings.HasPrefix(bare, "```"), strings.HasPrefix(bare, "~~~"):
			fence = bare[:3]
			all = append(all, block{from: from, to: to, apart: true, verbatim: true})
		case bare == "":
			apart = true
			continue
		case marker != "":
			indent := strings.Index(line, bare)
			begin := from + indent + len(marker)
			all = append(all, block{from: begin, to: to, indent: min(indent, maxIndent), marker: marker, apart: apart})
		case last < 0 || apart:
			all = append(all, block{from: from, to: to, apart: apart})
		default:
			all[last].to = to
		}
		apart = false
	}
	return all
}

// itemMarker returns what an item of a list, a line of a quotation or a row of a table begins with, with its blank; ""
// for any other line.
func itemMarker(line string) string {
	for _, marker := range [...]string{"- ", "* ", "+ ", "> ", "| "} {
		if strings.HasPrefix(line, marker) {
			return marker
		}
	}
	if strings.HasPrefix(line, "|") {
		return "|"
	}
	n := 0
	for n < len(line) && n < 3 && '0' <= line[n] && line[n] <= '9' {
		n++
	}
	if n > 0 && (strings.HasPrefix(line[n:], ". ") || strings.HasPrefix(line[n:], ") ")) {
		return line[:n+2]
	}
	return ""
}
