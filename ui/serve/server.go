package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"time"

	"github.com/charmbracelet/ssh"
	"github.com/charmbracelet/wish"
	gossh "golang.org/x/crypto/ssh"
)

// A Server lets readers in. All but the bounds, which have usual values, must be set before Serve and stay as it is.
type Server struct {
	HostKey    []byte        // the private key that the host is known by, as PEM
	Keys       func() Keys   // of those who may read, asked for each time that somebody comes; nil: everybody may
	Readers    int           // at once; 0: UsualReaders
	PerAddress int           // of them from one address; 0: UsualPerAddress
	Idle       time.Duration // without a key, after which a screen ends; 0: UsualIdle

	// Show shows the record on a terminal, until the reader leaves it or ctx ends, and gives the terminal back. What
	// the error says is told the reader, below the screen.
	Show func(ctx context.Context, t *Terminal) error
	// Answer answers a command and returns the exit code. The fault, if it is not nil, is one of the program, for the log.
	Answer func(ctx context.Context, c *Command) (code int, fault error)

	// Beside, if it is not nil, is done meanwhile, until ctx ends.
	Beside func(ctx context.Context)

	Log func(line string) // is told who comes and goes, in lines without line ends, and never what they ask for
	Now func() time.Time

	patience patience
	places   places
}

// A patience is how long a Server waits for what a reader does.
type patience struct {
	login  time.Duration // until a connection has a session
	stall  time.Duration // until something of what is written is taken
	turn   time.Duration // until a command has its turn
	answer time.Duration // until it is answered
	end    time.Duration // until a terminal has taken how it is given back

	farewell time.Duration // until a client has hung up
}

// Usual bounds.
const (
	UsualReaders    = 100
	UsualPerAddress = 10
	UsualIdle       = 30 * time.Minute
)

// errStopped is why readers' sessions end with the server.
var errStopped = errors.New("the server has stopped")

// Listen listens on an address, which has a port.
func Listen(address string) (net.Listener, error) {
	if _, _, err := net.SplitHostPort(address); err != nil {
		const cure = "write 127.0.0.1:2222, or :2222 for all addresses of this machine"
		return nil, fmt.Errorf("%q is no address with a port\n%s", address, cure)
	}
	l, err := net.Listen("tcp", address)
	var op *net.OpError
	if errors.As(err, &op) {
		err = op.Err
	}
	if err != nil {
		const cure = "another port may be free, and the address must be one of this machine"
		return nil, fmt.Errorf("cannot listen on %s: %w\n%s", address, err, cure)
	}
	return l, nil
}

// Serve lets readers in until ctx ends. Then their terminals are given back, for which it waits a little, and it
// returns the cause. It closes l. An error is that of the key or of l.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	s.setUp()
	readers, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	server, err := wish.NewServer(wish.WithHostKeyPEM(s.HostKey), wish.WithVersion("dateline"), s.options(readers))
	if err != nil {
		_ = l.Close()
		return fmt.Errorf("the key of the host: %w", err)
	}
	if s.Beside != nil {
		go s.beside(readers)
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err = <-failed:
	case <-ctx.Done():
		err = context.Cause(ctx)
		_ = l.Close()
	}
	stop(errStopped)
	s.places.stop()
	gone := make(chan struct{})
	go func() {
		s.places.sessions.Wait()
		close(gone)
	}()
	select {
	case <-gone:
		farewell, stop := context.WithTimeout(context.WithoutCancel(ctx), s.patience.farewell)
		_ = server.Shutdown(farewell) // which lets clients take what they were told last
		stop()
	case <-time.After(s.patience.end + s.patience.farewell):
	}
	_ = server.Close()
	return err
}

// beside does what is done meanwhile, and again if it fails.
func (s *Server) beside(ctx context.Context) {
	for s.survives(func() { s.Beside(ctx) }) {
		select {
		case <-time.After(time.Minute):
		case <-ctx.Done():
			return
		}
	}
}

// setUp puts the usual values in the place of bounds that are not set.
func (s *Server) setUp() {
	if s.Readers == 0 {
		s.Readers = UsualReaders
	}
	if s.PerAddress == 0 {
		s.PerAddress = UsualPerAddress
	}
	if s.Idle == 0 {
		s.Idle = UsualIdle
	}
	if s.patience == (patience{}) {
		s.patience = patience{
			login: time.Minute, stall: 20 * time.Second, turn: 30 * time.Second, answer: 10 * time.Minute,
			end: 3 * time.Second, farewell: time.Second / 2,
		}
	}
	s.places.most, s.places.perAddress = s.Readers, s.PerAddress
}

// options are what the server lets in: sessions, and nothing else.
func (s *Server) options(ctx context.Context) ssh.Option {
	return func(to *ssh.Server) error {
		to.ConnCallback = func(sc ssh.Context, c net.Conn) net.Conn {
			one, err := s.connect(c)
			if err != nil {
				return nil // which closes it
			}
			sc.SetValue(ofConnection, one)
			return one
		}
		to.ServerConfigCallback = func(ssh.Context) *gossh.ServerConfig {
			return &gossh.ServerConfig{Config: gossh.Config{KeyExchanges: exchanges}}
		}
		if s.Keys != nil {
			to.PublicKeyHandler = func(_ ssh.Context, key ssh.PublicKey) bool { return s.Keys().Has(key) }
		}
		to.ConnectionFailedCallback = func(c net.Conn, err error) { s.failed(c, err) }
		to.RequestHandlers = map[string]ssh.RequestHandler{}
		to.SubsystemHandlers = map[string]ssh.SubsystemHandler{}
		to.ChannelHandlers = map[string]ssh.ChannelHandler{
			"session": func(_ *ssh.Server, _ *gossh.ServerConn, asked gossh.NewChannel, sc ssh.Context) {
				s.survives(func() { s.session(ctx, asked, sc) })
			},
		}
		return nil
	}
}

// exchanges are how keys are agreed on: what is quick. Of the others that SSH has, some take a core for 10 ms, whoever
// asks.
var exchanges = []string{gossh.KeyExchangeMLKEM768X25519, gossh.KeyExchangeCurve25519, gossh.KeyExchangeECDHP256}

// ofConnection is the name of the connection in the context of a session.
var ofConnection = &struct{ name string }{"connection"}

// failed tells of a connection that was not let in.
func (s *Server) failed(c net.Conn, err error) {
	var denied *gossh.ServerAuthError
	switch {
	case errors.As(err, &denied):
		s.note(host(c.RemoteAddr()) + " has no key that may read")
	case errors.Is(err, io.EOF):
	default:
		s.note(host(c.RemoteAddr()) + " spoke no SSH that is known here, or not in time")
	}
}

// note writes a line about who comes and goes into the log, unless there are many.
func (s *Server) note(line string) {
	omitted, ok := s.places.mayTell(s.Now())
	if !ok {
		return
	}
	if omitted > 0 {
		line += fmt.Sprintf(" (%d such lines before it are left out)", omitted)
	}
	s.Log(line)
}
