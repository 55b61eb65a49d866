// Package aliases follows the aliases of YAML, and writes values as they are kept, each within bounds: a file of a few
// lines can be made to stand for gigabytes.
//
//	links := aliases.New(file)
//	n = links.Follow(n)       // what *a stands for, or nothing where that holds itself or too much has been read
//	text := links.Kept(n)     // a list or map as YAML, cut where it is too long, too deep or too wide
//
// What is left out is reported once, with its place. One Links counts what is read of a file, or of a piece of it.
//
// It does not know what a value means: that is the trade of nodevalue. It imports diag, inhand, parallel and yamldoc,
// and yaml.v3 for its nodes.
package aliases

import (
	"fmt"
	"math"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/inhand"
)

// Bounds for what YAML can be made to grow to.
const (
	maxAliased = 1_000_000 // nodes of one file that are read through aliases
	aliasedTo  = 64        // bytes of a text that count as one node more
)

// Links counts what is read through the aliases of one file, and what is kept of it.
type Links struct {
	file     *inhand.File
	indented int // bytes of indentation of what is kept

	spent  int                // nodes that were read so far
	sizes  map[*yaml.Node]int // nodes below an anchor, with those of the aliases inside; −1 while they are being counted
	before int                // of them, those that a part of the file may not read
	full   bool               // whether something was left out, which is reported once
}

// New returns the Links of the file in hand.
func New(file *inhand.File) Links { return Links{file: file} }

// A part of a file may read through aliases this many nodes, and one for so many of its bytes. More is a matter of the
// whole file.
const (
	anyPart  = 1000
	partByte = 4
)

// Begin begins with another part of the file, which has that many bytes.
func (a *Links) Begin(bytes int) {
	a.indented, a.spent, a.full = 0, max(0, maxAliased-anyPart-bytes/partByte), false
	a.before = a.spent
	clear(a.sizes)
}

// Add counts what the Links of a part of the file have read, and reports whether the file as a whole may have so much.
func (a *Links) Add(part *Links) bool {
	a.spent += part.spent - part.before
	return !part.full && a.spent <= maxAliased
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
func (a *Links) size(n *yaml.Node) int {
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
func (a *Links) begin(n *yaml.Node) (c counting, known bool) {
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

// IsMissing reports whether a node is what an alias became that was not followed.
func IsMissing(n *yaml.Node) bool { return n == missing }

// Follow returns the node that an alias stands for, and any other node itself. An alias that leads to itself or to too
// much is a problem, and becomes nothing.
func (a *Links) Follow(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.AliasNode {
		return n
	}
	size := a.size(n)
	switch {
	case size == endless:
		a.file.Problem(n, rule.BadAlias,
			fmt.Sprintf("the alias `*%s` stands for something that holds itself", n.Value), "write out what is meant")
		return missing
	case a.spent+size > maxAliased:
		if !a.full {
			a.file.Problem(n, rule.BadAlias,
				fmt.Sprintf("the alias `*%s` stands for too much; it is left out, as are others like it", n.Value),
				"write out what is meant")
		}
		a.full = true
		return missing
	}
	a.spent += size
	return n.Alias
}
