package axis

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/testrecord"
	"dateline/ui/session/testsession"
)

// TestColumnsCountWhatIsShown holds of any record, width and filter: the columns together have as many events as have a
// date, and as many that match as match and have one; in an island that was entered they have those of the island.
func TestColumnsCountWhatIsShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		b.WriteString("events:\n")
		for n, date := range rapid.SliceOfN(testrecord.DateText(), 1, 40).Draw(t, "dates") {
			fmt.Fprintf(&b, "  - {id: e%d, date: %q, title: Event %d, type: %s}\n", n, date, n, []string{"call", "aid", "war"}[n%3])
		}
		filter := rapid.SampledFrom([]string{"", "type:call", "-type:aid", "id:nothing", "date:2000..2030 type:war"})
		s := testsession.On(t, b.String(), filter.Draw(t, "filter"))
		if s.Index().Dated() == 0 {
			return
		}
		if s.HasEvent() {
			s.Choose(rapid.IntRange(0, s.Shown().Len()-1).Draw(t, "place"))
		}
		r := requestOf(s, rapid.IntRange(1, 200).Draw(t, "width"))
		r.depth = rapid.IntRange(0, 3).Draw(t, "depth")
		r.toScale = rapid.Bool().Draw(t, "to scale")
		st := r.build()
		want, lit := 0, 0
		for n := range st.base.Len() {
			i := st.base.At(n)
			if n < st.lo || n >= st.lo+st.axis.N {
				continue
			}
			want++
			if s.Matched().Has(i) {
				lit++
			}
			if c, inside := st.axis.Column(s.Index().Begins(i)); !inside {
				t.Fatalf("%v has no column, but is after %d", s.Index().Begins(i), c)
			}
		}
		if st.depth == 0 && st.axis.N != st.base.Rank(s.Index().Dated()) {
			t.Fatalf("the axis has %d of %d events", st.axis.N, st.base.Rank(s.Index().Dated()))
		}
		all, matched := 0, 0
		for c := range st.all {
			all += total(st.all[c])
			matched += total(st.lit[c])
			if total(st.all[c]) != st.axis.Events(c) {
				t.Fatalf("column %d has %d events, and %v of families", c, st.axis.Events(c), st.all[c])
			}
		}
		if all != want || matched != lit {
			t.Fatalf("the columns have %d events and %d that match, want %d and %d", all, matched, want, lit)
		}
		if r.placed && st.depth > 0 && !st.has(r.spot) {
			t.Fatalf("the island has no %v", r.spot)
		}
	})
}

// TestWhatIsKnownWorseIsNamedSo holds that a column of what is known to a month or a year is called that.
func TestWhatIsKnownWorseIsNamedSo(t *testing.T) {
	s := testsession.On(t, `events:
  - {date: 2024, title: A year}
  - {date: 2025-04, title: A month}
  - {date: 2025-04-04, title: A day}
  - {date: 2025-08, title: Another month}
  - {date: ../1950, title: Until then}
`, "")
	st := requestOf(s, 100).build()
	var names []string
	for c := range st.axis.Columns {
		if st.axis.Events(c) > 0 {
			names = append(names, columnName(&st.axis, c))
		}
	}
	want := "begun at an unknown time|2024|April 2025|4 April 2025|August 2025"
	if got := strings.Join(names, "|"); got != strings.Replace(want, "4 April", "Friday 4 April", 1) && got != want {
		t.Errorf("the columns are %s, want %s", got, want)
	}
	for _, l := range st.axis.Numbers {
		if _, _, day := st.axis.Columns[l.Column].From.Civil(); day == 1 {
			t.Errorf("a month is the day %q", l.Text)
		}
	}
	if _, to := st.axis.Extent(); to != calendar.DayOf(2025, 8, 31) {
		t.Errorf("the axis ends on %v", to)
	}
}

// TestAPulseIsNotAllInItsLastCell holds of a record with a few old events and many new ones.
func TestAPulseIsNotAllInItsLastCell(t *testing.T) {
	var b strings.Builder
	b.WriteString("events:\n  - {date: 1142, title: Old}\n  - {date: 1754-03, title: Less old}\n")
	for y := 1990; y < 2025; y++ {
		fmt.Fprintf(&b, "  - {date: %d-05-05, title: In %d, actors: [Anna]}\n", y, y)
	}
	s := testsession.On(t, b.String(), "")
	var d Density
	n := d.Fit(s.Index(), 24)
	used := 0
	for c := range d.axis.Columns {
		if d.axis.Events(c) > 0 {
			used += d.axis.Columns[c].Cells
		}
	}
	if used < n/2 {
		t.Errorf("%d of %d cells have events", used, n)
	}
}

// TestAPulseNamesEveryYearItCan holds of the axis over pulses that a year is not named over columns of another where two
// digits would say which it is, and that one which several columns share is named.
func TestAPulseNamesEveryYearItCan(t *testing.T) {
	old := `events:
  - {date: 1142, title: A}
  - {date: 1600-01-01, title: B}
  - {date: 2024-01-02, title: C}
  - {date: 2024-03-05, title: D}
  - {date: 2025-03-06, title: E}
  - {date: 2025-03-09, title: F}
`
	for _, record := range []string{testsession.Calls, old} {
		s := testsession.On(t, record, "")
		for w := 4; w < 60; w++ {
			var d Density
			d.Fit(s.Index(), w)
			for _, l := range d.axis.Names {
				if record == old { // whose years need four digits
					break
				}
				year, _, _ := d.axis.Columns[l.Column].Day.Civil()
				last := d.axis.Columns[d.axis.ColumnAt(l.At+len([]rune(l.Text))-1)]
				reached, _, _ := last.Day.Civil()
				if len(l.Text) == 4 && l.Text == fmt.Sprint(year) && reached != year {
					t.Errorf("%d cells: %q is over %v, too", w, d.Axis(), last.Day)
				}
			}
		}
		if record == old {
			var d Density
			d.Fit(s.Index(), 24)
			if got := strings.Join(strings.Fields(d.Axis()), " "); got != "1142 1600 2024 2025" {
				t.Errorf("the axis is %q", d.Axis())
			}
		}
	}
}
