package yamltree

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// MoveDown adds to the line numbers of a tree.
func MoveDown(n *yaml.Node, lines int) {
	n.Line += lines
	for _, child := range n.Content {
		MoveDown(child, lines)
	}
}

// MoveRight adds to the columns of the nodes of a tree that are in a line.
func MoveRight(n *yaml.Node, line, columns int) {
	if n.Line == line {
		n.Column += columns
	}
	for _, child := range n.Content {
		MoveRight(child, line, columns)
	}
}

// MoveTail adds to the line numbers of what comes after line key, except for the list.
func MoveTail(n, list *yaml.Node, key, lines int) {
	if n == list {
		return
	}
	if n.Line > key {
		n.Line += lines
	}
	for _, child := range n.Content {
		MoveTail(child, list, key, lines)
	}
}

// ForgetLines takes the line from the items of a list.
func ForgetLines(list *yaml.Node) {
	for _, n := range list.Content {
		n.Line = 0
	}
}

// IsTied reports whether n holds an anchor or an alias, which may tie it to something outside n.
func IsTied(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		return true
	}
	for _, child := range n.Content {
		if IsTied(child) {
			return true
		}
	}
	return false
}

// LeaveCut takes the last value of a map away where it may be the beginning of a longer one, as a date cut short is,
// since the map ends at the end of the text or within a word.
func LeaveCut(n *yaml.Node, rest string) {
	last := len(n.Content) - 1
	if last < 1 || rest != "" && (len(rest) == 1 || strings.IndexByte(" \t\r\n,]}", rest[1]) >= 0) {
		return
	}
	if v := n.Content[last]; v.Kind == yaml.ScalarNode && v.Style == 0 {
		n.Content = n.Content[:last-1]
	}
}
