package containers

import "gopkg.in/yaml.v3"

// IsPoint reports whether a map is a feature of GeoJSON with properties.
func IsPoint(n *yaml.Node) bool { return propertiesOf(n) != nil }

// propertiesOf returns the key of the properties of a feature of GeoJSON, which is the point of a map, and nil of any
// other map.
func propertiesOf(n *yaml.Node) (key *yaml.Node) {
	feature := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		switch value := n.Content[i+1]; n.Content[i].Value {
		case "type":
			feature = value.Kind == yaml.ScalarNode && value.Value == "Feature"
		case "properties":
			if value.Kind == yaml.MappingNode && len(value.Content) > 0 {
				key = n.Content[i]
			}
		}
	}
	if !feature {
		return nil
	}
	return key
}
