package index

import (
	"slices"
	"sort"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/family"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/testrecord"
)

// TestSpreadNextAndTakesPartAgree holds the three, and Prevailing, against a walk through all events, under any query.
func TestSpreadNextAndTakesPartAgree(t *testing.T) {
	x := New(testbuild.Synthetic(300, 30))
	first, last, _ := edtf.Extent(x.t.Len(), x.t.Date)
	rapid.Check(t, func(t *rapid.T) {
		a := timeline.ActorRef(rapid.IntRange(0, 29).Draw(t, "actor"))
		queries := rapid.SampledFrom([]string{"", "type:call", "actor:p10", "-type:call,aid", "type:nothing"})
		s := x.Select(ask(t, queries.Draw(t, "query")))
		scale := calendar.Fit(first, last, rapid.IntRange(1, 40).Draw(t, "columns"))
		cuts := cutsOf(x, scale)
		want := make([]int, scale.Columns())
		var takes []int
		families := make([][family.Count]int, scale.Columns())
		for i := range x.t.Len() {
			part, listed := x.TakesPart(a, i)
			lists := slices.ContainsFunc(x.t.Event(i).Actors, func(p timeline.Part) bool { return p.Actor == a })
			if part != slices.Contains(x.involved.Row(int32(i)), int32(a)) || listed != lists {
				t.Fatalf("%d takes part in %d: %t, listed %t", a, i, part, listed)
			}
			if part && s.Has(i) {
				want[scale.Column(x.t.Date(i).Earliest())]++
				takes = append(takes, i)
				families[scale.Column(x.t.Date(i).Earliest())][x.Family(i)]++
			}
		}
		if diff := cmp.Diff(want, x.Involving(a).Spread(s, cuts)); diff != "" {
			t.Fatal(diff)
		}
		for c, f := range x.Involving(a).Prevailing(s, cuts) {
			if most := slices.Max(families[c][:]); families[c][f] != most || slices.Index(families[c][:], most) != int(f) {
				t.Fatalf("column %d has %v events of families, and most of %v", c, families[c], f)
			}
		}
		var on, back []int
		for i, ok := x.Involving(a).Next(s, -1, 1); ok; i, ok = x.Involving(a).Next(s, i, 1) {
			on = append(on, i)
		}
		for i, ok := x.Involving(a).Next(s, x.t.Len(), -1); ok; i, ok = x.Involving(a).Next(s, i, -1) {
			back = append(back, i)
		}
		slices.Reverse(back)
		if !slices.Equal(on, takes) || !slices.Equal(back, takes) {
			t.Fatalf("forward %v, backward %v, want %v", on, back, takes)
		}
	})
}

// BenchmarkSpread counts the events of the actor with the most of them, by column, over all events and over half of
// them.
func BenchmarkSpread(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		x := New(testbuild.Synthetic(size.Events, 400))
		first, last, _ := edtf.Extent(x.t.Len(), x.t.Date)
		cuts := cutsOf(x, calendar.Fit(first, last, 160))
		a, _ := x.t.FindActor("org0")
		for _, query := range []string{"", "-type:call,strike"} {
			s := x.Select(ask(b, query))
			b.Run(size.Name+"/"+query, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Involving(a).Spread(s, cuts)
				}
			})
		}
	}
}

// cutsOf returns the numbers of events between which the columns of a scale lie.
func cutsOf(x *Index, s calendar.Scale) []int {
	cuts := make([]int, s.Columns()+1)
	for c := range cuts {
		cuts[c] = sort.Search(x.t.Len(), func(i int) bool { return x.t.Start(i) >= s.Start(c) })
	}
	return cuts
}
