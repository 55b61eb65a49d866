package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"dateline/timeline/diag"
	"dateline/timeline/load"
	"dateline/timeline/sanitize"
	"dateline/ui/host"
	"dateline/ui/kept"
	"dateline/ui/serve"
	"dateline/ui/serve/record"
)

// What serve is told: who may read, and how many at once.
type servingFlags struct {
	address    string
	authorized string // file of the keys that may read
	open       bool   // everybody may
	hostKey    string // file of the key that the host is known by
	keeps      bool   // the marks, views and place of each key are kept
	readers    int
	perAddress int
	idle       time.Duration
}

// serving returns the command that lets others read a record.
func (a *app) serving() *cobra.Command {
	cmd := &cobra.Command{
		Use: "serve [PATH...]", Short: "let others read one record over SSH", RunE: a.serve,
		Example: "  dateline serve --authorized-keys readers.pub record.yaml  # this machine only\n" +
			"  dateline serve --open --address :2222 notes/              # all who reach it\n\n" +
			"What readers type, where HOST is the machine:\n" +
			"  ssh -p 2222 HOST                                          # the screen\n" +
			"  ssh -p 2222 HOST print --format csv > record.csv\n" +
			"  ssh -t -p 2222 HOST -- --filter type:call",
	}
	f, to := &a.serves, cmd.Flags()
	to.SortFlags = false
	to.StringVar(&f.authorized, "authorized-keys", "", "let in who has a key of this `file`, as ~/.ssh/authorized_keys")
	to.BoolVar(&f.open, "open", false, "let everybody in who can reach the address")
	to.StringVar(&f.address, "address", "127.0.0.1:2222", "listen on this `address`; :2222 is that port of all there are")
	to.IntVar(&f.readers, "readers", serve.UsualReaders, "as many readers as `n` at once")
	to.IntVar(&f.perAddress, "per-address", serve.UsualPerAddress, "as many of them from one address as `n`")
	to.DurationVar(&f.idle, "idle", serve.UsualIdle, "a screen ends after this `time` without a key, such as 90s or 8h")
	to.BoolVar(&f.keeps, "remember", false, "keep marks, views and the place of each reader, by their key")
	to.StringVar(&f.hostKey, "host-key", "", "`file` of the private key that the host is known by")
	for flag, usual := range map[string][]string{
		"address": {"127.0.0.1:2222\tthis machine alone", ":2222\tall addresses of this machine"},
		"readers": {"20", "100", "500"}, "per-address": {"1", "10", "100"}, "idle": {"10m", "30m", "8h"},
	} {
		_ = cmd.RegisterFlagCompletionFunc(flag, fixed(usual...))
	}
	return cmd
}

// check refuses flags that do not go together.
func (f *servingFlags) check() error {
	switch {
	case f.authorized == "" && !f.open:
		return errors.New("who may read?\n--authorized-keys FILE lets in who has one of its keys, --open everybody")
	case f.authorized != "" && f.open:
		return errors.New("--open lets in everybody, --authorized-keys only some; leave out one of them")
	case f.keeps && f.open:
		return errors.New("--remember: nobody is known by a key with --open\nname those who are by --authorized-keys FILE")
	case f.readers < 1 || f.perAddress < 1:
		return errors.New("--readers and --per-address: at least one reader is meant")
	case f.idle <= 0:
		return errors.New("--idle: a time such as 30m or 8h is meant")
	}
	return nil
}

// serve lets others read a record until a signal ends it.
func (a *app) serve(cmd *cobra.Command, paths []string) error {
	if err := a.serves.check(); err != nil {
		return err
	}
	in := a.input(paths)
	in.Bare, in.GCSet = true, true // what is saved for one reader would be taken from many
	in.Reading.Same = a.settings().Same
	if err := in.Await(cmd.Context()); err != nil {
		return err
	}
	s := &service{app: a, in: in, onDisk: in.OnDisk()}
	hostKey, err := s.hostKey()
	if err != nil {
		return err
	}
	if a.serves.keeps {
		if _, err := kept.StateFile(a.getenv); err != nil {
			return fmt.Errorf("--remember: %w", err)
		}
	}
	if a.serves.authorized != "" {
		if _, err := s.authorized(); err != nil {
			return err
		}
	}
	l, err := serve.Listen(a.serves.address) // before what takes long
	if err != nil {
		return err
	}
	s.record = record.New(s.read, s.changed, s.reread)
	p := s.record.Read(cmd.Context())
	if err := a.tellProblems(origin{Progress: p, paths: in.String(), checks: in.Checks()}); err != nil {
		_ = l.Close()
		return err
	}
	a.outliveSignals()
	fingerprint, _ := serve.Fingerprint(hostKey) // which was read
	s.tell(fmt.Sprintf("%s of %s for readers at %s, which is known by %s; ^C ends it", diag.Plural(p.Events, "event"),
		in, l.Addr(), fingerprint))
	server := &serve.Server{
		HostKey: hostKey, Readers: a.serves.readers, PerAddress: a.serves.perAddress, Idle: a.serves.idle,
		Show: s.show, Answer: s.answer, Beside: s.record.Follow, Log: s.tell, Now: a.Now,
	}
	if a.serves.authorized != "" {
		server.Keys = s.keys
	}
	return server.Serve(cmd.Context(), l)
}

// A service is a record that others read.
type service struct {
	*app
	in     *host.Input
	onDisk bool // whether the record may change
	record *record.Record
	mu     sync.Mutex // held while a line is written, and for what follows
	parsed struct {   // the file of keys as it was read last
		text string
		keys serve.Keys
		err  error
	}
	wrong string // with the file of keys, as it was told last
}

// tell writes a line for who runs the server, with the time.
func (s *service) tell(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	fmt.Fprintf(s.Stderr, "%s %s\n", s.Now().Format(time.DateTime), sanitize.Line(line))
}

// read reads the record.
func (s *service) read(ctx context.Context) load.Progress {
	p := s.in.Load(ctx, func(load.Progress) {}) // as for one who waits for keys, which leaves a core for them
	s.in.FreeMemory()
	return p
}

// changed waits until the files of the record change. A file may be something else for a while.
func (s *service) changed(ctx context.Context) bool {
	const pause = 3 * time.Second / 2
	if !s.onDisk {
		<-ctx.Done()
		return false
	}
	for ctx.Err() == nil {
		if s.in.Changed(ctx, pause) {
			return true
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
		}
	}
	return false
}

// reread tells of a record that was read again.
func (s *service) reread(p load.Progress, kept bool) {
	switch {
	case kept:
		s.tell(fmt.Sprintf("the files no longer read whole (%s), and readers still have what was read before; "+
			"%s; start again to serve what is left", p.Groups.Summary(), s.in.Checks()))
	case len(p.Problems) > 0:
		s.tell("read again: " + p.Summary() + "; " + p.Groups.Summary())
	default:
		s.tell("read again: " + p.Summary())
	}
}

// hostKey returns the key that the host is known by, which is made at the first start.
func (s *service) hostKey() ([]byte, error) {
	path := s.serves.hostKey
	if path == "" {
		var err error
		if path, err = kept.HostKeyFile(s.getenv); err != nil {
			return nil, fmt.Errorf("the key of the host: %w\n--host-key can name a file", err)
		}
	}
	key, err := kept.Secret(path, serve.NewHostKey)
	if err == nil {
		_, err = serve.Fingerprint(key)
	}
	if err != nil {
		const cure = "--host-key can name another file, which is made if it is not there"
		return nil, fmt.Errorf("the key of the host, %s: %w\n%s", sanitize.Line(path), err, cure)
	}
	return key, nil
}

// authorized reads the keys that may read.
func (s *service) authorized() (serve.Keys, error) {
	const most = 1 << 20
	const cure = "write the public keys of readers into it, as their id_….pub have them, each on a line"
	path := s.serves.authorized
	text, ok, err := host.ReadSmall(path, most)
	switch {
	case err != nil:
		return nil, fmt.Errorf("--authorized-keys: %s: %w\n%s", sanitize.Line(path), err, cure)
	case !ok:
		return nil, fmt.Errorf("--authorized-keys: there is no file %s\n%s", sanitize.Line(path), cure)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if was := &s.parsed; text != was.text || was.keys == nil && was.err == nil {
		was.text = text
		was.keys, was.err = serve.ParseKeys(path, text)
		if was.err == nil && len(was.keys) == 0 {
			was.err = fmt.Errorf("%s has no key, so that nobody could read\n%s", sanitize.Line(path), cure)
		}
	}
	return s.parsed.keys, s.parsed.err
}

// keys returns the keys that may read. The file is read anew each time, so that one which is taken out of it counts no
// more. What is wrong with the file is told when it is another thing than before.
func (s *service) keys() serve.Keys {
	keys, err := s.authorized()
	said := ""
	if err != nil {
		said, _, _ = strings.Cut(err.Error(), "\n")
	}
	s.mu.Lock()
	again := said == s.wrong
	s.wrong = said
	s.mu.Unlock()
	if said != "" && !again {
		s.tell(said)
	}
	return keys
}
