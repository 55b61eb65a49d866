package chronicle

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// Lines returns the lines of a node at which a key, an item of a list or a line of a longer text begins with a date and
// says something of it, as a record that gives no event may have them. It looks only at the first of many.
func Lines(n *yaml.Node, isDate func(text string) bool) []int {
	const most = 1000 // are looked at
	s := says{reader: reader{isDate: isDate}, rest: most}
	s.node(n)
	return s.lines
}

// A says finds such lines.
type says struct {
	reader reader
	rest   int // how many texts may still be looked at
	lines  []int
}

func (s *says) node(n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content) && s.rest > 0; i += 2 {
			key, value := n.Content[i], n.Content[i+1]
			if value.Kind == yaml.ScalarNode {
				s.text(key.Value+": "+firstLine(value.Value), key.Line)
			}
			if value.Kind != yaml.ScalarNode || strings.Contains(value.Value, "\n") {
				s.node(value)
			}
		}
	case yaml.ScalarNode:
		line := n.Line
		if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 { // which begins below its mark
			line++
		}
		for text := range strings.Lines(n.Value) {
			s.text(text, line)
			line++
		}
	case yaml.DocumentNode, yaml.SequenceNode:
		for _, item := range n.Content {
			if s.rest > 0 {
				s.node(item)
			}
		}
	}
}

// text looks at one text.
func (s *says) text(said string, line int) {
	if s.rest--; s.rest < 0 || !strings.ContainsAny(said, "0123456789") {
		return
	}
	const longest = 200 // bytes: a date and some words
	said = strings.TrimLeft(said[:min(len(said), longest)], "#-*+ \t")
	if date, title := s.reader.split(said, false); date != "" && hasWord(title) {
		s.lines = append(s.lines, line)
	}
}

func firstLine(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	return first
}
