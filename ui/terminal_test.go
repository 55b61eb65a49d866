//go:build !windows

package ui_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// patience is how long a terminal waits for what must come. Nothing is measured with it.
const patience = 30 * time.Second

// A terminal runs the real program in a pseudo-terminal and keeps the screen that a reader would see.
type terminal struct {
	t        *testing.T
	cmd      *exec.Cmd
	keyboard *os.File // the side that types and watches
	tty      *os.File // the program's side, kept open to see how it is left
	before   term.State
	after    term.State
	ended    chan struct{} // closed when the program has ended
	drained  chan struct{} // closed when all that it wrote is on the screen

	mu      sync.Mutex
	screen  *vt.Emulator
	written bytes.Buffer     // every byte
	modes   map[int]bool     // private modes that were set or reset
	cursor  bool             // whether it shows
	title   string           // of the window, if the program has named it
	changed chan struct{}    // gets a value after each write
	process *os.ProcessState // after the end
}

// startTerminal starts the program in a terminal of that size which answers questions as terminals do.
func startTerminal(t *testing.T, width, height int, args ...string) *terminal {
	t.Helper()
	return terminalOptions{}.start(t, width, height, args...)
}

// terminalOptions are what is unusual about a terminal and the program in it.
type terminalOptions struct {
	silent  bool      // it answers nothing
	folder  string    // where the program runs
	stdin   io.Reader // standard input, if it is not the terminal
	env     []string  // added to the environment
	deaf    bool      // it reads nothing
	program string    // what runs instead of the real program
	script  string    // of a shell that starts the program, as "$0" with arguments "$@"
	shell   bool      // the program is the job of a shell that waits for Enter while it is suspended
}

func (o terminalOptions) start(t *testing.T, width, height int, args ...string) *terminal {
	t.Helper()
	keyboard, tty, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	program := o.program
	if program == "" {
		program = binary(t)
	}
	m := &terminal{
		t: t, keyboard: keyboard, tty: tty, screen: vt.NewEmulator(width, height), modes: make(map[int]bool), cursor: true,
		cmd: o.command(program, args), changed: make(chan struct{}, 1), ended: make(chan struct{}),
		drained: make(chan struct{}),
	}
	m.screen.SetCallbacks(vt.Callbacks{
		EnableMode:       func(mode ansi.Mode) { m.modes[mode.Mode()] = true },
		DisableMode:      func(mode ansi.Mode) { m.modes[mode.Mode()] = false },
		CursorVisibility: func(visible bool) { m.cursor = visible },
		Title:            func(title string) { m.title = title },
	})
	m.setSize(width, height)
	m.before = m.state()
	m.cmd.Env, m.cmd.Dir = environment(t, o.env...), o.folder
	m.cmd.Stdin, m.cmd.Stdout, m.cmd.Stderr = tty, tty, tty
	if o.stdin != nil {
		m.cmd.Stdin = o.stdin
	}
	m.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := m.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if o.deaf {
		close(m.drained)
	} else {
		go m.watch()
	}
	go m.answer(!o.silent)
	go func() {
		_ = m.cmd.Wait()
		close(m.ended)
	}()
	t.Cleanup(m.close)
	return m
}

// command starts the program as the terminal's own, or as the job of a shell.
func (o terminalOptions) command(program string, args []string) *exec.Cmd {
	switch {
	case o.script != "":
		return exec.Command("sh", append([]string{"-c", o.script, program}, args...)...)
	case !o.shell:
		return exec.Command(program, args...)
	}
	return exec.Command("sh", append([]string{
		"-mc", `"$@"; echo the shell is back; read _ && fg >/dev/null`, "sh",
		program,
	}, args...)...)
}

// watch draws what the program writes.
func (m *terminal) watch() {
	defer close(m.drained)
	text := make([]byte, 64<<10)
	for {
		n, err := m.keyboard.Read(text)
		m.mu.Lock()
		m.written.Write(text[:n])
		_, _ = m.screen.Write(text[:n])
		m.mu.Unlock()
		select {
		case m.changed <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// answer reads the emulator's replies, which would block it otherwise, and types them if the terminal is to answer.
func (m *terminal) answer(aloud bool) {
	text := make([]byte, 4<<10)
	for {
		n, err := m.screen.Read(text)
		if err != nil {
			return
		}
		if aloud {
			_, _ = m.keyboard.Write(text[:n])
		}
	}
}

func (m *terminal) close() {
	_ = m.cmd.Process.Kill()
	<-m.ended
	_ = m.tty.Close()
	_ = m.keyboard.Close()
	<-m.drained
	if replies, ok := m.screen.InputPipe().(io.Closer); ok {
		_ = replies.Close() // ends answer; the emulator's own Close would race with it
	}
}

// text returns what is on the screen, without blanks at the ends of lines.
func (m *terminal) text() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.screen.String()
}

// output returns every byte that the program has written.
func (m *terminal) output() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.written.String()
}

// waitFor waits until all the texts are on the screen.
func (m *terminal) waitFor(texts ...string) {
	m.t.Helper()
	m.waitAtMost(patience, texts...)
}

func (m *terminal) waitAtMost(limit time.Duration, texts ...string) {
	m.t.Helper()
	m.until(limit, strings.Join(texts, `", "`), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(screen, text) {
				return false
			}
		}
		return true
	})
}

// waitForNo waits until the text is gone from the screen.
func (m *terminal) waitForNo(text string) {
	m.t.Helper()
	m.until(patience, "no "+text, func(screen string) bool { return !strings.Contains(screen, text) })
}

func (m *terminal) until(limit time.Duration, what string, there func(screen string) bool) {
	m.t.Helper()
	late := time.After(limit)
	for !there(m.text()) {
		select {
		case <-m.changed:
		case <-m.drained:
			if !there(m.text()) {
				m.t.Fatalf("the program ended without %q on the screen:\n%s", what, m.text())
			}
		case <-late:
			m.t.Fatalf("no %q on the screen:\n%s", what, m.text())
		}
	}
}

// eventually waits for something that the screen does not show.
func (m *terminal) eventually(what string, there func() bool) {
	m.t.Helper()
	for late := time.Now().Add(patience); !there(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(late) {
			m.t.Fatalf("not %s; on the screen:\n%s", what, m.text())
		}
	}
}

// keyNames are the keys that are not written as they are typed.
var keyNames = map[string]string{
	"enter": "\r", "esc": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f", "up": "\x1b[A", "down": "\x1b[B",
	"right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F", "pgup": "\x1b[5~", "pgdown": "\x1b[6~",
	"f1": "\x1bOP", "ctrl+c": "\x03", "ctrl+d": "\x04", "ctrl+l": "\x0c", "ctrl+r": "\x12", "ctrl+u": "\x15",
	"ctrl+z":     "\x1a",
	"alt+ctrl+c": "\x1b\x03", // Esc and ^c in one breath
}

// press types keys by name or letter, slowly enough that the program reads them one by one.
func (m *terminal) press(keys ...string) {
	m.t.Helper()
	for _, key := range keys {
		if bytes, ok := keyNames[key]; ok {
			key = bytes
		}
		m.send(key)
		time.Sleep(20 * time.Millisecond)
	}
}

// send types text in one burst.
func (m *terminal) send(text string) {
	m.t.Helper()
	if _, err := m.keyboard.WriteString(text); err != nil {
		m.t.Fatal(err)
	}
}

// resize changes the size of the terminal.
func (m *terminal) resize(width, height int) {
	m.t.Helper()
	m.mu.Lock()
	m.screen.Resize(width, height)
	m.mu.Unlock()
	m.setSize(width, height)
}

func (m *terminal) setSize(width, height int) {
	m.t.Helper()
	if err := pty.Setsize(m.tty, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)}); err != nil {
		m.t.Fatal(err)
	}
}

// signal sends a signal to the program.
func (m *terminal) signal(s syscall.Signal) {
	m.t.Helper()
	if err := m.cmd.Process.Signal(s); err != nil {
		m.t.Fatal(err)
	}
}

// hangUp takes the terminal away, as a closed window or a lost connection does.
func (m *terminal) hangUp() {
	_ = m.keyboard.Close()
	// That takes effect when watch is done with its read, so let there be something to read.
	_ = pty.Setsize(m.tty, &pty.Winsize{Cols: 70, Rows: 20})
}

// exitCode waits for the end and returns the code that a shell would see.
func (m *terminal) exitCode() int {
	m.t.Helper()
	select {
	case <-m.ended:
	case <-time.After(patience):
		m.t.Fatalf("the program does not end:\n%s", m.text())
	}
	if m.process == nil {
		m.process = m.cmd.ProcessState
		m.after = m.state()
		_ = m.tty.Close() // the last of the program's side, so that watch comes to an end
		<-m.drained
	}
	if status, ok := m.process.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		return 128 + int(status.Signal())
	}
	return m.process.ExitCode()
}

// restored waits for the end and fails the test if the terminal is not as it was.
func (m *terminal) restored() {
	m.t.Helper()
	m.exitCode()
	m.givenBack(m.after)
}

// givenBack fails the test if the terminal is not as it was; now is what its settings are.
func (m *terminal) givenBack(now term.State) {
	m.t.Helper()
	m.mu.Lock()
	defer m.mu.Unlock()
	for mode, name := range map[int]string{
		47: "alternate screen", 1047: "alternate screen", 1049: "alternate screen",
		9: "mouse", 1000: "mouse", 1002: "mouse", 1003: "mouse", 1004: "focus reports", 1006: "mouse",
		1007: "keys for the wheel",
		2004: "bracketed paste", 2026: "synchronised output",
	} {
		if m.modes[mode] {
			m.t.Errorf("mode %d (%s) is left on", mode, name)
		}
	}
	if wraps, known := m.modes[7]; known && !wraps {
		m.t.Error("lines are left without wrapping")
	}
	if !m.cursor {
		m.t.Error("the cursor is left hidden")
	}
	if now != m.before {
		m.t.Error("the terminal's settings are not as they were")
	}
}

func (m *terminal) state() term.State {
	m.t.Helper()
	s, err := term.GetState(m.tty.Fd())
	if err != nil {
		m.t.Fatal(err)
	}
	return *s
}

func TestQuit(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c", "alt+ctrl+c"} {
		t.Run(key, func(t *testing.T) {
			m := startTerminal(t, 80, 24)
			m.waitFor(curatedTitle)
			m.press(key)
			if code := m.exitCode(); code != 0 {
				t.Errorf("exit code %d, want 0", code)
			}
			m.restored()
		})
	}
}

func TestSignalsGiveTheTerminalBack(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT} {
		t.Run(s.String(), func(t *testing.T) {
			m := startTerminal(t, 80, 24)
			m.waitFor(curatedTitle)
			m.signal(s)
			if code, want := m.exitCode(), 128+int(s); code != want {
				t.Errorf("exit code %d, want %d", code, want)
			}
			m.restored()
		})
	}
}

// What the program is for: one actor's events in five keystrokes, typed one by one or faster than the program reads.
func TestFiveKeystrokesInATerminal(t *testing.T) {
	for name, typed := range map[string]func(*terminal){
		"one by one": func(m *terminal) { m.press("a", "r", "u", "b", "enter") },
		"a burst":    func(m *terminal) { m.send("arub\r") },
	} {
		t.Run(name, func(t *testing.T) {
			m := startTerminal(t, 120, 40)
			m.waitFor(curatedTitle, "45 events")
			typed(m)
			m.waitFor("actor:rubio", "of 45 events", "Rubio and Lavrov")
			m.waitForNo("Kryvyi Rih with a ballistic")
			m.press("q")
			if code := m.exitCode(); code != 0 {
				t.Errorf("exit code %d, want 0", code)
			}
			m.restored()
		})
	}
}

// bubbletea asks the terminal for its background colour while it is imported, and would wait five seconds here.
func TestSilentTerminalDoesNotDelayTheStart(t *testing.T) {
	m := terminalOptions{silent: true}.start(t, 80, 24)
	m.waitAtMost(4*time.Second, curatedTitle)
	m.press("q")
	m.restored()
}

func TestResize(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle)
	for _, size := range [][2]int{{200, 60}, {1, 1}, {40, 10}} {
		m.resize(size[0], size[1])
	}
	m.waitFor(curatedTitle[:20])
	m.press("q")
	m.restored()
}

func TestHangUp(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle)
	m.hangUp()
	select {
	case <-m.ended:
	case <-time.After(patience):
		t.Fatal("the program outlives its terminal")
	}
}

// An unknown actor may come to light only when the whole record is read, which the screen does not wait for.
func TestUnknownActorClosesTheScreen(t *testing.T) {
	m := startTerminal(t, 80, 24, "--actor", "Yermk")
	if code := m.exitCode(); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
	m.restored()
	m.waitFor(`no actor is called "Yermk"; did you mean`)
}

// When the record comes on standard input, the keys come from the terminal itself.
func TestRecordFromAPipe(t *testing.T) {
	m := terminalOptions{stdin: strings.NewReader(small)}.start(t, 80, 24, "-")
	m.waitFor("A small record")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

func TestVersionAsksTheTerminalNothing(t *testing.T) {
	m := terminalOptions{silent: true}.start(t, 80, 24, "--version")
	m.exitCode()
	if got := m.output(); strings.Contains(got, "\x1b") {
		t.Errorf("%q", got)
	}
}
