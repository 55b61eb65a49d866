package duplicates

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// Whatever is a slip shares a key, since nothing else is compared.
func TestSlipsShareAKey(t *testing.T) {
	keysOf := func(word string) (keys []string) {
		name := fullName{words: []string{"mira", word, "the", "elder"}}
		(&finder{}).withoutLetter(&name, nil, func(key []byte) { keys = append(keys, string(key)) })
		return keys
	}
	rng := rand.New(rand.NewPCG(1, 2))
	found := 0
	for range 200_000 {
		word := make([]byte, 4+rng.IntN(6))
		for i := range word {
			word[i] = "aesznn"[rng.IntN(6)]
		}
		other := slices.Clone(word)
		switch at := rng.IntN(len(word) - 1); rng.IntN(4) {
		case 0:
			other = slices.Delete(other, at, at+1)
		case 1:
			other = slices.Insert(other, at, "aesznn"[rng.IntN(6)])
		case 2:
			other[at], other[at+1] = other[at+1], other[at]
		default:
			other[at] = "aesznn"[rng.IntN(6)]
		}
		a, b := string(word), string(other)
		if !slip(a, b) {
			continue
		}
		found++
		has := keysOf(b)
		if !slices.ContainsFunc(keysOf(a), func(key string) bool { return slices.Contains(has, key) }) {
			t.Fatalf("%s and %s share no key", a, b)
		}
	}
	if found < 1000 {
		t.Errorf("%d slips only", found)
	}
}

// The keys that several names have are all there, however few texts are made of the others.
func TestSharedKeysAreKept(t *testing.T) {
	f := finder{ctx: t.Context()}
	for range 3 {
		for _, whole := range []string{"mira montgomery", "jon bok", "ann", "ann", "mira montgomerry"} {
			f.names = append(f.names, fullName{whole: whole})
			f.letters += len(whole)
		}
	}
	f.names = append(f.names, fullName{whole: "alone"})
	got := make(map[string][]int32)
	for _, one := range f.shared(func(_ *finder, name *fullName, text []byte, yield func([]byte)) []byte {
		text = append(text, name.whole...)
		yield(text)
		return text
	}) {
		got[one.key] = append(got[one.key], one.name)
	}
	for n, name := range f.names[:len(f.names)-1] {
		if !slices.Contains(got[name.whole], int32(n)) {
			t.Errorf("%s at %d is not kept", name.whole, n)
		}
	}
}
