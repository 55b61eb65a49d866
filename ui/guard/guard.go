// Package guard keeps a panic of the work for one reader from ending the program, which has others.
//
//	err, failed := guard.Do(func() error { return answer(words) })
//
// It imports only the standard library.
package guard

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

// Do returns the error of work, and where that panicked an error that says where. The latter has no text that could be
// of a record or of a reader.
func Do(work func() error) (err, failed error) {
	defer func() {
		value := recover()
		if value == nil {
			return
		}
		what := fmt.Sprintf("%T", value) // whose text may be one of the record
		if e, ok := value.(error); ok {
			var known runtime.Error
			if errors.As(e, &known) {
				what = known.Error()
			}
		}
		failed = fmt.Errorf("panic: %s\n%s%s", what, origins(value), debug.Stack())
	}()
	return work(), nil
}

// origins returns the calls of another goroutine that panicked first, if it was one.
func origins(value any) string {
	elsewhere, ok := value.(interface{ Callers() []uintptr })
	if !ok {
		return ""
	}
	var calls strings.Builder
	frames := runtime.CallersFrames(elsewhere.Callers())
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		fmt.Fprintf(&calls, "%s:%d\n", f.Function, f.Line)
	}
	return calls.String()
}
