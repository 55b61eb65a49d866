//go:build !windows

package ui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
	"github.com/muesli/termenv"

	"dateline/ui/draw"
)

// A late answer to the question of another program is no key, nor is a paste that a read of the keys cuts in two.
func TestWhatIsNoKey(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle, "45 events")
	m.send("\x1bP>|q\x1b\\\x1b]11;rgb:1e1e/1e1e/1e1e\a")
	m.send(strings.Repeat("\x1b[200~xq\x1b[201~", 100)) // a read takes 128 bytes at most, and so cuts some of them
	m.press("?")
	m.waitFor("previous event")
	m.press("esc")
	m.waitFor(curatedTitle, "45 events", "type a name")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

// Esc and the mouse at once close what is open, and type nothing.
func TestEscWithTheMouse(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle, "45 events")
	m.press("?")
	m.waitFor("previous event")
	m.send("\x1b\x1b[<35;10;10M")
	m.waitFor(curatedTitle, "type a name")
	m.press("/")
	m.send("\x1b\x1b[200~q\x1b[201~")
	m.waitFor("what is pasted does nothing here")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

// However many reports of the mouse come at once, and however they are cut, none is taken for text.
func TestAFloodOfTheMouseTypesNothing(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle, "45 events")
	m.press("/")
	flood := strings.Repeat("\x1b[<64;10;12M\x1b[<65;10;12M\x1b[<35;10;12M\x1b[<32;11;12M\x1b[<0;70;3m", 400)
	for len(flood) > 0 {
		n := min(len(flood), 997)
		m.send(flood[:n])
		flood = flood[n:]
	}
	m.send("zzz")
	m.until(patience, "only what was typed", func(screen string) bool { return strings.Contains(screen, " / zzz   ") })
	m.press("esc", "q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

// Serial lines and some containers do not say how large the terminal is.
func TestTerminalWithoutASize(t *testing.T) {
	m := terminalOptions{script: `stty rows 0 cols 0; exec "$0" "$@"`}.start(t, 80, 24)
	m.waitFor(curatedTitle, "45 events", "? help")
	m.resize(100, 30)
	m.signal(syscall.SIGWINCH)
	m.waitFor(curatedTitle, "45 events")
	m.press("q")
	m.restored()
}

// A terminal may say that it is larger than any, at the start or later: what can be seen is shown, and keys are obeyed.
func TestTerminalOfAnySize(t *testing.T) {
	for _, size := range []struct{ rows, columns uint16 }{{65535, 65535}, {40_000, 80}, {65535, 1}, {1, 65535}} {
		t.Run(fmt.Sprintf("%d rows, %d columns", size.rows, size.columns), func(t *testing.T) {
			t.Parallel() // it mostly waits
			m := startTerminal(t, 80, 24)
			m.waitFor(curatedTitle, "45 events")
			before := len(m.output())
			if err := pty.Setsize(m.keyboard, &pty.Winsize{Rows: size.rows, Cols: size.columns}); err != nil {
				t.Fatal(err)
			}
			m.eventually("shown anew", func() bool { return len(m.output()) > before })
			m.press("j", "a", "esc", "v", "Q")
			if code := m.exitCode(); code != 0 {
				t.Errorf("exit code %d, want 0", code)
			}
			m.restored()
			var own syscall.Rusage // of what starts it, which the system counts as its own until it begins
			_ = syscall.Getrusage(syscall.RUSAGE_SELF, &own)
			if used := peakMemory(m.process); used > max(300<<20, own.Maxrss<<10) {
				t.Errorf("it takes %d bytes", used)
			}
		})
	}
	m := terminalOptions{script: `stty rows 65535 cols 65535; exec "$0" "$@"`}.start(t, 80, 24)
	m.eventually("shown", func() bool { return strings.Contains(m.output(), curatedTitle) })
	m.press("q")
	m.restored()
}

// The screen does not wait for a record that does not come: it says so, and can be left. What comes later is shown.
func TestRecordThatDoesNotCome(t *testing.T) {
	for _, leave := range []string{"q", "ctrl+c", "TERM", ""} {
		t.Run(leave, func(t *testing.T) {
			t.Parallel() // it mostly waits
			stdin, late, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			defer late.Close()
			m := terminalOptions{stdin: stdin}.start(t, 80, 24, "-")
			m.waitFor("waiting for stdin", "Nothing comes of stdin yet.")
			m.press("R")
			m.waitFor("waiting for stdin")
			want := 0
			switch leave {
			case "TERM":
				want = 128 + int(syscall.SIGTERM)
				m.signal(syscall.SIGTERM)
			case "":
				if _, err := late.WriteString(small); err != nil || late.Close() != nil {
					t.Fatal(err)
				}
				m.waitFor("Yermak speaks with Rubio", "1 event")
				leave = "q"
				fallthrough
			default:
				m.press(leave)
			}
			if code := m.exitCode(); code != want {
				t.Errorf("exit code %d, want %d", code, want)
			}
			m.restored()
		})
	}
}

// peakMemory returns the most memory that a process had, in bytes, and 0 where the system counts in another unit.
func peakMemory(ended *os.ProcessState) int64 {
	if used, ok := ended.SysUsage().(*syscall.Rusage); ok && runtime.GOOS == "linux" {
		return used.Maxrss << 10
	}
	return 0
}

// A program that is stopped from outside leaves its terminal to a shell, which changes it.
func TestStoppedFromOutside(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle, "45 events")
	m.eventually("captured", func() bool { m.mu.Lock(); defer m.mu.Unlock(); return m.modes[1002] })
	m.signal(syscall.SIGSTOP)
	if err := term.SetState(m.tty.Fd(), &m.before); err != nil {
		t.Fatal(err)
	}
	m.mu.Lock()
	_, _ = m.screen.Write([]byte("\x1b[?1049l\x1b[?1002l\x1b[?2004l\x1b[2Jthe shell"))
	m.mu.Unlock()
	m.signal(syscall.SIGCONT)
	m.waitFor(curatedTitle, "45 events")
	m.press("?")
	m.waitFor("previous event")
	m.mu.Lock()
	for _, mode := range []int{1049, 1007, 2004, 1002} {
		if !m.modes[mode] {
			t.Errorf("mode %d is not on again", mode)
		}
	}
	m.mu.Unlock()
	m.press("esc", "q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

// editing opens the editor on a record; the editor is a shell script that runs in the folder of the record.
func editing(t *testing.T, script string) (m *terminal, folder string) {
	t.Helper()
	folder = t.TempDir()
	write(t, folder, map[string]string{
		"x.yaml": "- {date: 2025-01-01, title: One}\n",
		"editor": "#!/bin/sh\n" + script + "\n",
	})
	if err := os.Chmod(filepath.Join(folder, "editor"), 0o755); err != nil {
		t.Fatal(err)
	}
	m = terminalOptions{folder: folder, env: []string{"EDITOR=" + filepath.Join(folder, "editor")}}.start(t, 80, 24,
		"x.yaml")
	m.waitFor("1 event")
	m.press("e")
	return m, folder
}

// What an editor that dies does to the settings of the terminal does not stay.
func TestEditorThatLeavesTheTerminalRaw(t *testing.T) {
	m, _ := editing(t, "stty raw -echo; kill -KILL $$")
	m.waitFor("the editor failed: signal: killed")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

// The keys that send signals are the editor's own as long as it runs.
func TestInterruptInTheEditor(t *testing.T) {
	m, folder := editing(t, `trap 'echo >> interrupted' INT QUIT
echo > started
while test "$(wc -l < interrupted)" != 2; do sleep 0.02; done 2>/dev/null
exit 0`)
	interrupted := filepath.Join(folder, "interrupted")
	m.eventually("started", func() bool { return contents(filepath.Join(folder, "started")) != "" })
	m.send("\x03")
	m.eventually("interrupted", func() bool { return contents(interrupted) == "\n" })
	m.send("\x1c")
	m.waitFor("1 event", "Enter read")
	m.eventually("interrupted twice", func() bool { return contents(interrupted) == "\n\n" })
	m.signal(syscall.SIGINT)
	if code, want := m.exitCode(), 128+int(syscall.SIGINT); code != want {
		t.Errorf("exit code %d, want %d", code, want)
	}
	m.restored()
}

// No editor outlives the program: not one that ignores the signal, nor one that another has started. Here they ignore
// the SIGHUP of a terminal that goes with the program; that of a shell stays.
func TestNoEditorStaysBehind(t *testing.T) {
	const beat = "trap '' HUP\necho $$ > pid\nwhile :; do echo >> beats; sleep 0.02; done\n"
	for name, script := range map[string]string{
		"ignores the signal": "trap '' TERM\n" + beat,
		"started by another": "sh <<'end'\n" + beat + "end\ntrue",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // it mostly waits
			m, folder := editing(t, script)
			beats := filepath.Join(folder, "beats")
			m.eventually("started", func() bool { return contents(beats) != "" })
			t.Cleanup(func() {
				if pid, err := strconv.Atoi(strings.TrimSpace(contents(filepath.Join(folder, "pid")))); err == nil {
					_ = syscall.Kill(pid, syscall.SIGKILL) // a test that fails leaves no process either
				}
			})
			m.signal(syscall.SIGTERM)
			m.eventually("ended, and its editor with it", func() bool {
				before := contents(beats)
				time.Sleep(300 * time.Millisecond)
				return contents(beats) == before
			})
			if code, want := m.exitCode(), 128+int(syscall.SIGTERM); code != want {
				t.Errorf("exit code %d, want %d", code, want)
			}
			m.restored()
		})
	}
}

// A light terminal says so when it is asked, and gets the palette for light grounds; one that says nothing is shown at
// once all the same.
func TestALightTerminalSaysSo(t *testing.T) {
	m := terminalOptions{silent: true, env: []string{"TERM=xterm-256color"}}.start(t, 80, 24)
	m.waitFor(curatedTitle, "45 events")
	m.eventually("asked", func() bool { return strings.Contains(m.output(), "\x1b]11;?\x1b\\") })
	light := string(draw.NewTheme(draw.Looks{Profile: termenv.ANSI256, Light: true}).Selected)
	if out := m.output(); strings.Contains(out, light) {
		t.Errorf("before it is answered: %q", out)
	}
	m.send("\x1b]11;rgb:fafa/fafa/fafa\x1b\\")
	m.eventually("in light colours", func() bool { return strings.Contains(m.output(), light) })
	m.press("q")
	m.restored()
}
