package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/spf13/pflag"

	"dateline/ui"
	"dateline/ui/host"
	"dateline/ui/kept"
	"dateline/ui/serve"
	"dateline/ui/session"
	"dateline/ui/typed"
)

// The screen of a reader who is elsewhere.

// A remote is the screen of a reader's terminal. It has no file, and closing it is for who has opened it.
type remote struct {
	io.Reader
	io.Writer
}

func (remote) Close() error { return nil }

// show shows the record on the terminal of a reader.
func (s *service) show(ctx context.Context, t *serve.Terminal) error {
	one, err := s.reader(t)
	if err != nil {
		return err
	}
	x := s.record.Now().Index
	state, v, err := one.keeping(s, t.Key)
	if err != nil {
		return err
	}
	q, err := one.query(one.today())
	if err = cmp.Or(err, one.known(x), knownView(x, one.view, state)); err != nil {
		return err
	}
	keys := typed.NewStream(t.Keys)
	defer keys.Close()
	whole := typed.New(keys, s.Now)
	shown := s.record.Open()
	o := ui.Options{
		Served: true, Load: shown.Load, Changed: shown.Changed, Compare: s.record.Compare, Turn: s.record.Turn,
		Name:  s.in.Name(),
		Query: q.String(), View: one.view, At: one.at, Color: one.color, ASCII: one.ascii, Now: s.Now, State: state,
		Visit: v.Visit, Command: s.commandFor(t), Environ: t.Environ,
		Input: whole, ReadsEnd: true, Answers: whole.Answers, Output: remote{whole, t.Screen}, Sizes: t.Sizes,
	}
	one.apply(settingsFile{}, &o)
	err = ui.Run(ctx, o)
	if ctx.Err() != nil {
		err = nil // the server knows why
	}
	return one.leave(state, v, err)
}

// reader returns the program as a reader has asked for it, by the flags of a screen.
func (s *service) reader(t *serve.Terminal) (*app, error) {
	one := &app{Program: Program{Environ: t.Environ, Now: s.Now, Stderr: logged{s}}, remember: true}
	if one.dumb() {
		return nil, errors.New("this terminal can only print; name a command, such as print")
	}
	flags := pflag.NewFlagSet("dateline", pflag.ContinueOnError)
	flags.SetOutput(io.Discard)
	one.addScreen(flags)
	one.addSelection(flags)
	one.addAt(flags)
	one.addTheme(flags)
	flags.StringVar(&one.view, "view", "", "")
	err := flags.Parse(t.Words)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w; a screen takes --filter, --actor, --since, --until, --at, --view and --theme", err)
	case flags.NArg() > 0:
		return nil, errors.New("there is one record here, and no other can be named")
	case one.view != "" && namesFilter(flags):
		return nil, errors.New("--view: a view is a filter; leave out the other flags that say which events are wanted")
	}
	return one, one.checkChoices(flags)
}

// A logged is where a screen says what is for who runs the server.
type logged struct{ *service }

func (l logged) Write(p []byte) (int, error) {
	l.tell("of a reader's screen: " + strings.TrimSpace(string(p)))
	return len(p), nil
}

// keeping returns where marks, views and the place of a reader are kept, who is known by a key: on the disk if that is
// asked for, and else as long as the screen is there.
func (a *app) keeping(s *service, key string) (session.State, visit, error) {
	if !s.serves.keeps {
		return session.State{Waiting: new(session.Waiting), Change: inMemory()}, visit{}, nil
	}
	path, err := kept.ReaderFile(s.getenv, key)
	if err != nil {
		return session.State{}, visit{}, err
	}
	state, v := a.stateAt(path, s.in)
	// What is wrong with the file is for who runs the server, and where it is too.
	var once sync.Once
	told := func(err error) error {
		if err == nil {
			return nil
		}
		once.Do(func() { s.tell("what a reader keeps: " + err.Error()) })
		return errors.New("who serves this record was told why")
	}
	load, change := state.Load, state.Change
	state.Load = func() (session.Saved, error) {
		saved, err := load()
		return saved, told(err)
	}
	state.Change = func(f func(*session.Saved)) (session.Saved, error) {
		saved, err := change(f)
		return saved, told(err)
	}
	if v.Visit != nil && v.Recall != nil {
		recall := v.Recall
		v.Recall = func() (session.Memory, error) {
			memory, err := recall()
			return memory, told(err)
		}
	}
	return state, v, nil
}

// commandFor returns what the command is that shows a reader's view again, at the address by which the reader came.
func (s *service) commandFor(t *serve.Terminal) func(query, event string) string {
	return func(query, event string) string {
		var flags []string
		if query != "" {
			flags = append(flags, "--filter", query)
		}
		if event != "" {
			flags = append(flags, "--at", event)
		}
		return host.RemoteCommand(t.Host, t.Port, flags...)
	}
}

// answer answers a command of a reader.
func (s *service) answer(ctx context.Context, c *serve.Command) (code int, fault error) {
	p := Program{Args: c.Words, Environ: c.Environ, Stdout: c.Stdout, Stderr: c.Stderr, Now: s.Now}
	return p.Answer(ctx, s.record.Now(), s.in.Name())
}
