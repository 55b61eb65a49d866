// Package containers finds where events are in a tree that nobody wrote for dateline: in a list under any key, in a map
// from id or date to event, in lists of groups, or deeper, as in data.items and in the features of GeoJSON.
//
//	group, ok := keys.Group(doc) // stages: [{name: A, checkpoints: [{date: 2025-01-01, …}, …]}, …]
//	group.Lists[0].Path          // stages, whose items are groups again
//
// It goes by shape: a list of events is one of maps of which most have a key that means a date, with a digit in its
// value. What keys mean it is told. It makes no events, reports nothing, and follows no alias of YAML. It imports
// guess, wrapped, and yaml.v3 for its nodes.
package containers

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/wrapped"
)

// Keys say what keys mean, and what a node of a long list holds.
type Keys struct {
	IsDate  func(key string) bool              // whether it may say when an event happened
	IsTitle func(key string) bool              // whether it may say what happened
	IsOwn   func(key string) bool              // whether it never holds events, since dateline knows what it holds
	IsWhen  func(text string) bool             // whether a text is a date
	Few     bool                               // whether a list of groups may have few that hold events
	Points  bool                               // whether all features of GeoJSON are events
	First   func(list *yaml.Node) []*yaml.Node // the first items of a list that is not in its node; nil for others

	Unnamed func(list *yaml.Node, names []string) // told of lists of lists without a head line; nil if nobody is
}

// A Group is a map that holds events.
type Group struct {
	Rest  []*yaml.Node // keys and values that hold none
	Lists []List       // what holds them, in the order of the map
}

// A List holds events, or groups of them.
type List struct {
	Key    *yaml.Node   // its key
	Path   string       // the keys that lead to it, with dots between
	Items  *yaml.Node   // a list, a map from id or date to event, or one event
	Form   Form         // which of these
	Rest   []*yaml.Node // keys and values of the maps on the path to it that hold no events
	Beside []*yaml.Node // of a list of a date, those of the map that it is in, where its date is
}

// A Form is how a List holds events.
type Form uint8

// The forms of a List.
const (
	Items  Form = iota // a list of events, or of groups
	ByID               // a map from id to event
	ByDate             // a map from date to events, or to what happened
	OfDate             // a list of what happened on the date of the map that it is in
)

// maxDepth is how deep maps and lists are looked into.
const maxDepth = 6

// sample is how many items of a list are looked at.
const sample = 20

// Group takes a map apart. It reports whether the map holds events.
func (k Keys) Group(n *yaml.Node) (g Group, ok bool) { return k.group(n, maxDepth) }

func (k Keys) group(n *yaml.Node, depth int) (g Group, ok bool) {
	if depth == 0 || n.Kind != yaml.MappingNode {
		return g, false
	}
	titled := k.IsEvent(n)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		lists, found := []List(nil), false
		switch {
		case value.Kind == yaml.SequenceNode && key.Value == "events" && k.areOfDate(n, value):
			lists, found = []List{{Key: key, Path: key.Value, Items: value, Form: OfDate}}, true
		case value.Kind != yaml.ScalarNode && !k.isShut(key.Value, value, titled):
			lists, found = k.lists(key, value, depth-1, titled)
			if !found && !titled && value.Kind == yaml.SequenceNode && k.mayHoldOfDate(key.Value, value) &&
				k.areOfDate(n, value) {
				lists, found = []List{{Key: key, Path: key.Value, Items: value, Form: OfDate}}, true
			}
		}
		if !found {
			g.Rest = append(g.Rest, key, n.Content[i+1])
			continue
		}
		g.Lists = append(g.Lists, lists...)
	}
	for i := range g.Lists {
		if l := &g.Lists[i]; l.Form == OfDate && l.Beside == nil {
			l.Beside = g.Rest
		}
	}
	return g, len(g.Lists) > 0
}

// isShut reports whether the value of a key is left alone. Those of an event are also keys of what more is said of it,
// such as references, whose items have dates and titles too.
func (k Keys) isShut(key string, value *yaml.Node, event bool) bool {
	if key == "events" {
		return false
	}
	if k.IsOwn(key) || event && (key == Other || besides[guess.Fold(key)]) {
		return true
	}
	return event && k.IsDate(key) && !k.isListOfEvents(value)
}

// Other is the key of an event below which its writer's own keys are, whatever they are called.
const Other = "other"

// holders are keys of a map with a date whose lists are events of that date.
var holders = map[string]bool{
	"events": true, "items": true, "entries": true, "milestones": true, "highlights": true, "happenings": true,
	"news": true, "achievements": true, "activities": true, "list": true,
}

// mayHoldOfDate reports whether a list under a key of a dated map may be of events of that date: the key says so, or
// its items are called by their title, as no names of people or sources are.
func (Keys) mayHoldOfDate(key string, list *yaml.Node) bool {
	if areParts(key, list) {
		return false
	}
	key = guess.Fold(key)
	if holders[key] {
		return true
	}
	titled := len(list.Content) > 0
	for _, item := range list.Content {
		called := Has(item, "title") || Has(item, "headline") || Has(item, "event") || Has(item, "heading")
		titled = titled && item.Kind == yaml.MappingNode && called
	}
	return titled && !besides[key]
}

// areOfDate reports whether the items of a list in a dated map are texts or maps that say what happened, without a
// date.
func (k Keys) areOfDate(n, list *yaml.Node) bool {
	if !k.IsDated(n) || len(list.Content) == 0 || k.First(list) != nil {
		return false
	}
	first := list.Content[0]
	return k.tells(first) && (first.Kind == yaml.ScalarNode || first.Kind == yaml.MappingNode && !k.IsDated(first))
}

// besides are keys of an event whose lists are no events, though they have dates and titles.
var besides = map[string]bool{
	"references": true, "refs": true, "bibliography": true, "media": true, "images": true, "image": true, "photos": true,
	"photo": true, "attachments": true, "documents": true, "articles": true, "news": true, "reports": true,
	"videos": true, "video": true, "comments": true, "evidence": true, "source": true, "text": true, "author": true,
	"authors": true, "user": true, "owner": true, "creator": true, "pages": true, "links": true,
}

// lists returns what holds events in the value of a key, of an event or not.
func (k Keys) lists(key, value *yaml.Node, depth int, ofEvent bool) (lists []List, ok bool) {
	one := List{Key: key, Path: key.Value, Items: value}
	switch {
	case value.Kind == yaml.SequenceNode:
		ok = k.areEvents(value, ofEvent) || !ofEvent && k.areGroups(value, depth)
		return []List{one}, ok
	case ofEvent || value.Kind != yaml.MappingNode:
		return nil, false
	case k.IsByID(value):
		one.Form = ByID
		return []List{one}, true
	case k.InYears(value) != nil:
		one.Form, one.Items = ByDate, k.InYears(value)
		return []List{one}, !Has(one.Items, "title") && !Has(one.Items, "description")
	case k.IsByDate(value) && !((isYear(key.Value) || isMonth(key.Value)) && areNumbers(value)):
		one.Form = ByDate
		return []List{one}, true
	}
	inner, ok := k.group(value, depth)
	for i, l := range inner.Lists {
		l.Path = key.Value[:min(len(key.Value), maxName)] + "." + l.Path // each list has one, and a key may be long
		if i == 0 {
			l.Rest = append(l.Rest, inner.Rest...)
		}
		lists = append(lists, l)
	}
	return lists, ok
}

// items returns the first items of a list.
func (k Keys) items(n *yaml.Node) []*yaml.Node {
	items := n.Content
	if first := k.First(n); first != nil {
		items = first
	}
	return items[:min(len(items), sample)]
}

// areEvents reports whether most items of a list are dated; of one in an event, whether they have titles as well.
func (k Keys) areEvents(n *yaml.Node, ofEvent bool) bool {
	dated, all := 0, 0
	for _, item := range k.items(n) {
		if item.Kind != yaml.MappingNode {
			return false
		}
		if all++; k.IsDated(item) && (!ofEvent || k.IsEvent(item)) {
			dated++
		}
	}
	return all > 0 && 2*dated >= all || !ofEvent && all > 1 && k.DateLike(n) != ""
}

// DateLike returns the key of a list of maps that does not mean a date, and yet nearly all of its values are dates; ""
// where there is none. A plain number does not count, since it may be anything.
func (k Keys) DateLike(n *yaml.Node) (key string) {
	items, dates := k.items(n), map[string]int{}
	for _, item := range items {
		for i := 0; i+1 < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
			name, value := item.Content[i].Value, item.Content[i+1]
			if value.Kind != yaml.ScalarNode || len(value.Value) < len("May 2026") || len(value.Value) > maxName ||
				guess.IsNever(name) || strings.Trim(value.Value, "0123456789.") == "" || !k.IsWhen(value.Value) {
				continue
			}
			if dates[name]++; 5*dates[name] >= 4*len(items) && dates[name] > 1 {
				return name
			}
		}
	}
	return ""
}

// areGroups reports whether most items of a list hold events.
func (k Keys) areGroups(n *yaml.Node, depth int) bool {
	groups, all := 0, 0
	for _, item := range k.items(n) {
		all++
		if _, ok := k.group(item, depth); ok || k.Wrapped(item) != nil {
			groups++
		}
	}
	return all > 0 && 2*groups >= all || k.Few && 5*groups >= all && groups > 0
}

// Wrapped returns the key of the one event in a map that is none itself, such as the properties of GeoJSON and the
// attributes of JSON:API. It returns nil where that is not so. What a program notes of the record has dates as well, as
// the sys of Contentful, and is the event only where nothing beside it has a title.
func (k Keys) Wrapped(n *yaml.Node) (key *yaml.Node) {
	if n.Kind != yaml.MappingNode || k.IsDated(n) {
		return nil
	}
	var aside, titled *yaml.Node
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if value.Kind == yaml.ScalarNode && k.IsTitle(name.Value) {
			return nil
		}
		if value.Kind != yaml.MappingNode || k.IsOwn(name.Value) {
			continue
		}
		switch dated := k.IsDated(value); {
		case wrapped.IsAside(name.Value):
			if dated {
				aside = name
			}
		case !dated:
			if titled == nil && k.hasTitle(value) {
				titled = name
			}
		case key != nil:
			return nil
		default:
			key = name
		}
	}
	switch {
	case key == nil && k.Points && propertiesOf(n) != nil:
		return propertiesOf(n)
	case key != nil || aside == nil:
		return key
	case titled != nil:
		return titled
	}
	return aside
}

// Name returns what a group is called, by its keys and values: what is surest to be its title, else its first text, and
// the place of that among them, −1 where there is none.
func (k Keys) Name(pairs []*yaml.Node) (name string, at int) {
	first, best, rank := -1, -1, 0
	for i := 0; i+1 < len(pairs); i += 2 {
		value := pairs[i+1]
		if value.Kind != yaml.ScalarNode || value.Value == "" || value.Tag == "!!null" || len(value.Value) > maxName ||
			strings.Contains(value.Value, "\n") {
			continue
		}
		if k.IsTitle(pairs[i].Value) {
			if r := titleRank(pairs[i].Value); best < 0 || r < rank {
				best, rank = i, r
			}
			continue
		}
		if first < 0 && !k.IsDate(pairs[i].Value) && strings.ContainsFunc(value.Value, isLetter) {
			first = i
		}
	}
	if best >= 0 {
		first = best
	}
	if first < 0 {
		return "", -1
	}
	return pairs[first+1].Value, first
}

// maxName is the greatest length of the name of a group, in bytes.
const maxName = 80

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 0x7f }

// Some returns a copy of a map with only these of its keys and values.
func Some(n *yaml.Node, pairs []*yaml.Node) *yaml.Node {
	some := *n
	some.Content = slices.Clone(pairs)
	return &some
}

// MayHold reports whether a map has another map, or a list of something other than texts, under a key that is none of
// an event. It is a quick test for events, of which nearly none holds others.
func MayHold(n *yaml.Node, ofEvent func(key string) bool) bool {
	for i := 1; i < len(n.Content); i += 2 {
		value := n.Content[i]
		switch value.Kind {
		case yaml.SequenceNode:
			if len(value.Content) == 0 || value.Content[0].Kind == yaml.ScalarNode && !holders[n.Content[i-1].Value] {
				continue
			}
		case yaml.MappingNode:
		default:
			continue
		}
		if !ofEvent(n.Content[i-1].Value) {
			return true
		}
	}
	return false
}

// Largest returns the path to the longest list of maps in a tree, and the number of its items.
func Largest(n *yaml.Node) (at string, count int) { return largest(n, maxDepth) }

func largest(n *yaml.Node, depth int) (at string, count int) {
	if n.Kind != yaml.MappingNode || depth == 0 {
		return "", 0
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i].Value, n.Content[i+1]
		inner, found := largest(value, depth-1)
		if inner = key + "." + inner; value.Kind == yaml.SequenceNode && len(value.Content) > 0 &&
			value.Content[0].Kind == yaml.MappingNode {
			inner, found = key, len(value.Content)
		}
		if found > count {
			at, count = inner, found
		}
	}
	return at, count
}

// Lone returns the map of a tree, itself or the one item of a list or a map in it, that has a date under a key that
// does not mean one, and that key. A plain number is no such date. It returns nil where there is none.
func (k Keys) Lone(n *yaml.Node) (record *yaml.Node, key string) { return k.lone(n, maxDepth) }

func (k Keys) lone(n *yaml.Node, depth int) (record *yaml.Node, key string) {
	if n.Kind == yaml.SequenceNode && len(n.Content) == 1 && k.First(n) == nil {
		n = n.Content[0]
	}
	if n.Kind != yaml.MappingNode || depth == 0 {
		return nil, ""
	}
	one := &yaml.Node{Kind: yaml.SequenceNode, Content: []*yaml.Node{n, n}}
	if key = k.DateLike(one); key != "" {
		return n, key
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if record, key = k.lone(n.Content[i+1], depth-1); record != nil && !k.IsOwn(n.Content[i].Value) {
			return record, key
		}
	}
	return nil, ""
}
