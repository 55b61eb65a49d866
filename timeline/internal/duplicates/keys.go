package duplicates

import (
	"cmp"
	"hash/maphash"
	"math/bits"
	"slices"
	"strings"
)

// A keyedName is a name under a key that names like it share.
type keyedName struct {
	key  string
	name int32
}

// A keyer calls yield with each key of a name, whose bytes are its own again when yield returns. It appends them to the
// text that it is given, and returns that.
type keyer func(f *finder, name *fullName, text []byte, yield func(key []byte)) []byte

// maxAlike bounds how many names of one key each name is compared with, for a record in which all are alike.
const maxAlike = 16

// alike pairs the names that share a key and are the same by a rule.
func (f *finder) alike(keysOf keyer, sure bool, same func(a, b *fullName) bool) {
	keys := f.shared(keysOf)
	slices.SortFunc(keys, func(a, b keyedName) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.name, b.name))
	})
	for i := range keys {
		for j := i + 1; j < min(i+maxAlike, len(keys)) && keys[j].key == keys[i].key; j++ {
			if a, b := &f.names[keys[i].name], &f.names[keys[j].name]; a.actor != b.actor && same(a, b) {
				f.pair(a.actor, b.actor, sure)
			}
		}
	}
}

// bitsPerKey is how many bits tell the hashes of keys apart, for each key. At eight, one key in ten is taken for shared
// that is not.
const bitsPerKey = 8

// shared returns the keys that several names have, and some others. Most keys one name has alone: no text is made of
// those, which are known by their hashes.
func (f *finder) shared(keysOf keyer) []keyedName {
	seed, size := maphash.MakeSeed(), bits.Len(uint(bitsPerKey*f.letters/64))
	if f.met == nil {
		f.met = make([]met, 1<<size)
	}
	clear(f.met)
	place := func(key []byte) (*met, uint64) {
		hash := maphash.Bytes(seed, key)
		return &f.met[hash>>6&(1<<size-1)], 1 << (hash & 63)
	}
	meet := func(key []byte) {
		at, bit := place(key)
		at.again |= at.once & bit
		at.once |= bit
	}
	var text []byte
	for n := range f.each {
		text = keysOf(f, &f.names[n], text[:0], meet)
	}
	f.keys = f.keys[:0]
	var n int
	keep := func(key []byte) {
		if at, bit := place(key); at.again&bit != 0 {
			f.keys = append(f.keys, keyedName{string(key), int32(n)})
		}
	}
	for n = range f.each {
		text = keysOf(f, &f.names[n], text[:0], keep)
	}
	return f.keys
}

// A met is which of 64 hashes have been met, and which of them again.
type met struct{ once, again uint64 }
