package tabular_test

import (
	"os"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/anytext"
	"dateline/timeline/internal/tabular"
)

// Whatever stands in a table, reading it ends, and the rows before and after it are there.
func TestAnyText(t *testing.T) {
	most := 3
	if os.Getenv("LONG") != "" {
		most = 4
	}
	read := func(text string) (kept string) {
		problems := diag.NewList(100)
		rows := 0
		tabular.Each(diag.NewFile("a.csv", text), text, &problems, func(event *yaml.Node) bool {
			for _, n := range event.Content {
				kept += n.Value + "\n"
			}
			if rows++; rows > len(text) {
				t.Fatalf("%q: more rows than bytes", text)
			}
			return true
		})
		tabular.Is(text)
		return kept
	}
	anytext.Of(t, anytext.Table, most, func(text string) {
		read(text)
		kept := read("date,title\n2025-01-01,before\n" + text + "\n2025-01-02,after\n")
		if !strings.Contains(kept, "before") || !strings.Contains(kept, "after") {
			t.Fatalf("%q: before or after is lost:\n%s", text, kept)
		}
	})
}
