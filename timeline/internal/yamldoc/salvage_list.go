package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/flow"
	"dateline/timeline/internal/yamltree"
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
		if s.reader.Salvaged != nil {
			s.reader.Salvaged(list.pieces[i].end)
		}
		if p := &list.pieces[i]; !s.reader.readable(list, *p) {
			items := s.fromPiece(list, *p)
			if p.packed = yamltree.Pack(items); p.packed == nil {
				p.items = items
			}
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
		o := s.outline(from, to)
		o.indent = indent
		n = s.list(o, to, 0)
	}
	if n == nil || n.Content == nil {
		return []*yaml.Node{}
	}
	return n.Content
}

// bracketsEnd returns the line after an item that begins in line i and is nothing but a list or map in brackets, and
// the given end where it is not, or its brackets are not closed before another item. The items of its list are indented
// by indent blanks.
func (s *salvager) bracketsEnd(i, to, indent int) int {
	l := readLine(s.lines[i])
	if l.key != "" || l.value == "" || l.value[0] != '[' && l.value[0] != '{' {
		return to
	}
	b := flow.Read(l.value)
	for last := i; ; last++ {
		text := strings.TrimRight(s.lines[last], "\r\n")
		if last > i {
			if l := startLine(text); l.item && l.indent <= indent+1 || b.Lines > maxText {
				return to
			}
			b.Add(text)
		}
		if !b.IsOpen() {
			text, _, _ = strings.Cut(text, " #")
			if text = strings.TrimRight(text, " \t"); strings.HasSuffix(text, "}") || strings.HasSuffix(text, "]") {
				return last + 1
			}
			return to
		}
		if last+1 == to {
			return to
		}
	}
}

// curedWith returns an item, which is broken for err, as one with what is between it and the next item, if they are one
// with a cure. It returns nil where that says something by itself.
func (s *salvager) curedWith(from, between, to, level int, err error) *yaml.Node {
	if startLine(s.lines[between]).item {
		return nil
	}
	_, own := s.parse(between, to, level)
	if own == nil {
		return nil
	}
	t := newTrial(s, between, to, own)
	if t.run(); t.sure {
		return nil
	}
	return s.cured(from, to, err)
}

// between reads what comes after an item of a list that is at its end, and yet does not begin as an item. It returns
// the items that it must mean.
func (s *salvager) between(from, to, level int) []*yaml.Node {
	l := readLine(s.lines[from])
	n, err := s.parse(from, to, level)
	switch {
	case err != nil:
		n = s.apart(from, to, level, err)
	case n == nil:
	case n.Kind == yaml.ScalarNode, n.Kind == yaml.MappingNode && n.Style&yaml.FlowStyle == 0 && len(n.Content) == 2:
		s.report(from, l.indent, len(l.text)-l.indent, "this line is no item of the list that it is in", "take it out")
		return nil
	default:
		hint := "begin it with a hyphen, below those of the others"
		if strings.HasPrefix(l.text[l.indent:], "{") {
			hint = "write - {…}, below the hyphens of the others"
		}
		s.report(from, l.indent, len(l.text)-l.indent, "the hyphen is missing before this item", hint)
	}
	switch {
	case n == nil:
		return nil
	case n.Kind == yaml.SequenceNode && n.Style&yaml.FlowStyle == 0:
		return n.Content
	}
	return []*yaml.Node{n}
}

// countLines returns the number of lines of a text, whether or not the last one ends with a line feed.
func countLines(text string) int {
	return strings.Count(strings.TrimSuffix(text, "\n"), "\n") + 1
}
