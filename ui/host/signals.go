package host

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// WithSignals gives a context that is cancelled by the first signal which asks the program to end; its cause is a Signal.
// What the program was started to ignore, as nohup wants it, stays ignored.
func WithSignals(parent context.Context) context.Context {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	for _, s := range []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		if !signal.Ignored(s) {
			signal.Notify(signals, s)
		}
	}
	go func() {
		if s, ok := (<-signals).(syscall.Signal); ok {
			cancel(Signal(s))
		}
	}()
	return ctx
}

// A Signal is the cause of an end by a signal.
type Signal syscall.Signal

func (s Signal) Error() string { return syscall.Signal(s).String() }

// ExitCode is what a shell gives for a program that the signal ended: 128 and its number.
func (s Signal) ExitCode() int { return 128 + int(s) }
