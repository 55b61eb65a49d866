package compare_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/compare"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// named returns the thing of a name.
func named(t testing.TB, x *index.Index, name string) compare.Thing {
	t.Helper()
	thing, err := compare.Find(x, name)
	if err != nil {
		t.Fatal(err)
	}
	return thing
}

// TestWhoseAnEventIsAgreesWithAWalk holds the events of both, shared and alone, and their columns, against a walk
// through all events, under any query.
func TestWhoseAnEventIsAgreesWithAWalk(t *testing.T) {
	x := index.New(testbuild.Synthetic(300, 30))
	rapid.Check(t, func(t *rapid.T) {
		a := timeline.ActorRef(rapid.IntRange(0, 29).Draw(t, "a"))
		b := timeline.ActorRef(rapid.IntRange(0, 29).Draw(t, "b"))
		q, _ := query.Parse(rapid.SampledFrom([]string{"", "type:call", "-type:call,aid", "type:nothing"}).Draw(t, "q"))
		within := x.Select(q)
		c := compare.New(x, within, compare.Actor(x, a), compare.Actor(x, b))
		var want [3]int
		for i := range x.Timeline().Len() {
			l, _ := x.TakesPart(a, i)
			r, _ := x.TakesPart(b, i)
			l, r = l && within.Has(i), r && within.Has(i)
			place := c.Place(i)
			switch {
			case l && r && place == compare.Both && c.Both.Has(i), !l && !r && place == compare.Neither:
			case l && !r && place == compare.Left && c.Sides[compare.Left].Alone.Has(i):
			case r && !l && place == compare.Right && c.Sides[compare.Right].Alone.Has(i):
			default:
				t.Fatalf("event %d is of %d", i, place)
			}
			if place != compare.Neither {
				want[place]++
			}
		}
		l, r := &c.Sides[compare.Left], &c.Sides[compare.Right]
		if got := [3]int{l.Alone.Len(), r.Alone.Len(), c.Both.Len()}; got != want || c.Any.Len() != want[0]+want[1]+want[2] {
			t.Fatalf("%d events alone, alone and shared, of %d; want %d", got, c.Any.Len(), want)
		}
		cuts := []int{0, 40, 41, 200, 300}
		spread, other := c.Spread(cuts), c.Swapped().Spread(cuts)
		if !slices.Equal(spread[0], x.Involving(a).Spread(within, cuts)) || !slices.Equal(spread[0], other[1]) {
			t.Fatal(spread, other)
		}
	})
}

func TestNamesOfWhatIsCompared(t *testing.T) {
	x := index.New(testbuild.Talks())
	for name, want := range map[string]string{
		"yermak": "Andriy Yermak", "Андрій Єрмак": "Andriy Yermak", "HUR": "Defence Intelligence", "Rub": "Marco Rubio",
		"source:r1": "Talks in Geneva", "source:reuters": "Reuters", `source:"Talks in Geneva"`: "Talks in Geneva",
		"source:Reut": "Reuters", "source:Talks": "Talks in Geneva",
	} {
		if thing := named(t, x, name); thing.Name != want {
			t.Errorf("%s is %s, want %s", name, thing.Name, want)
		}
	}
	for name, want := range map[string]string{
		"Yermk": "did you mean Andriy Yermak?", "": "missing", "source:rx": "no source is called",
		"Pres\x1b[31m": "no actor", "u": "2 actors begin with",
	} {
		if _, err := compare.Find(x, name); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", name, err, want)
		} else if strings.Contains(err.Error(), "\x1b") {
			t.Errorf("%q would reach a terminal", err)
		}
	}
}

// A side has the events, the words and the meetings of those who belonged to it on the day, and nobody meets himself.
func TestASideHasItsPeopleOfTheDay(t *testing.T) {
	x := index.New(testbuild.Talks())
	c := compare.New(x, x.Select(query.Query{}), named(t, x, "Ukraine"), named(t, x, "rubio"))
	if c.Both.Len() != 2 || c.Sides[compare.Left].Alone.Len() != 1 || c.Sides[compare.Right].Alone.Len() != 0 {
		t.Errorf("shared %d, alone %d and %d", c.Both.Len(), c.Sides[0].Alone.Len(), c.Sides[1].Alone.Len())
	}
	told := c.Tell(context.Background())
	if told[0].Quotes != 1 || told[1].Quotes != 0 || len(told[0].Meets) != 0 || len(told[1].Meets) != 0 {
		t.Errorf("%+v", told)
	}
	first, last, ok := c.Span(compare.Left)
	if !ok || x.Timeline().EventTitle(first) != "Yermak speaks with Rubio" || x.Timeline().Date(last).IsZero() {
		t.Error(first, last, ok)
	}
}

func TestSourcesAreWhoReportedWhat(t *testing.T) {
	x := index.New(testbuild.Talks())
	c := compare.New(x, x.Select(query.Query{}), named(t, x, "source:Reuters"), named(t, x, "source:https://example.com/x"))
	told := c.Tell(context.Background())
	if c.Both.Len() != 0 || c.Any.Len() != 2 || told[0].Quotes != 1 || told[1].Claims != 1 || len(told[0].Meets) != 2 {
		t.Errorf("%d of %d, %+v", c.Both.Len(), c.Any.Len(), told)
	}
	if from := x.Timeline().Start(0); c.Between(from, from+1) != [2]int{0, 1} {
		t.Error(c.Between(from, from+1))
	}
}

func BenchmarkNew(b *testing.B) {
	x := index.New(testbuild.Synthetic(100_000, 300))
	all := x.Select(query.Query{})
	l, r := compare.Actor(x, 30), compare.Actor(x, 31)
	b.ReportMetric(float64(compare.New(x, all, l, r).Any.Len()), "events")
	for b.Loop() {
		compare.New(x, all, l, r)
	}
}

func BenchmarkTell(b *testing.B) {
	x := index.New(testbuild.Synthetic(100_000, 300))
	c := compare.New(x, x.Select(query.Query{}), compare.Actor(x, 30), compare.Actor(x, 31))
	for b.Loop() {
		c.Tell(context.Background())
	}
}
