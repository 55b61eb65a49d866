//go:build !windows

package host

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"golang.org/x/sys/unix"
)

// A Job is the program as a shell sees it that runs it: the shell may stop it (SIGTSTP) and have it go on (SIGCONT).
// Who has the terminal then must give it back before the program stops, which is why the system is not left to it.
type Job struct {
	keyboard *Keyboard
	heard    chan os.Signal
}

// NewJob returns the program as a job that reads the keyboard. From now on SIGTSTP alone stops it no more.
func NewJob(k *Keyboard) *Job {
	j := &Job{k, make(chan os.Signal, 4)}
	j.listen(j.heard)
	return j
}

// listen has a channel told of what the shell asks for.
func (j *Job) listen(heard chan os.Signal) {
	signal.Notify(heard, syscall.SIGTSTP, syscall.SIGCONT)
}

// CanSuspend reports whether there is a shell that could have the program go on after it stops: one that made it a job,
// which is a process group other than its own. Without one nobody could.
func (j *Job) CanSuspend() bool {
	session, err := unix.Getsid(0)
	group := syscall.Getpgrp()
	if err != nil || session == group {
		return false
	}
	parent := os.Getppid()
	if its, err := unix.Getpgid(parent); err == nil && its == group {
		return true // a script, which is a part of the job
	}
	its, err := unix.Getsid(parent)
	return err == nil && its == session // else the shell is gone
}

// Suspend asks for what kill -TSTP asks for. It does not wait.
func (j *Job) Suspend() { _ = syscall.Kill(os.Getpid(), syscall.SIGTSTP) }

// Heard waits until the program is to stop, or goes on after it was stopped without being asked. Ok is false if ctx
// ended first. What nobody could end is no reason to stop, and a job that goes on without the terminal has to wait for
// that.
func (j *Job) Heard(ctx context.Context) (stop, ok bool) {
	for {
		select {
		case s := <-j.heard:
			if stop = s == syscall.SIGTSTP; stop && j.CanSuspend() || !stop && j.inForeground() {
				return stop, true
			}
		case <-ctx.Done():
			return false, false
		}
	}
}

// inForeground reports whether the job has the terminal, and not a shell that has it go on beside itself.
func (j *Job) inForeground() bool {
	group, err := unix.IoctlGetInt(int(j.keyboard.Fd()), unix.TIOCGPGRP)
	return err != nil || group == syscall.Getpgrp()
}

// Stop stops the job, with all that belongs to it, until the shell has it go on. The terminal must have been given
// back.
func (j *Job) Stop() { j.stop(j.heard) }

// stop stops the job. What heard is told meanwhile asks for nothing more. SIGSTOP is sent since a program that has once
// listened to SIGTSTP is no longer stopped by it.
func (j *Job) stop(heard chan os.Signal) {
	signal.Stop(heard)
	for len(heard) > 0 {
		<-heard
	}
	continued := make(chan os.Signal, 1)
	signal.Notify(continued, syscall.SIGCONT)
	defer signal.Stop(continued)
	if err := syscall.Kill(0, syscall.SIGSTOP); err == nil {
		<-continued
	}
	j.listen(heard)
}

// How long an editor has to leave the terminal when it is to stop, and to write the last of it.
const (
	editorLeaves = 300 * time.Millisecond
	editorEnds   = 50 * time.Millisecond
)

// lend has the job stop together with another program that has the terminal, until takeBack is called. That program is
// asked first, and gives back the terminal itself. Its settings are set back should it not have done so.
func (j *Job) lend(child *os.Process) (takeBack func()) {
	heard, ended, done := make(chan os.Signal, 4), make(chan struct{}), make(chan struct{})
	signal.Stop(j.heard)
	j.listen(heard)
	go func() {
		defer close(done)
		for {
			select {
			case s := <-heard:
				if s == syscall.SIGTSTP && j.CanSuspend() {
					j.stopWith(child, heard)
				}
			case <-ended:
				return
			}
		}
	}()
	return func() {
		close(ended)
		<-done
		signal.Stop(heard)
		j.listen(j.heard)
	}
}

// stopWith stops a program that has the terminal, and the job with it.
func (j *Job) stopWith(child *os.Process, heard chan os.Signal) {
	k := j.keyboard
	_ = endChild(child, syscall.SIGTSTP)
	for late := k.now().Add(editorLeaves); !k.isCooked() && k.now().Before(late); {
		time.Sleep(editorEnds / 10)
	}
	time.Sleep(editorEnds)
	itsOwn, err := term.GetState(k.Fd())
	if err != nil || k.isCooked() {
		j.stop(heard)
		return
	}
	_ = k.Restore()
	j.stop(heard)
	_ = term.Restore(k.Fd(), itsOwn)
}

// isCooked reports whether the settings of the terminal are those from before anybody read keys from it.
func (k *Keyboard) isCooked() bool {
	now, err := term.GetState(k.Fd())
	return err == nil && *now == *k.before
}
