package host

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// ReadSmall returns the text of a regular file of at most that many bytes; ok is false where there is no file nor link
// to one. It does not wait for a pipe that somebody has put there.
func ReadSmall(path string, most int) (text string, ok bool, err error) {
	f, err := openRegular(path)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !dangles(path):
		return "", false, nil
	case errors.Is(err, fs.ErrNotExist):
		return "", true, errors.New("it is a link to what is not there, or in a folder that is one")
	case err != nil:
		return "", true, reason(err)
	}
	defer f.Close()
	read, err := io.ReadAll(io.LimitReader(f, int64(most)+1))
	if err == nil && len(read) > most {
		err = fmt.Errorf("it has more than %d KB", most>>10)
	}
	if err != nil {
		return "", true, reason(err)
	}
	return string(read), true, nil
}

// dangles reports whether a path that leads to nothing ends at a symbolic link.
func dangles(path string) bool {
	for {
		if _, err := os.Lstat(path); err == nil {
			_, err = os.Stat(path)
			return err != nil
		}
		above := filepath.Dir(path)
		if above == path {
			return false
		}
		path = above
	}
}
