package otherkeys

import (
	"slices"
	"strings"
	"unicode"

	"dateline/timeline/internal/guess"
)

// isPlaceholder reports whether a text stands where a title belongs and is none: TBD, Unknown Title, Untitled.
func isPlaceholder(text string) bool {
	if guess.IsNothing(text) {
		return true
	}
	plain := strings.TrimSpace(strings.Trim(text, " .()[]"))
	first, rest := plain, ""
	if at := strings.IndexFunc(plain, unicode.IsSpace); at >= 0 {
		first, rest = plain[:at], strings.TrimSpace(plain[at:])
	}
	switch {
	case first == "":
		return true
	case isWord(first, "tbd", "tba", "tbc", "todo"):
		return rest == ""
	case !isWord(first, "unknown", "untitled", "unnamed", "unspecified", "no"):
		return false // as most are
	case rest == "":
		return !isWord(first, "no")
	}
	return isWord(rest, "title", "name", "event", "item", "entry", "record", "mission", "payload", "label", "headline",
		"subject", "battle")
}

// isWord reports whether a text is one of some words, in capitals or not.
func isWord(text string, some ...string) bool {
	return slices.ContainsFunc(some, func(word string) bool { return strings.EqualFold(text, word) })
}
