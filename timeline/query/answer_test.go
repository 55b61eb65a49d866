package query_test

import (
	"strings"
	"testing"

	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// Every key that can be spelled is answered: by a record without events, and by one in which everything occurs, where
// it is offered, and each value that is offered for it selects something.
func TestEveryKeyIsAnswered(t *testing.T) {
	full := index.New(testbuild.Talks())
	first := map[string]bool{full.Timeline().ID(0): true}
	full = full.WithMarks(first).WithNews(first, first)
	for name, key := range query.KeysByName {
		for _, value := range append([]string{"2025", "calm"}, query.ValuesOf(key)...) {
			q, err := query.Parse(name + ":" + value)
			if err != nil {
				continue // as for date:calm
			}
			for _, x := range []*index.Index{index.Empty(), full} {
				x.Select(q)
				x.Unknown(q)
				x.Blame(q)
				x.Explain(q)
			}
		}
		if found := complete(index.Empty(), name+":"); strings.Contains(strings.Join(found, " "), "calm") {
			t.Errorf("%s: an empty record offers %q", name, found)
		}
		offered := complete(full, name+":")
		if len(offered) == 0 {
			t.Errorf("%s: nothing is offered for it", name)
		}
		for _, value := range offered {
			q, err := query.Parse(name + ":" + value)
			if err != nil {
				t.Errorf("%s: %q is offered and cannot be read: %v", name, value, err)
			} else if full.Select(q).Len() == 0 {
				t.Errorf("%s: %q is offered and selects nothing", name, value)
			}
		}
		if found := complete(full, string(key)); len(found) == 0 || found[0] != string(key)+":" {
			t.Errorf("%s: the key is not offered where it is typed, but %q", key, found)
		}
	}
}

// complete returns the texts that x offers at the end of a query.
func complete(x *index.Index, text string) (offered []string) {
	at, _ := query.CursorAt(text, len(text))
	for _, c := range x.Complete(at, x.Select(at.Rest)) {
		offered = append(offered, c.Text)
	}
	return offered
}
