package guard

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// A panic is an error that says where it was, and nothing that could be of a record.
func TestAPanicIsAnError(t *testing.T) {
	if err, failed := Do(func() error { return os.ErrClosed }); !errors.Is(err, os.ErrClosed) || failed != nil {
		t.Error(err, failed)
	}
	var none map[string]int
	for name, fail := range map[string]func(){
		"assignment to entry in nil map": func() { none["x"] = 1 },
		"panic: string":                  func() { panic("private") },
		"panic: *errors.errorString":     func() { panic(errors.New("private")) },
	} {
		err, failed := Do(func() error { fail(); return nil })
		if err != nil || failed == nil || !strings.Contains(failed.Error(), name) ||
			!strings.Contains(failed.Error(), "guard_test.go:") || strings.Contains(failed.Error(), "private") {
			t.Errorf("%s: %v, %v", name, err, failed)
		}
	}
}
