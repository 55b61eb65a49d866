package ui

import (
	"strings"
	"testing"
)

// The title counts what the list shows, and says from when to when that is.
func TestTheTitleAgreesWithTheList(t *testing.T) {
	d := open(t, 120, 40, withQuery("actor:putin"))
	whole := open(t, 120, 40).lines()[0]
	if got := d.lines()[0]; !strings.Contains(got, "6 of 45 events · July 2025 to January 2026") {
		t.Errorf("under a filter: %q", got)
	}
	if got := d.press("p").lines()[0]; got != whole {
		t.Errorf("paused: %q, want %q", got, whole)
	}
	if got := d.press("p", "x").lines()[0]; !strings.Contains(got, "6 of 45 events") {
		t.Errorf("dimmed: %q", got)
	}
	// What goes on is in the line above the list, and is not where that begins.
	if got := open(t, 120, 40, withQuery("date:2025")).lines()[0]; !strings.Contains(got, "· April 2025 to ") {
		t.Errorf("under dates: %q", got)
	}
}

// A date is not broken at a hyphen, and what the filter hides is said once.
func TestAnEmptyResultIsSaidOnceAndWhole(t *testing.T) {
	const query = "actor:macron,starmer type:statement status:planned since:2025-01 location:kyiv"
	for w := 40; w <= 120; w++ {
		d := open(t, w, 30, withQuery(query))
		if !strings.Contains(d.screen(), "2025-01") {
			t.Errorf("at %d columns a date is broken:\n%s", w, d.screen())
		}
		if strings.Contains(d.screen(), "filter hides") {
			t.Errorf("at %d columns it is said twice what is hidden:\n%s", w, d.screen())
		}
	}
}
