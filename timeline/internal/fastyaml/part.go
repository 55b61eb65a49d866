package fastyaml

import (
	"sync"

	"gopkg.in/yaml.v3"
)

// readers are used again for parts, since the nodes of each take more memory than a part.
var readers = sync.Pool{New: func() any { return new(Reader) }}

// Part returns the map that a text is, wherever its keys are indented. It returns nil where it does not understand
// that. The nodes stay good.
func Part(text string) *yaml.Node {
	r := readers.Get().(*Reader)
	defer readers.Put(r)
	r.Open(text, 0)
	if r.start == len(text) || hasCR(text) {
		return nil
	}
	r.stack, r.from, r.made = r.stack[:0], r.at, 0
	n := r.mapping(r.indent, nil)
	if n == nil || r.indent >= 0 {
		return nil
	}
	n = copied(n)
	r.Open("", 0) // so that it keeps no text
	return n
}
