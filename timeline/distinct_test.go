package timeline

import (
	"testing"

	"pgregory.net/rapid"
)

// Each value is new once, however many there are.
func TestDistinct(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var d distinct[int]
		seen := map[int]bool{}
		for _, v := range rapid.SliceOf(rapid.IntRange(0, 20)).Draw(t, "values") {
			if isNew := d.add(v); isNew == seen[v] {
				t.Fatalf("%d is new: %t, after %v", v, isNew, seen)
			}
			seen[v] = true
		}
	})
}
