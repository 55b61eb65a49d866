package draw

import (
	"io"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/timeline/family"
)

// A tone is a colour as terminals with 256 colours and with 16 have it. Where it is "" the terminal's own is drawn.
type tone struct{ of256, of16 lipgloss.Color }

// A palette is the tones that a theme is made of. Default colours come first: what has no tone is drawn in the
// terminal's own.
type palette struct {
	selected, resting tone // the grounds of the selected row, and of the one in a pane that is not in focus

	faint, actor, match, key  tone
	good, bad, disputed, link tone
	dim                       tone // of bars that do not match, and of no text
	families                  [family.Count]tone
	strong                    bool // text is never faint, and what is dimmed is slanted
}

// The palettes. A terminal says whether its ground is dark or light, so no tone has to be readable on both. The first
// two have a contrast of 4.5:1 at least to the grounds of common themes and to the two rows, the others one of 7:1 to
// the grounds, and rows that are black or white. A test holds that.
//
// The families have the four hues that are told apart best: red for force, blue for talks, green for help, and for
// words the yellow of paper. Each has a brightness of its own too, for eyes and printers without colour. What is no
// family is none of these hues: names are turquoise, a match is orange on dark and magenta on light, and underlined,
// and a dispute is violet. The row is navy on dark, since a grey one is lost on the many themes with a grey ground. With
// 7:1 to a light ground there is no turquoise and no yellow: names are a blue of their own there, and words are purple.
// Of 16 colours nobody knows the contrast, so all text of that theme is in the terminal's own there.
var (
	darkPalette = palette{
		selected: tone{"18", ""}, resting: tone{"235", ""},
		faint: tone{"248", ""}, actor: tone{"80", "6"}, match: tone{"214", "3"}, key: tone{},
		good: tone{"114", "2"}, bad: tone{"203", "1"}, disputed: tone{"177", "13"}, link: tone{},
		dim: tone{"240", ""},
		families: [family.Count]tone{
			family.Force: {"203", "9"}, family.Talks: {"75", "12"}, family.Help: {"114", "2"}, family.Words: {"186", "11"},
			family.Other: {"250", ""},
		},
	}
	lightPalette = palette{
		selected: tone{"189", ""}, resting: tone{"254", ""},
		faint: tone{"240", ""}, actor: tone{"24", "4"}, match: tone{"126", "5"}, key: tone{},
		good: tone{"22", "2"}, bad: tone{"124", "1"}, disputed: tone{"54", "5"}, link: tone{},
		dim: tone{"249", ""},
		families: [family.Count]tone{
			family.Force: {"88", "1"}, family.Talks: {"19", "4"}, family.Help: {"22", "2"}, family.Words: {"58", "5"},
			family.Other: {"240", ""},
		},
	}
	darkContrast = palette{
		selected: tone{"231", ""}, resting: tone{"240", ""},
		faint: tone{"252", ""}, actor: tone{"123", ""}, match: tone{"214", ""}, key: tone{},
		good: tone{"120", ""}, bad: tone{"217", ""}, disputed: tone{"183", ""}, link: tone{},
		dim: tone{"246", ""},
		families: [family.Count]tone{
			family.Force: {"217", "9"}, family.Talks: {"153", "14"}, family.Help: {"120", "10"}, family.Words: {"229", "11"},
			family.Other: {"252", ""},
		},
		strong: true,
	}
	lightContrast = palette{
		selected: tone{"16", ""}, resting: tone{"247", ""},
		faint: tone{"238", ""}, actor: tone{"20", ""}, match: tone{"90", ""}, key: tone{},
		good: tone{"22", ""}, bad: tone{"88", ""}, disputed: tone{"54", ""}, link: tone{},
		dim: tone{"246", ""},
		families: [family.Count]tone{
			family.Force: {"88", "1"}, family.Talks: {"18", "4"}, family.Help: {"22", "2"}, family.Words: {"53", "5"},
			family.Other: {"238", ""},
		},
		strong: true,
	}
)

// palette returns the palette for these looks, with the reader's own colours.
func (l *Looks) palette() palette {
	light := l.Light && l.Theme != DarkTheme || l.Theme == LightTheme
	tones := darkPalette
	switch {
	case l.Theme == ContrastTheme && light:
		tones = lightContrast
	case l.Theme == ContrastTheme:
		tones = darkContrast
	case light:
		tones = lightPalette
	}
	for _, one := range roles {
		own := one.of(&tones)
		if l.Theme == TerminalTheme {
			own.of256 = own.of16
		}
		if colour, ok := colourOf(l.Roles[one.name]); ok {
			*own = tone{colour, colour}
		}
	}
	return tones
}

// texts returns the tones in which text is drawn on a row.
func (p *palette) texts() []tone {
	return append([]tone{p.faint, p.actor, p.match, p.key, p.good, p.bad, p.disputed, p.link}, p.families[:]...)
}

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
func (b brush) colour(t tone) lipgloss.Color {
	switch {
	case b.rich():
		return t.of256
	case b.profile == termenv.ANSI:
		return t.of16
	}
	return ""
}

// in returns the style of a text in a tone.
func (b brush) in(t tone) lipgloss.Style {
	if colour := b.colour(t); colour != "" {
		return b.base.Foreground(colour)
	}
	return b.base
}

// dimmed returns the style of a text in a tone that steps back; where there is none, the terminal's own faint.
func (b brush) dimmed(t tone) lipgloss.Style { return b.in(t).Faint(b.colour(t) == "") }

// stack returns the style of a cell that is of one tone below and of another above; ok is false where it has no two.
func (b brush) stack(below, above tone) (s lipgloss.Style, ok bool) {
	foot, rest := b.colour(below), b.colour(above)
	return b.base.Foreground(foot).Background(rest), b.rich() && foot != "" && rest != ""
}

// row returns the style of a row on a ground, with text in black or white; where there is no ground, it is the style
// without. Toned reports whether the tones can be read on the ground.
func (b brush) row(ground tone, without lipgloss.Style, tones []tone) (s lipgloss.Style, toned bool) {
	on := b.colour(ground)
	if on == "" {
		return without, true
	}
	toned = b.rich() // or nobody knows what the 16 colours are
	for _, t := range tones {
		text := b.colour(t)
		toned = toned && (text == "" || contrast(text, on) >= readable)
	}
	text := black
	if contrast(white, on) > contrast(black, on) {
		text = white
	}
	return b.base.Foreground(text).Background(on), toned
}
