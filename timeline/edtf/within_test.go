package edtf_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

func TestMayBeWithin(t *testing.T) {
	for _, c := range []struct {
		date string
		days string // for which it is asked
		want bool
	}{
		{"[1667,1668,1670..1672]", "1669", false},
		{"[1667,1668,1670..1672]", "1671", true},
		{"{1960,1961-12}", "1961-06", false},
		{"{1960,1961-12}", "1960-06", true},
		{"156X-12-25", "1565-06", false},
		{"156X-12-25", "1565-12", true},
		{"XXXX-12-XX", "2025-11", false},
		{"XXXX-12-XX", "2025-12-03", true},
		{"202X-09", "2023-08", false},
		{"202X-09", "2023-09-30", true},
		{"2000-XX-31", "2000-02", false},
		{"2000-XX-31", "2000-02-15/2000-03", true},
		{"2025-02-X0", "2025-02-15", false},
		{"2025-02-X0", "2025-02-20", true},
		{"X025", "2024", false},
		{"X025", "2025-05-05", true},
		{"2X25", "2126", false},
		{"2X25", "2126/2225", true},
		{"-004X-03", "-0043-04", false},
		{"-004X-03", "-0043-03", true},
		{"202X-24", "2025-02", true},
		{"202X-24", "2025-03", false},
		{"XXXX-02-29", "2097/2103", false},
		{"XXXX-02-29", "2097/2104", true},
		{"[156X-12-25,1600]", "1590", false},
		{"2025-XX", "2025-07-07", true},
		{"156X-12-25/1570", "1565-06", true}, // an interval goes on between its ends
		{"[..1667,1670]", "1500", true},
		{"[..1667,1670]", "1668", false},
		{"1950S2", "1910", true},
	} {
		d, days := date(t, c.date), date(t, c.days).Period()
		if got := d.MayBeWithin(days); got != c.want {
			t.Errorf("%s may be within %s: %v, want %v", c.date, c.days, got, c.want)
		}
		if !date(t, c.days).MayBeWithin(d.Period()) {
			t.Errorf("%s lies beyond the bounds of %s", c.days, c.date)
		}
	}
	if (edtf.Date{}).MayBeWithin(calendar.Always) {
		t.Error("the undated are found by a date")
	}
}

func date(t testing.TB, text string) edtf.Date {
	t.Helper()
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A date with unknown digits may be on a day whose digits are the same where they are known.
func TestUnknownDigitsMayBeAnyOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := calendar.Day(rapid.IntRange(-800_000, 800_000).Draw(t, "first day"))
		near := first + calendar.Day(rapid.IntRange(-800, 800).Draw(t, "to a day near it"))
		days := calendar.Period{From: first, To: first + calendar.Day(rapid.IntRange(0, 800).Draw(t, "days"))}
		text := []byte(near.String()[:rapid.SampledFrom([]int{4, 7, 10}).Draw(t, "length")])
		if near < calendar.DayOf(1, 1, 1) {
			return // the sign is another digit
		}
		for range rapid.IntRange(1, 4).Draw(t, "unknown digits") {
			at := rapid.IntRange(0, len(text)-1).Draw(t, "at")
			if text[at] != '-' {
				text[at] = 'X'
			}
		}
		d, err := edtf.Parse(string(text))
		if err != nil {
			t.Fatal(err)
		}
		want := false
		for day := days.From; day <= days.To && !want; day++ {
			written := day.String()
			want = len(written) == 10 && strings.EqualFold(string(text), masked(written, text))
		}
		if got := d.MayBeWithin(days); got != want {
			t.Fatalf("%s may be from %v to %v: %v, want %v", text, days.From, days.To, got, want)
		}
	})
}

// masked returns the beginning of a day with the unknown digits of a text.
func masked(day string, text []byte) string {
	out := []byte(day[:len(text)])
	for n := range out {
		if text[n] == 'X' {
			out[n] = 'X'
		}
	}
	return string(out)
}

func BenchmarkMayBeWithin(b *testing.B) {
	for _, text := range []string{"2025-09-08", "[1667,1668,1670..1672]", "156X-12-25", "XXXX-12-XX", "XXXX-02-29"} {
		d, days := date(b, text), date(b, "1565-06").Period()
		b.Run(fmt.Sprint(text), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.MayBeWithin(days)
			}
		})
	}
}
