//go:build !windows

package host

import (
	"syscall"

	"golang.org/x/sys/unix"
)

// CanSuspend says whether there is a shell that could continue the program after it stops: one that made it a job, that
// is a process group other than its own. Where the program is the terminal's first, the system would not even stop it.
func CanSuspend() bool {
	session, err := unix.Getsid(0)
	return err == nil && session != syscall.Getpgrp()
}
