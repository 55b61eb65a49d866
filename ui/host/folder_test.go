package host

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recordAt writes a file of one event, with the folders above it.
func recordAt(t *testing.T, name string) {
	t.Helper()
	err := os.MkdirAll(filepath.Dir(name), 0o700)
	if err == nil {
		title := "One of " + strings.ToValidUTF8(filepath.Base(name), "_") // else two would be one event
		err = os.WriteFile(name, []byte("- {date: 2025-01-01, title: "+title+"}\n"), 0o600)
	}
	if err != nil {
		t.Skip(err) // the system takes no such name
	}
}

// Names that are no UTF-8 are read in a folder as they are when they are given.
func TestAFolderMayHaveAnyNames(t *testing.T) {
	folder := t.TempDir()
	recordAt(t, filepath.Join(folder, "b\xff.yaml"))
	recordAt(t, filepath.Join(folder, "d\xfe", "c\xfd.yaml"))
	in := &Input{Paths: []string{folder}}
	if p := in.Load(context.Background(), nil); p.Index.Timeline().Len() != 2 || p.Problems.Errors() != 0 {
		t.Errorf("%d events\n%s", p.Index.Timeline().Len(), p.Problems)
	}
}

// Of a folder without events the message names a folder in it that is left alone.
func TestAFolderThatIsLeftAlone(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "site")
	recordAt(t, filepath.Join(folder, "_posts", "2025-01-01-one.yaml"))
	err := (&Input{Paths: []string{folder}}).Check()
	if err == nil || !strings.Contains(err.Error(), "`_posts` holds 1 file;") {
		t.Error(err)
	}
}

// A file that is named twice, by itself or by its folder, is read once; a copy of it is another file.
func TestAFileThatIsNamedTwice(t *testing.T) {
	t.Chdir(t.TempDir())
	recordAt(t, "notes/a.yaml")
	recordAt(t, "notes/b.yaml")
	for paths, events := range map[string]int{
		"notes/a.yaml ./notes/a.yaml": 1, "notes notes/b.yaml": 2, "notes/b.yaml notes": 2, "notes/a.yaml notes/b.yaml": 2,
		"- -": 1,
	} {
		in := &Input{Paths: strings.Fields(paths), Stdin: strings.NewReader("- {date: 2025-01-01, title: One}\n")}
		if p := in.Load(context.Background(), nil); p.Index.Timeline().Len() != events {
			t.Errorf("%s: %d events, want %d", paths, p.Index.Timeline().Len(), events)
		}
	}
}

// Each path that cannot be read is explained by what is there.
func TestWhatIsNotThere(t *testing.T) {
	t.Chdir(t.TempDir())
	recordAt(t, "event.yaml")
	if err := os.Symlink("gone.yaml", "events.yaml"); err != nil {
		t.Skip(err)
	}
	for path, want := range map[string]string{
		"events.yaml": "events.yaml is a link to gone.yaml, which does not exist",
		"evnt.yaml":   "no such file: evnt.yaml\ndid you mean event.yaml?",
		"":            "the name of a file is empty",
	} {
		if err := (&Input{Paths: []string{path}}).Check(); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", path, err, want)
		}
	}
}
