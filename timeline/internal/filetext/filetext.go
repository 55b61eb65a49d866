// Package filetext reads the text of a file in steps, and leaves what never comes: a pipe, a device or a file on
// another machine may not answer. The first step tells what is no text, so that it is not held.
//
//	text, err := filetext.New(open, size, most).All(ctx, func(soFar string) {}, nil)
//
// It does not decode the text and knows no record. It imports cleantext and parallel.
package filetext

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"dateline/timeline/internal/cleantext"
	"dateline/timeline/internal/parallel"
)

// The most that is read, in bytes: of all files of a record together, and of a stream.
const (
	MaxRecord = 1 << 31
	MaxStream = 1 << 30
)

// A long file is looked at when its first bytes have been read, and again after each further step, both in bytes.
const (
	FirstRead = 512 << 10
	Step      = 8 << 20
)

// awhile is how long nothing comes of a file before the reader is told what is waited for, and again each time.
const awhile = time.Second

// New returns the text of a file of a size in bytes, 0 where it is not known, of which so many bytes are read at most.
func New(open func() (io.ReadCloser, error), size, most int64) *Text {
	return &Text{open: open, size: size, most: most}
}

// IsTable says that it is a table, whose first line may be words alone, however long.
func (s *Text) IsTable() { s.table = true }

// NewStream returns the text of what comes once, of which so many bytes are read at most. size is how many come, 0
// where that is not known; where they are too many, none is read.
func NewStream(open func() (io.ReadCloser, error), size, most int64) *Text {
	if size <= most {
		size = 0 // more may be written before all has come
	}
	return &Text{open: open, size: size, most: most, stream: true}
}

// A Text is the text of a file, as far as it has been read. It is read in steps, each in a goroutine of its own,
// so that who waits can leave: a device, a pipe or a file on another machine may never answer.
type Text struct {
	open   func() (io.ReadCloser, error)
	size   int64 // of the file in bytes; 0 where it is not known
	most   int64 // bytes that are read
	table  bool  // its name says that it is one
	stream bool  // what has come of it does not come again

	mu     sync.Mutex
	step   *step // under way; nil where none is
	from   io.ReadCloser
	left   bool   // nobody waits any more
	closed bool   // whether from is
	text   string // what can be looked at so far, and in the end all of it
	done   bool
	cut    bool // whether so much was NUL that the rest was not read
	err    error

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

// All returns the whole text of a file, or an error if it cannot be read or ctx ends. Of a long file it calls look with
// what has been read so far, but the whole. While nothing comes it calls waiting now and then, which may be nil.
func (s *Text) All(ctx context.Context, look func(soFar string), waiting func()) (string, error) {
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

// Start reads the first step in the goroutine that calls, which for a short file is all of it. It may take for ever, or
// until ctx ends if the system lets it end. All goes on from there.
func (s *Text) Start(ctx context.Context) {
	s.mu.Lock()
	begun := s.step != nil || s.from != nil || s.done || s.err != nil
	s.mu.Unlock()
	if !begun {
		defer context.AfterFunc(ctx, s.leave)()
		s.advance()
	}
}

// Short returns the whole text, if the first step has read it and no error has come of it.
func (s *Text) Short() (text string, ok bool) {
	text, done, err := s.state()
	return text, done && err == nil
}

// Cut reports whether the text that All returned is no more than shows what the file is.
func (s *Text) Cut() bool { return s.cut }

// state returns what has been read so far.
func (s *Text) state() (text string, done bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text, s.done, s.err
}

// await waits for a step, which it begins unless one is under way.
func (s *Text) await(ctx context.Context, waiting func()) error {
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
func (s *Text) begins() *step {
	ended := make(chan struct{})
	wait := parallel.Go(func() {
		defer close(ended)
		s.advance()
	})
	return &step{ended, sync.OnceFunc(wait)}
}

// leave ends the reading of a file, if the system lets it end. What comes of a stream is kept.
func (s *Text) leave() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.left = true; !s.stream {
		s.close()
	}
}

// close closes the file once, if it is open: by who leaves it, or else by who has read it. The caller holds mu.
func (s *Text) close() {
	if s.from != nil && !s.closed {
		s.closed = true
		_ = s.from.Close()
	}
}

// advance reads the next step.
func (s *Text) advance() {
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
		s.close()
	}
	s.step = nil
}

// next reads some bytes. It returns what can be looked at, and with io.EOF all of the text, or as much of it as shows
// that it is none.
func (s *Text) next() (text string, err error) {
	switch {
	case s.size > s.most:
		return "", s.tooLong()
	case s.from == nil:
		return s.begin()
	case s.known.Len() > 0:
		before := s.known.Len()
		n, err := io.CopyN(&s.known, s.from, min(Step, s.most+1-s.read))
		s.read += n
		text = s.known.String()
		return text, s.endsIn(text[before:], err)
	}
	block, err := readBlock(s.from, min(Step, s.most+1-s.read))
	s.more = append(s.more, block)
	s.read += int64(len(block))
	err = s.endsIn(string(block), err)
	if errors.Is(err, io.EOF) && s.read <= s.most {
		return s.join(), err
	}
	return s.text, err
}

// begin reads the first bytes, which may show that the file is no text.
func (s *Text) begin() (text string, err error) {
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
	length := int64(FirstRead)
	if s.size > 0 {
		length = min(length, s.size+1)
	}
	block, err := readBlock(from, min(length, s.most+1))
	s.read = int64(len(block))
	text = string(block)
	err = s.endsIn(text, err)
	if s.cut || !cleantext.MayBeText(text) || len(text) == FirstRead && !s.table && isNoRecord(text) {
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
func (s *Text) join() string {
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
func (s *Text) endsIn(more string, err error) error {
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
func (s *Text) tooLong() error {
	has := "it has more than " + amount(min(s.most, MaxRecord))
	switch {
	case s.stream && s.size > MaxRecord:
		return fmt.Errorf("it has %s, and at most %s are read\nsave a part of it to a file, and name that",
			amount(s.size), amount(MaxRecord))
	case s.stream:
		return fmt.Errorf("%s, which is all that is read of what comes once\n"+
			"save it to a file and name that: of files, %s are read", has, amount(MaxRecord))
	case s.size > 0 && s.size <= s.most:
		return errors.New("it grows as fast as it is read\nread it when it is whole")
	case s.size > MaxRecord:
		return fmt.Errorf("it has %s, and at most %s are read\nsave a part of it to a file, and read that",
			amount(s.size), amount(MaxRecord))
	case s.most < MaxRecord && s.size > 0:
		return fmt.Errorf("it has %s, and with the files before it more than the %s that are read together\n%s",
			amount(s.size), amount(MaxRecord), readApart)
	case s.most < MaxRecord:
		return fmt.Errorf("with the files before it, it has more than the %s that are read together\n%s",
			amount(MaxRecord), readApart)
	}
	return fmt.Errorf("%s, and no more is read\nsave a part of it to a file, and read that", has)
}

// readApart is the cure where files are too long together.
const readApart = "read it apart from the files before it"

// amount returns a number of bytes as in "2 GiB" or "2.1 GiB", rounded up to a tenth so that what is over a limit is
// more than it.
func amount(bytes int64) string {
	n, unit := bytes, "bytes"
	for _, larger := range []string{"KiB", "MiB", "GiB", "TiB"} {
		if bytes < 1<<10 {
			break
		}
		n, bytes, unit = bytes, (bytes+1<<10-1)>>10, larger
	}
	if unit == "bytes" {
		return fmt.Sprintf("%d bytes", bytes)
	}
	tenths := (10*n + 1<<10 - 1) >> 10
	if tenths%10 == 0 {
		return fmt.Sprintf("%d %s", tenths/10, unit)
	}
	return fmt.Sprintf("%d.%d %s", tenths/10, tenths%10, unit)
}
