package host

import (
	"errors"
	"io"
	"os"
)

// Exists reports whether there is a file or folder of this name.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// errTooLong is the error of a file of which more would be read than is wanted.
var errTooLong = errors.New("it is too long")

// Text returns the text of the file of the record that has a name, as the places of events have it, if it has so many
// bytes at most.
func (in *Input) Text(name string, most int64) (string, error) {
	files, _ := in.files()
	for _, f := range files {
		if f.Name != name {
			continue
		}
		from, err := f.Open()
		if err != nil {
			return "", reason(err)
		}
		defer from.Close()
		text, err := io.ReadAll(io.LimitReader(from, most+1))
		if err == nil && int64(len(text)) > most {
			err = errTooLong
		}
		return string(text), err
	}
	return "", os.ErrNotExist
}
