package keptvalue_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/keptvalue"
)

// node returns the value that a text of YAML is.
func node(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Content[0]
}

// What is kept of a list or map is read back to the same text.
func TestTextIsItsOwn(t *testing.T) {
	for text, want := range map[string]string{
		"{a: [1, 2]}":                 "{a: [1, 2]}",
		"[1,2]":                       "[1, 2]",
		"- 1\n- b:   c\n  d: |\n   e": "- 1\n- b: c\n  d: |-\n    e",
		"a:\n    - 1":                 "a:\n  - 1",
	} {
		got, err := keptvalue.Text(node(t, text))
		if err != nil || got != want {
			t.Errorf("%q is kept as %q, %v; want %q", text, got, err, want)
		}
		if again, err := keptvalue.Text(node(t, got)); err != nil || again != got {
			t.Errorf("%q is kept as %q the second time, %v", got, again, err)
		}
	}
}

// Over a node that no reader makes the encoder panics.
func TestTextOfNoNode(t *testing.T) {
	if text, err := keptvalue.Text(&yaml.Node{Kind: yaml.AliasNode}); err == nil {
		t.Errorf("an alias of nothing is kept as %q", text)
	}
}

// A value at a bound is not whole, and one below it is.
func TestIsWhole(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"plain":           {"{a: [1, {b: c}]}", true},
		"an anchor":       {"{a: &x 1}", false},
		"an alias":        {"{a: &x 1, b: *x}", false},
		"just flat":       {nested(keptvalue.MaxDepth), true},
		"too deep":        {nested(keptvalue.MaxDepth + 1), false},
		"just few values": {"[" + strings.Repeat("1,", keptvalue.MaxValues-2) + "]", true},
		"too many values": {"[" + strings.Repeat("1,", keptvalue.MaxValues-1) + "]", false},
	} {
		if got := keptvalue.IsWhole(node(t, c.text)); got != c.want {
			t.Errorf("%s: whole is %t", name, got)
		}
	}
}
