package chronicle_test

import (
	"os"
	"strings"
	"testing"

	"dateline/timeline/internal/anytext"
	"dateline/timeline/internal/chronicle"
)

// Whatever stands in a page, reading it ends, and the items before and after it are in events or in the rest.
func TestAnyText(t *testing.T) {
	most := 2
	if os.Getenv("LONG") != "" {
		most = 3
	}
	read := func(text string) string {
		page := chronicle.Read(text, 0, isDate, isDateKey)
		kept := page.Title + "\n" + page.Rest + "\n"
		for _, event := range page.Events {
			kept += told(event) + "\n"
		}
		if len(page.Events) > len(text) {
			t.Fatalf("%q: more events than bytes", text)
		}
		return kept
	}
	anytext.Of(t, anytext.Page, most, func(text string) {
		read(text)
		kept := read("## Log\n- 2025-01-01: before\n" + text + "\n- 2025-01-02: after\n")
		if !strings.Contains(kept, "before") || !strings.Contains(kept, "after") {
			t.Fatalf("%q: before or after is lost:\n%s", text, kept)
		}
	})
}
