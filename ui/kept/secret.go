package kept

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"dateline/timeline/lazyregexp"
)

// Secret returns what a file says that is the owner's alone, such as a private key. Where there is no file it writes
// one, with what make returns. It is an error if others may read the file too.
func Secret(path string, make func() ([]byte, error)) ([]byte, error) {
	text, err := secret(path)
	if !errors.Is(err, fs.ErrNotExist) {
		return text, err
	}
	if text, err = make(); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("its folder cannot be made: %w", reason(err))
	}
	unlock, err := lock(path+".lock", lockPatience)
	if err != nil {
		return nil, err
	}
	defer unlock()
	if other, err := secret(path); !errors.Is(err, fs.ErrNotExist) {
		return other, err // another program has made it meanwhile
	}
	now, err := replace(path, "dateline-secret-*.tmp", text)
	if err == nil {
		sweep(filepath.Dir(path), secretTemporary(), now)
	}
	return text, err
}

// secretTemporary matches what a program leaves that is killed while it writes one.
var secretTemporary = lazyregexp.New(`^dateline-secret-[0-9]+\.tmp$`)

// secret reads a file that is the owner's alone.
func secret(path string) ([]byte, error) {
	const most = 64 << 10
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, reason(err)
	case !info.Mode().IsRegular():
		return nil, errors.New("it is no regular file")
	case info.Mode().Perm()&0o077 != 0 && runtime.GOOS != "windows": // which keeps that elsewhere
		return nil, errors.New("others may read it; chmod 600 keeps it yours")
	}
	f, err := os.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, most+1))
	if err == nil && len(text) > most {
		err = errors.New("it is too large for a key")
	}
	return text, err
}
