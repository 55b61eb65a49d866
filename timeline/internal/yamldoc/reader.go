package yamldoc

import (
	"context"
	"errors"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/parallel"
)

// A Reader reads the text of a file as YAML nodes: all its documents, or what can be read of them.
type Reader struct {
	Ctx      context.Context // ends the salvaging of a long list
	In       *diag.File
	Problems *diag.List
	Piece    int // about how many bytes of a long list are read at a time

	CleanTo   int                  // how many bytes of the text are known to be fit
	lists     map[*yaml.Node]*List // lists of events that are read piece by piece when they are asked for
	known     map[string]bool      // texts of pieces, and whether each can be read by itself
	brokenEnd string               // the end of a text that is not YAML, however the text begins
}

// Stopped reports whether nobody wants the rest any more.
func (r *Reader) Stopped() bool { return r.Ctx.Err() != nil }

// Documents reads a text that is fit: all its documents, or what can be read of them, and then whole is false and
// problems say why.
func (r *Reader) Documents(text string) (docs []*yaml.Node, whole bool) {
	docs, err := r.read(text)
	if err != nil {
		return r.salvage(text, err), false
	}
	return docs, true
}

// List returns the list of events that a node stands for, and nil where that is a node like others.
func (r *Reader) List(n *yaml.Node) *List { return r.lists[n] }

// InPieces takes a long record apart, to be read piece by piece. It returns nil where that cannot be done.
func (r *Reader) InPieces(text string) *List {
	s, ok := SplitRecord(text, min(r.Piece, max(len(text)/4, smallPiece)))
	if !ok {
		return nil
	}
	r.later(s)
	return s
}

// FirstPiece takes the beginning of a long record apart, and returns it with the first piece of its list alone.
func (r *Reader) FirstPiece(text string) *List {
	s, ok := SplitRecord(text, r.Piece)
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
	return parallel.Recover(func() (docs []*yaml.Node, err error) {
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
func (r *Reader) read(text string) ([]*yaml.Node, error) {
	c := splitter{text: text, size: r.Piece}
	if len(text) < 2*r.Piece || !c.head() || !c.items() {
		return parse(text)
	}
	s := c.list()
	bad := 0
	for bad < len(s.pieces) && r.readable(s, s.pieces[bad]) {
		bad++
	}
	if bad == len(s.pieces) && s.join(&c) {
		r.later(s)
		return []*yaml.Node{s.Rest}, nil
	}
	if r.isBroken(&c, bad) {
		return nil, errBroken
	}
	return parse(text)
}

// later leaves the list of s to be read when it is asked for.
func (r *Reader) later(s *List) {
	if r.lists == nil {
		r.lists = map[*yaml.Node]*List{}
	}
	r.lists[s.list] = s
}

// readable says whether a piece can be read by itself.
func (r *Reader) readable(s *List, p Piece) bool {
	readable, known := r.known[p.text]
	if !known {
		readable = s.isReadable(p)
		r.remember(p, readable)
	}
	return readable
}

// NoteUnreadable notes that piece n of a list cannot be read by itself, and that those before it can.
func (r *Reader) NoteUnreadable(s *List, n int) {
	for i, p := range s.pieces[:n+1] {
		r.remember(p, i < n)
	}
}

// remember notes whether a piece can be read by itself.
func (r *Reader) remember(p Piece, readable bool) {
	if r.known == nil {
		r.known = map[string]bool{}
	}
	r.known[p.text] = readable
}

// errBroken says that a text is not YAML, but not why; parse does.
var errBroken = errors.New("a piece of this is not YAML")

// isBroken says whether it is sure that a text is not YAML, which shows in most cases without the first pieces of its list, so
// many of which can be read. No other part depends on them: nothing in them is tied, and a list may begin with any item.
func (r *Reader) isBroken(c *splitter, readable int) bool {
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
	return key.Value == "events" && key.Line == line && key.Column == 1 && IsNull(value)
}

// isUnknownAnchor says whether yaml.v3 misses the anchor of an alias. It may stand in another part of the text.
func isUnknownAnchor(err error) bool { return strings.Contains(err.Error(), "unknown anchor") }
