package kept

import (
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// link makes a link, or skips the test where there are none.
func link(t *testing.T, to, at string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(to, at); err != nil {
		t.Skip(err)
	}
}

// A link to the state stays one, and the file is written where it leads.
func TestTheStateIsALink(t *testing.T) {
	for name, test := range map[string]struct {
		links map[string]string // in the folder of the test, to what they lead
		file  string            // where the state is
		there bool              // from the beginning
	}{
		"to a file":           {map[string]string{"dateline/state.json": "$/elsewhere/kept.json"}, "elsewhere/kept.json", true},
		"to nothing yet":      {map[string]string{"dateline/state.json": "$/elsewhere/kept.json"}, "elsewhere/kept.json", false},
		"relative":            {map[string]string{"dateline/state.json": "../elsewhere/kept.json"}, "elsewhere/kept.json", false},
		"a chain":             {map[string]string{"dateline/state.json": "next", "dateline/next": "../elsewhere/kept.json"}, "elsewhere/kept.json", false},
		"a linked folder":     {map[string]string{"dateline": "elsewhere/of/mine"}, "elsewhere/of/mine/state.json", false},
		"up a linked folder":  {map[string]string{"dateline": "elsewhere/of", "elsewhere/of/state.json": "../kept.json"}, "elsewhere/kept.json", false},
		"of two names of one": {map[string]string{"dateline/state.json": "state.json.1"}, "dateline/state.json.1", true},
	} {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			if err := os.MkdirAll(filepath.Join(folder, "elsewhere", "of", "mine"), 0o700); err != nil {
				t.Fatal(err)
			}
			for at, to := range test.links {
				link(t, strings.ReplaceAll(to, "$", folder), filepath.Join(folder, at))
			}
			file := filepath.Join(folder, test.file)
			if test.there {
				plant(t, file, `{"version": 1, "records": {}}`)
			}
			s := &Store[List]{Path: filepath.Join(folder, "dateline", "state.json"), Record: "a"}
			mustGet(t, s)
			mustChange(t, s, "one")
			mustChange(t, s, "two")
			mustGet(t, s, "one", "two")
			for at := range test.links {
				if info, err := os.Lstat(filepath.Join(folder, at)); err != nil || info.Mode()&os.ModeSymlink == 0 {
					t.Errorf("the link %s is gone: %v", at, err)
				}
			}
			if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
				t.Errorf("%s is no file: %v", file, err)
			}
		})
	}
}

// A link that leads nowhere is left alone, and the reader is told.
func TestTheStateIsALinkToNowhere(t *testing.T) {
	for _, to := range []string{"state.json", "next", "../no/such/folder/kept.json", os.DevNull} {
		folder := t.TempDir()
		s := &Store[List]{Path: filepath.Join(folder, "state.json"), Record: "a"}
		link(t, to, s.Path)
		if to == "next" {
			link(t, "state.json", filepath.Join(folder, "next"))
		}
		if _, err := s.Change(add("one")); err == nil || !strings.Contains(err.Error(), s.Path) {
			t.Errorf("%s: changing says %v", to, err)
		}
		if now, err := os.Readlink(s.Path); err != nil || now != to {
			t.Errorf("%s is now %s, %v", to, now, err)
		}
	}
}

// A lock is the system's. That a file is there, and since when, means nothing.
func TestAFileThatIsALockLocksNothing(t *testing.T) {
	s := store(t, "a")
	want := []string(nil)
	for _, age := range []time.Duration{time.Hour, 0, -time.Hour, math.MinInt64} {
		plant(t, s.Path+".lock", "")
		made := time.Now().Add(-age)
		if err := os.Chtimes(s.Path+".lock", made, made); err != nil {
			t.Fatal(err)
		}
		want = append(want, fmt.Sprint(age))
		mustChange(t, s, fmt.Sprint(age))
	}
	mustGet(t, s, want...)
}

func TestALockThatCannotBeOne(t *testing.T) {
	s := store(t, "a")
	mustChange(t, s, "one")
	if err := errors.Join(os.Remove(s.Path+".lock"), os.Mkdir(s.Path+".lock", 0o700)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Change(add("two")); err == nil || !strings.Contains(err.Error(), "state.json.lock is in the way") {
		t.Errorf("changing says %v", err)
	}
	mustGet(t, s, "one")
}

// The name of a file that a link leads to may be so long that there is none for its lock.
func TestALockThatCannotBeMade(t *testing.T) {
	s := store(t, "a")
	link(t, strings.Repeat("x", 255), s.Path)
	if _, err := s.Change(add("one")); err == nil || !strings.Contains(err.Error(), "x.lock: ") ||
		!strings.Contains(err.Error(), "XDG_STATE_HOME") {
		t.Errorf("changing says %v", err)
	}
}

// While another holds the lock nothing is written, and then all is.
func TestALockThatAnotherHolds(t *testing.T) {
	s := store(t, "a")
	mustChange(t, s, "one")
	unlock, err := lock(s.Path+".lock", lockPatience)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Change(add("two")); err == nil || !strings.Contains(err.Error(), "another program holds state.json.lock") {
		t.Errorf("changing says %v", err)
	}
	unlock()
	mustChange(t, s, "three")
	mustGet(t, s, "one", "three")
}

// What programs left that were killed is cleared, and nothing else is.
func TestWhatWasLeftIsCleared(t *testing.T) {
	own, elsewhere := filepath.Join(t.TempDir(), "dateline"), t.TempDir()
	files := map[string]bool{ // whether they stay
		own + "/state-123.tmp": false, own + "/state-9.tmp": false, own + "/dateline-state-1.tmp": false,
		own + "/state-young.tmp": true, own + "/state-4.tmp.bak": true, own + "/xstate-4.tmp": true, own + "/state-.tmp": true,
		own + "/state.json.bak": true, own + "/notes.txt": true,
		elsewhere + "/dateline-state-77.tmp": false, elsewhere + "/state-123.tmp": true, elsewhere + "/dateline-state-x.tmp": true,
	}
	old := time.Now().Add(-time.Hour)
	for path := range files {
		plant(t, path, "left")
		if err := os.Chtimes(path, old, old); err != nil {
			t.Fatal(err)
		}
	}
	plant(t, elsewhere+"/dateline-state-88.tmp", "of a program that writes it now")
	files[elsewhere+"/dateline-state-88.tmp"] = true
	if err := os.Mkdir(elsewhere+"/dateline-state-99.tmp", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(elsewhere+"/dateline-state-99.tmp", old, old); err != nil {
		t.Fatal(err)
	}
	files[elsewhere+"/dateline-state-99.tmp"] = true
	s := &Store[List]{Path: filepath.Join(own, "state.json"), Record: "a"}
	link(t, filepath.Join(elsewhere, "kept.json"), s.Path)
	mustChange(t, s, "one")
	var gone, want []string
	for path, stays := range files {
		if _, err := os.Lstat(path); err != nil {
			gone = append(gone, path)
		}
		if !stays {
			want = append(want, path)
		}
	}
	slices.Sort(gone)
	slices.Sort(want)
	if diff := cmp.Diff(want, gone); diff != "" {
		t.Errorf("gone (-want +got) %s", diff)
	}
}
