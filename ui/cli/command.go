package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/timeline/export"
	"dateline/timeline/load"
	"dateline/timeline/names"
	"dateline/timeline/publish"
	"dateline/timeline/sanitize"
	"dateline/ui/host"
)

// An app is a run of the program, and what its flags say.
type app struct {
	Program
	flags

	remember       bool            // what the reader did is remembered from one visit to the next, without being asked
	self           string          // what is typed before the name of a command
	own            settingsFile    // the reader's own settings, once they are read
	commands       []string        // that may be written in the place of a path
	outliveSignals func() bool     // makes a signal cancel the context and no more
	ended          <-chan struct{} // closed when the run has ended

	from func(paths []string, unchecked bool) (origin, error) // returns the record that a command is about
}

const examples = `  dateline                                     the curated record
  dateline record.yaml notes/                  files and folders as one record
  dateline --actor Rubio --since 2025-07       one actor, from a date on
  dateline --filter 'type:call -actor:putin'   any query
  git show HEAD:record.yaml | dateline -       standard input

A PATH is YAML, JSON, JSONL, CSV, TSV, iCalendar, TOML, Markdown, or a folder.`

// Commands are in the order in which they are added, whoever asks for them first.
func init() { cobra.EnableCommandSorting = false }

// command returns the tree of all commands with their flags. Help and completion are written to out.
func (a *app) command(out io.Writer) *cobra.Command {
	root := &cobra.Command{
		Use: "dateline [PATH...]", Short: "browse a record of events, filter it by actor, read who says so",
		Example: examples, Version: version(), Args: cobra.ArbitraryArgs, RunE: a.show,
		PersistentPreRunE: a.prepare, SilenceErrors: true, SilenceUsage: true,
	}
	root.SetOut(out) // now, since the command for completion keeps where it will write
	root.SetErr(a.Stderr)
	root.SetHelpFunc(help)
	root.SetFlagErrorFunc(flagError)
	a.addScreen(root.PersistentFlags())

	print := &cobra.Command{
		Use: "print [PATH...]", Short: "write the selected events to standard output", RunE: a.print,
		Example: "  dateline print --actor Rubio\n  dateline print --format csv > record.csv\n" +
			"  dateline print --without notes,editor --format markdown > public.md\n" +
			"  dateline print --format yaml --actor Rubio > rubio.yaml\n" +
			"  dateline print --format jsonl record.yaml | jq -r '.date + \" \" + .title'",
	}
	check := &cobra.Command{
		Use: "check [PATH...]", Short: "list what is wrong in a record, with its place and its cure", RunE: a.check,
		Example: "  dateline check record.yaml\n  dateline check notes/ && git commit\n" +
			"  dateline check --ignore unknown-key,no-title --format github record.yaml\n" +
			"  dateline check --config      # your own settings",
	}
	actors := &cobra.Command{
		Use: "actors [PATH...]", Short: "list the actors, each with its number of selected events", RunE: a.listActors,
		Example: "  dateline actors --since 2025-09\n  dateline actors --filter type:meeting record.yaml\n" +
			"  dateline actors --format yaml notes/ > who.yaml   # a draft of who is who",
	}
	schema := &cobra.Command{
		Use: "schema", Short: "write the JSON Schema of the file format, for editors", RunE: a.schema, Args: noPaths,
		ValidArgsFunction: cobra.NoFileCompletions,
		Example: "  dateline schema > dateline.schema.json\n\nThe first line of a record tells an editor of it:\n" +
			"  # yaml-language-server: $schema=dateline.schema.json",
	}
	forget := &cobra.Command{
		Use: "forget [PATH...]", Short: "erase what is remembered of records", RunE: a.forget,
		Example: "  dateline forget record.yaml   # its marks, views, place, and what was seen\n  dateline forget --all",
	}
	forget.Flags().BoolVar(&a.everything, "all", false, "of all records")
	compare, diff := a.comparing(), a.differing()
	sources, lacks, begin := a.listingSources(), a.lookingAtQuality(), a.beginning()
	root.AddCommand(print, check, actors, compare, diff, sources, lacks, begin)
	let := a.serving()
	root.AddCommand(let, schema, forget, a.manning(), a.completing(), a.typing())
	for _, cmd := range []*cobra.Command{root, print, actors, compare, diff, sources, lacks} {
		a.addSelection(cmd.Flags())
	}
	for _, cmd := range []*cobra.Command{root, print, actors, compare, diff, sources, lacks, begin, check, let} {
		a.addReading(cmd.Flags())
	}
	a.addAt(root.Flags())
	a.addFresh(root.Flags())
	a.addTheme(root.Flags())
	a.addAt(print.Flags())
	offer(root, "color")
	offer(root, "theme")
	a.addFormat(print.Flags(), publish.Formats())
	offer(print, "format")
	a.addFormat(actors.Flags(), export.Formats)
	offer(actors, "format")
	offer(compare, "format")
	a.addHead(print.Flags())
	a.addWithout(print.Flags())
	_ = print.RegisterFlagCompletionFunc("without", a.completion("without", completeWithout))
	a.addCheck(check.Flags())
	a.addOwn(check.Flags())
	offer(check, "format")
	_ = check.RegisterFlagCompletionFunc("ignore", completeRules)
	a.addCompletion(root)
	return root
}

// prepare runs before every command: it refuses values that a flag does not have, and tells of a path that is meant.
func (a *app) prepare(cmd *cobra.Command, paths []string) error {
	for _, sub := range cmd.Commands() {
		if !sub.Hidden {
			a.commands = append(a.commands, sub.Name())
		}
	}
	a.tellOfPath(cmd, paths)
	return a.checkChoices(cmd.Flags())
}

// tellOfPath says how a path is named that has the name of a command, where no other path is.
func (a *app) tellOfPath(cmd *cobra.Command, paths []string) {
	alone := len(paths) == 0 || cmd.Name() == "diff" // which has two paths of its own
	if alone && cmd.HasParent() && host.Exists(cmd.Name()) {
		fmt.Fprintf(a.Stderr, "dateline: %s is a command here; for what has that name write ./%[1]s\n", cmd.Name())
	}
}

// input returns what the paths name, or else the curated record.
func (a *app) input(paths []string) *host.Input {
	return &host.Input{
		Paths: paths, Commands: a.commands, Default: load.InMemory("events.yaml", a.Curated), Stdin: a.Stdin, Now: a.Now,
		Reading: a.reading, GCSet: a.getenv("GOGC") != "",
	}
}

// version returns the version that the program was built as.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return info.Main.Version
	}
	return "unknown"
}

// exitOne returns what it means that a command ends with code 1, "" for one that never does.
func exitOne(command string) string {
	switch command {
	case "check":
		return "errors found"
	case "compare":
		return "one of the two has no event"
	case "diff":
		return "a change, or nothing matched"
	case "forget":
		return "nothing is remembered"
	case "new", "schema", "serve", "man", "completion":
		return ""
	}
	return "nothing matched"
}

// seldomUsed are the commands of which the help of the whole program says only this.
var seldomUsed = map[string]string{
	"schema": "for editors", "forget": "marks", "man": "page", "completion": "for shells",
}

// help writes what a command is for, or what may be typed to what talks in lines.
func help(cmd *cobra.Command, _ []string) {
	if cmd.Flags().Changed("linear") {
		linearHelp(cmd.OutOrStdout())
		return
	}
	helpOf(cmd)
}

// helpOf writes what a command is for, the examples first.
func helpOf(cmd *cobra.Command) {
	out := cmd.OutOrStdout()
	fmt.Fprintf(out, "%s: %s\n\n", cmd.CommandPath(), cmd.Short)
	if about := cmp.Or(cmd.Example, strings.TrimSpace(cmd.Long)); about != "" {
		fmt.Fprintf(out, "%s\n", about)
		if !strings.Contains(about, "\n\n") { // else the usage belongs to what is said last
			fmt.Fprintln(out)
		}
	}
	fmt.Fprintf(out, "Usage: %s\n", cmd.UseLine())
	var seldom []string
	for i, sub := range cmd.Commands() {
		if i == 0 {
			fmt.Fprint(out, "\nCommands:\n")
		}
		switch {
		case !sub.IsAvailableCommand():
		case seldomUsed[sub.Name()] != "":
			seldom = append(seldom, sub.Name()+" ("+seldomUsed[sub.Name()]+")")
		default:
			fmt.Fprintf(out, "  %-12s%s\n", sub.Name(), sub.Short)
		}
	}
	if len(seldom) > 0 {
		fmt.Fprintf(out, "  %s\n", strings.Join(seldom, ", "))
	}
	fmt.Fprintf(out, "\nFlags:\n%s", usages(cmd.Flags()))
	one := ""
	if means := exitOne(cmd.Name()); means != "" {
		one = "1 " + means + ", "
	}
	fmt.Fprintf(out, "Exit status: 0 fine, %s2 usage or bad input\n", one)
}

// usages lists flags, each with what it is for. A switch is its name alone, without the =true and =false that pflag
// would offer beside it.
func usages(flags *pflag.FlagSet) string {
	shown := pflag.NewFlagSet("", pflag.ContinueOnError)
	shown.SortFlags = flags.SortFlags
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Name == "help" { // which is known by now
			return
		}
		plain := *f
		if f.Value.Type() == "bool" {
			plain.Value = switchValue{f.Value}
		}
		shown.AddFlag(&plain)
	})
	return shown.FlagUsagesWrapped(80)
}

// A switchValue is a bool that pflag shows as for a flag without a value.
type switchValue struct{ pflag.Value }

func (switchValue) Type() string { return "boolfunc" }

// flagError adds the nearest flag to a complaint about an unknown one.
func flagError(cmd *cobra.Command, err error) error {
	cure := "see " + cmd.CommandPath() + " --help"
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var flags []string
		cmd.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f.Name) })
		if near := names.Nearest(unknown.GetSpecifiedName(), flags, 1); len(near) > 0 {
			cure = "did you mean --" + near[0] + "?"
		}
	}
	return fmt.Errorf("%s\n%s", sanitize.Line(err.Error()), cure)
}
