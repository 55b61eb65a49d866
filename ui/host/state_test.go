package host

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

type List struct{ Items []string }

func add(item string) func(*List) { return func(l *List) { l.Items = append(l.Items, item) } }

// store is a store in a folder that is not there yet.
func store(t *testing.T, record string) *Store[List] {
	t.Helper()
	return &Store[List]{Path: filepath.Join(t.TempDir(), "new", "dateline", "state.json"), Record: record, Now: time.Now}
}

func mustChange(t *testing.T, s *Store[List], item string) {
	t.Helper()
	if _, err := s.Change(add(item)); err != nil {
		t.Fatal(err)
	}
}

func mustGet(t *testing.T, s *Store[List], want ...string) {
	t.Helper()
	got, err := s.Get()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got.Items); diff != "" {
		t.Errorf("(-want +got) %s", diff)
	}
}

func TestStateFile(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	absolute := t.TempDir()
	for value, want := range map[string]string{
		absolute:   filepath.Join(absolute, "dateline", "state.json"),
		"":         filepath.Join(home, ".local", "state", "dateline", "state.json"),
		"relative": filepath.Join(home, ".local", "state", "dateline", "state.json"),
	} {
		if got := StateFile(func(string) string { return value }); got != want {
			t.Errorf("XDG_STATE_HOME=%q: %s, want %s", value, got, want)
		}
	}
}

func TestReadingMakesNoFile(t *testing.T) {
	s := store(t, "a")
	mustGet(t, s)
	if _, err := os.Stat(filepath.Dir(s.Path)); err == nil {
		t.Error("the folder is made by reading")
	}
}

func TestChangesAreKeptForEachRecord(t *testing.T) {
	a := store(t, "a")
	b := &Store[List]{Path: a.Path, Record: "b", Now: time.Now}
	mustChange(t, a, "one")
	mustChange(t, b, "two")
	mustChange(t, a, "three")
	mustGet(t, a, "one", "three")
	mustGet(t, b, "two")
	names, err := filepath.Glob(filepath.Join(filepath.Dir(a.Path), "*"))
	if err != nil || !slices.Equal(names, []string{a.Path}) {
		t.Errorf("the folder holds %q, %v", names, err)
	}
}

func TestStateIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no modes")
	}
	s := store(t, "a")
	mustChange(t, s, "one")
	for path, want := range map[string]os.FileMode{s.Path: 0o600, filepath.Dir(s.Path): 0o700} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", path, info.Mode().Perm(), want)
		}
	}
}

// What cannot be read is never written over.
func TestDamagedStateIsLeftAlone(t *testing.T) {
	for name, text := range map[string]string{
		"no JSON":      "marks: all of them\n",
		"half written": `{"version": 1, "records": {"a": {"Items": ["on`,
		"empty":        "",
		"newer":        `{"version": 2, "records": {}}`,
		"other shape":  `{"version": 1, "records": {"a": {"Items": 7}}}`,
		"a list":       `[]`,
	} {
		t.Run(name, func(t *testing.T) {
			s := store(t, "a")
			if err := os.MkdirAll(filepath.Dir(s.Path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(s.Path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Get(); err == nil || !strings.Contains(err.Error(), "left as it is") {
				t.Errorf("reading says %v", err)
			}
			if _, err := s.Change(add("one")); err == nil || !strings.Contains(err.Error(), "left as it is") {
				t.Errorf("changing says %v", err)
			}
			if now, err := os.ReadFile(s.Path); err != nil || string(now) != text {
				t.Errorf("the file is now %q, %v", now, err)
			}
		})
	}
}

func TestStateThatCannotBeWrittenIsAnError(t *testing.T) {
	s := store(t, "a")
	folder := filepath.Dir(filepath.Dir(s.Path))
	if err := os.MkdirAll(filepath.Dir(folder), 0o700); err != nil {
		t.Fatal(err)
	}
	// A file where a folder must be stops even root.
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Change(add("one")); err == nil {
		t.Error("nothing is written, and nothing is said")
	}
}

func TestStateIsNotAFile(t *testing.T) {
	s := store(t, "a")
	if err := os.MkdirAll(s.Path, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Change(add("one")); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("changing says %v", err)
	}
}

func TestALinkToTheStateStaysOne(t *testing.T) {
	s := store(t, "a")
	target := filepath.Join(t.TempDir(), "elsewhere.json")
	if err := os.WriteFile(target, []byte(`{"version": 1, "records": {}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(s.Path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(target, s.Path); err != nil {
		t.Skip(err)
	}
	mustChange(t, s, "one")
	if info, err := os.Lstat(s.Path); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v", err)
	}
	mustGet(t, s, "one")
}

// Programs that run at once have a Store each.
func TestChangesAtOnceAreAllKept(t *testing.T) {
	s := store(t, "a")
	var all sync.WaitGroup
	var want []string
	for i := range 20 {
		want = append(want, fmt.Sprintf("%02d", i))
		all.Add(1)
		go func() {
			defer all.Done()
			if _, err := (&Store[List]{
				Path: s.Path, Record: s.Record, Now: time.Now,
			}).Change(add(fmt.Sprintf("%02d", i))); err != nil {
				t.Error(err)
			}
		}()
	}
	all.Wait()
	got, err := s.Get()
	slices.Sort(got.Items)
	if diff := cmp.Diff(want, got.Items); diff != "" || err != nil {
		t.Errorf("(-want +got) %s, %v", diff, err)
	}
}

// The lock of a program that died does not lock the others out for ever.
func TestAnOldLockIsOverruled(t *testing.T) {
	s := store(t, "a")
	mustChange(t, s, "one")
	lock := s.Path + ".lock"
	if err := os.WriteFile(lock, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	old := mustStat(t, lock).ModTime().Add(-2 * lockAge)
	if err := os.Chtimes(lock, old, old); err != nil {
		t.Fatal(err)
	}
	mustChange(t, s, "two")
	mustGet(t, s, "one", "two")
}

func mustStat(t *testing.T, path string) os.FileInfo {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info
}
