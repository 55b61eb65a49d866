package containers

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/wrapped"
)

// IsDated reports whether a map has a key that means a date, with a value that may be one.
func (k Keys) IsDated(n *yaml.Node) bool {
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		if k.IsDate(n.Content[i].Value) && mayBeDate(n.Content[i+1], 2) && !k.isListOfEvents(n.Content[i+1]) {
			return true
		}
	}
	return false
}

// isListOfEvents reports whether a value is a list whose first item has a date and a title, as what TimelineJS once had
// under the key date.
func (k Keys) isListOfEvents(n *yaml.Node) bool {
	return n.Kind == yaml.SequenceNode && len(n.Content) > 0 && n.Content[0].Kind == yaml.MappingNode &&
		k.IsEvent(n.Content[0])
}

// mayBeDate reports whether a value may be a date: a text with a digit that is no time of day, a list of such, or a map
// that has a year, a start or the like.
func mayBeDate(n *yaml.Node, depth int) bool {
	if n = wrapped.Value(n); n.Kind == yaml.ScalarNode {
		return strings.ContainsAny(n.Value, "0123456789") && !isHours(n.Value)
	}
	for i, child := range n.Content {
		part := n.Kind == yaml.SequenceNode || i%2 == 1 && dateParts[guess.Fold(n.Content[i-1].Value)]
		if part && depth > 0 && mayBeDate(child, depth-1) {
			return true
		}
	}
	return false
}

// dateParts are keys of a map that is a date.
var dateParts = map[string]bool{
	"year": true, "date": true, "start": true, "from": true, "begin": true, "startdate": true, "datetime": true,
	"iso": true, "value": true, "earliest": true, "local": true, "utc": true, "numberlong": true, "time": true,
}

// IsEvent reports whether a map has a date and a title.
func (k Keys) IsEvent(n *yaml.Node) bool {
	return k.IsDated(n) && k.hasTitle(n)
}

// hasTitle reports whether a map has a key that says what happened.
func (k Keys) hasTitle(n *yaml.Node) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if value := n.Content[i+1]; k.IsTitle(n.Content[i].Value) &&
			(value.Kind != yaml.ScalarNode || value.Value != "") {
			return true
		}
	}
	return false
}

// IsByID reports whether most values of a map are dated maps.
func (k Keys) IsByID(n *yaml.Node) bool {
	dated, all := 0, 0
	for i := 0; i+1 < len(n.Content) && all < sample; i += 2 {
		value := n.Content[i+1]
		if k.IsOwn(n.Content[i].Value) || k.IsDate(n.Content[i].Value) {
			return false
		}
		if all++; value.Kind == yaml.MappingNode && k.IsDated(value) {
			dated++
		}
	}
	return dated > 1 && 2*dated > all
}

// IsByDate reports whether more than half of the keys of a map are dates, and so at least two, or all are whole days.
// What a record is called does not count, and a date of which nothing is said counts only beside another.
func (k Keys) IsByDate(n *yaml.Node) bool {
	dates, days, all, said := 0, 0, 0, false
	for i := 0; i+1 < len(n.Content) && all < sample; i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		if value.Kind == yaml.ScalarNode && (key == "title" || key == "description") {
			continue
		}
		tells := k.tells(value)
		if all++; k.IsWhen(key) && (tells || IsEmpty(value)) {
			dates++
			said = said || tells
			if len(key) == len("2025-09-08") && strings.Count(key, "-") == 2 {
				days++
			}
		}
	}
	return said && (dates > 1 && 2*dates > all || days > 0 && days == all)
}

// IsEmpty reports whether a value is a list or a map without anything in it, or nothing at all.
func IsEmpty(n *yaml.Node) bool {
	return len(n.Content) == 0 && (n.Kind != yaml.ScalarNode || n.Tag == "!!null") && n.Kind != yaml.AliasNode
}

// tells reports whether a value may say what happened: it is a text that is no number, a map, or a list of such.
func (k Keys) tells(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag != "!!null" && strings.Trim(n.Value, "0123456789.,-+%$€ ") != ""
	case yaml.SequenceNode:
		return len(n.Content) > 0 && n.Content[0].Kind != yaml.SequenceNode && k.tells(n.Content[0])
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		value := n.Content[i+1]
		if k.IsTitle(n.Content[i].Value) ||
			value.Kind == yaml.SequenceNode && holders[guess.Fold(n.Content[i].Value)] && k.tells(value) {
			return true
		}
	}
	return false
}

// IsHollow reports whether a map says nothing but that there are no events at a date: {year: 2021, events: []}.
func IsHollow(n *yaml.Node, isDate func(key string) bool) bool {
	hollow := false
	for i := 0; i+1 < len(n.Content) && n.Kind == yaml.MappingNode; i += 2 {
		key, value := guess.Fold(n.Content[i].Value), n.Content[i+1]
		switch {
		case holders[key] && value.Kind == yaml.SequenceNode && len(value.Content) == 0:
			hollow = true
		case value.Kind != yaml.ScalarNode || !isDate(n.Content[i].Value) && !guess.Is(key, "month") && !guess.Is(key, "day"):
			return false
		}
	}
	return hollow
}
