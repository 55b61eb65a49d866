package properties_test

import (
	"os"
	"strings"
	"testing"

	"dateline/timeline/internal/anytext"
	"dateline/timeline/internal/properties"
)

// Whatever stands in a page, reading it ends, and where it is a page with properties nothing of its text is lost.
func TestAnyText(t *testing.T) {
	most := 3
	if os.Getenv("LONG") != "" {
		most = 4
	}
	isDate := func(key, value string) bool { return key == "Date" }
	anytext.Of(t, anytext.Page, most, func(text string) {
		for _, whole := range []string{text, "# before\n" + text + "\nDate: 2025-01-01\n\nafter\n"} {
			page, ok := properties.Read(whole, isDate)
			if ok && (page.Event.Content[1].Value == "" || whole != text && !strings.Contains(page.Body, "after")) {
				t.Fatalf("%q: %q is the title, %q the body", whole, page.Event.Content[1].Value, page.Body)
			}
			front, rest, ok := properties.Second(whole)
			if ok && len(front)+len(rest) > len(whole) {
				t.Fatalf("%q: %q and %q are more than it", whole, front, rest)
			}
		}
	})
}
