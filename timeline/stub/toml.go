package stub

import (
	"bufio"
	"bytes"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/export/cell"
	"dateline/timeline/internal/tomldoc"
	"dateline/timeline/lazyregexp"
)

var (
	bareKey  = lazyregexp.New(`^[A-Za-z0-9_-]+$`)
	wholeDay = lazyregexp.New(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)
)

// toml finds the form of the events of a file in TOML: tables of an array, to which one can be added at the end. A file
// that has none gets the first one.
func (f *Form) toml(starts []start) {
	head := "events"
	var tables []*yaml.Node
	if len(starts) > 0 {
		problems := diag.NewList(0)
		doc := tomldoc.Document(diag.NewFile("", f.text), f.text, &problems)
		if head, tables = tablesAt(doc, starts[len(starts)-1], ""); head == "" {
			*f = *f.Own()
			return
		}
	}
	f.around[0] = "[[" + head + "]]\n"
	f.apart = strings.TrimSpace(f.text) != ""
	f.setKeys(tomlKeys(tables), false)
}

// tablesAt returns the array of tables of which one is at a place, and its name as [[name]] has it after that of the
// map that it is in. It returns "" where there is none, as for an array in brackets, which nothing can be added to.
func tablesAt(in *yaml.Node, at start, before string) (head string, tables []*yaml.Node) {
	for i := 0; i+1 < len(in.Content); i += 2 {
		name, value := before+tomlKey(in.Content[i].Value), in.Content[i+1]
		if value.Style&yaml.FlowStyle != 0 || value.Kind == yaml.ScalarNode {
			continue
		}
		within := []*yaml.Node{value}
		if value.Kind == yaml.SequenceNode {
			within = value.Content
		}
		for _, table := range within {
			if value.Kind == yaml.SequenceNode && table.Line == at.line && table.Column == at.column {
				return name, within
			}
			if head, tables := tablesAt(table, at, name+"."); head != "" {
				return head, tables
			}
		}
	}
	return "", nil
}

// tomlKeys returns the keys of tables, without those of the tables within them.
func tomlKeys(tables []*yaml.Node) (events [][]string) {
	for _, table := range tables[max(0, len(tables)-most):] {
		var keys []string
		for i := 0; i+1 < len(table.Content); i += 2 {
			if value := table.Content[i+1]; value.Kind == yaml.ScalarNode || value.Style&yaml.FlowStyle != 0 {
				keys = append(keys, table.Content[i].Value)
			}
		}
		events = append(events, keys)
	}
	return events
}

// tomlKey returns a key in quotes where it needs them.
func tomlKey(key string) string {
	if bareKey().MatchString(key) {
		return key
	}
	return tomlText(key)
}

// tomlTable returns an event as the keys of a table, each in a line.
func (f *Form) tomlTable(v Values) string {
	var text strings.Builder
	for _, key := range f.keys {
		text.WriteString(tomlKey(key) + " = " + f.tomlValue(v, key) + "\n")
	}
	return text.String()
}

// tomlValue returns what an event says under a key.
func (f *Form) tomlValue(v Values, key string) string {
	switch f.role[key] {
	case id:
		return tomlText(v.ID)
	case date:
		if wholeDay().MatchString(v.Date) {
			return v.Date
		}
		return tomlText(v.Date)
	case title:
		return tomlText(v.Title)
	case kind:
		return tomlText(v.Type)
	case actors:
		return tomlList(v.Actors)
	case sources:
		return tomlList(v.Sources)
	}
	if slices.Contains(lists, key) {
		return "[]"
	}
	return `""`
}

func tomlList(texts []string) string {
	all := make([]string, len(texts))
	for n, text := range texts {
		all[n] = tomlText(text)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// tomlText returns a text in quotes, in which TOML and JSON escape alike.
func tomlText(text string) string {
	var quoted bytes.Buffer
	out := bufio.NewWriter(&quoted)
	_ = cell.JSON(out)(text) // a text can always be encoded
	out.Flush()
	return strings.TrimSpace(quoted.String())
}
