package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/timeline/export"
	"dateline/timeline/names"
	"dateline/timeline/quality"
)

// qualityFormats are the formats of the report of what a record lacks.
var qualityFormats = []export.Format{export.Text, export.JSON}

// The qualityFlags are those of the command that says what a record lacks.
type qualityFlags struct {
	ignored []string // kinds of which nothing is said
	limit   quality.Limit
}

// lookingAtQuality returns the command that says what a record lacks.
func (a *app) lookingAtQuality() *cobra.Command {
	f := qualityFlags{limit: quality.Usual(usualTimes)}
	cmd := &cobra.Command{
		Use: "quality [PATH...]", Short: "list what a record lacks: sources, status, dates, time",
		RunE: func(_ *cobra.Command, paths []string) error { return a.quality(paths, f) },
		Example: "  dateline quality record.yaml\n  dateline quality --actor Rubio --gap 60d\n" +
			"  dateline quality --ignore no-status,actor-once --format json notes/\n\n" +
			"It is a report and no check: what it lists is no error, and the exit code is 0\n" +
			"whatever it finds, but 1 where no event is selected.",
	}
	a.addQuality(cmd.Flags(), &f)
	offer(cmd, "format")
	_ = cmd.RegisterFlagCompletionFunc("gap", fixed(
		"5\ttimes the usual stretch", "10\ttimes the usual stretch", "30d\tdays", "365d\tdays",
	))
	_ = cmd.RegisterFlagCompletionFunc("ignore", completeOfQuality)
	return cmd
}

// addQuality adds the flags that say what is listed of what a record lacks, and how.
func (a *app) addQuality(to *pflag.FlagSet, f *qualityFlags) {
	to.SortFlags = false
	to.BoolVar(&a.all, "all", false, "list each event, not the first few of each kind")
	a.addFormat(to, qualityFormats)
	const gap = "a gap is this many `times` the usual stretch between events, or 60d: so many days (default 10)"
	to.Func("gap", gap, func(text string) (err error) {
		f.limit, err = gapLimit(text)
		return err
	})
	to.StringSliceVar(&f.ignored, "ignore", nil, "say nothing of the kind of this `name`; may be given again")
	to.BoolVar(&a.rules, "rules", false, "list the names of all kinds, and what they mean")
}

// usualTimes is how many times the usual stretch between events a gap is, unless the reader says so.
const usualTimes = 10

// gapLimit reads the value of --gap.
func gapLimit(text string) (quality.Limit, error) {
	number, days := strings.CutSuffix(strings.TrimSpace(text), "d")
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > 1_000_000 {
		return quality.Limit{}, errors.New("a number is meant, such as 10, or of days, such as 60d")
	}
	if days {
		return quality.Days(n), nil
	}
	return quality.Usual(n), nil
}

// qualityNames returns the names of the kinds of what a record can lack.
func qualityNames() (all []string) {
	for _, r := range quality.Rules() {
		all = append(all, r.String())
	}
	return all
}

// quality writes what the selected events lack, or what can be lacking.
func (a *app) quality(paths []string, f qualityFlags) error {
	if a.rules {
		return listQualityRules(a.Stdout)
	}
	chosen := quality.Choice{All: a.all, Rules: quality.Rules()}
	for _, name := range f.ignored {
		n := slices.Index(qualityNames(), strings.ToLower(strings.TrimSpace(name)))
		if n < 0 {
			cure := a.self + "quality --rules lists them"
			if near := names.Nearest(name, qualityNames(), 1); len(near) > 0 {
				cure = names.Suggestion(near[0]) + " " + cure
			}
			return fmt.Errorf("--ignore: there is no kind %q\n%s", name, cure)
		}
		chosen.Rules = slices.DeleteFunc(chosen.Rules, func(r quality.Rule) bool { return r == quality.Rule(n) })
	}
	x, s, err := a.load(paths)
	if err != nil {
		return err
	}
	report := quality.Look(x.Timeline(), s, f.limit)
	if a.format == export.JSON {
		return report.WriteJSON(a.Stdout, x.Timeline(), chosen)
	}
	if err := report.WriteText(a.Stdout, x.Timeline(), chosen, a.emphasis()); err != nil {
		return err
	}
	if report.Cut(chosen) {
		fmt.Fprintln(a.Stderr, "dateline: --all lists each")
	}
	return nil
}

// listQualityRules writes all kinds, each with what it means.
func listQualityRules(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, r := range quality.Rules() {
		fmt.Fprintf(out, "%-24s%s\n", r, r.Doc())
	}
	return out.Flush()
}
