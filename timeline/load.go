package timeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
)

// A File is something to load: a name for messages and a way to read it.
type File struct {
	Name string
	Size int64 // in bytes; 0 where it is not known
	Open func() (io.ReadCloser, error)
}

// Progress is a record as far as it has been read. Every Progress holds a whole Timeline of its own.
type Progress struct {
	Index       *Index
	Problems    Problems
	Read, Total int64 // bytes; Total is 0 where it is not known
	Done        bool  // whether everything was read; a Load that was cancelled never is
}

// maxFile is how many bytes a file may have.
const maxFile = 1 << 31

// Load reads files into one record. It never stops at an error: what can be read is in the Timeline, what cannot is in
// the Problems. It calls publish, which may be nil, from its own goroutine with what it has so far, and returns the last.
func Load(ctx context.Context, files []File, publish func(Progress)) Progress {
	l := loader{builder: newBuilder()}
	for _, f := range files {
		if f.Size <= 0 {
			l.total = 0
			break
		}
		l.total += f.Size
	}
	portion := 1 // events that are worth showing
	for i, f := range files {
		if ctx.Err() != nil {
			return l.progress(false)
		}
		l.file(ctx, f)
		if publish != nil && i < len(files)-1 && len(l.events) >= portion {
			publish(l.progress(false))
			portion = 2 * len(l.events)
		}
	}
	if ctx.Err() != nil {
		return l.progress(false)
	}
	last := l.progress(true)
	if publish != nil {
		publish(last)
	}
	return last
}

// A loader reads files one after the other.
type loader struct {
	*builder
	read, total int64
}

// progress is what there is so far.
func (l *loader) progress(done bool) Progress {
	t, c := l.assemble(done)
	if done {
		l.check(t, c)
		l.checkAny(t)
	}
	problems := slices.Clone(l.problems)
	problems.sort()
	if l.omitted > 0 {
		problems = append(problems, Problem{Severity: Error, Message: fmt.Sprintf("%d more problems are left out", l.omitted)})
	}
	return Progress{Index: NewIndex(t), Problems: problems, Read: l.read, Total: l.total, Done: done}
}

// file reads one file.
func (l *loader) file(ctx context.Context, f File) {
	in := &input{name: f.Name}
	l.inputs = append(l.inputs, in)
	text, err := readAll(f)
	l.read += int64(len(text))
	if err != nil {
		l.report(place{in: in}, Error, "the file cannot be read: "+reason(err), "")
		return
	}
	(&decoder{builder: l.builder, ctx: ctx, in: in}).file(text)
}

// checkAny reports a record without any event, unless a problem says why.
func (l *loader) checkAny(t *Timeline) {
	if t.Len() > 0 || l.problems.Errors() > 0 {
		return
	}
	at := place{in: &input{}}
	if len(l.inputs) > 0 {
		at.in = l.inputs[0]
	}
	l.report(at, Error, "there are no events", example)
}

// reason is what went wrong, without the name of the file, which stands in front of the message.
func reason(err error) string {
	var place *fs.PathError
	if errors.As(err, &place) {
		err = place.Err
	}
	return err.Error()
}

// readAll reads a file as a whole.
func readAll(f File) (string, error) {
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	var text strings.Builder
	if 0 < f.Size && f.Size <= maxFile {
		text.Grow(int(f.Size) + 1)
	}
	n, err := io.Copy(&text, io.LimitReader(r, maxFile+1))
	if n > maxFile {
		return "", fmt.Errorf("it has more than %d bytes", int64(maxFile))
	}
	return text.String(), err
}

// sort puts problems in the order of their places.
func (p Problems) sort() {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
}
