package edtf_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/edtf"
)

// nearDates draws dates close to the end of a month and of a year, of every kind of precision, in every zone.
func nearDates() *rapid.Generator[[]edtf.Date] {
	one := rapid.Custom(func(t *rapid.T) string {
		day := rapid.SampledFrom([]string{"2021-12-30", "2021-12-31", "2022-01-01", "2022-01-02", "2022-01-31", "2022-02-01"})
		text := rapid.SampledFrom([]string{
			"2021", "2022", "202X", "2022~", "2021-24", "2022-21", "2022-31", "2022-33", "2022-40", "2022-01", "2021-12", "2022-01-XX", "2021/2023",
			"2022/2022-02", "2022-01/2022-02", "[2022,2023]", "{2022-33..2022-36}", "", "", "", "", "", "",
		}).Draw(t, "other")
		if text == "" {
			text = day.Draw(t, "day") + rapid.SampledFrom([]string{
				"", "", "T00:10+03:00", "T23:30-05:00", "T23:59", "T00:00Z", "T12:00+14:00", "T12:00-12:00", "/2022-02-01", "?",
			}).Draw(t, "time")
		}
		return text
	})
	return rapid.Custom(func(t *rapid.T) []edtf.Date {
		var dates []edtf.Date
		for _, text := range rapid.SliceOfN(one, 0, 30).Draw(t, "dates") {
			d, err := edtf.Parse(text)
			if err != nil {
				t.Fatalf("%q: %v", text, err)
			}
			dates = append(dates, d)
		}
		slices.SortFunc(dates, edtf.Date.Compare)
		return dates
	})
}

// TestNoHeadingComesTwice sorts dates: each heading and each day as written is in one place. Times of one day are in the
// order of their moments.
func TestNoHeadingComesTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := nearDates().Draw(t, "dates")
		for what, of := range map[string]func(edtf.Date) string{
			"heading": edtf.Date.Heading,
			"day": func(d edtf.Date) string {
				day, _, _ := strings.Cut(d.EDTF(), "T")
				return day
			},
		} {
			seen := make(map[string]bool)
			for n, d := range dates {
				same := n > 0 && of(d) == of(dates[n-1])
				if what == "day" && !strings.Contains(d.EDTF(), "T") {
					continue
				}
				if seen[of(d)] && !same {
					t.Fatalf("the %s %s comes twice: %v", what, of(d), dates)
				}
				seen[of(d)] = true
			}
		}
	})
}

// TestDaysComeBeforeMoments has four events that no list can have both in the order of their moments and under days that
// come once: the second is before the third by the clock of the world, and of a later day.
func TestDaysComeBeforeMoments(t *testing.T) {
	want := []string{
		"2022-08-27", "2022-08-27T12:00Z", "2022-08-27T23:30-05:00", "2022-08-28", "2022-08-28T00:10+03:00",
		"2022-08-28T09:00+05:00", "2022-08-28T05:00Z",
	}
	var dates []edtf.Date
	for _, text := range want {
		d, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		dates = append(dates, d)
	}
	shuffled := rapid.Permutation(dates).Example(1)
	slices.SortFunc(shuffled, edtf.Date.Compare)
	for n, d := range shuffled {
		if d.EDTF() != want[n] {
			t.Errorf("%d is %s, want %s", n, d.EDTF(), want[n])
		}
	}
}
