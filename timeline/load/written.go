package load

import (
	"fmt"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/names"
)

// This file reads what dateline itself writes, beside the format that people write: the key other, and what its JSON
// has for the programs of others.

// deriving returns the table for records in which a key may say what the others say already.
func (t *Fields[T]) deriving(derived func(*decoder, []*yaml.Node, string, *yaml.Node) bool) *Fields[T] {
	t.derived = derived
	return t
}

// isWritten reads an unknown key as dateline writes it, and reports whether it is one such: a map of keys of the
// writer's own, for which it calls keep, or what the other keys say already, which is left out.
func (d *decoder) isWritten(derived func(*decoder, []*yaml.Node, string, *yaml.Node) bool, pairs []*yaml.Node,
	name string, value *yaml.Node, keep func(timeline.Field),
) bool {
	if name == containers.Other {
		return d.keepOwn(value, keep)
	}
	return derived != nil && derived(d, pairs, name, value)
}

// keepOwn calls keep with the keys of a map, or of each map of a list. It reports whether the value is such.
func (d *decoder) keepOwn(value *yaml.Node, keep func(timeline.Field)) bool {
	switch value.Kind {
	case yaml.MappingNode:
		pairs, seen := d.pairs(value), map[string]bool{}
		for i := 0; i+1 < len(pairs); i += 2 {
			name := d.name(pairs[i])
			if seen[name] {
				d.Problem(pairs[i], rule.DuplicateKey,
					fmt.Sprintf("duplicate key `%s`", name), "give it another name; both are kept")
			}
			seen[name] = true
			keep(d.Field(name, d.Follow(pairs[i+1])))
		}
		return true
	case yaml.SequenceNode:
		for _, item := range value.Content {
			if d.Follow(item).Kind != yaml.MappingNode {
				return false
			}
		}
		for _, item := range value.Content {
			d.keepOwn(d.Follow(item), keep)
		}
		return len(value.Content) > 0
	}
	return false
}

// saysDate reports whether a key of an event says what its date says already: its first or last day, or, in an event
// that has both of these, the file and the line that it was in when it was written.
func (d *decoder) saysDate(pairs []*yaml.Node, key string, value *yaml.Node) bool {
	switch key {
	case "earliest", "latest":
		bound := isBound(pairs, key, value)
		d.draft.Exact = d.draft.Exact || bound
		return bound
	case "file", "line":
		_, err := strconv.Atoi(nodevalue.Under(pairs, "line").Value)
		return err == nil && nodevalue.Under(pairs, "file").Kind == yaml.ScalarNode &&
			isBound(pairs, "earliest", nodevalue.Under(pairs, "earliest")) &&
			isBound(pairs, "latest", nodevalue.Under(pairs, "latest"))
	}
	return false
}

// isBound reports whether a value is the first or the last day of the date of an event, or nothing where there is none.
func isBound(pairs []*yaml.Node, key string, value *yaml.Node) bool {
	text, ok := nodevalue.DateText(nodevalue.Under(pairs, "date"))
	if !ok || value.Kind != yaml.ScalarNode {
		return false
	}
	date, _ := edtf.Parse(text)
	day := date.Earliest()
	if key == "latest" {
		day = date.Latest()
	}
	if day == calendar.Beginning || day == calendar.Forever {
		return yamldoc.IsNull(value)
	}
	return value.Value == day.String()
}

// asParts returns a list of actors in which those that dateline has written, as {id, name, role, office}, are as people
// write them. An id that could not be made of the name is one by which the actor is known. Further spellings come right
// after, since one that is also the name of a later part is none of the first then.
func (d *decoder) asParts(n *yaml.Node) *yaml.Node {
	if n.Kind != yaml.SequenceNode || !slices.ContainsFunc(n.Content, d.isWrittenPart) {
		return n
	}
	parts := *n
	parts.Content = make([]*yaml.Node, 0, len(n.Content))
	for _, item := range n.Content {
		if !d.isWrittenPart(item) {
			parts.Content = append(parts.Content, item)
			continue
		}
		spelled := nodevalue.Under(item.Content, spelledKey).Content
		parts.Content = append(parts.Content, d.asPart(item, spelled))
		for _, also := range spelled[min(1, len(spelled)):] {
			parts.Content = append(parts.Content, partOf(item, exactly(also), &yaml.Node{Kind: yaml.ScalarNode}))
		}
	}
	return &parts
}

// spelledKey is the key below which dateline writes how an event spells an actor.
const spelledKey = "spelled"

// isWrittenPart reports whether a map has just the keys that dateline writes of an actor.
func (d *decoder) isWrittenPart(n *yaml.Node) bool {
	spelled := nodevalue.Under(n.Content, spelledKey)
	switch {
	case n.Kind != yaml.MappingNode:
		return false
	case len(n.Content) == 8:
	case len(n.Content) != 10 || spelled.Kind != yaml.SequenceNode || len(spelled.Content) == 0:
		return false
	}
	for _, one := range spelled.Content {
		if one.Kind != yaml.ScalarNode || d.line(one) == "" {
			return false
		}
	}
	for _, key := range []string{"id", "name", "role", "office"} {
		if nodevalue.Under(n.Content, key).Kind != yaml.ScalarNode {
			return false
		}
	}
	return d.line(nodevalue.Under(n.Content, "id")) != "" && d.line(nodevalue.Under(n.Content, "name")) != ""
}

// asWritten is the style of a text that is read as it stands: nobody writes a name as a block of text.
const asWritten = yaml.LiteralStyle

// exactly returns a text that is read as it stands.
func exactly(n *yaml.Node) *yaml.Node {
	exact := *n
	exact.Style = asWritten
	return &exact
}

// asPart returns an actor that dateline has written as people write it, in its first spelling and without the office,
// which follows from who it is.
func (d *decoder) asPart(n *yaml.Node, spelled []*yaml.Node) *yaml.Node {
	id, name := nodevalue.Under(n.Content, "id"), nodevalue.Under(n.Content, "name")
	called, line := name, d.line(name)
	_, _, bracket := names.SplitBracket(line)
	if len(spelled) > 0 || bracket || names.Key(line) != names.Key(d.line(id)) || names.Slug(line, "actor") != d.line(id) {
		d.batch.AddNamed(d.line(id), line)
		called = id
	}
	for _, one := range spelled {
		d.batch.AddNamed(d.line(id), d.line(one))
	}
	if len(spelled) > 0 {
		called = spelled[0]
	}
	return partOf(n, exactly(called), nodevalue.Under(n.Content, "role"))
}

// partOf returns an actor with a role as people write them, at the place of n.
func partOf(n, called, role *yaml.Node) *yaml.Node {
	part := *n
	part.Content = []*yaml.Node{
		{Kind: yaml.ScalarNode, Value: "actor", Line: called.Line, Column: called.Column},
		called,
		{Kind: yaml.ScalarNode, Value: "role", Line: called.Line, Column: called.Column},
		role,
	}
	return &part
}
