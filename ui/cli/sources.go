package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/timeline/export"
	"dateline/timeline/provenance"
)

// The sourceFlags are those of the command that lists sources.
type sourceFlags struct {
	lacking   string // what the sources lack that are wanted, "" for all
	addresses bool   // addresses are written and nothing else
	archives  bool   // those of copies in archives are written
}

// listingSources returns the command that lists sources.
func (a *app) listingSources() *cobra.Command {
	var f sourceFlags
	cmd := &cobra.Command{
		Use: "sources [PATH...]", Short: "list the sources, each with the events that rest on it",
		RunE: func(_ *cobra.Command, paths []string) error { return a.listSources(paths, f) },
		Example: "  dateline sources --actor Rubio\n  dateline sources --lacking archive --format csv notes/\n" +
			"  dateline sources --addresses | lychee -   # or any other checker of links\n\n" +
			"Sources in place and mere addresses count like those that are cited by an id.",
	}
	a.addSources(cmd.Flags(), &f)
	offer(cmd, "format")
	offer(cmd, "lacking")
	return cmd
}

// addSources adds the flags that say which sources are listed, and how.
func (a *app) addSources(to *pflag.FlagSet, f *sourceFlags) {
	to.SortFlags = false
	a.addFormat(to, export.TableFormats)
	const lacking = "only sources that lack `what`: address, or archive, a copy of what has one"
	to.StringVar(&f.lacking, "lacking", "", lacking)
	allow(to, "lacking", []string{"address", "archive"})
	to.BoolVar(&f.addresses, "addresses", false, "write the addresses of sources alone, one a line")
	to.BoolVar(&f.archives, "archives", false, "write those of copies in archives alone, or too")
}

// listSources writes the sources that the selected events rest on.
func (a *app) listSources(paths []string, f sourceFlags) error {
	x, s, err := a.load(paths)
	if err != nil {
		return err
	}
	t := x.Timeline()
	uses := provenance.Of(t, s)
	if len(uses) == 0 {
		return finding("no event that is selected has a source")
	}
	if f.lacking != "" {
		if uses = provenance.Lacking(t, uses, provenance.Words[f.lacking]); len(uses) == 0 {
			return finding("no source lacks an " + f.lacking)
		}
	}
	if !f.addresses && !f.archives {
		return provenance.Write(a.Stdout, t, uses, a.format, a.emphasis())
	}
	addresses := provenance.Addresses(t, uses, f.addresses, f.archives)
	if len(addresses) == 0 {
		return finding("no source that is selected has such an address of the web")
	}
	_, err = fmt.Fprintln(a.Stdout, strings.Join(addresses, "\n"))
	return err
}
