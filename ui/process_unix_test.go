//go:build !windows

package ui_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

// The tests heed signals, and with them the programs that they start, although nohup started the tests.
func TestSignalsAreHeededUnderNohup(t *testing.T) {
	for _, s := range []os.Signal{syscall.SIGHUP, syscall.SIGINT} {
		if signal.Ignored(s) {
			t.Errorf("%v is ignored", s)
		}
	}
	const again = "DATELINE_TEST_NOHUP"
	if os.Getenv(again) != "" {
		return
	}
	cmd := exec.Command("sh", "-c", `trap '' HUP INT; exec "$0" -test.run "$1"`, os.Args[0], "^"+t.Name()+"$")
	cmd.Env = environment(t, again+"=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
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
			if _, err := stdin.Write(bytes.Repeat([]byte("# more\n"), 150_000)); err != nil {
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
