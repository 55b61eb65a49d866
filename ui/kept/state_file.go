package kept

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"dateline/timeline/lazyregexp"
)

// How the reader's state comes to the disk: through links, under a lock, whole.

// target returns the file that is written for path, which may be a link to it: the link stays one. The file need not be
// there yet, but its folder must be.
func target(path string) (string, error) {
	const hops = 40 // as many as Linux follows
	for range hops {
		folder, err := filepath.EvalSymlinks(filepath.Dir(path))
		if err != nil {
			return "", fmt.Errorf("its folder %s: %w; make it, or remove the link to it", filepath.Dir(path), reason(err))
		}
		path = filepath.Join(folder, filepath.Base(path))
		link, err := os.Readlink(path)
		if err != nil { // no link, or not there
			return path, nil
		}
		if !filepath.IsAbs(link) {
			link = filepath.Join(folder, link)
		}
		path = link
	}
	return "", errors.New("it is a link that leads back to itself; remove it")
}

// How long a program waits for another to finish its change, which takes milliseconds, and how often it looks.
const (
	lockPatience = time.Second
	lockPause    = 5 * time.Millisecond
)

// lock waits until no other program changes the file that has this lock, which is an error if it takes longer than
// patience. The lock is the system's own and not that a file is there: when a program dies, however it does, the system
// lets its lock go. So no lock is ever stale, and none has an age that a clock could be wrong about. The empty file
// stays, and one that an older version left does no harm.
//
// On NFS the lock holds between machines where the server keeps locks, as all do from version 4 on. Where a file system
// keeps none, nothing is written and the reader is told: a change could be lost there without a word.
func lock(path string, patience time.Duration) (unlock func(), err error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is in the way and no regular file; remove it", filepath.Base(path))
	}
	for range patience / lockPause {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600) // NFS locks no file that is only read
		if err != nil {
			return nil, fmt.Errorf("%s: %w; %s", filepath.Base(path), reason(err), cureFolder)
		}
		locked, err := tryLock(f)
		if err != nil {
			_ = f.Close()
			return nil, fmt.Errorf("its file system keeps no locks: %w; %s", err, cureFolder)
		}
		if locked {
			return func() { _ = f.Close() }, nil // which lets the lock go
		}
		_ = f.Close()
		time.Sleep(lockPause)
	}
	return nil, fmt.Errorf("another program holds %s; end it and try again", filepath.Base(path))
}

// A file is written beside the one that it replaces. Older versions left out whose it is, in a folder of their own.
const temporary = "dateline-state-*.tmp"

var (
	newTemporary = lazyregexp.New(`^dateline-state-[0-9]+\.tmp$`)
	anyTemporary = lazyregexp.New(`^(dateline-)?state-[0-9]+\.tmp$`)
)

// write replaces the file at path whole.
func (s *Store[T]) write(path string, text []byte) error {
	now, err := replace(path, temporary, text)
	if err == nil && !s.swept {
		s.swept = true
		sweep(filepath.Dir(path), newTemporary(), now)
		sweep(filepath.Dir(s.Path), anyTemporary(), now)
	}
	return err
}

// replace replaces the file at path whole by one that is written beside it, under a name of that pattern. It returns
// the time by the clock of the file system.
func replace(path, pattern string, text []byte) (now time.Time, err error) {
	f, err := os.CreateTemp(filepath.Dir(path), pattern) // for its owner alone
	if err != nil {
		return now, fmt.Errorf("%w; %s", reason(err), cureFolder)
	}
	_, err = f.Write(text)
	err = errors.Join(err, f.Sync())
	written, statErr := f.Stat()
	if err = errors.Join(err, statErr, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // it may be gone already
		return now, fmt.Errorf("%w; %s", reason(err), cureFolder)
	}
	return written.ModTime(), nil
}

// sweep removes the files that programs were killed over while they wrote them. No write takes a minute. The file
// system says what time it is, since its clock made the others' times.
func sweep(folder string, name *regexp.Regexp, now time.Time) {
	entries, _ := os.ReadDir(folder) // what cannot be listed stays
	for _, e := range entries {
		if !name.MatchString(e.Name()) || !e.Type().IsRegular() {
			continue
		}
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > time.Minute {
			_ = os.Remove(filepath.Join(folder, e.Name()))
		}
	}
}

// reason returns an error without the paths that the message has already.
func reason(err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case errors.As(err, &p):
		return p.Err
	case errors.As(err, &l):
		return l.Err
	}
	return err
}
