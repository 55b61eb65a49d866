package timeline

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A plainReader reads the YAML that people write: maps with plain keys, lists, text on one line or several, in quotes or
// behind | and >, lists and maps in brackets. It gives the nodes that yaml.v3 gives, without comments, and the tag of a plain
// text only where it is null; and nothing at all of an item in which there is anything else, be it one byte. yaml.v3 is the
// judge of those.
//
// Its methods begin at the first character of what they read. Those that read a value in a block go on to the next line
// that says something. They give nil where they do not understand.
type plainReader struct {
	text   string // without tabs and CR
	at     int
	line   int // number of the line in hand
	start  int // where it begins
	indent int // its blanks in front; −1 behind the last line
	column struct {
		at, start, runes int // there are so many runes from start to at
	}
	nodes nodePool
	stack []*yaml.Node // children of the nodes that are being read
	from  int          // where the item in hand begins
	made  int          // nodes of it
}

// A parser takes some 170 bytes for a value, be it one letter. A text of nothing but small values would take a hundred
// times its size, so only so many of them are read at once. A text with longer values may have as many as it likes.
const (
	maxDense   = 300_000 // values, …
	denseValue = 4       // … if they take fewer bytes than this on average
)

// isDense reports whether the item in hand holds too many small values, as far as it has been read.
func (r *plainReader) isDense() bool {
	return r.made > maxDense && r.made*denseValue > r.at-r.from
}

// open begins with a text that has so many lines above it. The nodes that it made of another are used again.
func (r *plainReader) open(text string, above int) {
	r.nodes.reset()
	*r = plainReader{text: text, line: above + 1, nodes: r.nodes, stack: r.stack[:0]}
}

// item reads an item of a list whose hyphens are indented so much. What comes behind it is another, or the end.
func (r *plainReader) item(indent int) *yaml.Node {
	r.stack, r.from, r.made = r.stack[:0], r.at, 0
	n := r.afterHyphen(indent)
	if n == nil || r.indent >= 0 && !(r.indent == indent && r.isHyphen()) {
		return nil
	}
	return n
}

// skip goes to the next line that says something. It begins where a line does.
func (r *plainReader) skip() {
	for ; r.at < len(r.text); r.line++ {
		first := r.at
		for first < len(r.text) && r.text[first] == ' ' {
			first++
		}
		if first < len(r.text) && r.text[first] != '\n' && r.text[first] != '#' {
			r.start, r.indent, r.at = r.at, first-r.at, first
			return
		}
		r.at = r.lineEnd(first)
	}
	r.start, r.indent = len(r.text), -1
}

// lineEnd is where the line that holds at ends, behind its line feed.
func (r *plainReader) lineEnd(at int) int {
	if n := strings.IndexByte(r.text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(r.text)
}

// finish goes to the next line that says something, if there is nothing but a comment behind a value.
func (r *plainReader) finish() bool {
	before := r.at
	if r.blanks(); r.at < len(r.text) && r.text[r.at] != '\n' && (r.text[r.at] != '#' || r.at == before) {
		return false
	}
	r.at = r.lineEnd(r.at)
	r.line++
	r.skip()
	return true
}

// blanks goes over blanks.
func (r *plainReader) blanks() {
	for r.at < len(r.text) && r.text[r.at] == ' ' {
		r.at++
	}
}

// isHyphen says whether a hyphen begins an item here.
func (r *plainReader) isHyphen() bool { return isItem(r.text[r.at:min(r.at+2, len(r.text))]) }

// maxKey is how long a key may be. It must stay below what yaml.v3 allows.
const maxKey = 100

// keyLength is the length of the plain key here, 0 where there is none.
func (r *plainReader) keyLength() int {
	rest := r.text[r.at:min(r.at+maxKey, len(r.text))]
	for i := range len(rest) {
		switch c := rest[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_':
		case i > 0 && ('0' <= c && c <= '9' || c == '-'):
		case c == ':' && (r.at+i+1 == len(r.text) || r.text[r.at+i+1] == ' ' || r.text[r.at+i+1] == '\n'):
			return i
		default:
			return 0
		}
	}
	return 0
}

// key reads a key and its colon.
func (r *plainReader) key() *yaml.Node {
	length := r.keyLength()
	if length == 0 {
		return nil
	}
	n := r.plainNode(r.text[r.at : r.at+length])
	r.at += length + 1
	return n
}

// mapping reads a map whose keys are indented so much.
func (r *plainReader) mapping(indent int) *yaml.Node {
	n, base := r.node(yaml.MappingNode, 0, "!!map", ""), len(r.stack)
	for {
		key := r.key()
		if key == nil {
			return nil
		}
		value := r.value(indent)
		if value == nil || r.indent > indent || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, key, value)
		if r.indent < indent {
			return r.adopt(n, base)
		}
	}
}

// value reads what comes behind the colon of a key that is indented so much.
func (r *plainReader) value(indent int) *yaml.Node {
	colon := r.at
	r.blanks()
	if r.at < len(r.text) && r.text[r.at] != '\n' && r.text[r.at] != '#' {
		return r.inline(indent)
	}
	r.at = colon
	if !r.finish() {
		return nil
	}
	switch {
	case r.indent >= indent && r.isHyphen():
		return r.sequence(r.indent)
	case r.indent > indent && r.keyLength() > 0:
		return r.mapping(r.indent)
	}
	return nil
}

// sequence reads a list whose hyphens are indented so much.
func (r *plainReader) sequence(indent int) *yaml.Node {
	n, base := r.node(yaml.SequenceNode, 0, "!!seq", ""), len(r.stack)
	for {
		item := r.afterHyphen(indent)
		if item == nil || r.indent > indent || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, item)
		if r.indent < indent || !r.isHyphen() {
			return r.adopt(n, base)
		}
	}
}

// afterHyphen reads an item of a list whose hyphens are indented so much.
func (r *plainReader) afterHyphen(indent int) *yaml.Node {
	r.at++
	r.blanks()
	switch {
	case r.at == len(r.text) || r.text[r.at] == '\n' || r.text[r.at] == '#':
		return nil
	case r.keyLength() > 0:
		return r.mapping(r.at - r.start)
	}
	return r.inline(indent)
}

// inline reads a value that begins in a line of something that is indented so much.
func (r *plainReader) inline(indent int) *yaml.Node {
	var n *yaml.Node
	switch r.text[r.at] {
	case '|', '>':
		return r.block(indent)
	case '"', '\'':
		n = r.quoted(indent)
	case '[', '{':
		n = r.flow(indent, maxFlow)
	default:
		return r.plain(indent)
	}
	if n == nil || !r.finish() {
		return nil
	}
	return n
}

// node makes a node that begins here.
func (r *plainReader) node(kind yaml.Kind, style yaml.Style, tag, value string) *yaml.Node {
	if c := &r.column; c.start != r.start || c.at > r.at {
		c.start, c.at, c.runes = r.start, r.start, 0
	}
	r.column.runes += utf8.RuneCountInString(r.text[r.column.at:r.at])
	r.column.at = r.at
	r.made++
	n := r.nodes.node() // in which no other field was ever set
	n.Kind, n.Style, n.Tag, n.Value, n.Content = kind, style, tag, value, nil
	n.Line, n.Column = r.line, r.column.runes+1
	return n
}

// plainNode makes a node of plain text.
func (r *plainReader) plainNode(value string) *yaml.Node {
	return r.node(yaml.ScalarNode, 0, plainTag(value), value)
}

// plainTag is the tag of a plain text, if that is null.
func plainTag(value string) string {
	switch value {
	case "~", "null", "Null", "NULL":
		return "!!null"
	}
	return ""
}

// adopt gives n the children that were put on the stack since.
func (r *plainReader) adopt(n *yaml.Node, base int) *yaml.Node {
	n.Content = r.nodes.list(r.stack[base:])
	r.stack = r.stack[:base]
	return n
}

// A nodePool makes nodes in large numbers, to be used again when nobody needs them any more.
type nodePool struct {
	chunks [][]yaml.Node
	used   int // nodes of all chunks
	lists  []*yaml.Node
}

const nodeChunk = 1 << 10

// node gives a node that may have been used before.
func (p *nodePool) node() *yaml.Node {
	chunk, i := p.used/nodeChunk, p.used%nodeChunk
	if chunk == len(p.chunks) {
		p.chunks = append(p.chunks, make([]yaml.Node, nodeChunk))
	}
	p.used++
	return &p.chunks[chunk][i]
}

// list copies a list of nodes.
func (p *nodePool) list(nodes []*yaml.Node) []*yaml.Node {
	from := len(p.lists)
	p.lists = append(p.lists, nodes...)
	return p.lists[from:len(p.lists):len(p.lists)]
}

// reset takes all nodes back.
func (p *nodePool) reset() { p.used, p.lists = 0, p.lists[:0] }
