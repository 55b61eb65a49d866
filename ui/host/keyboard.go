package host

import (
	"os"
	"runtime"
	"slices"

	"github.com/charmbracelet/x/term"
)

// Keyboard is where the reader's keys come from: standard input, or the terminal itself while standard input brings the
// record. It is nil where nobody can type.
func (in *Input) Keyboard() *os.File {
	if term.IsTerminal(os.Stdin.Fd()) {
		return os.Stdin
	}
	if !slices.Contains(in.Paths, Stdin) {
		return nil
	}
	name := "/dev/tty"
	if runtime.GOOS == "windows" {
		name = "CONIN$"
	}
	f, err := os.OpenFile(name, os.O_RDWR, 0)
	if err != nil {
		return nil
	}
	return f
}
