package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamltree"
)

// splitRecord cuts a text into pieces of about size bytes. It reports whether that can be done; a short text is not
// cut.
func splitRecord(text string, size int) (s *List, ok bool) {
	if len(text) < 2*size {
		return nil, false
	}
	c := splitter{text: text, size: size}
	if !c.head() || !c.items() {
		return nil, false
	}
	s = c.list()
	return s, s.tie(&c) && s.join(&c)
}

// A splitter goes through a text line by line, for a List.
type splitter struct {
	text       string
	size       int
	open       bool // whether the list extends to the end of the text, whatever its lines look like
	at         int  // offset of the line in hand
	lines      int  // above it
	key        int  // number of the line events:, 0 where the text is nothing but a list
	from, to   int  // offsets of the list
	below      int  // lines above what comes after the list
	indent     int
	pieces     []piece
	count      int // items
	misaligned int // lines like items, indented by one blank too many or too few
}

// next returns the offset after the line in hand and its line feed.
func (c *splitter) next() int {
	if n := strings.IndexByte(c.text[c.at:], '\n'); n >= 0 {
		return c.at + n + 1
	}
	return len(c.text)
}

// isBlank reports whether a line holds nothing, or a comment.
func isBlank(line string) bool {
	line = strings.TrimLeft(line, " \t\r\n")
	return line == "" || line[0] == '#'
}

// isDivider reports whether a line may be a directive, or divide documents.
func isDivider(line string) bool {
	return line[0] == '%' || strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...")
}

// head goes to the first item of the list: after a line events:, or else at the beginning. It reports whether there is
// one.
func (c *splitter) head() bool {
	begun := false // whether the record holds anything so far
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

// items goes to the end of the list and cuts it into pieces. A line that is indented less than an item and yet does not
// end the list is left to the parser of its piece. It reports whether the list can be cut.
func (c *splitter) items() bool {
	above, from := c.lines, c.at
	if c.key > 0 { // comments above the first item belong to it
		above, from = c.key, c.from
	}
	cut := func() {
		c.pieces = append(c.pieces, piece{text: c.text[from:c.at], above: above, end: c.at})
		above, from = c.lines, c.at
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
		case at == '-' && first == c.at+c.indent && isItemAt(c.text, first):
			if c.count++; c.at-from >= c.size {
				cut()
			}
		case at == '-' && first == c.at+c.indent-1 && isItemAt(c.text, first), at == ' ' && isItemAt(c.text, first+1):
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

// tail goes through what comes after the list. It reports whether no line there may divide documents.
func (c *splitter) tail() bool {
	for ; c.at < len(c.text); c.at = c.next() {
		if isDivider(c.text[c.at:]) {
			return false
		}
	}
	return true
}

// list returns the list without a record around it.
func (c *splitter) list() *List {
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: c.pieces[0].above + 1, Column: c.indent + 1}
	return &List{list: list, rest: list, indent: c.indent, pieces: c.pieces, count: c.count}
}

// join reads what is around the list, as one document in which the list is still null. It reports whether that can be
// done.
func (s *List) join(c *splitter) bool {
	head, tail := c.text[:c.from], c.text[c.to:]
	if c.key == 0 {
		_, err := parse(head + "[]") // or a line of nothing but a tab would pass, which is an error
		return err == nil && strings.TrimSpace(tail) == ""
	}
	if !c.tail() {
		return false
	}
	if s.rest = around(head, tail); s.rest == nil || yamltree.IsTied(s.rest) && (s.tied == nil || !s.tieHead(c)) {
		return false
	}
	found := 0
	for i := 0; i+1 < len(s.rest.Content); i += 2 {
		key, value := s.rest.Content[i], s.rest.Content[i+1]
		if key.Value != "events" {
			continue
		}
		if found++; key.Line != c.key || key.Column != 1 || !IsNull(value) {
			return false
		}
		s.rest.Content[i+1] = s.list
	}
	yamltree.MoveTail(s.rest, s.list, c.key, c.below-c.key)
	return found == 1
}

// around returns the map that a list has been cut out of, from the text before it, which ends with its key, and after
// it. It returns nil where that is no map in a block.
func around(head, tail string) *yaml.Node {
	var r fastyaml.Reader
	r.Open(strings.ReplaceAll(strings.TrimRight(head, "\r\n")+" ~\n"+tail, "\r\n", "\n"), 0)
	if n := r.Document(); n != nil {
		return n
	}
	docs, err := parse(head + tail)
	if err != nil || len(docs) != 1 || docs[0].Kind != yaml.MappingNode || docs[0].Style&yaml.FlowStyle != 0 {
		return nil
	}
	return docs[0]
}
