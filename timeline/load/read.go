package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/yamldoc"
)

// The most that is read, in bytes: of all files of a record together, and of a stream.
const (
	maxRecord = 1 << 31
	maxStream = 1 << 30
)

// A file that is larger than it was when it was found is being written. Of such a file at most twice its size is read,
// and this many bytes more.
const maxGrowth = 64 << 20

// A long file is looked at when its first bytes have been read, and again after each further step, both in bytes.
const (
	firstRead = 512 << 10
	readStep  = 8 << 20
)

// awhile is how long nothing comes of a file before the reader is told what is waited for, and again each time.
const awhile = time.Second

// Stream returns a file that is read from r to its end, once, however often it is loaded: what has come is kept. Its
// reading begins with the first load. Reading may wait for ever; the load does not, when its context ends.
func Stream(name string, r io.Reader) File {
	open := func() (io.ReadCloser, error) { return io.NopCloser(r), nil }
	return File{Name: name, Open: open, stream: &textSource{open: open, most: maxStream, stream: true}}
}

// Await waits for the end of a Stream, or of ctx. It returns an error if the stream cannot be read.
func (f File) Await(ctx context.Context) error {
	_, err := f.stream.all(ctx, func(string) {}, nil)
	return err
}

// text returns what reads the text of f, if that has at most so many bytes.
func (f File) text(most int64) *textSource {
	if f.stream != nil {
		return f.stream
	}
	if f.Size > 0 {
		most = min(most, 2*f.Size+maxGrowth)
	}
	return &textSource{open: f.Open, size: max(0, f.Size), most: most}
}

// A textSource is the text of a file, as far as it has been read. It is read in steps, each in a goroutine of its own,
// so that who waits can leave: a device, a pipe or a file on another machine may never answer.
type textSource struct {
	open   func() (io.ReadCloser, error)
	size   int64 // of the file in bytes; 0 where it is not known
	most   int64 // bytes that are read
	stream bool  // what has come of it does not come again

	mu   sync.Mutex
	step *step // under way; nil where none is
	from io.ReadCloser
	left bool   // nobody waits any more
	text string // what can be looked at so far, and in the end all of it
	done bool
	cut  bool // whether so much was NUL that the rest was not read
	err  error

	// Of the step under way.
	read  int64           // bytes so far
	nul   int64           // of them
	known strings.Builder // they, where the size is known
	more  [][]byte        // those after text, where it is not: no text is made before its size is known
}

// A step is the reading of some bytes.
type step struct {
	ended chan struct{} // closed then
	check func()        // to be called then: it panics if the step did
}

// all returns the whole text of a file, or an error if it cannot be read or ctx ends. Of a long file it calls look with
// what has been read so far, but the whole. While nothing comes it calls waiting now and then, which may be nil.
func (s *textSource) all(ctx context.Context, look func(soFar string), waiting func()) (string, error) {
	for seen := 0; ; {
		text, done, err := s.state()
		if done || err != nil {
			return text, err
		}
		if len(text) > seen {
			look(text)
			seen = len(text)
		}
		if err := s.await(ctx, waiting); err != nil {
			s.leave()
			return "", err
		}
	}
}

// state returns what has been read so far.
func (s *textSource) state() (text string, done bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text, s.done, s.err
}

// await waits for a step, which it begins unless one is under way.
func (s *textSource) await(ctx context.Context, waiting func()) error {
	s.mu.Lock()
	if s.step == nil {
		s.step = s.begins()
	}
	under := s.step
	s.mu.Unlock()
	again := time.NewTicker(awhile)
	defer again.Stop()
	for {
		select {
		case <-under.ended:
			under.check()
			return nil
		case <-ctx.Done():
			return ctx.Err()
		case <-again.C:
			if waiting != nil {
				waiting()
			}
		}
	}
}

// begins begins a step.
func (s *textSource) begins() *step {
	ended := make(chan struct{})
	wait := parallel.Go(func() {
		defer close(ended)
		s.advance()
	})
	return &step{ended, sync.OnceFunc(wait)}
}

// leave ends the reading of a file, if the system lets it end. What comes of a stream is kept.
func (s *textSource) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left = true; s.from != nil && !s.stream {
		_ = s.from.Close()
	}
}

// advance reads the next step.
func (s *textSource) advance() {
	text, err := s.next()
	s.mu.Lock()
	defer s.mu.Unlock()
	switch ended := errors.Is(err, io.EOF); {
	case err != nil && !ended:
		s.err = err
	case s.read > s.most:
		s.err = s.tooLong()
	default:
		s.text, s.done = text, ended
	}
	if s.done || s.err != nil {
		s.known, s.more = strings.Builder{}, nil
		if s.from != nil {
			_ = s.from.Close()
		}
	}
	s.step = nil
}

// next reads some bytes. It returns what can be looked at, and with io.EOF all of the text, or as much of it as shows
// that it is none.
func (s *textSource) next() (text string, err error) {
	switch {
	case s.size > s.most:
		return "", s.tooLong()
	case s.from == nil:
		return s.begin()
	case s.known.Len() > 0:
		before := s.known.Len()
		n, err := io.CopyN(&s.known, s.from, min(readStep, s.most+1-s.read))
		s.read += n
		text = s.known.String()
		return text, s.endsIn(text[before:], err)
	}
	block, err := readBlock(s.from, min(readStep, s.most+1-s.read))
	s.more = append(s.more, block)
	s.read += int64(len(block))
	err = s.endsIn(string(block), err)
	if errors.Is(err, io.EOF) && s.read <= s.most {
		return s.join(), err
	}
	return s.text, err
}

// begin reads the first bytes, which may show that the file is no text.
func (s *textSource) begin() (text string, err error) {
	from, err := s.open()
	if err != nil {
		return "", err
	}
	s.mu.Lock()
	s.from = from
	left := s.left
	s.mu.Unlock()
	if left {
		s.leave()
	}
	length := int64(firstRead)
	if s.size > 0 {
		length = min(length, s.size+1)
	}
	block, err := readBlock(from, min(length, s.most+1))
	s.read = int64(len(block))
	text = string(block)
	err = s.endsIn(text, err)
	if s.cut || !yamldoc.MayBeText(text) || len(text) == firstRead && isNoRecord(text) {
		return text, io.EOF
	}
	if err == nil && s.size > s.read {
		s.known.Grow(int(s.size) + 1)
		s.known.WriteString(text)
		text = s.known.String()
	}
	return text, err
}

// isNoRecord reports whether a long text begins with one line of words alone. No key is that long, and no value can
// follow.
func isNoRecord(begin string) bool { return !strings.ContainsAny(begin, "\n:-[{?&*!|>'\"#%") }

// readBlock reads so many bytes, or with io.EOF fewer.
func readBlock(r io.Reader, length int64) ([]byte, error) {
	block := make([]byte, length)
	n, err := io.ReadFull(r, block)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return block[:n], err
}

// join returns all of a text whose size was not known. It gives back its parts as it copies them.
func (s *textSource) join() string {
	var text strings.Builder
	text.Grow(int(s.read))
	text.WriteString(s.text)
	for i, block := range s.more {
		text.Write(block)
		s.more[i] = nil
	}
	return text.String()
}

// endsIn returns io.EOF if so much of what has been read is NUL that either it is not text, or the text ended before,
// as yamldoc finds then. Otherwise it returns err, with which more was read.
func (s *textSource) endsIn(more string, err error) error {
	if strings.IndexByte(more, 0) >= 0 {
		s.nul += int64(strings.Count(more, "\x00"))
	}
	if err == nil && s.nul*10 > s.read+100 {
		s.cut = true
		return io.EOF
	}
	return err
}

// tooLong returns the error of a file with more bytes than are read.
func (s *textSource) tooLong() error {
	switch {
	case s.stream:
		return fmt.Errorf("it has more than %d bytes\nsave it to files of half the size, and name them", s.most)
	case s.size > 0 && s.size <= s.most:
		return errors.New("it grows as fast as it is read\nread it when it is whole")
	case s.most < maxRecord:
		return fmt.Errorf("with it the record has more than %d bytes\nread it apart from the files before it",
			int64(maxRecord))
	}
	return fmt.Errorf("it has more than %d bytes\nread a part of it", s.most)
}
