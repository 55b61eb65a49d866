package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/timeline/compare"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
)

// comparing returns the command that compares two.
func (a *app) comparing() *cobra.Command {
	cmd := &cobra.Command{
		Use: "compare --of A --with B [PATH...]", Short: "compare two actors, sides or sources: what they share",
		RunE: a.compare,
		Example: "  dateline compare --of Zelensky --with Trump\n" +
			"  dateline compare --of Ukraine --with Russia --since 2025-07 --format markdown\n" +
			"  dateline compare --of source:Reuters --with source:TASS --format csv notes/\n\n" +
			"An actor is named by id, name or alias; a state or an organisation has the\n" +
			"events of its people of the day too. source:X is a source, or a publisher.",
	}
	a.addCompared(cmd.Flags())
	return cmd
}

// compare writes what two have in common and what each has alone, of the selected events.
func (a *app) compare(cmd *cobra.Command, paths []string) error {
	if a.of == "" || a.with == "" {
		return errors.New("compare: two are needed\nname them, as in `" + a.self + "compare --of Zelensky --with Trump`")
	}
	x, s, err := a.load(paths)
	if err != nil {
		return err
	}
	c, err := a.compared(x, s)
	if err != nil {
		return err
	}
	return export.Comparison(cmd.Context(), a.Stdout, c, a.format, a.emphasis())
}

// compared returns the comparison that the flags ask for. Where one of the two has no event, there is nothing to show.
func (a *app) compared(x *index.Index, s index.Selection) (*compare.Comparison, error) {
	var things [2]compare.Thing
	for n, flag := range []struct{ name, value string }{{"--of", a.of}, {"--with", a.with}} {
		thing, err := compare.Find(x, flag.value)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", flag.name, err)
		}
		things[n] = thing
	}
	if things[0].Is(things[1]) {
		return nil, fmt.Errorf("--of and --with both mean %s\nname another for one of them", sanitize.Line(things[0].Name))
	}
	c := compare.New(x, s, things[0], things[1])
	for n := range c.Sides {
		if c.Sides[n].Events.Len() == 0 {
			return nil, finding("no event that is selected has " + c.Sides[n].Name)
		}
	}
	return c, nil
}
