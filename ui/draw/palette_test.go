package draw

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/timeline/family"
)

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b lipgloss.Color
		want string
	}{
		{"#000000", "#ffffff", "21.00"},
		{"#767676", "#ffffff", "4.54"}, // the lightest grey that is let through on white
		{"231", "16", "21.00"},
		{"244", "244", "1.00"},
	} {
		if got := fmt.Sprintf("%.2f", contrast(c.a, c.b)); got != c.want {
			t.Errorf("%v on %v is %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// themed returns the theme of a name in 256 colours, and the palette that it is made of.
func themed(name ThemeName, light bool) (*Theme, palette) {
	looks := Looks{Profile: termenv.ANSI256, Theme: name, Light: light}
	return NewTheme(looks), looks.palette()
}

// TestTextCanBeRead holds the palettes to the contrast that WCAG 2 asks of text, and that of high contrast to what it
// asks at most, on the grounds of themes that people have. On the rows of the selected event a tone is drawn only where
// it can be read.
func TestTextCanBeRead(t *testing.T) {
	dark := map[string]lipgloss.Color{
		"black": "#000000", "Visual Studio Code": "#1e1e1e", "Gruvbox": "#282828", "Dracula": "#282a36",
		"Solarized": "#002b36", "One Dark": "#282c34",
	}
	light := map[string]lipgloss.Color{
		"white": "#ffffff", "Solarized": "#fdf6e3", "Gruvbox": "#fbf1c7", "One Light": "#fafafa",
	}
	marked := maps.Clone(light) // where no green of the 256 has 7:1
	marked["Solarized, highlighted"] = "#eee8d5"
	for _, c := range []struct {
		theme   ThemeName
		light   bool
		least   float64
		grounds map[string]lipgloss.Color
	}{
		{"", false, 4.5, dark},
		{"", true, 4.5, marked},
		{DarkTheme, true, 4.5, dark},
		{LightTheme, false, 4.5, marked},
		{ContrastTheme, false, 7, dark},
		{ContrastTheme, true, 7, light},
	} {
		th, p := themed(c.theme, c.light)
		grounds := maps.Clone(c.grounds)
		if c.least < 7 && th.toneless == [2]Style{} {
			grounds["the selected row"], grounds["the row at rest"] = p.selected.of256, p.resting.of256
		} else if slices.Contains(th.toneless[:], "") {
			t.Errorf("%q: tones are drawn on a row", c.theme)
		}
		for _, tone := range p.texts() {
			for ground, on := range grounds {
				if got := contrast(tone.of256, on); tone.of256 != "" && got < c.least {
					t.Errorf("%q: %s on %s has a contrast of %.2f", c.theme, tone.of256, ground, got)
				}
			}
		}
		for _, row := range []tone{p.selected, p.resting} {
			if got := max(contrast(white, row.of256), contrast(black, row.of256)); got < 7 {
				t.Errorf("%q: text on the row %s has a contrast of %.2f", c.theme, row.of256, got)
			}
		}
	}
}

// TestFamiliesAreToldApart holds for each two of the four families: they have other hues, and one is brighter, so that
// neither colour-blind eyes nor a grey print take them for each other. What does not match is duller than all.
func TestFamiliesAreToldApart(t *testing.T) {
	for name, p := range map[string]*palette{
		"dark": &darkPalette, "light": &lightPalette, "dark, high contrast": &darkContrast,
		"light, high contrast": &lightContrast,
	} {
		ground := black
		if strings.HasPrefix(name, "light") {
			ground = white
		}
		in16 := make(map[lipgloss.Color]family.Family)
		for a := range family.Family(family.Count) {
			one := p.families[a]
			if contrast(one.of256, ground) < 1.5*contrast(p.dim.of256, ground) {
				t.Errorf("%s: %s is no brighter than what does not match", name, a)
			}
			if a == family.Other {
				continue
			}
			if b, taken := in16[one.of16]; taken || one.of16 == "" {
				t.Errorf("%s: %s and %s are the same in 16 colours", name, a, b)
			}
			in16[one.of16] = a
			for b := range a {
				if got := contrast(one.of256, p.families[b].of256); b != family.Other && got < 1.15 {
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
