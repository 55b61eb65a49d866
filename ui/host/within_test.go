package host

import (
	"testing"
	"time"
)

// What never ends is left, and what ends is waited for.
func TestWithin(t *testing.T) {
	never := make(chan bool)
	defer close(never)
	if Within(time.Millisecond, func() { <-never }) {
		t.Error("what never ends has ended")
	}
	did := false
	if !Within(time.Minute, func() { did = true }) || !did {
		t.Error("what ends is not waited for")
	}
}
