package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"dateline/ui/host"
	"dateline/ui/linear"
)

// speak answers the lines of standard input in sentences, until they end.
func (a *app) speak(cmd *cobra.Command, in *host.Input) error {
	if slices.Contains(in.Paths, host.Stdin) {
		return errors.New("--linear: standard input has the commands, and cannot be the record too\n" +
			"save the record as a file, or name a pipe, as in `dateline --linear <(curl …)`")
	}
	o, state, visit, err := a.opening(cmd, in)
	if err != nil {
		return err
	}
	a.outliveSignals()
	var once sync.Once
	end := func(why error) error { // once, though a signal may come while the lines end
		once.Do(func() { why = a.leave(state, visit, why) })
		return why
	}
	context.AfterFunc(cmd.Context(), func() { // a line that is waited for never ends
		select {
		case <-a.ended:
		default:
			cause := context.Cause(cmd.Context())
			host.Within(lastResort, func() { _ = end(cause) })
			a.Exit(a.report(cause))
		}
	})
	ctx, cancel := context.WithCancelCause(cmd.Context())
	defer cancel(nil)
	talk := &linear.Talk{
		In: a.Stdin, Out: a.Stdout, Width: a.lineWidth(), ASCII: a.ascii, NoUTF8: o.PrintsASCII(), Changed: in.HasChanged,
	}
	if keyboard := in.Keyboard(); keyboard != nil {
		talk.Typed, talk.Prompts = true, a.screen() != nil
		o.Edit = a.editing(ctx, in, keyboard, nil)
	}
	o.Load = a.loader(in, o.View, state, cancel)
	files := &host.NewFiles{Context: ctx}
	o.Write = files.Write
	err = o.Speak(ctx, talk)
	if cause := context.Cause(ctx); cause != nil {
		err = cause
	}
	return end(err)
}

// linearHelp writes what may be typed where lines are answered.
func linearHelp(out io.Writer) {
	talk := linear.Talk{Out: out}
	talk.Say("dateline --linear [PATH...] answers the lines of standard input in sentences, until they end: for " +
		"screen readers, braille lines, terminals that can only print, and scripts.")
	fmt.Fprint(out, "\n  dateline --linear record.yaml\n"+
		"  printf 'a yermak\\nn\\nq\\n' | dateline --linear record.yaml\n\n")
	for _, line := range linear.Help() {
		talk.Say(line)
	}
	for _, line := range linear.HelpAll(func(string) []string { return nil }) {
		if strings.HasSuffix(line, ":") {
			fmt.Fprintln(out)
		}
		talk.Say(line)
	}
	fmt.Fprintln(out)
	talk.Say("help and a word says by which keys it is meant too. The other flags are those of dateline --help.")
}

// lineWidth returns the width of the terminal that standard output is, 0 where it is none.
func (a *app) lineWidth() int {
	if f := a.screen(); f != nil {
		if w, _, err := term.GetSize(f.Fd()); err == nil {
			return w
		}
	}
	return 0
}
