package timeline

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestSpreadNextAndTakesPartAgree holds the three against a walk through every event, under any query.
func TestSpreadNextAndTakesPartAgree(t *testing.T) {
	x := NewIndex(synthetic(300, 30))
	first, last, _ := Extent(x.t.Len(), x.t.Date)
	rapid.Check(t, func(t *rapid.T) {
		a := ActorRef(rapid.IntRange(0, 29).Draw(t, "actor"))
		s := x.Select(ask(t, rapid.SampledFrom([]string{"", "type:call", "actor:p10", "-type:call,aid", "type:nothing"}).Draw(t, "query")))
		scale := FitScale(first, last, rapid.IntRange(1, 40).Draw(t, "columns"))
		cuts := scale.Cuts(x.t.Len(), x.t.Start)
		want := make([]int, scale.Columns())
		var takes []int
		for i := range x.t.Len() {
			part, listed := x.TakesPart(a, i)
			if part != slices.Contains(x.involved.Row(int32(i)), int32(a)) || listed != slices.ContainsFunc(x.t.Event(i).Actors, func(p Part) bool { return p.Actor == a }) {
				t.Fatalf("%d takes part in %d: %t, listed %t", a, i, part, listed)
			}
			if part && s.Has(i) {
				want[scale.Column(x.t.Date(i).Earliest())]++
				takes = append(takes, i)
			}
		}
		if diff := cmp.Diff(want, x.Spread(a, s, cuts)); diff != "" {
			t.Fatal(diff)
		}
		var on, back []int
		for i, ok := x.Next(a, s, -1, 1); ok; i, ok = x.Next(a, s, i, 1) {
			on = append(on, i)
		}
		for i, ok := x.Next(a, s, x.t.Len(), -1); ok; i, ok = x.Next(a, s, i, -1) {
			back = append(back, i)
		}
		slices.Reverse(back)
		if !slices.Equal(on, takes) || !slices.Equal(back, takes) {
			t.Fatalf("forward %v, backward %v, want %v", on, back, takes)
		}
	})
}

func TestCutsLeaveOutTheUndated(t *testing.T) {
	dates := []Date{mustDate("../2019"), mustDate("2020-03"), mustDate("2021"), mustDate("2021-07-01"), {}}
	at := func(i int) Day { return dates[i].Earliest() }
	s := FitScale(mustDate("2020").Earliest(), mustDate("2022").Latest(), 3)
	if diff := cmp.Diff([]int{1, 2, 4, 4}, s.Cuts(len(dates), at)); diff != "" {
		t.Error(diff)
	}
}

func TestOffices(t *testing.T) {
	tl := talks()
	for _, tt := range []struct {
		who  string
		want []Office
	}{
		{"yermak", []Office{{"Head, Presidential Office", "11 February 2020 – 28 November 2025"}}},
		{"budanov", []Office{{"Head of Defence Intelligence", "5 August 2020 – 2 January 2026"}, {"Head, Presidential Office", "since 2 January 2026"}}},
		{"nato", nil},
	} {
		a, _ := tl.FindActor(tt.who)
		if diff := cmp.Diff(tt.want, tl.Offices(a)); diff != "" {
			t.Error(diff)
		}
	}
}

func TestHowLongAMembershipLasted(t *testing.T) {
	for _, tt := range []struct{ start, end, want string }{
		{"", "2025-07", "until July 2025"},
		{"2021~", "", "since c. 2021"},
		{"[2021,2022]", "2025", "2021 or 2022 – 2025"},
		{"[1950,1951]", "", "since 1950 or 1951"},
		{"", "{1950,1951}", "until 1950 and 1951"},
		{"", "", ""},
	} {
		start, _ := ParseDate(tt.start)
		end, _ := ParseDate(tt.end)
		m := Membership{Start: start, End: end}
		if got := m.when(); got != tt.want {
			t.Errorf("from %q to %q reads %q, want %q", tt.start, tt.end, got, tt.want)
		}
	}
}

// BenchmarkSpread counts the events of the actor with the most of them, by column, over all events and over half of them.
func BenchmarkSpread(b *testing.B) {
	for _, size := range benchSizes() {
		x := NewIndex(synthetic(size.events, 400))
		first, last, _ := Extent(x.t.Len(), x.t.Date)
		cuts := FitScale(first, last, 160).Cuts(x.t.Len(), x.t.Start)
		a, _ := x.t.FindActor("org0")
		for _, query := range []string{"", "-type:call,strike"} {
			s := x.Select(ask(b, query))
			b.Run(size.name+"/"+query, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Spread(a, s, cuts)
				}
			})
		}
	}
}
