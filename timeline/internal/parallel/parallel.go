// Package parallel runs work beside other work, or on all cores, and catches panics. It is for work that is waited for:
// no goroutine of it outlives the call that waits, unless that is left out since nothing can end the work.
//
// A panic in a goroutine would end the program at once, without giving the terminal back. Here it comes out where the
// work is waited for, as a Panic that holds the calls of its origin, so that the guard of the screen can catch and
// report it:
//
//	wait := parallel.Go(readTheRest)
//	showTheFirst()
//	wait()
//
// It starts nothing by itself, and knows no context: work that is to end early has to look for that. It
// imports only the standard library.
package parallel

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

// A Panic is a panic in a goroutine of Go or Workers.For. Whoever waits for that goroutine panics with it in turn, and
// those who wait for them with the same.
type Panic struct {
	Value any // of the first panic

	callers []uintptr
}

// Error returns the value in words. It may hold text of a record, which is not safe to print to a terminal.
func (p *Panic) Error() string { return fmt.Sprint(p.Value) }

// Callers returns the calls in the goroutine of the first panic, innermost first, for runtime.CallersFrames.
func (p *Panic) Callers() []uintptr { return p.callers }

// Unwrap returns the value if it is an error, and nil otherwise.
func (p *Panic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// Go begins work in a goroutine, and returns a function that waits for its end. That may be called once. It panics
// with a *Panic if the work panicked.
func Go(work func()) (wait func()) {
	done := make(chan *Panic, 1)
	go func() {
		var failed *Panic
		defer func() { done <- failed }()
		defer func() {
			if value := recover(); value != nil {
				failed = caught(value)
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

// Workers are how many goroutines may work at once.
type Workers int

// All returns one worker for each core.
func All() Workers { return Workers(runtime.GOMAXPROCS(0)) }

// AllButOne leaves one core to somebody who waits for keys. Where there is only one, it is shared.
func AllButOne() Workers { return max(1, All()-1) }

// Go begins work as the function Go does. If there is one worker only, the work is done by who waits for it.
func (w Workers) Go(work func()) (wait func()) {
	if w > 1 {
		return Go(work)
	}
	return work
}

// For does work for all numbers from 0 up to n, without n, and returns when all is done. It calls begin once in each
// goroutine, for what that goroutine needs for itself. Then it calls work with ranges of at most size numbers, one
// after the other; to is not part of the range. It panics with a *Panic if the work of another goroutine panicked.
func (w Workers) For(n, size int, begin func() (work func(from, to int))) {
	var taken atomic.Int64
	take := func() {
		for work := begin(); ; runtime.Gosched() { // so that a key that is pressed need not wait for it
			to := int(taken.Add(int64(size)))
			if to-size >= n {
				return
			}
			work(to-size, min(to, n))
		}
	}
	for range min(int(w), (n+size-1)/size) - 1 {
		defer Go(take)()
	}
	take()
}
