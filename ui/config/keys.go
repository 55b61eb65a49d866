package config

import (
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
		for _, item := range r.Items(value) {
			if item.Kind != yaml.ScalarNode {
				r.Problem(item, rule.WrongShape, "a key is "+yamlfile.Shape(item), keysForm)
				continue
			}
			key, what, cure := binding.Parse(item.Value)
			if what != "" {
				r.Problem(item, rule.BadSetting, brief(what), cure)
				continue
			}
			one.Keys, at.keys = append(one.Keys, key), append(at.keys, item)
		}
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
