package cli

import (
	"cmp"
	"context"
	"slices"

	"dateline/timeline/load"
	"dateline/timeline/sanitize"
	"dateline/ui/host"
)

// An origin is a record that a command has read, and the words for where it is from.
type origin struct {
	load.Progress
	paths  string // what is read, as it can be typed
	name   string // what it is called
	checks string // says how to have the problems listed that it has
	each   string // says how to have each of them listed, not each kind
}

// files reads a record from the files that the paths name, or else the curated one. What is probably the same is sought
// unless it is unchecked. A signal ends the process: it leaves no part of a record to go on with.
func (a *app) files(paths []string, unchecked bool) (origin, error) {
	return a.readFrom(context.Background(), a.input(paths), unchecked)
}

// readFrom reads all that an input names.
func (*app) readFrom(ctx context.Context, in *host.Input, unchecked bool) (origin, error) {
	in.Reading.Unchecked = unchecked // of what is printed, what is probably the same is printed as it is
	if err := in.Await(ctx); err != nil {
		return origin{}, err
	}
	o := origin{Progress: in.Load(ctx, nil), paths: in.String(), name: in.String(), checks: in.Checks()}
	o.each = "`" + in.Command("check", "--all") + "` lists each"
	if in.HasPipe() || slices.Contains(in.Paths, host.Stdin) { // which is gone
		o.each = "--all lists each"
	}
	if o.name == host.Stdin {
		o.name = in.Name()
	}
	return o, nil
}

// served returns what reads a record that has been read already, whatever is asked of it. Searches in it end with ctx.
func served(
	ctx context.Context, record load.Progress, name string,
) func(paths []string, unchecked bool) (origin, error) {
	name = cmp.Or(sanitize.Line(name), "the record")
	record.Index = record.Index.Until(ctx)
	o := origin{
		Progress: record, paths: name, name: name, checks: "`check` lists them", each: "`check --all` lists each",
	}
	return func([]string, bool) (origin, error) { return o, nil }
}
