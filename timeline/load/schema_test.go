package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
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

func TestSchemaRefuses(t *testing.T) {
	schema := compiledSchema(t)
	for name, text := range map[string]string{
		"event without a date":  "- title: a\n",
		"event without a title": "events: [{date: 2025}]\n",
		"list for a title":      "- {date: 2025, title: [a]}\n",
		"text for a figure":     "- {date: 2025, title: a, figures: [810]}\n",
		"unknown kind":          "actors: [{name: a, kind: company}]\n",
		"events without one":    "events: none\n",
		"unknown family":        "{types: {strike: {family: blood}}, events: []}\n",
		"list of types":         "{types: [strike], events: []}\n",
		"text alone":            "hello\n",
	} {
		docs, err := yamlDocuments(text)
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(untyped(docs[0])); err == nil {
			t.Errorf("%s passes: %s", name, strings.TrimSpace(text))
		}
	}
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
