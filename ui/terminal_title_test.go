//go:build !windows

package ui_test

import (
	"strings"
	"syscall"
	"testing"
)

const (
	keepTitle = "\x1b[22;2t"
	backTitle = "\x1b[23;2t"
)

// The terminal's window has its own name again whatever ends the program: the name was put on the terminal's stack when
// the screen began, and is taken from there as often.
func TestTheWindowHasItsNameBack(t *testing.T) {
	for name, end := range map[string]func(m *terminal){
		"q":       func(m *terminal) { m.press("q") },
		"ctrl+c":  func(m *terminal) { m.press("ctrl+c") },
		"SIGTERM": func(m *terminal) { m.signal(syscall.SIGTERM) },
		"SIGHUP":  func(m *terminal) { m.signal(syscall.SIGHUP) },
		"SIGQUIT": func(m *terminal) { m.signal(syscall.SIGQUIT) },
	} {
		t.Run(name, func(t *testing.T) {
			m := startTerminal(t, 80, 24)
			m.waitFor(curatedTitle)
			m.eventually("a name for the window", func() bool {
				m.mu.Lock()
				defer m.mu.Unlock()
				return m.title == curatedTitle+" – dateline"
			})
			end(m)
			m.restored()
			out := m.output()
			if kept, back := strings.Count(out, keepTitle), strings.Count(out, backTitle); kept != 1 || back != 1 ||
				strings.LastIndex(out, backTitle) < strings.LastIndex(out, "\x1b]2;") {
				t.Errorf("%d names are kept and %d given back", kept, back)
			}
		})
	}
}

// A shell that gets the terminal for a while gets the name of its window too; the program's name comes back with it.
func TestTheWindowHasItsNameWhileSuspended(t *testing.T) {
	m := terminalOptions{shell: true}.start(t, 80, 24)
	m.waitFor(curatedTitle)
	m.press("ctrl+z")
	m.waitFor("the shell is back")
	out := m.output()
	if strings.LastIndex(out, backTitle) < strings.LastIndex(out, "\x1b]2;") {
		t.Error("the shell's window is called after the record")
	}
	m.send("\n")
	m.waitFor(curatedTitle)
	m.eventually("the name again", func() bool {
		again := m.output()[len(out):]
		return strings.Contains(again, keepTitle) && strings.Contains(again, "\x1b]2;"+curatedTitle)
	})
	m.press("q")
	m.restored()
}

// The console of Linux would print the name.
func TestConsolesGetNoName(t *testing.T) {
	m := terminalOptions{env: []string{"TERM=linux"}}.start(t, 80, 24)
	m.waitFor(curatedTitle)
	m.press("q")
	m.restored()
	for _, sequence := range []string{keepTitle, backTitle, "\x1b]2;"} {
		if strings.Contains(m.output(), sequence) {
			t.Errorf("%q is written", sequence)
		}
	}
}
