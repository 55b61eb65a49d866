package calendar_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/testrecord"
)

func TestUnits(t *testing.T) {
	day := calendar.DayOf(2025, time.November, 22)
	for _, c := range []struct {
		unit              calendar.Unit
		start, next, then string // then is a unit later
		label             string
	}{
		{calendar.Centuries, "2000-01-01", "2100-01-01", "2125-11-22", "2000s"},
		{calendar.Decades, "2020-01-01", "2030-01-01", "2035-11-22", "2020s"},
		{calendar.Years, "2025-01-01", "2026-01-01", "2026-11-22", "2025"},
		{calendar.Quarters, "2025-10-01", "2026-01-01", "2026-02-22", "Q4"},
		{calendar.Months, "2025-11-01", "2025-12-01", "2025-12-22", "Nov"},
		{calendar.Weeks, "2025-11-17", "2025-11-24", "2025-11-29", "17"},
		{calendar.Days, "2025-11-22", "2025-11-23", "2025-11-23", "22"},
	} {
		start, next, then := c.unit.Start(day), c.unit.Next(day), c.unit.Shift(day, 1)
		got := []string{start.String(), next.String(), then.String(), c.unit.Label(day)}
		if diff := cmp.Diff([]string{c.start, c.next, c.then, c.label}, got); diff != "" {
			t.Errorf("%v: %s", c.unit, diff)
		}
	}
}

func TestUnitLabelsNameWhatBegins(t *testing.T) {
	for _, c := range []struct {
		unit calendar.Unit
		day  calendar.Day
		want string
	}{
		{calendar.Days, calendar.DayOf(2025, time.September, 1), "Sep"},
		{calendar.Days, calendar.DayOf(2025, time.January, 1), "2025"},
		{calendar.Months, calendar.DayOf(2025, time.January, 20), "2025"},
		{calendar.Quarters, calendar.DayOf(2025, time.February, 20), "2025"},
		{calendar.Years, calendar.DayOf(-43, time.March, 15), "44 BC"},
		{calendar.Decades, calendar.DayOf(-43, time.March, 15), "50 BC"},
		{calendar.Centuries, calendar.DayOf(-4599, time.January, 1), "4600 BC"},
		{calendar.Centuries, calendar.DayOf(50, time.January, 1), "1 BC"},
		{calendar.Centuries, calendar.DayOf(1914, time.June, 28), "1900s"},
	} {
		if got := c.unit.Label(c.day); got != c.want {
			t.Errorf("%v of %v is labelled %q, want %q", c.unit, c.day, got, c.want)
		}
	}
}

func TestShiftStaysInTheMonth(t *testing.T) {
	leap := calendar.DayOf(2024, time.February, 29)
	for _, c := range []struct {
		unit calendar.Unit
		n    int
		want string
	}{
		{calendar.Months, 1, "2024-03-29"},
		{calendar.Years, 1, "2025-02-28"},
		{calendar.Years, -4, "2020-02-29"},
		{calendar.Centuries, -1, "1924-02-29"},
		{calendar.Centuries, 1 << 20, ".."},
	} {
		if got := c.unit.Shift(leap, c.n).String(); got != c.want {
			t.Errorf("%d %v from 29 February 2024 is %s, want %s", c.n, c.unit, got, c.want)
		}
	}
}

func TestUnitsDivideTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := testrecord.Day().Draw(t, "day")
		u := rapid.SampledFrom(testrecord.Units).Draw(t, "unit")
		start, next := u.Start(d), u.Next(d)
		if start > d || next < d || next == d && d != calendar.Forever {
			t.Fatalf("%v of %v goes from %v to %v", u, d, start, next)
		}
		if start != calendar.Beginning && u.Start(start) != start {
			t.Fatalf("%v of its own start %v is %v", u, start, u.Start(start))
		}
		if next != calendar.Forever && (u.Start(next) != next || u.Start(next-1) != start) && start != calendar.Beginning {
			t.Fatalf("%v from %v to %v leaves a gap", u, start, next)
		}
	})
}

func TestFitScaleIsTheFinest(t *testing.T) {
	for _, c := range []struct {
		first, last string
		want        calendar.Unit
		columns     int
	}{
		{"2025-09-08", "2025-09-08", calendar.Days, 1},
		{"2025-08-25", "2025-10-08", calendar.Days, 45},
		{"2024-11-25", "2025-10-08", calendar.Weeks, 46},
		{"2022-02-24", "2026-01-08", calendar.Months, 48},
		{"2010-02-24", "2026-01-08", calendar.Quarters, 65},
		{"1960-02-24", "2026-01-08", calendar.Years, 67},
		{"1500-02-24", "2026-01-08", calendar.Decades, 53},
		{"-0044-03-15", "2026-01-08", calendar.Centuries, 22},
		{"Y-200000-01-01", "Y200000-01-01", calendar.Centuries, 79}, // 51 centuries each
	} {
		s := fitted(t, c.first, c.last)
		if s.Unit() != c.want || s.Columns() != c.columns {
			t.Errorf("%s to %s: %d columns of one %v, want %d of one %v",
				c.first, c.last, s.Columns(), s.Unit(), c.columns, c.want)
		}
	}
}

func TestScaleThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, first, last, n := testrecord.Scale(t)
		if s.Columns() < 1 || s.Columns() > n {
			t.Fatalf("%d columns, asked for %d", s.Columns(), n)
		}
		d := calendar.Day(rapid.Int32Range(int32(first), int32(last)).Draw(t, "day"))
		c := s.Column(d)
		if c < 0 || d < last && c >= s.Columns() {
			t.Fatalf("%v is in column %d of %d", d, c, s.Columns())
		}
		if start, next := s.Start(c), s.Start(c+1); d < start || d >= next && next != calendar.Forever {
			t.Fatalf("%v is in column %d, which goes from %v to %v", d, c, start, next)
		}
		if start := s.Start(c); start != calendar.Beginning && s.Column(start) != c {
			t.Fatalf("column %d begins on %v, which is in column %d", c, start, s.Column(start))
		}
		later := calendar.Day(rapid.Int32Range(int32(d), int32(calendar.Forever)).Draw(t, "later"))
		if s.Column(later) < c {
			t.Fatalf("%v is left of %v", later, d)
		}
	})
}

// fitted returns the scale of 80 columns from a day to another.
func fitted(t testing.TB, first, last string) calendar.Scale {
	t.Helper()
	return calendar.Fit(dayIn(t, first), dayIn(t, last), 80)
}

// dayIn reads a day as Day.String writes it.
func dayIn(t testing.TB, text string) calendar.Day {
	t.Helper()
	sign := 1
	digits := strings.TrimPrefix(text, "Y")
	if strings.HasPrefix(digits, "-") {
		sign, digits = -1, digits[1:]
	}
	var year, month, day int
	if _, err := fmt.Sscanf(digits, "%d-%d-%d", &year, &month, &day); err != nil {
		t.Fatalf("%q is not a day: %v", text, err)
	}
	d := calendar.DayOf(sign*year, time.Month(month), day)
	if d.String() != text {
		t.Fatalf("%q is %v", text, d)
	}
	return d
}
