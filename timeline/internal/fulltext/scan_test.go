package fulltext

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// TestBytePairIndex draws few different bytes, of which many pairs are nearly right: what can go wrong are high bits,
// and bytes that differ by one.
func TestBytePairIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		some := rapid.SampledFrom([]byte{0, 1, 2, 'a', 'b', 0x7f, 0x80, 0x81, 0xff})
		before := bytes.Repeat([]byte{'-'}, rapid.IntRange(0, 40).Draw(t, "before"))
		text := append(before, rapid.SliceOfN(some, 0, 40).Draw(t, "text")...)
		first, second := some.Draw(t, "first"), some.Draw(t, "second")
		if got, want := newBytePair(first, second).index(text), bytes.Index(text, []byte{first, second}); got != want {
			t.Fatalf("%q is found at %d of %q, want %d", []byte{first, second}, got, text, want)
		}
	})
}
