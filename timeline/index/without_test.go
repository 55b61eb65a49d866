package index

import (
	"testing"

	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// TestWhatIsSelectedApart holds for queries of many shapes: what SelectApart returns is what Select returns for the
// same query, and for it without a key.
func TestWhatIsSelectedApart(t *testing.T) {
	x := New(testbuild.Talks())
	keys := []query.Key{query.ByActor, query.ByType}
	for _, text := range []string{
		"", "actor:rubio", "type:call", "actor:rubio type:call", "actor:rubio actor:ukraine -type:call", "-actor:rubio strikes",
		"actor:rubio OR type:strike", "(actor:rubio OR type:strike) type:call", "actor:nobody type:call", "since:2025-09",
	} {
		q := ask(t, text)
		whole, apart := x.SelectApart(q, keys...)
		if want := x.Select(q); !sameList(whole, want) {
			t.Errorf("%q selects %v, want %v", text, numbers(whole), numbers(want))
		}
		for i, key := range keys {
			if want := x.Select(q.DropKey(key)); !sameList(apart[i], want) {
				t.Errorf("%q without %s selects %v, want %v", text, key, numbers(apart[i]), numbers(want))
			}
		}
		if got := x.Within(apart[0], q.OfKey(query.ByActor)); !sameList(got, whole) {
			t.Errorf("%q: the actors within the rest select %v, want %v", text, numbers(got), numbers(whole))
		}
	}
}
