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

// Opening a FIFO would wait for somebody to write into it.
func TestOnlyRegularFilesAreRead(t *testing.T) {
	c := command{folder: t.TempDir(), files: map[string]string{"good.yaml": "- {date: 2025-01-01, title: One}\n"}}
	if err := syscall.Mkfifo(filepath.Join(c.folder, "pipe.yaml"), 0o600); err != nil {
		t.Skip(err)
	}
	c.run(t, "print", "pipe.yaml").want(t, 2, "cannot read pipe.yaml: not a regular file")
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
