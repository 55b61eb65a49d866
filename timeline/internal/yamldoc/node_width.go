package yamldoc

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
)

// Width returns the number of characters that a node of a file takes on its first line, at least 1 but for an empty
// text.
func Width(in *diag.File, n *yaml.Node) int {
	if n.Kind == yaml.AliasNode {
		return 1 + utf8.RuneCountInString(n.Value)
	}
	if n.Kind == yaml.ScalarNode && n.Style == 0 && !strings.Contains(n.Value, "\n") {
		return utf8.RuneCountInString(n.Value)
	}
	rest := in.Rest(n.Line, n.Column)
	switch {
	case rest == "":
		return 1
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0:
		if end := quoteEnd(rest); end > 0 {
			return utf8.RuneCountInString(rest[:end])
		}
		return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
	case n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0:
		return utf8.RuneCountInString(rest[:flowEnd(rest)])
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		return Width(in, n.Content[0])
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0:
		return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
	}
	return 1
}

// quoteEnd returns the length of the quoted scalar that s begins with, and 0 where that does not end on this line.
func quoteEnd(s string) int {
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && s[0] == '"':
			i++
		case s[i] == s[0] && s[0] == '\'' && i+1 < len(s) && s[i+1] == '\'':
			i++
		case s[i] == s[0]:
			return i + 1
		}
	}
	return 0
}

// flowEnd returns the length of the list or map in brackets that s begins with, and that of s where it does not end on
// this line.
func flowEnd(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '[', '{':
			depth++
		case ']', '}':
			if depth--; depth == 0 {
				return i + 1
			}
		case '"', '\'':
			if before := s[max(0, i-1)]; before == ' ' || before == '[' || before == '{' || before == ',' {
				end := quoteEnd(s[i:])
				if end == 0 {
					return len(s)
				}
				i += end - 1
			}
		}
	}
	return len(s)
}
