package review_test

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"dateline/timeline"
	"dateline/timeline/review"
	"dateline/timeline/testrecord"
)

// printed returns the prints of a record as they are kept.
func printed(t *timeline.Timeline) []review.Print {
	prints := review.Printed(context.Background(), t)
	slices.Sort(prints)
	return prints
}

// since returns what has changed from one record to another by prints alone.
func since(before, now *timeline.Timeline) review.Changes {
	return review.Since(printed(before), now, review.Printed(context.Background(), now))
}

// What is remembered in 8 bytes tells the same as a comparison of all that is said.
func TestPrintsTellWhatCompareTells(t *testing.T) {
	for name, test := range comparisons {
		t.Run(name, func(t *testing.T) {
			now := read(replaced(t, compared, test.old, test.new))
			got := since(read(compared), now)
			want := review.Compare(read(compared), now)
			if !slices.Equal(got.New, want.New) || !slices.Equal(got.Changed, want.Changed) || got.Gone != want.Gone {
				t.Errorf("new %v, changed %v, gone %d; want %v, %v, %d",
					got.New, got.Changed, got.Gone, want.New, want.Changed, want.Gone)
			}
		})
	}
}

// Where events stand is not what they say, and an event that says only when and what is not known again by the rest.
func TestPrintsOfEventsThatMoved(t *testing.T) {
	const one, two = "- {id: a, date: 2025-01-01, title: A}\n", "- {id: b, date: 2025-01-01, title: B}\n"
	if c := since(read(one+two), read("# moved\n"+two+one)); !c.None() {
		t.Errorf("moved events are %+v", c)
	}
	c := since(read("- {date: 2025-01-01, title: A}\n"), read("- {date: 2025-01-02, title: B}\n"))
	if len(c.New) != 1 || c.Gone != 1 {
		t.Errorf("another event is %+v", c)
	}
}

// A new event is not taken for one that is gone because all but date and title is the same of both.
func TestPrintsOfOneInThePlaceOfAnother(t *testing.T) {
	const first, strike = "- {date: 2025-01-01, title: A, type: call, actors: [Anna]}\n", ", type: strike, actors: [Anna]}\n"
	before := read(first + "- {date: 2025-02-01, title: One strike" + strike)
	for event, isNew := range map[string]bool{
		"- {date: 2025-06-09, title: Another strike": true,
		"- {date: 2025-06-09, title: One strike":     false,
		"- {date: 2025-02-01, title: Another strike": false,
	} {
		c := since(before, read(first+event+strike))
		if len(c.New) != c.Gone || (len(c.New) == 1) != isNew || len(c.New)+len(c.Changed) != 1 {
			t.Errorf("%s: %+v", event, c)
		}
	}
}

// Of many events each is told apart, also where ids have the same bits.
func TestPrintsOfManyEvents(t *testing.T) {
	before := read(testrecord.Generate(3000))
	if c := since(before, before); !c.None() {
		t.Errorf("the same record differs: %+v", c)
	}
	now := read(testrecord.Generate(3000) + "\n  - {date: 2025-01-01, title: Another, actors: [A]}\n")
	if c := since(before, now); len(c.New) != 1 || len(c.Changed) != 0 || c.Gone != 0 {
		t.Errorf("with one event more: %d new, %d changed, %d gone", len(c.New), len(c.Changed), c.Gone)
	}
}

// Prints are kept on the disk of readers, so that they are the same for ever, or PrintsVersion is another.
func TestPrintsStayWhatTheyAre(t *testing.T) {
	got := fmt.Sprintf("%x", review.Printed(context.Background(), read(compared)))
	const want = "[121b8b2365fd0cbe b63d418582fdd8a6 ef1d57667f2fffc8]"
	if review.PrintsVersion != 2 || got != want {
		t.Errorf("version %d, %s", review.PrintsVersion, got)
	}
}

func TestPrintsEndWithTheirContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if review.Printed(ctx, read(compared)) != nil {
		t.Error("they are made all the same")
	}
}

// BenchmarkPrinted makes the prints of a record.
func BenchmarkPrinted(b *testing.B) {
	r := read(testrecord.Generate(10_000))
	b.ReportAllocs()
	for b.Loop() {
		review.Printed(context.Background(), r)
	}
}
