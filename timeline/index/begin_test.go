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
	"dateline/timeline/family"
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

// TestBeginsAndKnown holds both against the dates themselves.
func TestBeginsAndKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := rapid.SliceOfN(datesOfAnyKind(), 0, 80).Draw(t, "dates")
		slices.SortFunc(dates, edtf.Date.Compare)
		x := indexOf(dates)
		dated := 0
		for i, d := range dates {
			if d.IsZero() {
				continue
			}
			if dated++; x.Begins(i) != d.Earliest() {
				t.Fatalf("%s begins on %v", d.EDTF(), x.Begins(i))
			}
			want := calendar.Days
			if d.Earliest() < d.Latest() {
				switch d.Precision() {
				case edtf.ToMonth:
					want = calendar.Months
				case edtf.ToSeason, edtf.ToYear:
					want = calendar.Years
				case edtf.ToDecade:
					want = calendar.Decades
				case edtf.ToCentury:
					want = calendar.Centuries
				}
			}
			if x.Known(i) != want {
				t.Fatalf("the beginning of %s is known to the %v", d.EDTF(), x.Known(i))
			}
		}
		first, last, ok := edtf.Extent(len(dates), x.t.Date)
		if f, l, o := x.Extent(); f != first || l != last || o != ok {
			t.Fatalf("from %v to %v, %v; want %v to %v, %v", f, l, o, first, last, ok)
		}
		if x.Dated() != dated {
			t.Fatalf("%d events have a date, want %d", x.Dated(), dated)
		}
	})
}

// TestFamiliesCountsEachEventOnce holds the counts against a walk through all events.
func TestFamiliesCountsEachEventOnce(t *testing.T) {
	x := New(testbuild.Synthetic(300, 30))
	rapid.Check(t, func(t *rapid.T) {
		s := x.Select(ask(t, rapid.SampledFrom([]string{"", "type:call", "-type:call,aid", "type:nothing"}).Draw(t, "query")))
		cuts := rapid.SliceOfN(rapid.IntRange(0, 300), 0, 9).Draw(t, "cuts")
		slices.Sort(cuts)
		want := make([][family.Count]int32, max(0, len(cuts)-1))
		for n := range s.Len() {
			i := s.At(n)
			f := x.t.Family(x.t.Event(i).Type)
			if x.Family(i) != f {
				t.Fatalf("a %s is %v, want %v", x.t.Event(i).Type, x.Family(i), f)
			}
			for c := range want {
				if cuts[c] <= i && i < cuts[c+1] {
					want[c][f]++
				}
			}
		}
		if diff := cmp.Diff(want, x.Families(s, cuts)); diff != "" {
			t.Fatalf("want -, got +: %s", diff)
		}
	})
}

func TestSame(t *testing.T) {
	x := indexOf([]edtf.Date{testbuild.MustDate("2025-01"), testbuild.MustDate("2025-02")})
	all, one := x.Select(query.Query{}), x.Select(ask(t, "date:2025-01"))
	if !one.Same(one) || one.Same(all) || one.Same(x.Select(ask(t, "date:2025-01"))) {
		t.Error("a selection is the same as itself, and as no other")
	}
	if !all.Same(x.Select(ask(t, "date:2025"))) || all.Same(New(x.Timeline()).Select(query.Query{})) {
		t.Error("all events of an index are the same, whatever asks for them, and not those of another")
	}
	if none := (Selection{}); !none.Same(none) || none.Same(all) {
		t.Error("none is the same as none")
	}
}

// BenchmarkBegins measures what the first axis of a record needs of all its events, and then each.
func BenchmarkBegins(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		x := New(testbuild.Synthetic(size.Events, 400))
		b.Run(size.Name+"/known", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				knownUnits(x.t, x.when, x.Dated())
			}
		})
		b.Run(size.Name+"/family", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				familiesOf(x.t, x.facet(query.ByType))
			}
		})
		cuts := []int{0, x.Dated() / 3, x.Dated()}
		for _, text := range []string{"", "-type:call,strike"} {
			s := x.Select(ask(b, text))
			b.Run(size.Name+"/count/"+text, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Families(s, cuts)
				}
			})
		}
	}
}

// datesOfAnyKind draws a date of any kind; what cannot be read is no date.
func datesOfAnyKind() *rapid.Generator[edtf.Date] {
	return rapid.Map(testrecord.DateText(), func(text string) edtf.Date {
		d, _ := edtf.Parse(text)
		return d
	})
}
