package fastyaml

import (
	"gopkg.in/yaml.v3"
)

// This file reads maps and lists in blocks.

// maxIndent is the greatest indentation of a map or list, so that they are not too deep in each other.
const maxIndent = 100

// mapping reads a map whose keys are indented by indent blanks. The first key may have been read, with its colon.
func (r *Reader) mapping(indent int, key *yaml.Node) *yaml.Node {
	n, base := r.node(yaml.MappingNode, 0, "!!map", ""), len(r.stack)
	if key != nil {
		n.Line, n.Column = key.Line, key.Column
	}
	for ; ; key = nil {
		if key == nil {
			key = r.key(indent, false)
		}
		if key == nil {
			return nil
		}
		value := r.value(indent)
		if value == nil || r.indent > indent || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, key, value)
		if r.indent < indent {
			return r.adopt(n, base)
		}
	}
}

// value reads what comes after the colon of a key that is indented by indent blanks.
func (r *Reader) value(indent int) *yaml.Node {
	colon := r.at
	r.blanks()
	if r.at < len(r.text) && r.text[r.at] != '\n' && r.text[r.at] != '#' {
		return r.inline(indent)
	}
	return r.below(indent, colon, true)
}

// sequence reads a list whose hyphens are indented by indent blanks.
func (r *Reader) sequence(indent int) *yaml.Node {
	n, base := r.node(yaml.SequenceNode, 0, "!!seq", ""), len(r.stack)
	for {
		item := r.afterHyphen(indent)
		if item == nil || r.indent > indent || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, item)
		if r.indent < indent || !r.isHyphen() {
			return r.adopt(n, base)
		}
	}
}

// afterHyphen reads an item of a list whose hyphens are indented by indent blanks.
func (r *Reader) afterHyphen(indent int) *yaml.Node {
	r.at++
	hyphen := r.at
	r.blanks()
	if r.at < len(r.text) && r.text[r.at] != '\n' && r.text[r.at] != '#' {
		return r.nested(indent)
	}
	return r.below(indent, hyphen, false)
}

// below reads the value of a key or item that is indented by indent blanks, after which nothing is in its line but a
// comment. If a list may be indented no more than its key, that is flush. The value is null if it is missing; then it
// is where the colon or hyphen ends.
func (r *Reader) below(indent, end int, flush bool) *yaml.Node {
	r.at = end
	line, start := r.line, r.start
	if !r.finish() {
		return nil
	}
	if r.indent > indent || flush && r.indent == indent && r.isHyphen() {
		return r.nested(indent)
	}
	at, nextLine, nextStart := r.at, r.line, r.start
	r.at, r.line, r.start = end, line, start
	n := r.node(yaml.ScalarNode, 0, "!!null", "")
	r.at, r.line, r.start = at, nextLine, nextStart
	return n
}

// nested reads a value that is not in the line of its key. What it belongs to is indented by indent blanks.
func (r *Reader) nested(indent int) *yaml.Node {
	column := r.at - r.start
	switch c := r.text[r.at]; {
	case column > maxIndent:
		return nil
	case r.isHyphen():
		return r.sequence(column)
	case c == '"' || c == '\'':
		from := r.at
		n := r.quoted(indent)
		switch {
		case n == nil:
			return nil
		case r.endsKey(n, from, false):
			return r.mapping(column, n)
		case !r.finish():
			return nil
		}
		return n
	}
	if length, _ := r.keyLength(false); length > 0 {
		return r.mapping(column, nil)
	}
	return r.inline(indent)
}

// inline reads a value that is no map or list in a block. What it belongs to is indented by indent blanks.
func (r *Reader) inline(indent int) *yaml.Node {
	var n *yaml.Node
	switch r.text[r.at] {
	case '|', '>':
		return r.block(indent)
	case '"', '\'':
		n = r.quoted(indent)
	case '[', '{':
		n = r.flow(indent, maxFlow)
	case '&':
		return r.anchoredBelow(indent)
	case '*':
		n = r.alias()
	default:
		return r.plain(indent)
	}
	if n == nil || !r.finish() {
		return nil
	}
	return n
}
