//go:build !windows

package ui_test

import (
	"strings"
	"testing"
	"time"
)

// TestMouseIsAsItWas looks at the terminal's own modes: the mouse is captured from the start, the editor does not get it,
// after the editor it is captured again, one key leaves it to the terminal, and at the end it is the terminal's.
func TestMouseIsAsItWas(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, map[string]string{"record.yaml": "events: [{date: 2025, title: One event}]"})
	m := terminalOptions{folder: folder}.start(t, 120, 40, "record.yaml")
	const capture, release = "\x1b[?1002h", "\x1b[?1002l"
	m.waitFor("One event")
	m.until(patience, "the mouse is captured", func(string) bool { return strings.Count(m.output(), capture) == 1 })
	before := strings.Count(m.output(), release)
	m.press("e")
	m.until(patience, "the mouse is captured after the editor", func(string) bool {
		return strings.Count(m.output(), capture) == 2 && strings.Count(m.output(), release) > before
	})
	m.press("M")
	m.waitFor("the mouse selects text")
	m.eventually("left to the terminal", func() bool { m.mu.Lock(); defer m.mu.Unlock(); return !m.modes[1002] })
	m.press("e")
	m.eventually("edited again", func() bool { return strings.Count(m.output(), "\x1b[?1049h") == 3 })
	m.waitFor("One event")
	if strings.Count(m.output(), capture) != 2 {
		t.Error("the mouse is captured after an editor that found it the terminal's")
	}
	m.press("M")
	m.waitFor("clicks are heard")
	m.press("q")
	m.restored()
}

// frame is the time between frames.
const frame = time.Second / 60

// TestAFrameOfChangesShowsTheWholeScreen steps through the record and compares what the changes add up to with a screen
// that is painted anew.
func TestAFrameOfChangesShowsTheWholeScreen(t *testing.T) {
	t.Parallel() // it mostly waits
	m := startTerminal(t, 120, 40)
	m.waitFor(curatedTitle)
	for _, step := range []struct{ keys, see string }{
		{"gjjjj", "▌  4 Fr  △"},
		{"jjjjjjjj", "▌  9–10  ×"},
		{"G", "▌    ~7  ×"},
		{"kkkkkkkk", "▌  6 Tu  ▣"},
		{strings.Repeat("k", 30), "▌  4 Fr  ●"},
		{strings.Repeat("j", 30), "▌  6 Tu  ▣"},
		{"jjj1", "39 of 45 events"},
		{"u+++gj", "▌ 20 We  ●"},
	} {
		m.press(strings.Split(step.keys, "")...)
		m.until(patience, step.see+", and a whole frame", func(screen string) bool {
			return strings.Contains(screen, step.see) && strings.HasSuffix(m.output(), "\x1b[?2026l")
		})
		for written := -1; written < len(m.output()); time.Sleep(3 * frame) { // every key has had its frame
			written = len(m.output())
		}
		stepped, written := m.text(), len(m.output())
		m.press("ctrl+l")
		m.until(patience, "screen painted anew as after "+step.keys+":\n"+stepped, func(anew string) bool {
			return strings.Contains(m.output()[written:], "\x1b[2J") && anew == stepped
		})
	}
	m.press("q")
	m.restored()
}
