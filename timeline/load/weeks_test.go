package load

import (
	"slices"
	"strings"
	"testing"
)

// A week of which the number is written is its seven days, and what they hang on is told once.
func TestWeeksOfAColumn(t *testing.T) {
	for name, test := range map[string]struct {
		text string
		want []string
	}{
		"as ISO writes them": {"date,title\n2024-W05,A\n2024W06,B\n2024-W05-3,C\n", []string{"2024-01-29/2024-02-04 | A", "2024-01-31 | C", "2024-02-05/2024-02-11 | B"}},
		"in German":          {"Datum,Titel\nKW 5/2024,A\n6. KW 2024,B\n", []string{"2024-01-29/2024-02-04 | A", "2024-02-05/2024-02-11 | B"}},
		"in English":         {"when,what\n\"Week 5, 2024\",A\nW6 2024,B\n", []string{"2024-01-29/2024-02-04 | A", "2024-02-05/2024-02-11 | B"}},
		"no such week":       {"date,title\nWeek 54 2024,A\nWeek 6,B\n", []string{" | A", " | B"}},
	} {
		p := loadText(t, "a.csv", test.text)
		if got := outline(p.Index.Timeline()); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q\n%s", name, got, test.want, p.Problems)
		}
		if said, word := p.Problems.String(), name == "in German" || name == "in English"; word != strings.Contains(said, "as ISO 8601 counts weeks") {
			t.Errorf("%s: what is said of the weeks?\n%s", name, said)
		}
	}
}
