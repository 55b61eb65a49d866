package export_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/export"
	"dateline/timeline/load"
	"dateline/timeline/testrecord"
)

// monthOrYears draws the text of a month that may as well be two years that follow on each other.
func monthOrYears() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		month := rapid.IntRange(1, 12).Draw(t, "month")
		return fmt.Sprintf("%d%02d-%02d", rapid.IntRange(17, 20).Draw(t, "century"), month-1, month)
	})
}

// datesOf returns the date and the title of each event.
func datesOf(p load.Progress) (all string) {
	for i := range p.Index.Timeline().Len() {
		e := p.Index.Timeline().Event(i)
		all += e.Date.EDTF() + " " + e.Title + "\n"
	}
	return all
}

// What a column of dates may mean for other people is no matter where dateline wrote it: each is read back as it was.
func TestColumnsOfDatesAreReadBack(t *testing.T) {
	kinds := []*rapid.Generator[string]{
		monthOrYears(), testrecord.DateText(),
		rapid.StringMatching(`(19|20)[0-9]{2}-(0[1-9]|1[0-2])`),
		rapid.StringMatching(`-?[0-2][0-9]{3}`),
		rapid.SampledFrom([]string{"2001-02", "1914/1918", "2003-04", "2010-11-12", ""}),
	}
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.SampledFrom(kinds).Draw(t, "kind")
		if rapid.IntRange(0, 3).Draw(t, "mixed") == 0 {
			of = rapid.OneOf(kinds...)
		}
		var events []map[string]string
		for i := range rapid.IntRange(1, 6).Draw(t, "events") {
			events = append(events, map[string]string{"date": of.Draw(t, "date"), "title": fmt.Sprint("event ", i)})
		}
		written, err := json.Marshal(events)
		if err != nil {
			t.Fatal(err)
		}
		p := recordOf("x.yaml", string(written))
		before := datesOf(p)
		for _, f := range []export.Format{export.YAML, export.JSON, export.JSONLines, export.CSV} {
			text := wholeAs(p, f)
			if after := datesOf(readBack(text, f)); before != after {
				t.Fatalf("%s is read back as something else: %s\nin\n%.3000s", f, differ(before, after), text)
			}
		}
	})
}
