package kept

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"dateline/timeline/sanitize"
	"dateline/ui/jsonobject"
)

// A Forgotten is a file from which something was erased, or that was removed.
type Forgotten struct {
	Path    string
	Removed bool
}

// Forget erases what is kept of records: their members of the state file, what was seen of them, and what programs
// that were killed left half written, whatever record that is of. It returns the files that it changed or removed, and
// an error for each that it could not; such a file is left as it is. What is kept of readers elsewhere is beside the
// state file, and erased too.
func Forget(state string, records ...string) (done []Forgotten, err error) {
	return forgetEach(state, func(state string) ([]Forgotten, error) { return forgetOf(state, records) })
}

// forgetOf is Forget for one state file.
func forgetOf(state string, records []string) (done []Forgotten, err error) {
	done, err = forgetIn(state, func(names *jsonobject.Object) {
		for _, record := range records {
			names.Drop((&Store[json.RawMessage]{Record: record}).name())
		}
	})
	done, err = forgetUnwritten(state, done, err)
	for _, record := range records {
		for _, path := range SeenAt(state, record).all() {
			done, err = remove(path, done, err)
		}
	}
	return forgetSeen(state, unwritten().MatchString, done, err)
}

// ForgetAll erases what is kept of all records, as Forget does, and who the readers elsewhere were.
func ForgetAll(state string) (done []Forgotten, err error) {
	done, err = forgetEach(state, forgetAllOf)
	for _, of := range readersOf(state) {
		if unlock, wrong := lock(of+".lock", lockPatience); wrong == nil { // else a screen writes it now
			_ = os.Remove(of + ".lock")
			unlock()
		}
		_ = os.Remove(filepath.Dir(of)) // unless something is left in it
	}
	_ = os.Remove(filepath.Join(filepath.Dir(state), readers))
	return done, err
}

// forgetEach forgets what a state file has, and those of readers elsewhere that are beside it.
func forgetEach(state string, forget func(state string) ([]Forgotten, error)) (done []Forgotten, err error) {
	done, err = forget(state)
	for _, of := range readersOf(state) {
		more, wrong := forget(of)
		done, err = append(done, more...), errors.Join(err, wrong)
	}
	folder := filepath.Join(filepath.Dir(state), readers)
	if _, wrong := os.ReadDir(folder); wrong != nil && !errors.Is(wrong, fs.ErrNotExist) {
		err = errors.Join(err, fmt.Errorf("cannot read %s: %w", sanitize.Line(folder), reason(wrong)))
	}
	return done, err
}

// forgetAllOf is ForgetAll for one state file.
func forgetAllOf(state string) (done []Forgotten, err error) {
	done, err = forgetIn(state, func(names *jsonobject.Object) { *names = nil })
	done, err = forgetUnwritten(state, done, err)
	done, err = forgetSeen(state, func(name string) bool {
		return anySeen().MatchString(name) || unwritten().MatchString(name)
	}, done, err)
	_ = os.Remove(filepath.Join(filepath.Dir(state), seenFolder)) // unless something else is in it
	return done, err
}

// forgetSeen removes the files of those names that are beside what was seen of records.
func forgetSeen(state string, is func(string) bool, done []Forgotten, err error) ([]Forgotten, error) {
	folder := filepath.Join(filepath.Dir(state), seenFolder)
	entries, wrong := os.ReadDir(folder)
	if wrong != nil && !errors.Is(wrong, fs.ErrNotExist) {
		err = errors.Join(err, fmt.Errorf("cannot read %s: %w", sanitize.Line(folder), reason(wrong)))
	}
	for _, e := range entries {
		if is(e.Name()) {
			done, err = remove(filepath.Join(folder, e.Name()), done, err)
		}
	}
	return done, err
}

// forgetUnwritten removes what programs that were killed left of a state file that they wrote.
func forgetUnwritten(state string, done []Forgotten, err error) ([]Forgotten, error) {
	path, wrong := target(state)
	if wrong != nil {
		return done, err // there is no folder, or else the state file was told to be out of reach
	}
	var left []string
	names := map[string]*regexp.Regexp{filepath.Dir(path): newTemporary(), filepath.Dir(state): anyTemporary()}
	for folder, name := range names {
		entries, _ := os.ReadDir(folder) // what cannot be listed stays
		for _, e := range entries {
			if name.MatchString(e.Name()) {
				left = append(left, filepath.Join(folder, e.Name()))
			}
		}
	}
	if len(left) == 0 {
		return done, err
	}
	unlock, wrong := lock(path+".lock", lockPatience) // else it may be one that a program writes now
	if wrong != nil {
		return done, errors.Join(err, fmt.Errorf("cannot remove %s: %w", sanitize.Line(left[0]), wrong))
	}
	defer unlock()
	slices.Sort(left)
	for _, path := range left {
		done, err = remove(path, done, err)
	}
	return done, err
}

// remove removes a file if it is there. It adds that to what was done, or else to what went wrong.
func remove(path string, done []Forgotten, err error) ([]Forgotten, error) {
	wrong := os.Remove(path)
	switch {
	case wrong == nil:
		return append(done, Forgotten{path, true}), err
	case errors.Is(wrong, fs.ErrNotExist):
		return done, err
	}
	return done, errors.Join(err, fmt.Errorf("cannot remove %s: %w", sanitize.Line(path), reason(wrong)))
}

// forgetIn takes members away from the records of the state file. A file in which nothing is left is removed.
func forgetIn(state string, drop func(*jsonobject.Object)) ([]Forgotten, error) {
	s := &Store[json.RawMessage]{Path: state}
	if _, err := os.Stat(state); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	path, err := target(state)
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", s, err)
	}
	unlock, err := lock(path+".lock", lockPatience)
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", s, err)
	}
	defer unlock()
	all, _, err := s.read(path)
	if err != nil {
		return nil, err
	}
	records, err := recordsIn(all)
	before := len(records)
	if drop(&records); err != nil || len(records) == before {
		return nil, err
	}
	others := all
	others.Drop("version")
	if others.Drop("records"); len(records)+len(others) == 0 {
		return remove(path, nil, nil)
	}
	err = all.Set("records", records)
	text, wrong := indented(all)
	if err = errors.Join(err, wrong); err == nil {
		err = s.write(path, text)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", s, err)
	}
	return []Forgotten{{path, false}}, nil
}
