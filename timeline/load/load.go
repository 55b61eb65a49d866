package load

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/yamldoc"
)

// A File is something to load: a name for messages and a way to read it.
type File struct {
	Name string
	Size int64 // in bytes; 0 where it is not known
	Open func() (io.ReadCloser, error)
}

// InMemory is a file that has been read already.
func InMemory(name string, text []byte) File {
	return File{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(text)), nil
	}}
}

// Progress is a record as far as it has been read. Its Timeline is whole in itself and does not change any more.
type Progress struct {
	Index       *index.Index
	Problems    diag.Problems
	Events      int   // how many were read; Index may hold fewer, as long as it is not Done
	Read, Total int64 // bytes that are done, see toRead; Total is 0 where it is not known
	Done        bool  // whether everything was read; a Load that was cancelled never is
}

// maxFile is how many bytes a file may have.
const maxFile = 1 << 31

// Files reads files into one record. It never stops at an error: what can be read is in the Timeline, what cannot is in
// the Problems. It calls publish, which may be nil, from its own goroutine with what it has so far, and returns the last.
func Files(ctx context.Context, files []File, publish func(Progress)) Progress {
	l := loader{Builder: timeline.NewBuilder(), publish: publish, piece: yamldoc.UsualPiece}
	return l.load(ctx, files)
}

// A loader reads files one after the other.
type loader struct {
	*timeline.Builder
	publish     func(Progress)
	piece       int   // about how many bytes of a file are read at a time
	before      int64 // bytes of the files that have been read
	read, total int64
	last        Progress // what was published
	worthwhile  int      // how many events are worth being published
}

// growth is how many times the events that were published last there have to be for the next portion. A portion costs as
// much as it has events; with this, all portions together cost a fifth more than the last. Beyond the middle there is none.
const growth = 6

func (l *loader) load(ctx context.Context, files []File) Progress {
	for _, f := range files {
		if f.Size <= 0 {
			l.total = 0
			break
		}
		l.total += f.Size
	}
	for i, f := range files {
		if ctx.Err() != nil {
			break
		}
		l.file(ctx, f)
		if i < len(files)-1 {
			l.portion(0)
		}
	}
	if ctx.Err() != nil {
		return l.progress(false)
	}
	last := l.progress(true)
	if l.publish != nil {
		l.publish(last)
	}
	return last
}

// toRead says that one part in so many of the work on a byte is to read it; the others are to make something of it.
const toRead = 5

// portion publishes what there is when so many bytes of the file in hand are done: the events where there are enough
// new ones, else only how far it is, by the hundredth.
func (l *loader) portion(read int) {
	l.read = l.before + int64(read)
	switch {
	case l.publish == nil:
		return
	case l.Events.Len() > 0 && l.Events.Len() >= l.worthwhile && (l.total == 0 || l.total-l.read > l.total/2):
		l.last = l.progress(false)
		l.worthwhile = growth * l.Events.Len()
	case l.last.Index != nil && 100*(l.read-l.last.Read) >= l.total && l.total > 0:
		l.last.Read, l.last.Events = l.read, max(l.last.Events, l.Events.Len())
	default:
		return
	}
	l.publish(l.last)
}

// progress is what there is so far.
func (l *loader) progress(done bool) Progress {
	t, c := l.Assemble(done)
	x := l.index(t, func() {
		if done {
			l.Check(t, c)
			l.checkAny(t)
		}
	})
	return Progress{Index: x, Problems: l.found(x, done), Events: t.Len(), Read: l.read, Total: l.total, Done: done}
}

// index makes an index of t, and checks beside that.
func (l *loader) index(t *timeline.Timeline, check func()) *index.Index {
	checked := parallel.Go(check)
	x := index.New(t)
	checked()
	return x
}

// found returns the problems so far, and of a whole record its doubles.
func (l *loader) found(x *index.Index, whole bool) diag.Problems {
	problems, omitted := slices.Clone(l.Problems.Found), l.Problems.Dropped
	problems.Sort()
	if whole {
		doubles, more := doubleProblems(x, l.Problems.Left(), l.PlaceOf)
		problems, omitted = append(problems, doubles...), omitted+more
	}
	if omitted > 0 {
		problems = append(problems, diag.Problem{Severity: diag.Error, Message: fmt.Sprintf("%d more problems are left out", omitted)})
	}
	return problems
}

// file reads one file.
func (l *loader) file(ctx context.Context, f File) {
	d := l.decoder(ctx, f.Name)
	l.Inputs = append(l.Inputs, d.in)
	var ahead *yamldoc.CleanAhead
	text, err := readAll(f, func(soFar string) {
		switch {
		case len(soFar) == firstRead:
			l.preview(ctx, f.Name, soFar)
		case ahead == nil: // by now the first events have been drawn
			ahead = yamldoc.NewCleanAhead(maxFile / readStep)
			fallthrough
		default:
			ahead.Look(soFar)
		}
		l.portion(len(soFar) / toRead)
	})
	fit := ahead.Stop()
	if err != nil {
		l.Report(diag.Range{In: d.in}, diag.Error, "the file cannot be read: "+reason(err), "")
	} else {
		d.portion = func(decoded int) { l.portion(len(text)/toRead + decoded - decoded/toRead) }
		d.file(text, fit)
		d.flush()
	}
	l.before += int64(len(text))
	l.read = l.before
}

// decoder is a decoder for a file of that name.
func (l *loader) decoder(ctx context.Context, name string) *decoder {
	d := newDecoder(ctx, name, l.piece)
	d.record = l.Builder
	return d
}

// preview publishes some events out of the first part of a file, while the rest is being read.
func (l *loader) preview(ctx context.Context, name, text string) {
	if l.publish == nil || l.Events.Len() > 0 {
		return
	}
	first := loader{Builder: timeline.NewBuilder(), piece: min(l.piece, firstRead/8), total: l.total}
	if first.decoder(ctx, name).firstPiece(text) {
		l.last = first.progress(false)
		l.worthwhile = growth * l.last.Events
		l.publish(l.last)
	}
}

// checkAny reports a record without any event, unless a problem says why.
func (l *loader) checkAny(t *timeline.Timeline) {
	if t.Len() > 0 || l.Problems.Found.Errors() > 0 {
		return
	}
	at := diag.Range{In: &diag.File{}}
	if len(l.Inputs) > 0 {
		at.In = l.Inputs[0]
	}
	l.Report(at, diag.Error, "there are no events", example)
}

// reason is what went wrong, without the name of the file, which stands in front of the message.
func reason(err error) string {
	var place *fs.PathError
	if errors.As(err, &place) {
		err = place.Err
	}
	return err.Error()
}

// A long file is looked at when so many bytes of it have been read, and again behind each further step.
const (
	firstRead = 512 << 10
	readStep  = 8 << 20
)

// readAll reads a file as a whole. It calls look with what has been read so far of one that goes on behind it.
func readAll(f File, look func(soFar string)) (string, error) {
	tooLong := fmt.Errorf("it has more than %d bytes", int64(maxFile))
	if f.Size > maxFile {
		return "", tooLong
	}
	r, err := f.Open()
	if err != nil {
		return "", err
	}
	defer r.Close()
	var text strings.Builder
	if f.Size > 0 {
		text.Grow(int(f.Size) + 1)
	}
	for step := int64(firstRead); int64(text.Len()) <= maxFile; step = readStep {
		_, err := io.CopyN(&text, r, step)
		if errors.Is(err, io.EOF) {
			return text.String(), nil
		}
		if err != nil {
			return "", err
		}
		look(text.String())
	}
	return "", tooLong
}
