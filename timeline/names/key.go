// Package names finds out whether two names may be names of one thing: spelled alike, abbreviated, written in another
// script, sounding alike or misspelled.
//
//	names.Key("The Kremlin")                       // "kremlin"
//	names.ShortForm("Department of Defense (DoD)") // "DoD", "Department of Defense", true
//	names.PhoneticKey("zelenskyy")                 // the same as for "zelenskiy"
//	names.Nearest("soruce", []string{"source"}, 1) // ["source"]
//
// Each function answers for the texts that it is given and nothing else: the package knows no actors and no record,
// and decides for nobody that two of them are one. Sounds are those of names in Latin and in Cyrillic letters, as
// the press writes them in English; other scripts pass through.
//
// The package imports fold and, for the wording of hints, sanitize.
package names

import (
	"strings"

	"dateline/timeline/fold"
)

// Key returns what two spellings of one name have in common: the name folded, without "the" before it. The key of a
// name without letters and digits is the name without blanks around it.
func Key(name string) string {
	key := strings.TrimPrefix(fold.Fold(name), "the ")
	if key == "" {
		return strings.TrimSpace(name)
	}
	return key
}

// Slug returns an id for a name: the words of its Key joined by hyphens, or instead if it has none.
func Slug(name, instead string) string {
	if words := Key(name); fold.Fold(words) != "" {
		return strings.ReplaceAll(words, " ", "-")
	}
	return instead
}
