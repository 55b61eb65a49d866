//go:build !windows

package ui_test

import (
	"io"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
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

func TestSignalsEndWhatWaitsForInput(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGABRT} {
		t.Run(s.String(), func(t *testing.T) {
			cmd := exec.Command(binary(t), "print", "-")
			cmd.Env = environment(t)
			stdin, err := cmd.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			stderr, err := cmd.StderrPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			// More than a pipe holds: when all is written, the program is reading.
			if _, err := stdin.Write(make([]byte, 1<<20)); err != nil {
				t.Fatal(err)
			}
			stuck := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
			defer stuck.Stop()
			if err := cmd.Process.Signal(s); err != nil {
				t.Fatal(err)
			}
			said, _ := io.ReadAll(stderr)
			_ = cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != 128+int(s) {
				t.Errorf("exit code %d, want %d", code, 128+int(s))
			}
			if len(said) > 0 {
				t.Errorf("on standard error: %s", said)
			}
		})
	}
}
