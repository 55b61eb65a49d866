//go:build !windows

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
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

// Marks are those of one file, whatever bytes its name is.
func TestMarksOfFilesWithOddNames(t *testing.T) {
	folder, state := t.TempDir(), t.TempDir()
	names := []string{"rec\xff.yaml", "rec\xfe.yaml", "rec\ufffd.yaml", "caf\u00e9.yaml", "cafe\u0301.yaml", "a\nb:\x1b.yaml"}
	text := "- {date: 2025-01-01, title: One}\n- {date: 2025-01-02, title: Two}\n"
	o := terminalOptions{env: []string{"XDG_STATE_HOME=" + state}, folder: folder}
	for i, name := range names {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Skip(err) // such as a system that has no such names
		}
		if i%2 > 0 {
			continue
		}
		m := o.start(t, 80, 24, name)
		m.waitFor("2 events")
		m.send("gmq")
		if code := m.exitCode(); code != 0 {
			t.Errorf("%q: exit code %d, want 0", name, code)
		}
	}
	for i, name := range names {
		m := o.start(t, 80, 24, "--filter", "is:marked", "./"+name)
		m.waitFor([]string{"1 of 2 events", "0 of 2 events"}[i%2])
		m.press("Q")
		m.exitCode()
	}
}

// What cannot be kept is said when the terminal has been given back, with the reason and the cure, and the exit code is
// not 0.
func TestLeavingWithAMarkThatIsNotKept(t *testing.T) {
	damaged := func(t *testing.T, folder string) {
		write(t, folder, map[string]string{"dateline/state.json": "{\x1b]0;gone\a"})
	}
	locked := func(t *testing.T, folder string) {
		write(t, folder, map[string]string{"dateline/state.json.lock": ""})
		f, err := os.OpenFile(filepath.Join(folder, "dateline", "state.json.lock"), os.O_RDWR, 0)
		if err == nil {
			err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
	}
	ended := func(s syscall.Signal) func(*terminal) {
		return func(m *terminal) {
			m.press("m")
			m.waitFor("★ marked")
			m.signal(s)
		}
	}
	burst := func(keys string) func(*terminal) { return func(m *terminal) { m.send(keys) } }
	for name, test := range map[string]struct {
		spoil func(*testing.T, string)
		env   string
		end   func(*terminal)
		code  int
		why   string
	}{
		"locked, quit":    {locked, "", burst("mq"), 2, "another program holds state.json.lock; end it"},
		"locked, ended":   {locked, "", ended(syscall.SIGTERM), 143, "another program holds state.json.lock"},
		"locked, hung up": {locked, "", ended(syscall.SIGHUP), 129, "another program holds state.json.lock"},
		"damaged":         {damaged, "", burst("mq"), 2, "is damaged and left as it is"},
		"no home":         {nil, "HOME=", burst("mq"), 2, "set HOME or XDG_STATE_HOME"},
		"a relative home": {nil, "HOME=here", burst("mq"), 2, "set HOME or XDG_STATE_HOME"},
		"no folder": {
			func(t *testing.T, folder string) { write(t, folder, map[string]string{"dateline": "a file"}) }, "", burst("mQ"), 2,
			"cannot make the folder for",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // it mostly waits
			folder := t.TempDir()
			o := terminalOptions{env: []string{"XDG_STATE_HOME=" + folder}}
			if test.env != "" {
				o.env = []string{test.env, "XDG_STATE_HOME=state"}
			}
			if test.spoil != nil {
				test.spoil(t, folder)
			}
			m := o.start(t, 150, 30)
			m.waitFor(curatedTitle, "January 2026")
			test.end(m)
			if code := m.exitCode(); code != test.code {
				t.Errorf("exit code %d, want %d", code, test.code)
			}
			m.restored()
			_, after, _ := strings.Cut(m.output(), "\x1b[?1049l")
			after = strings.Join(strings.Fields(after), " ")
			if !strings.Contains(after, "dateline: not kept: the mark on “Russian Defence Ministry reports") ||
				!strings.Contains(after, test.why) || strings.Contains(after, "]0;gone\a") {
				t.Errorf("at the end it says %q", after)
			}
		})
	}
}

func TestADamagedStateIsAWarning(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "dateline", "state.json")
	write(t, folder, map[string]string{"dateline/state.json": "{\x1b]0;gone\a"})
	m := terminalOptions{env: []string{"XDG_STATE_HOME=" + folder}}.start(t, 160, 30)
	m.waitFor(curatedTitle, "is damaged and left as it is", "move it away")
	m.press("m")
	m.waitFor("★ marked", "kept only until you quit so far")
	m.press("m", "q")
	m.exitCode()
	if text, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(text), "{\x1b") {
		t.Errorf("the file is now %q, %v", text, err)
	}

	m = terminalOptions{env: []string{"XDG_STATE_HOME=" + folder}}.start(t, 160, 30)
	m.waitFor("is damaged and left as it is")
	m.press("q") // with nothing to be kept, nothing is lost
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
}
