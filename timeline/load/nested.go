package load

import (
	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
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
func (d *decoder) unfold(e *eventInHand) {
	if e.unfolded {
		return
	}
	e.unfolded = true
	for i, own := 0, len(e.others); i < own; i++ {
		if o := e.others[i]; o.taken == guess.Nothing && o.value.Kind == yaml.MappingNode {
			d.unfoldMap(e, o.name, o.value, i, maxNested)
		}
	}
}

// unfoldMap adds the keys of a map that is under a path in the value of the key of an event at outer.
func (d *decoder) unfoldMap(e *eventInHand, path string, n *yaml.Node, outer, depth int) {
	for i := 0; i+1 < len(n.Content) && len(e.others)-outer < maxUnfolded; i += 2 {
		key, value := n.Content[i], nodevalue.Deref(n.Content[i+1])
		if yamldoc.IsNull(value) {
			continue
		}
		var means []guess.Meaning
		for _, m := range guess.Meant(key.Value) {
			if m.Role == guess.Date && !guess.IsNever(key.Value) ||
				!guess.IsParty(path) && guess.IsOfEvent(path, key.Value, m.Role) {
				means = append(means, m)
			}
		}
		name := path + "." + key.Value
		if len(means) > 0 {
			says := sense{guess.Fold(key.Value), means}
			e.others = append(e.others, otherKey{name: name, key: key, value: value, sense: says, outer: outer + 1})
		}
		if value.Kind == yaml.MappingNode && depth > 1 {
			d.unfoldMap(e, name, value, outer, depth-1)
		}
	}
}
