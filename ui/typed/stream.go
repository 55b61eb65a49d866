package typed

import (
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
)

// ErrGone is the end of a Stream: a terminal that brings no more is gone. It is no io.EOF, which a program that reads
// keys would take for a quiet end of them, and stay.
var ErrGone = errors.New("the terminal is gone")

// chunk is how many bytes are read at once.
const chunk = 2 << 10

// A Stream is a Source over any reader, such as the channel of an SSH session. It holds two chunks at most: while
// nobody takes those, nothing more is read, and whoever sends too much has to wait. One goroutine reads it; any may
// close it.
type Stream struct {
	chunks chan []byte // closed at the end of the reader
	rest   []byte      // of the chunk that is read from
	end    error       // of the reader; for after chunks is closed

	closing sync.Once
	closed  chan struct{}
}

// NewStream returns a stream over a reader, which is read from in a goroutine until it ends, or has returned after
// Close.
func NewStream(from io.Reader) *Stream {
	s := &Stream{chunks: make(chan []byte), closed: make(chan struct{})}
	go s.fill(from)
	return s
}

// fill hands on what is read. A chunk is received when the one before is used up, whose memory is free then.
func (s *Stream) fill(from io.Reader) {
	defer close(s.chunks)
	var memory [2][chunk]byte
	for i := 0; ; i = 1 - i {
		n, err := from.Read(memory[i][:])
		if n > 0 {
			select {
			case s.chunks <- memory[i][:n]:
			case <-s.closed:
				return
			}
		}
		if err != nil {
			s.end = fmt.Errorf("%w: %v", ErrGone, err)
			return
		}
	}
}

// Close ends the stream: what waits for it returns, and nothing is read any more. A read of the reader that is under
// way goes on by itself until that ends.
func (s *Stream) Close() error {
	s.closing.Do(func() { close(s.closed) })
	return nil
}

// Read reads what is there, and waits if there is nothing. At the end of the reader the error is an ErrGone that says
// why, and after Close it is an ErrGone.
func (s *Stream) Read(p []byte) (int, error) {
	s.take(nil)
	if s.isClosed() {
		return 0, ErrGone
	}
	if len(s.rest) == 0 {
		return 0, s.end
	}
	n := copy(p, s.rest)
	s.rest = s.rest[n:]
	return n, nil
}

// Within reports whether a Read returns within that time.
func (s *Stream) Within(patience time.Duration) bool {
	if len(s.rest) > 0 {
		return true
	}
	late := time.NewTimer(patience)
	defer late.Stop()
	return s.take(late.C)
}

// take waits for a chunk if there is none, for the end, or for it to be late. It reports whether it was not.
func (s *Stream) take(late <-chan time.Time) bool {
	if len(s.rest) > 0 || s.isClosed() {
		return true
	}
	select {
	case s.rest = <-s.chunks: // nil once they are closed
		return true
	case <-s.closed:
		return true
	case <-late:
	}
	select { // where both are ready, either may be taken
	case s.rest = <-s.chunks:
		return true
	default:
		return false
	}
}

// isClosed reports whether there was a Close.
func (s *Stream) isClosed() bool {
	select {
	case <-s.closed:
		return true
	default:
		return false
	}
}
