//go:build !windows

package ui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A terminal that nobody types in is written nothing: no clock, no blinking cursor.
func TestIdleWritesNothing(t *testing.T) {
	t.Parallel() // it mostly waits
	m := startTerminal(t, 120, 40)
	m.waitFor(curatedTitle, "45 events")
	before := -1
	for before < len(m.output()) {
		before = len(m.output())
		time.Sleep(500 * time.Millisecond)
	}
	time.Sleep(2 * time.Second)
	if after := m.output()[before:]; after != "" {
		t.Errorf("written while idle: %q", after)
	}
	m.press("q")
	m.restored()
}

// A terminal goes away without a signal that is heard where the program was started to ignore SIGHUP.
func TestHangUpThatIsIgnored(t *testing.T) {
	m := terminalOptions{script: `trap '' HUP; exec "$0" "$@"`}.start(t, 80, 24)
	m.waitFor(curatedTitle)
	m.hangUp()
	select {
	case <-m.ended:
	case <-time.After(patience):
		t.Fatal("the program outlives its terminal")
	}
	if code, want := m.cmd.ProcessState.ExitCode(), 128+int(syscall.SIGHUP); code != want {
		t.Errorf("exit code %d, want %d", code, want)
	}
}

// A terminal that takes no more bytes, as over a dead line, cannot be drawn on to give it back. Its settings can be.
func TestTerminalThatIsNotReadIsGivenBack(t *testing.T) {
	t.Parallel() // it mostly waits
	m := terminalOptions{deaf: true}.start(t, 200, 60)
	m.eventually("reading keys", func() bool { return m.state() != m.before })
	for n := range 40 {
		m.send("?")
		m.send("\x1b[B")
		m.setSize(200-n, 60)
		time.Sleep(5 * time.Millisecond)
	}
	m.signal(syscall.SIGTERM)
	if code, want := m.exitCode(), 128+int(syscall.SIGTERM); code != want {
		t.Errorf("exit code %d, want %d", code, want)
	}
	if m.after != m.before {
		t.Error("the terminal's settings are not as they were")
	}
}

// The shell gets the terminal as it was, and the program has its own modes again after it.
func TestSuspendAndResume(t *testing.T) {
	m := terminalOptions{shell: true}.start(t, 80, 24)
	m.waitFor(curatedTitle)
	m.press("ctrl+z")
	m.waitFor("the shell is back")
	m.givenBack(m.before)
	m.send("\n")
	m.waitFor(curatedTitle, "45 events")
	m.eventually("the modes of the screen are on again", func() bool {
		m.mu.Lock()
		defer m.mu.Unlock()
		return m.modes[1007] && m.modes[1049] && m.modes[1002]
	})
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

func TestResizeStorm(t *testing.T) {
	m := startTerminal(t, 1, 1)
	for n := range 300 {
		m.resize(1+n*37%150, 1+n*11%50)
		if n%10 == 0 {
			m.send("j")
		}
	}
	m.resize(80, 24)
	m.waitFor(curatedTitle, "45 events")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
}

// Whatever panics, the terminal is given back first, and then the report says where it was.
func TestPanicsGiveTheTerminalBack(t *testing.T) {
	for where, call := range map[string]string{
		"load": "ui_test.panicking.func", "first": "ui_test.panicking.func", "update": "ui_test.panicking.func",
		"view": "ui.(*model).", "timer": "terminal.(*Output).rested",
	} {
		t.Run(where, func(t *testing.T) {
			w, h := 80, 24
			if where == "timer" {
				w, h = 100, 8 // which is drawn fast enough for frames to crowd
			}
			m := terminalOptions{program: os.Args[0], env: []string{panicsIn + "=" + where}}.start(t, w, h)
			if where == "update" {
				m.waitFor("Visible event")
				m.press("e")
			}
			if where == "timer" {
				m.resizeUntilItEnds(w, h)
			}
			if code := m.exitCode(); code != 2 {
				t.Errorf("exit code %d, want 2", code)
			}
			m.restored()
			m.waitFor("the program failed: ", call, ".go:", "Please report this")
			out := m.output()
			if report := out[strings.LastIndex(out, "\x1b"):]; !strings.Contains(report, "the program failed: ") ||
				strings.Count(report, "\n") > 12 {
				t.Errorf("not after the terminal is given back, or too long:\n%q", report)
			}
		})
	}
}

// resizeUntilItEnds gives the terminal two widths in turn, so often that a frame may come before the one before it has
// rested: on a slow machine that takes a while.
func (m *terminal) resizeUntilItEnds(width, height int) {
	m.t.Helper()
	for n, late := 0, time.After(patience); ; n++ {
		select {
		case <-m.ended:
			return
		case <-late:
			m.t.Fatalf("the program does not end:\n%s", m.text())
		case <-time.After(time.Millisecond):
			m.resize(width+n%2, height)
		}
	}
}

// What a terminal that does not clean its clipboard may send is text in the query line and nothing elsewhere.
func TestPasteIsText(t *testing.T) {
	m := startTerminal(t, 100, 30)
	m.waitFor(curatedTitle)
	m.send("\x1b[200~q\x1b]0;x\x07Q\r\x1b[201~")
	m.press("/")
	m.send("\x1b[200~type:\x1b[31mcall\n\r\t\u202e\u009bx\x00\x03\x1b[201~")
	m.waitFor("type:", "call", `\u202e`)
	m.press("esc", "q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
	m.onlyOurs()
}

// No byte of a record, of its file's name, of the environment or of what is typed is obeyed by the real terminal.
func TestNothingHostileReachesTheTerminal(t *testing.T) {
	hostile := "\x1b]0;owned\x07\u202e\u009b31m"
	record := `- {date: 2025-01-01, title: "\e]0;owned\a\e[2J", location: "\x9b31m", type: "\e]52;c;b3duZWQ=\a", actors: ["\ePq\e\\", "\u202eevil"],` +
		` sources: [{title: "\e_x\e\\", url: "https://example.org/\e]0;owned\a"}], "ke\ey": 1, date: "\e[c"}` + "\n"
	folder := t.TempDir()
	name := "-" + hostile + "\n.yaml"
	write(t, folder, map[string]string{name: record})
	m := terminalOptions{folder: folder, env: []string{
		"EDITOR=" + hostile, "VISUAL=", "LC_ALL=C.UTF-8",
		"COLORTERM=" + hostile,
	}}.start(t, 120, 40, "--", name)
	m.waitFor("␛]0;owned")
	m.press("enter", "tab", "tab", "y", "esc", "esc", "e", "!", "esc", "a", "esc", "?", "esc", "y")
	m.waitFor("clipboard")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
	m.onlyOurs()
	if m.title == "owned" {
		t.Error("the window is called as the record says")
	}
}

// contents returns the text of a file, or "" if there is no such file.
func contents(name string) string {
	text, _ := os.ReadFile(name)
	return string(text)
}

// ourSequences are all that the program writes to a terminal beside text: colours, moves, erasing, the modes of its
// screen, links to web addresses, the clipboard, the name of the window and the question for the ground.
var ourSequences = regexp.MustCompile(`\x1b\[[0-9;]*m|\x1b\[[0-9;]*[ABCDGHJKLMX]|\x1b\[\?(25|1049|2004|2026|1007|7|1002|1003|1006)[hl]|` +
	`\x1b\]8;;(https?://[!-~]*)?\x1b\\|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|` +
	`\x1b\[2[23];2t|\x1b\]2;[^\x00-\x1f\x7f\x{80}-\x{9f}]*\x07|\x1b\]11;\?\x1b\\`)

// onlyOurs fails where something else than our sequences and text was written.
func (m *terminal) onlyOurs() {
	m.t.Helper()
	rest := ourSequences.ReplaceAllString(m.output(), "")
	for _, r := range rest {
		if r < ' ' && r != '\n' && r != '\r' || 0x7f <= r && r <= 0x9f || 0x202a <= r && r <= 0x202e {
			at := strings.IndexRune(rest, r)
			m.t.Fatalf("%U is written: %q", r, rest[max(0, at-60):min(len(rest), at+60)])
		}
	}
}

// An editor gets the terminal itself and the path as one argument, wherever the name points; the screen comes back
// after it.
func TestEditorGetsTheTerminal(t *testing.T) {
	folder := t.TempDir()
	name := "-c!id $(touch x)\n;.yaml"
	write(t, folder, map[string]string{name: "- {date: 2025-01-01, title: One}\n", "bin/my editor": ""})
	script := filepath.Join(folder, "bin", "editor")
	write(t, folder, map[string]string{"bin/editor": `#!/bin/sh
test -t 0 && test -t 1 && test -t 2 && stty -a | grep -q ' icanon' && printf '%s|' "$@" > seen
exit "$(cat code)"
`, "code": "0"})
	if err := os.Chmod(script, 0o755); err != nil {
		t.Fatal(err)
	}
	m := terminalOptions{folder: folder, env: []string{"EDITOR=" + script + " $(touch y) --wait"}}.start(t, 80, 24,
		"./"+name)
	m.waitFor("1 event")
	m.press("e")
	seen := filepath.Join(folder, "seen")
	want := "$(touch|y)|--wait|" + filepath.Join(folder, name) + "|"
	m.eventually("called with "+want, func() bool { return contents(seen) == want })
	m.waitFor("1 event")
	write(t, folder, map[string]string{"code": "3"})
	m.press("e")
	m.waitFor("the editor failed: exit status 3")
	m.press("q")
	if code := m.exitCode(); code != 0 {
		t.Errorf("exit code %d, want 0", code)
	}
	m.restored()
	for _, made := range []string{"x", "y"} {
		if _, err := os.Stat(filepath.Join(folder, made)); err == nil {
			t.Error("a shell has read the name of the file or of the editor")
		}
	}
}

// An editor that runs when the program is told to end is told so too, and does not outlive it.
func TestSignalReachesTheEditor(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, map[string]string{
		"x.yaml": "- {date: 2025-01-01, title: One}\n",
		"editor": "#!/bin/sh\ntrap 'echo term > ended; exit 0' TERM\necho > started\nwhile :; do sleep 0.05; done\n",
	})
	if err := os.Chmod(filepath.Join(folder, "editor"), 0o755); err != nil {
		t.Fatal(err)
	}
	m := terminalOptions{folder: folder, env: []string{"EDITOR=" + filepath.Join(folder, "editor")}}.start(t, 80, 24,
		"x.yaml")
	m.waitFor("1 event")
	m.press("e")
	m.eventually("started", func() bool { return contents(filepath.Join(folder, "started")) != "" })
	m.signal(syscall.SIGTERM)
	if code, want := m.exitCode(), 128+int(syscall.SIGTERM); code != want {
		t.Errorf("exit code %d, want %d", code, want)
	}
	if contents(filepath.Join(folder, "ended")) == "" {
		t.Error("the editor stays behind")
	}
	m.restored()
}

// A link goes to the browser as one argument in ASCII, and nothing but a web address goes there at all.
func TestBrowserGetsTheAddress(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, map[string]string{
		"xdg-open": "#!/bin/sh\nprintf '%s|' \"$@\" > part; mv part seen\n",
		"open":     "#!/bin/sh\nprintf '%s|' \"$@\" > part; mv part seen\n",
		"x.yaml":   `- {date: 2025-01-01, title: One, sources: [{title: Bad, url: "javascript:x"}, {title: Bad too, url: "-x"}, "https://аpple.com/a b;id$(id)"]}` + "\n",
	})
	for _, name := range []string{"xdg-open", "open"} {
		if err := os.Chmod(filepath.Join(folder, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	m := terminalOptions{folder: folder, env: []string{"PATH=" + folder + ":/usr/bin:/bin"}}.start(t, 120, 40, "x.yaml")
	m.waitFor("1 event")
	m.press("o")
	m.waitFor("opening xn--pple-43d.com/")
	const want = "https://xn--pple-43d.com/a%20b;id$%28id%29|"
	m.eventually("called with "+want, func() bool { return contents(filepath.Join(folder, "seen")) == want })
	m.press("q")
	m.restored()
}

// A terminal without a name or without UTF-8 gets what it can show.
func TestPlainTerminals(t *testing.T) {
	m := terminalOptions{env: []string{"TERM="}}.start(t, 80, 24)
	if code := m.exitCode(); code != 0 || strings.Contains(m.output(), "\x1b") {
		t.Errorf("without TERM: exit code %d, %.80q", code, m.output())
	}
	folder := t.TempDir()
	write(t, folder, map[string]string{"x.yaml": strings.Replace(small, "events:\n",
		"events:\n  - {date: 2025-09-10, title: \"Зустріч у Києві ћ2J 日本\", location: Київ, actors: [Їжак]}\n", 1)})
	m = terminalOptions{folder: folder, env: []string{"LC_ALL=C"}}.start(t, 120, 40, "x.yaml")
	m.waitFor("A small record", "??????? ? ????? ?2J ????")
	m.press("end", "?", "esc", "a", "esc", "enter", "q", "q")
	m.restored()
	for _, r := range m.output() {
		if r > '~' {
			t.Errorf("%q is written in the locale C", r)
		}
	}
}
