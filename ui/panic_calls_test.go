package ui

import (
	"runtime"
	"strings"
	"testing"
)

// A fromElsewhere is a panic in another goroutine that is panicked with again where that was waited for.
type fromElsewhere []uintptr

func (f fromElsewhere) Callers() []uintptr { return f }

func TestPanicElsewhereNamesTheCallsOfItsOrigin(t *testing.T) {
	var origin fromElsewhere
	func() {
		defer func() {
			_ = recover()
			callers := make([]uintptr, 64)
			origin = callers[:runtime.Callers(1, callers)]
		}()
		failFarAway()
	}()
	defer func() {
		if calls := innermostCalls(recover()); !strings.Contains(calls, "failFarAway") {
			t.Errorf("the calls are\n%s", calls)
		}
	}()
	panic(origin)
}

func failFarAway() { panic("far away") }
