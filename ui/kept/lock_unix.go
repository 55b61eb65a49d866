//go:build !windows

package kept

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// tryLock locks a file for this opening of it, unless it is locked already.
func tryLock(f *os.File) (bool, error) {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case err == nil:
			return true, nil
		case errors.Is(err, unix.EWOULDBLOCK):
			return false, nil
		case !errors.Is(err, unix.EINTR):
			return false, err
		}
	}
}
