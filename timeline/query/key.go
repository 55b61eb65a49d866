package query

import (
	"maps"
	"slices"
)

// A Key is what a term asks about: the name that a query spells before the colon, or "" for words.
type Key string

// The keys that a query may ask with.
const (
	ByWords    Key = ""
	ByActor    Key = "actor"
	ByDirect   Key = "direct" // actors that the event itself lists
	ByType     Key = "type"
	ByTag      Key = "tag"
	ByLocation Key = "location"
	BySource   Key = "source"
	ByStatus   Key = "status"
	BySpeaker  Key = "by" // who is quoted or claims something
	ByID       Key = "id"
	ByHas      Key = "has"
	ByIs       Key = "is"
	ByDate     Key = "date"
	BySince    Key = "since"
	ByUntil    Key = "until"
)

// keysByName maps what a query may spell before a colon, in small letters, to keys.
var keysByName = map[string]Key{
	"actor": ByActor, "direct": ByDirect, "type": ByType, "tag": ByTag, "location": ByLocation, "place": ByLocation,
	"source": BySource, "status": ByStatus, "by": BySpeaker, "id": ByID, "has": ByHas, "is": ByIs, "date": ByDate,
	"since": BySince, "until": ByUntil,
}

// fixedValues holds the values of the keys that take no others.
var fixedValues = map[Key][]string{
	ByHas: {"quote", "figure", "claim", "source", "note"},
	ByIs:  {"disputed", "contested", "approximate", "undated", "marked"},
}

// ValuesOf returns the values that key takes, such as "quote" for has; nil for a key that takes any text or date. The
// slice must not be changed.
func ValuesOf(key Key) []string { return fixedValues[key] }

// isDateKey reports whether the values of key are dates.
func isDateKey(key Key) bool { return key == ByDate || key == BySince || key == ByUntil }

// keyNames returns the spellings of keys in alphabetical order.
func keyNames() []string { return slices.Sorted(maps.Keys(keysByName)) }
