package aliases

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/keptvalue"
	"dateline/timeline/internal/yamldoc"
)

// Bounds for what is kept as it was found.
const (
	maxNesting    = keptvalue.MaxDepth  // lists and maps within each other
	MaxKept       = keptvalue.MaxValues // values of one list or map, with those inside …
	maxKeptLinked = 150_000             // … and those that come through aliases
	maxIndent     = 1 << 20             // bytes of indentation, beside four for each byte of the text that is read
)

// Kept returns n as text: a scalar as it is, a list or map as YAML without a final newline.
func (a *Links) Kept(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		text := strings.TrimSpace(n.Value)
		if text == "" { // blanks are all there is
			text = n.Value
		}
		return strings.Clone(text) // else it would keep the whole file in memory
	}
	c := copying{Links: a, own: MaxKept, linked: maxKeptLinked}
	plain := c.copy(n, 0, false, false)
	if c.deep {
		a.file.Problem(n, rule.TooLarge,
			fmt.Sprintf("lists and maps stand in each other more than %d deep", maxNesting), "write it flatter")
	}
	if c.long {
		most := MaxKept
		if c.linked < 2 {
			most = maxKeptLinked
		}
		a.file.Problem(n, rule.TooLarge, fmt.Sprintf("this holds more than %d values; the others are left out", most),
			"put the data into a file of its own, and name that here")
	}
	if c.wide {
		a.file.Problem(n, rule.TooLarge,
			"lines of texts stand too deep here; where … stands, one is left out", "write it flatter")
	}
	text, err := keptvalue.Text(plain)
	if err != nil {
		a.file.Problem(n, rule.TooLarge, "this cannot be kept: "+err.Error(), "write it as text")
	}
	return text
}

// A copying makes a copy of a value without aliases, anchors and comments, within the bounds.
type copying struct {
	*Links
	own, linked int  // nodes that there is still room for, and those of aliases
	long        bool // whether there were more
	deep, wide  bool // whether something was too deep, and whether it had too many lines for its depth
}

// ellipsis returns the node that replaces what is left out.
func ellipsis() *yaml.Node { return &yaml.Node{Kind: yaml.ScalarNode, Value: "…"} }

// copy returns a copy of n, which is within depth lists and maps. Flow reports whether one of them is in brackets,
// aliased whether one comes through an alias.
func (c *copying) copy(n *yaml.Node, depth int, flow, aliased bool) *yaml.Node {
	aliased = aliased || n.Kind == yaml.AliasNode
	n = c.Follow(n)
	if depth == maxNesting && n.Kind != yaml.ScalarNode {
		c.deep = true
		return ellipsis()
	}
	flow = flow || n.Style&yaml.FlowStyle != 0
	if !c.indent(n, depth, flow, aliased) {
		c.wide = true
		return ellipsis()
	}
	if aliased {
		c.linked--
	} else {
		c.own--
	}
	plain := &yaml.Node{Kind: n.Kind, Style: n.Style, Tag: n.Tag, Value: n.Value}
	if n.Tag == yamldoc.Broken {
		plain.Tag = ""
	}
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for i := 0; i+step <= len(n.Content); i += step {
		full := min(c.own, c.linked) < step
		for _, child := range n.Content[i : i+step] {
			if full {
				plain.Content = append(plain.Content, ellipsis())
			} else {
				plain.Content = append(plain.Content, c.copy(child, depth+1, flow, aliased))
			}
		}
		if full {
			c.long = true
			break
		}
	}
	return plain
}

// indent reports whether there is room for the indentation of the lines of n, and takes it.
func (c *copying) indent(n *yaml.Node, depth int, flow, aliased bool) bool {
	lines := strings.Count(n.Value, "\n")
	if !flow {
		lines++
	}
	blanks := lines * 2 * depth
	if aliased {
		if c.spent+blanks/aliasedTo > maxAliased {
			return false
		}
		c.spent += blanks / aliasedTo
		return true
	}
	if c.indented+blanks > maxIndent+4*c.file.In.Len() {
		return false
	}
	c.indented += blanks
	return true
}
