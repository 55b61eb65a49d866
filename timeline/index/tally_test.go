package index

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// indexOf returns an index of events with these dates.
func indexOf(dates []edtf.Date) *Index {
	d := testbuild.NewDraft()
	for i, date := range dates {
		d.AddEvent(&timeline.EventDraft{ID: fmt.Sprint(i), Date: date})
	}
	return New(d.Done())
}

func TestIndexTallyCountsWhatTheScaleCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := rapid.SliceOfN(talliedDate(), 0, 80).Draw(t, "dates")
		slices.SortFunc(dates, edtf.Date.Compare)
		x := indexOf(dates)
		set := intset.NewBits(len(dates))
		for i := range dates {
			if rapid.IntRange(0, 3).Draw(t, "selected") > 0 {
				set.Set(int32(i))
			}
		}
		sel := newSelection(set)
		s, _, _, _ := testrecord.Scale(t)
		want := s.Tally(sel.Len(), func(n int) calendar.Period {
			if d := dates[sel.At(n)]; !d.IsZero() {
				return d.Period()
			}
			return calendar.Never
		})
		if diff := cmp.Diff(want, x.Tally(s, sel)); diff != "" {
			t.Fatalf("want -, got +: %s", diff)
		}
		first, last, ok := edtf.Extent(len(dates), x.t.Date)
		if f, l, o := x.Extent(); f != first || l != last || o != ok {
			t.Fatalf("from %v to %v, %v; want %v to %v, %v", f, l, o, first, last, ok)
		}
	})
}

func TestSame(t *testing.T) {
	x := indexOf([]edtf.Date{testbuild.MustDate("2025-01"), testbuild.MustDate("2025-02")})
	all := x.Select(query.Query{})
	if !all.Same(all) || all.Same(x.Select(query.Query{})) {
		t.Error("a selection is the same as itself, and as no other")
	}
	if none := (Selection{}); !none.Same(none) || none.Same(all) {
		t.Error("none is the same as none")
	}
}

// BenchmarkIndexTally counts a million events, of which one in seven lasts, by the columns of a wide screen. The floor
// is one look at the time of each.
func BenchmarkIndexTally(b *testing.B) {
	const n = 1_000_000
	dates := make([]edtf.Date, n)
	for i := range dates {
		d := calendar.Day(i / 50)
		dates[i] = edtf.Of(calendar.Days, d)
		if i%7 == 6 {
			dates[i], _ = edtf.Interval(dates[i], edtf.Of(calendar.Days, d+40))
		}
	}
	x := indexOf(dates)
	first, last, _ := x.Extent()
	s := calendar.Fit(first, last, 300)
	half := intset.NewBits(n)
	for i := 0; i < n; i += 2 {
		half.Set(int32(i))
	}
	for _, sel := range []Selection{newSelection(half), x.Select(query.Query{})} {
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
func talliedDate() *rapid.Generator[edtf.Date] {
	return rapid.Map(testrecord.DateText(), func(text string) edtf.Date {
		d, _ := edtf.Parse(text)
		return d
	})
}
