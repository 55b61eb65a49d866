package host

import (
	"context"
	"errors"
	"os/exec"
	"strings"
	"time"

	"dateline/timeline/sanitize"
)

// tmuxAnswers is how long tmux may take for a text.
const tmuxAnswers = 2 * time.Second

// Tmux returns a function that puts a text into a new buffer of the tmux that the program runs in, and has tmux send it
// to the clipboard of its terminal. It returns nil outside tmux. By itself tmux as it comes takes no text for a
// clipboard from a program.
func Tmux(ctx context.Context, getenv func(string) string) func(text string) error {
	if getenv("TMUX") == "" {
		return nil
	}
	return func(text string) error {
		ctx, stop := context.WithTimeout(ctx, tmuxAnswers)
		defer stop()
		err := tmux(ctx, text, "load-buffer", "-w", "-")
		if err != nil && ctx.Err() == nil { // before 3.2 it did not know -w
			err = tmux(ctx, text, "load-buffer", "-")
		}
		return err
	}
}

// tmux runs tmux with text as its input. The error is in its words, if it has any.
func tmux(ctx context.Context, text string, args ...string) error {
	cmd := exec.CommandContext(ctx, "tmux", args...)
	cmd.Stdin = strings.NewReader(text)
	cmd.WaitDelay = time.Second // should a child of it hold on to the pipes
	_, err := cmd.Output()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return errors.New("tmux does not answer")
	case errors.As(err, &exit) && len(exit.Stderr) > 0:
		return errors.New(sanitize.Line(strings.TrimSpace(string(exit.Stderr))))
	}
	return err
}
