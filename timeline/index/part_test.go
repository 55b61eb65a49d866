package index

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/internal/testbuild"
)

// A selection is parted into what is named and the rest, and is not changed by that.
func TestPart(t *testing.T) {
	x := New(testbuild.Synthetic(200, 20))
	rapid.Check(t, func(t *rapid.T) {
		s := x.Select(ask(t, rapid.SampledFrom([]string{"", "actor:p1", "type:call"}).Draw(t, "query")))
		before := numbers(s)
		var named []int
		for n := range s.Len() {
			if rapid.Bool().Draw(t, "named") {
				named = append(named, s.At(n))
			}
		}
		part, rest := s.Part(named)
		if part.Len() != len(named) || part.Len()+rest.Len() != s.Len() || !slices.Equal(numbers(s), before) {
			t.Fatalf("%d events are parted into %d and %d, want %d", s.Len(), part.Len(), rest.Len(), len(named))
		}
		for n := range s.Len() {
			i := s.At(n)
			if in := slices.Contains(named, i); part.Has(i) != in || rest.Has(i) == in {
				t.Fatalf("event %d is in part: %t, in rest: %t", i, part.Has(i), rest.Has(i))
			}
		}
		if !slices.IsSorted(numbers(part)) || !slices.IsSorted(numbers(rest)) {
			t.Fatal("the events are in no order")
		}
	})
}
