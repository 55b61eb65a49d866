package nodevalue

import "gopkg.in/yaml.v3"

// InsteadOf returns what to write in place of a map or a list where the text of a key of dateline's belongs.
func InsteadOf(n *yaml.Node, key string) string {
	if cure := instead[key]; cure != "" {
		return cure
	}
	inBrackets := n.Style&yaml.FlowStyle != 0
	switch {
	case inBrackets && n.Kind == yaml.MappingNode:
		return "put the text in quotes, or write the map under a key of your own"
	case inBrackets:
		return "put the text in quotes, or write one text without brackets"
	case n.Kind == yaml.MappingNode:
		return "write text here, in quotes if it has a colon, and the map under a key of your own"
	}
	return "write one text here"
}

// instead are the cures of keys whose texts are of a kind that can be shown.
var instead = map[string]string{
	"related": "name the events by their ids, as in related: [2025-09-08-a-talk]; an address belongs in sources",
	"tags":    "write each as a text, as in tags: [air-defence, kyiv]",
	"notes":   "write each as a text, in quotes if it has a colon, as in notes: ['see: the minutes']",
	"aliases": "write each as a text, as in aliases: [Zelenskyy, Zelenskiy]",
	"parent":  ofActor, "of": ofActor, "by": ofActor, "actor": ofActor,
}

// ofActor is the cure where one actor is to be named.
const ofActor = "write the id, the name or an alias of the actor alone"
