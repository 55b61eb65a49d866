// Package pace has Go's collector wait while little is in memory of what a large text takes when it is read.
//
//	p := pace.Begin(size)
//	… // read the text, and let it go
//	p.End()
//
// Text of that size has been in memory already, so that what comes in its place costs nothing as long as it is less. To
// collect a small heap again and again would take a tenth of the time of a load. It imports only the standard library.
package pace

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// Saving is the percentage with which the collector begins when more is in memory than the text took.
const Saving = 30

// leastHeap is how many bytes the collector leaves alone, at 100 %.
const leastHeap = 4 << 20

// A Pacer looks after each collection when the next one should begin.
type Pacer struct {
	size float64 // of the text in bytes

	mu   sync.Mutex
	over bool
}

// Begin begins to set the percentage of the collector for a text of that size in bytes.
func Begin(size int64) *Pacer {
	p := &Pacer{size: float64(size)}
	p.wait()
	return p
}

// End ends the pacing. The percentage stays as it is.
func (p *Pacer) End() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.over = true
}

// A tick is gone after the next collection, which calls its finalizer.
type tick struct{ of *Pacer }

// wait has the pacer look after the next collection.
func (p *Pacer) wait() { runtime.SetFinalizer(&tick{p}, func(t *tick) { t.of.look() }) }

// look sets when the next collection begins, and waits for that.
func (p *Pacer) look() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.over {
		return
	}
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetGCPercent(p.percent(float64(live[0].Value.Uint64())))
	p.wait()
}

// From hugeHeap bytes on, more than a third of Saving would be a hundred megabytes and more, which are collected in no
// time: most of a record is text, which the collector does not look into.
const hugeHeap = 256 << 20

// percent returns the percentage at which the collector begins before the heap is larger than the text, or else Saving,
// or of a huge heap less.
func (p *Pacer) percent(live float64) int {
	live = max(1, live)
	saving := float64(Saving)
	if live >= hugeHeap {
		saving = Saving / 3
	}
	return int(max(saving, min(100*(p.size-live)/live, 100*p.size/leastHeap)))
}
