package timeline

import (
	"bytes"
	"fmt"
	"math"
	"strings"

	"gopkg.in/yaml.v3"
)

// Bounds for what YAML can be made to grow to.
const (
	maxAliased = 1_000_000 // nodes of one file that are read through aliases, …
	aliasedTo  = 64        // … where so many bytes of a text count as one more
	maxNesting = 100       // lists and maps within each other, of what is kept as it was found
)

// aliases follows the aliases of one file within maxAliased, so that a file of a few lines cannot stand for gigabytes.
type aliases struct {
	spent int
	sizes map[*yaml.Node]int // nodes that an anchor stands for, with those of the aliases inside; −1 while being counted
	full  bool               // whether something was left out, which is said once
}

// endless is the size of an anchor that holds an alias to itself.
const endless = math.MaxInt32

// size counts the nodes that n stands for and what its texts weigh, up to a little above maxAliased.
func (a *aliases) size(n *yaml.Node) int {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	anchored := n.Anchor != ""
	if anchored {
		if size, ok := a.sizes[n]; ok {
			if size < 0 {
				return endless
			}
			return size
		}
		if a.sizes == nil {
			a.sizes = map[*yaml.Node]int{}
		}
		a.sizes[n] = -1
	}
	size := 1 + len(n.Value)/aliasedTo
	for _, child := range n.Content {
		if size += a.size(child); size >= endless {
			size = endless
			break
		}
		size = min(size, maxAliased+1)
	}
	if anchored {
		a.sizes[n] = size
	}
	return size
}

var missing = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}

// follow gives the node that an alias stands for, and every other node as it is. An alias that leads to itself or to too
// much is a problem, and nothing.
func (d *decoder) follow(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.AliasNode {
		return n
	}
	size := d.links.size(n)
	switch {
	case size == endless:
		d.error(n, fmt.Sprintf("the alias `*%s` stands for something that holds itself", n.Value), "write out what is meant")
		return missing
	case d.links.spent+size > maxAliased:
		if !d.links.full {
			d.error(n, fmt.Sprintf("the alias `*%s` stands for too much; it is left out, as are others like it", n.Value), "write out what is meant")
		}
		d.links.full = true
		return missing
	}
	d.links.spent += size
	return n.Alias
}

// pairs gives the keys and values of a map in turn, with those of its merge keys (<<) after its own.
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
	var own, merged []*yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Tag != "!!merge" {
			own = append(own, n.Content[i], n.Content[i+1])
			continue
		}
		d.each(d.follow(n.Content[i+1]), func(from *yaml.Node) {
			if from.Kind != yaml.MappingNode {
				d.error(from, "`<<` holds "+shapeOf(from)+" where a map belongs", "name an anchor that stands for a map")
				return
			}
			merged = append(merged, d.pairs(from)...)
		})
	}
	taken := map[string]bool{}
	for i := 0; i < len(own); i += 2 {
		taken[d.name(own[i])] = true
	}
	for i := 0; i < len(merged); i += 2 {
		if name := d.name(merged[i]); !taken[name] {
			taken[name] = true
			own = append(own, merged[i], merged[i+1])
		}
	}
	return own
}

// yaml gives n as text: scalars as they stand, lists and maps as YAML without a final newline.
func (d *decoder) yaml(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return strings.Clone(strings.TrimSpace(n.Value)) // or it would hold on to the whole file
	}
	plain, ok := d.plain(n, maxNesting)
	if !ok {
		d.error(n, fmt.Sprintf("lists and maps stand in each other more than %d deep", maxNesting), "write it flatter")
	}
	text, err := encode(plain)
	if err != nil {
		d.error(n, "this cannot be kept: "+err.Error(), "write it as text")
	}
	return text
}

// encode writes n as YAML. It does not trust the encoder with nodes that nobody has seen before.
func encode(n *yaml.Node) (text string, err error) {
	return Recover(func() (string, error) {
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

// plain copies n without aliases, anchors and comments. It stops at a depth, and then ok is false.
func (d *decoder) plain(n *yaml.Node, depth int) (plain *yaml.Node, ok bool) {
	n = d.follow(n)
	if depth == 0 && n.Kind != yaml.ScalarNode {
		return &yaml.Node{Kind: yaml.ScalarNode, Value: "…"}, false
	}
	plain, ok = &yaml.Node{Kind: n.Kind, Style: n.Style, Tag: n.Tag, Value: n.Value}, true
	for _, child := range n.Content {
		inner, fits := d.plain(child, depth-1)
		plain.Content = append(plain.Content, inner)
		ok = ok && fits
	}
	return plain, ok
}
