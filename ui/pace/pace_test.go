package pace

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// The collector waits until the heap has the size of the text, and no longer.
func TestPercent(t *testing.T) {
	const mb = 1 << 20
	p := Pacer{size: 80 * mb}
	for _, test := range []struct {
		live float64
		want int
	}{{0, 2000}, {4 * mb, 1900}, {20 * mb, 300}, {40 * mb, 100}, {60 * mb, 33}, {64 * mb, Saving}, {400 * mb, Saving / 3}} {
		if got := p.percent(test.live); got != test.want {
			t.Errorf("%.0f MB: %d %%, want %d", test.live/mb, got, test.want)
		}
	}
}

// Each collection sets the percentage until the end, and none after that.
func TestPacerLooksAfterEachCollection(t *testing.T) {
	const mark = 77
	defer debug.SetGCPercent(debug.SetGCPercent(mark))
	p := Begin(1 << 40)
	looked := func() bool {
		debug.SetGCPercent(mark)
		for range 200 {
			runtime.GC()
			time.Sleep(time.Millisecond)
			if debug.SetGCPercent(mark) != mark {
				return true
			}
		}
		return false
	}
	for range 2 {
		if !looked() {
			t.Error("a collection has not set the percentage")
		}
	}
	p.End()
	if looked() {
		t.Error("it is set after the end")
	}
}
