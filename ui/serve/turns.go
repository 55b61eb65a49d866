package serve

import (
	"context"
	"io"
	"net/netip"
	"slices"
	"sync"
	"time"
)

// Commands that are answered at once, of which each may take much memory, and those of one address.
const (
	mostAnswers = 4
	mostFromOne = 2
)

// answer waits for a place for a command, until ctx ends. Done gives it back.
func (p *places) answer(ctx context.Context, of netip.Prefix) (done func(), ok bool) {
	for {
		p.mu.Lock()
		same := 0
		for _, other := range p.answering {
			if other == of {
				same++
			}
		}
		if len(p.answering) < mostAnswers && same < mostFromOne {
			p.answering = append(p.answering, of)
			p.mu.Unlock()
			return func() { p.answeredOne(of) }, true
		}
		if p.answered == nil {
			p.answered = make(chan struct{})
		}
		freed := p.answered
		p.mu.Unlock()
		select {
		case <-freed:
		case <-ctx.Done():
			return nil, false
		}
	}
}

// answeredOne gives back the place of a command.
func (p *places) answeredOne(of netip.Prefix) {
	p.mu.Lock()
	defer p.mu.Unlock()
	n := slices.Index(p.answering, of)
	p.answering = slices.Delete(p.answering, n, n+1)
	if p.answered != nil {
		close(p.answered)
		p.answered = nil
	}
}

// A turn is that of a command, to be answered. It is given back as long as the reader takes nothing of the answer, who
// may be paging through it: that holds memory, but no core.
type turn struct {
	places *places
	origin netip.Prefix

	mu   sync.Mutex
	done func() // gives it back; nil while it is given back
}

// take waits for the turn, unless it has come, until ctx ends.
func (t *turn) take(ctx context.Context) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.done != nil {
		return nil
	}
	done, ok := t.places.answer(ctx, t.origin)
	if !ok {
		return context.Cause(ctx)
	}
	t.done = done
	return nil
}

// give gives the turn back, if it has come.
func (t *turn) give() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.done != nil {
		t.done()
		t.done = nil
	}
}

// A yielding is what is written of an answer, which takes the turn again when the reader has taken some of it.
type yielding struct {
	io.Writer
	turn *turn
	ctx  context.Context // of the answer
}

func (w yielding) Write(p []byte) (int, error) {
	const paging = time.Second / 2
	given := make(chan struct{})
	waits := time.AfterFunc(paging, func() {
		w.turn.give()
		close(given)
	})
	n, err := w.Writer.Write(p)
	if !waits.Stop() {
		<-given // or it would be given back after it was taken again
	}
	if err == nil {
		err = w.turn.take(w.ctx)
	}
	return n, err
}
