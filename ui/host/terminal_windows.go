package host

import (
	"context"
	"os"
	"syscall"
	"time"
)

// CanSuspend says that there is no job control here.
func CanSuspend() bool { return false }

// Continued returns nil, as nothing stops the program.
func Continued() func(ctx context.Context) bool { return nil }

// endChild ends a program that was started.
func endChild(child *os.Process, _ syscall.Signal) error { return child.Kill() }

// typedWithin reports false, since a console sends whole keys.
func typedWithin(uintptr, time.Duration, func() time.Time) bool { return false }
