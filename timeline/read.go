package timeline

import (
	"errors"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// read gives the documents of a text, all or none, as parse does. Of a long record it leaves the list of events to be read
// piece by piece; and where one piece shows that the record is not YAML, it parses little more than that one and gives errTorn.
func (d *decoder) read(text string) ([]*yaml.Node, error) {
	c := cutter{text: text, size: d.piece}
	if len(text) < 2*d.piece || !c.head() || !c.items() {
		return parse(text)
	}
	s := c.split()
	bad := 0
	for bad < len(s.pieces) && d.readable(s, s.pieces[bad]) {
		bad++
	}
	if bad == len(s.pieces) && s.join(&c) {
		d.later(s)
		return []*yaml.Node{s.rest}, nil
	}
	if d.isTorn(&c, bad) {
		return nil, errTorn
	}
	return parse(text)
}

// later leaves the list of s to be read when it is asked for.
func (d *decoder) later(s *split) {
	if d.splits == nil {
		d.splits = map[*yaml.Node]*split{}
	}
	d.splits[s.list] = s
}

// readable says whether a piece can be read by itself.
func (d *decoder) readable(s *split, p splitPiece) bool {
	readable, known := d.known[p.text]
	if !known {
		readable = s.isReadable(p)
		d.remember(p, readable)
	}
	return readable
}

// remember notes whether a piece can be read by itself.
func (d *decoder) remember(p splitPiece, readable bool) {
	if d.known == nil {
		d.known = map[string]bool{}
	}
	d.known[p.text] = readable
}

// errTorn says that a text is not YAML, but not why; parse does.
var errTorn = errors.New("a piece of this is not YAML")

// isTorn says whether it is sure that a text is not YAML, which shows in most cases without the first pieces of its list, so
// many of which can be read. No other part depends on them: nothing in them is tied, and a list may begin with any item.
func (d *decoder) isTorn(c *cutter, readable int) bool {
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
	if rest != "" && rest == d.torn {
		return true
	}
	if _, err := parseFrom(io.MultiReader(strings.NewReader(head), strings.NewReader(rest))); err == nil {
		return false
	}
	d.torn = rest
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
