package kept

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/review"
)

// remembered is a state with two records, and what was seen of them.
func remembered(t *testing.T) (state string) {
	t.Helper()
	state = filepath.Join(t.TempDir(), "dateline", "state.json")
	for _, record := range []string{"/one.yaml", "/tw\xff.yaml"} {
		store := &Store[map[string]int]{Path: state, Record: record}
		if _, err := store.Change(func(kept *map[string]int) { *kept = map[string]int{"marks": 1} }); err != nil {
			t.Fatal(err)
		}
		seen := Seen{When: time.Unix(1_700_000_000, 0), Prints: []review.Print{1, 2, 1 << 63}}
		if err := SeenAt(state, record).Set(seen); err != nil {
			t.Fatal(err)
		}
		if got, ok, err := SeenAt(state, record).Get(); err != nil || !ok || !got.When.Equal(seen.When) ||
			!slices.Equal(got.Prints, seen.Prints) {
			t.Fatalf("%v was kept, %v, %v", got, ok, err)
		}
	}
	return state
}

// filesOf returns the files of a state.
func filesOf(t *testing.T, state string) (names []string) {
	t.Helper()
	for _, pattern := range []string{"*", "seen/*"} {
		found, err := filepath.Glob(filepath.Join(filepath.Dir(state), pattern))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	return names
}

// What is forgotten is erased from each file, which is named, and nothing else is.
func TestForget(t *testing.T) {
	state := remembered(t)
	one, two := SeenAt(state, "/one.yaml").Path, SeenAt(state, "/tw\xff.yaml").Path
	for _, test := range []struct {
		record string
		want   []Forgotten
	}{
		{"/nowhere.yaml", nil},
		{"/one.yaml", []Forgotten{{state, false}, {one, true}}},
		{"/one.yaml", nil},
		{"/tw\xff.yaml", []Forgotten{{state, true}, {two, true}}},
		{"/tw\xff.yaml", nil},
	} {
		done, err := Forget(state, test.record)
		if diff := cmp.Diff(test.want, done); err != nil || diff != "" {
			t.Errorf("%q: %v %s", test.record, err, diff)
		}
		if test.record == "/one.yaml" {
			if kept, err := (&Store[map[string]int]{Path: state, Record: "/tw\xff.yaml"}).Get(); err != nil || kept["marks"] != 1 {
				t.Errorf("of the other record %v is kept, %v", kept, err)
			}
		}
	}
	folder := filepath.Dir(state)
	if diff := cmp.Diff([]string{filepath.Join(folder, "seen"), state + ".lock"}, filesOf(t, state)); diff != "" {
		t.Error(diff)
	}
}

// All is all of ours: what others put into the folder stays, and so does a state that cannot be read, which is named.
func TestForgetAll(t *testing.T) {
	state := remembered(t)
	mine := filepath.Join(filepath.Dir(state), "seen", "notes.txt")
	if err := os.WriteFile(mine, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := ForgetAll(state)
	if err != nil || len(done) != 3 {
		t.Errorf("%v, %v", done, err)
	}
	want := []string{filepath.Join(filepath.Dir(state), "seen"), state + ".lock", mine}
	if diff := cmp.Diff(want, filesOf(t, state)); diff != "" {
		t.Error(diff)
	}
	if done, err := ForgetAll(state); err != nil || len(done) > 0 {
		t.Errorf("again: %v, %v", done, err)
	}

	state = remembered(t)
	if err := os.WriteFile(state, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err = ForgetAll(state)
	if err == nil || !strings.Contains(err.Error(), "is damaged and left as it is; mend it or move it away") || len(done) != 2 {
		t.Errorf("a damaged state: %v, %v", done, err)
	}
}

// What a killed program left half written is erased too and named, where there is a state file and where there is none.
func TestForgetWhatWasHalfWritten(t *testing.T) {
	for name, forget := range map[string]func(state string) ([]Forgotten, error){
		"one": func(state string) ([]Forgotten, error) { return Forget(state, "/one.yaml") },
		"all": ForgetAll,
	} {
		for _, removed := range []bool{false, true} {
			state := remembered(t)
			if removed {
				if err := os.Remove(state); err != nil {
					t.Fatal(err)
				}
			}
			folder := filepath.Dir(state)
			for _, left := range []string{
				filepath.Join(folder, "dateline-state-12.tmp"), filepath.Join(folder, "seen", "dateline-seen-7.tmp"),
			} {
				if err := os.WriteFile(left, []byte("/one.yaml"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			done, err := forget(state)
			named := 0
			for _, f := range done {
				if f.Removed && strings.HasSuffix(f.Path, ".tmp") {
					named++
				}
			}
			if left := strings.Join(filesOf(t, state), " "); err != nil || named != 2 || strings.Contains(left, ".tmp") {
				t.Errorf("%s: %v, %v; there are %s", name, done, err, left)
			}
		}
	}
}

// What was seen of a record that is read in another way is kept beside, and forgotten with it.
func TestSeenForEachReading(t *testing.T) {
	state := remembered(t)
	f := SeenAt(state, "/one.yaml")
	if f.HasOthers() {
		t.Error("the record was read otherwise")
	}
	f.Read = "--day-first"
	if _, ok, err := f.Get(); ok || err != nil || !f.HasOthers() {
		t.Errorf("read otherwise: %t, %v", ok, err)
	}
	if err := f.Set(Seen{When: time.Unix(1_800_000_000, 0), Prints: []review.Print{7}}); err != nil {
		t.Fatal(err)
	}
	for read, want := range map[string]int{"": 3, "--day-first": 1} {
		f.Read = read
		if seen, ok, err := f.Get(); !ok || err != nil || len(seen.Prints) != want {
			t.Errorf("%q: %v, %t, %v", read, seen, ok, err)
		}
	}
	if done, err := Forget(state, "/one.yaml"); err != nil || len(done) != 3 {
		t.Errorf("%v, %v", done, err)
	}
}

// What is in the way of a seen file is named rightly, when it is read and when it is written.
func TestSeenThatCannotBeRead(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state.json")
	f, folder := SeenAt(state, "/one.yaml"), filepath.Join(filepath.Dir(state), "seen")
	if err := os.WriteFile(folder, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, err := range []error{second(f.Get()), f.Set(Seen{})} {
		if want := folder + " is in the way and no folder; remove it"; err == nil || err.Error() != want {
			t.Errorf("said: %v, want %s", err, want)
		}
	}
	if err := os.Remove(folder); err != nil {
		t.Fatal(err)
	}
	if err := f.Set(Seen{}); err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"dateline seen 2\nmore": "is of another version", "dateline": "is damaged", "dateline seen x\n": "is damaged",
	} {
		if err := os.WriteFile(f.Path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := second(f.Get()); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func second(_ Seen, _ bool, err error) error { return err }

// Members that this version does not know stay, also where no record is left.
func TestForgetKeepsWhatItDoesNotKnow(t *testing.T) {
	state := filepath.Join(t.TempDir(), "state.json")
	if err := os.WriteFile(state, []byte(`{"version": 1, "colour": 1.50, "records": {"/one": {"x": 1}}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	done, err := ForgetAll(state)
	text, _ := os.ReadFile(state)
	if err != nil || len(done) != 1 || done[0].Removed || !strings.Contains(string(text), "1.50") ||
		strings.Contains(string(text), "/one") {
		t.Errorf("%v, %v\n%s", done, err, text)
	}
}

// A file that holds anything, of any size, is named or taken for what it is, and never crashes.
func FuzzSeenFile(f *testing.F) {
	state := filepath.Join(f.TempDir(), "state.json")
	file := SeenAt(state, "x")
	if err := file.Set(Seen{When: time.Unix(1, 0), Prints: []review.Print{5, 3}}); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(file.Path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Add(whole[:seenHead])
	f.Add([]byte(seenMagic))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, text []byte) {
		if err := os.WriteFile(file.Path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		seen, ok, err := file.Get()
		if ok && (err != nil || !slices.IsSorted(seen.Prints)) || err != nil && !strings.Contains(err.Error(), "remove it") {
			t.Errorf("%v, %v, %v", seen, ok, err)
		}
	})
}
