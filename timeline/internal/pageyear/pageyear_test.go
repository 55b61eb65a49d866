package pageyear_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"dateline/timeline/internal/chronicle"
	"dateline/timeline/internal/pageyear"
)

// Days that run on in one direction have the years that they had, or none: by their days of the week, or by a day of the
// page that is not before the newest.
func TestYearsAreTrueOrNone(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		at := time.Date(rapid.IntRange(1990, 2030).Draw(t, "year"), 1, 1, 0, 0, 0, 0, time.UTC)
		at = at.AddDate(0, 0, rapid.IntRange(0, 364).Draw(t, "first"))
		var all []time.Time
		for _, by := range rapid.SliceOfN(rapid.IntRange(0, 60), 3, 12).Draw(t, "steps") {
			at = at.AddDate(0, 0, by)
			all = append(all, at)
		}
		newest := at
		if rapid.Bool().Draw(t, "backwards") {
			slices.Reverse(all)
		}
		form, around := "Monday, 2 January", fmt.Sprint("Log ", rapid.SampledFrom(all).Draw(t, "named").Year())
		if rapid.Bool().Draw(t, "no weekdays") {
			as := newest.AddDate(0, 0, rapid.IntRange(0, 20).Draw(t, "later"))
			if as.Year() != newest.Year() {
				as = newest
			}
			form, around = "2 January", "Updated "+as.Format("2 January 2006")
		}
		var days []chronicle.Line
		for i, day := range all {
			days = append(days, chronicle.Line{Number: i + 3, Text: day.Format(form), Of: 1})
		}
		said, ok := pageyear.Of(days, []chronicle.Line{{Number: 1, Text: around, Of: 1}})
		if !ok {
			return
		}
		found++
		for i, day := range all {
			if said.Years[i+3] != day.Year() {
				t.Fatalf("%s: %v gives %v", around, days, said.Years)
			}
		}
	})
	if found == 0 {
		t.Error("no year was found")
	}
}
