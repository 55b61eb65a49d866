package load

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/lazyregexp"
)

// swallowed warns of keys of a record beside its events that hold events, below them be it as text. Below them such a
// key is mostly a field that has slipped to the margin, and YAML takes all below it for its value.
func (d *decoder) swallowed(n *yaml.Node) {
	below, kind := false, rule.SwallowedEvents
	hint := "put the events below events:, if they are of this record"
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Value == "events" {
			below, hint = true, "indent it, if it is a field of the event above it; else put the events below events:"
			if yamldoc.IsNull(value) { // so all events are lost
				kind, hint = rule.MisplacedEvents, "take the line out; the events belong below events:"
			}
			continue
		}
		found := 0
		if value.Kind != yaml.ScalarNode {
			found = d.heldIn(containers.Some(n, n.Content[i:i+2]))
		}
		what := diag.Plural(found, "event")
		switch {
		case !below:
		case value.Kind == yaml.SequenceNode && found == 0:
			found = datedItems(value)
			what = diag.Plural(found, "event")
		case value.Kind == yaml.ScalarNode && value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
			text := value.Value
			if value.Style&yaml.FoldedStyle != 0 {
				text = strings.ReplaceAll(text, " - ", "\n- ") // as it was before its lines were folded
			}
			found = len(datedPattern().FindAllStringIndex(text, -1))
			what = diag.Plural(found, "line") + " where an event begins"
		}
		if found == 0 {
			continue
		}
		d.Report(d.At(key), kind, fmt.Sprintf("`%s` holds %s", diag.Brief(key.Value), what), hint)
		if d.told == nil {
			d.told = make(map[*yaml.Node]bool)
		}
		d.told[key] = true
	}
}

// heldIn returns how many events there are in a map that has one key.
func (d *decoder) heldIn(n *yaml.Node) int {
	group, _ := d.meanings().Group(n)
	found := 0
	for _, l := range group.Lists {
		if count := len(l.Items.Content); l.Form == containers.ByID || l.Form == containers.ByDate {
			found += count / 2
		} else {
			found += count
		}
	}
	return found
}

// datedPattern matches how an event begins in a text, be it in braces or after an anchor.
var datedPattern = lazyregexp.New(`(?m)^ *- +(?:&[\w-]+\s+)?(?:\{ *)?(?:date|title|start|id): *\S`)

// isDated reports whether an item has the fields that every event has.
func isDated(n *yaml.Node) bool {
	date, title := false, false
	if n.Kind == yaml.MappingNode {
		for i := 0; i+1 < len(n.Content); i += 2 {
			date = date || n.Content[i].Value == "date"
			title = title || n.Content[i].Value == "title"
		}
	}
	return date && title
}

// datedItems returns the number of items of a list that are events.
func datedItems(n *yaml.Node) int {
	events := 0
	for _, item := range n.Content {
		if isDated(item) {
			events++
		}
	}
	return events
}
