//go:build !windows

package host

import (
	"errors"
	"os"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// ReadsEnd says that a Keyboard reports the focus after each read. On Windows, bubbletea reads the console by itself.
const ReadsEnd = true

// endChild sends a signal to a program that was started. If the shell made the two of them a job, it sends the signal
// to all of the job, since what the program has started may have the terminal.
func endChild(child *os.Process, s syscall.Signal) error {
	if syscall.Getpgrp() == os.Getpid() {
		return syscall.Kill(0, s)
	}
	return child.Signal(s)
}

// typedWithin reports whether there is something to read within that time.
func typedWithin(fd uintptr, patience time.Duration, now func() time.Time) bool {
	for late := now().Add(patience); ; {
		var read unix.FdSet
		if int(fd) >= unix.FD_SETSIZE {
			return false
		}
		read.Set(int(fd))
		left := unix.NsecToTimeval(max(0, late.Sub(now())).Nanoseconds())
		n, err := unix.Select(int(fd)+1, &read, nil, nil, &left) // poll does not know terminals on every system
		if !errors.Is(err, unix.EINTR) {
			return err == nil && n > 0
		}
	}
}
