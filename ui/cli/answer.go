package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/timeline/diag"
	"dateline/timeline/export"
	"dateline/timeline/load"
	"dateline/timeline/publish"
	"dateline/timeline/quality"
	"dateline/timeline/sanitize"
	"dateline/ui/guard"
)

// Answer answers a command about a record that is served to readers elsewhere, which it calls name, and returns the
// exit code. Of p it uses Args, Stdout, Stderr, Now and what Environ says of colour. It opens no file and starts no
// program: there are only commands and flags that select events and say how they are written. For anything else it
// returns 2 and writes one line. It ends when ctx ends or Stdout fails, at the next write.
//
// Records are safe for several at once. The error is of the program itself, which has panicked, for who serves the
// record: the reader was told no more than that. It has nothing of the record or of what was asked.
func (p Program) Answer(ctx context.Context, record load.Progress, name string) (code int, failed error) {
	var notes bytes.Buffer // which give way to what was wrong
	out := &output{Writer: p.Stdout, ctx: ctx}
	a := &app{Program: p}
	a.Stdin, a.Stdout, a.Stderr = nil, out, &notes
	err, failed := guard.Do(func() error {
		a.from = served(ctx, record, name)
		return a.answer(ctx, p.Args)
	})
	var found finding
	switch cut := context.Cause(ctx); {
	case out.err != nil && cut == nil: // nobody hears any more
		return misuse, failed
	case cut != nil: // what was found by then is not all
		err = fmt.Errorf("the answer is cut short: %w", cut)
	case failed != nil:
		err = errors.New("the program failed over this; who serves the record was told")
	case errors.As(err, &found):
		code, err = nothingFound, nil
		if found != "" {
			a.tell(found)
		}
	}
	if err != nil {
		p.tellInLine(err)
		return misuse, failed
	}
	_, _ = p.Stderr.Write(notes.Bytes()) // who does not hear it has the answer
	return code, nil
}

// tellInLine writes an error in one line. The place in a flag is said, and not drawn.
func (p Program) tellInLine(err error) {
	text := err.Error()
	var m misreading
	if errors.As(err, &m) {
		text = diag.Problem(m).String() + "\n" + m.Hint
	}
	var said []string
	for line := range strings.SplitSeq(sanitize.Text(text), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			said = append(said, line)
		}
	}
	fmt.Fprintln(p.Stderr, "dateline: "+strings.Join(said, "; "))
}

// answer answers the command that the words ask. Flags come after it. It is found here and not by cobra, which has
// commands of its own.
func (a *app) answer(ctx context.Context, words []string) error {
	cmd, helps := a.answers(), false
	cmd.SetContext(ctx)
	if len(words) > 0 && words[0] == "help" {
		words, helps = words[1:], true
	}
	if len(words) > 0 && !strings.HasPrefix(words[0], "-") {
		all := cmd.Commands()
		n := slices.IndexFunc(all, func(one *cobra.Command) bool { return one.Name() == words[0] })
		if n < 0 {
			return fmt.Errorf("%q cannot be asked here\n%s", words[0], a.asks(cmd))
		}
		cmd, words = all[n], words[1:]
		cmd.SetContext(ctx)
	}
	cmd.InitDefaultHelpFlag()
	if err := cmd.ParseFlags(words); err != nil && !cmd.HasParent() {
		return errors.New("flags alone are for the screen, which needs a terminal\ntype ssh -t HOST -- and the flags, " +
			"or name a command; ssh HOST help lists them")
	} else if err != nil {
		return flagError(cmd, err)
	}
	if more := cmd.Flags().Args(); len(more) > 0 {
		return fmt.Errorf("%s takes flags and no %q: it answers of the record that is served\nsee %[1]s --help",
			cmd.CommandPath(), more[0])
	}
	if asked, _ := cmd.Flags().GetBool("help"); asked || helps {
		helpOf(cmd)
		return nil
	}
	if !cmd.Runnable() {
		return errors.New("a command is missing\n" + a.asks(cmd))
	}
	if err := a.checkChoices(cmd.Flags()); err != nil {
		return err
	}
	return cmd.RunE(cmd, nil)
}

// asks says which commands there are.
func (*app) asks(root *cobra.Command) string {
	var all []string
	for _, cmd := range root.Commands() {
		all = append(all, cmd.Name())
	}
	return "ask " + strings.Join(all, ", ") + " or help"
}

// answers returns the tree of the commands that are answered of a record which is served, with all flags that each has
// there. Nothing is completed: cobra would keep a command for each that is completed until the process ends.
func (a *app) answers() *cobra.Command {
	root := &cobra.Command{
		Use: "dateline COMMAND", Short: "what can be asked of the record that is served",
		Annotations: map[string]string{cobra.CommandDisplayNameAnnotation: "ssh HOST"},
		Example: "  ssh HOST print --actor Rubio --since 2025-07\n  ssh HOST print --format csv > events.csv\n" +
			"  ssh HOST \"print --filter 'type:call -actor:putin'\"\n\nThe screen, which takes flags after --:\n" +
			"  ssh -t HOST -- --actor Rubio --since 2025-07",
	}
	root.SetOut(a.Stdout)
	a.addScreen(root.PersistentFlags())
	root.AddCommand(a.answersEvents()...)
	root.AddCommand(a.answersAboutThem()...)
	return root
}

// answersEvents returns the commands that write events or what is wrong with them.
func (a *app) answersEvents() []*cobra.Command {
	print := &cobra.Command{
		Use: "print", Short: "write the selected events", RunE: a.print,
		Example: "  ssh HOST print --actor Rubio\n  ssh HOST print --format csv > events.csv\n" +
			"  ssh HOST print --without notes,editor --format markdown > public.md",
	}
	a.addSelection(print.Flags())
	print.Flags().StringVar(&a.at, "at", "", "begin at the event with this `id`")
	a.addFormat(print.Flags(), publish.Formats())
	a.addHead(print.Flags())
	a.addWithout(print.Flags())
	actors := &cobra.Command{
		Use: "actors", Short: "list the actors, each with its number of selected events", RunE: a.listActors,
		Example: "  ssh HOST actors --since 2025-09",
	}
	a.addSelection(actors.Flags())
	a.addFormat(actors.Flags(), export.Formats)
	check := &cobra.Command{
		Use: "check", Short: "list what is wrong in the record, with its place and its cure",
		RunE:    func(*cobra.Command, []string) error { return a.checkRecord(nil) },
		Example: "  ssh HOST check --ignore unknown-key,no-title",
	}
	a.addCheck(check.Flags())
	return []*cobra.Command{print, actors, check}
}

// answersAboutThem returns the commands that say what events rest on, lack or share, and how they are written.
func (a *app) answersAboutThem() []*cobra.Command {
	var listed sourceFlags
	sources := &cobra.Command{
		Use: "sources", Short: "list the sources, each with the events that rest on it",
		RunE:    func(*cobra.Command, []string) error { return a.listSources(nil, listed) },
		Example: "  ssh HOST sources --actor Rubio --format csv",
	}
	a.addSources(sources.Flags(), &listed)
	a.addSelection(sources.Flags())
	lacked := qualityFlags{limit: quality.Usual(usualTimes)}
	lacks := &cobra.Command{
		Use: "quality", Short: "list what the record lacks: sources, status, dates, time",
		RunE:    func(*cobra.Command, []string) error { return a.quality(nil, lacked) },
		Example: "  ssh HOST quality --actor Rubio --gap 60d",
	}
	a.addQuality(lacks.Flags(), &lacked)
	a.addSelection(lacks.Flags())
	compare := &cobra.Command{
		Use: "compare --of A --with B", Short: "compare two actors, sides or sources: what they share", RunE: a.compare,
		Example: "  ssh HOST compare --of Zelensky --with Trump",
	}
	a.addCompared(compare.Flags())
	a.addSelection(compare.Flags())
	schema := &cobra.Command{
		Use: "schema", Short: "write the JSON Schema of the file format, for editors", RunE: a.schema,
		Example: "  ssh HOST schema > dateline.schema.json",
	}
	return []*cobra.Command{sources, lacks, compare, schema}
}
