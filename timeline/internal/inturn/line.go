// Package inturn does work ahead of its turn, on all cores, and hands what comes of it over in order.
//
// A Line works on things that have numbers, such as files, a bounded number of them ahead. A Record is what a reader
// gives its batches to: a timeline.Builder at once, or nothing until the Record is released to one.
//
//	files := inturn.Line[*reader]{Workers: parallel.All(), Begin: newWorker, Take: func(n int, r *reader) {
//		r.record.Release(builder)
//	}}
//	files.Work(ctx, sizes)
//
// It opens no file and knows no format. It imports timeline, diag and parallel.
package inturn

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"dateline/timeline/internal/parallel"
)

// A Line does work for numbers from 0 on, and takes what comes of it in their order.
type Line[T any] struct {
	Workers parallel.Workers
	Begin   func(place int) (work func(n int) T) // called before some numbers; see Work
	Take    func(n int, result T)
	Waiting func(n int) // called while nothing comes of n for a while, and again each time
}

// A share is what one goroutine does in one go, so that handing over costs little beside the work: so many bytes, and
// so many numbers at most. The first is of one number, which is wanted soon.
const (
	shareBytes = 128 << 10
	shareCount = 16
)

// awhile is how long nothing comes before that is told.
const awhile = time.Second

// A share is some numbers, one after the other.
type share[T any] struct {
	from, to int
	results  []T
	ready    atomic.Int64  // results that are there
	ended    chan struct{} // closed when all are there
	check    func()        // panics if the work did
}

// Work does all the work, each of which is about as much as the size of its number, and returns when it is done or ctx
// ends; then it does not wait for what is under way. With one worker, only one goroutine is busy at a time. It panics
// with a *parallel.Panic where the work did.
//
// Its own goroutine calls all functions but those that Begin returns, of which those of one place, a small number, do
// nothing at the same time.
func (l Line[T]) Work(ctx context.Context, sizes []int64) {
	ahead := 1 // shares under way
	if l.Workers > 1 {
		ahead += int(l.Workers)
	}
	again := time.NewTicker(awhile)
	defer again.Stop()
	var under []*share[T]
	for next, count := 0, 0; ; {
		for ; len(under) < ahead && next < len(sizes); count++ {
			s := begin(ctx, next, sizes, l.Begin(count%ahead))
			under, next = append(under, s), s.to
		}
		if len(under) == 0 || !l.take(ctx, under[0], again) {
			return
		}
		under = under[1:]
	}
}

// begin begins the share that begins with a number.
func begin[T any](ctx context.Context, from int, sizes []int64, work func(int) T) *share[T] {
	s := &share[T]{from: from, to: from + 1, ended: make(chan struct{})}
	for size := sizes[from]; from > 0 && s.to < len(sizes) && s.to-from < shareCount; s.to++ {
		if size += sizes[s.to]; size > shareBytes {
			break
		}
	}
	s.results = make([]T, s.to-from)
	s.check = sync.OnceFunc(parallel.Go(func() {
		defer close(s.ended)
		for n := range s.results {
			if ctx.Err() != nil {
				return
			}
			s.results[n] = work(from + n)
			s.ready.Add(1)
		}
	}))
	return s
}

// take takes what comes of a share. It reports false where ctx ends before that.
func (l Line[T]) take(ctx context.Context, s *share[T], again *time.Ticker) bool {
	again.Reset(awhile)
	for n := s.from; ; {
		whole, waited := false, false
		select {
		case <-ctx.Done():
			return false
		case <-s.ended:
			s.check()
			whole = true
		case <-again.C:
			waited = n == s.from+int(s.ready.Load())
		}
		for end := s.from + int(s.ready.Load()); n < end; n++ {
			if ctx.Err() != nil {
				return false
			}
			l.Take(n, s.results[n-s.from])
		}
		if whole {
			return ctx.Err() == nil
		}
		if waited {
			l.Waiting(n)
		}
	}
}
