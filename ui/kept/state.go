// Package kept is what the program keeps on the disk for its reader: marks, saved views and the place in one file for
// all records, and what was seen of a record in a file of its own.
//
//	path, err := kept.StateFile(os.Getenv)
//	store := &kept.Store[session.Saved]{Path: path, Record: in.Key()}
//	saved, err := store.Change(func(s *session.Saved) { s.Marks = append(s.Marks, id) })
//	seen, ok, err := kept.SeenAt(path, in.Key()).Get()
//
// Files are the owner's alone, replaced whole, and left as they are where they cannot be read. It does not know what is
// kept, which session does, nor when it is written, which is for cli. It may import timeline/review, timeline/sanitize
// and ui/jsonobject, and nothing else of dateline.
package kept

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"dateline/timeline/sanitize"
	"dateline/ui/jsonobject"
)

// StateFile returns where the reader's marks and saved views are kept: dateline/state.json in $XDG_STATE_HOME or else
// ~/.local/state. A value that is not absolute is ignored, as XDG wants it. It is an error if there is no home either.
func StateFile(getenv func(string) string) (string, error) {
	folder, home := getenv("XDG_STATE_HOME"), "HOME"
	if runtime.GOOS == "windows" {
		home = "USERPROFILE"
	}
	if !filepath.IsAbs(folder) {
		if folder = getenv(home); !filepath.IsAbs(folder) {
			return "", fmt.Errorf("there is no folder for it; set %s or XDG_STATE_HOME", home)
		}
		folder = filepath.Join(folder, ".local", "state")
	}
	return filepath.Join(folder, "dateline", "state.json"), nil
}

// HostKeyFile returns where the key is that a machine is known by which serves a record, beside the state file.
func HostKeyFile(getenv func(string) string) (string, error) { return beside(getenv, "host_key") }

// ReaderFile returns where the marks and saved views of a reader elsewhere are kept, who is known by the fingerprint of
// a key.
func ReaderFile(getenv func(string) string, fingerprint string) (string, error) {
	return beside(getenv, readers, hex.EncodeToString([]byte(fingerprint)), "state.json")
}

// readers is the folder of what is kept of readers elsewhere, beside the state file.
const readers = "readers"

// readersOf returns the state files of readers elsewhere, which need not be there, beside a state file.
func readersOf(state string) (files []string) {
	folder := filepath.Join(filepath.Dir(state), readers)
	entries, _ := os.ReadDir(folder) // where none can be listed there are none
	for _, e := range entries {
		if _, err := hex.DecodeString(e.Name()); err == nil && e.IsDir() {
			files = append(files, filepath.Join(folder, e.Name(), filepath.Base(state)))
		}
	}
	return files
}

// beside returns a path in the folder of the state file.
func beside(getenv func(string) string, names ...string) (string, error) {
	state, err := StateFile(getenv)
	if err != nil {
		return "", err
	}
	return filepath.Join(append([]string{filepath.Dir(state)}, names...)...), nil
}

// A Store keeps a T for one record among those of others in a file that several programs may change at once. The file
// is made by the first change, for its owner alone, and replaced whole, so that it is never half written. What it says
// of other records, and members that this version does not know, is handed on as it is. A file that cannot be read is
// left as it is.
type Store[T any] struct {
	Path   string // of the file
	Record string // what the record is known by

	Patience time.Duration // how long a change waits for other programs; 0: a second
	mu       sync.Mutex    // held while a change is made
	swept    bool          // what programs left that were killed is cleared
}

// stateVersion is the version that is written, and the newest that can be read.
const stateVersion = 1

// maxState is how many bytes of a file are read and written at most.
const maxState = 16 << 20

// What can be done where the file cannot be read or written.
const (
	cureFile   = "mend it or move it away"
	cureFolder = "XDG_STATE_HOME can name another folder"
)

// Get returns what is kept, or the zero T if nothing is.
func (s *Store[T]) Get() (T, error) {
	_, kept, err := s.read(s.Path)
	return kept, err
}

// Change reads what is kept now, has it changed, writes it and returns it. Changes of several programs come one after
// the other, so that none undoes another. If another program does not end its own, it is an error after the store's
// patience.
func (s *Store[T]) Change(change func(*T)) (T, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var none T
	if err := os.MkdirAll(filepath.Dir(s.Path), 0o700); err != nil {
		return none, fmt.Errorf("cannot make the folder for %s: %w; %s", s, reason(err), cureFolder)
	}
	path, err := target(s.Path)
	if err != nil {
		return none, fmt.Errorf("cannot write %s: %w", s, err)
	}
	unlock, err := lock(path+".lock", cmp.Or(s.Patience, lockPatience))
	if err != nil {
		return none, fmt.Errorf("cannot write %s: %w", s, err)
	}
	defer unlock()
	all, kept, err := s.read(path)
	if err != nil {
		return none, err
	}
	change(&kept)
	text, err := s.with(all, kept)
	if err == nil && len(text) > maxState {
		err = fmt.Errorf("it would have more than %d bytes; %s", maxState, cureFile)
	}
	if err == nil {
		err = s.write(path, text)
	}
	if err != nil {
		return none, fmt.Errorf("cannot write %s: %w", s, err)
	}
	return kept, nil
}

// read returns the whole file at path, and what it keeps for the record.
func (s *Store[T]) read(path string) (all jsonobject.Object, kept T, err error) {
	text, err := readState(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, kept, nil
	}
	if err != nil {
		return nil, kept, fmt.Errorf("cannot read %s: %w; %s", s, reason(err), cureFile)
	}
	damaged := func(err error) (jsonobject.Object, T, error) {
		return nil, kept, fmt.Errorf("%s is damaged and left as it is; %s: %w", s, cureFile, err)
	}
	version := stateVersion
	var records jsonobject.Object
	if all, err = jsonobject.Parse(text); err == nil {
		err = unmarshal(all.Get("version"), &version)
	}
	if err != nil {
		return damaged(err)
	}
	if version != stateVersion {
		return nil, kept, fmt.Errorf("%s is of version %d and left as it is; a newer dateline reads it, or move it away",
			s, version)
	}
	if records, err = recordsIn(all); err == nil {
		err = unmarshal(records.Get(s.name()), &kept)
	}
	if err != nil {
		return damaged(err)
	}
	return all, kept, nil
}

// unmarshal reads a member of an object into to, or leaves that if there is no such member.
func unmarshal(member json.RawMessage, to any) error {
	if member == nil || string(member) == "null" {
		return nil
	}
	return json.Unmarshal(member, to)
}

// recordsIn returns what the file keeps, by record.
func recordsIn(all jsonobject.Object) (jsonobject.Object, error) {
	text := all.Get("records")
	if text == nil || string(text) == "null" {
		return nil, nil
	}
	return jsonobject.Parse(text)
}

// readState returns the text of the file.
func readState(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, errors.New("not a regular file") // opening a pipe could wait for ever
	case info.Size() > maxState:
		return nil, fmt.Errorf("it has more than %d bytes", maxState)
	}
	return os.ReadFile(path)
}

// with returns the text of the whole file with what is kept for the record.
func (s *Store[T]) with(all jsonobject.Object, kept T) ([]byte, error) {
	var versionErr error
	if all.Get("version") == nil {
		versionErr = all.Set("version", stateVersion)
	}
	records, readErr := recordsIn(all)
	err := errors.Join(versionErr, readErr, records.Set(s.name(), kept), all.Set("records", records))
	text, textErr := indented(all)
	return text, errors.Join(err, textErr)
}

// indented returns the text of the whole file.
func indented(all jsonobject.Object) ([]byte, error) {
	text, err := all.MarshalJSON()
	var b bytes.Buffer
	b.Grow(2 * len(text))
	err = errors.Join(err, json.Indent(&b, text, "", "  "))
	return append(b.Bytes(), '\n'), err
}

// name returns what the record is called in the file. JSON holds text only, and a file's name may be bytes that are
// none: such a name is quoted as in Go, so that each byte counts. Older versions wrote one sign for all such bytes.
// What they kept under that may be of several files. It is taken for none, and stays where it is.
func (s *Store[T]) name() string {
	if utf8.ValidString(s.Record) && !strings.HasPrefix(s.Record, `"`) {
		return s.Record
	}
	return strconv.Quote(s.Record)
}

// String returns the name of the file as it can be shown.
func (s *Store[T]) String() string { return sanitize.Line(s.Path) }
