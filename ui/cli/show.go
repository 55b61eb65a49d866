package cli

import (
	"context"
	"errors"
	"os"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"dateline/timeline/load"
	"dateline/ui"
	"dateline/ui/host"
	"dateline/ui/session"
)

// lastResort is how long the screen has after a signal to leave the terminal.
const lastResort = 2 * time.Second

// show opens the screen, or prints if there is no terminal for a screen.
func (a *app) show(cmd *cobra.Command, paths []string) error {
	in, screen := a.input(paths), a.screen()
	keyboard := in.Keyboard()
	if keyboard == nil || screen == nil || a.dumb() {
		return a.print(cmd, paths)
	}
	q, err := a.query()
	if err != nil {
		return err
	}
	if err := in.Check(); err != nil {
		return err
	}
	a.outliveSignals()
	context.AfterFunc(cmd.Context(), func() {
		select {
		case <-time.After(lastResort): // a screen that nobody reads any more never leaves the terminal
			_ = keyboard.Restore()
			a.Exit(a.report(context.Cause(cmd.Context())))
		case <-a.ended:
		}
	})
	ctx, cancel := context.WithCancelCause(cmd.Context())
	defer cancel(nil)
	o := a.options(ctx, in, keyboard, screen)
	o.Query, o.Load = q.String(), a.loader(in, cancel)
	err = ui.Run(ctx, o)
	if errors.Is(err, syscall.EIO) { // the terminal is gone
		err = host.Signal(syscall.SIGHUP)
	}
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}

// loader returns what reads the record for the screen. It cancels if the record read first lacks what the flags name.
func (a *app) loader(in *host.Input, cancel func(error)) func(context.Context, func(load.Progress)) {
	var start sync.Once
	return func(ctx context.Context, publish func(load.Progress)) {
		p := in.Load(ctx, publish)
		start.Do(func() {
			if err := a.known(p.Index); p.Done && err != nil {
				cancel(err)
			}
		})
	}
}

// options returns what the screen is given, but for the query and the record.
func (a *app) options(ctx context.Context, in *host.Input, keyboard *host.Keyboard, screen *os.File) ui.Options {
	job := host.NewJob(keyboard)
	o := ui.Options{
		Name: in.Name(), At: a.at, Color: a.color, ASCII: a.ascii, OpenURL: host.OpenURL, Free: in.FreeMemory,
		Heard: job.Heard, Stop: job.Stop,
		Now: a.Now, Environ: a.Environ, Input: keyboard, Output: screen, Answers: keyboard.Answers,
		ReadsEnd: host.ReadsEnd,
	}
	if job.CanSuspend() {
		o.Suspend = job.Suspend
	}
	if len(in.Paths) == 0 {
		o.Hint = "dateline FILE opens your own record"
	}
	o.Command = func(query, event string) string {
		var flags []string
		if query != "" {
			flags = append(flags, "--filter", query)
		}
		if event != "" {
			flags = append(flags, "--at", event)
		}
		return in.Command("", append(flags, a.looks()...)...)
	}
	if path := host.StateFile(a.getenv); path != "" {
		store := &host.Store[session.Saved]{Path: path, Record: in.Key(), Now: a.Now}
		o.State = session.State{Load: store.Get, Change: store.Change}
	}
	if !in.OnDisk() {
		return o
	}
	if editor := host.Editor(ctx, keyboard.File, a.getenv); editor != nil {
		o.Edit = func(file string, line int) func() error {
			cmd := editor(file, line)
			return func() error { return keyboard.Lend(cmd, a.signals, job) }
		}
	}
	o.Changed = func(ctx context.Context) bool { return in.Changed(ctx, 3*time.Second/2) }
	return o
}
