package host

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"dateline/timeline/sanitize"
)

// placeStyles are the ways to tell an editor the line, by the name of its program. Each makes arguments of file and
// line.
var placeStyles = map[string]func(file, line string) []string{
	"vi": plusLine, "vim": plusLine, "nvim": plusLine, "view": plusLine, "gvim": plusLine, "mvim": plusLine,
	"nano": plusLine, "pico": plusLine, "emacs": plusLine, "emacsclient": plusLine, "mg": plusLine, "jmacs": plusLine,
	"joe": plusLine, "kak": plusLine, "micro": plusLine, "ne": plusLine, "vis": plusLine,
	"hx": colonLine, "helix": colonLine, "subl": colonLine, "zed": colonLine,
	"code": gotoLine, "code-insiders": gotoLine, "codium": gotoLine, "cursor": gotoLine, "windsurf": gotoLine,
}

func plusLine(file, line string) []string  { return []string{"+" + line, file} }
func colonLine(file, line string) []string { return []string{file + ":" + line} }
func gotoLine(file, line string) []string  { return []string{"--goto", file + ":" + line} }
func fileOnly(file, _ string) []string     { return []string{file} }

// Editor returns a function that makes the command to open a file at a line, counted from 1. The editor is the one that
// $VISUAL or else $EDITOR names, whose words are split at blanks, or else vi. Without vi Editor returns nil. The editor
// reads the keyboard. It gets the signal that ends ctx, and is killed if it goes on. For a file that does not exist the
// command fails, since an editor would create the file.
func Editor(ctx context.Context, keyboard *os.File, getenv func(string) string) func(file string, line int) *exec.Cmd {
	words := strings.Fields(getenv("VISUAL"))
	if len(words) == 0 {
		words = strings.Fields(getenv("EDITOR"))
	}
	if len(words) == 0 {
		if _, err := exec.LookPath("vi"); err != nil {
			return nil
		}
		words = []string{"vi"}
	}
	return func(file string, line int) *exec.Cmd {
		cmd := exec.CommandContext(ctx, words[0], append(words[1:len(words):len(words)], place(words[0], file, line)...)...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = keyboard, os.Stdout, os.Stderr // files, or else it gets pipes and no terminal
		cmd.Cancel = func() error { return endChild(cmd.Process, lastSignal(ctx)) }
		cmd.WaitDelay = time.Second
		if _, err := os.Stat(file); err != nil {
			cmd.Err = fmt.Errorf("cannot edit %s: %w", sanitize.Line(file), reason(err))
		}
		return cmd
	}
}

// lastSignal returns the signal that ended ctx.
func lastSignal(ctx context.Context) syscall.Signal {
	var s Signal
	if errors.As(context.Cause(ctx), &s) {
		return syscall.Signal(s)
	}
	return syscall.SIGTERM
}

// place returns the arguments for a file at a line. The path is made absolute, so that it can never look like an
// option.
func place(editor, file string, line int) []string {
	if whole, err := filepath.Abs(file); err == nil {
		file = whole
	}
	style := placeStyles[strings.TrimSuffix(filepath.Base(editor), ".exe")]
	if style == nil || line < 1 {
		style = fileOnly
	}
	return style(file, strconv.Itoa(line))
}
