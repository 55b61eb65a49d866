package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// A served is a server that a test has started.
type served struct {
	*Server
	t       *testing.T
	address string
	stop    func()
	ended   chan error
	mu      sync.Mutex
	log     []string
}

// start starts a server on this machine, and ends it with the test.
func start(t *testing.T, s *Server) *served {
	t.Helper()
	key, err := NewHostKey()
	if err != nil {
		t.Fatal(err)
	}
	l, err := Listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	one := &served{Server: s, t: t, address: l.Addr().String(), ended: make(chan error, 1)}
	s.HostKey, s.Now, s.Log = key, time.Now, one.note
	if s.Show == nil {
		s.Show = untilQ
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	one.stop = func() { cancel(errors.New("the test has ended")) }
	go func() { one.ended <- s.Serve(ctx, l) }()
	t.Cleanup(func() {
		one.stop()
		<-one.ended
	})
	return one
}

// note keeps a line of the log.
func (s *served) note(line string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.log = append(s.log, line)
}

// logged returns the log.
func (s *served) logged() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return strings.Join(s.log, "\n")
}

// untilQ shows a screen that ends with the key q.
func untilQ(ctx context.Context, t *Terminal) error {
	_, _ = io.WriteString(t.Screen, "screen on\r\n")
	defer func() { _, _ = io.WriteString(t.Screen, "screen off\r\n") }()
	quit := make(chan struct{})
	go func() {
		defer close(quit)
		p := make([]byte, 100)
		for {
			n, err := t.Keys.Read(p)
			if err != nil || bytes.IndexByte(p[:n], 'q') >= 0 {
				return
			}
		}
	}()
	select {
	case <-quit:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// dial connects a client with a key, nil for none.
func (s *served) dial(key gossh.Signer) (*gossh.Client, error) {
	c := &gossh.ClientConfig{User: "reader", HostKeyCallback: gossh.InsecureIgnoreHostKey()}
	if key != nil {
		c.Auth = []gossh.AuthMethod{gossh.PublicKeys(key)}
	}
	client, err := gossh.Dial("tcp", s.address, c)
	if err == nil {
		s.t.Cleanup(func() { _ = client.Close() })
	}
	return client, err
}

// must returns what a client is given without a key.
func (s *served) must() *gossh.Client {
	s.t.Helper()
	client, err := s.dial(nil)
	if err != nil {
		s.t.Fatal(err)
	}
	return client
}

// A screen is a session with a terminal.
type screen struct {
	*gossh.Session
	t    *testing.T
	keys io.Writer
	out  *bytes.Buffer
	err  *bytes.Buffer
	seen io.Reader
}

// open opens a session with a terminal, and waits for the first line of its screen.
func (s *served) open(client *gossh.Client) *screen {
	s.t.Helper()
	one, err := client.NewSession()
	if err != nil {
		s.t.Fatal(err)
	}
	if err := one.RequestPty("xterm-256color", 24, 80, nil); err != nil {
		s.t.Fatal(err)
	}
	sc := &screen{Session: one, t: s.t, out: new(bytes.Buffer), err: new(bytes.Buffer)}
	sc.keys, _ = one.StdinPipe()
	sc.seen, _ = one.StdoutPipe()
	one.Stderr = sc.err
	if err := one.Shell(); err != nil {
		s.t.Fatal(err)
	}
	sc.await("screen on")
	return sc
}

// await reads until the words have come.
func (s *screen) await(words string) {
	s.t.Helper()
	p := make([]byte, 1000)
	for !strings.Contains(s.out.String(), words) {
		n, err := s.seen.Read(p)
		s.out.Write(p[:n])
		if err != nil && !strings.Contains(s.out.String(), words) {
			s.t.Fatalf("%q does not come: %v after %q", words, err, s.out)
		}
	}
}

// code returns the exit code of a session that has ended, −1 where its connection ended instead.
func code(err error) int {
	var exit *gossh.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitStatus()
	}
	return -1
}

func TestAReaderLeaves(t *testing.T) {
	s := start(t, &Server{})
	one := s.open(s.must())
	fmt.Fprint(one.keys, "jjq")
	one.await("screen off")
	if got := code(one.Wait()); got != 0 {
		t.Errorf("a reader who leaves has code %d", got)
	}
}

// A terminal is given back, and the reader told why, when nothing is typed for long.
func TestAnIdleTerminalIsGivenBack(t *testing.T) {
	s := start(t, &Server{Idle: 50 * time.Millisecond})
	one := s.open(s.must())
	one.await("screen off")
	if got := code(one.Wait()); got != hungUp || !strings.Contains(one.err.String(), errIdle.Error()) {
		t.Errorf("code %d, told %q", got, one.err)
	}
}

// A server that is stopped gives every terminal back first, and says why.
func TestAStoppedServerGivesTerminalsBack(t *testing.T) {
	s := start(t, &Server{})
	var all []*screen
	for range 5 {
		all = append(all, s.open(s.must()))
	}
	s.stop()
	for _, one := range all {
		one.await("screen off")
		if got := code(one.Wait()); got != stopped || !strings.Contains(one.err.String(), errStopped.Error()) {
			t.Errorf("code %d, told %q", got, one.err)
		}
	}
	if err := <-s.ended; err == nil || err.Error() != "the test has ended" {
		t.Errorf("Serve returns %v", err)
	}
	s.ended <- nil
}

// A panic ends its reader, who is told nothing of the others, and nobody else.
func TestAPanicEndsOneReader(t *testing.T) {
	s := start(t, &Server{
		Show: func(ctx context.Context, t *Terminal) error {
			if len(t.Words) > 0 {
				panic("a secret of the record")
			}
			return untilQ(ctx, t)
		},
		Answer: func(context.Context, *Command) (int, error) { panic("a secret of the record") },
	})
	other := s.open(s.must())
	for _, terminal := range []bool{true, false} {
		one, err := s.must().NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if terminal {
			_ = one.RequestPty("xterm", 24, 80, nil)
		}
		if got := code(one.Run("--filter x")); got != misuse {
			t.Errorf("code %d", got)
		}
	}
	fmt.Fprint(other.keys, "q")
	if got := code(other.Wait()); got != 0 {
		t.Errorf("the other reader has code %d", got)
	}
	if log := s.logged(); strings.Contains(log, "secret") || !strings.Contains(log, "please report this: panic: string") {
		t.Errorf("the log is\n%s", log)
	}
}

// Nothing but sessions is let in, and of their requests only those of a terminal and a command.
func TestNothingElseIsLetIn(t *testing.T) {
	s := start(t, &Server{})
	client := s.must()
	for _, kind := range []string{
		"direct-tcpip", "direct-streamlocal@openssh.com", "forwarded-tcpip", "x11", "auth-agent@openssh.com",
		"tun@openssh.com",
	} {
		if _, _, err := client.OpenChannel(kind, nil); err == nil {
			t.Errorf("a channel %s is let in", kind)
		}
	}
	for _, kind := range []string{"tcpip-forward", "streamlocal-forward@openssh.com", "keepalive@openssh.com"} {
		if ok, _, err := client.SendRequest(kind, true, nil); ok || err != nil {
			t.Errorf("a request %s is let in (%v)", kind, err)
		}
	}
	one, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"subsystem", "auth-agent-req@openssh.com", "x11-req", "signal", "break", ""} {
		payload := gossh.Marshal(struct{ Name string }{"sftp"})
		if ok, err := one.SendRequest(kind, true, payload); ok || err != nil {
			t.Errorf("a request %q of a session is let in (%v)", kind, err)
		}
	}
	for name, let := range map[string]bool{
		"LANG": true, "COLORTERM": true, "PATH": false, "HOME": false, "XDG_STATE_HOME": false, "EDITOR": false,
		"TMUX": false,
	} {
		if err := one.Setenv(name, "x"); (err == nil) != let {
			t.Errorf("the variable %s: %v", name, err)
		}
	}
	if err := one.Setenv("LANG", strings.Repeat("x", 1<<20)); err == nil {
		t.Error("a variable of a megabyte is let in")
	}
}

// A mute is a connection on which a client says nothing for a while, not even that it has closed what is over.
type mute struct {
	net.Conn
	mu     sync.Mutex
	silent bool
	unsaid []byte
}

func (c *mute) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.silent {
		c.unsaid = append(c.unsaid, p...)
		return len(p), nil
	}
	return c.Conn.Write(p)
}

// fallSilent keeps what the client says from now on.
func (c *mute) fallSilent() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.silent = true
}

// speak says what the client has not said.
func (c *mute) speak() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.silent = false
	_, _ = c.Conn.Write(c.unsaid) // which may be over
}

// dialMute connects a client that can fall silent.
func (s *served) dialMute() (*gossh.Client, *mute) {
	s.t.Helper()
	to, err := net.Dial("tcp", s.address)
	if err != nil {
		s.t.Fatal(err)
	}
	c := &mute{Conn: to}
	one, channels, requests, err := gossh.NewClientConn(c, s.address, &gossh.ClientConfig{
		User: "reader", HostKeyCallback: gossh.InsecureIgnoreHostKey(),
	})
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { _ = one.Close() })
	return gossh.NewClient(one, channels, requests), c
}

// The sizes of a terminal come as they are told, the last one surely, and what they say may be anything.
func TestSizes(t *testing.T) {
	last := make(chan [2]int, 100)
	s := start(t, &Server{Show: func(ctx context.Context, t *Terminal) error {
		_, _ = io.WriteString(t.Screen, "screen on")
		t.Sizes(ctx, func(columns, rows int) { last <- [2]int{columns, rows} })
		return nil
	}})
	one := s.open(s.must())
	if got := <-last; got != [2]int{80, 24} {
		t.Errorf("the first size is %v", got)
	}
	for n := range 50 {
		_ = one.WindowChange(n, n)
	}
	_ = one.WindowChange(1<<31-1, 1<<31-1)
	for got := range last {
		if got == [2]int{1 << 16, 1 << 16} {
			break
		}
	}
}

// What a session is given ends when its channel or its connection does.
func TestWhoVanishesIsForgotten(t *testing.T) {
	gone := make(chan error, 2)
	s := start(t, &Server{Show: func(ctx context.Context, t *Terminal) error {
		_, _ = io.WriteString(t.Screen, "screen on")
		<-ctx.Done()
		gone <- context.Cause(ctx)
		return ctx.Err()
	}})
	client := s.must()
	one := s.open(client)
	_ = one.Close()
	<-gone
	s.open(client)
	_ = client.Close()
	<-gone
}
