package draw

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestBarsAreInProportion holds for any numbers: a bar has its width, and a greater number no shorter a bar.
func TestBarsAreInProportion(t *testing.T) {
	for _, ascii := range []bool{false, true} {
		th := NewTheme(Looks{ASCII: ascii})
		rapid.Check(t, func(t *rapid.T) {
			number := rapid.OneOf(rapid.Float64Range(-1e3, 1e3), rapid.Float64Range(-math.MaxFloat64, math.MaxFloat64))
			low, high := min(0, number.Draw(t, "low")), max(0, number.Draw(t, "high"))
			w := rapid.IntRange(1, 80).Draw(t, "w")
			length := func(v float64) int {
				bar := th.Bar(Amount{Low: v, Best: v, High: v}, low, high, w)
				if Cells(bar) != w {
					t.Fatalf("the bar of %v is %q, want %d cells", v, bar, w)
				}
				return len([]rune(strings.TrimRight(bar, " ")))
			}
			a := rapid.Float64Range(0, high).Draw(t, "a")
			b := rapid.Float64Range(a, high).Draw(t, "b")
			if length(a) > length(b) {
				t.Fatalf("%v has a longer bar than %v", a, b)
			}
			th.Bar(Amount{Low: math.Inf(-1), Best: a, High: a}, low, high, w)
			th.Bar(Amount{Low: a, Best: a, High: b}, low, high, w)
		})
	}
}
