//go:build !windows

package cli_test

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"dateline/ui/host"
)

// A pipe that is named is read, as <(…) of a shell is. One in a folder is left alone, since opening it would wait for
// somebody to write into it; so are devices, even where they are named.
func TestPipesAreReadWhereTheyAreNamed(t *testing.T) {
	c := command{folder: t.TempDir(), files: map[string]string{"good.yaml": "- {date: 2025-01-01, title: One}\n"}}
	pipe := filepath.Join(c.folder, "pipe.csv")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	go func() {
		if w, err := os.OpenFile(pipe, os.O_WRONLY, 0); err == nil {
			_, _ = io.WriteString(w, "date,title\n2025-01-02,Two\n")
			w.Close()
		}
	}()
	piped := c.run(t, "print", "pipe.csv")
	piped.want(t, 0)
	if want := "2 January 2025  Two\n"; piped.stdout != want {
		t.Errorf("%q, want %q", piped.stdout, want)
	}
	c.run(t, "print", "/dev/zero").want(t, 2, "cannot read /dev/zero: not a regular file")
	got := c.run(t, "print", ".")
	got.want(t, 0)
	if want := "1 January 2025  One\n"; got.stdout != want {
		t.Errorf("%q, want %q", got.stdout, want)
	}
}

// A reader that has gone away, such as head, is no error to speak of. As a process the program is ended by the system.
func TestPipeThatNobodyReads(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	r.Close()
	defer w.Close()
	command{stdout: w}.run(t, "print").want(t, 128+int(syscall.SIGPIPE))
}

// What waits for input cannot be told to stop, so the process is to end.
func TestSignalWhileInputIsAwaited(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	ended := make(chan int, 1)
	stdin, typist := io.Pipe()
	var stderr strings.Builder
	p := program(t, "print", "-")
	p.Stdin, p.Stdout, p.Stderr, p.Exit = stdin, io.Discard, &stderr, func(code int) { ended <- code }
	done := make(chan int)
	go func() { done <- p.Run(ctx) }()
	if _, err := io.WriteString(typist, "- {date: 2025"); err != nil { // when it is written, the program is reading
		t.Fatal(err)
	}
	cancel(host.Signal(syscall.SIGINT))
	if code, want := <-ended, 128+int(syscall.SIGINT); code != want || stderr.Len() > 0 {
		t.Errorf("exit code %d, want %d; standard error: %s", code, want, &stderr)
	}
	typist.Close()
	<-done
}
