package cli

import (
	"cmp"
	"context"
	"errors"
	"os"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"dateline/timeline/load"
	"dateline/ui"
	"dateline/ui/host"
	"dateline/ui/kept"
	"dateline/ui/session"
)

// How long the end of the program may take: the screen to leave the terminal after a signal, and what is not kept yet
// to be written. The latter is longer than a Store waits for others, so that the reason is known.
const (
	lastResort = 2 * time.Second
	leaving    = 3 * time.Second / 2
)

// show opens the screen, or prints if there is no terminal for a screen.
func (a *app) show(cmd *cobra.Command, paths []string) error {
	in, screen := a.input(paths), a.screen()
	keyboard := in.Keyboard()
	if a.view != "" && namesFilter(cmd.Flags()) {
		return errors.New("--view: a view is a filter; leave out the other flags that say which events are wanted")
	}
	if keyboard == nil || screen == nil || a.dumb() {
		if a.view != "" {
			return errors.New("--view opens the screen, and there is no terminal for it; print takes --filter")
		}
		return a.print(cmd, paths)
	}
	q, err := a.query(a.today())
	if err != nil {
		return err
	}
	if err := in.Check(); err != nil {
		return err
	}
	own := a.settings()
	a.remember = a.remember && !own.ForgetsAll
	in.Reading.Same = own.Same
	a.outliveSignals()
	state, visit := a.state(in)
	if visit.Visit != nil && (namesFilter(cmd.Flags()) || a.view != "") {
		visit.From.Ask(q.String())
	}
	filter, given := q.String(), a.view
	if own, ok := ownView(state, a.view); ok {
		if filter, given = own.Query, ""; visit.Visit != nil {
			filter = ""
			visit.From.Ask(own.Query)
			visit.From.Dim = own.Dim
		}
	}
	context.AfterFunc(cmd.Context(), func() {
		select {
		case <-time.After(lastResort): // a screen that nobody reads any more never leaves the terminal
			_ = keyboard.Restore()
			cause := context.Cause(cmd.Context())
			host.Within(lastResort, func() { _ = a.leave(state, visit, cause) }) // nor may it take what is said
			a.Exit(a.report(cause))
		case <-a.ended:
		}
	})
	ctx, cancel := context.WithCancelCause(cmd.Context())
	defer cancel(nil)
	o := a.options(ctx, in, keyboard, screen, own)
	o.Query, o.View, o.Load, o.State, o.Visit = filter, given, a.loader(in, given, state, cancel), state, visit.Visit
	err = run(ctx, o)
	if errors.Is(err, syscall.EIO) { // the terminal is gone
		err = host.Signal(syscall.SIGHUP)
	}
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return a.leave(state, visit, err)
}

// run shows the screen until its end, and waits for the files that it writes; what takes long is taken away.
func run(ctx context.Context, o ui.Options) error {
	writing, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	files := &host.NewFiles{Context: writing}
	o.Write = files.Write
	err := ui.Run(ctx, o)
	host.Within(leaving, files.Wait)
	stop()
	host.Within(leaving, files.Wait)
	return err
}

// leave writes what is still to be written, and says what the reader marked or saved that could not be kept, and where
// the place could not be. It returns why the program ended, which is err, or else the former.
func (a *app) leave(state session.State, v visit, err error) error {
	host.Within(leaving, func() { state.Flush() })
	lost := state.Unkept()
	if left(err) {
		v.keep(a.tell)
	}
	switch {
	case lost == nil:
		return err
	case err == nil:
		return lost
	}
	a.report(lost)
	return err
}

// state returns where marks and saved views of a record are kept, and what its last visit tells this one.
func (a *app) state(in *host.Input) (session.State, visit) {
	waiting := new(session.Waiting)
	if in.HasPipe() { // which has no name that means the same another time
		return session.State{Waiting: waiting, Change: inMemory()}, visit{}
	}
	path, err := kept.StateFile(a.getenv)
	if err != nil {
		fails := func(func(*session.Saved)) (session.Saved, error) { return session.Saved{}, err }
		v := visit{change: fails}
		if a.remembers(in) {
			v.Visit = new(session.Visit)
		}
		return session.State{Waiting: waiting, Change: fails}, v
	}
	store := &kept.Store[session.Saved]{Path: path, Record: in.Key()}
	state := session.State{Load: sync.OnceValues(store.Get), Change: store.Change, Waiting: waiting}
	if !a.remembers(in) {
		return state, visit{}
	}
	return state, a.visit(in, store, state)
}

// inMemory returns what keeps marks and saved views as long as the program runs.
func inMemory() func(func(*session.Saved)) (session.Saved, error) {
	var mu sync.Mutex
	var saved session.Saved
	return func(change func(*session.Saved)) (session.Saved, error) {
		mu.Lock()
		defer mu.Unlock()
		change(&saved)
		return saved, nil
	}
}

// loader returns what reads the record for the screen. It cancels if the record read first lacks what the flags name.
func (a *app) loader(
	in *host.Input, view string, state session.State, cancel func(error),
) func(context.Context, func(load.Progress)) {
	var start sync.Once
	return func(ctx context.Context, publish func(load.Progress)) {
		in.Load(ctx, func(p load.Progress) {
			publish(p)
			if !p.Done {
				return
			}
			start.Do(func() {
				if err := cmp.Or(a.known(p.Index), knownView(p.Index, view, state)); err != nil {
					cancel(err)
				}
			})
		})
	}
}

// options returns what the screen is given, but for the query, the record and what is kept of it.
func (a *app) options(
	ctx context.Context, in *host.Input, keyboard *host.Keyboard, screen *os.File, own settingsFile,
) ui.Options {
	job := host.NewJob(keyboard)
	o := ui.Options{
		Name: in.Name(), At: a.at, Color: a.color, ASCII: a.ascii, OpenURL: host.OpenURL, Free: in.FreeMemory,
		Heard: job.Heard, Stop: job.Stop,
		Now: a.Now, Environ: a.Environ, Input: keyboard, Output: screen, Answers: keyboard.Answers,
		Copy:     host.Tmux(ctx, a.getenv),
		ReadsEnd: host.ReadsEnd,
	}
	a.apply(own, &o)
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
		return in.Command("", slices.Concat(flags, a.readings(), a.looks())...)
	}
	editor := host.Editor(ctx, keyboard.File, a.getenv, own.Editor)
	o.Edit = func(file string, line int) (func() error, error) {
		switch {
		case file == own.path:
		case !in.OnDisk():
			return nil, errors.New("there is no file to edit")
		case in.IsPipe(file):
			return nil, errors.New("this came through a pipe, and is in no file")
		}
		cmd := editor(file, line)
		return func() error { return keyboard.Lend(cmd, a.signals, job) }, cmd.Err
	}
	if !in.OnDisk() {
		if len(in.Paths) > 0 {
			o.Once = "what comes through a pipe is read once"
		}
		return o
	}
	o.Changed = func(ctx context.Context) bool { return in.Changed(ctx, 3*time.Second/2) }
	return o
}
