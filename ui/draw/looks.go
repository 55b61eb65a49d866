package draw

import (
	"github.com/muesli/termenv"

	"dateline/ui/palette"
)

// Looks say what a terminal can show, and how the reader wants it. The zero value is a dark one that can show
// everything.
type Looks struct {
	Profile termenv.Profile
	Light   bool // the background
	ASCII   bool // draw without line and block characters
	NoUTF8  bool // the terminal would obey bytes of UTF-8: whatever is not ASCII becomes a question mark
	NoLinks bool // the terminal would print hyperlinks

	Theme palette.Theme     // "" for that of the background
	Roles map[string]string // from the name of a role to its colour, which counts before that of the theme
}
