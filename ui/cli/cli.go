// Package cli is dateline's command line: its commands, its flags, and what each of them writes and returns to a shell.
//
// A Program is one run, and everything that it is given by the system is a value in it: arguments, streams, environment
// and clock. So a test runs a command as a shell does, without a process:
//
//	var out strings.Builder
//	p := cli.Program{Args: []string{"print", "-"}, Stdin: strings.NewReader(record), Stdout: &out, Stderr: io.Discard}
//	code := p.Run(ctx)
//
// It does not read files, which is host's trade, and does not draw, which is ui's: it hands to each what the other has.
// It ends no process: main does, by the code that Run returns or through Exit. No other package knows the time or the
// environment. It may import cobra and all of dateline but ui/background, and neither bubbletea nor a reader of YAML.
package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"dateline/timeline/diag"
	"dateline/timeline/sanitize"
	"dateline/ui/host"
)

// Exit codes. That of a signal is 128 and its number.
const (
	nothingFound = 1 // nothing matched, or check found errors
	misuse       = 2 // usage, input that cannot be read, or marks that cannot be kept
)

// A Program is one run of dateline, with all that it has from the system.
type Program struct {
	Args    []string         // the words after the program's name
	Stdin   io.Reader        // the record that the path - names, or the keyboard if it is a terminal
	Stdout  io.Writer        // what was asked for, or the screen if it is a terminal
	Stderr  io.Writer        // everything else that is to be said
	Environ []string         // NAME=value; of two with one name the last counts
	Now     func() time.Time // the clock, for the screen, for what waits and for dates such as "last month"
	Curated []byte           // the record that is read if no path is named
	Exit    func(code int)   // ends the process when Run's context ends and Run cannot: it may wait for input for ever

	signals  *host.Signals // nil: there are none to lend to an editor
	replaces bool          // what is completed gives way to what is offered, though that does not begin so
}

// Main runs the program that the system has started, which carries the curated record, and returns its exit code. It
// calls exit for a signal that comes while the program waits for what cannot be told to stop.
func Main(curated []byte, exit func(code int)) int {
	ctx, signals := host.WithSignals(context.Background())
	return Program{
		Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Environ: os.Environ(), Now: time.Now,
		Curated: curated, Exit: exit, signals: signals,
	}.Run(ctx)
}

// Run runs the command that the arguments name and returns the exit code.
func (p Program) Run(ctx context.Context) int {
	ended := make(chan struct{})
	defer close(ended)
	a := &app{Program: p, ended: ended, remember: true, self: "dateline "}
	a.from = a.files
	// Without a screen there is no terminal to give back, and what waits for input cannot be told to stop.
	a.outliveSignals = context.AfterFunc(ctx, func() { p.Exit(p.report(context.Cause(ctx))) })
	defer a.outliveSignals()
	out := &output{Writer: p.Stdout}
	cmd := a.command(out)
	cmd.SetArgs(append([]string{}, p.Args...)) // nil would be the arguments of the process
	return p.report(cmp.Or(cmd.ExecuteContext(ctx), out.err))
}

// An output keeps the error of a write, which cobra does not ask for when it writes help.
type output struct {
	io.Writer
	ctx context.Context // ends what is written; nil: nothing does
	err error
}

func (o *output) Write(p []byte) (int, error) {
	if o.ctx != nil && o.ctx.Err() != nil {
		o.err = cmp.Or(o.err, context.Cause(o.ctx))
		return 0, o.err
	}
	n, err := o.Writer.Write(p)
	o.err = cmp.Or(o.err, err)
	return n, err
}

// A finding ends the program with code 1: there is nothing to show, or something wrong in the record. It may be empty.
type finding string

func (f finding) Error() string { return string(f) }

// A misreading is what is wrong in a flag, shown as problems of a record are.
type misreading diag.Problem

func (m misreading) Error() string { return strings.TrimSpace(diag.Problems{diag.Problem(m)}.String()) }

// report writes an error for the reader and returns the exit code. An error may say what a record, a file's name or the
// environment says.
func (p Program) report(err error) int {
	var s host.Signal
	var f finding
	switch {
	case err == nil:
		return 0
	case errors.As(err, &s):
		return s.ExitCode()
	case errors.Is(err, syscall.EPIPE):
		return host.Signal(syscall.SIGPIPE).ExitCode()
	case errors.As(err, &f):
		if f != "" {
			p.tell(f)
		}
		return nothingFound
	}
	p.tell(err)
	return misuse
}

// tell writes an error for the reader.
func (p Program) tell(err error) { fmt.Fprintln(p.Stderr, "dateline: "+sanitize.Text(err.Error())) }

// getenv returns the value of a variable of the environment, "" if there is none.
func (p Program) getenv(name string) (value string) {
	for _, variable := range p.Environ {
		n, v, _ := strings.Cut(variable, "=")
		if n == name || runtime.GOOS == "windows" && strings.EqualFold(n, name) {
			value = v
		}
	}
	return value
}

// screen returns standard output if it is a terminal, else nil.
func (p Program) screen() *os.File {
	f, ok := p.Stdout.(*os.File)
	if !ok || !term.IsTerminal(f.Fd()) {
		return nil
	}
	return f
}

// columns returns how wide what is written for people may be: as the terminal, but no wider than is good to read.
func (p Program) columns() int {
	if f := p.screen(); f != nil {
		if w, _, err := term.GetSize(f.Fd()); err == nil && w > 0 {
			return min(w, diag.Columns)
		}
	}
	return diag.Columns
}

// dumb reports whether the terminal can do no more than print.
func (p Program) dumb() bool {
	name := p.getenv("TERM")
	return name == "dumb" || name == "" && runtime.GOOS != "windows"
}
