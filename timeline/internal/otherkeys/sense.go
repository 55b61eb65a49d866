package otherkeys

import (
	"slices"

	"dateline/timeline/internal/guess"
)

// This file knows what the name of a key says. All events of a file have the same few names, so that what has been
// found of a name is remembered.

// A sense is what the name of a key says.
type sense struct {
	Folded string          // the name as names are compared
	Means  []guess.Meaning // what it may be for
	later  bool            // whether it says a date only where no other key does
	step   step            // what it says of a career

	words    []string // of the name; nil before somebody asks
	is, told trait    // what the name is, and of what that is known
	taken    map[guess.Role]string
	span     *spanKey // of the name in its map; nil before somebody asks
}

// A trait is what may be so of a name.
type trait uint8

const (
	aYear trait = 1 << iota
	ofRecord
	written
	anEra
	dateAndHour
)

// senseOf returns the sense of a name that may mean something.
func senseOf(name string, means []guess.Meaning) *sense {
	s := &sense{Folded: guess.Fold(name), Means: means}
	s.step = stepOf(s.Folded)
	switch s.Folded { // a program has keys of one letter
	case "y":
		return &sense{Folded: s.Folded, Means: []guess.Meaning{{Role: guess.Date, Rank: lastRank}}, later: true}
	case "n":
		return &sense{Folded: s.Folded, Means: []guess.Meaning{{Role: guess.Title, Rank: lastRank}}}
	}
	for _, m := range means {
		if m.Role == guess.Date {
			s.later = IsWritten(name) || m.IsByWord() && !saysDate(name) && spanOf(name) != (spanKey{begins: true})
		}
	}
	return s
}

// has reports whether a trait is so of a name, of which ask tells it.
func (s *sense) has(t trait, name string, ask func(name string) bool) bool {
	if s.told&t == 0 {
		if s.told |= t; ask(name) {
			s.is |= t
		}
	}
	return s.is&t != 0
}

// hasWord reports whether the name of a key has one of some words.
func (o *Key) hasWord(some ...string) bool {
	if o.words == nil {
		o.words = append(guess.Words(o.Name), "")
	}
	return slices.ContainsFunc(o.words, func(word string) bool { return slices.Contains(some, word) })
}

// isYear reports whether the value of a key is a year where it is a number.
func (o *Key) isYear() bool { return o.has(aYear, o.Name, guess.IsYear) }

// isOfRecord reports whether a key says when something was told, and not when it happened.
func (o *Key) isOfRecord() bool { return o.has(ofRecord, o.Name, guess.IsOfRecord) }

// isWritten is IsWritten for the name of the key.
func (o *Key) isWritten() bool { return o.has(written, o.Name, IsWritten) }

// isEra reports whether a key says eras, by what it is called in the map that it is in.
func (o *Key) isEra() bool { return o.has(anEra, o.Folded, isEra) }

// takenFor says that a key is taken for a role.
func (o *Key) takenFor(role guess.Role) string {
	if o.taken[role] == "" {
		if o.taken == nil {
			o.taken = make(map[guess.Role]string)
		}
		o.taken[role] = "`" + o.Name + "` is taken for `" + role.String() + "`"
	}
	return o.taken[role]
}
