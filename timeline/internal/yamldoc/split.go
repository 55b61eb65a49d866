package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/fastyaml"
)

// UsualPiece is about how many bytes of a list of events are read at a time; of a short one a quarter, but no less than
// smallPiece.
const (
	UsualPiece = 256 << 10
	smallPiece = 8 << 10
)

// A List is the text of a record taken apart: its list of events in pieces of whole items, and the rest, in which the
// list is missing. A parser that reads the rest and then every piece for itself finds what it finds in the whole, or else
// fails at one of them:
//
//   - a piece begins with an item of the list, wherever the piece before it can be read: at its indentation no text goes
//     on but one in quotes or brackets, and then the piece before ends within them, which is an error
//   - what reaches from one piece into another (anchors, directives, ends of documents) is refused
//
// Characters that yaml.v3 takes for ends of lines and editors do not are gone: see clean.
type List struct {
	Rest   *yaml.Node // the list, or a map that holds it
	list   *yaml.Node // within rest; it has no items
	indent int        // blanks in front of an item
	pieces []Piece    // at least one
	Count  int        // items, or a few more or less where the YAML is broken
}

// A Piece is some items of the list.
type Piece struct {
	text  string
	above int          // lines of the record above it
	end   int          // offset behind it
	items []*yaml.Node // what could be salvaged of it; nil where it is read as any other
}

// SplitRecord takes a text apart into pieces of about size bytes. ok is false where it cannot be, or is too short.
func SplitRecord(text string, size int) (s *List, ok bool) {
	if len(text) < 2*size {
		return nil, false
	}
	c := splitter{text: text, size: size}
	if !c.head() || !c.items() {
		return nil, false
	}
	s = c.list()
	return s, s.join(&c)
}

// list is the list by itself.
func (c *splitter) list() *List {
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: c.pieces[0].above + 1, Column: c.indent + 1}
	return &List{list: list, Rest: list, indent: c.indent, pieces: c.pieces, Count: c.count}
}

// join reads what stands around the list, as one document in which the list is nothing yet.
func (s *List) join(c *splitter) bool {
	head, tail := c.text[:c.from], c.text[c.to:]
	if c.key == 0 {
		_, err := parse(head + "[]") // or a line of nothing but a tab would pass, which is an error
		return err == nil && strings.TrimSpace(tail) == ""
	}
	if !c.tail() {
		return false
	}
	docs, err := parse(head + tail)
	if err != nil || len(docs) != 1 || docs[0].Kind != yaml.MappingNode || docs[0].Style&yaml.FlowStyle != 0 || tied(docs[0]) {
		return false
	}
	s.Rest = docs[0]
	found := 0
	for i := 0; i+1 < len(s.Rest.Content); i += 2 {
		key, value := s.Rest.Content[i], s.Rest.Content[i+1]
		if key.Value != "events" {
			continue
		}
		if found++; key.Line != c.key || key.Column != 1 || !IsNull(value) {
			return false
		}
		s.Rest.Content[i+1] = s.list
	}
	moveTail(s.Rest, s.list, c.key, c.below-c.key)
	return found == 1
}

// moveTail adds to the line numbers of what comes behind line key, except for the list.
func moveTail(n, list *yaml.Node, key, lines int) {
	if n == list {
		return
	}
	if n.Line > key {
		n.Line += lines
	}
	for _, child := range n.Content {
		moveTail(child, list, key, lines)
	}
}

// tied says whether n holds an anchor or an alias, by which it may hang together with what it does not hold.
func tied(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return true
	}
	for _, child := range n.Content {
		if tied(child) {
			return true
		}
	}
	return false
}

// moveDown puts so many lines of so many bytes above the list.
func (s *List) moveDown(lines, bytes int) {
	for i := range s.pieces {
		s.pieces[i].above += lines
		s.pieces[i].end += bytes
	}
}

// Len is how many pieces there are.
func (s *List) Len() int { return len(s.pieces) }

// End is the offset in the text of the file after piece n.
func (s *List) End(n int) int { return s.pieces[n].end }

// Salvaged returns what could be salvaged of piece n, and nil where that is read as any other.
func (s *List) Salvaged(n int) []*yaml.Node { return s.pieces[n].items }

// Input is piece n as a part of the file of that name.
func (s *List) Input(n int, file string) *diag.File {
	return diag.NewPart(file, s.pieces[n].text, s.pieces[n].above)
}

// Each gives take the items of piece n, which r or else yaml.v3 reads, one by one. Where one cannot be read by itself, it
// calls again, and gives take the items of the piece as a whole. It reports whether that can be read. The nodes are only
// good until take returns.
func (s *List) Each(n int, r *fastyaml.Reader, again func(), take func(*yaml.Node)) bool {
	return s.eachOf(s.pieces[n], r, again, take)
}

func (s *List) eachOf(p Piece, r *fastyaml.Reader, again func(), take func(*yaml.Node)) bool {
	r.Open(p.text, p.above)
	one := func(n *yaml.Node) {
		take(n)
		r.Nodes.Reset()
	}
	if s.items(r, s.parseItems, one) {
		return true
	}
	again()
	items := s.parseItems(p.text, p.above)
	for _, n := range items {
		take(n)
	}
	return items != nil
}

// isReadable says whether a piece can be read by itself.
func (s *List) isReadable(p Piece) bool {
	if p.items != nil {
		return true
	}
	return s.eachOf(p, new(fastyaml.Reader), func() {}, func(*yaml.Node) {})
}

// items gives take the items of the text that r has begun with: each as plain YAML, or else as others does, which is given
// their text and how many lines are above it. It says false where that gives nil.
func (s *List) items(r *fastyaml.Reader, others func(text string, above int) []*yaml.Node, take func(*yaml.Node)) bool {
	odd := 1 // items that are left to others at a time: more where one comes after the other
	for r.Skip(); r.Indent >= 0; {
		from, above := r.Start, r.Line-1
		if n := r.Item(s.indent); n != nil && !hasOddBlanks(r.Text[from:r.Start]) {
			take(n)
			odd = 1
			continue
		}
		end := from
		for range odd {
			end = s.itemEnd(r.Text, end)
		}
		odd *= 2
		more := others(r.Text[from:end], above)
		if more == nil {
			return false
		}
		for _, n := range more {
			take(n)
		}
		r.At, r.Line = end, above+1+strings.Count(r.Text[from:end], "\n")
		r.Skip()
	}
	return true
}

// hasOddBlanks says whether a text holds what a fastyaml.Reader must not see.
func hasOddBlanks(text string) bool {
	return strings.IndexByte(text, '\t') >= 0 || strings.IndexByte(text, '\r') >= 0
}

// itemEnd is where the item ends that begins in the line at from.
func (s *List) itemEnd(text string, from int) int {
	hyphen := strings.Repeat(" ", s.indent) + "-"
	for at := from; at < len(text); {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		if strings.HasPrefix(text[at:], hyphen) && fastyaml.IsItem(text[at+s.indent:min(at+s.indent+2, len(text))]) {
			return at
		}
	}
	return len(text)
}

// parseItems reads some items as yaml.v3 does, with so many lines above them; nil where they cannot be read by themselves.
func (s *List) parseItems(text string, above int) []*yaml.Node {
	docs, err := parse(text)
	if err != nil || len(docs) != 1 || docs[0].Kind != yaml.SequenceNode || docs[0].Column != s.indent+1 || tied(docs[0]) {
		return nil
	}
	moveDown(docs[0], above)
	return docs[0].Content
}

// A splitter goes through a text line by line, for a List.
type splitter struct {
	text       string
	size       int
	open       bool // whether the list goes on to the end of the text, whatever its lines look like
	at         int  // offset of the line in hand
	lines      int  // above it
	key        int  // number of the line that says events:, 0 where the text is nothing but a list
	from, to   int  // the list
	below      int  // lines above what comes behind the list
	indent     int
	pieces     []Piece
	count      int // items
	misaligned int // lines that look like items, but for one blank more or less in front
}

// next is where the line in hand ends, behind its line feed.
func (c *splitter) next() int {
	if n := strings.IndexByte(c.text[c.at:], '\n'); n >= 0 {
		return c.at + n + 1
	}
	return len(c.text)
}

// isBlank says whether a line holds nothing, or a comment.
func isBlank(line string) bool {
	line = strings.TrimLeft(line, " \t\r\n")
	return line == "" || line[0] == '#'
}

// isDivider says whether a line may divide documents, or tell the parser something.
func isDivider(line string) bool {
	return line[0] == '%' || strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...")
}

// head goes to the first item of the list: behind a line that says events:, or else at the beginning.
func (c *splitter) head() bool {
	begun := false // whether the record says anything yet
	for end := 0; c.at < len(c.text); c.at, c.lines = end, c.lines+1 {
		end = c.next()
		line := c.text[c.at:end]
		if isBlank(line) || c.lines == 0 && strings.TrimRight(line, " \r\n") == "---" {
			continue
		}
		inner := strings.TrimLeft(line, " ")
		rest, events := strings.CutPrefix(line, "events:")
		switch {
		case fastyaml.IsItem(inner) && (c.key > 0 || !begun):
			c.indent = len(line) - len(inner)
			if c.key == 0 {
				c.from = c.at
			}
			return true
		case c.key > 0 || isDivider(line):
			return false
		case events && isBlank(rest) && rest != "" && rest[0] != '#':
			c.key, c.from = c.lines+1, end
		}
		begun = true
	}
	return false
}

// items goes to the end of the list and cuts it into pieces. A line that is indented less than an item and yet not the end
// is left to the parser of its piece.
func (c *splitter) items() bool {
	piece := Piece{above: c.lines}
	from := c.at
	if c.key > 0 { // comments above the first item go with it
		piece.above, from = c.key, c.from
	}
	cut := func() {
		piece.text, piece.end = c.text[from:c.at], c.at
		c.pieces = append(c.pieces, piece)
		piece.above, from = c.lines, c.at
	}
	for ; c.at < len(c.text); c.at, c.lines = c.next(), c.lines+1 {
		first := c.at // the first character of the line, as far as the indentation of the items
		for first < c.at+c.indent && first < len(c.text) && c.text[first] == ' ' {
			first++
		}
		if first == len(c.text) {
			continue
		}
		switch at := c.text[first]; {
		case at == '-' && first == c.at+c.indent && fastyaml.IsItem(c.text[first:min(first+2, len(c.text))]):
			if c.count++; c.at-from >= c.size {
				cut()
			}
		case at == '-' && first == c.at+c.indent-1 && fastyaml.IsItem(c.text[first:min(first+2, len(c.text))]),
			at == ' ' && fastyaml.IsItem(c.text[first+1:min(first+3, len(c.text))]):
			c.misaligned++
		case at == ' ' || at == '#' || at == '\n' || at == '\r':
		case isDivider(c.text[c.at:]):
			return false
		case first == c.at && at != '-' && at != '\t' && !c.open:
			cut()
			c.to, c.below = c.at, c.lines
			return true
		}
	}
	cut()
	c.to, c.below = c.at, c.lines
	return true
}

// tail goes through what comes behind the list.
func (c *splitter) tail() bool {
	for ; c.at < len(c.text); c.at = c.next() {
		if isDivider(c.text[c.at:]) {
			return false
		}
	}
	return true
}
