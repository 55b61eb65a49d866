package serve

import (
	"bytes"
	"context"
	"time"
)

// What is heard of what a reader sends: keys held down and a mouse that moves take some 1,500 bytes a second, and a
// paste comes at once. Each key has the program draw a screen, which a program that types could keep busy.
const (
	atOnce    = 32 << 10 // bytes
	perSecond = 4 << 10
)

// An input is what a reader sends. It takes no more than is heard, so that what is sent beyond that waits at the
// sender.
type input struct {
	session   *session
	ended     func(error) // is told that there is no more
	heard     func()      // is told that there was something; nil: nobody
	interrupt func()      // is told of ^C where that is no key; nil: nobody
	ctx       context.Context
	stop      func()

	left int // bytes that are heard at once …
	at   time.Time
}

// hear returns what the reader sends from now on.
func (s *session) hear(ended func(error)) *input {
	in := &input{session: s, ended: ended, left: atOnce, at: s.Now()}
	in.ctx, in.stop = context.WithCancel(s.ctx)
	return in
}

// Read reads what the reader has sent.
func (in *input) Read(p []byte) (int, error) {
	if err := in.wait(); err != nil {
		return 0, err
	}
	n, err := in.session.channel.Read(p[:min(len(p), in.left)])
	in.left -= n
	if err != nil {
		in.ended(errGone)
	} else if in.heard != nil {
		in.heard()
	}
	return n, err
}

// wait waits until there is something to be heard again.
func (in *input) wait() error {
	for {
		now := in.session.Now()
		if more := int(now.Sub(in.at) * perSecond / time.Second); more > 0 {
			in.left, in.at = min(in.left+more, atOnce), now
		}
		if in.left > 0 {
			return in.ctx.Err()
		}
		t := time.NewTimer(time.Second / 8)
		select {
		case <-t.C:
		case <-in.ctx.Done():
			t.Stop()
			return in.ctx.Err()
		}
	}
}

// discard reads what nobody asks for, to the end, but for ^C.
func (in *input) discard() {
	p := make([]byte, 512)
	for {
		n, err := in.Read(p)
		if in.interrupt != nil && bytes.IndexByte(p[:n], ctrlC) >= 0 {
			in.interrupt()
		}
		if err != nil {
			return
		}
	}
}

// ctrlC is what a terminal sends for ^C.
const ctrlC = 3
