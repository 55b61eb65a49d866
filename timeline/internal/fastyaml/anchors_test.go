package fastyaml_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/internal/fastyaml"
)

// sameTied fails where a Reader understands items with anchors otherwise than yaml.v3 understands the list. It returns
// how many of the items it understands, from the first on.
func sameTied(t interface{ Fatalf(string, ...any) }, text string) (understood int) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil || len(doc.Content) != 1 {
		return 0
	}
	list := doc.Content[0]
	r := new(fastyaml.Reader)
	r.Open(text, 0)
	r.Tie(func(string) *yaml.Node { return nil })
	for at, _ := r.Pos(); at < len(text); at, _ = r.Pos() {
		n := r.Item(list.Column - 1)
		if n == nil {
			break
		}
		if list.Kind != yaml.SequenceNode || understood == len(list.Content) {
			t.Fatalf("yaml.v3 finds fewer items in\n%s", text)
		}
		if diff := differs(n, list.Content[understood]); diff != "" {
			t.Fatalf("%s\nin\n%s", diff, text)
		}
		understood++
		r.Reset()
	}
	return understood
}

func TestReaderUnderstandsAnchors(t *testing.T) {
	for name, text := range map[string]string{
		"a list":          "- a: &x [b, c]\n- a: *x\n",
		"an item":         "- &x {a: b}\n- *x\n- a: *x # c\n",
		"below":           "- &x\n  a: b\n- a: &y\n    b: c\n  d: &z\n    - e\n- [*x, *y, {a: *z}]\n",
		"a merge key":     "- &x {a: b}\n- <<: *x\n  c: d\n- {<<: *x}\n- c: d\n  <<: *x\n",
		"within another":  "- a: &x [&y b, *y]\n- [*x, *y]\n",
		"again":           "- a: &x b\n  c: *x\n- a: &x d\n  c: *x\n- *x\n",
		"again within":    "- a: &x [&x b]\n- *x\n",
		"a text":          "- a: &x |\n    b\n- a: &y \"b\"\n- a: &z b\n    c\n- [*x, *y, *z]\n",
		"a text after it": "- a: b & c, *d*, b&c\n",
	} {
		if n := sameTied(t, text); n != strings.Count(text, "\n- ")+1 {
			t.Errorf("%s: only %d items are understood:\n%s", name, n, text)
		}
	}
	for name, text := range map[string]string{
		"unknown":        "- *x\n",
		"itself":         "- &x [*x]\n",
		"of a key":       "- &x a: b\n",
		"an alias a key": "- *x : b\n",
		"two":            "- &x &y b\n",
		"nothing":        "- a: &x\n",
	} {
		if n := sameTied(t, text); n > 0 {
			t.Errorf("%s is understood:\n%s", name, text)
		}
	}
}

// Anchors of an item that is not understood are unknown, and its nodes are used again without them.
func TestAnchorsOfWhatIsNotUnderstood(t *testing.T) {
	const first = "- a: &x b\n  c: &y d: e\n"
	r := new(fastyaml.Reader)
	r.Open(first+"- f: *x\n- {g: h}\n", 0)
	r.Tie(func(string) *yaml.Node { return nil })
	if n := r.Item(0); n != nil || r.Anchor("x") != nil {
		t.Errorf("%v is read, and x is %v", n, r.Anchor("x"))
	}
	r.Skip(len(first), 2)
	known := &yaml.Node{Kind: yaml.ScalarNode, Value: "b"}
	r.SetAnchor("x", known)
	if n := r.Item(0); n == nil || n.Content[1].Alias != known {
		t.Errorf("%v is read", n)
	}
	r.Reset()
	if n := r.Item(0); n.Anchor+n.Content[0].Anchor+n.Content[1].Anchor != "" || n.Content[1].Alias != nil {
		t.Errorf("%v has an anchor", n)
	}
}

func TestReaderUnderstandsAnchorsAsYAMLDoes(t *testing.T) {
	parts := append([]string{"&a ", "&b ", "*a", "*b", "*a, ", "<<: *a", "<<: ", "[&a x, *a]", "&a [*b]", "&a\n    "}, plainParts...)
	rapid.Check(t, func(t *rapid.T) {
		text := "- a: &a {b: c}\n- a: &b d\n"
		for range rapid.IntRange(1, 6).Draw(t, "lines") {
			text += rapid.SampledFrom([]string{"- ", "- a: ", "  b: ", "  - "}).Draw(t, "begin")
			for range rapid.IntRange(1, 4).Draw(t, "parts") {
				text += rapid.SampledFrom(parts).Draw(t, "part")
			}
			text += "\n"
		}
		sameTied(t, text)
	})
}
