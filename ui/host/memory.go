package host

import (
	"runtime/debug"

	"dateline/timeline/load"
)

// largeRecord is the size in bytes from which on memory is saved.
const largeRecord = 32 << 20

// saveMemory keeps what is left over while a large record is read, and later, from becoming as much as the record
// itself. Done frees the text, which nobody needs when it has been read.
func saveMemory(files []load.File) (done func()) {
	size := int64(0)
	for _, f := range files {
		size += f.Size
	}
	if size < largeRecord {
		return func() {}
	}
	debug.SetGCPercent(30)
	return func() {
		debug.SetGCPercent(20)
		debug.FreeOSMemory()
	}
}
