package index

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// numbers returns the events of a selection.
func numbers(s Selection) []int32 {
	var list []int32
	for n := range s.Len() {
		list = append(list, int32(s.At(n)))
	}
	return list
}

// sameList reports whether both have the same events.
func sameList(a, b Selection) bool { return slices.Equal(numbers(a), numbers(b)) }

// listed returns s with a list, also where it needs none.
func listed(s Selection) Selection {
	s.list = append([]int32{}, numbers(s)...)
	return s
}

// TestAllEventsNeedNoList holds what is asked of all events, or of all but a few, against the same with a list.
func TestAllEventsNeedNoList(t *testing.T) {
	const n = 200
	x := New(testbuild.Synthetic(n, 20))
	all := x.Select(query.Query{})
	if all.list != nil {
		t.Fatal("all events have a list")
	}
	want := listed(all)
	rapid.Check(t, func(t *rapid.T) {
		i := rapid.IntRange(-1, n).Draw(t, "event")
		if all.Len() != want.Len() || all.Rank(i) != want.Rank(i) ||
			0 <= i && i < n && (all.At(i) != want.At(i) || all.Has(i) != want.Has(i)) {
			t.Fatalf("event %d is another", i)
		}
		few := rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 0, n, rapid.ID).Draw(t, "few")
		slices.Sort(few)
		part, rest := all.Part(few)
		wantPart, wantRest := want.Part(few)
		a := timeline.ActorRef(rapid.IntRange(0, x.t.Actors()-1).Draw(t, "actor"))
		other := x.Select(ask(t, rapid.SampledFrom([]string{"", "type:call", "-type:call", "id:none"}).Draw(t, "query")))
		for name, pair := range map[string][2]Selection{
			"part": {part, wantPart}, "rest": {rest, wantRest}, "both": {part.Or(rest), want},
			"and": {all.And(other), want.And(listed(other))}, "and of others": {other.And(all), listed(other).And(want)},
			"or": {all.Or(other), want.Or(listed(other))}, "or of others": {other.Or(all), listed(other).Or(want)},
			"without": {all.Without(other), want.Without(listed(other))}, "none": {all.Without(all), want.Without(want)},
			"within": {x.Within(all, ask(t, "type:call")), x.Within(want, ask(t, "type:call"))},
		} {
			if !sameList(pair[0], pair[1]) {
				t.Fatalf("%s is %v, want %v", name, numbers(pair[0]), numbers(pair[1]))
			}
			if got, listed := answers(x, pair[0], a, i), answers(x, listed(pair[1]), a, i); !cmp.Equal(got, listed) {
				t.Fatalf("of %s, want -, got +: %s", name, cmp.Diff(listed, got))
			}
		}
	})
}

// answers returns what x answers of a selection, of an actor and of an event, or −1, in it.
func answers(x *Index, s Selection, a timeline.ActorRef, i int) []any {
	cuts, posts := []int{0, 3, 3, x.Dated() / 2, x.Dated()}, x.Involving(a)
	at, _ := query.CursorAt("id:e", len("id:e"))
	next, ok := posts.Next(s, i, 1)
	return []any{
		s.Spread(cuts), posts.Count(s), posts.Spread(s, cuts), posts.Prevailing(s, cuts), next, ok,
		x.ActorCounts(s), x.Companions(a, s), x.Met(s), x.Families(s, cuts), x.ValueCounts(query.ByType, s),
		x.TraitCount("quote", s), len(x.Complete(at, s)),
	}
}

// TestReadersShareAllEvents asks for all events of what is made of one index for several readers.
func TestReadersShareAllEvents(t *testing.T) {
	x := New(testbuild.Synthetic(200, 20))
	reader := x.WithMarks(map[string]bool{"e1": true}).WithNews(nil, nil).Until(context.Background())
	all := x.Select(query.Query{})
	whole, apart := reader.SelectApart(query.Query{}, query.ByActor, query.ByType)
	part, rest := all.Part(nil)
	for name, s := range map[string]Selection{
		"another reader's": reader.Select(query.Query{}), "apart": whole, "apart from a key": apart[1],
		"of a query that all match": reader.Select(ask(t, "-id:none")), "all of it": all.And(whole), "or": all.Or(part),
		"without nothing": rest.Without(part), "within": x.Within(all, ask(t, "-id:none")),
	} {
		if !s.Same(all) {
			t.Errorf("%s: all events are held twice", name)
		}
	}
	if n := testing.AllocsPerRun(10, func() { reader.Select(query.Query{}) }); n > 0 {
		t.Errorf("to select all events takes memory %v times", n)
	}
}

// TestWhatIsAskedTwiceIsHeldOnce asks for events in two ways that find the same.
func TestWhatIsAskedTwiceIsHeldOnce(t *testing.T) {
	x := New(testbuild.Talks())
	whole, apart := x.SelectApart(ask(t, "type:call -actor:nobody"), query.ByActor, query.ByType, query.ByStatus)
	if !apart[0].Same(whole) || !apart[2].Same(whole) || !x.Within(whole, ask(t, "type:call")).Same(whole) {
		t.Error("events that are found in two ways are held twice")
	}
	if apart[1].Same(whole) || apart[1].Len() != x.Timeline().Len() {
		t.Error("without the type, all are found")
	}
}
