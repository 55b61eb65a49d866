package yamldoc

import (
	"context"
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/internal/anytext"
)

// Whatever stands in a record, reading it ends, and the events before and after it are there, or told of.
func TestAnyText(t *testing.T) {
	most := 2
	if os.Getenv("LONG") != "" {
		most = 3
	}
	check := func(t interface{ Fatalf(string, ...any) }, text string) {
		for _, whole := range []string{text, "- title: before\n" + text + "\n- title: after\n"} {
			problems := diag.NewList(100)
			r := NewReader(context.Background(), diag.NewFile("a.yaml", whole), &problems, UsualPiece)
			fit, ok := r.Clean(whole, 0)
			if !ok {
				continue
			}
			r.InPieces(fit)
			docs, _ := r.Documents(fit)
			kept := valuesOf(docs)
			if HasFrontMatter(fit) {
				r.FrontMatter(fit, func(string) bool { return true })
			}
			if whole != text && (!strings.Contains(kept, "before") || !strings.Contains(kept, "after")) &&
				problems.Count() == 0 {
				t.Fatalf("%q: before or after is lost without a word:\n%s", text, kept)
			}
		}
	}
	anytext.Of(t, anytext.YAML, most, func(text string) { check(t, text) })
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SliceOfN(rapid.SampledFrom([]string(anytext.YAML)), 3, 20).Draw(t, "letters")
		check(t, strings.Join(letters, ""))
	})
}

// A key of quotes alone is a key: of a record that is broken beside it nothing else is lost.
func TestAKeyOfQuotesAlone(t *testing.T) {
	for _, line := range []string{
		`'':`, `"":`, `'': x`, `"": "x`, `  '':`, `  "": [x`, `- '':`, `- "": x`, `"'":`, `'"': x`, `'' :`,
	} {
		for _, broken := range []string{line, line + "\n  x: [", "@\n" + line, line + "\n" + line + "\n  y"} {
			text := "- title: before\n" + broken + "\n- title: after\n"
			problems := diag.NewList(100)
			r := NewReader(context.Background(), diag.NewFile("a.yaml", text), &problems, UsualPiece)
			docs, whole := r.Documents(text)
			kept := valuesOf(docs)
			if !strings.Contains(kept, "before") || !strings.Contains(kept, "after") || !whole && problems.Count() == 0 {
				t.Errorf("%q: %q is what is kept, and %d problems", broken, kept, problems.Count())
			}
		}
	}
}

// valuesOf returns all texts of some trees, each in a line.
func valuesOf(docs []*yaml.Node) (all string) {
	for _, n := range docs {
		all += n.Value + "\n" + valuesOf(n.Content)
	}
	return all
}
