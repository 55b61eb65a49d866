package timeline

import (
	"context"
	"errors"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// A yamlReader reads the text of a file as YAML nodes: all its documents, or what can be read of them.
type yamlReader struct {
	ctx      context.Context // ends the salvaging of a long list
	in       *input
	problems *problemList
	piece    int // about how many bytes of a long list are read at a time

	cleanTo   int                      // how many bytes of the text are known to be fit
	lists     map[*yaml.Node]*yamlList // lists of events that are read piece by piece when they are asked for
	known     map[string]bool          // texts of pieces, and whether each can be read by itself
	brokenEnd string                   // the end of a text that is not YAML, however the text begins
}

// stopped reports whether nobody wants the rest any more.
func (r *yamlReader) stopped() bool { return r.ctx.Err() != nil }

// documents reads a text that is fit: all its documents, or what can be read of them, and then whole is false and
// problems say why.
func (r *yamlReader) documents(text string) (docs []*yaml.Node, whole bool) {
	docs, err := r.read(text)
	if err != nil {
		return r.salvage(text, err), false
	}
	return docs, true
}

// list returns the list of events that a node stands for, and nil where that is a node like others.
func (r *yamlReader) list(n *yaml.Node) *yamlList { return r.lists[n] }

// inPieces takes a long record apart, to be read piece by piece. It returns nil where that cannot be done.
func (r *yamlReader) inPieces(text string) *yamlList {
	s, ok := splitRecord(text, min(r.piece, max(len(text)/4, smallPiece)))
	if !ok {
		return nil
	}
	r.later(s)
	return s
}

// firstPiece takes the beginning of a long record apart, and returns it with the first piece of its list alone.
func (r *yamlReader) firstPiece(text string) *yamlList {
	s, ok := splitRecord(text, r.piece)
	if !ok {
		return nil
	}
	s.pieces = s.pieces[:1]
	r.later(s)
	return s
}

// parse gives the documents of a text, all or none.
func parse(text string) ([]*yaml.Node, error) {
	if isDense(text) {
		return nil, errDense
	}
	return parseFrom(strings.NewReader(text))
}

// parseFrom is parse for a text that is not in one piece.
func parseFrom(text io.Reader) ([]*yaml.Node, error) {
	return Recover(func() (docs []*yaml.Node, err error) {
		parser := yaml.NewDecoder(text)
		for {
			var n yaml.Node
			if err := parser.Decode(&n); errors.Is(err, io.EOF) {
				return docs, nil
			} else if err != nil {
				return nil, err
			}
			if n.Kind == yaml.DocumentNode {
				docs = append(docs, n.Content[0])
			}
		}
	})
}

// read gives the documents of a text, all or none, as parse does. Of a long record it leaves the list of events to be read
// piece by piece; and where one piece shows that the record is not YAML, it parses little more than that one and gives errBroken.
func (r *yamlReader) read(text string) ([]*yaml.Node, error) {
	c := splitter{text: text, size: r.piece}
	if len(text) < 2*r.piece || !c.head() || !c.items() {
		return parse(text)
	}
	s := c.list()
	bad := 0
	for bad < len(s.pieces) && r.readable(s, s.pieces[bad]) {
		bad++
	}
	if bad == len(s.pieces) && s.join(&c) {
		r.later(s)
		return []*yaml.Node{s.rest}, nil
	}
	if r.isBroken(&c, bad) {
		return nil, errBroken
	}
	return parse(text)
}

// later leaves the list of s to be read when it is asked for.
func (r *yamlReader) later(s *yamlList) {
	if r.lists == nil {
		r.lists = map[*yaml.Node]*yamlList{}
	}
	r.lists[s.list] = s
}

// readable says whether a piece can be read by itself.
func (r *yamlReader) readable(s *yamlList, p listPiece) bool {
	readable, known := r.known[p.text]
	if !known {
		readable = s.isReadable(p)
		r.remember(p, readable)
	}
	return readable
}

// noteUnreadable notes that piece n of a list cannot be read by itself, and that those before it can.
func (r *yamlReader) noteUnreadable(s *yamlList, n int) {
	for i, p := range s.pieces[:n+1] {
		r.remember(p, i < n)
	}
}

// remember notes whether a piece can be read by itself.
func (r *yamlReader) remember(p listPiece, readable bool) {
	if r.known == nil {
		r.known = map[string]bool{}
	}
	r.known[p.text] = readable
}

// errBroken says that a text is not YAML, but not why; parse does.
var errBroken = errors.New("a piece of this is not YAML")

// isBroken says whether it is sure that a text is not YAML, which shows in most cases without the first pieces of its list, so
// many of which can be read. No other part depends on them: nothing in them is tied, and a list may begin with any item.
func (r *yamlReader) isBroken(c *splitter, readable int) bool {
	rest := c.text[c.to:]
	if isDense(rest) {
		return true
	}
	if readable < len(c.pieces) {
		bad := c.pieces[readable]
		if _, err := parse(bad.text); err == nil || isUnknownAnchor(err) {
			return false
		}
		if rest = c.text[bad.end-len(bad.text):]; isDense(rest) {
			return true
		}
	}
	head := c.text[:c.from]
	if c.key > 0 {
		docs, err := parse(head)
		if err != nil || len(docs) != 1 || !opens(docs[0], c.key) {
			return false
		}
	}
	if rest != "" && rest == r.brokenEnd {
		return true
	}
	if _, err := parseFrom(io.MultiReader(strings.NewReader(head), strings.NewReader(rest))); err == nil {
		return false
	}
	r.brokenEnd = rest
	return true
}

// opens says whether a document ends with the key events in the given line, so that what comes next is its value.
func opens(n *yaml.Node, line int) bool {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) < 2 {
		return false
	}
	key, value := n.Content[len(n.Content)-2], n.Content[len(n.Content)-1]
	return key.Value == "events" && key.Line == line && key.Column == 1 && isNull(value)
}

// isUnknownAnchor says whether yaml.v3 misses the anchor of an alias. It may stand in another part of the text.
func isUnknownAnchor(err error) bool { return strings.Contains(err.Error(), "unknown anchor") }
