package keptvalue

import "gopkg.in/yaml.v3"

// This file writes what most records keep, lists and maps of short plain texts, in a fraction of the time that the
// encoder takes, and as it does.

const (
	maxPlainKey   = 100 // bytes of a key: the encoder puts a sign before a longer one
	maxPlainDepth = 10
	indentation   = "                    " // of maxPlainDepth
)

// appendPlain adds the text of a value that begins depth lists and maps deep, and reports whether it knows how the
// encoder writes it. In brackets all is in one line.
func appendPlain(to []byte, n *yaml.Node, depth int, inBrackets bool) (text []byte, ok bool) {
	if n.Anchor != "" || n.HeadComment != "" || n.LineComment != "" || n.FootComment != "" || depth == maxPlainDepth {
		return to, false
	}
	switch {
	case n.Kind == yaml.ScalarNode:
		return append(to, n.Value...), n.Style == 0 && n.Tag == "" && isPlain(n.Value)
	case n.Kind == yaml.MappingNode && n.Tag == "!!map", n.Kind == yaml.SequenceNode && n.Tag == "!!seq":
		if len(n.Content) == 0 || n.Style&^yaml.FlowStyle != 0 {
			return to, false
		}
		if inBrackets || n.Style != 0 {
			return appendFlow(to, n, depth)
		}
		return appendBlock(to, n, depth)
	}
	return to, false
}

// appendFlow is appendPlain for a list or map in brackets.
func appendFlow(to []byte, n *yaml.Node, depth int) (text []byte, ok bool) {
	signs := "[]"
	if n.Kind == yaml.MappingNode {
		signs = "{}"
	}
	to = append(to, signs[0])
	for i, child := range n.Content {
		switch isValue := n.Kind == yaml.MappingNode && i%2 == 1; {
		case isValue && !isPlainKey(n.Content[i-1]):
			return to, false
		case isValue:
			to = append(to, ": "...)
		case i > 0:
			to = append(to, ", "...)
		}
		if to, ok = appendPlain(to, child, depth+1, true); !ok {
			return to, false
		}
	}
	return append(to, signs[1]), true
}

// appendBlock is appendPlain for a list or map in lines, whose first begins here.
func appendBlock(to []byte, n *yaml.Node, depth int) (text []byte, ok bool) {
	for i, child := range n.Content {
		isMap := n.Kind == yaml.MappingNode
		if i > 0 && (!isMap || i%2 == 0) {
			to = append(append(to, '\n'), indentation[:2*depth]...)
		}
		switch inLines := child.Kind != yaml.ScalarNode && child.Style == 0; {
		case !isMap:
			to = append(to, "- "...)
		case i%2 == 0 && !isPlainKey(child):
			return to, false
		case i%2 == 1 && inLines:
			to = append(append(to, ":\n"...), indentation[:2*depth+2]...)
		case i%2 == 1:
			to = append(to, ": "...)
		}
		if to, ok = appendPlain(to, child, depth+1, false); !ok {
			return to, false
		}
	}
	return to, true
}

// isPlainKey reports whether a key is a short text.
func isPlainKey(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && len(n.Value) <= maxPlainKey }

// isPlain reports whether a text is written without quotes wherever it stands: it is of words of ASCII with a blank
// between them.
func isPlain(text string) bool {
	before := byte(' ')
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case before != ' ' && (c == ' ' || c == '.' || c == '_' || c == '/' || c == '-'):
		default:
			return false
		}
		before = text[i]
	}
	return before != ' '
}
