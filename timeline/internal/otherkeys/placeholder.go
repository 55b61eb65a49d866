package otherkeys

import (
	"strings"

	"dateline/timeline/internal/guess"
)

// isPlaceholder reports whether a text stands where a title belongs and is none: TBD, Unknown Title, Untitled.
func isPlaceholder(text string) bool {
	if guess.IsNothing(text) {
		return true
	}
	words := strings.Fields(strings.ToLower(strings.Trim(text, " .()[]")))
	if len(words) == 0 || len(words) > 2 {
		return len(words) == 0
	}
	switch words[0] {
	case "tbd", "tba", "tbc", "todo":
		return len(words) == 1
	case "unknown", "untitled", "unnamed", "unspecified", "no":
	default:
		return false
	}
	if len(words) == 1 {
		return words[0] != "no"
	}
	switch words[1] {
	case "title", "name", "event", "item", "entry", "record", "mission", "payload", "label", "headline", "subject",
		"battle":
		return true
	}
	return false
}
