package parallel

import (
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
)

// A panic in another goroutine comes out where somebody waits for that goroutine, and shows where it came from.
func TestGoPanicsWithTheCallsOfItsOrigin(t *testing.T) {
	fault := errors.New("a fault of our own")
	for name, run := range map[string]func(){
		"Go": func() { Go(func() { failHere(fault) })() },
		"For": func() {
			All().For(1<<10, 1, func() func(from, to int) { return func(int, int) { Go(func() { failHere(fault) })() } })
		},
		"Go in Go": func() { Go(func() { Go(func() { failHere(fault) })() })() },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				p, ok := recover().(*Panic)
				if !ok || !errors.Is(p, fault) || p.Error() != fault.Error() || !callsOf(p)["failHere"] {
					t.Errorf("it panics with %v of %v", p, callsOf(p))
				}
			}()
			run()
			t.Error("it does not panic")
		})
	}
}

func failHere(err error) { panic(err) }

// callsOf returns the functions that led to a panic, without their packages.
func callsOf(p *Panic) map[string]bool {
	calls := make(map[string]bool)
	frames := runtime.CallersFrames(p.Callers())
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		calls[f.Function[strings.LastIndexByte(f.Function, '.')+1:]] = true
	}
	return calls
}

// A library that panics has met input that it cannot read. That is an error like others, and nothing is returned.
func TestRecover(t *testing.T) {
	for name, c := range map[string]struct {
		call func() ([]int, error)
		want string
	}{
		"a panic":  {func() ([]int, error) { panic("index out of range") }, "[] index out of range"},
		"an error": {func() ([]int, error) { return nil, errors.New("no end") }, "[] no end"},
		"neither":  {func() ([]int, error) { return []int{1}, nil }, "[1] <nil>"},
	} {
		t.Run(name, func(t *testing.T) {
			result, err := Recover(c.call)
			if got := fmt.Sprint(result, err); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// One worker does its work when it is waited for, and of several all work at once.
func TestWorkersAreAsManyAsTheyAre(t *testing.T) {
	done := false
	wait := Workers(1).Go(func() { done = true })
	if done {
		t.Error("one worker works beside who waits for it")
	}
	if wait(); !done {
		t.Error("the work is not done")
	}
	begun := make(chan bool)
	wait = Workers(2).Go(func() { begun <- true })
	<-begun
	wait()
	var working, most atomic.Int32
	Workers(3).For(1000, 1, func() func(from, to int) {
		most.Store(max(most.Load(), working.Add(1)))
		return func(int, int) { runtime.Gosched() }
	})
	if most.Load() > 3 {
		t.Errorf("%d of 3 work", most.Load())
	}
}

func ExampleGo() {
	wait := Go(func() { fmt.Println("beside") })
	wait()
	fmt.Println("after it")
	// Output:
	// beside
	// after it
}

func ExampleWorkers_For() {
	var sum atomic.Int64
	All().For(1000, 64, func() func(from, to int) {
		return func(from, to int) {
			for i := from; i < to; i++ {
				sum.Add(int64(i))
			}
		}
	})
	fmt.Println(sum.Load())
	// Output: 499500
}
