package parallel

import (
	"fmt"
	"path"
	"runtime"
	"strings"
)

// Recover returns what call returns. If call panics, it returns the zero T and an error with the text of the panic. It
// is for calls into a library that panics over input that it cannot read or write. A panic in our own code is a fault
// of the program and must go on to whoever reports it; see Catch.
func Recover[T any](call func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			var nothing T
			result, err = nothing, fmt.Errorf("%v", fault)
		}
	}()
	return call()
}

// Catch calls a function and returns the panic that ends it, or nil. It is for work of which the rest can be done all
// the same, by who tells that there was a fault of the program.
func Catch(call func()) (failed *Panic) {
	defer func() {
		if value := recover(); value != nil {
			failed = caught(value)
		}
	}()
	call()
	return nil
}

// caught returns the Panic of a value that was recovered, with the calls of its origin. The function that recovers it
// calls this.
func caught(value any) *Panic {
	if inner, again := value.(*Panic); again {
		return inner
	}
	callers := make([]uintptr, 64)
	return &Panic{value, callers[:runtime.Callers(2, callers)]}
}

// Origin returns the function and the line of the source in which the panic began: "Cut in cut.go:12".
func (p *Panic) Origin() string {
	frames := runtime.CallersFrames(p.callers)
	panicking := false
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		if panicking && f.Function != "" && !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s in %s:%d", path.Base(f.Function), path.Base(f.File), f.Line)
		}
		panicking = panicking || f.Function == "runtime.gopanic"
	}
	return "an unknown place"
}
