package icaldoc

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// This file keeps the parameters of properties, and the components within an entry.

// A table is a map that is being made.
type table struct {
	node  *yaml.Node
	index map[string]int // of keys in node.Content
}

// begin empties a table, which makes a node from then on.
func (t *table) begin(node *yaml.Node) {
	const small = 100 // keys, above which an empty table is made anew: to clear one takes as long as it once was large
	if t.index == nil || len(t.index) > small {
		t.index = make(map[string]int)
	}
	clear(t.index)
	t.node = node
}

// keep adds a value under the name of its property. Where that has parameters that are not used, it is a map of the
// value and those.
func (e *entry) keep(c *calendar, key string, p property, value string, used ...string) {
	e.keepWith(c, key, p, value, e.paramsOf(c, p, used))
}

// keepWith adds a value, in the map of its parameters where there is one.
func (e *entry) keepWith(c *calendar, key string, p property, value string, all *yaml.Node) {
	if all == nil {
		e.add(c, key, p, value)
		return
	}
	if value = strings.TrimSpace(value); value != "" && e.room(c, p) {
		e.last = e.text(value, p)
		all.Content = slices.Insert(all.Content, 0, e.text("value", p), e.last)
	}
	e.put(key, p, all)
}

// keepParams adds the parameters that are not used of a property whose value is under another key.
func (e *entry) keepParams(c *calendar, p property, used ...string) {
	if all := e.paramsOf(c, p, used); all != nil {
		e.put(strings.ToLower(p.name)+" parameters", p, all)
	}
}

// paramsOf returns a map of the parameters of a property that are not used, and nil where there are none. What kind of
// value it has need not be said of a date, which shows it.
func (e *entry) paramsOf(c *calendar, p property, used []string) *yaml.Node {
	if len(p.params) < len(";A=") {
		return nil
	}
	e.params.begin(nil)
	for name, written := range p.each {
		name = strings.ToUpper(strings.TrimSpace(name))
		if slices.Contains(used, name) || name == "VALUE" && isMomentOf(written, p.value) {
			continue
		}
		key := strings.ToLower(name)
		switch name {
		case "":
			key = "parameter"
		case "VALUE": // the key of the value itself is called so
			key = "value type"
		}
		for _, one := range paramItems(written) {
			if !e.room(c, p) {
				return e.params.node
			}
			if e.params.node == nil {
				e.params.node = e.new(yaml.MappingNode, "!!map", "", p.at.line, p.at.column)
			}
			e.putIn(&e.params, key, p, e.text(one, p))
		}
	}
	return e.params.node
}

// isMomentOf reports whether a value is written as its type, DATE or DATE-TIME, has it.
func isMomentOf(kind, value string) bool {
	kind, value = strings.Trim(kind, `"`), strings.TrimSpace(value)
	day := len(value) <= len("2025-01-01")
	return (day && strings.EqualFold(kind, "DATE") || !day && strings.EqualFold(kind, "DATE-TIME")) &&
		momentPattern().MatchString(strings.ToUpper(value))
}

// each yields the parameters of a property with their values as they are written. One without a sign of equality has
// no name.
func (p property) each(yield func(name, value string) bool) {
	for rest := p.params; rest != ""; {
		rest = rest[1:]
		end, quoted := 0, false
		for ; end < len(rest) && (quoted || rest[end] != ';'); end++ {
			if rest[end] == '"' {
				quoted = !quoted
			}
		}
		name, value, found := strings.Cut(rest[:end], "=")
		if !found {
			name, value = "", name
		}
		if !yield(name, value) {
			return
		}
		rest = rest[end:]
	}
}

// param returns the value of a parameter without its quotes, and "" where the property has none of that name.
func (p property) param(name string) string {
	for key, value := range p.each {
		if strings.EqualFold(key, name) {
			return strings.TrimSpace(strings.Trim(value, `"`))
		}
	}
	return ""
}

// paramItems returns the values of a parameter, which have commas between them, without their quotes and escapes.
func paramItems(s string) (all []string) {
	begin, quoted := 0, false
	for i := 0; i <= len(s); i++ {
		switch {
		case i == len(s) || s[i] == ',' && !quoted:
			if one := strings.TrimSpace(unescape(strings.Trim(strings.TrimSpace(s[begin:i]), `"`))); one != "" {
				all = append(all, one)
			}
			begin = i + 1
		case s[i] == '"':
			quoted = !quoted
		}
	}
	return all
}

// A part is a component within an entry, such as an alarm, which becomes a map under its name.
type part struct {
	table
	begun property
}

// beginPart begins a component within an entry.
func (e *entry) beginPart(p property) {
	e.close()
	if len(e.parts) < cap(e.parts) {
		e.parts = e.parts[:len(e.parts)+1] // with the index that it has
	} else {
		e.parts = append(e.parts, part{})
	}
	last := &e.parts[len(e.parts)-1]
	last.begun = p
	last.begin(e.new(yaml.MappingNode, "!!map", "", p.line, 1))
}

// endPart ends the innermost component, if there is one. An empty one is none.
func (e *entry) endPart() {
	if len(e.parts) == 0 {
		return
	}
	e.close()
	last := e.parts[len(e.parts)-1]
	if e.parts = e.parts[:len(e.parts)-1]; len(last.node.Content) > 0 {
		e.put(strings.ToLower(strings.TrimSpace(last.begun.value)), last.begun, last.node)
	}
}
