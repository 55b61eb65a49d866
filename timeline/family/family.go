// Package family groups the types of events into five families, so that a drawing can tell them apart by few colours:
// what is done by force, what is talked over, what is said, what helps, and the rest.
//
//	family.Of("strike")         // Force
//	family.Of("Drone strikes")  // Force
//	family.Of("wedding")        // Other
//	family.Named("talks")       // Talks, true
//
// It is not the types themselves, which are any words that a record uses, and knows no colour and no glyph. A record
// may put its types into other families; its Timeline knows that.
package family

import (
	"slices"
	"strings"
)

// A Family is a group of types of events. The zero value is [Other].
type Family uint8

// The families, in the order in which drawings list them.
const (
	Other Family = iota // of a type that is in no other, and of none
	Force               // strikes, battles, wars, and what is forced on somebody without weapons
	Talks               // meetings, calls, visits
	Words               // statements, reports, warnings
	Help                // aid, agreements, pledges, and what ends force
)

// Count is the number of families.
const Count = int(Help) + 1

var words = [Count]string{"other", "force", "talks", "words", "help"}

// String returns the family's word.
func (f Family) String() string { return words[min(int(f), Count-1)] }

// Named returns the family with a word, and reports whether there is one.
func Named(word string) (f Family, ok bool) {
	n := slices.Index(words[:], word)
	return Family(max(n, 0)), n >= 0
}

// longest is how many bytes of a type are looked at. One that is longer is prose, and in no family.
const longest = 64

// Of returns the family of a type of event, as it is where a record does not say otherwise. Case and a plural make no
// difference. Of a type of several words the last one counts that is known ("drone strike", "call for peace").
func Of(eventType string) Family {
	if f, ok := families[eventType]; ok || len(eventType) > longest {
		return f
	}
	for _, word := range slices.Backward(strings.FieldsFunc(strings.ToLower(eventType), between)) {
		if f, ok := find(word); ok {
			return f
		}
	}
	return Other
}

// between reports whether a character separates the words of a type.
func between(r rune) bool { return strings.ContainsRune(" -_/,.:;()", r) }

// find returns the family of one word, or of what it is the plural of.
func find(word string) (f Family, ok bool) {
	for _, ending := range []string{"", "s", "es"} {
		if stem, cut := strings.CutSuffix(word, ending); cut {
			if f, ok = families[stem]; ok {
				return f, true
			}
		}
	}
	return Other, false
}
