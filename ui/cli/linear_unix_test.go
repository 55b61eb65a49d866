//go:build !windows

package cli_test

import (
	"context"
	"io"
	"strings"
	"syscall"
	"testing"

	"dateline/ui/host"
)

// At a terminal there is a prompt and no echo, and nothing that moves the cursor; ^D ends, and so does a signal, and
// both keep the place.
func TestLinearAtATerminal(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{"talks.yaml": talks})
	state := t.TempDir()
	y := openTTY(t)
	p := program(t, "--linear", "talks.yaml")
	p.Environ = append(p.Environ, "TERM=dumb", "XDG_STATE_HOME="+state)
	y.open(context.Background(), p, func() {
		y.waitFor("> ")
		_, _ = io.WriteString(y.reader, "type:call\n")
		y.waitFor("Filter type:call: 1 of 4.")
		_, _ = io.WriteString(y.reader, "\x04")
	}).want(t, 0)
	if text := y.text(); strings.Contains(text, "\x1b") || strings.Count(text, "type:call\r\n") != 1 {
		t.Errorf("on the terminal there is:\n%q", text)
	}
	y = openTTY(t)
	ctx, cancel := context.WithCancelCause(context.Background())
	ended := make(chan int, 1)
	p = program(t, "--linear", "talks.yaml")
	p.Environ, p.Exit = append(p.Environ, "XDG_STATE_HOME="+state), func(code int) { ended <- code }
	y.open(ctx, p, func() {
		y.waitFor("Reopened where you were. Filter type:call: 1 of 4.")
		_, _ = io.WriteString(y.reader, "u\ntype:visit\n")
		y.waitFor("Filter type:visit: 1 of 4.")
		cancel(host.Signal(syscall.SIGTERM))
		if code := <-ended; code != 128+int(syscall.SIGTERM) {
			t.Errorf("a signal ends it with %d", code)
		}
		_, _ = io.WriteString(y.reader, "\x04") // the process of a program would have ended
	}).want(t, 128+int(syscall.SIGTERM))
	p = program(t, "--linear", "talks.yaml")
	var out strings.Builder
	p.Environ, p.Stdin, p.Stdout, p.Stderr = append(p.Environ, "XDG_STATE_HOME="+state), strings.NewReader(""), &out, io.Discard
	if code := p.Run(context.Background()); code != 0 || !strings.Contains(out.String(), "Filter type:visit: 1 of 4.") {
		t.Errorf("after a signal it opens with %d and:\n%s", code, &out)
	}
}
