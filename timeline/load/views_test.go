package load_test

import (
	"context"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/load"
)

// The head of a record may name views, which are a name and a query and nothing else. What is wrong in them has a place
// and a cure, and nothing of it is lost.
func TestViews(t *testing.T) {
	const events = "events:\n  - {date: 2025-01-01, title: One}\n"
	calls := []timeline.View{{Name: "Calls", Query: "type:call date:2025"}}
	for name, test := range map[string]struct {
		text     string
		want     []timeline.View
		problems string
		other    string
	}{
		"a map":        {"views:\n  Calls: type:call date:2025\n", calls, "", ""},
		"a list":       {"views:\n  - {name: Calls, query: \"type:call date:2025\"}\n", calls, "", ""},
		"nothing":      {"views:\n", nil, "", ""},
		"a bad query":  {"views:\n  Calls: (type:call\n", nil, "2:10: ", "views.Calls"},
		"a list below": {"views:\n  Calls: [type:call]\n", nil, "2:10: error: ", "views.Calls"},
		"no name":      {"views:\n  - {query: \"type:call\"}\n", nil, "2:5: error: a view lacks its name or its query", "views"},
		"a text":       {"views: type:call\n", nil, "1:8: error: `views` is ", "views"},
		"twice": {
			"views:\n  - {name: Calls, query: \"type:call date:2025\"}\n  - {name: Calls, query: x}\n", calls,
			"3:12: error: duplicate view `Calls`", "views.Calls",
		},
		"an unknown key": {
			"views:\n  - {name: Calls, query: \"type:call date:2025\", dim: yes}\n", calls,
			"2:49: warning: unknown key `dim`", "views.Calls.dim",
		},
	} {
		t.Run(name, func(t *testing.T) {
			file := load.InMemory("r.yaml", []byte(test.text+events))
			p := load.Files(context.Background(), []load.File{file}, nil)
			x := p.Index.Timeline()
			if diff := cmp.Diff(test.want, x.Views()); diff != "" {
				t.Error(diff)
			}
			said := p.Problems.String()
			if test.problems == "" && len(p.Problems) > 0 || !strings.Contains(said, test.problems) || x.Len() != 1 {
				t.Errorf("%d events and:\n%s", x.Len(), said)
			}
			var keys []string
			for _, f := range x.Other() {
				keys = append(keys, f.Key)
			}
			if strings.Join(keys, " ") != test.other {
				t.Errorf("kept under %q", keys)
			}
		})
	}
}
