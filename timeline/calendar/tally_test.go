package calendar_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/testrecord"
)

// at returns the period at an index, as a Scale counts them.
func at(periods []calendar.Period) func(int) calendar.Period {
	return func(i int) calendar.Period { return periods[i] }
}

// inOrder sorts periods by their first day.
func inOrder(periods []calendar.Period) []calendar.Period {
	slices.SortFunc(periods, func(p, q calendar.Period) int { return cmp.Compare(p.From, q.From) })
	return periods
}

func TestTally(t *testing.T) {
	jan := calendar.DayOf(2025, time.January, 1)
	feb, mar, year := jan+31, jan+31+28, jan+365
	periods := inOrder([]calendar.Period{
		{From: jan + 4, To: jan + 4},
		{From: feb - 1, To: feb - 1},
		{From: jan, To: feb - 1},
		{From: mar - 2, To: mar + 1},
		{From: jan, To: year - 1},
		{From: mar + 3, To: mar + 3},
		{From: jan - 1, To: jan - 1}, // before the scale
		{From: calendar.Beginning, To: mar - 1},
		{From: mar, To: calendar.Forever},
		{From: year, To: year + 364}, // after it
		calendar.Never,
	})
	want := []calendar.Tally{{Within: 3, Across: 2}, {Across: 3}, {Within: 1, Across: 3}, {Across: 2}}
	s := calendar.At(calendar.Months, jan, 4)
	if diff := gocmp.Diff(want, s.Tally(len(periods), at(periods))); diff != "" {
		t.Errorf("want -, got +: %s", diff)
	}
}

// aPeriod draws periods, of which some are open at one end or both and some are Never.
func aPeriod() *rapid.Generator[calendar.Period] {
	day := rapid.Int32Range(-100_000, 100_000)
	return rapid.Custom(func(t *rapid.T) calendar.Period {
		a, b := calendar.Day(day.Draw(t, "a")), calendar.Day(day.Draw(t, "b"))
		p := calendar.Period{From: min(a, b), To: max(a, b)}
		return rapid.SampledFrom([]calendar.Period{
			p, p, p,
			{From: a, To: a},
			{From: calendar.Beginning, To: b},
			{From: a, To: calendar.Forever},
			calendar.Always, calendar.Never,
		}).Draw(t, "period")
	})
}

func TestTallyCountsWhatAScanCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		periods := inOrder(rapid.SliceOfN(aPeriod(), 0, 30).Draw(t, "periods"))
		s, _, _, _ := testrecord.Scale(t)
		got := s.Tally(len(periods), at(periods))
		for c := range s.Columns() {
			start, next := s.Start(c), s.Start(c+1)
			var want calendar.Tally
			for _, p := range periods {
				switch {
				case p == calendar.Never || p.From >= next || p.To < start:
				case p.From >= start && p.To < next:
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

func BenchmarkTally(b *testing.B) {
	const n = 1_000_000
	periods := make([]calendar.Period, n)
	for i := range periods {
		d := calendar.Day(i / 50)
		periods[i] = calendar.Period{From: d, To: d + calendar.Day(i%7/6*40)}
	}
	s := calendar.Fit(periods[0].From, periods[n-1].To, 200)
	b.ReportAllocs()
	for b.Loop() {
		s.Tally(n, at(periods))
	}
}
