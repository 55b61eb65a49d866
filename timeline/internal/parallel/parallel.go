package parallel

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// A Panic is what was recovered from a panic in a goroutine of Go or For. It is panicked with again where that is waited
// for, and keeps the stack of its origin.
type Panic struct {
	Value any
	Stack []byte
}

func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

// Unwrap returns the value where that is an error.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// Go does some work while the caller does other, and wait waits for it. Where the work panics, wait panics with a Panic.
func Go(work func()) (wait func()) {
	done := make(chan *Panic, 1)
	go func() {
		var failed *Panic
		defer func() { done <- failed }()
		defer func() {
			if value := recover(); value != nil {
				inner, again := value.(*Panic)
				if failed = inner; !again {
					failed = &Panic{value, debug.Stack()}
				}
			}
		}()
		work()
	}()
	return func() {
		if failed := <-done; failed != nil {
			panic(failed)
		}
	}
}

// For goes from 0 to n in shares of a size, on all cores. Each of those calls begin for what it does with a share.
func For(n, size int, begin func() (work func(from, to int))) {
	var taken atomic.Int64
	take := func() {
		for work := begin(); ; runtime.Gosched() { // so that no key waits for it
			to := int(taken.Add(int64(size)))
			if to-size >= n {
				return
			}
			work(to-size, min(to, n))
		}
	}
	for range min(runtime.GOMAXPROCS(0), (n+size-1)/size) - 1 {
		defer Go(take)()
	}
	take()
}
