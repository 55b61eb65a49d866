package draw

import (
	"io"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/ui/palette"
)

// A brush makes styles of tones, for one terminal.
type brush struct {
	base    lipgloss.Style
	profile termenv.Profile
}

// newBrush returns the brush for terminals of a profile. The renderer is the program's own, so that no test or library
// that changes the default one changes the screen.
func newBrush(profile termenv.Profile) brush {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(profile)
	if profile == termenv.Ascii {
		r.SetColorProfile(termenv.ANSI) // NO_COLOR speaks of colour only: bold, underline and reverse stay
	}
	return brush{r.NewStyle(), profile}
}

// rich reports whether the terminal has more than 16 colours, of which one can be read on another.
func (b brush) rich() bool { return b.profile < termenv.ANSI }

// colour returns the colour of a tone, "" for the terminal's own.
func (b brush) colour(t palette.Tone) palette.Colour {
	switch {
	case b.rich():
		return t.Of256
	case b.profile == termenv.ANSI:
		return t.Of16
	}
	return ""
}

// on returns the style of a text in a colour on another. Each may be "".
func (b brush) on(text, ground palette.Colour) lipgloss.Style {
	s := b.base
	if text != "" {
		s = s.Foreground(lipgloss.Color(text))
	}
	if ground != "" {
		s = s.Background(lipgloss.Color(ground))
	}
	return s
}

// in returns the style of a text in a tone.
func (b brush) in(t palette.Tone) lipgloss.Style { return b.on(b.colour(t), "") }

// dimmed returns the style of a text in a tone that steps back; where there is none, the terminal's own faint.
func (b brush) dimmed(t palette.Tone) lipgloss.Style { return b.in(t).Faint(b.colour(t) == "") }

// stack returns the style of a cell that is of one tone below and of another above; ok is false where it has no two.
func (b brush) stack(below, above palette.Tone) (s lipgloss.Style, ok bool) {
	foot, rest := b.colour(below), b.colour(above)
	return b.on(foot, rest), b.rich() && foot != "" && rest != ""
}

// row returns the style of a row on a ground, with text in black or white; where there is no ground, it is the style
// without. Toned reports whether the tones can be read on the ground.
func (b brush) row(ground palette.Tone, without lipgloss.Style, tones []palette.Tone) (s lipgloss.Style, toned bool) {
	on := b.colour(ground)
	if on == "" {
		return without, true
	}
	toned = b.rich() && !on.IsOf16()
	for _, t := range tones {
		text := b.colour(t)
		toned = toned && (text == "" || on.Contrast(text) >= palette.Readable)
	}
	text := palette.Black
	if on.Contrast(palette.White) > on.Contrast(text) {
		text = palette.White
	}
	return b.on(text, on), toned
}
