package host

import (
	"os"
	"os/exec"
	"runtime"
	"slices"
	"time"

	"github.com/charmbracelet/x/term"
)

// A Keyboard is the terminal that the reader types in. After keys it reports that the terminal has the focus, which is
// not to be acted on. Who reads keys for others cannot hand that over until the keys have been dealt with, and
// meanwhile leaves them its core. Otherwise it would go back to wait for keys at once, and keep the core until the
// system takes it away: 10 ms and more while a record is read.
type Keyboard struct {
	*os.File
	before   *term.State
	typed    typed
	tell     func(answer string) // is told of answers; nil: nobody
	patience patience
	now      func() time.Time

	read, began time.Time // when something was read last, and when something was that was no part of an answer
}

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
	return &Keyboard{File: f, before: before, patience: patience{afterEsc, withinKey}, now: in.Now}
}

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
