package cli_test

import (
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/ui/cli"
)

// small is a record with two events, three actors and nothing wrong.
const small = `title: A small record
actors:
  - {id: yermak, name: Andriy Yermak, kind: person, aliases: [Ermak], memberships: [{of: Ukraine, role: head of office}]}
  - {id: rubio, name: Marco Rubio, kind: person}
events:
  - id: call
    date: 2025-09-08
    title: Yermak speaks with Rubio
    type: call
    status: reported
    location: Kyiv
    summary: |
      They speak about guarantees.

      They will speak again.
    actors: [{actor: yermak, role: caller}, rubio]
    quotes: [{by: rubio, text: "Peace <soon> & for good", source: news}]
    figures: [{label: minutes, low: 30, high: 40, unit: minutes, by: yermak}]
    claims: [{by: rubio, text: It was short, status: disputed}]
    tags: [diplomacy]
    sources: [news, "https://example.org/a?b=1&c=2"]
    related: [visit]
    notes: [seen from afar]
    weather: fair
  - id: visit
    date: 2025-09~
    title: Rubio visits Kyiv
    type: visit
    actors: [rubio, Ukraine]
sources:
  - {id: news, title: The news, publisher: The Paper, published: 2025-09-09, url: "https://example.org/news"}
`

// A command is a run of the program in the process of the test, without a terminal.
type command struct {
	folder string            // where it runs; one of its own if empty
	files  map[string]string // of the folder, by name
	stdin  io.Reader         // nil: nothing
	stdout io.Writer         // nil: the outcome keeps it
	env    []string          // added to the environment
}

// besideSmall returns a command that runs in the folder of small.yaml.
func besideSmall() command { return command{files: map[string]string{"small.yaml": small}} }

// An outcome is what a command wrote and returned.
type outcome struct {
	stdout, stderr string
	code           int
}

func (c command) run(t *testing.T, args ...string) outcome {
	t.Helper()
	if c.folder == "" {
		c.folder = t.TempDir()
	}
	write(t, c.folder, c.files)
	var stdout, stderr strings.Builder
	p := program(t, args...)
	p.Stdin = cmp.Or[io.Reader](c.stdin, strings.NewReader(""))
	p.Stdout = cmp.Or[io.Writer](c.stdout, &stdout)
	p.Stderr, p.Environ = &stderr, append(p.Environ, c.env...)
	t.Chdir(c.folder)
	code := p.Run(context.Background())
	return outcome{stdout.String(), stderr.String(), code}
}

// program returns a program without streams, in an environment that is the same everywhere.
func program(t *testing.T, args ...string) cli.Program {
	t.Helper()
	record, err := curated()
	if err != nil {
		t.Fatal(err)
	}
	return cli.Program{
		Args: args, Curated: record, Now: time.Now,
		Exit:    func(code int) { t.Errorf("the process is ended with code %d", code) },
		Environ: []string{"HOME=" + t.TempDir(), "LANG=C.UTF-8", "TERM=xterm-256color", "EDITOR=true"},
	}
}

// curated reads the frozen copy of the record that the program carries, once, since a command changes the working
// directory.
var curated = sync.OnceValues(func() ([]byte, error) { return os.ReadFile("../testdata/record.yaml") })

// write puts files into a folder.
func write(t testing.TB, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}

// want checks the exit code, and that standard error has all the texts, or nothing if there are none.
func (o outcome) want(t *testing.T, code int, stderr ...string) {
	t.Helper()
	if o.code != code {
		t.Errorf("exit code %d, want %d", o.code, code)
	}
	for _, text := range stderr {
		if !strings.Contains(o.stderr, text) {
			t.Errorf("standard error lacks %q:\n%s", text, o.stderr)
		}
	}
	if len(stderr) == 0 && o.stderr != "" {
		t.Errorf("unexpected on standard error:\n%s", o.stderr)
	}
}

// GOGC of the environment stays as it is for the whole run; without it a record that has been read leaves Go's own.
func TestGOGCStays(t *testing.T) {
	const set = 73
	before := debug.SetGCPercent(set)
	defer debug.SetGCPercent(before)
	for gogc, want := range map[string]int{"GOGC=73": set, "GOGC=": 100} {
		debug.SetGCPercent(set)
		c := besideSmall()
		c.env = []string{gogc}
		c.run(t, "check", "small.yaml")
		if got := debug.SetGCPercent(set); got != want {
			t.Errorf("with %s it is %d, want %d", gogc, got, want)
		}
	}
}
