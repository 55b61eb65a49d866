package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/fastyaml"
)

// events reads a long list of events that is broken, as list does, but keeps nodes only of the pieces in which
// something is wrong. The others are read when somebody asks for them. It returns nil where the list is short, or its
// items differ in their indentation.
func (s *salvager) events(from, to int) *yaml.Node {
	c := splitter{text: s.textOf(from, to), size: s.reader.size, open: true}
	if len(c.text) < 2*s.reader.size || !c.head() || c.key > 0 || !c.items() || c.misaligned >= c.count {
		return nil
	}
	list := c.list()
	list.moveDown(from, s.starts[from])
	for i := range list.pieces {
		if s.reader.Stopped() {
			break
		}
		if p := &list.pieces[i]; !s.reader.readable(list, *p) {
			p.items = s.fromPiece(list, *p)
		}
	}
	s.reader.later(list)
	return list.list
}

// fromPiece returns the items that can be read of a piece of a list of events. It never returns nil.
func (s *salvager) fromPiece(list *List, p piece) []*yaml.Node {
	items := []*yaml.Node{}
	var r fastyaml.Reader
	others := func(text string, above int) []*yaml.Node {
		return s.items(above, above+countLines(text), list.indent)
	}
	list.items(&r, p, others, func(n *yaml.Node) { items = append(items, n) })
	return items
}

// items returns what can be read of some items of a list whose hyphens are indented by indent blanks. It never returns
// nil.
func (s *salvager) items(from, to, indent int) []*yaml.Node {
	n, err := s.parse(from, to, 1)
	if err != nil {
		o := s.outline(from, to, 0)
		o.indent = indent
		n = s.list(o, to, 0)
	}
	if n == nil || n.Content == nil {
		return []*yaml.Node{}
	}
	return n.Content
}

// countLines returns the number of lines of a text, whether or not the last one ends with a line feed.
func countLines(text string) int {
	return strings.Count(strings.TrimSuffix(text, "\n"), "\n") + 1
}
