package load

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
)

// A year of two digits is first or last, as its column shows. Where that shows nothing, nothing is read.
func TestSideOfTheYear(t *testing.T) {
	for name, test := range map[string]struct{ dates, want []string }{
		"days up to 31":    {[]string{"24-8-15", "24-8-16", "24-11-30", "24-12-31"}, []string{"2024-08-15", "2024-08-16", "2024-11-30", "2024-12-31"}},
		"last, up to 31":   {[]string{"13/05/24", "01/02/24", "14/06/24", "31/12/24"}, []string{"2024-05-13", "2024-02-01", "2024-06-14", "2024-12-31"}},
		"one digit last":   {[]string{"24/8/5", "24/8/15"}, []string{"2024-08-05", "2024-08-15"}},
		"one digit":        {[]string{"5.8.24", "24.8.15"}, []string{"2024-08-05", "2015-08-24"}},
		"a year above":     {[]string{"13/03/48", "01/04/12"}, []string{"2048-03-13", "2012-04-01"}},
		"00 may be no day": {[]string{"00.03.13", "11.05.10"}, []string{"", ""}},
		"open":             {[]string{"24/8/15", "24/9/16"}, []string{"", ""}},
		"open, stops":      {[]string{"24. 8. 15.", "24. 9. 16."}, []string{"", ""}},
		"each Christmas":   {[]string{"24-12-15", "24-12-16", "24-12-17", "24-12-28"}, []string{"", "", "", ""}},
		"first of month":   {[]string{"01-02-12", "01-05-16", "01-06-22", "01-09-28"}, []string{"", "", "", ""}},
		"the same":         {[]string{"24-8-24"}, []string{"2024-08-24"}},
		"signs":            {[]string{"24年8月15日", "3年6月10日"}, []string{"2024-08-15", ""}},
		"both":             {[]string{"24-8-5", "5-8-24", "24-8-15"}, []string{"2024-08-05", "", ""}},
		"month first":      {[]string{"05/15/24", "06/01/24"}, []string{"2024-05-15", "2024-06-01"}},
	} {
		t.Run(name, func(t *testing.T) {
			if got := datedInCentury(test.dates); !slices.Equal(got, test.want) {
				t.Errorf("%q are %q, want %q", test.dates, got, test.want)
			}
		})
	}
}

// datedInCentury returns the dates that the values of a column are read as, whose years are after 2000.
func datedInCentury(texts []string) []string {
	var table strings.Builder
	table.WriteString("date,title\n")
	for i, text := range texts {
		fmt.Fprintf(&table, "%s,%d\n", text, i)
	}
	p := Options{Century: 2000}.Files(context.Background(), []File{textFile("a.csv", table.String())}, nil)
	got := make([]string, len(texts))
	for _, line := range outline(p.Index.Timeline()) {
		date, number, _ := strings.Cut(line, " | ")
		i := 0
		_, _ = fmt.Sscan(number, &i)
		got[i] = date
	}
	return got
}

// Whatever days a column has, and in whichever order it writes them, none is read as another.
func TestNoDayIsReadAsAnother(t *testing.T) {
	orders := map[string][3]int{"year first": {0, 1, 2}, "day first": {2, 1, 0}, "month first": {1, 2, 0}}
	rapid.Check(t, func(t *rapid.T) {
		order := orders[rapid.SampledFrom([]string{"year first", "day first", "month first"}).Draw(t, "order")]
		sign := rapid.SampledFrom([]string{"-", "/", ".", ". "}).Draw(t, "sign")
		if sign[0] == '.' && order[0] != 2 {
			sign = "/" // with full stops the day is first, unless the column shows that it is not
		}
		form := rapid.SampledFrom([]string{"%02d", "%d"}).Draw(t, "form")
		first := calendar.DayOf(rapid.IntRange(2000, 2026).Draw(t, "from"), 1, 1)
		reach := rapid.SampledFrom([]int{40, 365, 1200}).Draw(t, "reach")
		var texts, days []string
		for range rapid.IntRange(1, 8).Draw(t, "days") {
			day := first + calendar.Day(rapid.IntRange(0, reach).Draw(t, "day"))
			y, m, d := day.Civil()
			if y > 2026 {
				continue
			}
			parts := [3]string{fmt.Sprintf("%02d", y%100), fmt.Sprintf(form, int(m)), fmt.Sprintf(form, d)}
			texts = append(texts, parts[order[0]]+sign+parts[order[1]]+sign+parts[order[2]])
			days = append(days, day.String())
		}
		for i, got := range datedInCentury(texts) {
			if got != "" && got != days[i] {
				t.Fatalf("%q of %q is read as %s, and is %s", texts[i], texts, got, days[i])
			}
		}
	})
}
