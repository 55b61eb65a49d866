package load

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/names"
)

// misspelt returns the map of a record with the key events in the place of one that holds events, if it has no such
// key. So much is not left out for a word. A key that is nearly events is taken before others.
func (d *decoder) misspelt(n *yaml.Node) *yaml.Node {
	at, near := -1, false
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key := n.Content[i].Value; {
		case key == "events", key == "date", key == "start": // the last two are of an event
			return n
		case near || headFields.has(key) || !areEvents(n.Content[i+1]):
		case len(names.Nearest(key, []string{"events"}, 1)) > 0:
			at, near = i, true
		case at < 0 && n.Content[i+1].Kind == yaml.SequenceNode && eventFields.has(key): // others are containers
			at = i
		}
	}
	if at < 0 {
		return d.keyless(n)
	}
	if name := n.Content[at].Value; near {
		d.Problem(n.Content[at], rule.UnknownKey, fmt.Sprintf("unknown key `%s`", name), names.Suggestion("events"))
	} else {
		d.Problem(n.Content[at], rule.MisplacedEvents,
			fmt.Sprintf("`%s` holds %s", name, diag.Plural(datedItems(n.Content[at+1]), "event")),
			"write events: instead; or take the line out, if the record is nothing but a list")
	}
	meant, key := *n, *n.Content[at]
	key.Value = "events"
	meant.Content = slices.Clone(n.Content)
	meant.Content[at] = &key
	return &meant
}

// areEvents reports whether a value is a list of events, or one event.
func areEvents(n *yaml.Node) bool {
	return isDated(n) || n.Kind == yaml.SequenceNode && 2*datedItems(n) > len(n.Content)
}

// keyless returns the map of a record without the key events, in which its other list goes on with events: the line
// with the key is gone. It returns the map itself where that is not so.
func (d *decoder) keyless(n *yaml.Node) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		list := n.Content[i+1]
		if list.Kind != yaml.SequenceNode || !headFields.has(n.Content[i].Value) {
			continue
		}
		first := slices.IndexFunc(list.Content, isDated)
		if first < 0 {
			continue
		}
		above, events := *list, *list
		above.Content, events.Content = list.Content[:first:first], list.Content[first:]
		if !areEvents(&events) {
			continue
		}
		d.Problem(events.Content[0], rule.MisplacedEvents,
			"`events:` is missing above this item", "write it on a line of its own above")
		key := *n.Content[i]
		key.Value = "events"
		meant := *n
		meant.Content = slices.Clone(n.Content)
		meant.Content[i+1] = &above
		meant.Content = append(meant.Content, &key, &events)
		return &meant
	}
	return n
}
