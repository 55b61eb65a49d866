package draw_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/ui/draw"
)

// A text with links has the lines that it has without, and each link is just the words that it is for.
func TestLinkedProseIsProse(t *testing.T) {
	texts := rapid.StringOf(rapid.SampledFrom([]rune("ab c\n\n\té\u0301漢 \u200d\u202e👩\u00ad.")))
	rapid.Check(t, func(t *rapid.T) {
		var all strings.Builder
		var anchors []draw.Anchor
		for n := range rapid.IntRange(0, 4).Draw(t, "anchors") {
			all.WriteString(texts.Draw(t, "before"))
			a := draw.Anchor{From: all.Len(), Value: string(rune('A' + n)), Style: "link"}
			all.WriteString(texts.Draw(t, "words"))
			if a.To = all.Len(); a.From < a.To {
				anchors = append(anchors, a)
			}
		}
		all.WriteString(texts.Draw(t, "after"))
		w := rapid.IntRange(3, 20).Draw(t, "width")
		plain, linked := draw.Page{Width: w}, draw.Page{Width: w}
		words := rapid.SampledFrom([][]string{nil, {"a"}, {"ab "}}).Draw(t, "query")
		plain.Prose(all.String(), 0, words, "", "lit")
		linked.Linked(draw.Span{}, all.String(), draw.ProseLook{Words: words, Match: "lit"}, anchors)
		if want, got := texted(&plain), texted(&linked); got != want {
			t.Fatalf("%q is drawn as\n%s\nand with links as\n%s", all.String(), want, got)
		}
		for n, l := range linked.Links {
			var shown strings.Builder
			for _, line := range linked.Lines {
				for _, piece := range line {
					if piece.Link == n {
						shown.WriteString(piece.Text)
					}
				}
			}
			for _, a := range anchors {
				own := strings.Join(strings.Fields(all.String()[a.From:a.To]), "")
				if got := strings.ReplaceAll(shown.String(), " ", ""); a.Value == l.Value && isASCII(own) && got != own {
					t.Fatalf("of %q the link %q is %q", all.String(), own, got)
				}
			}
		}
	})
}

// texted returns the lines of a page.
func texted(p *draw.Page) string {
	var all strings.Builder
	for _, line := range p.Lines {
		for _, piece := range line {
			all.WriteString(piece.Text)
		}
		all.WriteByte('\n')
	}
	return all.String()
}

func isASCII(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return r > '~' }) < 0 }
