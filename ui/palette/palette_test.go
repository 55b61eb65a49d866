package palette

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"dateline/timeline/family"
)

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		a, b Colour
		want string
	}{
		{"#000000", "#ffffff", "21.00"},
		{"#767676", "#ffffff", "4.54"}, // the lightest grey that is let through on white
		{White, Black, "21.00"},
		{"244", "244", "1.00"},
	} {
		if got := fmt.Sprintf("%.2f", c.a.Contrast(c.b)); got != c.want {
			t.Errorf("%v on %v is %s, want %s", c.a, c.b, got, c.want)
		}
	}
}

// TestTextCanBeRead holds the palettes to the contrast that WCAG 2 asks of text, and those of high contrast to what it
// asks at most, on the grounds of themes that people have. The first two are so on the rows of the selected event too;
// of the others no tone is drawn there.
func TestTextCanBeRead(t *testing.T) {
	onDark := map[string]Colour{
		"black": "#000000", "Visual Studio Code": "#1e1e1e", "Gruvbox": "#282828", "Dracula": "#282a36",
		"Solarized": "#002b36", "One Dark": "#282c34",
	}
	onLight := map[string]Colour{
		"white": "#ffffff", "Solarized": "#fdf6e3", "Gruvbox": "#fbf1c7", "One Light": "#fafafa",
	}
	marked := maps.Clone(onLight) // where no green of the 256 has 7:1
	marked["Solarized, highlighted"] = "#eee8d5"
	for _, c := range []struct {
		theme   Theme
		light   bool
		least   float64
		grounds map[string]Colour
	}{
		{"", false, Readable, onDark},
		{"", true, Readable, marked},
		{Dark, true, Readable, onDark},
		{Light, false, Readable, marked},
		{Contrast, false, 7, onDark},
		{Contrast, true, 7, onLight},
	} {
		p, grounds := Of(c.theme, c.light, nil), maps.Clone(c.grounds)
		if !p.Strong {
			grounds["the selected row"], grounds["the row at rest"] = p.Selected.Of256, p.Resting.Of256
		}
		for _, tone := range p.Texts() {
			for ground, on := range grounds {
				if got := tone.Of256.Contrast(on); tone.Of256 != "" && got < c.least {
					t.Errorf("%q: %s on %s has a contrast of %.2f", c.theme, tone.Of256, ground, got)
				}
			}
		}
		for _, row := range []Tone{p.Selected, p.Resting} {
			if got := max(row.Of256.Contrast(White), row.Of256.Contrast(Black)); got < 7 {
				t.Errorf("%q: text on the row %s has a contrast of %.2f", c.theme, row.Of256, got)
			}
		}
	}
}

// TestFamiliesAreToldApart holds for each two of the four families: they have other hues, and one is brighter, so that
// neither colour-blind eyes nor a grey print take them for each other. What does not match is duller than all.
func TestFamiliesAreToldApart(t *testing.T) {
	for name, p := range map[string]*Palette{
		"dark": &dark, "light": &light, "dark, high contrast": &darkContrast,
		"light, high contrast": &lightContrast,
	} {
		ground := Black
		if strings.HasPrefix(name, "light") {
			ground = White
		}
		in16 := make(map[Colour]family.Family)
		for a := range family.Family(family.Count) {
			one := p.Families[a]
			if one.Of256.Contrast(ground) < 1.5*p.Dim.Of256.Contrast(ground) {
				t.Errorf("%s: %s is no brighter than what does not match", name, a)
			}
			if a == family.Other {
				continue
			}
			if b, taken := in16[one.Of16]; taken || one.Of16 == "" {
				t.Errorf("%s: %s and %s are the same in 16 colours", name, a, b)
			}
			in16[one.Of16] = a
			for b := range a {
				if got := one.Of256.Contrast(p.Families[b].Of256); b != family.Other && got < 1.15 {
					t.Errorf("%s: %s and %s have a contrast of %.2f", name, a, b, got)
				}
			}
		}
	}
}

func TestCheck(t *testing.T) {
	for _, text := range []string{"0", "255", " 80 ", "#ffaf00", "#FFAF00", "red", "bright-red", "Bright-White"} {
		if err := Check(text); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
	for _, text := range []string{"", "256", "-1", "+1", "1.5", "#fff", "#gggggg", "ffaf00", "orange", "bright", "\x1b[31m"} {
		if err := Check(text); err == nil || !strings.Contains(err.Error(), "write a number from 0 to 255") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
