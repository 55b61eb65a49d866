// Package owntable reads the rows of a table that dateline itself has written as CSV.
//
//	if owntable.Is(text) { // the head line is that of dateline
//		row = owntable.Row(row)
//	}
//
// A cell of a list has an item a line there, whatever signs an item has, and says in words what a record has in keys:
//
//	Volodymyr Zelensky (President, Ukraine; speaker)     an actor, with office and role
//	The Paper, A title, https://example.org/a [paper]    a source, with its id
//
// Row makes of them the lists and maps that a record has. An office cannot be told from a role, so what stands in
// brackets is the role as it is. Quotes, figures and claims are sentences, which are kept as they stand and not taken
// apart.
//
// It looks at one row and reports nothing. It imports parted, and yaml.v3 for its nodes.
package owntable

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/parted"
	"dateline/timeline/lazyregexp"
)

// head is how the head line begins. A test of package export holds it.
const head = "id,date,earliest,latest,title,type,status,location,summary,actors,quotes,figures,claims,sources,tags,"

// Is reports whether a text is a table that dateline has written.
func Is(text string) bool { return strings.HasPrefix(text, head) }

// Row returns a row with lists where the record had lists. It leaves out the place at which the event stood when it was
// written.
func Row(row *yaml.Node) *yaml.Node {
	event := *row
	event.Content = make([]*yaml.Node, 0, len(row.Content))
	var kept, other *yaml.Node // which may be several maps in one list
	for i := 0; i+1 < len(row.Content); i += 2 {
		key, cell := row.Content[i], row.Content[i+1]
		switch key.Value {
		case "file", "line":
			continue
		case "actors":
			cell = list(cell, actor)
		case "sources":
			cell = list(cell, source)
		case "tags", "related", "notes":
			cell = list(cell, text)
		case "quotes", "figures", "claims":
			kept, other = keep(kept, key, cell), cell
			continue
		case "other":
			kept, other = fields(kept, cell), cell
			continue
		}
		event.Content = append(event.Content, key, cell)
	}
	if kept != nil {
		event.Content = append(event.Content, text(other, "other"), kept)
	}
	return &event
}

// list returns a list of the lines of a cell.
func list(cell *yaml.Node, item func(at *yaml.Node, line string) *yaml.Node) *yaml.Node {
	all := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: cell.Line, Column: cell.Column}
	for line := range strings.SplitSeq(cell.Value, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			all.Content = append(all.Content, item(cell, line))
		}
	}
	return all
}

// text returns a text that is read as it stands, at the place of a cell.
func text(at *yaml.Node, value string) *yaml.Node {
	return &yaml.Node{
		Kind: yaml.ScalarNode, Tag: "!!str", Value: value, Line: at.Line, Column: at.Column, Style: yaml.LiteralStyle,
	}
}

// pairs returns a map of keys and their values, without those that have none.
func pairs(at *yaml.Node, all ...string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: at.Line, Column: at.Column}
	for i := 0; i < len(all); i += 2 {
		if all[i+1] != "" {
			n.Content = append(n.Content, text(at, all[i]), text(at, all[i+1]))
		}
	}
	return n
}

// actor returns who took part: `name (office; role)`.
func actor(at *yaml.Node, line string) *yaml.Node {
	name, role, _ := parted.Bracket(line)
	return pairs(at, "actor", name, "role", role)
}

// withID and withAddress match the end of a source that has an id, and of one that has an address.
var (
	withID      = lazyregexp.New(`^(?:(.*) )?\[([^\[\]\s]+)\]$`)
	withAddress = lazyregexp.New(`^(?:(.*), )?(https?://\S+)$`)
)

// source returns who says so: `author, publisher, title, date, address (key: value) [id]`. All but id and address is
// the title.
func source(at *yaml.Node, line string) *yaml.Node {
	id, address := "", ""
	if m := withID().FindStringSubmatch(line); m != nil {
		line, id = m[1], m[2]
	}
	before, own, ok := parted.Bracket(line)
	if m := withAddress().FindStringSubmatch(before); m != nil {
		if line, address = m[1], m[2]; ok {
			line = strings.TrimSpace(line + " (" + own + ")")
		}
	}
	return pairs(at, "id", id, "title", line, "url", address)
}

// fields adds to what is kept the keys of the writer's own, which have a line each: `key: value`.
func fields(kept, cell *yaml.Node) *yaml.Node {
	for line := range strings.SplitSeq(cell.Value, "\n") {
		key, value, ok := strings.Cut(line, ": ")
		if !ok {
			key, ok = strings.CutSuffix(line, ":")
		}
		if !ok { // somebody has written into the cell
			key, value = "other", line
		}
		kept = keep(kept, text(cell, key), text(cell, value))
	}
	return kept
}

// keep adds a key and its value to what is kept.
func keep(kept, key, value *yaml.Node) *yaml.Node {
	if kept == nil {
		kept = &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: value.Line, Column: value.Column}
	}
	one := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: value.Line, Column: value.Column}
	one.Content = []*yaml.Node{key, value}
	kept.Content = append(kept.Content, one)
	return kept
}
