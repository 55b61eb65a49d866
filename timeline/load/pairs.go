package load

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/nodevalue"
)

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
		d.each(d.Follow(n.Content[i+1]), func(from *yaml.Node) {
			if from.Kind != yaml.MappingNode {
				if !d.noMaps[from] {
					d.Problem(from, rule.WrongShape,
						"`<<` holds "+nodevalue.Shape(from)+" where a map belongs", "name an anchor that stands for a map")
				}
				if d.noMaps == nil {
					d.noMaps = map[*yaml.Node]bool{}
				}
				d.noMaps[from] = true
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
