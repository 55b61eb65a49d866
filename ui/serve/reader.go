package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	gossh "golang.org/x/crypto/ssh"

	"dateline/timeline/sanitize"
	"dateline/ui/guard"
)

// A Terminal is that of a reader.
type Terminal struct {
	Words   []string // that were typed after the name of the host: flags, or none
	Environ []string // NAME=value, what the client says that the terminal can show
	Key     string   // the fingerprint of the key by which the reader was let in; "" for none
	Host    string   // at which the reader has reached the server, …
	Port    string   // … and the port there
	Keys    io.Reader
	Screen  io.Writer
	Sizes   func(ctx context.Context, tell func(columns, rows int)) // tells the size, and each time that it changes
}

// A Command is what a reader asks for without a screen.
type Command struct {
	Words          []string // the command, its flags and what else was typed; there may be none
	Environ        []string // NAME=value, what the client says that the terminal can show
	Stdout, Stderr io.Writer
}

// Exit codes. A session that ends by itself has that of the signal which would end a program so.
const (
	misuse  = 2 // nothing can be shown or answered
	hungUp  = 128 + 1
	broken  = 128 + 2 // by ^C
	stopped = 128 + 15
)

// give gives the reader what was asked for, to its end.
func (s *session) give() {
	code := misuse
	s.survives(func() { s.serve(&code) })
	wait := s.patience.answer // as a client may still hold what a pager has not asked for yet
	if s.isScreen() {
		wait = s.patience.end
		s.leave() // before the client knows that it may come again
	}
	s.closeWith(code, wait)
	s.end(nil)
}

// isScreen reports whether a screen is asked for, and no answer.
func (s *session) isScreen() bool {
	return s.terminal && (len(s.words) == 0 || strings.HasPrefix(s.words[0], "-"))
}

// serve is give without its end.
func (s *session) serve(code *int) {
	began := s.Now()
	who := host(s.connection.RemoteAddr())
	if s.key != "" {
		who += ", key " + s.key + ","
	}
	switch {
	case s.unread != nil:
		s.tell(s.unread.Error())
		*code = misuse
	case s.isScreen():
		s.note(who + " came")
		why := s.show(code)
		s.note(fmt.Sprintf("%s left after %s%s", who, s.Now().Sub(began).Round(time.Second), why))
	default:
		*code = s.answer()
		s.note(fmt.Sprintf("%s was answered, code %d, after %s", who, *code, s.Now().Sub(began).Round(time.Millisecond)))
	}
}

// show shows the record on the reader's terminal. It returns why that ended, for the log, where the reader has not left
// it.
func (s *session) show(code *int) (why string) {
	in := s.hear(s.end)
	defer in.stop()
	idle := time.AfterFunc(s.Idle, func() { s.end(errIdle) })
	defer idle.Stop()
	in.heard = func() {
		if idle.Stop() { // else the screen is over, and would be kept as long again
			idle.Reset(s.Idle)
		}
	}
	defer s.dropLate()()
	at, port, _ := net.SplitHostPort(s.connection.LocalAddr().String()) // which has both
	err := s.Show(s.ctx, &Terminal{
		Words: s.words, Environ: s.environ, Key: s.key, Host: at, Port: port, Keys: in,
		Screen: s.writer(s.channel), Sizes: s.size.follow,
	})
	var fault interface{ Calls() string }
	if errors.As(err, &fault) {
		s.note("a screen failed; please report this: " + strings.ReplaceAll(fault.Calls(), "\n", ", "))
	}
	switch cause := context.Cause(s.ctx); {
	case errors.Is(cause, errIdle), errors.Is(cause, errStopped):
		*code = hungUp
		if cause == errStopped {
			*code = stopped
		}
		s.tell(cause.Error())
		return ": " + cause.Error()
	case cause != nil:
		*code = hungUp
		return ": the connection ended"
	case fault != nil:
		s.tell(err.Error())
		return ": the screen failed"
	case err != nil:
		s.tell(err.Error())
		return ": something was wrong, which the reader was told"
	}
	*code = 0
	return ""
}

// dropLate ends the connection if a terminal has not been given back a while after the session has ended, as that of a
// reader who takes nothing any more. Done says that it has been.
func (s *session) dropLate() (done func()) {
	given := make(chan struct{})
	context.AfterFunc(s.ctx, func() {
		select {
		case <-time.After(s.patience.end):
			s.drop()
		case <-given:
		}
	})
	return func() { close(given) }
}

// answer answers a command, and returns the exit code.
func (s *session) answer() (code int) {
	in := s.hear(func(error) {}) // a command may have nothing as its input
	defer in.stop()
	if s.terminal {
		in.interrupt = func() { s.end(errBroken) }
	}
	go s.survives(in.discard)
	ctx, stop := context.WithTimeoutCause(s.ctx, s.patience.answer, errLong)
	defer stop()
	turn := &turn{places: &s.places, origin: s.connection.origin}
	soon, stop := context.WithTimeout(ctx, s.patience.turn)
	defer stop()
	if turn.take(soon) != nil {
		s.tell(errAnswering.Error())
		return misuse
	}
	defer turn.give()
	out := func(to io.Writer) io.Writer {
		to = yielding{patient{to, s.patience.answer, s.drop}, turn, ctx}
		if s.terminal {
			return returning{to}
		}
		return to
	}
	code, fault := s.Answer(ctx, &Command{
		Words: s.words, Environ: s.environ, Stdout: out(s.channel), Stderr: out(s.channel.Stderr()),
	})
	if fault != nil {
		s.note("a command failed; please report this: " + fault.Error())
	}
	if context.Cause(s.ctx) == errBroken {
		return broken
	}
	return code
}

// tell tells the reader why there is no more, as clients show what goes wrong.
func (s *session) tell(words string) {
	var to io.Writer = s.writer(s.channel.Stderr())
	if s.terminal {
		to = returning{to}
	}
	_, _ = io.WriteString(to, "dateline: "+sanitize.Text(words)+"\n") // a reader who has gone need not be told
}

// closeWith ends the session with an exit code. A client that does not close it too in that time, be it because it
// takes nothing any more, loses its connection.
func (s *session) closeWith(code int, wait time.Duration) {
	s.closing.Reset(wait)
	status := struct{ Status uint32 }{uint32(code)}
	_, _ = s.channel.SendRequest("exit-status", false, gossh.Marshal(&status)) // the client may have gone
	_ = s.channel.Close()
}

// drop ends the connection at once.
func (s *session) drop() { _ = s.connection.Close() }

// survives does work, and keeps a panic in it from ending the readers of others. It reports whether there was one.
func (s *Server) survives(work func()) (failed bool) {
	_, fault := guard.Do(func() error {
		work()
		return nil
	})
	if fault == nil {
		return false
	}
	s.note("something failed that should not; please report this: " + fault.Error())
	return true
}
