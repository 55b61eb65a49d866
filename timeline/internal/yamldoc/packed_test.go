package yamldoc_test

import (
	"context"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/yamldoc"
)

// Where every item of a long list is broken, the list keeps no nodes of those that nothing ties to others.
func TestSalvagedPiecesKeepNoNodes(t *testing.T) {
	const events = 200
	text := "events:\n" + strings.Repeat("- date: 2020-01-01\n  title: a: b\n", events)
	problems := diag.NewList(diag.MaxProblems)
	in := diag.NewFile("record.yaml", text)
	r := yamldoc.NewReader(context.Background(), in, &problems, 1<<10)
	docs, _ := r.Documents(text)
	list := r.List(docs[0].Content[1])
	n := 0
	for i := range list.Len() {
		first, again := list.Salvaged(i), list.Salvaged(i)
		if len(first) == 0 || first[0] == again[0] {
			t.Fatalf("piece %d: the nodes of %d items are kept", i, len(first))
		}
		for _, item := range first {
			if n++; item.Kind != yaml.MappingNode || item.Line != 2*n || item.Content[3].Value != "a: b" {
				t.Errorf("item %d is %v in line %d", n, item.Content, item.Line)
			}
		}
	}
	if n != events || problems.Count() != events {
		t.Errorf("%d items and %d problems, not %d", n, problems.Count(), events)
	}
}
