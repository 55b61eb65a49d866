package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"dateline/timeline/diag"
	"dateline/timeline/diag/report"
	"dateline/timeline/diag/rule"
	"dateline/timeline/load"
	"dateline/timeline/names"
	"dateline/ui/config"
	"dateline/ui/host"
)

// check lists what is wrong in a record, and fails if there are errors.
func (a *app) check(_ *cobra.Command, paths []string) error {
	if a.rules {
		return listRules(a.Stdout)
	}
	ignored, err := a.ignored()
	if err != nil {
		return err
	}
	matters := func(r rule.ID) bool { return !slices.Contains(ignored, r) }
	switch {
	case a.config && len(paths) > 0:
		return errors.New("--config: leave out the paths, or --config")
	case a.config, len(paths) == 1 && config.Is(paths[0], a.getenv):
		return a.checkSettings(matters)
	}
	in := a.input(paths)
	if err := in.Await(context.Background()); err != nil {
		return err
	}
	p := in.Load(context.Background(), nil)
	problems, groups := p.Problems.Of(matters), p.Groups.Of(matters)
	omitted := groups.Count() - groups.Repeats() - len(problems)
	if a.problemsAs == report.Text && !a.all {
		err = diag.FprintGroups(a.Stdout, groups, a.columns())
	} else {
		err = report.Write(a.Stdout, a.problemsAs, problems, omitted)
	}
	if err != nil {
		return err
	}
	words := cmp.Or(groups.Summary(), "no problems")
	switch {
	case a.problemsAs != report.Text || a.all:
		if omitted > 0 {
			words += fmt.Sprintf("; the first %d are listed", len(problems))
		}
	case groups.Count() > len(groups) && (in.HasPipe() || slices.Contains(paths, host.Stdin)): // which is gone
		words += "; --all lists each"
	case groups.Count() > len(groups):
		words += fmt.Sprintf("; `%s` lists each", in.Command("check", "--all"))
	}
	name := in.String()
	if name == host.Stdin {
		name = in.Name()
	}
	fmt.Fprintf(a.Stderr, "%s: %s\n%s\n", name, words, p.Summary())
	if groups.Errors() > 0 {
		return finding("")
	}
	return nil
}

// ignored returns the rules that are to be ignored.
func (f *flags) ignored() (rules []rule.ID, err error) {
	for _, name := range f.ignore {
		r, ok := rule.Named(name)
		if !ok {
			near := names.Nearest(name, ruleNames(), 1)
			cure := "dateline check --rules lists them"
			if len(near) > 0 {
				cure = names.Suggestion(near[0]) + " " + cure
			}
			return nil, fmt.Errorf("--ignore: there is no rule %q\n%s", name, cure)
		}
		rules = append(rules, r)
	}
	return rules, nil
}

// ruleNames returns the names of all rules.
func ruleNames() []string {
	list := make([]string, len(rule.All()))
	for n, r := range rule.All() {
		list[n] = r.String()
	}
	return list
}

// listRules writes all rules, each with what it means.
func listRules(w io.Writer) error {
	out := bufio.NewWriter(w)
	for _, r := range rule.All() {
		fmt.Fprintf(out, "%-24s%-9s%s\n", r, diag.Problem{Rule: r}.Severity(), r.Doc())
	}
	return out.Flush()
}

// schema writes the JSON Schema of the file format.
func (a *app) schema(*cobra.Command, []string) error {
	_, err := a.Stdout.Write(load.Schema())
	return err
}
