package host

import (
	"os"
	"os/exec"
	"runtime"
	"slices"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"dateline/ui/typed"
)

// A Keyboard is the terminal that the reader types in, which is read in whole keys.
type Keyboard struct {
	source
	before *term.State
	keys   *typed.Keys
}

// A source is a terminal whose keys are read, with a clock.
type source struct {
	*os.File
	now func() time.Time
}

// Within reports whether there is something to read within that time.
func (s source) Within(patience time.Duration) bool { return typedWithin(s.Fd(), patience, s.now) }

// Keyboard returns where the reader's keys come from: standard input, or the terminal itself while standard input
// brings the record. It returns nil if nobody can type.
func (in *Input) Keyboard() *Keyboard {
	f, ok := in.Stdin.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
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
	from := source{f, in.Now}
	return &Keyboard{source: from, before: before, keys: typed.New(from, in.Now)}
}

// Read reads what is typed, as [typed.Keys] do. A terminal that brings no more is gone, which is a SIGHUP even where
// that signal is ignored: a reader that waits for more would never end.
func (k *Keyboard) Read(p []byte) (int, error) {
	n, err := k.keys.Read(p)
	if err != nil {
		return n, Signal(syscall.SIGHUP)
	}
	return n, nil
}

// Answers has tell called with what the terminal says of its ground, as [typed.Keys] have.
func (k *Keyboard) Answers(tell func(answer string)) { k.keys.Answers(tell) }

// Restore sets the terminal as it was before anybody read keys from it, for an end that cannot wait for the screen.
func (k *Keyboard) Restore() error { return term.Restore(k.Fd(), k.before) }

// Lend lets a program have the terminal until it ends. The keys that send signals are its own meanwhile, and a shell
// that stops the job stops both; without a Job the system sees to that. Then the settings of the terminal are set back,
// should the program not have done so.
func (k *Keyboard) Lend(cmd *exec.Cmd, s *Signals, j *Job) error {
	before, err := term.GetState(k.Fd())
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	takeBack, alone := s.lend(), func() {} // now, since the program is started with what is ignored
	if j != nil {
		alone = j.lend(cmd.Process)
	}
	err = cmd.Wait()
	alone()
	takeBack()
	_ = term.Restore(k.Fd(), before) // a terminal that is gone is noticed by who reads from it
	return err
}
