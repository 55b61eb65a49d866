package cli_test

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"dateline/ui/cli"
)

// A watched set of folders tells of whatever is opened, read, made or written in them.
type watched int

// watch begins to watch folders.
func watch(t testing.TB, folders ...string) watched {
	t.Helper()
	fd, err := unix.InotifyInit1(unix.IN_NONBLOCK | unix.IN_CLOEXEC)
	if err != nil {
		t.Skip(err)
	}
	t.Cleanup(func() { unix.Close(fd) })
	for _, folder := range folders {
		if _, err := unix.InotifyAddWatch(fd, folder, unix.IN_ALL_EVENTS); err != nil {
			t.Fatal(err)
		}
	}
	return watched(fd)
}

// touched reports whether anything has happened there.
func (w watched) touched() bool {
	n, _ := unix.Read(int(w), make([]byte, 4096)) // which fails where there is nothing to tell
	return n > 0
}

// colours are what --color always writes, and nothing else that a terminal obeys.
var colours = regexp.MustCompile("\x1b\\[(0|1|36)m")

// Whatever is asked of a record that is served, no file is opened, made or written: neither that of the record, which has
// been read, nor any of the folders that the program knows. It ends with 0, 1, or 2 and one line, and what it writes is
// safe to show.
func FuzzAnswer(f *testing.F) {
	home := f.TempDir()
	for _, name := range []string{"small.yaml", "x.yaml", "print", "check", "HEAD:x", "@x", "config.yaml", "dateline/config.yaml"} {
		write(f, home, map[string]string{name: flawed, filepath.Join("served", "record.yaml"): flawed})
	}
	f.Chdir(home)
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "TMPDIR"} {
		f.Setenv(name, home)
	}
	record := share(f, filepath.Join(home, "served"))
	seen := watch(f, home, filepath.Join(home, "dateline"), filepath.Join(home, "served"))
	share(f, "small.yaml")
	if !seen.touched() {
		f.Fatal("what is opened is not seen")
	}
	for _, words := range append(asked(), notAnswered()...) {
		f.Add(strings.Join(words, "\n"))
	}
	for _, name := range []string{"print", "actors", "check", "sources", "quality", "compare", "schema"} {
		f.Add(name + "\n--help")
		f.Add(name + "\n--filter\n" + strings.Repeat("(a|-b,", 5000))
		f.Add(name + "\n--actor\n" + strings.Repeat("ж", 1<<16))
		f.Add(name + "\n" + strings.Repeat("--color=always\n", 1<<10))
		f.Add(name + "\n--filter\n\x00\x1b[2J\u202e\xff")
	}
	environ := []string{"HOME=" + home, "XDG_CONFIG_HOME=" + home, "XDG_STATE_HOME=" + home, "TERM=xterm"}
	f.Fuzz(func(t *testing.T, words string) {
		var stdout, stderr strings.Builder
		p := cli.Program{
			Args: strings.Split(words, "\n"), Stdout: &stdout, Stderr: &stderr, Now: day, Environ: environ,
			Curated: []byte(small),
		}
		code, failed := p.Answer(context.Background(), record.Progress, record.name)
		if seen.touched() {
			t.Errorf("%q: a file is touched", p.Args)
		}
		if failed != nil || code < 0 || code > 2 {
			t.Errorf("%q: code %d, %v", p.Args, code, failed)
		}
		if lines := strings.Count(stderr.String(), "\n"); code == 2 && (lines != 1 || stdout.Len() > 0) {
			t.Errorf("%q: code 2 and %d lines\n%s\n%s", p.Args, lines, &stderr, &stdout)
		}
		shown := outcome{stdout: stdout.String(), stderr: stderr.String()}
		if strings.Contains(words, "--color") {
			shown.stdout = colours.ReplaceAllString(shown.stdout, "")
		}
		shown.stdout = strings.NewReplacer("\r\n", "\n", "\t", "").Replace(shown.stdout) // lines of iCalendar end so
		if r := shown.obeyed(); r != "" {
			t.Errorf("%q: %q in\n%q\n%q", p.Args, r, shown.stdout, shown.stderr)
		}
	})
}
