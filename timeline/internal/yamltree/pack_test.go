package yamltree_test

import (
	"reflect"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/yamltree"
)

func TestPackedTreesAreThoseThatWerePacked(t *testing.T) {
	for _, text := range []string{
		"[]", "- a", "- ~\n- ''\n- \"\"\n- |\n  a\n\n  b\n", "- !own {a: [1, 2.5, true], 'é': {}}\n-\n  - - x\n- 2020-01-01\n",
		"\n\n- b: c\n  d:\n  - e\n- !!binary aGk=\n- <<: {a: b}\n",
	} {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		trees := doc.Content[0].Content
		for i, n := range trees {
			n.Line, n.Column = n.Line-i, n.Column-3 // any numbers
		}
		got := yamltree.Pack(trees).Trees()
		if got == nil || len(got)+len(trees) > 0 && !reflect.DeepEqual(got, trees) {
			t.Errorf("%q: other trees than were packed", text)
		}
	}
}

func TestTiedTreesAreNotPacked(t *testing.T) {
	for _, text := range []string{"- &a b", "- c: &a b", "- &a b\n- *a", "- - {d: &a b}\n"} {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
			t.Fatal(err)
		}
		if yamltree.Pack(doc.Content[0].Content) != nil {
			t.Errorf("%q was packed", text)
		}
	}
	if yamltree.Pack([]*yaml.Node{{Kind: yaml.AliasNode, Value: "a"}}) != nil {
		t.Error("an alias was packed")
	}
}

func BenchmarkPack(b *testing.B) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte("- {date: 2020-01-01, title: a title, actors: [a, b], tags: [c]}\n"), &doc); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		yamltree.Pack(doc.Content[0].Content).Trees()
	}
}
