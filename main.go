// Command dateline shows a record of events in a terminal, and prints and checks it. See README.md, or dateline --help.
package main

import (
	"bufio"
	"cmp"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/timeline"
	"dateline/ui"
	_ "dateline/ui/background" // keeps bubbletea from asking the terminal while it is imported
	"dateline/ui/host"
)

//go:embed events.yaml
var curated []byte

// Exit codes; a signal gives 128 and its number.
const (
	nothingFound = 1 // nothing matched, or check found errors
	misuse       = 2 // usage, or input that cannot be read
)

func main() {
	ctx, signals := host.WithSignals(context.Background())
	a := &app{signals: signals}
	// Without a screen there is no terminal to give back, and what waits for input cannot be told to stop.
	a.outliveSignals = context.AfterFunc(ctx, func() { os.Exit(report(context.Cause(ctx))) })
	cmd, out := a.command(), &output{Writer: os.Stdout}
	cmd.SetOut(out)
	os.Exit(report(cmp.Or(cmd.ExecuteContext(ctx), out.err)))
}

// An output keeps what went wrong in writing, which nobody asks for who writes help.
type output struct {
	io.Writer
	err error
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.Writer.Write(p)
	o.err = cmp.Or(o.err, err)
	return n, err
}

// A finding ends the program with code 1: there is nothing to show, or something wrong in the record. It may be empty.
type finding string

func (f finding) Error() string { return string(f) }

// misread shows what is wrong in a flag as problems of a record are shown.
func misread(p timeline.Problem) error {
	return errors.New(strings.TrimSpace(timeline.Problems{p}.String()))
}

// report writes an error for the reader and gives the exit code. An error may say what a record, a file's name or the
// environment says.
func report(err error) int {
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
			fmt.Fprintln(os.Stderr, "dateline: "+timeline.VisibleText(string(f)))
		}
		return nothingFound
	}
	fmt.Fprintln(os.Stderr, "dateline: "+timeline.VisibleText(err.Error()))
	return misuse
}

// An app is the command line: what its flags say.
type app struct {
	filter       string
	actors       []string
	since, until string
	at           string
	color        string
	ascii        bool
	format       timeline.Format

	commands       []string // that may stand in the place of a path
	signals        *host.Signals
	outliveSignals func() bool // makes a signal cancel the context and no more
}

const examples = `  dateline                                     the curated record
  dateline record.yaml notes/                  files and folders as one record
  dateline --actor Rubio --since 2025-07       one actor, from a date on
  dateline --filter 'type:call -actor:putin'   any query
  git show HEAD:record.yaml | dateline -       standard input
  dateline print --format jsonl | jq .title    the same in a pipe`

func (a *app) command() *cobra.Command {
	cobra.EnableCommandSorting = false
	root := &cobra.Command{
		Use: "dateline [PATH...]", Short: "browse a record of events, filter it by actor, read who says so",
		Example: examples, Version: version(), Args: cobra.ArbitraryArgs, RunE: a.show,
		PersistentPreRunE: a.checkChoices, SilenceErrors: true, SilenceUsage: true,
	}
	root.SetHelpFunc(help)
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().StringVar(&a.color, "color", "auto", "`when` to use colour: auto, always or never")
	root.PersistentFlags().BoolVar(&a.ascii, "ascii", false, "draw with ASCII only")

	print := &cobra.Command{
		Use: "print [PATH...]", Short: "write the selected events to standard output", RunE: a.print,
		Example: "  dateline print --actor Rubio\n  dateline print --format csv > record.csv\n  dateline print --format jsonl record.yaml | jq -r '.date + \" \" + .title'",
	}
	check := &cobra.Command{
		Use: "check [PATH...]", Short: "list every problem of a record, each with its place and its cure", RunE: a.check,
		Example: "  dateline check record.yaml\n  dateline check notes/ && git commit",
	}
	actors := &cobra.Command{
		Use: "actors [PATH...]", Short: "list the actors, each with its number of selected events", RunE: a.listActors,
		Example: "  dateline actors --since 2025-09\n  dateline actors --filter type:meeting record.yaml",
	}
	schema := &cobra.Command{
		Use: "schema", Short: "write the JSON Schema of the file format, for editors", RunE: a.schema, Args: cobra.NoArgs,
		Example: "  dateline schema > dateline.schema.json\n\nThe first line of a record tells an editor of it:\n" +
			"  # yaml-language-server: $schema=dateline.schema.json",
	}
	root.AddCommand(print, check, actors, schema)
	root.InitDefaultCompletionCmd("")
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Short = "write a completion script for bash, zsh, fish or powershell"
	}

	for _, cmd := range []*cobra.Command{root, print, actors} {
		a.addSelection(cmd)
	}
	for _, cmd := range []*cobra.Command{root, print} {
		cmd.Flags().StringVar(&a.at, "at", "", "open at the event with this `id`; print begins there")
	}
	for _, cmd := range []*cobra.Command{print, actors} {
		cmd.Flags().StringVar((*string)(&a.format), "format", string(timeline.Text), "`format` to write: text, markdown, json, jsonl or csv")
		_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "markdown", "json", "jsonl", "csv"}, cobra.ShellCompDirectiveNoFileComp))
	}
	return root
}

// addSelection adds the flags that say which events are wanted.
func (a *app) addSelection(cmd *cobra.Command) {
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVarP(&a.filter, "filter", "f", "", "only events that match the `query`")
	f.StringArrayVarP(&a.actors, "actor", "a", nil, "only events with the actor of this `name`; again: or of that")
	f.StringVar(&a.since, "since", "", "only events on or after the `date`")
	f.StringVar(&a.until, "until", "", "only events on or before the `date`")
	_ = cmd.RegisterFlagCompletionFunc("actor", a.completeActor)
}

func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// help shows the examples first.
func help(cmd *cobra.Command, _ []string) {
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "%s: %s\n\n", cmd.CommandPath(), cmd.Short)
	if about := cmp.Or(cmd.Example, strings.TrimSpace(cmd.Long)); about != "" {
		fmt.Fprintf(out, "%s\n\n", about)
	}
	fmt.Fprintf(out, "Usage:\n  %s\n", cmd.UseLine())
	for i, sub := range cmd.Commands() {
		if i == 0 {
			fmt.Fprint(out, "\nCommands:\n")
		}
		if sub.IsAvailableCommand() {
			fmt.Fprintf(out, "  %-12s%s\n", sub.Name(), sub.Short)
		}
	}
	fmt.Fprintf(out, "\nFlags:\n%s\n", cmd.Flags().FlagUsagesWrapped(80))
	fmt.Fprint(out, "Exit status: 0 fine, 1 nothing matched or errors found, 2 usage or bad input\n")
}

// flagError adds the nearest flag to a complaint about an unknown one.
func flagError(cmd *cobra.Command, err error) error {
	cure := "see " + cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var names []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
		if near := timeline.Nearest(unknown.GetSpecifiedName(), names, 1); len(near) > 0 {
			cure = "did you mean --" + near[0] + "?"
		}
	}
	return fmt.Errorf("%s\n%s", timeline.Visible(err.Error()), cure)
}

// checkChoices refuses values that a flag does not have.
func (a *app) checkChoices(cmd *cobra.Command, _ []string) error {
	for _, sub := range cmd.Commands() {
		a.commands = append(a.commands, sub.Name())
	}
	return cmp.Or(choice("--color", a.color, []string{"auto", "always", "never"}), choice("--format", a.format, timeline.Formats))
}

func choice[T ~string](flag string, value T, allowed []T) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	return fmt.Errorf("%s: there is no %q; choose from %s", flag, value, strings.Trim(fmt.Sprint(allowed), "[]"))
}

// show opens the screen, or prints where there is no terminal to show one.
func (a *app) show(cmd *cobra.Command, paths []string) error {
	in := a.input(paths)
	keyboard := in.Keyboard()
	if keyboard == nil || !term.IsTerminal(os.Stdout.Fd()) || dumb() {
		return a.print(cmd, paths)
	}
	q, err := a.query()
	if err != nil {
		return err
	}
	if err := in.Check(); err != nil {
		return err
	}
	a.outliveSignals()
	context.AfterFunc(cmd.Context(), func() {
		time.Sleep(2 * time.Second) // for the screen to give the terminal back; one that nobody reads any more never does
		_ = keyboard.Restore()
		os.Exit(report(context.Cause(cmd.Context())))
	})
	ctx, cancel := context.WithCancelCause(cmd.Context())
	defer cancel(nil)
	var start sync.Once
	o := ui.Options{
		Name: in.Name(), Query: q.String(), At: a.at, Color: a.color, ASCII: a.ascii, OpenURL: host.OpenURL,
		Suspend: host.CanSuspend(), Resumed: host.Continued(),
		Now: time.Now, Environ: os.Environ(), Input: keyboard, Output: os.Stdout, Command: in.Command(),
		Load: func(ctx context.Context, publish func(timeline.Progress)) {
			p := in.Load(ctx, publish)
			start.Do(func() {
				if err := a.known(p.Index); p.Done && err != nil {
					cancel(err)
				}
			})
		},
	}
	if path := host.StateFile(os.Getenv); path != "" {
		store := &host.Store[ui.Kept]{Path: path, Record: in.Key()}
		o.State = ui.State{Load: store.Get, Change: store.Change}
	}
	if in.OnDisk() {
		if editor := host.Editor(ctx, keyboard.File, os.Getenv); editor != nil {
			o.Edit = func(file string, line int) func() error {
				cmd := editor(file, line)
				return func() error { return keyboard.Lend(cmd, a.signals) }
			}
		}
		o.Changed = func(ctx context.Context) bool { return in.Changed(ctx, time.Second) }
	}
	err = ui.Run(ctx, o)
	if errors.Is(err, syscall.EIO) { // the terminal is gone
		err = host.Signal(syscall.SIGHUP)
	}
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}

// dumb says whether the terminal can do no more than print.
func dumb() bool {
	name := os.Getenv("TERM")
	return name == "dumb" || name == "" && runtime.GOOS != "windows"
}

// print writes the selected events, one by one.
func (a *app) print(_ *cobra.Command, paths []string) error {
	x, s, err := a.load(paths)
	if err != nil {
		return err
	}
	from := 0
	if i, ok := x.Timeline().Find(a.at); ok {
		if from = s.Rank(i); from == s.Len() {
			return finding("nothing matches from " + timeline.Visible(a.at) + " on")
		}
	}
	out := timeline.NewExporter(os.Stdout, a.format, a.emphasis())
	return cmp.Or(out.Write(x.Timeline(), s, from), out.Close())
}

func (a *app) listActors(_ *cobra.Command, paths []string) error {
	x, s, err := a.load(paths)
	if err != nil {
		return err
	}
	return timeline.ExportActors(os.Stdout, x, s, a.format, a.emphasis())
}

// check lists what is wrong.
func (a *app) check(_ *cobra.Command, paths []string) error {
	in := a.input(paths)
	if err := in.Check(); err != nil {
		return err
	}
	p := in.Load(context.Background(), nil)
	out := bufio.NewWriter(os.Stdout)
	if err := errors.Join(timeline.Fprint(out, p.Problems), out.Flush()); err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", in, cmp.Or(p.Problems.Summary(), "no problems"))
	if p.Problems.Errors() > 0 {
		return finding("")
	}
	return nil
}

func (a *app) schema(*cobra.Command, []string) error {
	_, err := os.Stdout.Write(timeline.Schema())
	return err
}

// completeActor offers the actors of the record for --actor.
func (a *app) completeActor(_ *cobra.Command, paths []string, _ string) ([]string, cobra.ShellCompDirective) {
	t := a.input(paths).Load(context.Background(), nil).Index.Timeline()
	names := make([]string, t.Actors())
	for i := range names {
		actor := t.Actor(timeline.ActorRef(i))
		names[i] = cobra.CompletionWithDesc(timeline.Visible(actor.ID), timeline.Visible(actor.Name))
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// load reads a whole record for those who have no screen, and selects from it what the flags ask for.
func (a *app) load(paths []string) (x *timeline.Index, s timeline.Selection, err error) {
	q, err := a.query()
	if err != nil {
		return nil, s, err
	}
	in := a.input(paths)
	if err := in.Check(); err != nil {
		return nil, s, err
	}
	p := in.Load(context.Background(), nil)
	x = p.Index
	if x.Timeline().Len() == 0 {
		_ = timeline.Fprint(os.Stderr, p.Problems)
		return nil, s, fmt.Errorf("no events can be read from %s", in)
	}
	if len(p.Problems) > 0 {
		fmt.Fprintf(os.Stderr, "dateline: %s in %s; `dateline check %[2]s` lists them\n", p.Problems.Summary(), in)
	}
	if err := a.known(x); err != nil {
		return nil, s, err
	}
	if s = x.Select(q); s.Len() == 0 {
		return nil, s, finding(x.Explain(q))
	}
	return x, s, nil
}

// query puts the flags together as one query.
func (a *app) query() (timeline.Query, error) {
	q, err := timeline.ParseQuery(a.filter)
	var wrong *timeline.QueryError
	if errors.As(err, &wrong) {
		return q, misread(wrong.Problem("--filter", a.filter))
	}
	if slices.Contains(a.actors, "") {
		return q, errors.New("--actor: the name is missing")
	}
	q = q.And(a.actorQuery())
	for _, limit := range [][2]string{{"since", a.since}, {"until", a.until}} {
		key, date := limit[0], limit[1]
		if date == "" {
			continue
		}
		_, err := timeline.ParseDate(date)
		var wrong *timeline.DateError
		if errors.As(err, &wrong) {
			return q, misread(wrong.Problem("--" + key))
		}
		q = q.And(timeline.Query{}.Only(timeline.Key(key), date))
	}
	return q, nil
}

// actorQuery wants any of the actors that --actor names.
func (a *app) actorQuery() (q timeline.Query) {
	for _, name := range a.actors {
		q = q.Add(timeline.ByActor, name)
	}
	return q
}

// known says whether the record has the actors and the event that the flags name.
func (a *app) known(x *timeline.Index) error {
	if unknown := x.Unknown(a.actorQuery()); len(unknown) > 0 {
		return errors.New("--actor: " + unknown[0].String())
	}
	if _, ok := x.Timeline().Find(a.at); ok || a.at == "" {
		return nil
	}
	return fmt.Errorf("--at: no event has the id %q%s", a.at, timeline.DidYouMean(x.Timeline().NearestIDs(a.at)))
}

// emphasis is bold titles and names in cyan where colour is wanted.
func (a *app) emphasis() (e timeline.Emphasis) {
	auto := term.IsTerminal(os.Stdout.Fd()) && os.Getenv("NO_COLOR") == "" && !dumb()
	if a.color == "always" || a.color == "auto" && auto {
		e.Title = func(s string) string { return "\x1b[1m" + s + "\x1b[0m" }
		e.Name = func(s string) string { return "\x1b[36m" + s + "\x1b[0m" }
	}
	return e
}

// input is what the paths name, or else the curated record.
func (a *app) input(paths []string) *host.Input {
	return &host.Input{Paths: paths, Commands: a.commands, Default: host.InMemory("events.yaml", curated)}
}
