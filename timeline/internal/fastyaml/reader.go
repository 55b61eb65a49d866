// Package fastyaml reads the YAML that people write by hand, several times as fast as yaml.v3 does: maps with plain
// keys, lists, text on one line or several, in quotes or after | and >, lists and maps in brackets.
//
// It makes the nodes that yaml.v3 makes of the same text, with the same places, but for comments, and for the tag of a
// plain text, which it sets only where that is null. It is no judge of YAML: for an item that holds anything else, be
// it an anchor, a tag or an escape, it returns nothing, and the caller asks yaml.v3. A fuzz test holds the two against
// each other.
//
// A Reader goes through the items of one list:
//
//	var r fastyaml.Reader
//	r.Open(text, 0)
//	for at, _ := r.Pos(); at < len(text); at, _ = r.Pos() {
//		n := r.Item(0) // nil: ask yaml.v3, and go on with r.Skip
//		…
//	}
//
// It imports yaml.v3, for its type of node, and nothing of this program.
package fastyaml

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A Reader reads the items of a list one by one. The zero Reader is ready to Open a text.
//
// Its unexported methods begin at the first character of what they read. Those that read a value in a block go on to
// the next line that says something. They return nil where they do not understand.
type Reader struct {
	text   string
	at     int
	line   int // number of the line in hand
	start  int // offset of the line in hand
	indent int // its leading blanks; −1 after the last line
	column struct {
		at, start, runes int // the number of runes from start to at
	}
	nodes nodePool
	stack []*yaml.Node // children of the nodes that are being read
	from  int          // offset of the item in hand
	made  int          // nodes of the item in hand

	ties *ties // nil where anchors are not to be read

	faults   []Fault                            // of the value of JSON in hand
	later    func(*yaml.Node, string, bool) int // see Later
	reread   int                                // bytes that were looked at in vain; see nextItem
	maps     int                                // that are open in the value of JSON in hand
	lists    int                                // the same
	turns    int                                // see gap
	unclosed bool                               // whether a comment does not end
	left     bool                               // whether a list was left for later
	lacking  bool                               // whether a comma asks for another item
}

// A parser takes some 170 bytes for a value, be it one letter. A text of nothing but small values would take a hundred
// times its size. So a text may hold more than MaxDense values only where they take denseValue bytes or more on
// average.
const (
	MaxDense   = 300_000
	denseValue = 4
)

// IsDense reports whether a text of a size in bytes holds too many small values for a parser.
func IsDense(values, size int) bool { return values > MaxDense && values*denseValue > size }

// isDense reports whether the item in hand holds too many small values, as far as it has been read.
func (r *Reader) isDense() bool { return IsDense(r.made, r.at-r.from) }

// Open begins with a text, and goes to its first line that says something. Above is the number of lines above the text,
// which the places of nodes count. The nodes of the text before are used again.
func (r *Reader) Open(text string, above int) {
	r.nodes.reset()
	*r = Reader{text: text, nodes: r.nodes, stack: r.stack[:0]}
	r.Skip(0, above)
}

// Reset takes back all nodes that were made of the text so far. They are used again for the next items.
func (r *Reader) Reset() { r.nodes.reset() }

// Pos returns the offset in the text at which the line in hand begins, and the number of lines above it. After the last
// line that says something, the offset is the length of the text.
func (r *Reader) Pos() (offset, above int) { return r.start, r.line - 1 }

// Skip goes to the first line that says something at an offset or after it. The offset is that of a line, and above is
// the number of lines above that.
func (r *Reader) Skip(offset, above int) {
	r.at, r.line = offset, above+1
	r.skip()
}

// Item reads the item that begins in the line in hand, of a list whose hyphens are indented by indent blanks, and goes
// to the next one, or to the end. It returns nil for an item that it does not understand; then Skip is to be called
// next.
func (r *Reader) Item(indent int) *yaml.Node {
	begin := r.start
	r.stack, r.from, r.made = r.stack[:0], r.at, 0
	n := r.afterHyphen(indent)
	if n == nil || r.indent >= 0 && !(r.indent == indent && r.isHyphen()) || hasOddBlanks(r.text[begin:r.start]) {
		n = nil
	}
	if r.ties != nil {
		r.ties.commit(n != nil)
	}
	return n
}

// Document reads the whole text, which is one map whose keys are not indented. It returns nil where it does not
// understand that.
func (r *Reader) Document() *yaml.Node {
	if r.start == len(r.text) || r.indent != 0 || r.keyLength() == 0 || hasOddBlanks(r.text) {
		return nil
	}
	r.stack, r.from, r.made = r.stack[:0], r.at, 0
	n := r.mapping(0)
	if n == nil || r.indent >= 0 {
		return nil
	}
	return n
}

// hasOddBlanks reports whether a text holds a tab or CR. The methods that read take both for characters like others.
func hasOddBlanks(text string) bool {
	return strings.IndexByte(text, '\t') >= 0 || strings.IndexByte(text, '\r') >= 0
}

// skip goes to the next line that says something. It begins where a line does.
func (r *Reader) skip() {
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

// lineEnd returns the offset after the line that holds at, and after its line feed.
func (r *Reader) lineEnd(at int) int {
	if n := strings.IndexByte(r.text[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(r.text)
}

// finish goes from the end of a value to the next line that says something. It reports whether nothing but a comment
// was after the value.
func (r *Reader) finish() bool {
	before := r.at
	if r.blanks(); r.at < len(r.text) && r.text[r.at] != '\n' && (r.text[r.at] != '#' || r.at == before) {
		return false
	}
	r.at = r.lineEnd(r.at)
	r.line++
	r.skip()
	return true
}

// blanks skips blanks.
func (r *Reader) blanks() {
	for r.at < len(r.text) && r.text[r.at] == ' ' {
		r.at++
	}
}

// isHyphen reports whether a hyphen begins an item here.
func (r *Reader) isHyphen() bool { return IsItem(r.text[r.at:min(r.at+2, len(r.text))]) }

// maxKey is the greatest length of a key, in bytes. It must stay below what yaml.v3 allows.
const maxKey = 100

// keyLength returns the length of the plain key here, and 0 where there is none.
func (r *Reader) keyLength() int {
	if r.isMerge() {
		return len("<<")
	}
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
func (r *Reader) key() *yaml.Node {
	length := r.keyLength()
	if length == 0 {
		return nil
	}
	n := r.plainNode(r.text[r.at : r.at+length])
	if n.Value == "<<" {
		n.Tag = "!!merge"
	}
	r.at += length + 1
	return n
}

// mapping reads a map whose keys are indented by indent blanks.
func (r *Reader) mapping(indent int) *yaml.Node {
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

// value reads what comes after the colon of a key that is indented by indent blanks.
func (r *Reader) value(indent int) *yaml.Node {
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

// sequence reads a list whose hyphens are indented by indent blanks.
func (r *Reader) sequence(indent int) *yaml.Node {
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

// afterHyphen reads an item of a list whose hyphens are indented by indent blanks.
func (r *Reader) afterHyphen(indent int) *yaml.Node {
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

// inline reads a value that begins in the line of its key or hyphen, which is indented by indent blanks.
func (r *Reader) inline(indent int) *yaml.Node {
	var n *yaml.Node
	switch r.text[r.at] {
	case '|', '>':
		return r.block(indent)
	case '"', '\'':
		n = r.quoted(indent)
	case '[', '{':
		n = r.flow(indent, maxFlow)
	case '&':
		return r.anchoredBelow(indent)
	case '*':
		n = r.alias()
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
func (r *Reader) plainNode(value string) *yaml.Node {
	return r.node(yaml.ScalarNode, 0, plainTag(value), value)
}

// plainTag returns the tag of a plain text that is null, and "" for any other.
func plainTag(value string) string {
	switch value {
	case "~", "null", "Null", "NULL":
		return "!!null"
	}
	return ""
}

// adopt makes what is on the stack from base on the children of n.
func (r *Reader) adopt(n *yaml.Node, base int) *yaml.Node {
	n.Content = r.nodes.list(r.stack[base:])
	r.stack = r.stack[:base]
	return n
}

// A nodePool makes nodes in large numbers, to be used again when nobody needs them any more.
type nodePool struct {
	chunks [][]yaml.Node
	used   int // nodes of all chunks
	lists  []*yaml.Node
	tied   []*yaml.Node // those that have an anchor or are an alias
}

const nodeChunk = 1 << 10

// node returns a node that may have been used before.
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
func (p *nodePool) reset() {
	for _, n := range p.tied {
		n.Anchor, n.Alias = "", nil
	}
	p.used, p.lists, p.tied = 0, p.lists[:0], p.tied[:0]
}

// IsItem reports whether a line, without its leading blanks, begins an item. Two bytes of the line are enough.
func IsItem(line string) bool {
	return line == "-" || len(line) > 1 && line[0] == '-' && (line[1] == ' ' || line[1] == '\n' || line[1] == '\r')
}
