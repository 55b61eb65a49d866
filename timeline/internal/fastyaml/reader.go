package fastyaml

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A Reader reads the YAML that people write: maps with plain keys, lists, text on one line or several, in quotes or
// behind | and >, lists and maps in brackets. It gives the nodes that yaml.v3 gives, without comments, and the tag of a plain
// text only where it is null; and nothing at all of an item in which there is anything else, be it one byte. yaml.v3 is the
// judge of those.
//
// Its methods begin at the first character of what they read. Those that read a value in a block go on to the next line
// that says something. They give nil where they do not understand.
type Reader struct {
	Text   string // without tabs and CR
	At     int
	Line   int // number of the line in hand
	Start  int // where it begins
	Indent int // its blanks in front; −1 behind the last line
	column struct {
		at, start, runes int // there are so many runes from start to at
	}
	Nodes nodePool
	stack []*yaml.Node // children of the nodes that are being read
	from  int          // where the item in hand begins
	made  int          // nodes of it
}

// A parser takes some 170 bytes for a value, be it one letter. A text of nothing but small values would take a hundred
// times its size, so only so many of them are read at once. A text with longer values may have as many as it likes.
const (
	MaxDense   = 300_000 // values, …
	DenseValue = 4       // … if they take fewer bytes than this on average
)

// yamldoc.isDense reports whether the item in hand holds too many small values, as far as it has been read.
func (r *Reader) isDense() bool {
	return r.made > MaxDense && r.made*DenseValue > r.At-r.from
}

// Open begins with a text that has so many lines above it. The nodes that it made of another are used again.
func (r *Reader) Open(text string, above int) {
	r.Nodes.Reset()
	*r = Reader{Text: text, Line: above + 1, Nodes: r.Nodes, stack: r.stack[:0]}
}

// Item reads an item of a list whose hyphens are indented so much. What comes behind it is another, or the end.
func (r *Reader) Item(indent int) *yaml.Node {
	r.stack, r.from, r.made = r.stack[:0], r.At, 0
	n := r.afterHyphen(indent)
	if n == nil || r.Indent >= 0 && !(r.Indent == indent && r.IsHyphen()) {
		return nil
	}
	return n
}

// Skip goes to the next line that says something. It begins where a line does.
func (r *Reader) Skip() {
	for ; r.At < len(r.Text); r.Line++ {
		first := r.At
		for first < len(r.Text) && r.Text[first] == ' ' {
			first++
		}
		if first < len(r.Text) && r.Text[first] != '\n' && r.Text[first] != '#' {
			r.Start, r.Indent, r.At = r.At, first-r.At, first
			return
		}
		r.At = r.lineEnd(first)
	}
	r.Start, r.Indent = len(r.Text), -1
}

// lineEnd is where the line that holds at ends, behind its line feed.
func (r *Reader) lineEnd(at int) int {
	if n := strings.IndexByte(r.Text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(r.Text)
}

// finish goes to the next line that says something, if there is nothing but a comment behind a value.
func (r *Reader) finish() bool {
	before := r.At
	if r.blanks(); r.At < len(r.Text) && r.Text[r.At] != '\n' && (r.Text[r.At] != '#' || r.At == before) {
		return false
	}
	r.At = r.lineEnd(r.At)
	r.Line++
	r.Skip()
	return true
}

// blanks goes over blanks.
func (r *Reader) blanks() {
	for r.At < len(r.Text) && r.Text[r.At] == ' ' {
		r.At++
	}
}

// IsHyphen says whether a hyphen begins an item here.
func (r *Reader) IsHyphen() bool { return IsItem(r.Text[r.At:min(r.At+2, len(r.Text))]) }

// maxKey is how long a key may be. It must stay below what yaml.v3 allows.
const maxKey = 100

// keyLength is the length of the plain key here, 0 where there is none.
func (r *Reader) keyLength() int {
	rest := r.Text[r.At:min(r.At+maxKey, len(r.Text))]
	for i := range len(rest) {
		switch c := rest[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_':
		case i > 0 && ('0' <= c && c <= '9' || c == '-'):
		case c == ':' && (r.At+i+1 == len(r.Text) || r.Text[r.At+i+1] == ' ' || r.Text[r.At+i+1] == '\n'):
			return i
		default:
			return 0
		}
	}
	return 0
}

// key reads a key and its colon.
func (r *Reader) key() *yaml.Node {
	length := r.keyLength()
	if length == 0 {
		return nil
	}
	n := r.plainNode(r.Text[r.At : r.At+length])
	r.At += length + 1
	return n
}

// mapping reads a map whose keys are indented so much.
func (r *Reader) mapping(indent int) *yaml.Node {
	n, base := r.node(yaml.MappingNode, 0, "!!map", ""), len(r.stack)
	for {
		key := r.key()
		if key == nil {
			return nil
		}
		value := r.value(indent)
		if value == nil || r.Indent > indent || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, key, value)
		if r.Indent < indent {
			return r.adopt(n, base)
		}
	}
}

// value reads what comes behind the colon of a key that is indented so much.
func (r *Reader) value(indent int) *yaml.Node {
	colon := r.At
	r.blanks()
	if r.At < len(r.Text) && r.Text[r.At] != '\n' && r.Text[r.At] != '#' {
		return r.inline(indent)
	}
	r.At = colon
	if !r.finish() {
		return nil
	}
	switch {
	case r.Indent >= indent && r.IsHyphen():
		return r.sequence(r.Indent)
	case r.Indent > indent && r.keyLength() > 0:
		return r.mapping(r.Indent)
	}
	return nil
}

// sequence reads a list whose hyphens are indented so much.
func (r *Reader) sequence(indent int) *yaml.Node {
	n, base := r.node(yaml.SequenceNode, 0, "!!seq", ""), len(r.stack)
	for {
		item := r.afterHyphen(indent)
		if item == nil || r.Indent > indent || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, item)
		if r.Indent < indent || !r.IsHyphen() {
			return r.adopt(n, base)
		}
	}
}

// afterHyphen reads an item of a list whose hyphens are indented so much.
func (r *Reader) afterHyphen(indent int) *yaml.Node {
	r.At++
	r.blanks()
	switch {
	case r.At == len(r.Text) || r.Text[r.At] == '\n' || r.Text[r.At] == '#':
		return nil
	case r.keyLength() > 0:
		return r.mapping(r.At - r.Start)
	}
	return r.inline(indent)
}

// inline reads a value that begins in a line of something that is indented so much.
func (r *Reader) inline(indent int) *yaml.Node {
	var n *yaml.Node
	switch r.Text[r.At] {
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
func (r *Reader) node(kind yaml.Kind, style yaml.Style, tag, value string) *yaml.Node {
	if c := &r.column; c.start != r.Start || c.at > r.At {
		c.start, c.at, c.runes = r.Start, r.Start, 0
	}
	r.column.runes += utf8.RuneCountInString(r.Text[r.column.at:r.At])
	r.column.at = r.At
	r.made++
	n := r.Nodes.node() // in which no other field was ever set
	n.Kind, n.Style, n.Tag, n.Value, n.Content = kind, style, tag, value, nil
	n.Line, n.Column = r.Line, r.column.runes+1
	return n
}

// plainNode makes a node of plain text.
func (r *Reader) plainNode(value string) *yaml.Node {
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
func (r *Reader) adopt(n *yaml.Node, base int) *yaml.Node {
	n.Content = r.Nodes.list(r.stack[base:])
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

// Reset takes all nodes back.
func (p *nodePool) Reset() { p.used, p.lists = 0, p.lists[:0] }

// IsItem says whether a line, without the blanks in front, begins an item.
func IsItem(line string) bool {
	return line == "-" || len(line) > 1 && line[0] == '-' && (line[1] == ' ' || line[1] == '\n' || line[1] == '\r')
}
