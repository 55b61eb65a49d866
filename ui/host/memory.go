package host

import (
	"io"
	"runtime/debug"
)

// largeRecord is the size in bytes from which on memory is saved.
const largeRecord = 32 << 20

// saveMemory keeps what is left over while a record of that size is read from becoming as much as the record itself, if
// it is large.
func (in *Input) saveMemory(size int64) {
	if size >= largeRecord && in.large.CompareAndSwap(false, true) {
		debug.SetGCPercent(30)
	}
}

// savedMemory is for when the record has been read.
func (in *Input) savedMemory() {
	if in.large.Load() {
		debug.SetGCPercent(20)
	}
}

// A measured is what can be read but once, of which nobody knows before how large it is.
type measured struct {
	*Input
	from io.Reader
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
