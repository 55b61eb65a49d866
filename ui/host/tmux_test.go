//go:build unix

package host

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// tmuxIs puts a script in the place of tmux, and returns the folder in which it runs.
func tmuxIs(t *testing.T, script string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "tmux"), []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+os.Getenv("PATH"))
	t.Chdir(folder)
	return folder
}

// inTmux is the environment of a program that runs in tmux.
func inTmux(name string) string { return map[string]string{"TMUX": "/tmp/tmux-0/default,1,0"}[name] }

func TestTmuxTakesAText(t *testing.T) {
	const text = "a title; $(id)\nand\ttwo 'lines' –"
	for name, c := range map[string]struct{ script, args string }{
		"as it is today": {`echo "$@" >args; cat >text`, "load-buffer -w -"},
		"before 3.2":     {`[ "$2" = -w ] && exit 1; echo "$@" >args; cat >text`, "load-buffer -"},
	} {
		t.Run(name, func(t *testing.T) {
			tmuxIs(t, c.script)
			if err := Tmux(t.Context(), inTmux)(text); err != nil {
				t.Fatal(err)
			}
			args, _ := os.ReadFile("args")
			taken, _ := os.ReadFile("text")
			if strings.TrimSpace(string(args)) != c.args || string(taken) != text {
				t.Errorf("tmux %s gets %q, want tmux %s with %q", args, taken, c.args, text)
			}
		})
	}
}

func TestTmuxSaysWhyItDoesNotTakeAText(t *testing.T) {
	tmuxIs(t, "echo 'no server\x1b[31m running' >&2; exit 1")
	if err := Tmux(t.Context(), inTmux)("text"); err == nil || err.Error() != "no server␛[31m running" {
		t.Errorf("%v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if err := Tmux(t.Context(), inTmux)("text"); err == nil {
		t.Error("without tmux a text is taken")
	}
	if Tmux(t.Context(), func(string) string { return "" }) != nil {
		t.Error("outside tmux there is one")
	}
}

// A tmux that does not answer is left, as it is when the program ends, which this does.
func TestATmuxThatHangsIsLeft(t *testing.T) {
	folder := tmuxIs(t, "mkfifo here; exec 3>started; cat here")
	ctx, end := context.WithCancel(t.Context())
	failed := make(chan error)
	go func() { failed <- Tmux(ctx, inTmux)("text") }()
	for started := false; !started; {
		_, err := os.Stat(filepath.Join(folder, "started"))
		started = err == nil
	}
	end()
	if err := <-failed; err == nil || err.Error() != "tmux does not answer" {
		t.Errorf("%v", err)
	}
}
