package fastyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads lists and maps in brackets.

// maxFlow is the greatest depth of brackets in brackets.
const maxFlow = 8

// flow reads a list or a map in brackets. Its lines must be indented by more than indent blanks.
func (r *Reader) flow(indent, depth int) *yaml.Node {
	kind, tag, end := yaml.SequenceNode, "!!seq", byte(']')
	if r.text[r.at] == '{' {
		kind, tag, end = yaml.MappingNode, "!!map", '}'
	}
	n, base := r.node(kind, yaml.FlowStyle, tag, ""), len(r.stack)
	r.at++
	for {
		if !r.flowBlanks(indent) {
			return nil
		}
		if r.text[r.at] == end {
			r.at++
			return r.adopt(n, base)
		}
		if kind == yaml.MappingNode {
			key := r.key(indent, true)
			if key == nil || !r.flowBlanks(indent) {
				return nil
			}
			r.stack = append(r.stack, key)
		}
		value := r.flowValue(indent, depth, kind == yaml.MappingNode)
		if value == nil || !r.flowBlanks(indent) || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, value)
		switch r.text[r.at] {
		case ',':
			r.at++
		case end:
		default:
			return nil
		}
	}
}

// flowBlanks skips blanks, ends of lines and comments. It reports whether something comes after them. A bracket that
// closes may be indented like the key whose value it ends.
func (r *Reader) flowBlanks(indent int) bool {
	for isNext := false; ; { // whether this is the next line, or one after it
		from := r.at
		r.blanks()
		if r.at == len(r.text) {
			return false
		}
		switch c := r.text[r.at]; {
		case c == '\n':
			r.at++
			r.line++
			r.start, isNext = r.at, true
		case c == '#' && (r.at > from || r.at == r.start):
			end := strings.IndexByte(r.text[r.at:], '\n')
			if end < 0 {
				return false
			}
			r.at += end
		default:
			return !isNext || r.at-r.start > indent || r.at-r.start == indent && (c == ']' || c == '}')
		}
	}
}

// flowValue reads a value in brackets, which may be missing after a key.
func (r *Reader) flowValue(indent, depth int, afterKey bool) *yaml.Node {
	switch c := r.text[r.at]; {
	case c == '"' || c == '\'':
		return r.quoted(indent)
	case (c == '[' || c == '{') && depth > 0:
		return r.flow(indent, depth-1)
	case c == '&':
		return r.anchored(func() *yaml.Node {
			if r.at == len(r.text) || r.text[r.at] == '\n' {
				return nil
			}
			return r.flowValue(indent, depth, false)
		})
	case c == '*':
		return r.alias()
	case afterKey && (c == ',' || c == '}'):
		return r.node(yaml.ScalarNode, 0, "!!null", "")
	case c != ':' && r.beginsPlain():
		return r.flowPlain(indent)
	}
	return nil
}

// flowPlain reads plain text in brackets, which may go on in lines that are indented by more than indent blanks.
func (r *Reader) flowPlain(indent int) *yaml.Node {
	n := r.plainNode("")
	r.joined = r.joined[:0]
	from, word := r.at, r.at // of the line in hand, and of the word in it
	for {
		at := r.at
		for at < len(r.text) && !flowSigns[r.text[at]] {
			at++
		}
		if r.at = at; at == len(r.text) {
			return nil
		}
		switch r.text[at] {
		case ' ', '\t':
			word = r.at + 1
		case '[', '{':
			return nil
		case ':':
			if !r.goesOnAt(r.at + 1) {
				return nil
			}
		case '?':
			if !r.isTextual(word) {
				return nil
			}
		case ',', ']', '}':
			return r.flowText(n, from)
		case '#':
			if word == r.at {
				return r.flowText(n, from)
			}
		case '\n':
			line, start := r.line, r.start
			text := trimBlanks(r.text[from:r.at])
			empty, ok := r.breaks(indent)
			if !ok || r.isAt(",]}#") {
				r.at, r.line, r.start = at, line, start
				return r.flowText(n, from)
			}
			r.joined = fold(append(r.joined, text...), empty)
			from, word = r.at, r.at
			continue
		}
		r.at++
	}
}

// flowSigns are the characters that may mean something within plain text in brackets.
var flowSigns = [256]bool{
	' ': true, '\t': true, '\n': true, '[': true, ']': true, '{': true, '}': true, ',': true, ':': true, '?': true,
	'#': true,
}

// flowText makes a node of the plain text that ends here, of which the last line begins at an offset. It goes back to
// before the blanks at its end.
func (r *Reader) flowText(n *yaml.Node, from int) *yaml.Node {
	text := trimBlanks(r.text[from:r.at])
	r.at = from + len(text)
	if len(r.joined) > 0 {
		n.Value = string(append(r.joined, text...))
		return n
	}
	if text == "<<" {
		return nil
	}
	n.Value, n.Tag = text, plainTag(text)
	return n
}

// goesOnAt reports whether a character is at an offset that neither is a blank nor means anything in brackets.
func (r *Reader) goesOnAt(at int) bool {
	return r.saysAt(at) && strings.IndexByte(",[]{}", r.text[at]) < 0
}

// isTextual reports whether the question mark here is text, within a word that begins at an offset. Where it is hard to
// say, it is not.
func (r *Reader) isTextual(word int) bool {
	if word < r.at && strings.IndexByte("!&*%", r.text[word]) >= 0 {
		return false
	}
	return word < r.at && r.text[r.at-1] != ':' || r.goesOnAt(r.at+1)
}
