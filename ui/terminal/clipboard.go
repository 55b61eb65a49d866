package terminal

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// MaxClipboard is how many bytes a terminal takes for its clipboard: 100,000 of the sequence. Many drop a longer one
// without a word.
const MaxClipboard = 74_994

// Clipboard returns what puts a text on the clipboard of the terminal (OSC 52), which may refuse without a word. The
// variables of the environment (NAME=value) say whether tmux or screen is in between. Both let it pass in a sequence of
// their own, tmux only if it is set to; it may take the bare one too.
func Clipboard(environ []string, text string) string {
	const most = 700 // bytes that screen takes at a time; it shows the rest of what is longer
	env, sequence := environment(environ), ansi.SetSystemClipboard(text)
	switch term := env["TERM"]; {
	case env["TMUX"] != "" || strings.HasPrefix(term, "tmux"):
		return sequence + ansi.TmuxPassthrough(sequence)
	case env["STY"] != "" || strings.HasPrefix(term, "screen."):
		return ansi.ScreenPassthrough(sequence, most)
	}
	return sequence
}
