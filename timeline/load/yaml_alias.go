package load

import (
	"fmt"
	"math"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/nodevalue"
)

// Bounds for what YAML can be made to grow to.
const (
	maxAliased = 1_000_000 // nodes of one file that are read through aliases
	aliasedTo  = 64        // bytes of a text that count as one node more
)

// aliases counts what is read through the aliases of one file, so that a file of a few lines cannot become gigabytes.
type aliases struct {
	spent int                // nodes that were read so far
	sizes map[*yaml.Node]int // nodes below an anchor, with those of the aliases inside; −1 while they are being counted
	full  bool               // whether something was left out, which is reported once

	noMaps map[*yaml.Node]bool // what merge keys hold that is no map, each of which is reported once
}

// endless is the size of an anchor that holds an alias to itself.
const endless = math.MaxInt32

// A counting is a node whose size is being counted.
type counting struct {
	n    *yaml.Node
	next int32 // the child to be counted next
	size int32 // so far
}

// size returns the number of nodes of n and of all that its aliases lead to, and of what its texts count for. It is
// exact up to maxAliased. It has a stack of its own, since aliases of aliases can lead deeper than calls may go.
func (a *aliases) size(n *yaml.Node) int {
	first, known := a.begin(n)
	if known {
		return int(first.size)
	}
	open := []counting{first}
	for {
		top := &open[len(open)-1]
		if int(top.next) < len(top.n.Content) {
			child, known := a.begin(top.n.Content[top.next])
			if top.next++; known {
				top.add(child.size)
			} else {
				open = append(open, child)
			}
			continue
		}
		size := top.size
		if top.n.Anchor != "" {
			a.sizes[top.n] = int(size)
		}
		if open = open[:len(open)-1]; len(open) == 0 {
			return int(size)
		}
		open[len(open)-1].add(size)
	}
}

// begin begins to count n, or the node that n is an alias of. It reports whether the size is known already.
func (a *aliases) begin(n *yaml.Node) (c counting, known bool) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Anchor != "" {
		if size, ok := a.sizes[n]; ok {
			if size < 0 {
				size = endless
			}
			return counting{n: n, size: int32(size)}, true
		}
		if a.sizes == nil {
			a.sizes = map[*yaml.Node]int{}
		}
		a.sizes[n] = -1
	}
	return counting{n: n, size: int32(1 + len(n.Value)/aliasedTo)}, false
}

// add counts a child. If that holds itself, the others do not matter any more.
func (c *counting) add(size int32) {
	if size == endless {
		c.size, c.next = endless, int32(len(c.n.Content))
		return
	}
	c.size = min(c.size+size, maxAliased+1)
}

// missing is what an alias that is not followed becomes.
var missing = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}

// follow returns the node that an alias stands for, and any other node itself. An alias that leads to itself or to too
// much is a problem, and becomes missing.
func (d *decoder) follow(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.AliasNode {
		return n
	}
	size := d.links.size(n)
	switch {
	case size == endless:
		d.Problem(n, rule.BadAlias,
			fmt.Sprintf("the alias `*%s` stands for something that holds itself", n.Value), "write out what is meant")
		return missing
	case d.links.spent+size > maxAliased:
		if !d.links.full {
			d.Problem(n, rule.BadAlias,
				fmt.Sprintf("the alias `*%s` stands for too much; it is left out, as are others like it", n.Value),
				"write out what is meant")
		}
		d.links.full = true
		return missing
	}
	d.links.spent += size
	return n.Alias
}

// pairs returns the keys and values of a map in turn, with those of its merge keys (<<) after its own.
func (d *decoder) pairs(n *yaml.Node) []*yaml.Node {
	merges := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Tag == "!!merge" {
			merges = true
			break
		}
	}
	if !merges {
		return n.Content
	}
	var m merging
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Tag != "!!merge" {
			m.pairs = append(m.pairs, n.Content[i], n.Content[i+1])
		}
	}
	m.taken = map[string]bool{}
	for i := 0; i < len(m.pairs); i += 2 {
		m.taken[d.name(m.pairs[i])] = true
	}
	d.merge(n, &m)
	return m.pairs
}

// A merging is a map to which the pairs of its merge keys are being added.
type merging struct {
	pairs []*yaml.Node
	taken map[string]bool // the names of their keys
}

// merge adds the pairs of the merge keys of n whose names are not taken: those of each map, then those of its own merge
// keys. Pairs go straight to m: to merge maps within maps one by one would copy the innermost again and again.
func (d *decoder) merge(n *yaml.Node, m *merging) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Tag != "!!merge" {
			continue
		}
		d.each(d.follow(n.Content[i+1]), func(from *yaml.Node) {
			if from.Kind != yaml.MappingNode {
				if !d.links.noMaps[from] {
					d.Problem(from, rule.WrongShape,
						"`<<` holds "+nodevalue.Shape(from)+" where a map belongs", "name an anchor that stands for a map")
				}
				if d.links.noMaps == nil {
					d.links.noMaps = map[*yaml.Node]bool{}
				}
				d.links.noMaps[from] = true
				return
			}
			for k := 0; k+1 < len(from.Content); k += 2 {
				if from.Content[k].Tag == "!!merge" {
					continue
				}
				if name := d.name(from.Content[k]); !m.taken[name] {
					m.taken[name] = true
					m.pairs = append(m.pairs, from.Content[k], from.Content[k+1])
				}
			}
			d.merge(from, m)
		})
	}
}
