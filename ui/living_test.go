//go:build !windows

package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A record that is written while the real program shows it.
const (
	firstThree = `title: A living record
events:
  - {date: 2025-05-01, title: The first}
  - {date: 2025-05-02, title: The second}
  - {date: 2025-05-03, title: The third}
`
	aFourth = "  - {date: 2025-05-04, title: The fourth}\n"
)

// A desk is a folder with a record, and the program that shows it.
type desk struct {
	*terminal
	t      *testing.T
	folder string
}

// sit opens the paths, which are those of files with these texts, or their folder.
func sit(t *testing.T, files map[string]string, o terminalOptions, paths ...string) *desk {
	t.Helper()
	t.Parallel() // most of the time is spent waiting for the program to look at its files
	d := &desk{t: t, folder: t.TempDir()}
	for name, text := range files {
		d.write(name, text)
	}
	o.folder = d.folder
	d.terminal = o.start(t, 80, 24, paths...)
	return d
}

func (d *desk) path(name string) string { return filepath.Join(d.folder, name) }

// write makes a file of this text, or puts it in the place of what it holds.
func (d *desk) write(name, text string) {
	d.t.Helper()
	if err := os.MkdirAll(filepath.Dir(d.path(name)), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(d.path(name), []byte(text), 0o644); err != nil {
		d.t.Fatal(err)
	}
}

// rename moves a file, over one of that name.
func (d *desk) rename(from, to string) {
	d.t.Helper()
	if err := os.Rename(d.path(from), d.path(to)); err != nil {
		d.t.Fatal(err)
	}
}

// quit ends the program and wants the terminal back.
func (d *desk) quit() {
	d.t.Helper()
	d.press("q")
	if code := d.exitCode(); code != 0 {
		d.t.Errorf("exit code %d, want 0", code)
	}
	d.restored()
}

func TestSavesAreFollowed(t *testing.T) {
	for name, save := range map[string]func(*desk){
		"appended": func(d *desk) {
			f, err := os.OpenFile(d.path("record.yaml"), os.O_APPEND|os.O_WRONLY, 0)
			if err != nil {
				d.t.Fatal(err)
			}
			if _, err := f.WriteString(aFourth); err != nil {
				d.t.Fatal(err)
			}
			_ = f.Close()
		},
		"renamed over": func(d *desk) {
			d.write("record.yaml~", firstThree+aFourth)
			d.rename("record.yaml~", "record.yaml")
		},
		"moved away and written anew": func(d *desk) {
			d.rename("record.yaml", "record.yaml~")
			d.write("record.yaml", firstThree+aFourth)
		},
		"truncated and written": func(d *desk) { d.write("record.yaml", firstThree+aFourth) },
		"deleted for a while": func(d *desk) {
			d.rename("record.yaml", "elsewhere")
			d.waitFor("the files no longer read whole", "errors", "as last read", "The third")
			d.press("!")
			d.waitFor("no such file")
			d.press("esc")
			d.write("record.yaml", firstThree+aFourth)
		},
		"broken for a while": func(d *desk) {
			d.write("record.yaml", strings.Replace(firstThree, "The second}", "\"The second", 1))
			d.waitFor("the files no longer read whole", "as last read", "▌  2 Fr", "The third")
			d.write("record.yaml", firstThree+aFourth)
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, map[string]string{"record.yaml": firstThree}, terminalOptions{}, "record.yaml")
			d.waitFor("A living record", "3 events")
			d.press("up")
			d.waitFor("▌  2 Fr")
			save(d)
			d.waitFor("1 new", "4 events", "✦  4 Su", "▌  2 Fr")
			d.quit()
		})
	}
}

func TestFolderIsFollowed(t *testing.T) {
	d := sit(t, map[string]string{
		"notes/one.md":       "---\ndate: 2025-05-01\ntitle: The first\n---\nA text.\n",
		"notes/deep/two.md":  "---\ndate: 2025-05-02\ntitle: The second\n---\n",
		"notes/README.md":    "Nothing yet.\n",
		"notes/three.yaml":   "- {date: 2025-05-03, title: The third}\n",
		"notes/_draft.yaml":  "- {date: 2025-05-09, title: A draft}\n",
		"notes/.one.md.swp":  "scratch",
		"notes/pictures.txt": "no record",
	}, terminalOptions{}, "notes")
	d.waitFor("3 events")
	d.write("notes/deep/four.md", "---\ndate: 2025-05-04\ntitle: The fourth\n---\n")
	d.waitFor("1 new", "✦  4 Su", "4 events")
	d.write("notes/README.md", "---\ndate: 2025-05-05\ntitle: The fifth\n---\n")
	d.waitFor("1 new", "✦  5 Mo", "5 events")
	if err := os.RemoveAll(d.path("notes/deep")); err != nil {
		t.Fatal(err)
	}
	d.waitFor("2 gone", "3 events")
	d.quit()
}

// editorScript makes an editor in the place of vi: it keeps what it was started with, and does what the record's writer
// would.
func editorScript(t *testing.T, work string) (env, log string) {
	t.Helper()
	folder := t.TempDir()
	log = filepath.Join(folder, "log")
	script := "#!/bin/sh\ntest -t 0 && test -t 1 && test -t 2 && printf 'terminal ' >>'" + log + "'\necho \"$@\" >>'" +
		log + "'\n" + work + "\n"
	if err := os.WriteFile(filepath.Join(folder, "vi"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return "EDITOR=" + filepath.Join(folder, "vi"), log
}

// The editor opens the event's own file at its own line, also after other lines have been written above it.
func TestEditorAtTheLineOfTheEvent(t *testing.T) {
	env, log := editorScript(t, `sed -i.bak -e '1a\
# a remark' -e "${1#+},\$s/title: .*/&!/" "$2"`)
	d := sit(t, map[string]string{
		"notes/one.md":        "---\n\ndate: 2025-05-01\ntitle: The first\n---\nA text.\n",
		"notes/deep/two.yaml": "- date: 2025-05-02\n  title: The second\n\n- date: 2025-05-03\n  title: The third\n",
	}, terminalOptions{env: []string{env}}, "notes")
	d.waitFor("3 events")
	d.press("home")
	want := ""
	edit := func(name, line, last string) {
		t.Helper()
		d.press("e")
		d.waitFor(last)
		want += "terminal +" + line + " " + d.path(name) + "\n"
		d.logged(log, want)
	}
	edit("notes/one.md", "3", "▌  1 Th │ The first!")
	edit("notes/one.md", "4", "▌  1 Th │ The first!!")
	d.press("end")
	d.waitFor("▌  3 Sa")
	edit("notes/deep/two.yaml", "4", "▌  3 Sa │ The third!")
	edit("notes/deep/two.yaml", "5", "▌  3 Sa │ The third!!")
	d.quit()
}

// logged wants a file to hold this text.
func (d *desk) logged(file, want string) {
	d.t.Helper()
	got, err := os.ReadFile(file)
	if err != nil {
		d.t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		d.t.Errorf("the editor was started otherwise (-want +got):\n%s", diff)
	}
}

func TestEditorThatFailsIsTold(t *testing.T) {
	failing, _ := editorScript(t, "echo trouble; exit 3")
	for name, test := range map[string]struct{ env, want string }{
		"exit status": {failing, "the editor failed: exit status 3"},
		"missing":     {"EDITOR=/nowhere/vi -n", "$EDITOR names “/nowhere/vi”, which cannot be started"},
		"open quote":  {"EDITOR=vi \"-n", "a quotation mark in $EDITOR is not closed"},
	} {
		t.Run(name, func(t *testing.T) {
			d := sit(t, map[string]string{"record.yaml": firstThree}, terminalOptions{env: []string{test.env}}, "record.yaml")
			d.waitFor("3 events")
			d.press("e")
			d.waitFor(test.want, "The third")
			d.press("up")
			d.waitFor("▌  2 Fr", "Enter read")
			d.quit()
		})
	}
}

// The list of problems opens the editor at each, and goes on to the next when one is solved.
func TestProblemsAreRepairedOneByOne(t *testing.T) {
	env, log := editorScript(t, `sed -i.bak "${1#+}s/-30/-28/" "$2"`)
	d := sit(t, map[string]string{
		"record.yaml": "- {date: 2025-02-30, title: One}\n- {date: 2025-02-30, title: Two}\n" +
			"- {date: 2025-05-03, title: Three}\n",
	}, terminalOptions{env: []string{env}}, "record.yaml")
	d.waitFor("2 errors")
	d.press("!")
	d.waitFor("record.yaml:1:")
	d.press("enter")
	d.waitFor("error    record.yaml:2:10", "1 changed")
	d.waitForNo("record.yaml:1:")
	d.press("enter")
	d.waitFor("Nothing is wrong with this record.")
	d.logged(log, "terminal +1 "+d.path("record.yaml")+"\nterminal +2 "+d.path("record.yaml")+"\n")
	d.press("esc")
	d.quit()
}

func TestSuspendAndForeground(t *testing.T) {
	d := sit(t, map[string]string{"record.yaml": firstThree}, terminalOptions{shell: true}, "record.yaml")
	d.waitFor("A living record", "3 events")
	d.press("up")
	d.waitFor("▌  2 Fr")
	d.press("ctrl+z")
	d.waitFor("the shell is back")
	d.write("record.yaml", firstThree+aFourth)
	d.send("\n")
	d.waitFor("A living record", "▌  2 Fr", "1 new", "4 events")
	d.quit()
}

// Without a shell that could bring it back, the program does not stop.
func TestNobodyToSuspendFor(t *testing.T) {
	m := startTerminal(t, 80, 24)
	m.waitFor(curatedTitle)
	m.press("ctrl+z")
	m.waitFor("there is no shell to go back to")
	m.signal(syscall.SIGTERM)
	if code := m.exitCode(); code != 128+int(syscall.SIGTERM) {
		t.Errorf("exit code %d", code)
	}
	m.restored()
}
