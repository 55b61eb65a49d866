package containers

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// Headed returns what is beside a list in the map that holds it. Its headline is the title of the record, and its text
// the description, as in the first TimelineJS, where the head of the record has none.
func Headed(head *yaml.Node, rest []*yaml.Node) []*yaml.Node {
	beside := Some(head, rest)
	if !Has(beside, "headline") {
		return rest
	}
	rest = slices.Clone(rest)
	for i := 0; i+1 < len(rest); i += 2 {
		name := ""
		switch rest[i].Value {
		case "headline":
			name = "title"
		case "text":
			name = "description"
		}
		if name != "" && rest[i+1].Kind == yaml.ScalarNode && !Has(head, name) && !Has(beside, name) {
			rest[i] = Word(name, rest[i])
		}
	}
	return rest
}
