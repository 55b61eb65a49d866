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
		"a text":       {"views: type:call\n", nil, "1:8: error: `views` is text", "views"},
		"a number":     {"views: 1200\n", nil, "1:8: error: `views` is a number where a map or a list belongs", "views"},
		"of others":    {"views: 1200\nlayout: post\n", nil, "1:1: warning: unknown key `views`", "views layout"},
		"two numbers":  {"views: [12]\n", nil, "1:9: error: a view is a number where a map belongs", "views"},
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

// A file of others may have views, which are a number, or text.
func TestViewsOfOthers(t *testing.T) {
	for name, text := range map[string]string{
		"a.json": `{"views": 1200, "events": [{"date": "2025-01-01", "title": "One"}]}`,
		"a.toml": "views = \"many\"\nauthor = \"A\"\n[[events]]\ndate = 2025-01-01\ntitle = \"One\"\n",
		"a.md":   "---\nviews: 1200\nlayout: post\nevents:\n- {date: 2025-01-01, title: One}\n---\nText\n",
	} {
		p := load.Files(context.Background(), []load.File{load.InMemory(name, []byte(text))}, nil)
		if p.Problems.Errors() > 0 || !strings.Contains(p.Problems.String(), "warning: unknown key `views`") ||
			p.Index.Timeline().Len() != 1 || p.Index.Timeline().Other()[0].Key != "views" {
			t.Errorf("%s: %v\n%s", name, p.Index.Timeline().Other(), p.Problems)
		}
	}
}

// Of views of one name the first counts, and one of another file or document that asks something else is reported with
// both places, once, and kept.
func TestViewsOfSeveralFiles(t *testing.T) {
	const one, other = "views: {Calls: type:call, All: ''}\n", "views: {Calls: type:strike, All: ''}\n"
	const event = "events:\n  - {date: 2025-01-01, title: One}\n"
	for name, files := range map[string][]load.File{
		"files": {
			load.InMemory("a.yaml", []byte(one+event)),
			load.InMemory("b.yaml", []byte(other+strings.Replace(event, "One", "Two", 1))),
		},
		"documents": {load.InMemory("a.yaml", []byte(one+event+"---\n"+other+strings.Replace(event, "One", "Two", 1)))},
	} {
		p := load.Files(context.Background(), files, nil)
		x, said := p.Index.Timeline(), p.Problems.String()
		if views := x.Views(); len(views) != 2 || views[0].Query != "type:call" || views[1].Query != "" {
			t.Errorf("%s: the views are %v", name, views)
		}
		if len(p.Problems) != 1 || p.Problems.Errors() > 0 || !strings.Contains(said, "a.yaml:1:9") ||
			!strings.Contains(said, "the view `Calls` asks something else") {
			t.Errorf("%s: said is\n%s", name, said)
		}
		if other := x.Other(); len(other) != 1 || other[0].Key != "views.Calls" || other[0].Value != "type:strike" {
			t.Errorf("%s: kept is %v", name, other)
		}
	}
}
