package host

import (
	"io"
	"os"
	"runtime/debug"

	"dateline/ui/pace"
)

// Of a record smaller than shortRecord bytes so little is left over that it may wait. From largeRecord on memory is
// saved.
const (
	shortRecord = 2 << 20
	largeRecord = 32 << 20
)

// usualGC is the percentage that Go's collector begins with.
const usualGC = 100

// collectAt has the collector begin when so many percent have come to what was left, unless the reader said when. A
// limit to all memory, of GOMEMLIMIT, holds in any case.
func (in *Input) collectAt(percent int) {
	if !in.GCSet {
		debug.SetGCPercent(percent)
	}
}

// startMemory is for when a record of at least that size is about to be read. A third of the time that a short one
// takes would be spent on collecting.
func (in *Input) startMemory(size int64) {
	in.large.Store(false)
	in.short.Store(size < shortRecord)
	if in.short.Load() {
		in.collectAt(4 * usualGC)
	}
	in.saveMemory(size)
	if in.large.Load() && !in.GCSet {
		in.pacing.Store(pace.Begin(size))
	}
}

// saveMemory keeps what is left over while a record of that size is read from becoming as much as the record itself, if
// it is large.
func (in *Input) saveMemory(size int64) {
	if size >= shortRecord && in.short.CompareAndSwap(true, false) {
		in.collectAt(usualGC)
	}
	if size >= largeRecord && in.large.CompareAndSwap(false, true) {
		in.collectAt(pace.Saving)
	}
}

// savedMemory is for when the record has been read.
func (in *Input) savedMemory() {
	if p := in.pacing.Swap(nil); p != nil {
		p.End()
	}
	switch {
	case in.large.Load():
		in.collectAt(20)
	case in.short.Load():
		in.collectAt(usualGC)
	}
}

// A measured is what can be read but once, of which nobody knows before how large it is.
type measured struct {
	*Input
	from io.Reader
}

// Size returns how many bytes are left of a file that comes as standard input, and 0 of what comes through a pipe.
func (m measured) Size() int64 {
	f, ok := m.from.(*os.File)
	if !ok {
		return 0
	}
	info, err := f.Stat()
	if err != nil || !info.Mode().IsRegular() {
		return 0
	}
	at, err := f.Seek(0, io.SeekCurrent)
	if err != nil {
		return 0
	}
	return max(0, info.Size()-at)
}

func (m measured) Read(p []byte) (int, error) {
	n, err := m.from.Read(p)
	m.saveMemory(m.came.Add(int64(n)))
	return n, err
}

// FreeMemory gives back what reading a large record took, such as its text, which nobody needs any more. It keeps all
// cores busy for a while, so it is for when nothing else does.
func (in *Input) FreeMemory() {
	if in.large.Load() {
		debug.FreeOSMemory()
	}
}
