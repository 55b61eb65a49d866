package otherkeys

import "testing"

func TestPlaceholdersAreNoTitles(t *testing.T) {
	for text, want := range map[string]bool{
		"TBD": true, "tba": true, "?": true, "Unknown": true, "Unknown Title": true, "(untitled)": true, "Untitled event": true,
		"No title": true, "The Unknown Soldier": false, "Unknown Soldier": false, "No": false, "No War": false, "TBD Records": false,
		"Fire": false,
	} {
		if got := isPlaceholder(text); got != want {
			t.Errorf("isPlaceholder(%q) = %v", text, got)
		}
	}
}
