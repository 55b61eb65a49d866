// Package keptvalue writes a list or map that stands under a key nobody knows as the text by which a record keeps it,
// and bounds how much of one is kept.
//
//	text, err := keptvalue.Text(n) // "{a: [1, 2]}" of a map in brackets, "- 1\n- 2" of a list in lines
//
// What reads a record keeps that text. What writes a record as YAML compares a value with it: one that is the text of a
// list or map is written without quotes, and is then read back to the same. So both ask this package.
//
// It is no reader: yamldoc turns text into nodes, and package load takes aliases, anchors and comments out of them
// before they are kept. It is not for texts and numbers, which are kept as they are. It imports parallel, and yaml.v3
// for its nodes.
package keptvalue

import (
	"bytes"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/parallel"
)

// Bounds of one list or map. The encoder takes some 700 bytes for a value of one letter.
const (
	MaxDepth  = 100    // lists and maps within each other
	MaxValues = 20_000 // values, those inside as well
)

// Text returns a value as YAML, without a final newline. The encoder may panic over unusual nodes, which is an error
// like others.
func Text(n *yaml.Node) (text string, err error) {
	if plain, ok := appendPlain(nil, n, 0, false); ok {
		return string(plain), nil
	}
	return encoded(n)
}

// encoded is Text for any value.
func encoded(n *yaml.Node) (text string, err error) {
	return parallel.Recover(func() (string, error) {
		var out bytes.Buffer
		e := yaml.NewEncoder(&out)
		e.SetIndent(2)
		if err := e.Encode(n); err != nil {
			return "", err
		}
		if err := e.Close(); err != nil {
			return "", err
		}
		return strings.TrimRight(out.String(), "\n"), nil
	})
}

// IsLike reports whether a text begins as that of a list or map does, or has lines of which one may be a pair. It is a
// quick look: most such texts are none.
func IsLike(text string) bool {
	switch several := strings.IndexByte(text, '\n') >= 0; {
	case text == "":
		return false
	case !several && (text[0] == '[' || text[0] == '{'), strings.HasPrefix(text, "- "):
		return true
	default:
		return several && strings.Contains(text, ":")
	}
}

// IsWhole reports whether all of a value is kept: it has no aliases and anchors, and is within the bounds.
func IsWhole(n *yaml.Node) bool {
	values := 0
	var walk func(n *yaml.Node, depth int) bool
	walk = func(n *yaml.Node, depth int) bool {
		if values++; n.Kind == yaml.AliasNode || n.Anchor != "" || values >= MaxValues || depth >= MaxDepth {
			return false
		}
		for _, child := range n.Content {
			if !walk(child, depth+1) {
				return false
			}
		}
		return true
	}
	return walk(n, 0)
}
