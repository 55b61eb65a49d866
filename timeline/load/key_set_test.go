package load

import (
	"testing"

	"pgregory.net/rapid"
)

// A set of keys has what was added to it, be it few or many.
func TestKeySet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var set keySet
		want := map[string]bool{}
		for _, key := range rapid.SliceOfN(rapid.StringMatching(`[a-e]{0,3}`), 0, 60).Draw(t, "keys") {
			if set.has(key) != want[key] {
				t.Fatalf("%q is in it: %v", key, set.has(key))
			}
			set.add(key)
			want[key] = true
		}
		for key := range want {
			if !set.has(key) {
				t.Fatalf("%q is not in it", key)
			}
		}
	})
}
