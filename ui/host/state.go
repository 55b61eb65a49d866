package host

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"dateline/timeline/sanitize"
)

// StateFile returns where the reader's marks and saved views are kept: dateline/state.json in $XDG_STATE_HOME or else
// ~/.local/state. A value that is not absolute is ignored, as XDG wants it. Without a home it returns "".
func StateFile(getenv func(string) string) string {
	folder := getenv("XDG_STATE_HOME")
	if !filepath.IsAbs(folder) {
		home, err := os.UserHomeDir()
		if err != nil || !filepath.IsAbs(home) {
			return ""
		}
		folder = filepath.Join(home, ".local", "state")
	}
	return filepath.Join(folder, "dateline", "state.json")
}

// A Store keeps a T for one record among those of others in a file that several programs may change at once. The file
// is made by the first change, for its owner alone, and replaced whole, so that it is never half written. One that
// cannot be read is left as it is.
type Store[T any] struct {
	Path   string           // of the file
	Record string           // what the record is known by
	Now    func() time.Time // the clock, for how long another program may take

	mu sync.Mutex
}

// A stateFile is what the file holds. What it says of other records is handed on as it is.
type stateFile struct {
	Version int                        `json:"version"`
	Records map[string]json.RawMessage `json:"records"`
}

// stateVersion is the version that is written, and the newest that can be read.
const stateVersion = 1

// maxState is how many bytes of a file are read at most.
const maxState = 16 << 20

// Get returns what is kept, or the zero T if nothing is.
func (s *Store[T]) Get() (T, error) {
	_, kept, err := s.read()
	return kept, err
}

// Change reads what is kept now, has it changed, writes it and returns it. Changes of several programs come one after
// the other, so that none undoes another.
func (s *Store[T]) Change(change func(*T)) (T, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var none T
	if err := os.MkdirAll(filepath.Dir(s.Path), 0o700); err != nil {
		return none, fmt.Errorf("cannot make the folder for %s: %w", s, reason(err))
	}
	unlock, err := s.lock()
	if err != nil {
		return none, err
	}
	defer unlock()
	all, kept, err := s.read()
	if err != nil {
		return none, err
	}
	change(&kept)
	if all.Records[s.Record], err = json.Marshal(kept); err != nil {
		return none, err
	}
	return kept, s.write(all)
}

// read returns the whole file, and what it keeps for the record.
func (s *Store[T]) read() (all stateFile, kept T, err error) {
	all = stateFile{Version: stateVersion, Records: make(map[string]json.RawMessage)}
	info, err := os.Stat(s.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return all, kept, nil
	case err == nil && !info.Mode().IsRegular():
		err = errors.New("not a regular file") // opening a pipe could wait for ever
	case err == nil && info.Size() > maxState:
		err = errors.New("too long")
	}
	var text []byte
	if err == nil {
		text, err = os.ReadFile(s.Path)
	}
	if err != nil {
		return all, kept, fmt.Errorf("cannot read %s: %w", s, reason(err))
	}
	if err = json.Unmarshal(text, &all); err == nil && all.Records[s.Record] != nil {
		err = json.Unmarshal(all.Records[s.Record], &kept)
	}
	switch {
	case err != nil:
		return all, kept, fmt.Errorf("%s is damaged and left as it is: %w", s, err)
	case all.Version != stateVersion:
		return all, kept, fmt.Errorf("%s is of version %d and left as it is", s, all.Version)
	case all.Records == nil:
		all.Records = make(map[string]json.RawMessage)
	}
	return all, kept, nil
}

// write replaces the file whole.
func (s *Store[T]) write(all stateFile) error {
	text, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	path := s.Path
	if target, err := filepath.EvalSymlinks(path); err == nil { // a link stays one
		path = target
	}
	f, err := os.CreateTemp(filepath.Dir(path), "state-*.tmp") // for its owner alone
	if err != nil {
		return fmt.Errorf("cannot write %s: %w", s, reason(err))
	}
	_, err = io.Copy(f, bytes.NewReader(append(text, '\n')))
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it may be gone already
		return fmt.Errorf("cannot write %s: %w", s, reason(err))
	}
	return nil
}

// How long a program waits for another to finish its change, and from when on another that never will is ignored.
const (
	lockPatience = 5 * time.Second
	lockAge      = 3 * time.Second
	lockPause    = 5 * time.Millisecond
)

// lock waits until no other program changes the file.
func (s *Store[T]) lock() (unlock func(), err error) {
	path := s.Path + ".lock"
	for late := s.Now().Add(lockPatience); ; time.Sleep(lockPause) {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		if err == nil {
			_ = f.Close()
			return func() { _ = os.Remove(path) }, nil
		}
		if !errors.Is(err, fs.ErrExist) || s.Now().After(late) {
			return nil, fmt.Errorf("cannot write %s: %w", s, reason(err))
		}
		if info, err := os.Stat(path); err == nil && s.Now().Sub(info.ModTime()) > lockAge {
			_ = os.Remove(path) // whoever made it died over it
		}
	}
}

// String returns the name of the file as it can be shown.
func (s *Store[T]) String() string { return sanitize.Line(s.Path) }
