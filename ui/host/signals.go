package host

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// Signals are those which ask the program to end.
type Signals struct{ heard chan os.Signal }

// WithSignals returns a context that the first signal cancels which asks the program to end. Its cause is a Signal.
// What the program was started to ignore, as nohup wants it, stays ignored.
func WithSignals(parent context.Context) (context.Context, *Signals) {
	ctx, cancel := context.WithCancelCause(parent)
	s := &Signals{make(chan os.Signal, 1)}
	s.listen(syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT)
	go func() {
		if one, ok := (<-s.heard).(syscall.Signal); ok {
			cancel(Signal(one))
		}
	}()
	return ctx, s
}

// listen listens to those of the signals that are not ignored, and returns them.
func (s *Signals) listen(signals ...os.Signal) (heard []os.Signal) {
	for _, one := range signals {
		if !signal.Ignored(one) {
			signal.Notify(s.heard, one)
			heard = append(heard, one)
		}
	}
	return heard
}

// lend leaves the signals of keys to another program that has the terminal: ^c means something else there.
func (s *Signals) lend() (takeBack func()) {
	own := s.listen(syscall.SIGINT, syscall.SIGQUIT)
	signal.Ignore(own...)
	return func() { signal.Notify(s.heard, own...) }
}

// A Signal is the cause of an end by a signal.
type Signal syscall.Signal

func (s Signal) Error() string { return syscall.Signal(s).String() }

// ExitCode returns what a shell reports for a program that the signal ended: 128 and its number.
func (s Signal) ExitCode() int { return 128 + int(s) }
