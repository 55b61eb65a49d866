package timeline

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// indexOf is an index of events with these dates.
func indexOf(dates []Date) *Index {
	d := newDraft()
	for i, date := range dates {
		d.addEvent(&eventDraft{ID: fmt.Sprint(i), Date: date})
	}
	return NewIndex(d.done())
}

func TestIndexTallyCountsWhatTheScaleCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := rapid.SliceOfN(talliedDate(), 0, 80).Draw(t, "dates")
		slices.SortFunc(dates, Date.Compare)
		x := indexOf(dates)
		set := NewBits(len(dates))
		for i := range dates {
			if rapid.IntRange(0, 3).Draw(t, "selected") > 0 {
				set.Set(int32(i))
			}
		}
		sel := newSelection(set)
		s, _, _, _ := aScale(t)
		want := s.Tally(sel.Len(), func(n int) Period {
			if d := dates[sel.At(n)]; !d.IsZero() {
				return d.Period()
			}
			return Never
		})
		if diff := cmp.Diff(want, x.Tally(s, sel)); diff != "" {
			t.Fatalf("want -, got +: %s", diff)
		}
		first, last, ok := Extent(len(dates), x.t.Date)
		if f, l, o := x.Extent(); f != first || l != last || o != ok {
			t.Fatalf("from %v to %v, %v; want %v to %v, %v", f, l, o, first, last, ok)
		}
	})
}

func TestSame(t *testing.T) {
	x := indexOf([]Date{mustDate("2025-01"), mustDate("2025-02")})
	all := x.Select(Query{})
	if !all.Same(all) || all.Same(x.Select(Query{})) {
		t.Error("a selection is the same as itself, and as no other")
	}
	if none := (Selection{}); !none.Same(none) || none.Same(all) {
		t.Error("none is the same as none")
	}
}

// BenchmarkIndexTally counts a million events, of which one in seven lasts, by the columns of a wide screen. Beside it
// stands one look at the time of each.
func BenchmarkIndexTally(b *testing.B) {
	const n = 1_000_000
	dates := make([]Date, n)
	for i := range dates {
		d := Day(i / 50)
		dates[i] = DateOf(Days, d)
		if i%7 == 6 {
			dates[i], _ = Interval(dates[i], DateOf(Days, d+40))
		}
	}
	x := indexOf(dates)
	first, last, _ := x.Extent()
	s := FitScale(first, last, 300)
	half := NewBits(n)
	for i := 0; i < n; i += 2 {
		half.Set(int32(i))
	}
	for _, sel := range []Selection{newSelection(half), x.Select(Query{})} {
		b.Run(fmt.Sprint(sel.Len()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Tally(s, sel)
			}
		})
	}
	b.Run("floor", func(b *testing.B) {
		for b.Loop() {
			days := 0
			for _, p := range x.when {
				days += int(p.From)
			}
			sink = days
		}
	})
}

// talliedDate draws a date of any kind; what cannot be read is no date.
func talliedDate() *rapid.Generator[Date] {
	return rapid.Map(someDate(), func(text string) Date {
		d, _ := ParseDate(text)
		return d
	})
}
