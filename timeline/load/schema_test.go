package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
)

// described returns every spelling that a table reads, with what the schema is to say of it.
func described[T any](t *Fields[T]) map[string]string {
	docs := map[string]string{}
	for _, f := range t.fields {
		docs[f.key] = f.doc
		for _, alias := range f.aliases {
			docs[alias] = "Another spelling of `" + f.key + "`."
		}
	}
	return docs
}

func TestSchemaNamesTheFieldsThatAreRead(t *testing.T) {
	var parsed struct {
		Defs map[string]struct {
			Properties map[string]struct{ Description string }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &parsed); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]map[string]string{
		"record":     described(headFields),
		"type":       described(typeFields),
		"event":      described(eventFields),
		"part":       described(partFields),
		"quote":      described(quoteFields),
		"figure":     described(figureFields),
		"claim":      described(claimFields),
		"actor":      described(actorFields),
		"membership": described(membershipFields),
		"source":     described(sourceFields),
	} {
		got := map[string]string{}
		for key, property := range parsed.Defs[name].Properties {
			got[key] = property.Description
		}
		if slices.Contains([]string{"record", "event", "actor", "source"}, name) {
			want["other"] = "Keys of the writer's own, whatever they are called."
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: fields that are read (-) and in the schema (+):\n%s", name, diff)
		}
	}
}

func compiledSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile("schema.json")
}

// untyped returns a node as JSON has it, where dates are text.
func untyped(n *yaml.Node) any {
	switch {
	case n.Kind == yaml.AliasNode:
		return untyped(n.Alias)
	case n.Kind == yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, untyped(item))
		}
		return list
	case n.Kind == yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			object[n.Content[i].Value] = untyped(n.Content[i+1])
		}
		return object
	case n.Tag == "!!null":
		return nil
	}
	return n.Value
}

func TestSchemaHoldsGoodRecords(t *testing.T) {
	schema := compiledSchema(t)
	good, err := filepath.Glob("testdata/good-*.yaml")
	if err != nil || len(good) == 0 {
		t.Fatal("no good records", err)
	}
	for _, name := range append(good, "../../events.yaml") {
		text, err := os.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		docs, err := yamlDocuments(string(text))
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range docs {
			if err := schema.Validate(untyped(n)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// One mistake is one message in an editor: no kind of record is tried that was not meant.
func TestSchemaSaysOneThingOfAMistake(t *testing.T) {
	schema := compiledSchema(t)
	for text, want := range map[string]string{
		"- title: a\n":                                          "/0: missing property 'date'",
		"{type: call, title: a}":                                ": missing property 'date'",
		"events: [{date: 2025}]\n":                              "/events/0: missing property 'title'",
		"events: {start: 2025}\n":                               "/events: missing property 'title'",
		"- {date: 2025, title: [a]}\n":                          "/0/title: got array",
		"- {date: 2025, title: a, figures: [810]}\n":            "/0/figures/0: got string, want object",
		"- {date: 2025, title: a, actors: [{role: [x]}]}\n":     "/0/actors/0/role: got array",
		"- {date: 2025, title: a, actors: [b, [x]]}\n":          "/0/actors/1: got array",
		"- {date: 2025, title: a, tags: {x: y}}\n":              "/0/tags: got object",
		"- {date: 2025, title: a, quotes: [{text: [x]}]}\n":     "/0/quotes/0/text: got array",
		"- {date: 2025, title: a, sources: [{url: [x]}]}\n":     "/0/sources/0/url: got array",
		"- {date: 2025, title: a, status: {x: y}}\n":            "/0/status: got object",
		"- {date: true, title: a, other: {date: b}}\n":          "",
		"{actors: [{name: a, kind: company}]}\n":                "/actors/0/kind: value must be one of",
		"{actors: {a: {kind: company}}}\n":                      "/actors/a/kind: value must be one of",
		"{sources: {a: {url: [x]}}}\n":                          "/sources/a/url: got array",
		"{actors: [{memberships: [[x]]}]}\n":                    "/actors/0/memberships/0: got array",
		"events: none\n":                                        "/events: got string, want object",
		"{title: a}\n":                                          ": missing property 'events'",
		"{types: {strike: {family: blood}}, events: []}\n":      "/types/strike/family: value must be one of",
		"{types: {strike: blood}, events: []}\n":                "/types/strike: value must be one of",
		"{types: [strike], events: []}\n":                       "/types: got array",
		"hello\n":                                               ": got string, want object",
		"{events: [{date: 2025, title: a, status: odd}]}\n":     "",
		"{events: [{date: 2025, title: a, type: excursion}]}\n": "",
	} {
		docs, err := yamlDocuments(text)
		if err != nil {
			t.Fatal(err)
		}
		found := leaves(schema.Validate(untyped(docs[0])))
		if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || !strings.HasPrefix(found[0], want)) {
			t.Errorf("%s: %q, want %q", strings.TrimSpace(text), found, want)
		}
	}
	for key := range eventFields.byKey { // what package load takes for an event is one here too
		if docs, _ := yamlDocuments(key + ": x"); !headFields.has(key) && key != "other" {
			if found := leaves(schema.Validate(untyped(docs[0]))); strings.Contains(strings.Join(found, ""), "'events'") {
				t.Errorf("a map with %s is a record: %q", key, found)
			}
		}
	}
}

// leaves returns the errors that have no errors below them, each with its place.
func leaves(err error) (found []string) {
	var walk func(e *jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		if len(e.Causes) == 0 {
			place := ""
			for _, step := range e.InstanceLocation {
				place += "/" + step
			}
			found = append(found, place+": "+e.ErrorKind.LocalizedString(message.NewPrinter(language.English)))
		}
		for _, cause := range e.Causes {
			walk(cause)
		}
	}
	var invalid *jsonschema.ValidationError
	if errors.As(err, &invalid) {
		walk(invalid)
	}
	return found
}

// yamlDocuments returns the documents of a YAML text.
func yamlDocuments(text string) (docs []*yaml.Node, err error) {
	for d := yaml.NewDecoder(strings.NewReader(text)); ; {
		n := new(yaml.Node)
		switch err := d.Decode(n); {
		case errors.Is(err, io.EOF):
			return docs, nil
		case err != nil:
			return nil, err
		}
		docs = append(docs, n.Content[0])
	}
}

// typed returns a node as an editor has it, with numbers and truth.
func typed(n *yaml.Node) any {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	switch value := untyped(n).(type) {
	case []any:
		for i, item := range n.Content {
			value[i] = typed(item)
		}
		return value
	case map[string]any:
		for i := 0; i < len(n.Content); i += 2 {
			value[n.Content[i].Value] = typed(n.Content[i+1])
		}
		return value
	case string:
		switch {
		case n.Tag == "!!bool":
			return value == "true"
		case (n.Tag == "!!int" || n.Tag == "!!float") && json.Valid([]byte(value)):
			return json.Number(value)
		}
		return value
	}
	return nil
}

// keysOf returns the keys that are read, in every spelling.
func keysOf[T any](t *Fields[T]) (keys []string) {
	for _, f := range t.fields {
		keys = append(append(keys, f.key), f.aliases...)
	}
	return keys
}

// What a record opens with and without an error is none in an editor: each key in each shape, and every record here.
func TestSchemaFindsNoErrorWhereThereIsNone(t *testing.T) {
	schema := compiledSchema(t)
	read, held := 0, 0
	holds := func(name, text string) {
		docs, err := yamlDocuments(text)
		if err != nil || len(docs) == 0 {
			return
		}
		problems := loadText(t, filepath.Base(name), text).Problems
		odd := problems.Of(func(r rule.ID) bool { return r == rule.UnknownFamily }) // of which an editor lists those there are
		if problems.Errors() > 0 || len(odd) > 0 {
			return
		}
		read++
		for _, n := range docs {
			if n.Kind == yaml.ScalarNode {
				continue
			}
			if found := leaves(schema.Validate(typed(n))); len(found) > 0 {
				t.Errorf("%s\n%.300s: %q", name, text, found)
			}
			held++
		}
	}
	shapes := []string{
		"x", "5", "2.5", "true", "null", "''", "[]", "[x]", "[x, 5, null]", "[[x]]", "[[x, y]]", "{}", "{x: y}", "[{x: y}]", "2025-01-01",
		"2025", "2025-01-01/..", "{name: x}", "[{name: x}]", "{id: x}", "{actor: x, role: y}", "{text: x, by: y}", "[{text: x, source: y}]",
		"{label: x, value: 5}", "{url: 'https://x.org'}", "[{url: 'https://x.org', title: x}]", "{of: x}", "[{of: x, start: 2025}]",
		"{a: {name: x}}", "{a: {title: x}}", "{x: talks}", "{x: {family: talks}}", "{year: 2025, month: 1}", "person", "force",
		"{start: 2025-01-01, end: 2025-02-01}", "{title: titel, date: jahr}", "[{date: 2025, title: x}]", "{date: 2025, title: x}",
	}
	for where, keys := range map[string][]string{
		"{KEY: SHAPE, events: [{date: 2025, title: t}]}":                                  keysOf(headFields),
		"{KEY: SHAPE, own: [1, {a: b}], events: [{date: 2025, title: t}]}":                {"fields", "title", "description"},
		"{types: {strike: {KEY: SHAPE}}, events: [{date: 2025, title: t}]}":               keysOf(typeFields),
		"[{KEY: SHAPE, date: 2025, title: t}]":                                            append(keysOf(eventFields), "own", "other"),
		"[{KEY: SHAPE, start: 2025, title: t}]":                                           keysOf(eventFields),
		"{events: [{date: 2025, title: t, actors: [{actor: a, KEY: SHAPE}]}]}":            keysOf(partFields),
		"{events: [{date: 2025, title: t, quotes: [{KEY: SHAPE}]}]}":                      keysOf(quoteFields),
		"{events: [{date: 2025, title: t, figures: [{label: a, value: 1, KEY: SHAPE}]}]}": keysOf(figureFields),
		"{events: [{date: 2025, title: t, claims: [{KEY: SHAPE}]}]}":                      keysOf(claimFields),
		"{events: [{date: 2025, title: t, sources: [{title: a, KEY: SHAPE}]}]}":           keysOf(sourceFields),
		"{events: [{date: 2025, title: t, sources: {title: a, KEY: SHAPE}}]}":             keysOf(sourceFields),
		"{actors: [{name: a, KEY: SHAPE}]}":                                               append(keysOf(actorFields), "other"),
		"{actors: {a: {KEY: SHAPE}}}":                                                     keysOf(actorFields),
		"{actors: [{name: a, memberships: [{of: b, KEY: SHAPE}]}]}":                       keysOf(membershipFields),
		"{sources: [{title: a, KEY: SHAPE}]}":                                             append(keysOf(sourceFields), "other"),
		"{sources: {a: {KEY: SHAPE}}}":                                                    keysOf(sourceFields),
	} {
		for _, key := range keys {
			for _, shape := range shapes {
				holds("a.yaml", strings.NewReplacer("KEY", key, "SHAPE", shape).Replace(where))
			}
		}
	}
	for _, text := range []string{
		"fields: {title: titel, date: jahr}\nevents:\n- {jahr: 2025, titel: x}\n",
		"fields: {title: titel, date: jahr}\ntimeline:\n- {jahr: 2025, titel: x}\n",
		"title: Mine\ntimeline:\n- {date: 2025, title: x}\n- {date: 2026, title: y}\n",
		"- {Date: 2025, name: x}\n- {date: 2025, headline: x}\n- {when: 2025, what: x}\n",
	} {
		holds("a.yaml", text)
	}
	for _, glob := range []string{"testdata/*.yaml", "testdata/door/*.yaml", "testdata/door/*.yml", "testdata/door/*.json"} {
		files, _ := filepath.Glob(glob)
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			holds(name, string(text))
		}
	}
	if read < 1000 || held < read {
		t.Errorf("%d of these open, and %d documents were held against the schema", read, held)
	}
}

// The keys that tell an event of which no key is the writer's own are those of the table, and fields has all roles.
func TestSchemaListsTheKeysOfAnEvent(t *testing.T) {
	var parsed struct {
		Defs struct {
			EventKeys struct {
				PropertyNames struct{ Enum []string } `json:"propertyNames"`
			} `json:"eventKeys"`
			Record struct {
				Properties struct {
					Fields struct{ Properties map[string]any }
				}
				If struct {
					PropertyNames struct{ Enum []string } `json:"propertyNames"`
				}
			}
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &parsed); err != nil {
		t.Fatal(err)
	}
	var roles []string
	for _, f := range eventFields.fields {
		roles = append(roles, f.key)
	}
	for what, lists := range map[string][2][]string{
		"eventKeys": {append(keysOf(eventFields), "other"), parsed.Defs.EventKeys.PropertyNames.Enum},
		"record":    {append(keysOf(headFields), "other"), parsed.Defs.Record.If.PropertyNames.Enum},
		"fields":    {roles, slices.Collect(maps.Keys(parsed.Defs.Record.Properties.Fields.Properties))},
	} {
		if diff := cmp.Diff(slices.Sorted(slices.Values(lists[0])), slices.Sorted(slices.Values(lists[1]))); diff != "" {
			t.Errorf("%s: read (-) and in the schema (+):\n%s", what, diff)
		}
	}
}
