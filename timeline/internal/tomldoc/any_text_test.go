package tomldoc_test

import (
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/anytext"
	"dateline/timeline/internal/tomldoc"
)

// valuesOf returns all texts of a tree, each in a line.
func valuesOf(n *yaml.Node) string {
	all := n.Value + "\n"
	for _, child := range n.Content {
		all += valuesOf(child)
	}
	return all
}

// Whatever stands in a text of TOML, reading it ends, and the tables before and after it are there.
func TestAnyText(t *testing.T) {
	most := 3
	if os.Getenv("LONG") != "" {
		most = 4
	}
	read := func(text string) string {
		problems := diag.NewList(100)
		in := diag.NewFile("a.toml", text)
		tomldoc.Is(text)
		if page, ok := tomldoc.FrontMatter(in, text, &problems); ok {
			tomldoc.Document(in, page.Front, &problems)
		}
		return valuesOf(tomldoc.Document(in, text, &problems))
	}
	anytext.Of(t, anytext.TOML, most, func(text string) {
		read(text)
		kept := read("[[events]]\ntitle = \"before\"\n" + text + "\n[[events]]\ntitle = \"after\"\n")
		if !strings.Contains(kept, "before") || !strings.Contains(kept, "after") {
			t.Fatalf("%q: before or after is lost:\n%s", text, kept)
		}
	})
}
