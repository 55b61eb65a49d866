//go:build !windows

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/sys/unix"
)

// job is the process group that has the terminal.
func (m *terminal) job() int {
	m.t.Helper()
	group, err := unix.IoctlGetInt(int(m.keyboard.Fd()), unix.TIOCGPGRP)
	if err != nil {
		m.t.Fatal(err)
	}
	return group
}

// kill sends a signal to the first program of the job that has the terminal, as kill does.
func (m *terminal) kill(signals ...syscall.Signal) {
	m.t.Helper()
	job := m.job()
	for _, s := range signals {
		if err := syscall.Kill(job, s); err != nil {
			m.t.Fatal(err)
		}
	}
}

// shellIsBack waits until the shell has the terminal, which must be as it was.
func (m *terminal) shellIsBack() {
	m.t.Helper()
	m.waitFor("the shell is back")
	m.givenBack(m.state())
}

// typedBefore returns what is left of the terminal's cursor in its row, or "hidden".
func (m *terminal) typedBefore() string {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.cursor {
		return "hidden"
	}
	at := m.screen.CursorPosition()
	return ansi.Cut(strings.Split(m.screen.String(), "\n")[at.Y], 0, at.X)
}

// Whatever stops the program, the shell gets the terminal as it was, and fg shows what was there before, once.
func TestAShellStopsTheProgram(t *testing.T) {
	for name, stop := range map[string]func(m *terminal){
		"a key":               func(m *terminal) { m.press("ctrl+z") },
		"a signal":            func(m *terminal) { m.kill(syscall.SIGTSTP) },
		"two at once":         func(m *terminal) { m.kill(syscall.SIGTSTP, syscall.SIGTSTP) },
		"with a resize":       func(m *terminal) { m.resize(90, 30); m.kill(syscall.SIGTSTP) },
		"without the mouse":   func(m *terminal) { m.press("M"); m.kill(syscall.SIGTSTP) },
		"with mouse and line": func(m *terminal) { m.press("/", "r", "u", "b"); m.kill(syscall.SIGTSTP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // it mostly waits
			m := terminalOptions{shell: true}.start(t, 80, 24)
			m.waitFor(curatedTitle, "45 events", "? help")
			stop(m)
			m.shellIsBack()
			m.resize(120, 40) // while nobody looks
			m.send("\n")
			m.waitFor(curatedTitle, "events")
			m.eventually("drawn at the new size", func() bool {
				lines := strings.Split(m.text(), "\n")
				return len(lines) == 40 && strings.TrimSpace(lines[39]) != ""
			})
			m.eventually("the modes of the screen", func() bool {
				m.mu.Lock()
				defer m.mu.Unlock()
				mouse := m.modes[1002] && m.modes[1006]
				return m.modes[1049] && m.modes[1007] && m.modes[2004] && mouse != strings.Contains(name, "without")
			})
			want := "hidden"
			if strings.Contains(name, "line") {
				want = " / rub"
			}
			m.eventually("the cursor is "+want, func() bool { return m.typedBefore() == want })
			if want != "hidden" {
				m.press("esc")
				m.eventually("the cursor is hidden", func() bool { return m.typedBefore() == "hidden" })
			}
			m.press("?")
			m.waitFor("previous event")
			m.press("esc", "Q")
			if code := m.exitCode(); code != 0 {
				t.Errorf("exit code %d, want 0", code)
			}
			m.restored()
		})
	}
}

// An editor is stopped first. One that does not give the terminal back by itself finds it as it left it.
func TestAShellStopsAnEditor(t *testing.T) {
	t.Parallel() // it mostly waits
	folder := t.TempDir()
	write(t, folder, map[string]string{
		"x.yaml": small, "editor": "#!/bin/sh\nstty raw -echo\necho > started\nuntil test -e over; do sleep 0.02; done\n",
	})
	if err := os.Chmod(filepath.Join(folder, "editor"), 0o755); err != nil {
		t.Fatal(err)
	}
	m := terminalOptions{shell: true, folder: folder, env: []string{"EDITOR=" + filepath.Join(folder, "editor")}}.
		start(t, 80, 24, "x.yaml")
	m.waitFor("A small record", "1 event")
	m.press("e")
	m.eventually("started", func() bool { return contents(filepath.Join(folder, "started")) != "" })
	its := m.state()
	m.kill(syscall.SIGTSTP)
	m.shellIsBack()
	m.send("\n")
	m.eventually("the editor's settings", func() bool { return m.state() == its })
	write(t, folder, map[string]string{"over": "now"})
	m.waitFor("A small record", "1 event")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

// Where no shell could have it go on, the program is not stopped.
func TestNobodyStopsAProgramWithoutAShell(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle, "45 events", "? help")
	m.kill(syscall.SIGTSTP)
	m.press("?")
	m.waitFor("previous event")
	m.press("esc", "Q")
	m.restored()
}
