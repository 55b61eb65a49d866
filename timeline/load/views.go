package load

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/query"
)

// views reads the views in the head of a record: a map from a name to a query, or a list of {name, query}. What cannot
// be used is kept as keys of the record.
func (d *decoder) views(n *yaml.Node, h *head) {
	switch n.Kind {
	case yaml.MappingNode:
		pairs := d.pairs(n)
		for i := 0; i+1 < len(pairs); i += 2 {
			d.view(pairs[i], d.Follow(pairs[i+1]), h)
		}
	case yaml.SequenceNode:
		for _, item := range n.Content {
			d.viewOf(d.Follow(item), h)
		}
	default:
		at := slices.IndexFunc(h.keys, func(key *yaml.Node) bool { return key.Value == d.key })
		if at >= 0 { // such as how often a page was seen
			d.Problem(h.keys[at], rule.UnknownKey, "unknown key `"+d.key+"`", d.asItStands())
		} else {
			d.misshapen(n, fmt.Sprintf("`views` is %s where a map or a list belongs", d.kindOf(n)))
		}
		h.Other = append(h.Other, d.Field(d.key, n))
	}
}

// othersKeys returns the keys of a head of others: a program wrote the file, or the head has keys that are none of
// ours.
func (r *fileReader) othersKeys(n *yaml.Node) (keys []*yaml.Node) {
	others := r.IsKnownOthers()
	for i := 0; i+1 < len(n.Content); i += 2 {
		keys = append(keys, n.Content[i])
		others = others || !headFields.has(n.Content[i].Value)
	}
	if !others {
		return nil
	}
	return keys
}

// kindOf says of what kind a value is, and of one that is no list and no map whether it is a number.
func (*decoder) kindOf(n *yaml.Node) string {
	if tag := n.ShortTag(); n.Kind == yaml.ScalarNode && (tag == "!!int" || tag == "!!float") {
		return "a number"
	}
	return nodevalue.Shape(n)
}

// viewOf reads a view of a list.
func (d *decoder) viewOf(n *yaml.Node, h *head) {
	if n.Kind != yaml.MappingNode {
		d.misshapen(n, fmt.Sprintf("a view is %s where a map belongs", d.kindOf(n)))
		h.Other = append(h.Other, d.Field("views", n))
		return
	}
	type inHand struct {
		name, query *yaml.Node
		kept        []timeline.Field // what is not understood
	}
	fields := NewFields(
		one("name", "What the view is called, in a line.", func(_ *decoder, n *yaml.Node, v *inHand) { v.name = n }),
		one("query", "The filter that it shows.", func(_ *decoder, n *yaml.Node, v *inHand) { v.query = n }),
	)
	outer, v := d.key, inHand{}
	decode(d, n, fields, &v, func(f timeline.Field) { v.kept = append(v.kept, f) })
	d.key = outer
	if v.name == nil || v.query == nil {
		d.misshapen(n, "a view lacks its name or its query")
		h.Other = append(h.Other, d.Field("views", n))
		return
	}
	name := d.view(v.name, d.Follow(v.query), h)
	for _, f := range v.kept {
		h.Other = append(h.Other, timeline.Field{Key: "views." + name + "." + f.Key, Value: f.Value, Text: f.Text})
	}
}

// view reads a view of a name and a query, and returns the name.
func (d *decoder) view(key, n *yaml.Node, h *head) string {
	var name string
	if n := d.Follow(key); n.Kind == yaml.ScalarNode {
		name = strings.Clone(strings.Join(strings.Fields(d.name(n)), " "))
	}
	keep := func() { h.Other = append(h.Other, d.Field("views."+name, n)) }
	known := slices.ContainsFunc(h.Views, func(v timeline.ViewDraft) bool { return v.Name == name })
	var wrong *query.Error
	switch text := ""; {
	case name == "":
		d.misshapen(key, "a view has no name of one line")
		keep()
	case known:
		d.Problem(key, rule.DuplicateKey, fmt.Sprintf("duplicate view `%s`", name),
			"keep one of them; only the first is read")
		keep()
	case n.Kind != yaml.ScalarNode:
		d.misshapen(n, fmt.Sprintf("the query of a view is %s where a line belongs", d.kindOf(n)))
		keep()
	case len(h.Views) == timeline.MaxViews:
		d.Problem(key, rule.TooLarge, fmt.Sprintf("`views` has more than %d views", timeline.MaxViews), "leave some out")
		keep()
	default:
		text = strings.Clone(d.line(n))
		_, err := query.Parse(text)
		if err != nil && errors.As(err, &wrong) {
			d.Problem(n, rule.BadQuery, fmt.Sprintf("the query of the view `%s` cannot be read: %s", name, wrong.Message),
				wrong.Hint)
			keep()
			break
		}
		h.Views = append(h.Views, timeline.ViewDraft{
			View: timeline.View{Name: name, Query: text}, Pos: d.Pos(key), At: d.At(key),
		})
	}
	return name
}

// misshapen reports that views are not written as views are.
func (d *decoder) misshapen(n *yaml.Node, what string) {
	d.Problem(n, rule.WrongShape, what,
		"write it as {Calls of 2025: type:call date:2025}, or as a list of {name: …, query: …}")
}
