package load

import (
	"context"
	"errors"
	"io"
	"io/fs"

	"dateline/timeline/diag"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/internal/formats"
)

// A file that is larger than it was when it was found is being written. Of such a file at most twice its size is read,
// and this many bytes more.
const maxGrowth = 64 << 20

// Stream returns a file that is read from r to its end, once, however often it is loaded: what has come is kept. Its
// reading begins with the first load. Reading may wait for ever; the load does not, when its context ends. If r has a
// method Size() int64, it says how many bytes come, or 0 where that is not known: too many are refused unread.
func Stream(name string, r io.Reader) File {
	open := func() (io.ReadCloser, error) { return io.NopCloser(r), nil }
	var size int64
	if known, ok := r.(interface{ Size() int64 }); ok {
		size = known.Size()
	}
	return File{Name: name, Open: open, stream: filetext.NewStream(open, size, filetext.MaxStream)}
}

// Await waits for the end of a Stream, or of ctx. It returns an error if the stream cannot be read.
func (f File) Await(ctx context.Context) error {
	_, err := f.stream.All(ctx, func(string) {}, nil)
	return err
}

// text returns what reads the text of f, if that has at most so many bytes.
func (f File) text(most int64) *filetext.Text {
	switch {
	case f.stream != nil:
		return f.stream
	case f.kept != nil:
		return f.kept
	}
	if f.Size > 0 {
		most = min(most, 2*f.Size+maxGrowth)
	}
	text := filetext.New(f.Open, max(0, f.Size), most)
	if formats.ByName(f.Name) == formats.Table {
		text.IsTable()
	}
	return text
}

// inMemory returns f to be read anew, with its whole text in memory: in has changed while it was read.
func (f File) inMemory(in *diag.File) File {
	in.Replace("")
	open := f.Open
	f.again, f.Open = in, func() (io.ReadCloser, error) {
		from, err := open()
		return struct{ io.ReadCloser }{from}, err // which cannot be read anywhere
	}
	return f
}

// reason returns what went wrong, without the name of the file, which the message begins with anyway.
func reason(err error) string {
	var place *fs.PathError
	if errors.As(err, &place) {
		err = place.Err
	}
	return err.Error()
}
