package phrase_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline/export/phrase"
)

// TestJoin holds that parts that are missing leave no mark, and that a list stays as its owner has it.
func TestJoin(t *testing.T) {
	for want, parts := range map[string][]string{
		"":                             {"", ""},
		"Reuters":                      {"", "Reuters", ""},
		"Reuters, 2025":                {"Reuters", "", "2025"},
		"a, b, c, d, e, f, g, h, i, j": strings.Split("a,,b,c,d,e,f,g,h,i,j", ","),
	} {
		owned := slices.Clone(parts)
		if got := phrase.Join(", ", owned...); got != want || !slices.Equal(owned, parts) {
			t.Errorf("%q are joined as %q, and are %q after it", parts, got, owned)
		}
	}
}
