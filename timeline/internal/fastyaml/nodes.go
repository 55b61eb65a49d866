package fastyaml

import (
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// This file makes nodes.

// node makes a node that begins here.
func (r *Reader) node(kind yaml.Kind, style yaml.Style, tag, value string) *yaml.Node {
	if c := &r.column; c.start != r.start || c.at > r.at {
		c.start, c.at, c.runes = r.start, r.start, 0
	}
	r.column.runes += utf8.RuneCountInString(r.text[r.column.at:r.at])
	r.column.at = r.at
	r.made++
	n := r.nodes.node() // in which no other field was ever set
	n.Kind, n.Style, n.Tag, n.Value, n.Content = kind, style, tag, value, nil
	n.Line, n.Column = r.line, r.column.runes+1
	return n
}

// plainNode makes a node of plain text.
func (r *Reader) plainNode(value string) *yaml.Node {
	return r.node(yaml.ScalarNode, 0, plainTag(value), value)
}

// plainTag returns the tag of a plain text that is null, and "" for any other.
func plainTag(value string) string {
	switch value {
	case "~", "null", "Null", "NULL":
		return "!!null"
	}
	return ""
}

// adopt makes what is on the stack from base on the children of n.
func (r *Reader) adopt(n *yaml.Node, base int) *yaml.Node {
	n.Content = r.nodes.list(r.stack[base:])
	r.stack = r.stack[:base]
	return n
}

// A nodePool makes nodes in large numbers, to be used again when nobody needs them any more.
type nodePool struct {
	chunks [][]yaml.Node
	used   int // nodes of all chunks
	lists  []*yaml.Node
	tied   []*yaml.Node // those that have an anchor or are an alias
}

// nodeChunk is how many nodes are made at a time: about those of an event, since many texts are hardly longer.
const nodeChunk = 1 << 6

// node returns a node that may have been used before.
func (p *nodePool) node() *yaml.Node {
	chunk, i := p.used/nodeChunk, p.used%nodeChunk
	if chunk == len(p.chunks) {
		p.chunks = append(p.chunks, make([]yaml.Node, nodeChunk))
	}
	p.used++
	return &p.chunks[chunk][i]
}

// list copies a list of nodes.
func (p *nodePool) list(nodes []*yaml.Node) []*yaml.Node {
	from := len(p.lists)
	p.lists = append(p.lists, nodes...)
	return p.lists[from:len(p.lists):len(p.lists)]
}

// reset takes all nodes back.
func (p *nodePool) reset() {
	for _, n := range p.tied {
		n.Anchor, n.Alias = "", nil
	}
	p.used, p.lists, p.tied = 0, p.lists[:0], p.tied[:0]
}
