package host

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// ReadSmall returns the text of a regular file of at most that many bytes; ok is false where there is no file. It does
// not wait for a pipe that somebody has put there.
func ReadSmall(path string, most int) (text string, ok bool, err error) {
	f, err := openRegular(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", false, nil
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
