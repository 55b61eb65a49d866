//go:build !windows

package cli_test

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"dateline/ui/host"
)

// filesIn returns the files in a folder and those below it; of a hash only that it is one.
func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		if filepath.Ext(path) == ".seen" {
			path = filepath.Join(filepath.Dir(path), "*.seen")
		}
		name, _ := filepath.Rel(folder, path)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// An opened is a visit to a record, which ends with its last key or a signal.
type opened struct {
	args   []string
	keys   string
	signal syscall.Signal
	env    []string
	see    string // before the keys
}

func (o opened) run(t *testing.T, state string) outcome {
	t.Helper()
	y := openTTY(t)
	p := program(t, o.args...)
	p.Environ = append(p.Environ, "XDG_STATE_HOME="+state)
	p.Environ = append(p.Environ, o.env...)
	ctx, cancel := context.WithCancelCause(context.Background())
	defer cancel(nil)
	return y.open(ctx, p, func() {
		y.waitFor(o.see)
		_, _ = io.WriteString(y.reader, o.keys)
		if o.signal != 0 {
			cancel(host.Signal(o.signal))
		}
	})
}

// away goes to an empty folder, after the carried record has been read from where the test is.
func away(t *testing.T) {
	t.Helper()
	program(t)
	t.Chdir(t.TempDir())
}

// What comes to the disk is what README and SECURITY.md say, in each way of opening and of ending: nothing else.
func TestFilesThatComeOfAVisit(t *testing.T) {
	withoutRaceDetector(t)
	const kept, seen = "dateline/state.json dateline/state.json.lock", "dateline/seen/*.seen "
	away(t)
	write(t, ".", map[string]string{"small.yaml": small, "none.yaml": "title: Nothing happened\nevents: []\n"})
	for name, test := range map[string]struct {
		opened
		want string
	}{
		"q":             {opened{args: []string{"small.yaml"}, keys: "q", see: "2 events"}, seen + kept},
		"Q":             {opened{args: []string{"small.yaml"}, keys: "Q", see: "2 events"}, seen + kept},
		"^c":            {opened{args: []string{"small.yaml"}, keys: "\x03", see: "2 events"}, seen + kept},
		"TERM":          {opened{args: []string{"small.yaml"}, signal: syscall.SIGTERM, see: "2 events"}, seen},
		"HUP":           {opened{args: []string{"small.yaml"}, signal: syscall.SIGHUP, see: "2 events"}, seen},
		"QUIT":          {opened{args: []string{"small.yaml"}, signal: syscall.SIGQUIT, see: "2 events"}, ""},
		"fresh":         {opened{args: []string{"--fresh", "small.yaml"}, keys: "jq", see: "2 events"}, ""},
		"fresh, a mark": {opened{args: []string{"--fresh", "small.yaml"}, keys: "mq", see: "2 events"}, kept},
		"a mark":        {opened{args: []string{"small.yaml"}, keys: "mq", see: "2 events"}, seen + kept},
		"carried":       {opened{keys: "q", see: "Security guarantees"}, kept},
		"no event":      {opened{args: []string{"none.yaml"}, keys: "q", see: "Nothing happened"}, ""},
		"print":         {opened{args: []string{"print", "small.yaml"}, see: "source: "}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			state := t.TempDir()
			got := test.run(t, state)
			if test.signal == 0 && name != "print" { // which tells of a warning
				got.want(t, 0)
			}
			if names := filesIn(t, state); strings.Join(names, " ") != strings.TrimSpace(test.want) {
				t.Errorf("there are %q, want %q", names, test.want)
			}
			if names := namesIn(t, "."); !slices.Equal(names, []string{"none.yaml", "small.yaml"}) {
				t.Errorf("beside the record there are %q", names)
			}
		})
	}
}

// namesIn returns the names in a folder.
func namesIn(t *testing.T, folder string) (names []string) {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// What is piped is not remembered, and neither is what standard input brings.
func TestPipesAreNotRemembered(t *testing.T) {
	away(t)
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Skip(err)
	}
	go func() {
		if f, err := os.OpenFile("pipe", os.O_WRONLY, 0); err == nil {
			_, _ = io.WriteString(f, small)
			_ = f.Close()
		}
	}()
	state := t.TempDir()
	opened{args: []string{"pipe"}, keys: "jmq", see: "2 events"}.run(t, state).want(t, 0)
	if names := filesIn(t, state); len(names) > 0 {
		t.Errorf("there are %q", names)
	}
}

// A record opens where it was left, tells what is new, and lets flags count for more.
func TestTheNextVisit(t *testing.T) {
	state := t.TempDir()
	away(t)
	write(t, ".", map[string]string{"small.yaml": small})
	visit := func(see, keys string, args ...string) {
		t.Helper()
		opened{args: append(args, "small.yaml"), keys: keys, see: see}.run(t, state).want(t, 0)
	}
	visit("2 events", "/type:visit\rq")
	visit("as you left it", "q")
	visit("1 of 2", "q")
	visit("2 events", "q", "--fresh")
	visit("1 of 2", "q")
	write(t, ".", map[string]string{"small.yaml": small + "  - {date: 2025-12-01, title: More}\n"})
	visit("1 new, ", "q", "--filter", "")
	visit("3 events", "q")
}

// What cannot be kept is said in a line, and is no failure: nothing that was asked for is lost. Nothing is followed,
// overwritten or waited for.
func TestPlacesThatCannotBeKept(t *testing.T) {
	away(t)
	write(t, ".", map[string]string{"small.yaml": small})
	q := opened{args: []string{"small.yaml"}, keys: "q", see: "2 events"}
	seenFile := func(t *testing.T, state string) string {
		t.Helper()
		q.run(t, state).want(t, 0)
		found, err := filepath.Glob(filepath.Join(state, "dateline", "seen", "*.seen"))
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		return found[0]
	}
	for name, spoil := range map[string]func(t *testing.T, state string) []string{
		"a file for the folder": func(t *testing.T, state string) []string {
			write(t, state, map[string]string{"dateline": ""})
			return []string{"the place was not kept: "}
		},
		"a damaged state": func(t *testing.T, state string) []string {
			write(t, state, map[string]string{"dateline/state.json": "{"})
			return []string{"the place was not kept: ", "is damaged and left as it is"}
		},
		"cut short": func(t *testing.T, state string) []string {
			if err := os.Truncate(seenFile(t, state), 30); err != nil {
				t.Fatal(err)
			}
			return nil
		},
		"huge": func(t *testing.T, state string) []string {
			if err := os.Truncate(seenFile(t, state), 1<<40); err != nil {
				t.Skip(err)
			}
			return nil
		},
		"a link": func(t *testing.T, state string) []string {
			path := seenFile(t, state)
			write(t, state, map[string]string{"precious": "precious"})
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if err := os.Symlink(filepath.Join(state, "precious"), path); err != nil {
				t.Skip(err)
			}
			return nil
		},
		"a folder": func(t *testing.T, state string) []string {
			path := seenFile(t, state)
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			if err := os.MkdirAll(filepath.Join(path, "x"), 0o700); err != nil {
				t.Fatal(err)
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			state := t.TempDir()
			said := spoil(t, state)
			if said == nil { // it is named on the screen, and left as it is
				o := q
				o.see = "what is new since the last visit is not known"
				o.run(t, state).want(t, 0, "what was seen was not kept: ", ".seen")
				return
			}
			q.run(t, state).want(t, 0, said...)
		})
	}
}

// Nobody says where a home is: that is told, and all else goes on.
func TestNoHomeForThePlace(t *testing.T) {
	away(t)
	write(t, ".", map[string]string{"small.yaml": small})
	o := opened{args: []string{"small.yaml"}, keys: "q", see: "2 events", env: []string{"HOME="}}
	o.run(t, "relative").want(t, 0, "the place was not kept: there is no folder for it; set HOME or XDG_STATE_HOME")
	if names := namesIn(t, "."); !slices.Equal(names, []string{"small.yaml"}) {
		t.Errorf("there are %q", names)
	}
}

// --view opens a view that the reader saved, or else one of the record, which are never shown by themselves.
func TestOpeningAView(t *testing.T) {
	withoutRaceDetector(t)
	state := t.TempDir()
	away(t)
	write(t, ".", map[string]string{"small.yaml": "views: {Visits: type:visit, Calls: type:call}\n" + small})
	o := opened{args: []string{"small.yaml"}, keys: "'\x03", see: "2 events"}
	o.run(t, state).want(t, 0)
	o = opened{args: []string{"small.yaml", "--view", "Visits"}, keys: "'\x03", see: "1 of 2"}
	o.run(t, state).want(t, 0)
	o = opened{args: []string{"--fresh", "small.yaml"}, keys: "/type:call type:visit\r'sVisits\r\x03", see: "2 events"}
	o.run(t, state).want(t, 0)
	o = opened{args: []string{"small.yaml", "--view", "Visits"}, keys: "q", see: "0 of 2"}
	o.run(t, state).want(t, 0)
	y := openTTY(t)
	y.open(context.Background(), program(t, "small.yaml", "--view", "Visit"), func() {}).
		want(t, 2, "--view: no view is called \"Visit\"; did you mean Visits?")
	y = openTTY(t)
	y.open(context.Background(), program(t, "small.yaml", "--view", "Calls", "-a", "Rubio"), func() {}).
		want(t, 2, "--view: a view is a filter")
	c := command{files: map[string]string{"v.yaml": "views:\n  Calls: type:call\n  'A: b': \"x # y\"\n  Every: ''\nevents:\n  - {date: 2025-01-01, title: A}\n"}}
	got := c.run(t, "print", "--format", "yaml", "v.yaml")
	if !strings.Contains(got.stdout, "views:\n  Calls: type:call\n") || !strings.Contains(got.stdout, "\n  Every: \"\"\n") {
		t.Errorf("printed:\n%s", got.stdout)
	}
	c.files = map[string]string{"w.yaml": got.stdout}
	if again := c.run(t, "print", "--format", "yaml", "w.yaml"); again.stdout != got.stdout {
		t.Errorf("read back:\n%s\nof\n%s", again.stdout, got.stdout)
	}
}
