package host

import (
	"runtime/debug"

	"dateline/timeline/load"
)

// largeRecord is the size in bytes from which on memory is saved.
const largeRecord = 32 << 20

// saveMemory keeps what is left over while a large record is read, and later, from becoming as much as the record
// itself. It reports whether the record is large.
func saveMemory(files []load.File) (large bool, done func()) {
	size := int64(0)
	for _, f := range files {
		size += f.Size
	}
	if size < largeRecord {
		return false, func() {}
	}
	debug.SetGCPercent(30)
	return true, func() { debug.SetGCPercent(20) }
}

// FreeMemory gives back what reading a large record took, such as its text, which nobody needs any more. It keeps all
// cores busy for a while, so it is for when nothing else does.
func (in *Input) FreeMemory() {
	if in.large.Load() {
		debug.FreeOSMemory()
	}
}
