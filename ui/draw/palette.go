package draw

import (
	"io"
	"strconv"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/timeline/family"
)

// A tone is a colour as terminals with 256 colours and with 16 have it, by number.
type tone struct{ of256, of16 int }

// plain is the place of no colour in 16: the terminal's own is drawn.
const plain = -1

// A palette is the tones that a theme is made of. Default colours come first: what has no tone is drawn in the
// terminal's own.
type palette struct {
	text      int // on the two rows, of which only terminals with 256 colours have the grounds
	row, rest int // the ground of the selected row, and of the one in a pane that is not in focus

	faint, actor, match tone
	good, bad, disputed tone
	dim                 tone // of bars that do not match, and of no text
	families            [family.Count]tone
}

// The two palettes. A terminal says whether its ground is dark or light, so no tone has to be readable on both. Each
// has a contrast of 4.5:1 at least to the grounds of common themes and to the two rows, which a test holds.
//
// The families have the four hues that are told apart best: red for force, blue for talks, green for help, and for
// words the yellow of paper. Each has a brightness of its own too, for eyes and printers without colour. What is no
// family is none of these hues: names are turquoise, a match is orange on dark and magenta on light, and underlined,
// and a dispute is violet. The row is navy on dark, since a grey one is lost on the many themes with a grey ground.
var (
	darkPalette = palette{
		text: 231, row: 18, rest: 235,
		faint: tone{248, plain}, actor: tone{80, 6}, match: tone{214, 3},
		good: tone{114, 2}, bad: tone{203, 1}, disputed: tone{177, 13},
		dim: tone{240, plain},
		families: [family.Count]tone{
			family.Force: {203, 9}, family.Talks: {75, 12}, family.Help: {114, 2}, family.Words: {186, 11},
			family.Other: {250, plain},
		},
	}
	lightPalette = palette{
		text: 16, row: 189, rest: 254,
		faint: tone{240, plain}, actor: tone{24, 4}, match: tone{126, 5},
		good: tone{22, 2}, bad: tone{124, 1}, disputed: tone{54, 5},
		dim: tone{249, plain},
		families: [family.Count]tone{
			family.Talks: {19, 4}, family.Force: {88, 1}, family.Help: {22, 2}, family.Words: {58, 5},
			family.Other: {240, plain},
		},
	}
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

// rich reports whether the terminal has tones enough for the ground of a row.
func (b brush) rich() bool { return b.profile < termenv.ANSI }

// in returns the style of a text in a tone.
func (b brush) in(t tone) lipgloss.Style {
	switch {
	case b.rich():
		return b.base.Foreground(lipgloss.Color(strconv.Itoa(t.of256)))
	case b.profile == termenv.ANSI && t.of16 != plain:
		return b.base.Foreground(lipgloss.Color(strconv.Itoa(t.of16)))
	}
	return b.base
}

// dimmed returns the style of a text in a tone that steps back; where there are few tones, the terminal's own faint.
func (b brush) dimmed(t tone) lipgloss.Style { return b.in(t).Faint(!b.rich()) }

// row returns the style of a row on a ground, in a tone; where there are few tones, it is the style without.
func (b brush) row(text, ground int, without lipgloss.Style) lipgloss.Style {
	if !b.rich() {
		return without
	}
	return b.base.Foreground(lipgloss.Color(strconv.Itoa(text))).Background(lipgloss.Color(strconv.Itoa(ground)))
}
