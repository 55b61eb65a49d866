package yamldoc

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamltree"
)

// bracketed returns the maps that can be read of a part that is in brackets, which do not fit: one, or a list of them.
// A map ends where a bracket closes it, be it the wrong one.
func (s *salvager) bracketed(from, to int) *yaml.Node {
	const (
		often = 8        // as many times the part may be parsed in all …
		least = 64 << 10 // … or as many bytes, if it is short
		each  = 256      // bytes that a map costs beside its own, since a parser is made for it
	)
	text := s.textOf(from, to)
	first := strings.TrimLeft(text[min(len(text), s.offsetIn(from, to)):], " \t")
	if first == "" || strings.IndexByte("[]{}", first[0]) < 0 || isDense(text) {
		return nil
	}
	all := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Style: yaml.FlowStyle, Line: from + 1, Column: 1}
	tried, line := 0, from
	begin, runes := 0, 0 // an offset in the line in hand, and the characters before it in the line
scan:
	for at := 0; at < len(text); at++ {
		switch c := text[at]; {
		case c == '\n':
			line, begin, runes = line+1, at+1, 0
		case c == '#':
			at = newlineAt(text, at) - 1
		case c == '"':
			at = fastyaml.StringEnd(text, at) - 1
			if at+1 < len(text) && text[at+1] == '"' {
				at++
			}
		case c == '{':
			end, missing := mapEnd(text, at)
			if tried += end - at + each; tried > max(least, often*len(text)) {
				break scan
			}
			docs, err := parsePart(text[at:end] + missing)
			if err != nil || len(docs) != 1 || docs[0].Kind != yaml.MappingNode {
				at = newlineAt(text, at) - 1
				continue
			}
			n := docs[0]
			yamltree.MoveDown(n, line)
			runes += utf8.RuneCountInString(text[begin:at])
			begin = at
			yamltree.MoveRight(n, line+1, runes)
			if missing != "" {
				n.Tag = Broken
				yamltree.LeaveCut(n, text[end:])
			}
			if len(n.Content) > 0 || missing == "" {
				all.Content = append(all.Content, n)
			}
			if last := strings.LastIndexByte(text[at:end], '\n'); last >= 0 {
				line += strings.Count(text[at:end], "\n")
				begin, runes = at+last+1, 0
			}
			at = end - 1
		}
	}
	switch {
	case len(all.Content) == 0:
		return nil
	case len(all.Content) == 1 && first[0] != '[':
		return all.Content[0]
	}
	return all
}

// bracketedAt is bracketed for the value of a field, whose key is hidden for that time.
func (s *salvager) bracketedAt(l line, from, to int) *yaml.Node {
	was := s.lines[from]
	defer func() { s.lines[from] = was }()
	s.lines[from] = strings.Repeat(" ", l.at) + was[l.at:]
	return s.bracketed(from, to)
}

// offsetIn returns the offset in a part of its first line that says something.
func (s *salvager) offsetIn(from, to int) int {
	return s.starts[s.skipBlank(from, to)] - s.starts[from]
}

// mapEnd returns the offset of the end of a map in braces, and the brackets that are missing there.
func mapEnd(text string, at int) (end int, missing string) {
	var open []byte
	last := byte('{') // that is no blank
	for ; at < len(text); at++ {
		c := text[at]
		switch {
		case c == '{':
			open = append(open, '}')
		case c == '[':
			open = append(open, ']')
		case c == '}' || c == ']':
			if open[len(open)-1] != c {
				return at, reversed(open)
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				return at + 1, ""
			}
		case c == '#' && (text[at-1] == ' ' || text[at-1] == '\n'):
			at = newlineAt(text, at) - 1
		case c == '"' && strings.IndexByte("{[,:", last) >= 0:
			at = min(fastyaml.StringEnd(text, at), len(text)-1)
		case c == '\'' && strings.IndexByte("{[,:", last) >= 0:
			if length := strings.IndexByte(text[at+1:newlineAt(text, at)], '\''); length >= 0 {
				at += 1 + length
			}
		}
		if c != ' ' && c != '\t' && c != '\n' && c != '\r' {
			last = c
		}
	}
	return len(text), reversed(open)
}

// reversed returns the brackets that close those that are open.
func reversed(open []byte) string {
	var closing strings.Builder
	for i := len(open) - 1; i >= 0; i-- {
		closing.WriteByte(open[i])
	}
	return closing.String()
}

// newlineAt returns the offset of the end of the line of an offset.
func newlineAt(text string, at int) int {
	if length := strings.IndexByte(text[at:], '\n'); length >= 0 {
		return at + length
	}
	return len(text)
}
