//go:build !windows

package cli_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"

	_ "dateline/ui/background"
	"dateline/ui/cli"
	"dateline/ui/host"
)

// A tty is a terminal whose screen is only read for words.
type tty struct {
	t        *testing.T
	*os.File          // the program's side
	reader   *os.File // the reader's side, to type in
	before   *term.State

	mu      sync.Mutex
	written bytes.Buffer
	changed chan struct{} // closed and made anew by every write
}

func openTTY(t *testing.T) *tty {
	t.Helper()
	reader, file, err := pty.Open()
	if err != nil {
		t.Skip(err)
	}
	if err := pty.Setsize(file, &pty.Winsize{Cols: 100, Rows: 30}); err != nil {
		t.Fatal(err)
	}
	before, err := term.GetState(file.Fd())
	if err != nil {
		t.Fatal(err)
	}
	y := &tty{t: t, File: file, reader: reader, before: before, changed: make(chan struct{})}
	go func() {
		text := make([]byte, 4<<10)
		for {
			n, err := reader.Read(text)
			if err != nil {
				return
			}
			y.mu.Lock()
			y.written.Write(text[:n])
			close(y.changed)
			y.changed = make(chan struct{})
			y.mu.Unlock()
		}
	}()
	leftOpen.Store(file, true)
	return y
}

// leftOpen are the terminals of all tests. They are not closed: where a signal ends the screen, bubbletea does not wait for
// its reader, which may still look at the file.
var leftOpen sync.Map

// waitFor waits until the program has written text.
func (y *tty) waitFor(text string) {
	y.t.Helper()
	late := time.After(10 * time.Second)
	for {
		y.mu.Lock()
		changed := y.changed
		y.mu.Unlock()
		if strings.Contains(y.text(), text) {
			return
		}
		select {
		case <-changed:
		case <-late:
			y.t.Fatalf("%q is not written, but:\n%s", text, y.text())
		}
	}
}

// text returns all that the program has written.
func (y *tty) text() string {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.written.String()
}

// open runs the program at the terminal until act has been done and the program has ended.
func (y *tty) open(ctx context.Context, p cli.Program, act func()) outcome {
	y.t.Helper()
	var stderr strings.Builder
	p.Stdin, p.Stdout, p.Stderr = y.File, y.File, &stderr
	p.Environ = append([]string{"XDG_STATE_HOME=" + y.t.TempDir()}, p.Environ...)
	code := make(chan int)
	go func() { code <- p.Run(ctx) }()
	act()
	o := outcome{code: <-code}
	o.stderr = stderr.String()
	if now, err := term.GetState(y.Fd()); err != nil || *now != *y.before {
		y.t.Errorf("the terminal is not given back: %v", err)
	}
	return o
}

// Where standard input and output are a terminal, the record is shown on a screen.
func TestScreen(t *testing.T) {
	y := openTTY(t)
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"small.yaml": small})
	y.open(context.Background(), program(t, "--filter", "type:visit", "--at", "visit", "small.yaml"), func() {
		y.waitFor("1 of 2")
		y.waitFor("Rubio visits Kyiv")
		_, _ = io.WriteString(y.reader, "q")
	}).want(t, 0)
}

// The screen copies the command that shows its view again.
func TestScreenCopiesItsCommand(t *testing.T) {
	y := openTTY(t)
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"a b.yaml": small})
	y.open(context.Background(), program(t, "--filter", "type:visit", "a b.yaml"), func() {
		y.waitFor("1 of 2")
		_, _ = io.WriteString(y.reader, "Y\t\t\t\r")
		y.waitFor(base64.StdEncoding.EncodeToString([]byte("dateline 'a b.yaml' --filter type:visit --at visit")))
		_, _ = io.WriteString(y.reader, "q")
	}).want(t, 0)
}

// An actor that is not in the record closes the screen that did not wait for all of it.
func TestScreenWithoutTheActor(t *testing.T) {
	withoutRaceDetector(t)
	y := openTTY(t)
	o := y.open(context.Background(), program(t, "--actor", "Yermk"), func() {})
	o.want(t, 2, `--actor: no actor is called "Yermk"; did you mean`)
}

// A signal closes the screen, and the process need not be ended for it.
func TestSignalClosesTheScreen(t *testing.T) {
	withoutRaceDetector(t)
	y := openTTY(t)
	ctx, cancel := context.WithCancelCause(context.Background())
	y.open(ctx, program(t), func() {
		y.waitFor("Security guarantees")
		cancel(host.Signal(syscall.SIGTERM))
	}).want(t, 128+int(syscall.SIGTERM))
}

// What is wrong on the command line is said before a screen is opened.
func TestWrongUsageOpensNoScreen(t *testing.T) {
	for _, args := range [][]string{{"--filter", "("}, {"--since", "soon"}, {"nowhere.yaml"}} {
		y := openTTY(t)
		y.open(context.Background(), program(t, args...), func() {}).want(t, 2, "dateline: ")
		if text := y.text(); text != "" {
			t.Errorf("%q: written to the terminal: %q", args, text)
		}
	}
}

// A terminal that can only print gets text, with colour where nothing says otherwise.
func TestTextOnATerminal(t *testing.T) {
	for _, test := range []struct {
		env, arg string
		bold     bool
	}{
		{"TERM=dumb", "", false},
		{"TERM=", "", false},
		{"LANG=C", "print", true},
		{"NO_COLOR=1", "print", false},
		{"TERM=dumb", "print", false},
	} {
		y := openTTY(t)
		p := program(t, strings.Fields(test.arg)...)
		p.Environ = append(p.Environ, test.env)
		var said []string
		if test.arg == "" {
			said = []string{"dateline: this terminal can only print; --linear answers in sentences\n"}
		}
		y.open(context.Background(), p, func() { y.waitFor("source: ") }).want(t, 0, said...)
		text := y.text()
		if strings.Contains(text, "\x1b[1m") != test.bold || !test.bold && strings.Contains(text, "\x1b") {
			t.Errorf("%s %s: bold should be %v:\n%q", test.env, test.arg, test.bold, text)
		}
	}
}

// Standard input that is the keyboard cannot be the record as well.
func TestTheKeyboardIsNoRecord(t *testing.T) {
	y := openTTY(t)
	y.open(context.Background(), program(t, "print", "-"), func() {}).want(t, 2, "standard input is a terminal\n")
}

// withoutRaceDetector skips a test in which the screen is ended from outside: bubbletea then closes the file of its reader
// while that may still look at it, which the detector finds.
func withoutRaceDetector(t *testing.T) {
	if racing {
		t.Skip("bubbletea does not wait for its reader")
	}
}
