package flow_test

import (
	"os"
	"strings"
	"testing"

	"dateline/timeline/internal/anytext"
	"dateline/timeline/internal/flow"
)

// Whatever stands in a line, what is found of it lies within it.
func TestAnyText(t *testing.T) {
	most := 3
	if os.Getenv("LONG") != "" {
		most = 5
	}
	anytext.Of(t, anytext.Flow, most, func(text string) {
		b := flow.Read(text)
		b.Add(text)
		at := 0
		for _, piece := range flow.Pieces(text) {
			if piece.From < at || piece.To <= piece.From || piece.To > len(text) {
				t.Fatalf("%q: a piece from %d to %d", text, piece.From, piece.To)
			}
			at = piece.To
		}
		size, _ := flow.HalfCharacter(text)
		bad := flow.BadEscape(text)
		if bad >= 0 && !strings.HasPrefix(text[bad:], `\`) {
			t.Fatalf("%q: the escape at %d is none", text, bad)
		}
		for _, n := range []int{flow.QuoteEnd(text), flow.End(text), size, b.End, b.Closed, b.Wrong, len(b.Missing())} {
			if n < 0 || n > 2*len(text) {
				t.Fatalf("%q: %d is beyond it", text, n)
			}
		}
	})
}
