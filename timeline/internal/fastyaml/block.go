package fastyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads text in blocks, after | and >.

// A header is what the first line of a block says.
type header struct {
	folds, strips, keeps bool
	inner                int // the indentation of the text, 0 where that is the one of its first line
}

// block reads the lines after | or >, which are indented by more than indent blanks.
func (r *Reader) block(indent int) *yaml.Node {
	style := yaml.LiteralStyle
	if r.text[r.at] == '>' {
		style = yaml.FoldedStyle
	}
	n := r.node(yaml.ScalarNode, style, "!!str", "")
	h, ok := r.header(indent)
	if ok && h.inner == 0 {
		h.inner, ok = r.innerIndent(indent + 1)
	}
	if !ok {
		return nil
	}
	r.joined = r.joined[:0]
	ended, deep, empty := false, false, 0 // the last line with text: its end, a blank before it, empty lines below it
	for r.at < len(r.text) {
		next := r.lineEnd(r.at)
		line, ends := strings.CutSuffix(r.text[r.at:next], "\n")
		blanks := 0
		for blanks < len(line) && blanks < h.inner && line[blanks] == ' ' {
			blanks++
		}
		if blanks < len(line) && blanks < h.inner {
			if line[blanks] == '\t' {
				return nil
			}
			break
		}
		switch text := line[blanks:]; {
		case text != "":
			above := deep
			deep = text[0] == ' ' || text[0] == '\t'
			switch {
			case !ended:
				r.joined = newlines(r.joined, empty)
			case h.folds && !above && !deep:
				r.joined = fold(r.joined, empty)
			default:
				r.joined = newlines(r.joined, 1+empty)
			}
			r.joined = append(r.joined, text...)
			ended, empty = ends, 0
		case ends:
			empty++
		}
		r.at = next
		r.line++
	}
	if ended && !h.strips {
		r.joined = append(r.joined, '\n')
	}
	if h.keeps {
		r.joined = newlines(r.joined, empty)
	}
	n.Value = string(r.joined)
	r.skip()
	return n
}

// header reads the first line of a block, which belongs to what is indented by indent blanks. It reports whether the
// line is one.
func (r *Reader) header(indent int) (h header, ok bool) {
	h.folds = r.text[r.at] == '>'
	for r.at++; r.at < len(r.text); r.at++ {
		switch c := r.text[r.at]; {
		case c == '-' && !h.strips && !h.keeps:
			h.strips = true
			continue
		case c == '+' && !h.strips && !h.keeps:
			h.keeps = true
			continue
		case '1' <= c && c <= '9' && h.inner == 0:
			h.inner = indent + int(c-'0')
			continue
		}
		break
	}
	from := r.at
	r.blanks()
	if r.saysAt(r.at) && (r.text[r.at] != '#' || r.at == from) || r.isAt("\t") {
		return h, false
	}
	r.at = r.lineEnd(r.at)
	r.line++
	return h, true
}

// innerIndent returns the indentation of the text of a block, which is that of the first line with text, but no less
// than those of the empty lines above that, and at least as much as given. It reports whether no tab is in it.
func (r *Reader) innerIndent(least int) (inner int, ok bool) {
	for at := r.at; at < len(r.text); at++ {
		from := at
		for at < len(r.text) && r.text[at] == ' ' {
			at++
		}
		least = max(least, at-from)
		if at < len(r.text) && r.text[at] != '\n' {
			return least, r.text[at] != '\t'
		}
	}
	return least, true
}
