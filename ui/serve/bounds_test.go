package serve

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

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
		Answer: func(_ context.Context, c *Command) (int, error) { pour(c.Stdout); return 0, nil },
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
	over := make(chan struct{})
	s := start(t, &Server{
		PerAddress: 1,
		Answer:     func(context.Context, *Command) (int, error) { <-over; return 0, nil },
		patience: patience{
			login: time.Second, stall: time.Minute, turn: time.Minute, answer: 50 * time.Millisecond, end: time.Minute,
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
		if begins {
			over <- struct{}{}
		}
		_ = client.Wait()
	}
	s.must()
}

// A client closes an answer when a pager has asked for the last of it, and has its connection until then. One that does
// not close a screen has not.
func TestAnAnswerIsReadToItsEnd(t *testing.T) {
	const size = 1 << 10
	over := make(chan struct{}) // once the client has fallen silent, which else could close what is over
	s := start(t, &Server{
		Show: func(_ context.Context, t *Terminal) error {
			_, _ = io.WriteString(t.Screen, "screen on")
			<-over
			return nil
		},
		Answer: func(_ context.Context, c *Command) (int, error) {
			<-over
			_, _ = io.Copy(c.Stdout, io.LimitReader(zeros{}, size))
			return 0, nil
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
	over <- struct{}{}
	if _, err := io.ReadFull(out, make([]byte, size)); err != nil {
		t.Fatal(err)
	}
	other, silent := s.dialMute()
	s.open(other)
	silent.fallSilent()
	over <- struct{}{}
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
	s := start(t, &Server{Answer: func(_ context.Context, c *Command) (int, error) {
		if c.Words[0] == "much" {
			_, _ = io.Copy(c.Stdout, io.LimitReader(zeros{}, 8<<20))
		}
		return 0, nil
	}})
	client := s.must()
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
	}
	one, err := client.NewSession()
	if err != nil {
		t.Fatal(err)
	}
	if err := one.Run("little"); err != nil {
		t.Errorf("another reader: %v", err)
	}
}

// Keys are agreed on by what costs the server little.
func TestKeysAreAgreedOnQuickly(t *testing.T) {
	s := start(t, &Server{})
	for how, let := range map[string]bool{
		gossh.KeyExchangeMLKEM768X25519: true, gossh.KeyExchangeCurve25519: true, "curve25519-sha256@libssh.org": true,
		gossh.KeyExchangeECDHP256: true, gossh.KeyExchangeDH14SHA256: false, gossh.KeyExchangeDH16SHA512: false,
		gossh.KeyExchangeDHGEXSHA256: false, gossh.InsecureKeyExchangeDH14SHA1: false, gossh.KeyExchangeECDHP521: false,
	} {
		client, err := gossh.Dial("tcp", s.address, &gossh.ClientConfig{
			HostKeyCallback: gossh.InsecureIgnoreHostKey(), Config: gossh.Config{KeyExchanges: []string{how}},
		})
		if (err == nil) != let {
			t.Errorf("%s: %v", how, err)
		}
		if err == nil {
			_ = client.Close()
		}
	}
}

// Of sizes that come fast some are told, and the last.
func TestSizesAreToldSlowly(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const changes = 1000
		z := sizes{changed: make(chan struct{}, 1)}
		told, last := 0, 0
		go z.follow(t.Context(), func(columns, _ int) { told, last = told+1, columns })
		for n := range changes {
			z.set(uint32(n), 24)
			time.Sleep(time.Millisecond)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		if told < 2 || told > changes/10 || last != changes-1 {
			t.Errorf("%d of %d are told, the last is %d", told, changes, last)
		}
	})
}

// What cannot be read as a command is answered in a line, with code 2.
func TestCommandsThatCannotBeRead(t *testing.T) {
	s := start(t, &Server{Answer: func(context.Context, *Command) (int, error) { return 0, nil }})
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
