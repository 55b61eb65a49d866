package serve

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
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
		Answer: func(context.Context, *Command) int { panic("a secret of the record") },
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

// As many readers are let in as may be, in all and of one address, be it on one connection.
func TestReadersAreCounted(t *testing.T) {
	s := start(t, &Server{Readers: 3, PerAddress: 2})
	client := s.must()
	first, second := s.open(client), s.open(client)
	if _, err := client.NewSession(); err == nil || !strings.Contains(err.Error(), errCrowd.Error()) {
		t.Errorf("a third session of one address: %v", err)
	}
	if _, err := s.dial(nil); err == nil {
		t.Error("a third connection of one address is let in")
	}
	for _, one := range []*screen{first, second} {
		fmt.Fprint(one.keys, "q")
		if err := one.Wait(); err != nil {
			t.Error(err)
		}
	}
	for range 4 { // what they had is free again
		one := s.open(client)
		fmt.Fprint(one.keys, "q")
		if err := one.Wait(); err != nil {
			t.Error(err)
		}
	}
}

func TestOfAllThereAreNoMore(t *testing.T) {
	s := start(t, &Server{Readers: 2, PerAddress: 9})
	s.open(s.must())
	s.open(s.must())
	if _, err := s.must().NewSession(); err == nil || !strings.Contains(err.Error(), errFull.Error()) {
		t.Errorf("a third reader: %v", err)
	}
}

// A connection that does not come to a session is closed, whether it speaks SSH or not.
func TestConnectionsWithoutAReaderAreClosed(t *testing.T) {
	s := start(t, &Server{PerAddress: 3, patience: patience{login: time.Second, end: time.Second}})
	silent, err := net.Dial("tcp", s.address)
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	client := s.must()
	if _, err := io.ReadAll(silent); err != nil && !errors.Is(err, net.ErrClosed) {
		t.Log(err)
	}
	_ = client.Wait()
	s.must() // there is room again
}

// A reader who takes nothing of what is written loses the connection, and what is written is not kept meanwhile.
func TestWhoTakesNothingIsDropped(t *testing.T) {
	written := make(chan int64, 1)
	pour := func(to io.Writer) {
		n, _ := io.Copy(to, io.LimitReader(zeros{}, 1<<30))
		written <- n
	}
	s := start(t, &Server{
		Show:   func(_ context.Context, t *Terminal) error { pour(t.Screen); return nil },
		Answer: func(_ context.Context, c *Command) int { pour(c.Stdout); return 0 },
		patience: patience{
			login: time.Minute, stall: 50 * time.Millisecond, turn: time.Second, answer: 50 * time.Millisecond,
			end: time.Second,
		},
	})
	for _, terminal := range []bool{true, false} {
		one, err := s.must().NewSession()
		if err != nil {
			t.Fatal(err)
		}
		if terminal {
			_ = one.RequestPty("xterm", 24, 80, nil)
			_, err = one.StdoutPipe() // which nobody reads
			err = errors.Join(err, one.Shell())
		} else {
			_, err = one.StdoutPipe()
			err = errors.Join(err, one.Start("print"))
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := <-written; n > 16<<20 {
			t.Errorf("%d bytes were taken of somebody who reads none", n)
		}
		if got := code(one.Wait()); got != -1 {
			t.Errorf("code %d", got)
		}
	}
}

// Who asks for nothing, or does not close what is over, keeps no place.
func TestWhoOnlyHoldsASessionIsDropped(t *testing.T) {
	s := start(t, &Server{
		PerAddress: 1, Idle: 50 * time.Millisecond,
		patience: patience{
			login: time.Second, stall: time.Minute, turn: time.Minute, answer: 50 * time.Millisecond,
			end: 50 * time.Millisecond,
		},
	})
	for _, begins := range []bool{false, true} {
		client, c := s.dialMute()
		channel, requests, err := client.OpenChannel("session", nil)
		if err != nil {
			t.Fatal(err)
		}
		go gossh.DiscardRequests(requests)
		if begins {
			_, _ = channel.SendRequest("shell", true, nil)
		}
		c.fallSilent() // so that it closes nothing
		_ = client.Wait()
	}
	s.must()
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

// A client closes an answer when a pager has asked for the last of it, and has its connection until then. One that does
// not close a screen has not.
func TestAnAnswerIsReadToItsEnd(t *testing.T) {
	const size = 1 << 10
	s := start(t, &Server{
		Answer: func(_ context.Context, c *Command) int {
			_, _ = io.Copy(c.Stdout, io.LimitReader(zeros{}, size))
			return 0
		},
		patience: patience{
			login: time.Minute, stall: time.Minute, turn: time.Minute, answer: time.Minute, end: 50 * time.Millisecond,
		},
	})
	client, c := s.dialMute()
	one, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	out, _ := one.StdoutPipe()
	if err := one.Start("print"); err != nil {
		t.Fatal(err)
	}
	c.fallSilent()
	if _, err := io.ReadFull(out, make([]byte, size)); err != nil {
		t.Fatal(err)
	}
	other, silent := s.dialMute()
	screen := s.open(other)
	fmt.Fprint(screen.keys, "q")
	silent.fallSilent()
	_ = other.Wait() // it is dropped, by when the first would have been
	c.speak()
	if err := one.Wait(); err != nil {
		t.Error(err)
	}
	if _, err := client.NewSession(); err != nil {
		t.Errorf("who still read an answer has lost the connection: %v", err)
	}
}

// As long as a reader takes nothing of an answer, others are answered.
func TestWhoPagesKeepsNobodyWaiting(t *testing.T) {
	const readers = 2 * mostAnswers
	s := start(t, &Server{Answer: func(_ context.Context, c *Command) int {
		if c.Words[0] == "much" {
			_, _ = io.Copy(c.Stdout, io.LimitReader(zeros{}, 8<<20))
		}
		return 0
	}})
	client := s.must()
	var all []*gossh.Session
	for range readers {
		one, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		out, _ := one.StdoutPipe()
		if err := one.Start("much"); err != nil {
			t.Fatal(err)
		}
		_, _ = out.Read(make([]byte, 1)) // it is being answered
		all = append(all, one)
	}
	one, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := one.Run("little"); err != nil {
		t.Errorf("another reader: %v", err)
	}
}

// What cannot be read as a command is answered in a line, with code 2.
func TestCommandsThatCannotBeRead(t *testing.T) {
	s := start(t, &Server{Answer: func(context.Context, *Command) int { return 0 }})
	client := s.must()
	for _, words := range []string{"print 'x", `print "x`, strings.Repeat("x", mostOfCommand+1)} {
		one, err := client.NewSession()
		if err != nil {
			t.Fatal(err)
		}
		out, err := one.CombinedOutput(words)
		if code(err) != misuse || bytes.Count(out, []byte("\n")) != 1 {
			t.Errorf("%.20q: %v, %q", words, err, out)
		}
	}
}

// Who comes and goes all the time does not fill the log.
func TestTheLogHasABound(t *testing.T) {
	var p places
	at, told, omitted := time.Unix(100, 0), 0, 0
	for range 1000 {
		if n, ok := p.mayTell(at); ok {
			told, omitted = told+1, omitted+n
		}
	}
	n, ok := p.mayTell(at.Add(time.Second))
	if told > 20 || !ok || told+omitted+n != 1000 {
		t.Errorf("%d lines are told, %d and %d left out", told, omitted, n)
	}
}

// zeros never end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

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

// A reader who sends without end is heard slowly, and no more than a little waits.
func TestAFloodIsHeardSlowly(t *testing.T) {
	heard, now := make(chan int), time.Unix(0, 0)
	s := &Server{Now: func() time.Time { return now }}
	one := &session{Server: s, channel: flood{}, ctx: t.Context()}
	in := one.hear(func(error) {})
	go func() {
		p, all := make([]byte, 4096), 0
		for all < atOnce {
			n, _ := in.Read(p)
			all += n
		}
		heard <- all
		in.stop()
		n, err := in.Read(p)
		if err == nil {
			heard <- n
		}
		close(heard)
	}()
	if n := <-heard; n != atOnce {
		t.Errorf("%d bytes are heard at once", n)
	}
	if n, ok := <-heard; ok {
		t.Errorf("%d bytes more are heard in no time", n)
	}
}

// flood is a channel on which bytes never end.
type flood struct{ gossh.Channel }

func (flood) Read(p []byte) (int, error) { return len(p), nil }

func TestKeysOfReaders(t *testing.T) {
	line := func() string {
		public, _, _ := ed25519.GenerateKey(rand.Reader)
		key, _ := gossh.NewPublicKey(public)
		return strings.TrimSpace(string(gossh.MarshalAuthorizedKey(key)))
	}
	one, two := line(), line()
	tests := []struct {
		text  string
		keys  int
		wrong string
	}{
		{one + " Ann\n\n# of the desk\n" + two + "\r\n", 2, ""},
		{"restrict,no-pty-extra " + one, 0, "f:1: the option no-pty-extra is not heeded here"},
		{"restrict,pty " + one, 1, ""},
		{one + "\nssh-rsa AAAA", 1, "f:2: no public key"},
		{`command="sh" ` + one + "\n" + two, 1, "f:1: the option command is not heeded here"},
		{"\ufeff" + one, 1, ""},
		{certified(t), 0, "f:1: a certificate lets nobody in"},
		{"cert-authority " + one, 0, "f:1: the option cert-authority"},
		{"-----BEGIN OPENSSH PRIVATE KEY-----\nx\ny", 0, "f is a private key"},
		{"", 0, ""},
		{strings.Repeat("x\n", 1000) + one, 1, "and 995 lines more"},
	}
	for _, tt := range tests {
		keys, err := ParseKeys("f", tt.text)
		said := fmt.Sprint(err)
		if len(keys) != tt.keys || (err == nil) != (tt.wrong == "") || !strings.Contains(said, tt.wrong) {
			t.Errorf("ParseKeys(%q): %d keys, %v; want %d, %s", tt.text, len(keys), err, tt.keys, tt.wrong)
		}
	}
}

// certified returns a line with a certificate.
func certified(t *testing.T) string {
	t.Helper()
	_, private, _ := ed25519.GenerateKey(rand.Reader)
	signer, err := gossh.NewSignerFromKey(private)
	if err != nil {
		t.Fatal(err)
	}
	c := &gossh.Certificate{Key: signer.PublicKey(), CertType: gossh.UserCert, ValidPrincipals: []string{"ann"}}
	if err := c.SignCert(rand.Reader, signer); err != nil {
		t.Fatal(err)
	}
	return string(gossh.MarshalAuthorizedKey(c))
}

// Only who has a key of those that may read is let in, and known by it.
func TestKeysLetIn(t *testing.T) {
	_, private, _ := ed25519.GenerateKey(rand.Reader)
	mine, _ := gossh.NewSignerFromKey(private)
	_, private, _ = ed25519.GenerateKey(rand.Reader)
	other, _ := gossh.NewSignerFromKey(private)
	known := make(chan string, 1)
	s := start(t, &Server{
		Keys: func() Keys { return Keys{mine.PublicKey().Marshal()} },
		Show: func(ctx context.Context, t *Terminal) error {
			known <- t.Key
			return untilQ(ctx, t)
		},
	})
	for _, key := range []gossh.Signer{nil, other} {
		if _, err := s.dial(key); err == nil {
			t.Error("who has no key that may read is let in")
		}
	}
	client, err := s.dial(mine)
	if err != nil {
		t.Fatal(err)
	}
	s.open(client)
	if got, want := <-known, gossh.FingerprintSHA256(mine.PublicKey()); got != want {
		t.Errorf("the reader is known by %q, not %q", got, want)
	}
	if log := s.logged(); !strings.Contains(log, "127.0.0.1 has no key that may read") {
		t.Errorf("the log is\n%s", log)
	}
}
