package fastyaml_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/internal/fastyaml"
)

// A part is read as yaml.v3 reads it, and stays as it is when others are read.
func TestPartIsWhatYAMLMakesOfIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Repeat(" ", rapid.IntRange(0, 4).Draw(t, "indent")) + "a: b\n" + plainPiece(t)
		n := fastyaml.Part(text)
		fastyaml.Part("  other: [c, {d: e}]\n  f: g\n")
		if n == nil {
			return
		}
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte(text), &doc); err != nil || len(doc.Content) != 1 {
			t.Fatalf("yaml.v3 does not read it: %v\n%s", err, text)
		}
		if diff := differs(n, doc.Content[0]); diff != "" {
			t.Fatalf("%s\nin\n%s", diff, text)
		}
	})
	if fastyaml.Part("    a: b\n    c: [d]\n") == nil || fastyaml.Part("    a: b\n  c: d\n") != nil {
		t.Error("a part is not understood, or one that is none")
	}
}
