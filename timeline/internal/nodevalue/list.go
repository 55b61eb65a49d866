package nodevalue

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
)

// This file knows lists, and what may be one.

// Wiki returns a text for a link of a wiki, which is a list in a list to YAML where it is not in quotes, and any other
// node itself.
func Wiki(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.SequenceNode || n.Style&yaml.FlowStyle == 0 || len(n.Content) != 1 {
		return n
	}
	inner := n.Content[0]
	if inner.Kind != yaml.SequenceNode || len(inner.Content) == 0 || inner.Column != n.Column+1 {
		return n
	}
	var words []string
	for _, word := range inner.Content {
		if word.Kind != yaml.ScalarNode {
			return n
		}
		words = append(words, word.Value)
	}
	return &yaml.Node{
		Kind: yaml.ScalarNode, Value: "[[" + strings.Join(words, ", ") + "]]", Line: n.Line, Column: n.Column,
		Style: yaml.DoubleQuotedStyle,
	}
}

// Wikis returns a list with texts for the links of a wiki in it, and a list without any itself.
func Wikis(n *yaml.Node) *yaml.Node {
	for i, item := range n.Content {
		if text := Wiki(item); text != item {
			list := *n
			list.Content = slices.Clone(n.Content)
			for j := i; j < len(list.Content); j++ {
				list.Content[j] = Wiki(list.Content[j])
			}
			return &list
		}
	}
	return n
}

// Cell returns a list for a text that a program wrote as one, such as ["Mira Sol", "Jon Vale"], with the texts of its
// items, and any other value as it is. A list of numbers is none: a place may be two of them.
func Cell(n *yaml.Node) (list *yaml.Node, items []string) {
	if n.Kind != yaml.ScalarNode || n.Value == "" || n.Value[0] != '[' && n.Value[0] != '{' {
		return n, nil
	}
	items, ok := guess.Cell(n.Value)
	if !ok || !slices.ContainsFunc(items, guess.HasLetter) {
		return n, nil
	}
	list = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: n.Line, Column: n.Column}
	for _, item := range items {
		list.Content = append(list.Content, &yaml.Node{
			Kind: yaml.ScalarNode, Tag: "!!str", Value: item, Line: n.Line, Column: n.Column, Style: yaml.DoubleQuotedStyle,
		})
	}
	return list, items
}

// ofName are the keys under which a map has the name of somebody.
var ofName = []string{"name", "actor", "fullname", "displayname", "label", "title"}

// AreNames reports whether a value is nothing but names: a text with letters, a map with a name, or a list of such.
func AreNames(n *yaml.Node) bool {
	switch n = Wiki(n); n.Kind {
	case yaml.ScalarNode:
		return guess.HasLetter(n.Value) && !guess.IsAddress(n.Value) && len(n.Value) <= 2000 && !yamldoc.IsNull(n)
	case yaml.SequenceNode:
		for _, item := range n.Content {
			item = Wiki(Deref(item))
			if item.Kind == yaml.SequenceNode || item.Kind == yaml.ScalarNode && !guess.HasLetter(item.Value) ||
				item.Kind == yaml.MappingNode && TextOf(item, ofName...) == "" {
				return false
			}
		}
		return len(n.Content) > 0
	case yaml.MappingNode:
		return TextOf(n, ofName...) != ""
	}
	return false
}

// HasAddress reports whether a value is an address, or a list or map with one.
func HasAddress(n *yaml.Node) bool {
	if n = Deref(n); n.Kind == yaml.ScalarNode {
		_, _, link := guess.Link(strings.TrimSpace(n.Value))
		list, _ := guess.Cell(n.Value)
		return link || guess.IsAddress(strings.TrimSpace(n.Value)) || slices.ContainsFunc(list, guess.IsAddress) ||
			slices.ContainsFunc(guess.Several(n.Value), func(one string) bool {
				_, _, link := guess.Link(one)
				return link || guess.IsAddress(one)
			})
	}
	for _, item := range n.Content {
		if item = Deref(item); item.Kind == yaml.ScalarNode && HasAddress(item) ||
			n.Kind == yaml.SequenceNode && item.Kind == yaml.MappingNode && HasAddress(item) {
			return true
		}
	}
	return false
}

// AreSources reports whether a value may say who says so: it is a text, a record, or a list of such.
func AreSources(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return guess.HasLetter(n.Value) && !yamldoc.IsNull(n)
	case yaml.MappingNode:
		return HasAddress(n) || TextOf(n, "title", "name") != ""
	case yaml.SequenceNode:
		for _, item := range n.Content {
			if item = Deref(item); item.Kind == yaml.SequenceNode || !AreSources(item) {
				return false
			}
		}
		return len(n.Content) > 0
	}
	return false
}

// HasKey reports whether one of some keys and values is called so, as names are compared.
func HasKey(pairs []*yaml.Node, folded string) bool {
	for i := 0; i+1 < len(pairs); i += 2 {
		if guess.Is(pairs[i].Value, folded) {
			return true
		}
	}
	return false
}
