package calendar_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
)

func TestDayAgreesWithTheClock(t *testing.T) {
	for d := calendar.DayOf(1, time.January, 1); d <= calendar.DayOf(9999, time.December, 31); d += 17 {
		want := time.Date(1970, 1, 1+int(d), 0, 0, 0, 0, time.UTC)
		year, month, day := d.Civil()
		if y, m, n := want.Date(); y != year || m != month || n != day {
			t.Fatalf("day %d is %d-%d-%d, want %v", d, year, month, day, want)
		}
		if d.Weekday() != want.Weekday() {
			t.Fatalf("%v is a %v, want %v", d, d.Weekday(), want.Weekday())
		}
		if back := calendar.DayOf(year, month, day); back != d {
			t.Fatalf("%v came back as %v", d, back)
		}
	}
}

func TestDayCarriesOverAsTimeDoes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		year := rapid.IntRange(-9000, 9000).Draw(t, "year")
		month := time.Month(rapid.IntRange(-100, 100).Draw(t, "month"))
		day := rapid.IntRange(-1000, 1000).Draw(t, "day")
		want := int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
		if got := calendar.DayOf(year, month, day); int(got) != want {
			t.Fatalf("DayOf(%d, %d, %d) = %d, want %d", year, month, day, got, want)
		}
	})
}

func TestDaysFollowEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := calendar.Day(rapid.Int32().Draw(t, "day"))
		year, month, day := d.Civil()
		if back := calendar.DayOf(year, month, day); back != d {
			t.Fatalf("%d is %d-%d-%d, which is %d", d, year, month, day, back)
		}
		if d == calendar.Forever {
			return
		}
		if next := calendar.DayOf(year, month, day+1); next != d+1 {
			t.Fatalf("after %d-%d-%d comes %d, want %d", year, month, day, next, d+1)
		}
	})
}

func TestDayBeyondTheEndsOfTime(t *testing.T) {
	const far = 1 << 30
	for _, c := range []struct {
		year, month, day int
		want             calendar.Day
	}{
		{far, 1, 1, calendar.Forever},
		{-far, 1, 1, calendar.Beginning},
		{5_900_000, 1, 1, calendar.Forever},
		{-5_900_000, 1, 1, calendar.Beginning},
		{2025, far, 1, calendar.Forever},
		{-2025, 1, -far * 2, calendar.Beginning},
	} {
		if got := calendar.DayOf(c.year, time.Month(c.month), c.day); got != c.want {
			t.Errorf("DayOf(%d, %d, %d) = %d, want %d", c.year, c.month, c.day, got, c.want)
		}
	}
}
