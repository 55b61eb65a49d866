package properties_test

import (
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/properties"
)

// Of two blocks of front matter with different dates the better one gives the date, or neither.
func TestSecondFrontMatter(t *testing.T) {
	for name, test := range map[string]struct{ page, first, body, want string }{
		"a title":        {"x", "year: 1772", "---\ntitle: A\nyear: 1865\n---\nText", "year: 1865 | Text"},
		"its title":      {"x", "year: 1772\ntitle: A", "---\ntype: a\nyear: 1865\n---\nText", "year: 1772 | Text"},
		"the name":       {"1865_Treaty", "year: 1772", "---\ntype: a\nyear: 1865\n---\nText", "year: 1865 | Text"},
		"neither":        {"x", "year: 1772", "---\ntype: a\nyear: 1865\n---\nText", " | Text < year: 1772, year: 1865"},
		"the same":       {"x", "year: 1865", "---\ntype: a\nyear: 1865\n---\nText", "year: 1865 | Text"},
		"one date":       {"x", "type: b", "---\ntype: a\nyear: 1865\n---\nText", "year: 1865 | Text"},
		"text":           {"x", "year: 1772", "---\nNote: one.\n---\nText", ""},
		"a rule":         {"x", "year: 1772", "---\n\nNote: one.\nSee: two\n\n---\nText", ""},
		"prose":          {"x", "year: 1772", "---\nNote: one.\nand more\n---\nText", ""},
		"without an end": {"x", "year: 1772", "---\ntype: a\nyear: 1865\nText", ""},
	} {
		front, rest, ok := properties.Second(test.body)
		if !ok {
			if test.want != "" || rest != test.body {
				t.Errorf("%s: no second front matter, %q", name, rest)
			}
			continue
		}
		var first, second yaml.Node
		if yaml.Unmarshal([]byte(test.first), &first) != nil || yaml.Unmarshal([]byte(front), &second) != nil {
			t.Fatal(front)
		}
		both, apart := properties.Join(first.Content[0], second.Content[0], test.page,
			func(key, _ string) bool { return key == "year" })
		got := ""
		if i := slices.IndexFunc(both.Content, func(n *yaml.Node) bool { return n.Value == "year" }); i >= 0 {
			got = "year: " + both.Content[i+1].Value
		}
		if got += " | " + rest; apart != nil {
			got += " < " + strings.Join(apart, ", ")
		}
		if got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}
