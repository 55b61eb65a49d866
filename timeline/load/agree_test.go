package load

import (
	"slices"
	"testing"

	"dateline/timeline/diag/rule"
)

// Two keys that say the same are no conflict, and only what disagrees is told.
func TestWhatAgreesIsNoConflict(t *testing.T) {
	for text, want := range map[string]bool{
		"{date: 2024-11-12/2024-11-16, end: 2024-11-16, title: A}":                      false,
		"{date: 2024-11-12/2024-11-16, start: 2024-11-12, end: 2024-11-16, title: A}":   false,
		"{date: 2024-11-12/2024-11-16, start: 2024-11-12, title: A}":                    false,
		"{date: 2024-11-12, start: 2024-11-12, title: A}":                               false,
		"{date: 2024-11, start: 2024-11, end: 2024-11, title: A}":                       false,
		"{date: 2024~/2025, start: 2024~, end: 2025, title: A}":                         false,
		"{date: 2024, title: A, summary: x, description: x}":                            false,
		"{date: 2024, title: A, location: Oslo, place: Oslo}":                           false,
		"{date: 2024, title: A, type: visit, kind: visit}":                              false,
		"{date: 2024-11-12/2024-11-16, end: 2024-11-15, title: A}":                      true,
		"{date: 2024-11-12/2024-11-16, start: 2024-11-13, title: A}":                    true,
		"{date: 2024-11-12, start: 2024-11-11, title: A}":                               true,
		"{date: 2024-11, start: 2024-11-12, title: A}":                                  true,
		"{date: 2024-11-12/2024-11-16, end: 2024-11, title: A}":                         true,
		"{date: 2024, title: A, summary: x, description: y}":                            true,
		"{date: 2024, title: A, location: Oslo, place: Bergen}":                         true,
		"{date: 2024-11-12/2024-11-16, start: 2024-11-12, end: 2024-11-15~, title: A~}": true,
	} {
		p := loadText(t, "x.yaml", "- "+text+"\n")
		var said []rule.ID
		for _, one := range p.Problems {
			said = append(said, one.Rule)
		}
		told := slices.Contains(said, rule.EndConflict) || slices.Contains(said, rule.KeysDisagree)
		if told != want || !want && len(said) > 0 {
			t.Errorf("%s: %v", text, said)
		}
	}
}
