package yamltree

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline/lazyregexp"
)

// Swallows reports whether a record may hold events in the value of a key below its events. Only the lines of its text
// show whether the key has slipped.
func Swallows(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	below := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key := n.Content[i].Value; {
		case key == "events":
			below = true
		case key == "description": // of the record, which may show how an event is written
		case below && holdsEvents(n.Content[i+1]):
			return true
		}
	}
	return false
}

// holdsEvents reports whether events come after something else in a value.
func holdsEvents(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.SequenceNode:
		for i, item := range n.Content {
			switch isDated := hasKey(item, "date") || hasKey(item, "start"); {
			case item.Kind != yaml.MappingNode || !isDated:
			case i > 0 && IsEvent(func(key string) bool { return hasKey(item, key) }):
				return true
			default:
				return false // it is a list of the writer's own
			}
		}
	case yaml.MappingNode:
		return len(n.Content) > 0 && holdsEvents(n.Content[len(n.Content)-1])
	case yaml.ScalarNode:
		return n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 && eventPattern().MatchString(n.Value)
	}
	return false
}

// eventPattern matches how an event may begin within a text, whose lines may have been folded.
var eventPattern = lazyregexp.New(`(?:^|\s)- .*\b(?:date|title|start|id): `)

// hasKey reports whether a map has a key.
func hasKey(n *yaml.Node, key string) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return true
		}
	}
	return false
}

// IsEvent reports whether a map with some keys is an event: those that every event has, and none of a source.
func IsEvent(has func(key string) bool) bool {
	return has("title") && (has("date") || has("start")) && !has("url") && !has("publisher") && !has("author")
}
