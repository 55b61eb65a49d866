package edtf

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/testrecord"
)

// A date that was constructed is the date that its text is read to.
func TestConstructedDatesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := testrecord.Day().Draw(t, "day")
		u := rapid.SampledFrom(testrecord.Units).Draw(t, "unit")
		scale, _, _, _ := testrecord.Scale(t)
		for _, date := range []Date{Of(u, d), OfColumn(scale, rapid.IntRange(0, 300).Draw(t, "column"))} {
			if date.IsZero() {
				continue
			}
			if read, err := Parse(date.EDTF()); err != nil || read != date {
				t.Fatalf("%+v is read as %+v, %v", date, read, err)
			}
		}
		year, _, _ := d.Civil()
		if date := Of(u, d); date.IsZero() && year > calendar.MinYear+100 && year < calendar.MaxYear-100 {
			t.Fatalf("no %v has %v", u, d)
		} else if !date.IsZero() && (date.Earliest() != u.Start(d) || date.Latest() != u.Next(d)-1) {
			t.Fatalf("the %v of %v goes from %v to %v", u, d, date.Earliest(), date.Latest())
		}
	})
}

func TestIntervalIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := aDate().Draw(t, "from"), aDate().Draw(t, "to")
		date, ok := Interval(from, to)
		read, err := Parse(from.written() + "/" + to.written())
		if ok != (err == nil) || ok && (read != date || read.String() != date.String()) {
			t.Fatalf("%q to %q is %+v, %t; read, it is %+v, %v", from, to, date, ok, read, err)
		}
	})
}

func inOrder(t testing.TB, edtf ...string) []Date {
	var all []Date
	for _, text := range edtf {
		if text == "" {
			all = append(all, Date{})
		} else {
			all = append(all, must(t, text))
		}
	}
	slices.SortFunc(all, Date.Compare)
	return all
}

func at(dates []Date) func(int) Date { return func(i int) Date { return dates[i] } }

// periods are the times of dates, as a Scale counts them.
func periods(dates []Date) func(int) calendar.Period {
	return func(i int) calendar.Period {
		if dates[i].IsZero() {
			return calendar.Never
		}
		return dates[i].Period()
	}
}

func TestTally(t *testing.T) {
	dates := inOrder(t, "2025-01-05", "2025-01-31", "2025-01", "2025-02-27/2025-03-02", "2025", "2025-03-04", "2024-12-31", "../2025-02", "2025-03/..", "2026", "")
	s := calendar.At(calendar.Months, must(t, "2025-01").Earliest(), 4)
	want := []calendar.Tally{{Within: 3, Across: 2}, {Within: 0, Across: 3}, {Within: 1, Across: 3}, {Within: 0, Across: 2}}
	if diff := cmp.Diff(want, s.Tally(len(dates), periods(dates))); diff != "" {
		t.Errorf("want -, got +: %s", diff)
	}
}

func TestTallyCountsWhatAScanCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := rapid.SliceOfN(aDate(), 0, 30).Draw(t, "dates")
		slices.SortFunc(dates, Date.Compare)
		s, _, _, _ := testrecord.Scale(t)
		got := s.Tally(len(dates), periods(dates))
		for c := range s.Columns() {
			start, next := s.Start(c), s.Start(c+1)
			var want calendar.Tally
			for _, d := range dates {
				switch {
				case d.IsZero() || d.Earliest() >= next || d.Latest() < start:
				case d.Earliest() >= start && d.Latest() < next:
					want.Within++
				default:
					want.Across++
				}
			}
			if got[c] != want {
				t.Fatalf("column %d from %v: %v, want %v", c, start, got[c], want)
			}
		}
	})
}

func TestExtent(t *testing.T) {
	dates := inOrder(t, "../2022-02", "2025-09-08", "2026-01/..", "")
	first, last, ok := Extent(len(dates), at(dates))
	if !ok || first != must(t, "2022-02").Latest() || last != must(t, "2026-01").Earliest() {
		t.Errorf("got %v to %v, %v", first, last, ok)
	}
	if _, _, ok := Extent(1, func(int) Date { return Date{} }); ok {
		t.Error("undated events have an extent")
	}
	if _, _, ok := Extent(0, nil); ok {
		t.Error("no events have an extent")
	}
}

func BenchmarkTally(b *testing.B) {
	const n = 1_000_000
	dates := make([]Date, n)
	for i := range dates {
		d := calendar.Day(i / 50)
		dates[i] = Date{edtf: "x", earliest: d, latest: d + calendar.Day(i%7/6*40), precision: ToDay}
	}
	s := calendar.Fit(dates[0].Earliest(), dates[n-1].Latest(), 200)
	b.ReportAllocs()
	for b.Loop() {
		s.Tally(n, periods(dates))
	}
}
