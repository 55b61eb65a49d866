package fulltext

import (
	"bytes"
	"math/bits"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestBytePairIndex draws few different bytes, of which many pairs are nearly right: what can go wrong are high bits,
// and bytes that differ by one.
func TestBytePairIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SampledFrom([]byte{0, 1, 2, ' ', 'a', 'A', 'b', '0', 0x7f, 0x80, 0x81, 0xa0, 0xff})
		before := bytes.Repeat([]byte{'-'}, rapid.IntRange(0, 40).Draw(t, "before"))
		text := append(before, rapid.SliceOfN(some, 0, 40).Draw(t, "text")...)
		first, second := some.Draw(t, "first"), some.Draw(t, "second")
		lower := bytes.Clone(text)
		for i := range lower {
			lower[i] |= caseBit
		}
		var pairs, singles []int
		for i := range lower {
			if lower[i] == first|caseBit {
				singles = append(singles, i)
				if i+1 < len(lower) && lower[i+1] == second|caseBit {
					pairs = append(pairs, i)
				}
			}
		}
		if got := places(newBytePair(first, second), string(text)); !slices.Equal(got, pairs) {
			t.Fatalf("%q and %q are found at %d of %q, want %d", first, second, got, text, pairs)
		}
		if got := places(newSingle(first), string(text)); !slices.Equal(got, singles) {
			t.Fatalf("%q is found at %d of %q, want %d", first, got, text, singles)
		}
	})
}

// places returns where p is in a text.
func places(p bytePair, text string) []int {
	var found []int
	for at, marks := p.next(text, 0); marks != 0; at, marks = p.next(text, min(at+8, len(text))) {
		for ; marks != 0; marks &= marks - 1 {
			found = append(found, at+bits.TrailingZeros64(marks)/8)
		}
	}
	return found
}

// TestLettersAreMarked looks at every byte at every place, beside others.
func TestLettersAreMarked(t *testing.T) {
	for c := range 256 {
		for beside := range 256 {
			for place := range 8 {
				at := uint(8 * place)
				w := uint64(beside)*everyByte&^(0xff<<at) | uint64(c)<<at
				lower := byte(c) | caseBit
				if got, want := letters(w)>>at&0x80 != 0, c < 0x80 && 'a' <= lower && lower <= 'z'; got != want {
					t.Fatalf("%q is a letter: %t", byte(c), got)
				}
				spot := c >= 0x80 || c == '.' || c == '\''
				if spots(w)>>at&0x80 == 0 && spot {
					t.Fatalf("%q is no spot", byte(c))
				}
			}
		}
	}
}
