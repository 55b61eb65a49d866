package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"dateline/timeline/sanitize"
)

// NewFiles writes files that were not there into the folder in which the program was started. Nothing that is there is
// written over, be it a folder or a link that leads nowhere.
type NewFiles struct {
	Context context.Context // whose end stops what is being written, and takes it away again
	writing sync.WaitGroup
}

// Write creates the file of a name and writes its text. What fails in the middle is taken away. If there is something
// of that name, free is a name that nothing has.
func (f *NewFiles) Write(name string, write func(io.Writer) error) (free string, err error) {
	f.writing.Add(1)
	defer f.writing.Done()
	if err := fileName(name); err != nil {
		return "", err
	}
	shown := brief(name)
	file, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		err := errors.New(shown + " is there already, and stays as it is")
		if free = freeName(name); free == "" {
			err = fmt.Errorf("%w; choose another name", err)
		}
		return free, err
	case errors.Is(err, syscall.ENAMETOOLONG):
		return "", errors.New("the name is too long for a file; choose a shorter one than “" + shown + "”")
	case err != nil:
		return "", fmt.Errorf("%s cannot be written here: %w; copy it instead, or start dateline in another folder", shown,
			reason(err))
	}
	err = write(ending{f.Context, file})
	if failed := file.Close(); err == nil {
		err = failed
	}
	if err == nil {
		return "", nil
	}
	left := ""
	if os.Remove(name) != nil {
		left = ", and what there is of it is left"
	}
	if place := new(fs.PathError); !errors.As(err, &place) {
		return "", fmt.Errorf("%s was not written%s: %w", shown, left, err)
	}
	return "", fmt.Errorf("%s was not written%s: %w; copy it instead, or start dateline in another folder", shown, left,
		reason(err))
}

// Wait returns when nothing is being written any more.
func (f *NewFiles) Wait() { f.writing.Wait() }

// An ending writes until a context ends.
type ending struct {
	context.Context
	to io.Writer
}

func (e ending) Write(p []byte) (int, error) {
	if err := e.Err(); err != nil {
		return 0, errors.New("the program ended before")
	}
	return e.to.Write(p)
}

// fileName returns an error for what is no name of a file in a folder.
func fileName(name string) error {
	switch {
	case strings.TrimSpace(name) == "":
		return errors.New("the file needs a name")
	case sanitize.Line(name) != name:
		return errors.New("a name of a file cannot have “" + brief(name) + "”: it has characters that are not seen")
	case strings.ContainsAny(name, `/\`) || name == "." || !filepath.IsLocal(name):
		return errors.New("“" + brief(name) + "” is no name of a file: it is written into the folder where " +
			"dateline was started")
	}
	return nil
}

// brief returns a name as messages have it: of a long one the beginning, so that what is said of it stays in sight.
func brief(name string) string {
	const most = 40 // characters
	shown := []rune(sanitize.Line(name))
	if len(shown) <= most {
		return string(shown)
	}
	return string(shown[:most]) + "…"
}

// freeName returns a name like another that nothing has, "" where the first thousand are taken.
func freeName(name string) string {
	const most = 1000
	end := filepath.Ext(name)
	begin := strings.TrimSuffix(name, end)
	if begin == "" {
		begin, end = end, ""
	}
	for n := 2; n < most; n++ {
		free := begin + "-" + strconv.Itoa(n) + end
		if _, err := os.Lstat(free); errors.Is(err, fs.ErrNotExist) {
			return free
		}
	}
	return ""
}
