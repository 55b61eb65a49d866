package icaldoc_test

import (
	"os"
	"slices"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/anytext"
	"dateline/timeline/internal/icaldoc"
)

// Whatever stands in a calendar, reading it ends, and the entries before and after it are there.
func TestAnyText(t *testing.T) {
	most := 3
	if os.Getenv("LONG") != "" {
		most = 4
	}
	read := func(text string) (kept []string) {
		problems := diag.NewList(100)
		entries := 0
		icaldoc.Each(diag.NewFile("a.ics", text), text, &problems, func(event *yaml.Node) bool {
			for _, n := range event.Content {
				kept = append(kept, n.Value)
			}
			if entries++; entries > len(text) {
				t.Fatalf("%q: more entries than bytes", text)
			}
			return true
		})
		icaldoc.Is(text)
		return kept
	}
	anytext.Of(t, anytext.Calendar, most, func(text string) {
		read(text)
		kept := read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:before\nEND:VEVENT\n" + text +
			"\nBEGIN:VEVENT\nSUMMARY:after\nEND:VEVENT\nEND:VCALENDAR\n")
		if !slices.Contains(kept, "before") || !slices.Contains(kept, "after") {
			t.Fatalf("%q: before or after is lost: %q", text, kept)
		}
	})
}
