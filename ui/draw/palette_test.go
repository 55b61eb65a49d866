package draw

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"dateline/timeline/family"
)

// rgb returns what a colour of the 256 that are the same everywhere is made of: the cube and the greys.
func rgb(colour int) [3]int {
	if colour >= 232 {
		grey := 8 + 10*(colour-232)
		return [3]int{grey, grey, grey}
	}
	levels := [6]int{0, 95, 135, 175, 215, 255}
	colour -= 16
	return [3]int{levels[colour/36], levels[colour/6%6], levels[colour%6]}
}

// luminance returns the relative luminance of a colour, as WCAG 2 defines it.
func luminance(c [3]int) float64 {
	linear := func(v int) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}

// contrast returns the contrast of two colours, as WCAG 2 defines it: 1 for none, 21 for black on white.
func contrast(a, b [3]int) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b [3]int
		want string
	}{
		{[3]int{0, 0, 0}, [3]int{255, 255, 255}, "21.00"},
		{[3]int{0x76, 0x76, 0x76}, [3]int{255, 255, 255}, "4.54"}, // the lightest grey that is let through on white
		{rgb(231), rgb(16), "21.00"},
		{rgb(244), rgb(244), "1.00"},
	} {
		if got := fmt.Sprintf("%.2f", contrast(c.a, c.b)); got != c.want {
			t.Errorf("%v on %v is %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// texts are the tones in which text is drawn.
func (p *palette) texts() map[string]int {
	of := map[string]int{
		"faint": p.faint.of256, "actor": p.actor.of256, "match": p.match.of256, "good": p.good.of256, "bad": p.bad.of256,
		"disputed": p.disputed.of256,
	}
	for f, one := range p.families {
		of[family.Family(f).String()] = one.of256
	}
	return of
}

// TestTextCanBeRead holds both palettes to the contrast that WCAG 2 asks of text, on the grounds of themes that people
// have and on the rows of the selected event.
func TestTextCanBeRead(t *testing.T) {
	const least = 4.5
	for name, c := range map[string]struct {
		palette *palette
		grounds map[string][3]int
	}{
		"dark": {&darkPalette, map[string][3]int{
			"black": {0, 0, 0}, "Visual Studio Code": {0x1e, 0x1e, 0x1e}, "Gruvbox": {0x28, 0x28, 0x28},
			"Dracula": {0x28, 0x2a, 0x36}, "Solarized": {0, 0x2b, 0x36}, "One Dark": {0x28, 0x2c, 0x34},
		}},
		"light": {&lightPalette, map[string][3]int{
			"white": {255, 255, 255}, "Solarized": {0xfd, 0xf6, 0xe3}, "Gruvbox": {0xfb, 0xf1, 0xc7},
			"One Light": {0xfa, 0xfa, 0xfa}, "Solarized, highlighted": {0xee, 0xe8, 0xd5},
		}},
	} {
		c.grounds["the selected row"], c.grounds["the row at rest"] = rgb(c.palette.row), rgb(c.palette.rest)
		for tone, colour := range c.palette.texts() {
			for ground, on := range c.grounds {
				if got := contrast(rgb(colour), on); got < least {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, tone, ground, got)
				}
			}
		}
		for _, row := range []int{c.palette.row, c.palette.rest} {
			if got := contrast(rgb(c.palette.text), rgb(row)); got < 7 {
				t.Errorf("%s: text on the row %d has a contrast of %.2f", name, row, got)
			}
		}
	}
}

// TestFamiliesAreToldApart holds for each two of the four families: they have other hues, and one is brighter, so that
// neither colour-blind eyes nor a grey print take them for each other. What does not match is duller than all.
func TestFamiliesAreToldApart(t *testing.T) {
	for name, p := range map[string]*palette{"dark": &darkPalette, "light": &lightPalette} {
		ground := rgb(16)
		if p == &lightPalette {
			ground = rgb(231)
		}
		in16 := make(map[int]family.Family)
		for a := range family.Family(family.Count) {
			one := p.families[a]
			if contrast(rgb(one.of256), ground) < 1.5*contrast(rgb(p.dim.of256), ground) {
				t.Errorf("%s: %s is no brighter than what does not match", name, a)
			}
			if a == family.Other {
				continue
			}
			if b, taken := in16[one.of16]; taken || one.of16 == plain {
				t.Errorf("%s: %s and %s are the same in 16 colours", name, a, b)
			}
			in16[one.of16] = a
			for b := range a {
				if got := contrast(rgb(one.of256), rgb(p.families[b].of256)); b != family.Other && got < 1.15 {
					t.Errorf("%s: %s and %s have a contrast of %.2f", name, a, b, got)
				}
			}
		}
	}
}

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
