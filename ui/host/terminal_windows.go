package host

import (
	"context"
	"os"
	"syscall"
	"time"
)

// A Job is the program as a shell sees it. There is no job control here.
type Job struct{}

// NewJob returns a job that nobody stops.
func NewJob(*Keyboard) *Job { return &Job{} }

// CanSuspend reports false.
func (*Job) CanSuspend() bool { return false }

// Suspend does nothing.
func (*Job) Suspend() {}

// Heard waits for the end of ctx.
func (*Job) Heard(ctx context.Context) (stop, ok bool) {
	<-ctx.Done()
	return false, false
}

// Stop does nothing.
func (*Job) Stop() {}

// lend does nothing.
func (*Job) lend(*os.Process) (takeBack func()) { return func() {} }

// ReadsEnd says that a Keyboard does not report the focus after each read: bubbletea reads the console by itself.
const ReadsEnd = false

// endChild ends a program that was started.
func endChild(child *os.Process, _ syscall.Signal) error { return child.Kill() }

// typedWithin reports false, since a console sends whole keys.
func typedWithin(uintptr, time.Duration, func() time.Time) bool { return false }
