package draw

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/muesli/termenv"
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

// roleNames are the roles whose colours a reader can choose.
var roleNames = []string{
	"faint", "actor", "match", "key", "good", "bad", "disputed", "link", "selected", "dim",
	"force", "talks", "words", "help", "other",
}

// RoleNames returns the names of the roles whose colours a reader can choose.
func RoleNames() []string { return slices.Clone(roleNames) }

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

// colourOf reads a colour, and returns it as termenv does.
func colourOf(text string) (colour string, ok bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if n := slices.Index(colourNames, text); n >= 0 {
		return strconv.Itoa(n), true
	}
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		_, err := strconv.ParseUint(hex, 16, 24)
		return text, err == nil && len(hex) == 6
	}
	n, err := strconv.ParseUint(text, 10, 8)
	return strconv.Itoa(int(n)), err == nil
}
