package lanes

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestLabelsNeverCollide holds for any runs of columns.
func TestLabelsNeverCollide(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n, w := rapid.IntRange(0, 60).Draw(rt, "columns"), rapid.IntRange(1, 4).Draw(rt, "width")
		keys := make([]string, n)
		year := 1000
		for k := range keys {
			year += rapid.IntRange(0, 4).Draw(rt, "step") / 4
			keys[k] = fmt.Sprint(year)
		}
		line := labels(n, w, n*w, func(k int) (string, string) { return keys[k], "" })
		if ansi.StringWidth(line) > n*w {
			rt.Fatalf("%q is longer than %d", line, n*w)
		}
		last := 0
		for _, word := range strings.Fields(line) {
			var found int
			if _, err := fmt.Sscan(word, &found); err != nil || len(word) != 4 || found <= last {
				rt.Fatalf("%q over %v", line, keys)
			}
			last = found
		}
	})
}
