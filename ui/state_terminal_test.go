//go:build !windows

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A mark that is made just before the end is kept, and nothing is written before it.
func TestMarksOutliveTheProgram(t *testing.T) {
	folder := t.TempDir()
	o := terminalOptions{env: []string{"XDG_STATE_HOME=" + folder}}
	m := o.start(t, 100, 30)
	m.waitFor(curatedTitle)
	if entries, err := os.ReadDir(folder); err != nil || len(entries) > 0 {
		t.Errorf("unasked, the folder holds %v, %v", entries, err)
	}
	m.send("jmq")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()

	m = o.start(t, 100, 30, "--filter", "is:marked")
	m.waitFor("1 of 45 events", "★ marked")
	m.press("q")
	m.exitCode()
}

func TestADamagedStateIsAWarning(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "dateline", "state.json")
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("{\x1b]0;gone\a"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := terminalOptions{env: []string{"XDG_STATE_HOME=" + folder}}.start(t, 160, 30)
	m.waitFor(curatedTitle, "is damaged and left as it is")
	m.press("m")
	m.waitFor("★ marked")
	m.press("q")
	m.exitCode()
	if text, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(text), "{\x1b") {
		t.Errorf("the file is now %q, %v", text, err)
	}
}
