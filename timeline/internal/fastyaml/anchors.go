package fastyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads anchors and aliases: &name before a value, *name in its place, and <<: *name in a map.

// ties are the anchors that a Reader knows.
type ties struct {
	above   func(name string) *yaml.Node // what an anchor above the text stands for
	known   map[string]*yaml.Node        // of the text so far
	pending []tie                        // of the item in hand, in order
	open    int                          // of those, how many are still being read
}

// A tie is an anchor of the item in hand; its node is nil while that is being read.
type tie struct {
	name string
	n    *yaml.Node
}

// Tie lets the items of the text have anchors and aliases. What the anchors above the text stand for, above returns,
// and nil for a name that is none.
func (r *Reader) Tie(above func(name string) *yaml.Node) {
	r.ties = &ties{above: above, known: map[string]*yaml.Node{}}
}

// Anchor returns what an alias stands for after the items that were read so far, and nil where it stands for nothing.
func (r *Reader) Anchor(name string) *yaml.Node {
	if n := r.ties.known[name]; n != nil {
		return n
	}
	return r.ties.above(name)
}

// Anchors returns what the anchors of the text so far stand for, by their names.
func (r *Reader) Anchors() map[string]*yaml.Node { return r.ties.known }

// SetAnchor makes a node that others have read what an alias stands for.
func (r *Reader) SetAnchor(name string, n *yaml.Node) { r.ties.known[name] = n }

// commit makes the anchors of an item known, which was read to its end or not.
func (t *ties) commit(read bool) {
	for _, one := range t.pending {
		if read {
			t.known[one.name] = one.n
		}
	}
	t.pending, t.open = t.pending[:0], 0
}

// alias reads an alias. What it stands for is a copy, since nodes of the text are used again.
func (r *Reader) alias() *yaml.Node {
	length := nameLength(r.text[r.at+1:])
	if r.ties == nil || length == 0 {
		return nil
	}
	name := r.text[r.at+1 : r.at+1+length]
	var to *yaml.Node
	for i := len(r.ties.pending) - 1; i >= 0; i-- {
		if one := r.ties.pending[i]; one.name == name {
			if one.n == nil { // it holds itself
				return nil
			}
			to = one.n
			break
		}
	}
	if to == nil {
		to = r.Anchor(name)
	}
	if to == nil {
		return nil
	}
	if to.Kind != yaml.MappingNode && strings.HasSuffix(r.text[:r.at], "<<: ") {
		return nil
	}
	n := r.node(yaml.AliasNode, 0, "", name)
	n.Alias = to
	r.nodes.tied = append(r.nodes.tied, n)
	r.at += 1 + length
	return n
}

// maxAnchors is how many anchors an item may have within each other.
const maxAnchors = 8

// anchored reads an anchor and then its value, with read.
func (r *Reader) anchored(read func() *yaml.Node) *yaml.Node {
	length := nameLength(r.text[r.at+1:])
	if r.ties == nil || length == 0 || r.ties.open == maxAnchors {
		return nil
	}
	name := r.text[r.at+1 : r.at+1+length]
	place := *r.node(yaml.ScalarNode, 0, "", "")
	r.at += 1 + length
	if r.at == len(r.text) || r.text[r.at] != ' ' && r.text[r.at] != '\n' {
		return nil
	}
	at := len(r.ties.pending)
	r.ties.pending = append(r.ties.pending, tie{name: name})
	r.ties.open++
	r.blanks()
	n := read()
	if n == nil || n.Kind == yaml.AliasNode || n.Anchor != "" {
		return nil
	}
	r.ties.open--
	n.Line, n.Column, n.Anchor = place.Line, place.Column, name
	r.nodes.tied = append(r.nodes.tied, n)
	for _, inner := range r.ties.pending[at+1:] {
		if inner.name == name { // the alias stands for what comes last
			r.ties.pending[at].n = n
			return n
		}
	}
	r.ties.pending[at].n = copied(n)
	return n
}

// anchoredBelow reads an anchor and then its value, which may be below it, of a key or hyphen that is indented by
// indent blanks.
func (r *Reader) anchoredBelow(indent int) *yaml.Node {
	return r.anchored(func() *yaml.Node {
		switch {
		case r.at == len(r.text) || r.text[r.at] == '#':
			return nil
		case r.text[r.at] != '\n':
			if length, _ := r.keyLength(false); length > 0 { // it is the anchor of the key
				return nil
			}
			return r.inline(indent)
		case !r.finish() || r.indent <= indent || r.indent > maxIndent:
			return nil
		case r.isHyphen():
			return r.sequence(r.indent)
		}
		if length, _ := r.keyLength(false); length > 0 {
			return r.mapping(r.indent, nil)
		}
		return nil
	})
}

// copied returns a copy of a tree.
func copied(n *yaml.Node) *yaml.Node {
	c := *n
	if c.Content = nil; len(n.Content) > 0 {
		c.Content = make([]*yaml.Node, len(n.Content))
		for i, child := range n.Content {
			c.Content[i] = copied(child)
		}
	}
	return &c
}

// nameLength returns the length of the name of an anchor that a text begins with.
func nameLength(text string) int {
	for i := range len(text) {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '_', c == '-':
		default:
			return i
		}
	}
	return len(text)
}

// isMerge reports whether a merge key with one alias is here.
func (r *Reader) isMerge() bool { return r.ties != nil && strings.HasPrefix(r.text[r.at:], "<<: *") }
