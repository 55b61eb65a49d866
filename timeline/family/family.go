// Package family groups the types of events into five families, so that a drawing can tell them apart by few colours:
// what is done by force, what is talked over, what is said, what helps, and the rest.
//
//	family.Of("strike")   // Force
//	family.Of("wedding")  // Other
//	family.Named("talks") // Talks, true
//
// It is not the types themselves, which are any words that a record uses, and knows no colour and no glyph. A record
// may put its types into other families; its Timeline knows that.
package family

import "slices"

// A Family is a group of types of events. The zero value is [Other].
type Family uint8

// The families, in the order in which drawings list them.
const (
	Other Family = iota // of a type that is in no other, and of none
	Force               // strikes, battles, wars
	Talks               // meetings, calls, visits
	Words               // statements, reports, warnings
	Help                // aid, agreements, pledges
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

// Of returns the family of a type of event, as it is where a record does not say otherwise.
func Of(eventType string) Family { return families[eventType] }

// families is the one table of what types are what.
var families = map[string]Family{
	"attack": Force, "battle": Force, "strike": Force, "war": Force,

	"call": Talks, "meeting": Talks, "summit": Talks, "visit": Talks,

	"report": Words, "statement": Words, "warning": Words,

	"agreement": Help, "aid": Help, "plan": Help, "pledge": Help,
}
