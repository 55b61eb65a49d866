package owntable_test

import (
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/owntable"
)

// cell returns a row of one cell.
func cell(key, value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: []*yaml.Node{
		{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}, {Kind: yaml.ScalarNode, Tag: "!!str", Value: value},
	}}
}

// written returns a node as YAML in one line.
func written(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return n.Value
	}
	var all []string
	for i, child := range n.Content {
		if text := written(child); n.Kind == yaml.MappingNode && i%2 == 0 {
			all = append(all, text+":")
		} else {
			all = append(all, text)
		}
	}
	return "{" + strings.Join(all, " ") + "}"
}

func TestRow(t *testing.T) {
	for _, c := range [][3]string{
		{"actors", "Ann (host; guest)\nBob\n", "{actors: {{actor: Ann role: host; guest} {actor: Bob}}}"},
		{"actors", "Ann (a (b), c; d)", "{actors: {{actor: Ann role: a (b), c; d}}}"},
		{"actors", "Ann (the elder) (host)", "{actors: {{actor: Ann (the elder) role: host}}}"},
		{"actors", "A (b) C", "{actors: {{actor: A (b) C}}}"},
		{"sources", "Paper, Title, 1 May 2025, https://a.org/x [p]", "{sources: {{id: p title: Paper, Title, 1 May 2025 url: https://a.org/x}}}"},
		{"sources", "https://a.org/x", "{sources: {{url: https://a.org/x}}}"},
		{"sources", "[p]", "{sources: {{id: p}}}"},
		{"sources", "DW, [A title]", "{sources: {{title: DW, [A title]}}}"},
		{"sources", "T, https://a.org (tier: A)", "{sources: {{title: T (tier: A) url: https://a.org}}}"},
		{"tags", "a; b\nc, d", "{tags: {a; b c, d}}"},
		{"figures", "talks: 5", "{other: {{figures: talks: 5}}}"},
		{"other", "a: 1\nb:\nwhat", "{other: {{a: 1} {b: } {other: what}}}"},
		{"file", "a.yaml", "{}"},
		{"title", "A; b", "{title: A; b}"},
	} {
		if got := written(owntable.Row(cell(c[0], c[1]))); got != c[2] {
			t.Errorf("%s %q is %s, want %s", c[0], c[1], got, c[2])
		}
	}
}

// No letter of a cell is lost, but for signs around its parts.
func FuzzRow(f *testing.F) {
	for _, seed := range []string{"Ann (host)\nBob", "T, https://a.org (x) [p]", "a: b\n:\n", "()[]", "((", "[p"} {
		f.Add("actors", seed)
		f.Add("sources", seed)
		f.Add("other", seed)
	}
	f.Fuzz(func(t *testing.T, key, value string) {
		switch key {
		case "file", "line":
			return
		}
		got := written(owntable.Row(cell(key, value)))
		for _, word := range strings.FieldsFunc(value, func(r rune) bool { return strings.ContainsRune("()[],:; \n\t", r) }) {
			if word = strings.TrimSpace(word); !strings.Contains(got, word) {
				t.Fatalf("%s %q is %s without %q", key, value, got, word)
			}
		}
	})
}
