package serve

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/anmitsu/go-shlex"
	"github.com/charmbracelet/ssh"
	gossh "golang.org/x/crypto/ssh"
)

// A session is what one reader asks for on a connection, as RFC 4254 has it in section 6.
type session struct {
	*Server
	connection *connection
	channel    gossh.Channel
	leave      func() // gives its place to another reader
	key        string // the fingerprint of the reader's key, "" for none
	ctx        context.Context
	end        context.CancelCauseFunc

	environ  []string
	terminal bool // whether there is one
	size     sizes
	words    []string    // the command, or flags of the screen
	unread   error       // why these cannot be read
	begun    bool        // whether they were asked for
	closing  *time.Timer // drops a client that asks for nothing, or does not close what is over
	given    sync.WaitGroup
}

// Why a session ends before its reader has left.
var (
	errGone   = errors.New("the reader is gone")
	errBroken = errors.New("ended by ^C")
	errIdle   = errors.New("no key was pressed for so long that the connection ends")
)

// session gives a reader what is asked for on a channel, until that is closed.
func (s *Server) session(server context.Context, asked gossh.NewChannel, sc ssh.Context) {
	c := sc.Value(ofConnection).(*connection)
	if err := s.places.enter(c); err != nil {
		s.note(host(c.RemoteAddr()) + " was not let in: " + err.Error())
		_ = asked.Reject(gossh.ResourceShortage, err.Error())
		return
	}
	defer s.places.sessions.Done()
	leave := sync.OnceFunc(func() { s.places.leave(c, s.patience.login) })
	defer leave()
	channel, requests, err := asked.Accept()
	if err != nil {
		return // the client has gone
	}
	one := &session{
		Server: s, connection: c, channel: channel, leave: leave, size: sizes{changed: make(chan struct{}, 1)},
	}
	one.closing = time.AfterFunc(s.patience.login, one.drop)
	defer one.closing.Stop()
	one.ctx, one.end = context.WithCancelCause(sc)
	defer one.end(nil)
	defer context.AfterFunc(server, func() { one.end(errStopped) })()
	if key, ok := sc.Value(ssh.ContextKeyPublicKey).(ssh.PublicKey); ok {
		one.key = gossh.FingerprintSHA256(key)
	}
	for r := range requests {
		before := one.begun
		ok := one.request(r)
		if r.WantReply {
			_ = r.Reply(ok, nil) // a client that is gone sends no more of them
		}
		if one.begun && !before {
			one.closing.Stop()
			one.given.Go(one.give)
		}
	}
	one.end(errGone)
	one.given.Wait()
}

// What a client may say at most.
const (
	mostVariables  = 16
	mostOfVariable = 256     // bytes
	mostOfCommand  = 4 << 10 // bytes, which is a long filter
)

// request does what a client asks for on its channel, and reports whether that is let in.
func (s *session) request(r *gossh.Request) bool {
	switch r.Type {
	case "pty-req":
		var asked struct {
			Term                         string
			Columns, Rows, Width, Height uint32
			Modes                        string
		}
		if s.begun || s.terminal || gossh.Unmarshal(r.Payload, &asked) != nil || len(asked.Term) > mostOfVariable {
			return false
		}
		s.terminal = true
		s.environ = append(s.environ, "TERM="+asked.Term)
		s.size.set(asked.Columns, asked.Rows)
		return true
	case "window-change":
		var now struct{ Columns, Rows, Width, Height uint32 }
		if gossh.Unmarshal(r.Payload, &now) != nil {
			return false
		}
		s.size.set(now.Columns, now.Rows)
		return true
	case "env":
		var v struct{ Name, Value string }
		if s.begun || gossh.Unmarshal(r.Payload, &v) != nil || !saysLooks(v.Name) ||
			len(v.Value) > mostOfVariable || len(s.environ) >= mostVariables {
			return false
		}
		s.environ = append(s.environ, v.Name+"="+v.Value)
		return true
	case "shell", "exec":
		var asked struct{ Command string }
		exec := r.Type == "exec"
		if s.begun || exec && gossh.Unmarshal(r.Payload, &asked) != nil {
			return false
		}
		s.begun = true
		if len(asked.Command) > mostOfCommand {
			s.unread = fmt.Errorf("a command may have %d bytes", mostOfCommand)
			return true
		}
		var err error
		if s.words, err = shlex.Split(asked.Command, true); err != nil {
			s.unread = errors.New("the command cannot be read: a quote or a backslash is left open")
		}
		return true
	}
	return false // files, forwarding of agents and screens, signals
}

// saysLooks reports whether a variable says what a terminal can show. No other is taken.
func saysLooks(name string) bool {
	switch name {
	case "LANG", "LC_ALL", "LC_CTYPE", "COLORTERM", "COLORFGBG", "NO_COLOR":
		return true
	}
	return false
}
