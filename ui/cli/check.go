package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/timeline/diag"
	"dateline/timeline/load"
)

// check lists what is wrong in a record, and fails if there are errors.
func (a *app) check(_ *cobra.Command, paths []string) error {
	in := a.input(paths)
	if err := in.Await(context.Background()); err != nil {
		return err
	}
	p := in.Load(context.Background(), nil)
	out := bufio.NewWriter(a.Stdout)
	if err := errors.Join(diag.FprintGroups(out, p.Groups), out.Flush()); err != nil {
		return err
	}
	fmt.Fprintf(a.Stderr, "%s: %s\n", in, cmp.Or(p.Groups.Summary(), "no problems"))
	if p.Groups.Errors() > 0 {
		return finding("")
	}
	return nil
}

// schema writes the JSON Schema of the file format.
func (a *app) schema(*cobra.Command, []string) error {
	_, err := a.Stdout.Write(load.Schema())
	return err
}
