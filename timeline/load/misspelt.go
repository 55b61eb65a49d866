package load

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"dateline/timeline/names"
)

// misspelt returns the map of a record with the key events in the place of one that is nearly that and holds events, if
// it has no events otherwise. So much is not left out for a letter.
func (d *decoder) misspelt(n *yaml.Node) *yaml.Node {
	at := -1
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch key := n.Content[i].Value; {
		case key == "events":
			return n
		case at < 0 && !headFields.has(key) && areEvents(n.Content[i+1]) &&
			len(names.Nearest(key, []string{"events"}, 1)) > 0:
			at = i
		}
	}
	if at < 0 {
		return n
	}
	d.warn(n.Content[at], fmt.Sprintf("unknown key `%s`", n.Content[at].Value), names.Suggestion("events"))
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
