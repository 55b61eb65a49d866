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
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/fold"
)

// Key returns what two spellings of one name have in common: the name folded, without "the" before it. The key of a
// name without letters and digits is the name without blanks around it. That of one or two letters has the signs after
// them, which tell C++ and C# from C.
func Key(name string) string {
	key := strings.TrimPrefix(fold.Fold(name), "the ")
	if key == "" {
		return strings.TrimSpace(name)
	}
	return key + signsAfter(name, key)
}

// In reports whether the Key of a name is in a set of such keys.
func In(keys map[string]bool, name string) bool {
	key := bytes.TrimPrefix(fold.Append(make([]byte, 0, len(name)+1), name, nil), []byte("the "))
	if len(key) <= 2*utf8.UTFMax { // which may have signs after it
		return keys[Key(name)]
	}
	return keys[string(key)]
}

// signs are the characters of which names are made, beside letters and digits.
const signs = "+#*"

// signsAfter returns the signs at the end of a name, "" where its folded text is more than one or two letters.
func signsAfter(name, folded string) string {
	if len(folded) > 2*utf8.UTFMax {
		return ""
	}
	name = strings.TrimSpace(name)
	bare := strings.TrimRight(name, signs)
	if len(bare) == len(name) {
		return ""
	}
	for _, r := range folded {
		if !unicode.IsLetter(r) {
			return ""
		}
	}
	if utf8.RuneCountInString(folded) > 2 || utf8.RuneCountInString(bare) > 2 {
		return ""
	}
	return name[len(bare):]
}

// Slug returns an id for a name: the words of its Key joined by hyphens, with its signs in words, or instead if it has
// none.
func Slug(name, instead string) string {
	words := Key(name)
	if fold.Fold(words) == "" {
		return instead
	}
	if strings.ContainsAny(words, signs) {
		words = strings.NewReplacer("+", " plus", "#", " sharp", "*", " star").Replace(words)
	}
	return strings.ReplaceAll(words, " ", "-")
}

// Uncapital reports whether a name has small letters and no capital, as an id has and a name that is written in haste.
func Uncapital(name string) bool {
	return strings.ContainsFunc(name, unicode.IsLower) && !strings.ContainsFunc(name, unicode.IsUpper)
}
