// Package nodevalue reads what the nodes of other people's files mean in the shapes in which people write it: a text
// that is a list of its parts, a place in a map, a link of a wiki that YAML takes for a list in a list.
//
//	nodevalue.Plain(n, "name", "title")  // title: {name: Talks} is Talks
//	nodevalue.Place(n)                   // {venue: Hall, city: Oslo} is Hall, Oslo
//	nodevalue.Wiki(n)                    // [[Oslo]] is a text, not a list of a list of a text
//	nodevalue.AreNames(n)                // whether there is nothing but names
//	nodevalue.Names(n, false)            // those that there are, and what is none
//
// It looks at one value and nothing else: it knows neither the file nor the event, reports nothing, and keeps nothing.
// What a value is for, and whether what it leaves out is kept, is the trade of who asks. An alias is the node that it
// stands for, which is enough for a look: whoever keeps a value counts what comes through aliases.
//
// It imports guess and yamldoc, and yaml.v3 for its nodes.
package nodevalue

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
)

// Deref returns the node that an alias stands for, and any other node itself.
func Deref(n *yaml.Node) *yaml.Node {
	if n.Kind == yaml.AliasNode {
		return n.Alias
	}
	return n
}

// Shape returns the shape of a node in words.
func Shape(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a map"
	}
	return "text"
}

// IsBlank reports whether a value is a text of nothing, as dateline writes a date that is not known.
func IsBlank(n *yaml.Node) bool {
	return n != nil && n.Kind == yaml.ScalarNode && n.Value == ""
}

// Under returns the value of a key among keys and values, or an empty node where the key is not there.
func Under(pairs []*yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].Value == key {
			return pairs[i+1]
		}
	}
	return &yaml.Node{}
}

// TextOf returns the text of a map under the first of some folded keys that has one, and "" where none has.
func TextOf(n *yaml.Node, keys ...string) string {
	for _, key := range keys {
		for i := 0; i+1 < len(n.Content); i += 2 {
			value := Deref(n.Content[i+1])
			if value.Kind != yaml.ScalarNode || value.Tag == "!!null" {
				continue
			}
			own := n.Content[i].Value == key || guess.Is(n.Content[i].Value, key)
			if text := strings.TrimSpace(value.Value); own && text != "" {
				return text
			}
		}
	}
	return ""
}

// Plain returns the text of a value: a text, the paragraphs of a list of texts, or what a map has under the first of
// some keys. It reports whether there is one.
func Plain(n *yaml.Node, keys ...string) (text string, ok bool) {
	switch n.Kind {
	case yaml.ScalarNode:
		text = strings.TrimSpace(n.Value)
		return text, text != "" && !yamldoc.IsNull(n)
	case yaml.MappingNode:
		text = TextOf(n, keys...)
		return text, text != ""
	case yaml.SequenceNode:
		if text, ok = Joined(n, "\n\n"); !ok {
			text = rich(n)
		}
		return text, text != ""
	}
	return "", false
}

// rich returns the text of a list of its parts, some of which say in a map how they look, and "" of another list.
func rich(n *yaml.Node) string {
	var b strings.Builder
	for _, item := range n.Content {
		if item = Deref(item); item.Kind == yaml.ScalarNode {
			b.WriteString(item.Value)
			continue
		}
		text := ""
		for i := 0; i+1 < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
			if key := item.Content[i].Value; key == "plain_text" || key == "text" && text == "" {
				text = item.Content[i+1].Value
			}
		}
		if text == "" {
			return ""
		}
		b.WriteString(text)
	}
	return strings.TrimSpace(b.String())
}

// Joined returns the texts of a list in one, and reports whether it is a list of nothing else.
func Joined(n *yaml.Node, by string) (string, bool) {
	var all []string
	for _, item := range n.Content {
		if item = Wiki(Deref(item)); item.Kind != yaml.ScalarNode {
			return "", false
		}
		if text := strings.TrimSpace(item.Value); text != "" && !yamldoc.IsNull(item) {
			all = append(all, text)
		}
	}
	return strings.Join(all, by), true
}

// Place returns the place that a value names: a text, the texts of a list, or the name in a map and what it is in.
func Place(n *yaml.Node) string {
	switch n.Kind {
	case yaml.ScalarNode:
		if !yamldoc.IsNull(n) {
			return strings.Join(strings.Fields(n.Value), " ")
		}
	case yaml.SequenceNode:
		var all []string
		for _, item := range n.Content {
			if item = Deref(item); item.Kind == yaml.SequenceNode {
				return ""
			}
			if text := Place(item); text != "" {
				all = append(all, text)
			}
		}
		return strings.Join(all, "; ")
	case yaml.MappingNode:
		text := TextOf(n, "name", "title", "label", "venue", "place", "address", "displayname", "value")
		for _, wider := range []string{"city", "state", "region", "country"} {
			if more := TextOf(n, wider); more != "" && !strings.Contains(text, more) {
				if text != "" {
					text += ", "
				}
				text += more
			}
		}
		return text
	}
	return ""
}

// InEDTF is the tag of a date that the reader of a format has put as EDTF, of which nothing is to be guessed.
const InEDTF = "!edtf"

// DateText returns the text of a date. A set of dates is a list to YAML where it is written [2025-08-15,2025-08-16],
// and a map where it is written {…}. Its text is put together again. It reports whether the value is one of these.
func DateText(n *yaml.Node) (text string, ok bool) {
	switch {
	case n.Kind == yaml.ScalarNode:
		return n.Value, true
	case n.Style&yaml.FlowStyle == 0:
		return "", false
	case n.Kind == yaml.SequenceNode:
		var dates []string
		for _, item := range n.Content {
			if item.Kind != yaml.ScalarNode {
				return "", false
			}
			dates = append(dates, item.Value)
		}
		return "[" + strings.Join(dates, ",") + "]", true
	case n.Kind == yaml.MappingNode:
		var dates []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Kind != yaml.ScalarNode || !yamldoc.IsNull(n.Content[i+1]) {
				return "", false
			}
			dates = append(dates, n.Content[i].Value)
		}
		return "{" + strings.Join(dates, ",") + "}", true
	}
	return "", false
}

// InLine returns a text on one line.
func InLine(s string) string {
	if strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\t') >= 0 {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}
