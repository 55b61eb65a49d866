package draw

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"
)

// TestARowKeepsWhatItsSpansLookLike draws a selected row: a name and a match keep their colours on its ground, and where
// the row is reversed what is no colour, for a colour would be a ground of its own.
func TestARowKeepsWhatItsSpansLookLike(t *testing.T) {
	for _, light := range []bool{false, true} {
		for _, profile := range []termenv.Profile{termenv.TrueColor, termenv.ANSI256, termenv.ANSI, termenv.Ascii} {
			th := NewTheme(Looks{Profile: profile, Light: light})
			var b strings.Builder
			th.Draw(&b, []Span{
				th.Actor.Span("Kyiv"), Plain(" "), th.Match.Span("speaks"), th.Faint.Span(" of"), (th.Actor + th.Strong).Span(" peace"),
			}, 30, th.Selected, true)
			want := string(th.Selected + th.Actor + "Kyiv" + Reset + th.Selected + " " + th.Match + "speaks" + Reset +
				th.Selected + th.Faint + " of" + Reset + th.Selected + th.Actor + th.Strong + " peace" + Reset +
				th.Selected + "          " + Reset)
			if profile >= termenv.ANSI {
				want = string(th.Selected) + "Kyiv \x1b[4mspeaks" + Reset + string(th.Selected) + " of\x1b[1m peace" + Reset +
					string(th.Selected) + "          " + Reset
			}
			if got := b.String(); got != want {
				t.Errorf("light %v, profile %d:\n got %q\nwant %q", light, profile, got, want)
			}
		}
	}
}

// TestAHyperlinkIsKeptOnARow draws a link on a reversed row, which loses its colour and nothing else.
func TestAHyperlinkIsKeptOnARow(t *testing.T) {
	th := NewTheme(Looks{Profile: termenv.ANSI})
	var b strings.Builder
	link := th.Hyperlink("https://example.org/")
	th.Draw(&b, []Span{(link + th.Actor).Span("link"), Plain(" after")}, 10, th.Selected, false)
	want := string(th.Selected + link + "link" + Reset + hyperlinkEnd + th.Selected + " after" + Reset)
	if got := b.String(); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
