package yamltree

import (
	"encoding/binary"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// A Packed is trees in little memory, in which the collector finds nothing to follow.
type Packed struct {
	text  string   // the numbers of each node and its value, those of a tree in the order of its lines
	tags  []string // that nodes have
	trees int
	nodes int
}

// Pack packs trees, which nothing else holds. Their comments are left out. It returns nil where a node has an anchor or
// is an alias, since what they are tied to is not in the trees alone.
func Pack(trees []*yaml.Node) *Packed {
	p := &packer{packed: Packed{trees: len(trees)}}
	for _, n := range trees {
		if !p.pack(n) {
			return nil
		}
	}
	p.packed.text = string(p.text) // which has no room to grow
	return &p.packed
}

// A packer packs trees.
type packer struct {
	packed Packed
	text   []byte
	line   int // of the node before
}

// pack packs a tree. It reports whether that can be done.
func (p *packer) pack(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || n.Alias != nil || n.Anchor != "" {
		return false
	}
	tag := slices.Index(p.packed.tags, n.Tag)
	if tag < 0 {
		tag = len(p.packed.tags)
		p.packed.tags = append(p.packed.tags, strings.Clone(n.Tag))
	}
	for _, number := range []int{
		int(n.Kind), int(n.Style), tag, n.Line - p.line, n.Column, len(n.Content), len(n.Value),
	} {
		p.text = binary.AppendVarint(p.text, int64(number))
	}
	p.text = append(p.text, n.Value...)
	p.line = n.Line
	p.packed.nodes++
	for _, child := range n.Content {
		if !p.pack(child) {
			return false
		}
	}
	return true
}

// Trees returns the trees, made anew with each call. It never returns nil.
func (p *Packed) Trees() []*yaml.Node {
	u := unpacker{Packed: *p, bytes: []byte(p.text), made: make([]yaml.Node, p.nodes), all: make([]*yaml.Node, p.nodes)}
	trees := u.take(p.trees)
	for i := range trees {
		trees[i] = u.unpack()
	}
	return trees
}

// An unpacker makes trees of a Packed.
type unpacker struct {
	Packed
	at    int          // offset in its text
	bytes []byte       // that text
	line  int          // of the node before
	made  []yaml.Node  // nodes still to be filled …
	all   []*yaml.Node // … and those that are children or roots: each is one of them once
}

// take returns room for some children.
func (u *unpacker) take(count int) []*yaml.Node {
	room := u.all[:count:count]
	u.all = u.all[count:]
	return room
}

// number returns the next number.
func (u *unpacker) number() int {
	n, size := binary.Varint(u.bytes[u.at:])
	u.at += size
	return int(n)
}

// unpack returns the next tree.
func (u *unpacker) unpack() *yaml.Node {
	n := &u.made[0]
	u.made = u.made[1:]
	n.Kind, n.Style, n.Tag = yaml.Kind(u.number()), yaml.Style(u.number()), u.tags[u.number()]
	u.line += u.number()
	n.Line, n.Column = u.line, u.number()
	children, length := u.number(), u.number()
	n.Value = u.text[u.at : u.at+length]
	u.at += length
	if children > 0 {
		n.Content = u.take(children)
	}
	for i := range n.Content {
		n.Content[i] = u.unpack()
	}
	return n
}
