package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/fastyaml"
)

// events reads a long list of events that is broken, as list does, but keeps nodes only of the pieces in which something is
// wrong; the others are read when they are asked for. It gives nil where the list is short, or not of one indentation.
func (s *salvager) events(from, to int) *yaml.Node {
	c := splitter{text: s.text(from, to), size: s.reader.Piece, open: true}
	if len(c.text) < 2*s.reader.Piece || !c.head() || c.key > 0 || !c.items() || c.misaligned >= c.count {
		return nil
	}
	list := c.list()
	list.moveDown(from, s.offset(from))
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

// fromPiece reads what can be read of a piece of a list of events. It never gives nil.
func (s *salvager) fromPiece(list *List, p Piece) []*yaml.Node {
	items := []*yaml.Node{}
	var r fastyaml.Reader
	r.Open(p.text, p.above)
	others := func(text string, above int) []*yaml.Node {
		return s.items(above, above+countLines(text), list.indent)
	}
	list.items(&r, others, func(n *yaml.Node) { items = append(items, n) })
	return items
}

// items reads what can be read of some items of a list that is indented so much. It never gives nil.
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

// countLines counts the lines of a text, the last with or without its end.
func countLines(text string) int {
	return strings.Count(strings.TrimSuffix(text, "\n"), "\n") + 1
}
