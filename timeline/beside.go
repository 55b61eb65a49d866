package timeline

import (
	"runtime"
	"sync/atomic"
)

// beside does some work while the caller does other, and done waits for it. Where it panics, done does.
func beside(work func()) (done func()) {
	fault := make(chan error, 1)
	go func() {
		_, err := recovered(func() (any, error) { work(); return nil, nil })
		fault <- err
	}()
	return func() {
		if err := <-fault; err != nil {
			panic(err)
		}
	}
}

// shareOut goes from 0 to n in shares of a size, on all cores. Each of those calls begin for what it does with a share.
func shareOut(n, size int, begin func() (work func(from, to int))) {
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
		defer beside(take)()
	}
	take()
}
