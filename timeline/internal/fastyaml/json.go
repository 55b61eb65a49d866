package fastyaml

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Broken is the tag of a map of which something could not be read.
const Broken = "!broken"

// A Fault is what is wrong in a text of JSON, with its place.
type Fault struct {
	Line, Column  int // from 1
	Message, Hint string
}

// OpenJSON begins with a text of JSON values, as Open does with one of items. The text begins in a line of which a
// number of characters come before it.
func (r *Reader) OpenJSON(text string, above, before int) {
	r.nodes.reset()
	*r = Reader{text: text, line: above + 1, nodes: r.nodes, stack: r.stack[:0], joined: r.joined}
	r.column.runes = before
}

// JSON reads the next value of a text of JSON, and returns nil where the text ends. Commas between values are skipped,
// and so are comments; other slips that hide nothing, such as a comma after the last item, are read as they are meant.
//
// What cannot be read is among the Faults, and the map around it has the tag Broken. Reading goes on with the next item
// of the list around that.
func (r *Reader) JSON() *yaml.Node {
	r.stack, r.made, r.maps, r.faults = r.stack[:0], 0, 0, r.faults[:0]
	for {
		r.gap()
		if r.from = r.at; r.at == len(r.text) {
			return nil
		}
		switch r.text[r.at] {
		case ',':
			r.at++
			continue
		case ']', '}':
			r.stray()
			continue
		}
		indent := r.indentAt(r.from)
		n := r.jsonValue(0)
		if n == nil {
			r.leaveWord()
			continue
		}
		if n.Tag == Broken && !r.begins(indent) && !r.nextItem(r.from, indent) {
			r.skipTo(len(r.text))
		}
		return n
	}
}

// Faults returns what is wrong in the value that JSON returned last, or in the text before it.
func (r *Reader) Faults() []Fault { return r.faults }

// Later lets f look at each list that begins within four others or less, until the next OpenJSON. It is given the text
// from its bracket on and whether a map is around it, and returns the length of what is not to be read, with the
// brackets, or 0.
func (r *Reader) Later(f func(n *yaml.Node, rest string, inMap bool) int) { r.later = f }

// maxLater is the greatest depth of a list that may be read later.
const maxLater = 4

// maxNested is the greatest depth of brackets in brackets of JSON.
const maxNested = 500

// stuck is said where reading would not end, which no text is known to do.
const stuck = "from here on the text cannot be read"

// fault notes what is wrong here.
func (r *Reader) fault(message, hint string) {
	if len(r.faults) < 100 {
		at := r.node(yaml.ScalarNode, 0, "", "")
		r.faults = append(r.faults, Fault{Line: at.Line, Column: at.Column, Message: message, Hint: hint})
	}
}

// stray notes that a bracket closes none that is open, and skips it.
func (r *Reader) stray() {
	r.fault("this bracket closes none", "delete it, or open it before")
	r.at++
}

// leaveWord skips what is no value and in no brackets.
func (r *Reader) leaveWord() {
	if r.isAt("\"'") {
		r.skipTo(StringEnd(r.text, r.at))
		return
	}
	end := strings.IndexAny(r.text[r.at+1:], ",:\"{}[]\n")
	if end < 0 {
		end = len(r.text) - r.at - 1
	}
	r.at += 1 + end
}

// isAt reports whether one of some bytes is next.
func (r *Reader) isAt(any string) bool {
	return r.at < len(r.text) && strings.IndexByte(any, r.text[r.at]) >= 0
}

// maxTurns is how often a gap may be looked for in a text for each of its bytes: three times for a pair of a map.
const maxTurns = 4

// gap skips blanks, ends of lines and comments. It ends the text where the loops, all of which ask for a gap, would be
// endless.
func (r *Reader) gap() {
	if r.turns++; r.turns > maxTurns*len(r.text)+maxTurns {
		r.fault(stuck, "")
		r.skipTo(len(r.text))
	}
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case ' ', '\t', '\r':
			r.at++
		case '\n':
			r.at++
			r.line, r.start = r.line+1, r.at
		case '/':
			end := 0
			switch rest := r.text[r.at:]; {
			case strings.HasPrefix(rest, "//"):
				end = strings.IndexByte(rest, '\n')
			case strings.HasPrefix(rest, "/*") && !r.unclosed:
				if end = strings.Index(rest, "*/"); end < 0 { // it is no comment, and neither is one after it
					r.unclosed = true
					return
				}
				end += 2
			default:
				return
			}
			if end < 0 {
				end = len(r.text) - r.at
			}
			r.skipTo(r.at + end)
		default:
			return
		}
	}
}

// skipTo goes to an offset, and counts the lines between.
func (r *Reader) skipTo(at int) {
	if last := strings.LastIndexByte(r.text[r.at:at], '\n'); last >= 0 {
		r.line += strings.Count(r.text[r.at:at], "\n")
		r.start = r.at + last + 1
	}
	r.at = at
}

// jsonValue reads a value within depth others. It returns nil where that is none.
func (r *Reader) jsonValue(depth int) *yaml.Node {
	if r.at == len(r.text) {
		r.fault("the text ends before it is complete", "is the file whole?")
		return nil
	}
	switch r.text[r.at] {
	case '{', '[':
		if depth == maxNested {
			r.fault("brackets stand in each other more than 500 deep", "write it flatter")
			return nil
		}
		if r.text[r.at] == '{' {
			return r.jsonMap(depth)
		}
		return r.jsonList(depth)
	case '"', '\'':
		return r.jsonText()
	}
	return r.jsonWord()
}

// jsonMap reads a map.
func (r *Reader) jsonMap(depth int) *yaml.Node {
	n, base := r.node(yaml.MappingNode, yaml.FlowStyle, "!!map", ""), len(r.stack)
	r.maps++
	defer func() { r.maps-- }()
	for r.at++; ; {
		switch r.gap(); {
		case r.isAt(","):
			r.at++
			continue
		case r.isAt("}"):
			r.at++
			return r.adopt(n, base)
		case r.isAt("]") && r.lists == 0:
			r.stray()
			if r.gap(); r.at == len(r.text) || r.isAt("{[") { // it was to be a brace
				return r.adopt(n, base)
			}
			continue
		}
		key := r.jsonKey()
		if key == nil {
			break
		}
		value := r.jsonValue(depth + 1)
		if value == nil {
			if n.Tag = Broken; r.leaveValue() {
				continue
			}
			break
		}
		if r.stack = append(r.stack, key, value); value.Tag == Broken || r.isDense() {
			break
		}
		if r.gap(); !r.isAt(",}") && (!r.isAt("]") || r.lists > 0) {
			r.fault("a comma or } is missing before this", "")
			break
		}
	}
	n.Tag = Broken
	r.adopt(n, base)
	return n
}

// leaveValue goes to the comma or brace after a value that cannot be read, and reports whether that is in its line.
func (r *Reader) leaveValue() bool {
	end := strings.IndexAny(r.text[r.at:], ",}[{\"\n")
	if end < 0 || r.text[r.at+end] != ',' && r.text[r.at+end] != '}' {
		return false
	}
	r.at += end
	return true
}

// jsonKey reads a key and its colon, and goes to the value.
func (r *Reader) jsonKey() *yaml.Node {
	if r.at == len(r.text) {
		r.fault("the text ends within braces", "is the file whole?")
		return nil
	}
	var key *yaml.Node
	if c := r.text[r.at]; c == '"' || c == '\'' {
		key = r.jsonText()
	} else {
		key = r.jsonName()
	}
	if key == nil {
		return nil
	}
	key.Tag = "!!str"
	if r.gap(); r.at == len(r.text) || r.text[r.at] != ':' {
		r.fault("a colon is missing before this", "")
		return nil
	}
	r.at++
	r.gap()
	return key
}

// jsonName reads a key without quotes.
func (r *Reader) jsonName() *yaml.Node {
	end := r.at
	for end < len(r.text) && isWordByte(r.text[end]) {
		end++
	}
	if end == r.at {
		r.fault("this is no key", "put keys in quotes")
		return nil
	}
	n := r.node(yaml.ScalarNode, 0, "!!str", r.text[r.at:end])
	r.at = end
	return n
}

// isWordByte reports whether a byte may be in a number or word.
func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == '-' || c == '+' ||
		c == '.' || c == '$' || c >= utf8.RuneSelf
}

// jsonList reads a list.
func (r *Reader) jsonList(depth int) *yaml.Node {
	n, base := r.node(yaml.SequenceNode, yaml.FlowStyle, "!!seq", ""), len(r.stack)
	if r.later != nil && depth <= maxLater {
		if length := r.later(n, r.text[r.at:], r.maps > 0); length > 0 {
			r.skipTo(r.at + length)
			return n
		}
	}
	r.lists++
	defer func() { r.lists-- }()
	for r.at++; ; {
		switch r.gap(); {
		case r.at == len(r.text):
			r.fault("the text ends within brackets", "is the file whole?")
			return r.adopt(n, base)
		case r.isAt(","):
			r.at++
			continue
		case r.isAt("]"):
			r.at++
			return r.adopt(n, base)
		case r.isAt("}") && r.maps == 0:
			r.stray()
			continue
		}
		from, indent := r.at, r.indentAt(r.at)
		value := r.jsonValue(depth + 1)
		if value != nil {
			r.stack = append(r.stack, value)
		}
		if r.isDense() {
			r.fault("this holds too many small values", "put the data into a file of its own")
			n.Tag = Broken
			return r.adopt(n, base)
		}
		if value != nil && value.Tag != Broken {
			if r.gap(); r.at == len(r.text) || r.isAt(",]") || r.isAt("}") && r.maps == 0 {
				continue
			}
			r.fault("a comma or ] is missing before this", "")
			switch r.text[r.at] {
			case '{', '[', '"':
				continue
			case '}': // of what is around it: the bracket that is missing was to be here
				n.Tag = Broken
				return r.adopt(n, base)
			}
		}
		if value != nil && r.begins(indent) {
			continue
		}
		if depth > maxLater || !r.nextItem(from, indent) {
			n.Tag = Broken
			return r.adopt(n, base)
		}
	}
}
