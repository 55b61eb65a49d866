package kept

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock locks a file for this opening of it, unless it is locked already.
func tryLock(f *os.File) (bool, error) {
	const all = ^uint32(0) // bytes of the file, and as many more
	err := windows.LockFileEx(windows.Handle(f.Fd()), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY,
		0, all, all, new(windows.Overlapped))
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return false, nil
	}
	return err == nil, err
}
