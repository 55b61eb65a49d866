package yamltree

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/flow"
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
		if end := flow.QuoteEnd(rest); end > 0 {
			return utf8.RuneCountInString(rest[:end])
		}
		return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
	case n.Kind != yaml.ScalarNode && n.Style&yaml.FlowStyle != 0:
		return utf8.RuneCountInString(rest[:flow.End(rest)])
	case n.Kind == yaml.MappingNode && len(n.Content) > 0:
		return Width(in, n.Content[0])
	case n.Kind == yaml.ScalarNode && n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0:
		return utf8.RuneCountInString(strings.TrimRight(rest, " \t"))
	}
	return 1
}
