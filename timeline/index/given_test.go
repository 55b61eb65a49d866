package index

import (
	"runtime"
	"strings"
	"testing"
	"weak"

	"dateline/timeline/internal/testbuild"
)

// What only the screen knows is true of no event elsewhere, and it is said why; where it is known, nothing is excused.
func TestGivenIsExplained(t *testing.T) {
	x := New(testbuild.Talks())
	given := x.WithMarks(nil).WithNews(nil, nil)
	for _, word := range []string{"marked", "new", "changed"} {
		q := ask(t, "is:"+word)
		if x.Select(q).Len() != 0 || given.Select(q).Len() != 0 {
			t.Errorf("%s is true of an event", q)
		}
		if got := x.Explain(q); !strings.Contains(got, "on the screen") || strings.Contains(got, "without") {
			t.Errorf("%s: %s", q, got)
		}
		if got := given.Explain(q); strings.Contains(got, "on the screen") || !strings.Contains(got, "without "+q.String()) {
			t.Errorf("%s: %s", q, got)
		}
		if got := x.Explain(ask(t, "-is:"+word+" actor:nobody")); strings.Contains(got, "screen") {
			t.Errorf("what is left out is excused: %s", got)
		}
	}
}

// Marks are made one after the other: an index with other marks does not keep those that came before it.
func TestOtherMarksLetThoseBeforeGo(t *testing.T) {
	x := New(testbuild.Talks()).WithMarks(map[string]bool{"one": true})
	before := weak.Make(x)
	x = x.WithMarks(map[string]bool{"two": true}).WithNews(map[string]bool{"three": true}, nil)
	runtime.GC()
	if before.Value() != nil {
		t.Error("the index with the marks before is kept")
	}
	runtime.KeepAlive(x)
}
