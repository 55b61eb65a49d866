package yamltree_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/yamltree"
)

// parse returns the document of a text.
func parse(t *testing.T, text string) *yaml.Node {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Content[0]
}

func TestMove(t *testing.T) {
	n := parse(t, "a: b\nc: d")
	yamltree.MoveDown(n, 10)
	yamltree.MoveRight(n, 11, 5)
	yamltree.MoveTail(n, nil, 11, 100)
	first, last := n.Content[1], n.Content[3]
	if first.Line != 11 || first.Column != 9 || last.Line != 112 || last.Column != 4 {
		t.Errorf("b is at %d:%d and d at %d:%d", first.Line, first.Column, last.Line, last.Column)
	}
}

func TestIsTied(t *testing.T) {
	for text, want := range map[string]bool{"a: [b]": false, "a: [&x b, *x]": true, "- - &x b": true} {
		if got := yamltree.IsTied(parse(t, text)); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestSwallows(t *testing.T) {
	for text, want := range map[string]bool{
		"events: [x]\nby:\n- Ann\n- date: 1999\n  title: b": true,
		"events: [x]\nby: |\n  Ann\n  - date: 1999":         true,
		"events: [x]\nby:\n- date: 1999\n  title: b":        false,
		"by:\n- Ann\n- date: 1999\n  title: b":              false,
	} {
		if got := yamltree.Swallows(parse(t, text)); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestWidth(t *testing.T) {
	for text, want := range map[string]int{"x: wörd": 4, `x: "a b"`: 5, "x: [a, b]": 6, "x: {a: b}": 6, "x: |\n  ab": 1} {
		n := parse(t, text).Content[1]
		if got := yamltree.Width(diag.NewFile("a", text), n); got != want {
			t.Errorf("%s: %d, not %d", strings.TrimSpace(text), got, want)
		}
	}
}
