package nodevalue

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/yamldoc"
)

// This file takes out of a value of others what can be read.

// Names returns the names in a value that is not of our making: itself where it is nothing else, or else a list of
// those items that are names. Lists in a list are part of it, and so are those in a map of them where byGroup is set,
// as in {home: [Ann, Bob], away: [Cy]}. Odd is what is none; names is nil where nothing is one.
func Names(n *yaml.Node, byGroup bool) (names *yaml.Node, odd []*yaml.Node) {
	if n = Wiki(n); n.Kind == yaml.MappingNode && byGroup && TextOf(n, ofName...) == "" {
		return groups(n)
	}
	names, odd = Items(n, AreNames)
	switch {
	case names == nil:
	case names.Kind == yaml.MappingNode:
		names = person(names)
	case names.Kind == yaml.SequenceNode:
		for i, item := range names.Content {
			names.Content[i] = person(item)
		}
	}
	return names, odd
}

// Items returns a value that is what is asks for, or a list of those of its items that are. Odd are the others.
func Items(n *yaml.Node, is func(*yaml.Node) bool) (items *yaml.Node, odd []*yaml.Node) {
	if n.Kind != yaml.SequenceNode {
		if !is(n) {
			return nil, nil
		}
		return n, nil
	}
	list := *n
	list.Content = nil
	for _, item := range n.Content {
		switch in := Wiki(Deref(item)); {
		case yamldoc.IsNull(in):
		case in.Kind == yaml.SequenceNode && item.Kind != yaml.AliasNode: // through an alias there may be any number
			inner, none := Items(in, is)
			if inner != nil {
				list.Content = append(list.Content, inner.Content...)
			}
			odd = append(odd, none...)
		case in.Kind != yaml.SequenceNode && is(in):
			list.Content = append(list.Content, item)
		default:
			odd = append(odd, item)
		}
	}
	if len(list.Content) == 0 {
		return nil, odd
	}
	return &list, odd
}

// groups returns a map from what some have in common to their names, without what is no list of names.
func groups(n *yaml.Node) (names *yaml.Node, odd []*yaml.Node) {
	all := *n
	all.Content = nil
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if value.Kind != yaml.SequenceNode {
			odd = append(odd, value)
			continue
		}
		list, none := Items(value, AreNames)
		if odd = append(odd, none...); list == nil {
			continue
		}
		for j, item := range list.Content {
			if in := Deref(item); in.Kind == yaml.MappingNode {
				list.Content[j] = text(in, TextOf(in, ofName...))
			}
		}
		all.Content = append(all.Content, key, list)
	}
	if len(all.Content) == 0 {
		return nil, odd
	}
	return &all, odd
}

// person returns a map of others with just the name and the role in it, under the format's own keys. What has more is
// kept as it is by whoever reads it. Any other node is returned itself.
func person(n *yaml.Node) *yaml.Node {
	in := Deref(n)
	if in.Kind != yaml.MappingNode || len(in.Content) == 2 && in.Content[0].Value == ofName[0] {
		return n
	}
	one := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: in.Line, Column: in.Column, Style: in.Style}
	one.Content = []*yaml.Node{text(in, ofName[0]), text(in, TextOf(in, ofName...))}
	if role := TextOf(in, "role"); role != "" {
		one.Content = append(one.Content, text(in, "role"), text(in, role))
	}
	return one
}

// text returns a node of a text at the place of another.
func text(at *yaml.Node, value string) *yaml.Node {
	return &yaml.Node{
		Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: at.Line, Column: at.Column, Style: yaml.DoubleQuotedStyle,
	}
}
