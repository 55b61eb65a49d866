package kept

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
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
	if _, err := replace(path, "dateline-secret-*.tmp", text); err != nil {
		return nil, err
	}
	return secret(path) // which another program may have written at the same time
}

// secret reads a file that is the owner's alone.
func secret(path string) ([]byte, error) {
	const most = 64 << 10
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
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
