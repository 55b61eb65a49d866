package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
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
	if a.linear {
		return a.speak(cmd, in)
	}
	keyboard := in.Keyboard()
	if keyboard == nil || screen == nil || a.dumb() {
		return a.instead(cmd, paths, keyboard != nil && screen != nil)
	}
	o, state, visit, err := a.opening(cmd, in)
	if err != nil {
		return err
	}
	a.outliveSignals()
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
	a.atKeyboard(ctx, &o, in, keyboard, screen)
	o.Load = a.loader(in, o.View, state, cancel)
	err = run(ctx, o)
	if errors.Is(err, syscall.EIO) { // the terminal is gone
		err = host.Signal(syscall.SIGHUP)
	}
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return a.leave(state, visit, err)
}

// instead prints, as there is no terminal for a screen. One that can only print is told of what it can have.
func (a *app) instead(cmd *cobra.Command, paths []string, prints bool) error {
	const cure = "--linear answers in sentences"
	if a.view != "" {
		return errors.New("--view opens the screen, and there is no terminal for it; print takes --filter, " + cure)
	}
	err := a.print(cmd, paths)
	if prints && err == nil {
		fmt.Fprintln(a.Stderr, "dateline: this terminal can only print; "+cure)
	}
	return err
}

// opening returns with what the record opens: the filter or view of the flags, and what is kept of the record.
func (a *app) opening(cmd *cobra.Command, in *host.Input) (o ui.Options, state session.State, v visit, err error) {
	if a.view != "" && namesFilter(cmd.Flags()) {
		const words = "--view: a view is a filter; leave out the other flags that say which events are wanted"
		return o, state, v, errors.New(words)
	}
	q, err := a.query(a.today())
	if err == nil {
		err = in.Check()
	}
	if err != nil {
		return o, state, v, err
	}
	a.own = a.settings()
	a.remember = a.remember && !a.own.ForgetsAll
	in.Reading.Same = a.own.Same
	state, v = a.state(in)
	if v.Visit != nil && (namesFilter(cmd.Flags()) || a.view != "") {
		v.From.Ask(q.String())
	}
	o = a.options(in)
	o.Query, o.View, o.State, o.Visit = q.String(), a.view, state, v.Visit
	if own, ok := ownView(state, a.view); ok {
		if o.Query, o.View = own.Query, ""; v.Visit != nil {
			o.Query = ""
			v.From.Ask(own.Query)
			v.From.Dim = own.Dim
		}
	}
	return o, state, v, nil
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
	return a.stateAt(path, in)
}

// stateAt is state for what is kept in a file.
func (a *app) stateAt(path string, in *host.Input) (session.State, visit) {
	store := &kept.Store[session.Saved]{Path: path, Record: in.Key()}
	state := session.State{Load: sync.OnceValues(store.Get), Change: store.Change, Waiting: new(session.Waiting)}
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

// options returns what the screen is given and what talks without one, but for the terminal, the record and what is
// kept of it.
func (a *app) options(in *host.Input) ui.Options {
	o := ui.Options{
		Name: in.Name(), At: a.at, Color: a.color, ASCII: a.ascii, OpenURL: host.OpenURL, Free: in.FreeMemory,
		Now: a.Now, Environ: a.Environ,
	}
	a.apply(a.own, &o)
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
	if !in.OnDisk() && len(in.Paths) > 0 {
		o.Once = "what comes through a pipe is read once"
	}
	return o
}

// atKeyboard adds what needs the terminal.
func (a *app) atKeyboard(ctx context.Context, o *ui.Options, in *host.Input, keyboard *host.Keyboard, screen *os.File) {
	job := host.NewJob(keyboard)
	o.Heard, o.Stop, o.Input, o.Output, o.Answers = job.Heard, job.Stop, keyboard, screen, keyboard.Answers
	o.Copy, o.ReadsEnd = host.Tmux(ctx, a.getenv), host.ReadsEnd
	if job.CanSuspend() {
		o.Suspend = job.Suspend
	}
	o.Edit = a.editing(ctx, in, keyboard, job)
	if in.OnDisk() {
		o.Changed = func(ctx context.Context) bool { return in.Changed(ctx, 3*time.Second/2) }
	}
}

// editing returns what opens the editor at the terminal.
func (a *app) editing(
	ctx context.Context, in *host.Input, keyboard *host.Keyboard, job *host.Job,
) func(file string, line int) (func() error, error) {
	editor := host.Editor(ctx, keyboard.File, a.getenv, a.own.Editor)
	return func(file string, line int) (func() error, error) {
		switch {
		case file == a.own.path:
		case !in.OnDisk():
			return nil, errors.New("there is no file to edit")
		case in.IsPipe(file):
			return nil, errors.New("this came through a pipe, and is in no file")
		}
		cmd := editor(file, line)
		return func() error { return keyboard.Lend(cmd, a.signals, job) }, cmd.Err
	}
}
