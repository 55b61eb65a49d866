package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/timeline/sanitize"
	"dateline/ui/kept"
)

// forget erases what is kept of records, and names the files that it changed or removed.
func (a *app) forget(_ *cobra.Command, paths []string) error {
	if a.everything && len(paths) > 0 {
		return errors.New("--all: leave out the paths, or --all")
	}
	state, err := kept.StateFile(a.getenv)
	if err != nil {
		return fmt.Errorf("what is remembered cannot be found: %w", err)
	}
	in := a.input(paths)
	var done []kept.Forgotten
	if of := in.String(); a.everything {
		done, err = kept.ForgetAll(state)
	} else {
		records := []string{in.Key()}
		for _, path := range paths {
			records = append(records, a.input([]string{path}).Key())
		}
		if done, err = kept.Forget(state, records...); err == nil && len(done) == 0 {
			return finding("nothing is remembered of " + of)
		}
	}
	for _, f := range done {
		did := "changed"
		if f.Removed {
			did = "removed"
		}
		if _, err := fmt.Fprintf(a.Stdout, "%s %s\n", did, sanitize.Line(f.Path)); err != nil {
			return err
		}
	}
	if err == nil && len(done) == 0 {
		return finding("nothing is remembered")
	}
	return err
}
