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
// $VISUAL or else $EDITOR names, or else the reader's settings, which is own, whose words may be quoted as for a shell,
// or else the first of usualEditors that is there. It reads the keyboard. It gets the signal that ends ctx, and is
// killed if it goes on. A command that cannot be started says so in Err, with the cure. That of a file that does not
// exist is one, since an editor would create it.
func Editor(
	ctx context.Context, keyboard *os.File, getenv func(string) string, own string,
) func(file string, line int) *exec.Cmd {
	return func(file string, line int) *exec.Cmd {
		words, named, err := editorWords(getenv, own)
		if err != nil {
			return &exec.Cmd{Err: err}
		}
		cmd := exec.CommandContext(ctx, words[0], append(words[1:], place(words[0], file, line)...)...)
		cmd.Stdin, cmd.Stdout, cmd.Stderr = keyboard, os.Stdout, os.Stderr // files, or else it gets pipes and no terminal
		cmd.Cancel = func() error { return endChild(cmd.Process, lastSignal(ctx)) }
		cmd.WaitDelay = time.Second
		if _, err := exec.LookPath(words[0]); err != nil {
			cmd.Err = fmt.Errorf("%s names “%s”, which cannot be started (%w): set it to your editor", named,
				sanitize.Line(words[0]), reason(err))
		} else if _, err := os.Stat(file); err != nil {
			cmd.Err = fmt.Errorf("cannot edit %s: %w", sanitize.Line(file), reason(err))
		}
		return cmd
	}
}

// usualEditors are tried where no editor is set. The first is what a Debian has chosen.
var usualEditors = []string{"editor", "vi", "vim", "nvim", "nano", "emacs", "micro", "hx", "notepad.exe"}

// editorWords returns the words of the command that opens the editor, at least one, and what names it.
func editorWords(getenv func(string) string, own string) (words []string, named string, err error) {
	for _, from := range [][2]string{
		{"$VISUAL", getenv("VISUAL")}, {"$EDITOR", getenv("EDITOR")}, {"editor: of your settings", own},
	} {
		name, line := from[0], from[1]
		words, closed := splitWords(line)
		switch {
		case !closed:
			return nil, "", fmt.Errorf("a quotation mark in %s is not closed: %s", name, sanitize.Line(line))
		case len(words) == 0 || words[0] == "":
			continue
		case len(words) > 1 && !isProgram(words[0]) && isProgram(strings.TrimSpace(line)): // blanks in its path
			words = []string{strings.TrimSpace(line)}
		}
		return words, name, nil
	}
	for _, usual := range usualEditors {
		if isProgram(usual) {
			return []string{usual}, "PATH", nil
		}
	}
	return nil, "", errors.New("no editor is set, and none is found: set EDITOR to yours, as in EDITOR=nano")
}

// isProgram reports whether there is a program of this name or path.
func isProgram(name string) bool {
	_, err := exec.LookPath(name)
	return err == nil
}

// splitWords splits a line at blanks, but for what is between quotation marks. A backslash takes its meaning from a
// blank, a quotation mark or a backslash after it; before anything else it stays, as in a path of Windows. closed is
// false where a quotation has no end.
func splitWords(line string) (words []string, closed bool) {
	var word []byte // nil between words
	quote := byte(0)
	for i := 0; i < len(line); i++ {
		c := line[i]
		meant := "\\\"" // what a backslash may be before
		if quote == 0 {
			meant = "\\\"' \t\n"
		}
		switch {
		case c == '\\' && quote != '\'' && i+1 < len(line) && strings.IndexByte(meant, line[i+1]) >= 0:
			i++
			word = append(word, line[i])
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
			if word == nil {
				word = []byte{} // which may be all of it
			}
		case quote == 0 && strings.IndexByte(" \t\n", c) >= 0:
			if word != nil {
				words, word = append(words, string(word)), nil
			}
		default:
			word = append(word, c)
		}
	}
	if word != nil {
		words = append(words, string(word))
	}
	return words, quote == 0
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
	style := styleOf(editor)
	if style == nil || line < 1 {
		style = fileOnly
	}
	return style(file, strconv.Itoa(line))
}

// styleOf returns how an editor is told the line, nil where that is not known. A name that says nothing may be a link
// to one that does, such as vim.basic.
func styleOf(editor string) func(file, line string) []string {
	if style := placeStyles[strings.TrimSuffix(filepath.Base(editor), ".exe")]; style != nil {
		return style
	}
	name, err := exec.LookPath(editor)
	if err != nil {
		return nil
	}
	if whole, err := filepath.EvalSymlinks(name); err == nil {
		name = whole
	}
	name = filepath.Base(name)
	if end := strings.IndexAny(name, ".-"); end > 0 {
		name = name[:end]
	}
	return placeStyles[name]
}
