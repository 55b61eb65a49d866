package load

import (
	"slices"
	"testing"

	"dateline/timeline/family"
	"dateline/timeline/index"
	"dateline/timeline/query"
)

// Where a record lists several types or statuses, each of them finds the event and is counted. The first gives it its
// sign and colour. A list under another key, or one that begins otherwise, is none.
func TestEachOfSeveralTypesIsFound(t *testing.T) {
	for name, texts := range map[string][]string{
		"a.yaml": {
			"events: [{date: 2024, title: A, type: [call, meeting], status: [confirmed, disputed]}]",
			"events: [{date: 2024, title: A, category: [call, meeting], status: ['confirmed', \"disputed\"]}]",
			"events: [{date: 2024, title: A, kind: ['call', meeting], status: [confirmed, disputed]}]",
			"events:\n- date: 2024\n  title: A\n  type:\n  - call\n  - meeting\n  status:\n  - confirmed\n  - disputed\n",
			"events: [{date: 2024, title: A, type: call, status: confirmed, " +
				"other: {type: '[call, meeting]', status: [confirmed, disputed]}}]",
		},
		"a.json": {
			`[{"date": "2024", "title": "A", "event_type": ["call", "meeting"], "Status": ["confirmed", "disputed"]}]`,
			`[{"date": "2024", "title": "A", "Type": ["call", "meeting"], "status": ["confirmed", "planned", "disputed"]}]`,
		},
		"a.csv": {
			"date,title,type,status\n2024,A,\"[\"\"call\"\", \"\"meeting\"\"]\",\"['confirmed', 'disputed']\"\n",
			"date,name,kind,event_status\n2024,A,\"['call', 'meeting']\",\"{confirmed,disputed}\"\n",
		},
	} {
		for _, text := range texts {
			p := Files(t.Context(), []File{InMemory(name, []byte(text))}, nil)
			x := p.Index
			for _, q := range []string{"type:call", "type:meeting", "status:confirmed", "status:disputed", "is:disputed"} {
				asked, err := query.Parse(q)
				if err != nil {
					t.Fatal(err)
				}
				if n := x.Select(asked).Len(); n != 1 {
					t.Errorf("%s finds %d events of %s", q, n, text)
				}
			}
			counts := x.ValueCounts(query.ByType, x.Select(query.Query{}))
			if !slices.Contains(counts, index.ValueCount{Value: "meeting", N: 1}) {
				t.Errorf("types of %s: %v", text, counts)
			}
			e := x.Timeline().Event(0)
			if x.Timeline().Family(e.Type) != family.Talks || e.Type != "call" {
				t.Errorf("the type of %s is %q", text, e.Type)
			}
		}
	}
	const none = "events: [{date: 2024, title: A, type: call, areas: [call, meeting], category: [visit, meeting], " +
		"status: confirmed, state: [confirmed, disputed]}]"
	x := Files(t.Context(), []File{InMemory("a.yaml", []byte(none))}, nil).Index
	for _, key := range []query.Key{query.ByType, query.ByStatus} {
		if counts := x.ValueCounts(key, x.Select(query.Query{})); len(counts) != 1 {
			t.Errorf("%s has %v", key, counts)
		}
	}
}
