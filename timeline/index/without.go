package index

import (
	"slices"

	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
)

// SelectApart returns the events that q wants, and for each of keys those that it would want without its terms of that
// key. It looks for the words of q once.
func (x *Index) SelectApart(q query.Query, keys ...query.Key) (whole Selection, apart []Selection) {
	if q.IsZero() {
		return x.all, slices.Repeat([]Selection{x.all}, len(keys))
	}
	rest := q
	for _, key := range keys {
		rest = rest.DropKey(key)
	}
	shared := x.evaluate(rest.Root(), nil)
	own := make([]intset.Bits, len(keys)) // what the terms of a key want; nil where there are none
	for i, key := range keys {
		if terms := q.OfKey(key); !terms.IsZero() {
			own[i] = x.evaluate(terms.Root(), nil)
		}
	}
	without := func(key int) intset.Bits {
		found := slices.Clone(shared)
		for i, bits := range own {
			if bits != nil && i != key {
				found.And(bits)
			}
		}
		return found
	}
	whole = x.selection(without(-1))
	for i := range keys {
		rest := whole
		if own[i] != nil {
			if found := without(i); !slices.Equal(found, whole.bits) {
				rest = x.selection(found)
			}
		}
		apart = append(apart, rest)
	}
	return whole, apart
}

// Within returns the events of s that q wants.
func (x *Index) Within(s Selection, q query.Query) Selection {
	if q.IsZero() || s.Len() == 0 {
		return s
	}
	found := x.evaluate(q.Root(), s.bits)
	found.And(s.bits)
	if slices.Equal(found, s.bits) {
		return s
	}
	return x.selection(found)
}

// TraitCount returns how many events of s have a value of has: or is:, but for those that a caller gives, as is:marked.
func (x *Index) TraitCount(word string, s Selection) int {
	if s.Len() == 0 {
		return 0
	}
	return x.traits[word].CountIn(s.bits)
}
