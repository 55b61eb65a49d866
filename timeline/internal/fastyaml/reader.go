// Package fastyaml reads the YAML that people write by hand and that programs write, several times as fast as yaml.v3
// does: maps with plain and quoted keys, lists, text on one line or several, in quotes or after | and >, lists and maps
// in brackets, and values that are missing.
//
// It makes the nodes that yaml.v3 makes of the same text, with the same places, but for comments, for the tag of a
// plain text, which it sets only where that is null, and for question marks in brackets, which are text here as in YAML
// 1.2; see package yaml12. It is no judge of YAML: for an item that holds anything else, be it an anchor, a tag, a sign
// of a key or CR, it returns nothing, and the caller asks yaml.v3. A fuzz test holds the two against each other.
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

	joined []byte // the text in hand, where it is not a part of the whole

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
	*r = Reader{text: text, nodes: r.nodes, stack: r.stack[:0], joined: r.joined}
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
	if n == nil || r.indent >= 0 && !(r.indent == indent && r.isHyphen()) || hasCR(r.text[begin:r.start]) {
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
	if r.indent != 0 || hasCR(r.text) {
		return nil
	}
	r.stack, r.from, r.made = r.stack[:0], r.at, 0
	n := r.mapping(0, nil)
	if n == nil || r.indent >= 0 {
		return nil
	}
	return n
}

// hasCR reports whether a text holds a CR. The methods that read take it for a character like others.
func hasCR(text string) bool { return strings.IndexByte(text, '\r') >= 0 }

// skip goes to the next line that says something, and reports whether it went over a comment. It begins where a line
// does.
func (r *Reader) skip() (comment bool) {
	for ; r.at < len(r.text); r.line++ {
		first := r.at
		for first < len(r.text) && r.text[first] == ' ' {
			first++
		}
		if first < len(r.text) && r.text[first] != '\n' {
			if r.text[first] != '#' {
				r.start, r.indent, r.at = r.at, first-r.at, first
				return comment
			}
			comment = true
		}
		r.at = r.lineEnd(first)
	}
	r.start, r.indent = len(r.text), -1
	return comment
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

// saysAt reports whether a character is at an offset that is no blank and no end of a line.
func (r *Reader) saysAt(at int) bool {
	return at < len(r.text) && r.text[at] != ' ' && r.text[at] != '\n' && r.text[at] != '\t'
}

// breaks goes from the end of a line to the text of the next line that is not empty. It returns the number of empty
// lines between them, and reports whether that text is indented by more than indent blanks.
func (r *Reader) breaks(indent int) (empty int, ok bool) {
	for ; ; empty++ {
		r.at++
		r.line++
		r.start = r.at
		if r.blanks(); r.at == len(r.text) {
			return empty, false
		}
		if r.text[r.at] != '\n' {
			return empty, r.at-r.start > indent && r.text[r.at] != '\t'
		}
	}
}

// trimBlanks returns a text without the blanks and tabs at its end, of which there mostly are none.
func trimBlanks(text string) string {
	for len(text) > 0 && (text[len(text)-1] == ' ' || text[len(text)-1] == '\t') {
		text = text[:len(text)-1]
	}
	return text
}

// fold adds to a text what the end of a line means in it, with the empty lines below that.
func fold(text []byte, empty int) []byte {
	if empty == 0 {
		return append(text, ' ')
	}
	return newlines(text, empty)
}

// newlines adds n line feeds to a text.
func newlines(text []byte, n int) []byte {
	for range n {
		text = append(text, '\n')
	}
	return text
}

// isHyphen reports whether a hyphen begins an item here.
func (r *Reader) isHyphen() bool { return IsItem(r.text[r.at:min(r.at+2, len(r.text))]) }

// IsItem reports whether a line, without its leading blanks, begins an item. Two bytes of the line are enough.
func IsItem(line string) bool {
	return line == "-" || len(line) > 1 && line[0] == '-' && (line[1] == ' ' || line[1] == '\n' || line[1] == '\r')
}
