package cli_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	gossh "golang.org/x/crypto/ssh"
)

// A caller is a client of a served record: a reader with a terminal, or a command.
type caller struct {
	client *gossh.Client
	*gossh.Session
	keys io.Writer
	told bytes.Buffer  // on standard error
	gone chan struct{} // closed when there is no more output

	mu      sync.Mutex
	frames  int       // that have come
	last    time.Time // when the last of them had come whole
	away    bool      // whether the terminal shows its other screen
	tail    []byte    // of what came
	changed chan struct{}
}

// What a screen writes at the end of each frame, and when it takes a terminal and gives it back.
var (
	frameEnds = []byte("\x1b[?2026l")
	screenOns = []byte("\x1b[?1049h")
	screenOff = []byte("\x1b[?1049l")
)

// call connects to a server, and is let in.
func call(address string) (*caller, error) {
	client, err := gossh.Dial("tcp", address, &gossh.ClientConfig{
		User: "reader", HostKeyCallback: gossh.InsecureIgnoreHostKey(), Timeout: time.Minute,
	})
	if err != nil {
		return nil, err
	}
	c := &caller{client: client, gone: make(chan struct{}), changed: make(chan struct{}, 1)}
	if c.Session, err = client.NewSession(); err == nil {
		c.keys, err = c.StdinPipe()
	}
	if err != nil {
		_ = client.Close()
		return nil, err
	}
	c.Stdout, c.Stderr = (*callerScreen)(c), &c.told
	return c, nil
}

// open asks for a screen of that size, and waits for its first frame.
func (c *caller) open(columns, rows int) error {
	if err := c.RequestPty("xterm-256color", rows, columns, nil); err != nil {
		return err
	}
	if err := c.Shell(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() {
		ended <- c.Wait()
		close(c.gone)
	}()
	for {
		select {
		case <-c.changed:
			if frames, _ := c.shown(); frames > 0 {
				return nil
			}
		case <-c.gone:
			return fmt.Errorf("no screen, but %v: %s", <-ended, &c.told)
		}
	}
}

// shown returns how many frames have come, and when the last had come whole.
func (c *caller) shown() (frames int, last time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.frames, c.last
}

// A callerScreen is what is written to a caller.
type callerScreen caller

func (c *callerScreen) Write(p []byte) (int, error) {
	now := time.Now()
	c.mu.Lock()
	defer c.mu.Unlock()
	text := append(c.tail, p...)
	if frames := bytes.Count(text, frameEnds); frames > 0 {
		c.frames, c.last = c.frames+frames, now
	}
	switch on, off := bytes.LastIndex(text, screenOns), bytes.LastIndex(text, screenOff); {
	case on > off:
		c.away = true
	case off > on:
		c.away = false
	}
	c.tail = append(c.tail[:0], text[max(0, len(text)-len(frameEnds)+1):]...) // which the next part may end
	select {
	case c.changed <- struct{}{}:
	default:
	}
	return len(p), nil
}

// leave leaves the screen by a key, and returns what is wrong with how that ended.
func (c *caller) leave() error {
	defer c.client.Close()
	_, _ = io.WriteString(c.keys, "\x03") // it may have been left already
	select {
	case <-c.gone:
	case <-time.After(5 * time.Minute):
		return errors.New("a screen does not end with ^C")
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.away {
		return fmt.Errorf("a terminal is not given back: %s", &c.told)
	}
	if c.told.Len() > 0 {
		return fmt.Errorf("a reader who leaves is told %q", &c.told)
	}
	return nil
}

// vanish ends the connection without a word.
func (c *caller) vanish() {
	_ = c.client.Close()
	<-c.gone
}

// ask asks for a command, and returns its code and the number of bytes that it wrote.
func (c *caller) ask(command string) (code, wrote int, _ error) {
	defer c.client.Close()
	out := new(counted)
	c.Stdout = out
	err := c.Run(command)
	var exit *gossh.ExitError
	if errors.As(err, &exit) {
		return exit.ExitStatus(), int(*out), nil
	}
	return 0, int(*out), err
}

// counted counts what is written.
type counted int

func (n *counted) Write(p []byte) (int, error) {
	*n += counted(len(p))
	return len(p), nil
}

// A typist presses keys as people do: mostly to move, and what is begun is ended.
type typist struct {
	random *rand.Rand
	next   []string // keys that end what was begun
}

// filters are those that a typist types.
var filters = []string{"drone", "actor:Marco", "type:strike", "since:1905 grain", "kyiv or paris", "tag:tag-3"}

// press returns the next key.
func (t *typist) press() string {
	if len(t.next) == 0 {
		t.next = t.begin()
	}
	key := t.next[0]
	t.next = t.next[1:]
	return key
}

// begin returns the keys of what a typist does next.
func (t *typist) begin() []string {
	n := t.random.IntN(100)
	switch {
	case n < 76:
		return []string{t.one("j", "j", "j", "k", "k", "\x1b[B", "\x1b[A", "J")}
	case n < 88:
		return []string{t.one(" ", "b", "\x1b[6~", "\x1b[5~", "\x04", "g", "G")}
	case n < 94:
		return []string{"\r", " ", "\x1b[27u"}
	case n < 99:
		return []string{"a", "j", "\x1b[27u"}
	}
	keys := append([]string{"/"}, strings.Split(t.one(filters...), "")...)
	return append(keys, "\r", "j", "j", "k", "/", "\x15", "\r") // which is taken back later
}

// one returns one of several.
func (t *typist) one(of ...string) string { return of[t.random.IntN(len(of))] }
