package otherkeys

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/wrapped"
	"dateline/timeline/internal/yamldoc"
)

// This file looks for what an event lacks in the maps that it has.

// Bounds of what is looked at in one event.
const (
	maxNested   = 4  // maps in maps
	maxUnfolded = 64 // keys
)

// unfold adds the keys of the maps of an event that may mean its date, its title or what it says, as commit.message. It
// is for an event whose own keys do not say that.
func (g *Guesser) unfold(e *Event) {
	if e.unfolded {
		return
	}
	e.unfolded = true
	for i, own := 0, len(e.Others); i < own; i++ {
		o := e.Others[i]
		free := o.Taken == guess.Nothing || o.Folded == "data" // a date in Italian, but here all that an event has
		if free && o.Value.Kind == yaml.MappingNode {
			g.unfoldMap(e, o.Name, o.Value, i, maxNested)
		}
	}
}

// unfoldMap adds the keys of a map that is under a path in the value of the key of an event at outer.
func (g *Guesser) unfoldMap(e *Event, path string, n *yaml.Node, outer, depth int) {
	for i := 0; i+1 < len(n.Content) && len(e.Others)-outer < maxUnfolded; i += 2 {
		key, value := n.Content[i], wrapped.Value(nodevalue.Deref(n.Content[i+1]))
		if yamldoc.IsNull(value) {
			continue
		}
		var means []guess.Meaning
		for _, m := range guess.Meant(key.Value) {
			if m.Role == guess.Date && !guess.IsNever(key.Value) || m.Role == guess.End ||
				!guess.IsParty(path) && guess.IsOfEvent(path, key.Value, m.Role) {
				means = append(means, m)
			}
		}
		name := path + "." + key.Value
		ofYear := guess.Is(key.Value, "month") || isEra(guess.Fold(key.Value)) // without which the year is another
		if len(means) > 0 || ofYear && value.Kind == yaml.ScalarNode {
			says, aside := senseOf(key.Value, means), isAside(path)
			e.Others = append(e.Others, Key{Name: name, Node: key, Value: value, sense: says, Outer: outer + 1, aside: aside})
		}
		if value.Kind == yaml.MappingNode && depth > 1 {
			g.unfoldMap(e, name, value, outer, depth-1)
		}
	}
}
