package cli

import (
	"bufio"
	"cmp"
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
)

// check lists what is wrong in a record, or in the reader's own settings.
func (a *app) check(_ *cobra.Command, paths []string) error {
	own := a.config || len(paths) == 1 && config.Is(paths[0], a.getenv)
	switch {
	case !own || a.rules:
		return a.checkRecord(paths)
	case a.config && len(paths) > 0:
		return errors.New("--config: leave out the paths, or --config")
	}
	matters, err := a.matters()
	if err != nil {
		return err
	}
	return a.checkSettings(matters)
}

// checkRecord lists what is wrong in a record, and fails if there are errors.
func (a *app) checkRecord(paths []string) error {
	if a.rules {
		return listRules(a.Stdout)
	}
	matters, err := a.matters()
	if err != nil {
		return err
	}
	o, err := a.from(paths, false)
	if err != nil {
		return err
	}
	problems, groups := o.Problems.Of(matters), o.Groups.Of(matters)
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
	case groups.Count() > len(groups):
		words += "; " + o.each
	}
	fmt.Fprintf(a.Stderr, "%s: %s\n%s\n", o.name, words, o.Summary())
	if groups.Errors() > 0 {
		return finding("")
	}
	return nil
}

// matters returns what reports whether a rule is not one of those that are to be ignored.
func (a *app) matters() (func(rule.ID) bool, error) {
	var ignored []rule.ID
	for _, name := range a.ignore {
		r, ok := rule.Named(name)
		if !ok {
			near := names.Nearest(name, ruleNames(), 1)
			cure := a.self + "check --rules lists them"
			if len(near) > 0 {
				cure = names.Suggestion(near[0]) + " " + cure
			}
			return nil, fmt.Errorf("--ignore: there is no rule %q\n%s", name, cure)
		}
		ignored = append(ignored, r)
	}
	return func(r rule.ID) bool { return !slices.Contains(ignored, r) }, nil
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
