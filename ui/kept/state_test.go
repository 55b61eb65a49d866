package kept

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type List struct{ Items []string }

func add(item string) func(*List) { return func(l *List) { l.Items = append(l.Items, item) } }

// store is a store in a folder that is not there yet.
func store(t *testing.T, record string) *Store[List] {
	t.Helper()
	return &Store[List]{Path: filepath.Join(t.TempDir(), "new", "dateline", "state.json"), Record: record}
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
	home, absolute := t.TempDir(), t.TempDir()
	below := filepath.Join(".local", "state", "dateline", "state.json")
	for _, test := range []struct{ xdg, home, want string }{
		{absolute, home, filepath.Join(absolute, "dateline", "state.json")},
		{absolute, "", filepath.Join(absolute, "dateline", "state.json")},
		{"", home, filepath.Join(home, below)},
		{"relative", home, filepath.Join(home, below)},
		{"~/state", home, filepath.Join(home, below)},
		{"", "", ""},
		{"relative", "relative", ""},
	} {
		got, err := StateFile(func(name string) string {
			return map[string]string{"XDG_STATE_HOME": test.xdg, "HOME": test.home, "USERPROFILE": test.home}[name]
		})
		if got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%+v: %s, %v", test, got, err)
		}
		if err != nil && !strings.Contains(err.Error(), "XDG_STATE_HOME") {
			t.Errorf("%v names no cure", err)
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
	b := &Store[List]{Path: a.Path, Record: "b"}
	mustChange(t, a, "one")
	mustChange(t, b, "two")
	mustChange(t, a, "three")
	mustGet(t, a, "one", "three")
	mustGet(t, b, "two")
	names, err := filepath.Glob(filepath.Join(filepath.Dir(a.Path), "*"))
	if err != nil || !slices.Equal(names, []string{a.Path, a.Path + ".lock"}) {
		t.Errorf("the folder holds %q, %v", names, err)
	}
}

func TestStateIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no modes")
	}
	s := store(t, "a")
	mustChange(t, s, "one")
	for path, want := range map[string]os.FileMode{s.Path: 0o600, s.Path + ".lock": 0o600, filepath.Dir(s.Path): 0o700} {
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
		"null":         `null`,
		"more follows": `{"version": 1, "records": {}} {}`,
		"odd version":  `{"version": "1", "records": {}}`,
		"odd records":  `{"version": 1, "records": []}`,
	} {
		t.Run(name, func(t *testing.T) {
			s := store(t, "a")
			plant(t, s.Path, text)
			if _, err := s.Get(); err == nil || !strings.Contains(err.Error(), "left as it is") {
				t.Errorf("reading says %v", err)
			}
			if _, err := s.Change(add("one")); err == nil || !strings.Contains(err.Error(), "left as it is") ||
				!strings.Contains(err.Error(), s.Path) || !strings.Contains(err.Error(), "move it away") {
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
	if _, err := s.Change(add("one")); err == nil || !strings.Contains(err.Error(), "XDG_STATE_HOME") {
		t.Errorf("nothing is written, and what is said is %v", err)
	}
}

// What goes wrong between reading and writing is said, with a cure, and nothing is left beside the file.
func TestStateThatVanishesWhileItIsChanged(t *testing.T) {
	for name, happens := range map[string]func(path string) error{
		"its folder is gone":        func(path string) error { return os.RemoveAll(filepath.Dir(path)) },
		"a folder is in its place":  func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) },
		"and that is not even free": func(path string) error { return errors.Join(os.Remove(path), os.MkdirAll(path+"/x", 0o700)) },
	} {
		t.Run(name, func(t *testing.T) {
			s := store(t, "a")
			mustChange(t, s, "one")
			_, err := s.Change(func(*List) {
				if err := happens(s.Path); err != nil {
					t.Fatal(err)
				}
			})
			want := "cannot write " + s.String() + ": "
			if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "XDG_STATE_HOME") ||
				strings.Contains(strings.TrimPrefix(err.Error(), want), filepath.Dir(s.Path)) {
				t.Errorf("changing says %v", err)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(s.Path), "*.tmp")); left != nil {
				t.Errorf("%q is left", left)
			}
		})
	}
}

// What could not be read again is not written.
func TestStateThatIsTooLongIsNotWritten(t *testing.T) {
	s := store(t, "a")
	mustChange(t, s, "one")
	if _, err := s.Change(add(strings.Repeat("x", maxState))); err == nil || !strings.Contains(err.Error(), "bytes") {
		t.Errorf("changing says %v", err)
	}
	mustGet(t, s, "one")
	if err := os.Truncate(s.Path, maxState+1); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Get(); err == nil || !strings.Contains(err.Error(), "bytes") || !strings.Contains(err.Error(), cureFile) {
		t.Errorf("reading one that is too long says %v", err)
	}
}

// What a record is called need not be text, and each name is one of its own.
func TestRecordsOfAnyName(t *testing.T) {
	first := store(t, "")
	names := []string{
		"", "/rec\xff.yaml", "/rec\xfe.yaml", "/rec\ufffd.yaml", `"/rec\xff.yaml"`, `"`, "/caf\u00e9.yaml", "/cafe\u0301.yaml",
		"/a\nb.yaml", "/a\x1b\x7f\x00b.yaml", "/\u202e.yaml", "/\u2028<&>.yaml", "/\xed\xa0\x80.yaml", strings.Repeat("/x", 50_000),
	}
	for round := range 2 {
		for i, name := range names {
			mustChange(t, &Store[List]{Path: first.Path, Record: name}, fmt.Sprint(round, i))
		}
	}
	for i, name := range names {
		mustGet(t, &Store[List]{Path: first.Path, Record: name}, fmt.Sprint(0, i), fmt.Sprint(1, i))
	}
}

// A file of the version before this one is read, and a change keeps what is in it, be it known or not. Older versions
// wrote one name for several files, which belongs to none.
func TestWhatAChangeDoesNotKnowStays(t *testing.T) {
	const before = `{"later": [1e400, 1.50, {"b": 1, "a": 12345678901234567890}], "version": 1, "records": {
"/rec�.yaml": {"Items": ["lost"]}, "/rec�.yaml": {"Items": ["lost too"]},
"a": {"Items": ["one"]}, "b": {"colour": "<red>", "Items": 7, "colour": null}}, "Version": 7, "version ": 2}`
	const after = `{"later": [1e400, 1.50, {"b": 1, "a": 12345678901234567890}], "version": 1, "records": {
"/rec�.yaml": {"Items": ["lost"]}, "/rec�.yaml": {"Items": ["lost too"]},
"a": {"Items": ["one", "two"]}, "b": {"colour": "<red>", "Items": 7, "colour": null},
"\"/rec\\xff.yaml\"": {"Items": ["three"]}}, "Version": 7, "version ": 2}`
	s := store(t, "a")
	plant(t, s.Path, before)
	mustChange(t, s, "two")
	mustChange(t, &Store[List]{Path: s.Path, Record: "/rec\xff.yaml"}, "three")
	var want bytes.Buffer
	if err := json.Indent(&want, []byte(after), "", "  "); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String()+"\n", contents(t, s.Path)); diff != "" {
		t.Errorf("(-want +got) %s", diff)
	}
}

// plant puts a file where a store has its own, or anywhere.
func plant(t *testing.T, path, text string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
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
				Path: s.Path, Record: s.Record,
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
