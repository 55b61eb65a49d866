package cli

import (
	"context"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/host"
)

// What shells complete.

// mostOffered is how many values are offered at most, and readFor how long a record is read for them. What has been
// read by then is what is offered.
const (
	mostOffered = 100
	readFor     = 5 * time.Second
)

// noFiles says that files are not offered, in the order in which the values stand.
const noFiles = cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder

// A completer offers values of a flag, given the record that the paths name, the events that the other flags select,
// and what is typed. Open says that more is to be typed after a value.
type completer func(x *index.Index, s index.Selection, typed string) (values []offered, open bool)

// An offered is a value with what it means.
type offered struct{ text, means string }

// addCompletion says how the values of flags are completed, of all commands that have them.
func (a *app) addCompletion(root *cobra.Command) {
	of := map[string]completer{
		"actor": a.completeActor, "of": a.completeThing, "with": a.completeThing, "filter": a.completeFilter,
		"since": a.completeDate(query.BySince), "until": a.completeDate(query.ByUntil), "at": completeEvent,
		"map": completeMap,
	}
	centuries := fixed("1900\tyears of two digits are in 1900 to 1999", "2000\tyears of two digits are in 2000 to 2099")
	root.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return nil, cobra.ShellCompDirectiveDefault // files, beside the commands
	}
	for _, cmd := range slices.Concat(root.Commands(), []*cobra.Command{root}) {
		for name, complete := range of {
			_ = cmd.RegisterFlagCompletionFunc(name, a.completion(name, complete)) // if it has that flag
		}
		_ = cmd.RegisterFlagCompletionFunc("century", centuries)
		for _, flags := range []*pflag.FlagSet{cmd.Flags(), cmd.PersistentFlags()} {
			flags.VisitAll(func(f *pflag.Flag) {
				if f.NoOptDefVal == "true" { // which may be said to be false
					_ = cmd.RegisterFlagCompletionFunc(f.Name, fixed("true", "false"))
				}
			})
		}
	}
	_ = root.RegisterFlagCompletionFunc("view", a.completeView)
}

// completion returns what cobra calls to complete a flag.
func (a *app) completion(name string, complete completer) cobra.CompletionFunc {
	return func(_ *cobra.Command, paths []string, typed string) ([]string, cobra.ShellCompDirective) {
		x := a.recordOf(paths)
		if x == nil {
			return nil, noFiles
		}
		others := a.flags
		if name == "actor" || name == "of" || name == "with" {
			others.actors = nil
		}
		q, err := others.query(a.today())
		if err != nil {
			q = query.Query{}
		}
		values, open := complete(x, x.Select(q), typed)
		how := noFiles
		if open {
			how |= cobra.ShellCompDirectiveNoSpace
		}
		var lines []string
		for _, v := range values[:min(len(values), mostOffered)] {
			text, ok := typable(v.text)
			if !ok || !a.replaces && !beginsAs(text, typed) {
				continue
			}
			lines = append(lines, cobra.CompletionWithDesc(text, sanitize.Line(v.means)))
		}
		return lines, how
	}
}

// typable returns a value as it is typed, and false for one with a character that nobody sees or types, which would not
// be found by what stands for it.
func typable(text string) (string, bool) {
	text = strings.NewReplacer("\n", " ", "\t", " ").Replace(text)
	return text, sanitize.Line(text) == text
}

// fixed returns what offers those of a list that begin as typed, each a value and, after a tab, what it means.
func fixed(list ...string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) (values []string, how cobra.ShellCompDirective) {
		for _, value := range list {
			if beginsAs(value, typed) {
				values = append(values, value)
			}
		}
		return values, noFiles
	}
}

// beginsAs reports whether a text begins as what is typed, in small letters or capitals.
func beginsAs(text, typed string) bool {
	return len(text) >= len(typed) && strings.HasPrefix(strings.ToLower(text), strings.ToLower(typed))
}

// recordOf returns the record that the paths name, as far as it is read in time; nil where there is none. Standard
// input and pipes are for the command itself.
func (a *app) recordOf(paths []string) *index.Index {
	var named []string
	for _, path := range paths {
		if rest, ok := strings.CutPrefix(path, "~/"); ok {
			path = a.getenv("HOME") + "/" + rest
		}
		named = append(named, os.Expand(path, a.getenv))
	}
	in := a.input(named)
	if slices.Contains(named, host.Stdin) || in.HasPipe() || in.Check() != nil {
		return nil
	}
	in.Reading.Unchecked = true
	ctx, cancel := context.WithTimeout(context.Background(), readFor)
	defer cancel()
	var read load.Progress
	in.Load(ctx, func(p load.Progress) {
		if p.Index != nil && p.Index.Timeline().Len() > 0 {
			read = p
		}
	})
	return read.Index
}
