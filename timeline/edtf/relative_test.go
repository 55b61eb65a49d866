package edtf_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// typed are texts for ParseRelative with the dates they mean. Today is Saturday 22 November 2025, and the day in
// view is 28 December 2024.
var typed = []struct{ text, want string }{
	// EDTF
	{"2025-09-08", "2025-09-08"},
	{"2025-09", "2025-09"},
	{" 2025 ", "2025"},
	{"2022-02-24/..", "2022-02-24/.."},

	// other spellings
	{"sept 2025", "2025-09"},
	{"SEP 2025", "2025-09"},
	{"8 sep 2025", "2025-09-08"},
	{"8th of September, 2025", "2025-09-08"},
	{"mon 8 sep 2025", "2025-09-08"},
	{"2025-Q3", "2025-35"},
	{"q3 2025", "2025-35"},
	{"third quarter of 2025", "2025-35"},
	{"Spring 2025", "2025-21"},
	{"44 BC", "-0043"},
	{"15 march 44 bc", "-0043-03-15"},
	{"AD 14", "0014"},
	{"1990s", "199X"},
	{"20th century", "19XX"},
	{"c. 1850", "1850~"},
	{"13/8/2025", "2025-08-13"},
	{"8.9.2025", "2025-09-08"},
	{"since may 2022", "2022-05/.."},
	{"23–29 sep 2025", "2025-09-23/2025-09-29"},

	// the year that brings it nearest to the day in view
	{"8 sep", "2024-09-08"},
	{"september 8", "2024-09-08"},
	{"march 2", "2025-03-02"},
	{"jan", "2025-01"},
	{"31 december", "2024-12-31"},
	{"29 feb", "2024-02-29"},
	{"spring", "2025-21"},
	{"q1", "2025-33"},
	{"friday", "2024-12-27"},
	{"tuesday", "2024-12-31"},

	// from today
	{"today", "2025-11-22"},
	{"Yesterday", "2025-11-21"},
	{"tomorrow", "2025-11-23"},
	{"last week", "2025-11-10/2025-11-16"},
	{"this week", "2025-11-17/2025-11-23"},
	{"next month", "2025-12"},
	{"last quarter", "2025-35"},
	{"last year", "2024"},
	{"last decade", "2010/2019"},
	{"last monday", "2025-11-17"},
	{"last saturday", "2025-11-15"},
	{"next sat", "2025-11-29"},
	{"this friday", "2025-11-21"},
	{"10 days ago", "2025-11-12"},
	{"in 3 days", "2025-11-25"},
	{"in a month", "2025-12-22"},
	{"2 weeks from now", "2025-12-06"},

	// from the day in view
	{"3 weeks later", "2025-01-18"},
	{"a day later", "2024-12-29"},
	{"2 months earlier", "2024-10-28"},
	{"Two centuries before", "1824-12-28"},
	{"one fortnight later", "2025-01-11"},
}

func TestParseRelative(t *testing.T) {
	today := calendar.DayOf(2025, time.November, 22)
	from := calendar.DayOf(2024, time.December, 28)
	for _, c := range typed {
		d, err := edtf.ParseRelative(c.text, today, from)
		if err != nil {
			t.Errorf("%q: %v", c.text, err)
		} else if d.EDTF() != c.want {
			t.Errorf("%q is %s, want %s", c.text, d.EDTF(), c.want)
		}
	}
}

func TestParseRelativeWithoutADayInView(t *testing.T) {
	today := calendar.DayOf(2025, time.November, 22)
	for _, from := range []calendar.Day{calendar.Beginning, calendar.Forever} {
		d, err := edtf.ParseRelative("8 sep", today, from)
		if err != nil || d.EDTF() != "2025-09-08" {
			t.Errorf("got %v, %v, want the nearest to today", d, err)
		}
	}
}

func TestParseRelativeSaysWhatItWants(t *testing.T) {
	const examples = "type one, as in 2025-09, 8 sep, next month or 3 weeks later"
	for _, c := range []struct{ text, message, hint string }{
		{"", "there is no date", "type one, as in 2025-09, 8 sep or 3 weeks later"},
		{"foo", "this is not a date", examples},
		{"sep q3", "this is not a date", examples},
		{"8 9 10 sep", "this is not a date", examples},
		{"0 sep 2025", "this is not a date", examples},
		{"5th quarter 2025", "this is not a date", examples},
		{"101st century", "this is not a date", examples},
		{"3 blinks later", "this is not a date", examples},
		{"next blink", "this is not a date", examples},
		{"sep sep", "this is not a date", examples},
		{"10000000 centuries ago", "this is not a date", examples},
		{
			"9/8/2025",
			"this can be more than one date",
			"write 2025-08-09 for 9 August 2025 or 2025-09-08 for 8 September 2025",
		},
		{"8", "a number alone is not a date", "type 8 sep for a day, 2025 for a year, or 8 BC"},
		{"44", "a number alone is not a date", "type a year with four digits, as 0044, or 44 BC"},
		{"19", "a number alone is not a date", "type 19 sep for a day, 2025 for a year, or 19 BC"},
		{"199", "a number alone is not a date", "type a year with four digits, as 0199, 199X for the 1990s, or 199 BC"},
		{"-04", "a number alone is not a date", "type 4 sep for a day, 2025 for a year, or 4 BC"},
		{"197~", "a number alone is not a date", "type a year with four digits, as 0197, 197X for the 1970s, or 197 BC"},
		{"/", "this is not a date", examples},
		{"../", "this is not a date", examples},
		{"31 sep", "there is no 31 September", "September has 30 days"},
		{"30 feb 2025", "there is no 30 February 2025", "February has 28 days"},
		{"2025-02-30", "there is no 30 February 2025", "February has 28 days"},
		{"2025-13", "month 13 does not exist", "months go from 01 to 12, as in 2025-12, and seasons from 21 to 24"},
	} {
		_, err := edtf.ParseRelative(c.text, 0, 0)
		var e *edtf.Error
		if !errors.As(err, &e) {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if e.Message != c.message || e.Hint != c.hint {
			t.Errorf("%q: got %q, %q\nwant %q, %q", c.text, e.Message, e.Hint, c.message, c.hint)
		}
	}
}

// The words of a unit can be typed, in upper case or as they are.
func TestProseOfDaysCanBeTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := calendar.Day(rapid.Int32Range(-800_000, 800_000).Draw(t, "day"))
		units := []calendar.Unit{calendar.Years, calendar.Quarters, calendar.Months, calendar.Days}
		unit := rapid.SampledFrom(units).Draw(t, "unit")
		want := edtf.Of(unit, day)
		for _, text := range []string{want.String(), strings.ToUpper(want.String())} {
			got, err := edtf.ParseRelative(text, 0, 0)
			if err != nil || got != want {
				t.Fatalf("%q is %v, %v, want %v", text, got.EDTF(), err, want.EDTF())
			}
		}
	})
}

func TestNearestYearIsNearest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := calendar.Day(rapid.Int32Range(-800_000, 800_000).Draw(t, "from"))
		month := time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
		day := rapid.IntRange(1, 28).Draw(t, "day")
		d, err := edtf.ParseRelative(fmt.Sprintf("%d %s", day, month), 0, from)
		if err != nil {
			t.Fatal(err)
		}
		if _, m, n := d.Earliest().Civil(); m != month || n != day {
			t.Fatalf("%d %s came out as %v", day, month, d)
		}
		if away := max(d.Earliest()-from, from-d.Earliest()); away > 183 {
			t.Fatalf("%v is %d days from %v", d, away, from)
		}
	})
}

func FuzzParseRelative(f *testing.F) {
	for _, c := range typed {
		f.Add(c.text, int32(20414), int32(20085))
	}
	f.Add("8 sep", int32(0), int32(calendar.Forever-1))
	f.Fuzz(func(t *testing.T, text string, today, from int32) {
		d, err := edtf.ParseRelative(text, calendar.Day(today), calendar.Day(from))
		if err != nil {
			checkDateError(t, text, err)
			return
		}
		checkDate(t, d)
	})
}
