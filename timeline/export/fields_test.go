package export_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
)

// Each text of an event is in every format, but for those of which it is said here why not.
func TestEveryTextIsExported(t *testing.T) {
	forPeople := []export.Format{export.Text, export.Markdown}
	leftOut := map[string]struct {
		of  []export.Format
		why string
	}{
		"Event.ID": {forPeople, "people know an event by date and title"},
		"Pos.File": {append(forPeople, export.YAML), "for scripts that go to the record"},
	}
	record := testbuild.EveryText()
	for _, format := range export.Formats {
		out := exported(t, index.New(record), format)
		for name, texts := range testbuild.Texts(record.Event(0)) {
			if len(texts) == 0 {
				t.Errorf("%s is empty", name)
			}
			within := slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(out, text) })
			if within == slices.Contains(leftOut[name].of, format) {
				t.Errorf("%s is in %s: %t", name, format, within)
			}
		}
	}
}
