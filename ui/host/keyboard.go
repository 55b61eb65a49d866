package host

import (
	"os"
	"runtime"
	"slices"
	"syscall"

	"github.com/charmbracelet/x/term"
)

// A Keyboard is the terminal that the reader types in.
type Keyboard struct {
	*os.File
	before *term.State
}

// Keyboard is where the reader's keys come from: standard input, or the terminal itself while standard input brings the
// record. It is nil where nobody can type.
func (in *Input) Keyboard() *Keyboard {
	f := os.Stdin
	if !term.IsTerminal(f.Fd()) {
		if !slices.Contains(in.Paths, Stdin) {
			return nil
		}
		name := "/dev/tty"
		if runtime.GOOS == "windows" {
			name = "CONIN$"
		}
		var err error
		if f, err = os.OpenFile(name, os.O_RDWR, 0); err != nil {
			return nil
		}
	}
	before, err := term.GetState(f.Fd())
	if err != nil {
		return nil
	}
	return &Keyboard{f, before}
}

// Read reads what is typed. A terminal that brings no more is gone, which is a SIGHUP even where that signal is ignored:
// a reader that waits for more would never end.
func (k *Keyboard) Read(p []byte) (int, error) {
	n, err := k.File.Read(p)
	if err != nil {
		err = Signal(syscall.SIGHUP)
	}
	return n, err
}

// Restore sets the terminal as it was before anybody read keys from it, for an end that cannot wait for the screen.
func (k *Keyboard) Restore() error { return term.Restore(k.Fd(), k.before) }
