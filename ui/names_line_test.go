package ui

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// TestALineOfNamesHasNames holds that no line of the list is there for nothing but the number of those whose names do
// not fit the end of a title.
func TestALineOfNamesHasNames(t *testing.T) {
	bare := regexp.MustCompile(`^\s*[│┊]\s+…\d+\s*(│|$)`)
	var record strings.Builder
	for n := range 120 {
		fmt.Fprintf(&record, "- {date: 2025-05-%02d, title: %s, actors: [Supreme Court, John McConnell, USDA, Ann]}\n",
			1+n%28, strings.TrimSpace(strings.Repeat("word ", 16)+strings.Repeat("and ", n/8)+strings.Repeat("x", n%8)))
	}
	for w := 60; w <= 140; w += 4 {
		d := open(t, w, 40, yaml(record.String()))
		for range 4 { // ways to show rows
			d.press("r")
			for range 6 {
				for _, line := range d.press("pgup").lines() {
					if bare.MatchString(line) {
						t.Fatalf("at %d columns: %q", w, line)
					}
				}
			}
			d.press("G")
		}
	}
}
