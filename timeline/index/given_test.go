package index

import (
	"strings"
	"testing"

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
