package pane

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// TestChipsStandWhereTheySay holds for any query at any width: a click on the cells of a chip is a click on its text.
func TestChipsStandWhereTheySay(t *testing.T) {
	th := draw.NewTheme(draw.Looks{})
	rapid.Check(t, func(rt *rapid.T) {
		query := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{
			"actor:rubio", "-actor:putin", "type:call,strike", `"security guarantees"`, "(kyiv OR paris)", "Зеленський",
			"习近平",
			"since:2025",
		}), 1, 6).Draw(rt, "parts"), " ")
		w, use := rapid.IntRange(1, 130).Draw(rt, "width"), LineShown
		s := testsession.On(t, testsession.Calls, query)
		var line QueryLine
		if rapid.Bool().Draw(rt, "chosen") {
			use = LineParts
			line.OpenParts(s)
			for _, n := range rapid.SliceOfN(rapid.SampledFrom([]int{-1, 1}), 0, 6).Draw(rt, "moves") {
				line.MovePart(s, n)
			}
		}
		var drawn strings.Builder
		th.Draw(&drawn, line.Draw(s, th, w, use), w, "", false)
		row, last, parts := ansi.Strip(drawn.String()), 0, s.Query().Parts()
		shown := use == LineShown
		for _, c := range line.chips(s, th, w, use) {
			if c.from < last || c.to < c.from {
				rt.Fatalf("chip %+v comes after %d", c, last)
			}
			last = c.to
			text := strings.TrimRight(ansi.Cut(row, c.from, c.to), " [x]…")
			if !strings.HasPrefix(parts[c.part], text) {
				rt.Errorf("where %q should stand is %q in %q", parts[c.part], text, row)
			}
			for x := c.from; x < c.to; x++ {
				if part, ok := line.PartAt(s, th, x, w, use); !ok || part != c.part {
					rt.Errorf("a click on cell %d of %q is one on part %d", x, row, part)
				}
			}
			shown = shown || c.part == line.chip
		}
		if !shown {
			rt.Errorf("the chip under the cursor, %d, is not shown", line.chip)
		}
	})
}
