package serve

import (
	"bytes"
	"context"
	"io"
	"sync"
	"time"
)

// A patient is what is written to a reader. SSH lets a writer wait for a reader who takes nothing; here the connection
// ends when that takes too long. Nothing is kept meanwhile.
type patient struct {
	to   io.Writer
	wait time.Duration
	drop func()
}

// writer returns what writes to a channel of the reader.
func (s *session) writer(to io.Writer) io.Writer { return patient{to, s.patience.stall, s.drop} }

func (w patient) Write(p []byte) (n int, err error) {
	const part = 32 << 10 // which is taken at once, or in time
	stuck := time.AfterFunc(w.wait, w.drop)
	defer stuck.Stop()
	for len(p) > 0 && err == nil {
		var some int
		some, err = w.to.Write(p[:min(len(p), part)])
		n, p = n+some, p[some:]
		stuck.Reset(w.wait)
	}
	return n, err
}

// A returning is a terminal for what is written in lines, each of which begins at the left.
type returning struct{ to io.Writer }

func (w returning) Write(p []byte) (int, error) {
	if _, err := w.to.Write(bytes.ReplaceAll(p, []byte("\n"), []byte("\r\n"))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// Sizes are that of a terminal.
type sizes struct {
	mu            sync.Mutex
	columns, rows int
	changed       chan struct{} // has room for one
}

// set takes a size, which may be any two numbers.
func (z *sizes) set(columns, rows uint32) {
	const most = 1 << 16
	z.mu.Lock()
	defer z.mu.Unlock()
	z.columns, z.rows = int(min(columns, most)), int(min(rows, most))
	select {
	case z.changed <- struct{}{}:
	default: // it has not been taken yet, and will be
	}
}

// follow tells the size, and each time that it changes, until ctx ends. A whole screen is drawn for each, and so the
// next is told a while later.
func (z *sizes) follow(ctx context.Context, tell func(columns, rows int)) {
	const pause = time.Second / 20
	for {
		select {
		case <-z.changed:
		case <-ctx.Done():
			return
		}
		z.mu.Lock()
		columns, rows := z.columns, z.rows
		z.mu.Unlock()
		tell(columns, rows)
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return
		}
	}
}
