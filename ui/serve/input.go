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

	keys allowance
}

// hear returns what the reader sends from now on.
func (s *session) hear(ended func(error)) *input {
	in := &input{session: s, ended: ended}
	in.keys = allowance{most: atOnce, perSecond: perSecond, left: atOnce, at: s.Now()}
	in.ctx, in.stop = context.WithCancel(s.ctx)
	return in
}

// Read reads what the reader has sent.
func (in *input) Read(p []byte) (int, error) {
	n, err := in.keys.wait(in.session.Now, in.ctx.Done())
	if err != nil {
		return 0, err
	}
	n, err = in.session.channel.Read(p[:min(len(p), n)])
	in.keys.left -= n
	if err != nil {
		in.ended(errGone)
	} else if in.heard != nil {
		in.heard()
	}
	return n, err
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

// An allowance is how much may be read: so much at once, and so much more with each second.
type allowance struct {
	most, perSecond int // bytes
	left            int // bytes at …
	at              time.Time
}

// wait waits until something may be read, and returns how much. It returns an error if ended is closed first.
func (a *allowance) wait(now func() time.Time, ended <-chan struct{}) (int, error) {
	const pause = time.Second / 20
	for {
		at := now()
		since := min(at.Sub(a.at), time.Minute) // by when all is allowed again
		if more := int(since * time.Duration(a.perSecond) / time.Second); more > 0 {
			a.left, a.at = min(a.left+more, a.most), at
		}
		if a.left > 0 {
			return a.left, nil
		}
		t := time.NewTimer(pause)
		select {
		case <-t.C:
		case <-ended:
			t.Stop()
			return 0, errGone
		}
	}
}
