package draw

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"dateline/timeline/family"
)

// Looks say what a terminal can show, and how the reader wants it. The zero value is a dark one that can show
// everything.
type Looks struct {
	Profile termenv.Profile
	Light   bool // the background
	ASCII   bool // draw without line and block characters
	NoUTF8  bool // the terminal would obey bytes of UTF-8: whatever is not ASCII becomes a question mark
	NoLinks bool // the terminal would print hyperlinks

	Theme ThemeName         // "" for that of the background
	Roles map[string]string // from the name of a role to its colour, which counts before that of the theme
}

// A ThemeName is what a reader calls a theme.
type ThemeName string

// The themes that a reader can choose.
const (
	DarkTheme     ThemeName = "dark"     // as on a dark background, whatever the terminal says of its own
	LightTheme    ThemeName = "light"    // as on a light one
	ContrastTheme ThemeName = "contrast" // black, white and few strong colours
	TerminalTheme ThemeName = "terminal" // the terminal's own 16 colours
)

// ThemeNames returns the names of the themes that a reader can choose.
func ThemeNames() []string {
	return []string{string(DarkTheme), string(LightTheme), string(ContrastTheme), string(TerminalTheme)}
}

// FollowGround reports whether colours depend on whether the background is light.
func (l *Looks) FollowGround() bool { return l.Theme != DarkTheme && l.Theme != LightTheme }

// A role is a use of colour for which a reader can choose one.
type role struct {
	name string
	of   func(*palette) *tone
}

var roles = []role{
	{"actor", func(p *palette) *tone { return &p.actor }},
	{"match", func(p *palette) *tone { return &p.match }},
	{"faint", func(p *palette) *tone { return &p.faint }},
	{"key", func(p *palette) *tone { return &p.key }},
	{"link", func(p *palette) *tone { return &p.link }},
	{"good", func(p *palette) *tone { return &p.good }},
	{"bad", func(p *palette) *tone { return &p.bad }},
	{"disputed", func(p *palette) *tone { return &p.disputed }},
	{"force", func(p *palette) *tone { return &p.families[family.Force] }},
	{"talks", func(p *palette) *tone { return &p.families[family.Talks] }},
	{"words", func(p *palette) *tone { return &p.families[family.Words] }},
	{"help", func(p *palette) *tone { return &p.families[family.Help] }},
	{"other", func(p *palette) *tone { return &p.families[family.Other] }},
	{"dim", func(p *palette) *tone { return &p.dim }},
	{"selected", func(p *palette) *tone { return &p.selected }},
	{"resting", func(p *palette) *tone { return &p.resting }},
}

// RoleNames returns the names of the roles whose colours a reader can choose: of text; of the five families of types;
// of bars that do not match, "dim"; and of the ground of the selected row where the keys are, and elsewhere, "resting".
func RoleNames() []string {
	names := make([]string, len(roles))
	for i := range roles {
		names[i] = roles[i].name
	}
	return names
}

// colourNames are the names of the 16 colours that every terminal has, in the order of their numbers.
var colourNames = []string{
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
	"bright-black", "bright-red", "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan",
	"bright-white",
}

// CheckColour returns an error that says what to write, where a text is no colour.
func CheckColour(text string) error {
	if _, ok := colourOf(text); ok {
		return nil
	}
	return fmt.Errorf("`%s` is no colour; write a number from 0 to 255, #rrggbb, or one of %s, or bright- before one", text,
		strings.Join(colourNames[:8], ", "))
}

// colourOf reads a colour.
func colourOf(text string) (colour lipgloss.Color, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if n := slices.Index(colourNames, text); n >= 0 {
		return lipgloss.Color(strconv.Itoa(n)), true
	}
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		_, err := strconv.ParseUint(hex, 16, 24)
		return lipgloss.Color(text), err == nil && len(hex) == 6
	}
	n, err := strconv.ParseUint(text, 10, 8)
	return lipgloss.Color(strconv.Itoa(int(n))), err == nil
}

// What is drawn on a ground of which nothing else is known, and the contrast from which on a text can be read.
const (
	black    lipgloss.Color = "16"
	white    lipgloss.Color = "231"
	readable                = 4.5
)

// contrast returns the contrast of two colours, as WCAG 2 defines it: 1 for none, 21 for black on white. The first 16
// are taken to be those of xterm.
func contrast(a, b lipgloss.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// luminance returns the relative luminance of a colour, as WCAG 2 defines it.
func luminance(c lipgloss.Color) float64 {
	r, g, b := termenv.ConvertToRGB(termenv.TrueColor.Color(string(c))).LinearRgb()
	return 0.2126*r + 0.7152*g + 0.0722*b
}
