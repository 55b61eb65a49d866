package load

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/fastyaml"
)

// This file reads JSON that a program has put into texts of JSON.

// unquoted returns values of JSON without the quotes around JSON in them: where each value, or each item of the one
// list that they are, is a text that is JSON itself, it returns what these are. Others are returned as they are.
func (r *fileReader) unquoted(values []*yaml.Node) []*yaml.Node {
	texts := values
	if len(values) == 1 && values[0].Kind == yaml.SequenceNode {
		texts = values[0].Content
		if list := r.reader.List(values[0]); list != nil && list.Count() == 1 {
			texts = list.First()
		}
	}
	var inner []*yaml.Node
	for _, text := range texts {
		if text.Kind != yaml.ScalarNode || len(text.Value) == 0 || strings.IndexByte("{[", text.Value[0]) < 0 {
			return values
		}
		some := insideOf(text)
		if some == nil {
			return values
		}
		inner = append(inner, some...)
	}
	if len(inner) == 0 {
		return values
	}
	r.Problem(texts[0], rule.ShapeGuessed, "this text is JSON itself, and is read as that",
		"take off the quotes around it, and the backslashes in it")
	return inner
}

// insideOf returns the values of a text that is JSON, at the place of the text, and nil of any other.
func insideOf(text *yaml.Node) (values []*yaml.Node) {
	var lane fastyaml.Reader
	lane.OpenJSON(text.Value, text.Line-1, 0)
	for n := lane.JSON(); n != nil; n = lane.JSON() {
		if len(lane.Faults()) > 0 {
			return nil
		}
		place(n, text)
		values = append(values, n)
	}
	if len(lane.Faults()) > 0 {
		return nil
	}
	return values
}

// place puts a node and all that is in it at the place of another.
func place(n, at *yaml.Node) {
	n.Line, n.Column = at.Line, at.Column
	for _, inner := range n.Content {
		place(inner, at)
	}
}
