package yamldoc

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamlcut"
	"dateline/timeline/internal/yamltree"
)

// A tied is what the pieces of a list with anchors need of the text above them.
type tied struct {
	anchors yamlcut.Anchors       // where they may be in the text that was cut
	base    int                   // the offset of that in the file
	from    int                   // the offset of the list in it
	head    map[string]*yaml.Node // the anchors above the list
	pieces  []struct {            // those of each piece, once somebody asks
		once  sync.Once
		known map[string]*yaml.Node
	}
}

// tie notes that the list may have anchors, if the text has any that may be one. It reports whether these are not too
// many.
func (s *List) tie(c *splitter) bool {
	anchors, ok := yamlcut.AnchorsOf(c.text)
	if len(anchors) > 0 {
		s.tied = &tied{anchors: anchors, from: c.from, head: map[string]*yaml.Node{}}
		s.tied.pieces = make([]struct {
			once  sync.Once
			known map[string]*yaml.Node
		}, len(s.pieces))
	}
	return ok
}

// tieHead finds the anchors above the list in what is around it, of which the lines up to key are above. It reports
// whether nothing else there hangs on the list: neither an alias below it, nor an anchor of what holds it.
func (s *List) tieHead(c *splitter) bool {
	ok := s.rest.Anchor == ""
	var look func(n *yaml.Node)
	look = func(n *yaml.Node) {
		if n.Kind == yaml.AliasNode && n.Line > c.key {
			ok = ok && s.tied.anchors.Before(n.Value, c.to) < c.from
		}
		if n.Anchor != "" && n.Line < c.key {
			s.tied.head[n.Anchor] = n
		}
		for _, child := range n.Content {
			look(child)
		}
	}
	look(s.rest)
	return ok
}

// open begins to read a piece.
func (s *List) open(r *fastyaml.Reader, p piece) {
	r.Open(p.text, p.above)
	if s.tied != nil {
		r.Tie(func(name string) *yaml.Node { return s.tied.above(s, name, p.end-p.size()-s.tied.base) })
	}
}

// above returns what the last anchor of a name before an offset stands for, and nil where there is none or it cannot be
// read.
func (t *tied) above(s *List, name string, offset int) *yaml.Node {
	for {
		at := t.anchors.Before(name, offset)
		if at < t.from {
			return t.head[name]
		}
		n := sort.Search(len(s.pieces), func(i int) bool { return s.pieces[i].end-t.base > at })
		if n == len(s.pieces) {
			return nil
		}
		own := &t.pieces[n]
		own.once.Do(func() {
			var r fastyaml.Reader
			if s.isReadableBy(&r, s.withText(s.pieces[n])) {
				t.keep(n, r.Anchors())
			}
		})
		if own.known == nil || own.known[name] != nil {
			return own.known[name]
		}
		offset = s.pieces[n].end - s.pieces[n].size() - t.base // it was text
	}
}

// keep makes the anchors of piece n known, with texts of their own.
func (t *tied) keep(n int, anchors map[string]*yaml.Node) {
	known := make(map[string]*yaml.Node, len(anchors))
	for name, value := range anchors {
		own(value)
		known[strings.Clone(name)] = value
	}
	t.pieces[n].known = known
}

// parseTied reads some items with yaml.v3, as parseItems does, but for what their aliases stand for, which r knows. It
// makes their anchors known to r.
func (s *List) parseTied(r *fastyaml.Reader, text string, above int) []*yaml.Node {
	docs, err := parsePart(text)
	if err != nil || len(docs) != 1 || docs[0].Kind != yaml.SequenceNode || docs[0].Column != s.indent+1 ||
		docs[0].Anchor != "" {
		return nil
	}
	yamltree.MoveDown(docs[0], above)
	known := true
	var link func(n *yaml.Node)
	link = func(n *yaml.Node) {
		if n.Anchor != "" {
			r.SetAnchor(n.Anchor, n)
		}
		if n.Kind == yaml.AliasNode && n.Alias.Line == 0 {
			n.Alias = r.Anchor(n.Value)
			known = known && n.Alias != nil
		}
		for i := 0; i < len(n.Content) && known; i++ {
			link(n.Content[i])
			merges := n.Kind == yaml.MappingNode && i%2 == 1 && n.Content[i-1].Tag == "!!merge"
			known = known && !(merges && !s.tied.isMergeable(n.Content[i])) // which is told once of the whole file
		}
	}
	if link(docs[0]); !known {
		return nil
	}
	return docs[0].Content
}

// isMergeable reports whether a value is what a merge key is for: a map, or a list of maps.
func (*tied) isMergeable(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	isNoMap := func(n *yaml.Node) bool {
		return n.Kind != yaml.MappingNode && (n.Kind != yaml.AliasNode || n.Alias.Kind != yaml.MappingNode)
	}
	return n.Kind == yaml.MappingNode || n.Kind == yaml.SequenceNode && !slices.ContainsFunc(n.Content, isNoMap)
}
