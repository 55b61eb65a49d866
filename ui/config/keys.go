package config

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/yamlfile"
	"dateline/ui/binding"
)

// keysForm is how keys are written.
const keysForm = "write it as {lanes: L, compare: [c, f8]}"

// A placed is an action that is given keys, with where it says so.
type placed struct {
	name *yaml.Node
	keys []*yaml.Node
}

// keys reads which keys actions are to have.
func (r *reading) keys(n *yaml.Node) {
	if !r.isMap(n, "keys", keysForm) {
		return
	}
	var given []binding.Given
	var places []placed
	r.Each(n, func(name, value *yaml.Node) {
		one, at := binding.Given{Name: name.Value}, placed{name: name}
		if value.Kind == yaml.MappingNode || yamlfile.IsNothing(value) {
			r.Problem(name, rule.WrongShape, "`"+brief(name.Value)+"` is given no key", keysForm)
			return
		}
		one.Keys, at.keys = r.keysOf(name, value)
		given, places = append(given, one), append(places, at)
	})
	good, faults := r.table.Check(given)
	for _, f := range faults {
		at, of := places[f.Given].name, rule.UnknownSetting
		if f.Key >= 0 {
			at, of = places[f.Given].keys[f.Key], rule.BadSetting
		}
		r.Problem(at, of, f.What, f.Cure)
	}
	r.into.Keys = good
}

// mostKeys is how many keys an action may be given.
const mostKeys = 9

// keysOf reads the keys that an action is given, each once, with where it says so.
func (r *reading) keysOf(name, value *yaml.Node) (keys []string, at []*yaml.Node) {
	read := make(map[string]bool) // texts of keys
	texts := 0
	for _, item := range r.Items(value) {
		if item.Kind != yaml.ScalarNode {
			r.Problem(item, rule.WrongShape, "a key is "+yamlfile.Shape(item), keysForm)
			continue
		}
		if read[item.Value] {
			continue
		}
		if texts++; texts > mostKeys {
			r.Problem(item, rule.BadSetting, fmt.Sprintf("`%s` is given more than %d keys", brief(name.Value), mostKeys),
				"keep those that you press; what is from here on is not read")
			break
		}
		read[item.Value] = true
		key, what, cure := binding.Parse(item.Value)
		switch {
		case what != "":
			r.Problem(item, rule.BadSetting, brief(what), cure)
		case !slices.Contains(keys, key): // which may be written in several ways
			keys, at = append(keys, key), append(at, item)
		}
	}
	return keys, at
}
