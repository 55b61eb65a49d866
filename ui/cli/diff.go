package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/diff"
	"dateline/timeline/diff/report"
	"dateline/timeline/index"
	"dateline/ui/host"
)

// differing returns the command that says what has changed from one record to another.
func (a *app) differing() *cobra.Command {
	cmd := &cobra.Command{
		Use: "diff OLD NEW", Short: "list what is new, gone or changed from one record to another", RunE: a.diff,
		Example: "  dateline diff old.yaml new.yaml\n" +
			"  dateline diff HEAD:record.yaml record.yaml         # since the last commit\n" +
			"  dateline diff main:notes notes/ --format markdown  # for a review\n" +
			"  dateline diff HEAD:record.yaml :record.yaml        # what is to be committed\n\n" +
			"OLD and NEW are files or folders, or REV:path, which is read through git where\n" +
			"there is no file of that name.",
	}
	to := cmd.Flags()
	to.SortFlags = false
	const formats = "`format` to write: text, markdown or json"
	to.StringVar((*string)(&a.changesAs), "format", string(report.Text), formats)
	allow(to, "format", report.Formats)
	offer(cmd, "format")
	return cmd
}

// diff writes what has changed from the first record to the second, and ends with code 1 if something has.
func (a *app) diff(cmd *cobra.Command, paths []string) error {
	switch {
	case len(paths) != 2:
		return errors.New("diff: two records are needed, the old and the new\n" +
			"name them, as in `dateline diff HEAD:record.yaml record.yaml`")
	case paths[0] == host.Stdin && paths[1] == host.Stdin:
		return errors.New("diff: standard input is one record\nname the other")
	}
	var in [2]*host.Input
	var of [2]*index.Index
	var sides [2]report.Side
	for n := range in {
		in[n] = a.input(paths[n : n+1])
		in[n].Revisions = true
		var err error
		if of[n], sides[n].Errors, err = a.readSide(cmd.Context(), in[n]); err != nil {
			return err
		}
		sides[n].Name = in[n].String()
	}
	d := diff.New(of[0].Timeline(), of[1].Timeline(), in[0].Within, in[1].Within)
	if namesFilter(cmd.Flags()) {
		if err := a.selectChanges(d, of); err != nil {
			return err
		}
	}
	if err := report.Write(a.Stdout, a.changesAs, d, sides, a.emphasis().Title); err != nil {
		return err
	}
	to := strings.TrimSuffix(sides[1].Name, ":") // all of a revision ends in one
	fmt.Fprintf(a.Stderr, "%s -> %s: %s\n", sides[0].Name, to, report.Summary(d))
	if d.None() {
		return nil
	}
	return finding("")
}

// readSide reads one of two records, and returns how many errors it has. It may be one without events, which is not
// one whose events cannot be read.
func (a *app) readSide(ctx context.Context, in *host.Input) (x *index.Index, errs int, err error) {
	p, err := a.readFrom(ctx, in, true)
	if err != nil {
		return nil, 0, err
	}
	if p.Index.Timeline().Len() > 0 {
		a.sayProblems(p)
		return p.Index, p.Groups.Errors(), nil
	}
	unread := p.Groups.Of(func(r rule.ID) bool { return r != rule.NoEvents && r != rule.EmptyFile })
	if unread.Errors() > 0 {
		return nil, 0, a.noEvents(p)
	}
	fmt.Fprintf(a.Stderr, "dateline: there are no events in %s\n", in)
	return p.Index, 0, nil
}

// selectChanges leaves the changes of events that the flags ask for, in the one record or the other. What the flags
// name is to be in one of them.
func (a *app) selectChanges(d *diff.Diff, of [2]*index.Index) error {
	q, err := a.query(a.today())
	if err != nil {
		return err
	}
	var selected [2]index.Selection
	var unknown, mistakes []error
	for n, x := range of {
		if err := a.known(x); err != nil {
			unknown = append(unknown, err)
		}
		if wrong := x.Mistake(a.filter, q); wrong != nil {
			p := diag.Misread("--filter", a.filter, wrong.Start, wrong.End, wrong.Message, wrong.Hint)
			mistakes = append(mistakes, finding(misreading(p).Error()))
		}
		selected[n] = x.Select(q)
	}
	switch now := len(of) - 1; {
	case len(unknown) == len(of):
		return unknown[now]
	case len(mistakes) == len(of):
		return mistakes[now]
	case !slices.ContainsFunc(selected[:], func(s index.Selection) bool { return s.Len() > 0 }):
		fmt.Fprintf(a.Stderr, "dateline: %s\n", of[now].Explain(q))
	}
	d.Only(selected[0].Has, selected[1].Has)
	return nil
}
