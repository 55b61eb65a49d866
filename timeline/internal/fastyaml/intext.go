package fastyaml

import "gopkg.in/yaml.v3"

// This file reads JSON that a program has put into a text.

// InText returns the values of a text that is JSON, at the place of the text, and nil of any other.
func InText(text *yaml.Node) (values []*yaml.Node) {
	var lane Reader
	lane.OpenJSON(text.Value, text.Line-1, 0)
	for n := lane.JSON(); n != nil; n = lane.JSON() {
		if len(lane.Faults()) > 0 {
			return nil
		}
		putAt(n, text)
		values = append(values, n)
	}
	if len(lane.Faults()) > 0 {
		return nil
	}
	return values
}

// putAt puts a node and all that is in it at the place of another.
func putAt(n, at *yaml.Node) {
	n.Line, n.Column = at.Line, at.Column
	for _, inner := range n.Content {
		putAt(inner, at)
	}
}
