package cli

import (
	"context"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/ui"
	"dateline/ui/manual"
)

// manning returns the command that writes the manual page.
func (a *app) manning() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: "write the manual page, for man", Args: noPaths, ValidArgsFunction: cobra.NoFileCompletions,
		Example: "  dateline man > dateline.1\n  man ./dateline.1\n" +
			"  dateline man > ~/.local/share/man/man1/dateline.1",
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := manualPage(cmd.Root()).WriteTo(a.Stdout)
			return err
		},
	}
}

// noPaths refuses any word.
func noPaths(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("%s takes no path, and %q is one\nleave it out", cmd.CommandPath(), args[0])
	}
	return nil
}

// built returns the day of the commit that the program was built from, "" where that is not known.
func built() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			day, _, _ := strings.Cut(s.Value, "T")
			return day
		}
	}
	return ""
}

// manualPage returns the manual page, from the tree of commands and the tables of keys and of the filter's language.
func manualPage(root *cobra.Command) manual.Page {
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	page := manual.Page{Name: root.Name(), Title: root.Short, Date: built()}
	if strings.HasPrefix(root.Version, "v") {
		page.Version = root.Version
	}
	examples, paths, _ := strings.Cut(root.Example, "\n\n")
	synopsis := []string{"**dateline** [__flags__] [__PATH__...]"}
	commands := manual.Section{Title: "Commands"}
	for _, cmd := range root.Commands() {
		if cmd.IsAvailableCommand() && cmd.Name() != "help" {
			synopsis = append(synopsis, "**dateline** "+marked(cmd.Use)+" [__flags__]")
			commands.Blocks = append(commands.Blocks, commandBlock(cmd)...)
		}
	}
	about := manual.Section{Title: "Description", Blocks: []manual.Block{
		{Text: "dateline shows a curated record of events as a timeline in the terminal: it is scrolled, any event is read " +
			"in full beside it, and it is filtered by actor, date, type or words as fast as you type. Without a __PATH__ it " +
			"shows the record that it comes with. Where the output is no terminal, it prints."},
		{Text: paths + " **-** is standard input, and **--** ends the flags."},
	}}
	page.Sections = []manual.Section{
		{Title: "Synopsis", Blocks: []manual.Block{{Lines: synopsis}}},
		about,
		{Title: "Options", Blocks: []manual.Block{{Items: flagItems(root.LocalFlags(), nil)}}},
		commands,
		{Title: "Readers elsewhere", Blocks: servedBlocks()},
		{Title: "Filter", Blocks: filterBlocks()},
		{Title: "Keys", Blocks: keyBlocks()},
		{Title: "Exit status", Blocks: []manual.Block{{Items: exitCodes}}},
		{Title: "Environment", Blocks: []manual.Block{{Items: environment}}},
		{Title: "Files", Blocks: []manual.Block{{Items: files}}},
		{Title: "Examples", Blocks: []manual.Block{{Items: explained(examples)}}},
		{Title: "See also", Blocks: []manual.Block{{Text: "**dateline** __command__ **--help** says what a command takes; " +
			"**?** on the screen finds a key by what it does; **dateline --linear --help** says what may be typed without a " +
			"screen. **git**(1), **jq**(1), **less**(1)"}}},
	}
	return page
}

// marked returns the usage of a command or flag with what is typed in bold, and what stands for something else marked.
func marked(use string) string {
	words := strings.Fields(use)
	for n, word := range words {
		inner := strings.Trim(word, "[].")
		if inner == strings.ToUpper(inner) {
			words[n] = strings.Replace(word, inner, "__"+inner+"__", 1)
		} else {
			words[n] = strings.Replace(word, inner, "**"+inner+"**", 1)
		}
	}
	return strings.Join(words, " ")
}

// commandBlock returns what the page says of a command: what it is for, examples, and the flags that it has beside
// those of the screen, which are only named.
func commandBlock(cmd *cobra.Command) []manual.Block {
	var shared []string
	own := flagItems(cmd.LocalFlags(), func(f *pflag.Flag) bool {
		same := cmd.Root().Flags().Lookup(f.Name)
		if f.Name == "help" {
			return false
		} else if same != nil && same.Usage == f.Usage {
			shared = append(shared, "**--"+f.Name+"**")
			return false
		}
		return true
	})
	blocks := []manual.Block{{Heading: "dateline " + cmd.Use, Text: strings.ToUpper(cmd.Short[:1]) + cmd.Short[1:] + "."}}
	if cmd.Long != "" {
		blocks = append(blocks, manual.Block{Text: cmd.Long})
	}
	if len(own) > 0 {
		blocks = append(blocks, manual.Block{Items: own})
	}
	cmd.InheritedFlags().VisitAll(func(f *pflag.Flag) { shared = append(shared, "**--"+f.Name+"**") })
	if len(shared) > 0 {
		blocks = append(blocks, manual.Block{Text: "Also " + strings.Join(shared, ", ") + "."})
	}
	for _, part := range strings.Split(cmd.Example, "\n\n") {
		if strings.HasPrefix(part, " ") {
			blocks = append(blocks, manual.Block{Literal: asTyped(part)})
		} else if text, then, _ := strings.Cut(part, "\n  "); part != "" {
			blocks = append(blocks, manual.Block{Text: text, Literal: asTyped(then)})
		}
	}
	return blocks
}

// explained returns examples that have what they are for beside them.
func explained(examples string) (items []manual.Item) {
	for _, line := range strings.Split(examples, "\n") {
		term, text, _ := strings.Cut(strings.TrimSpace(line), "  ")
		items = append(items, manual.Item{Term: "**" + term + "**", Text: text})
	}
	return items
}

// asTyped returns examples without their margin. What is longer than a line of a page of 80 columns goes on in the
// next.
func asTyped(examples string) string {
	const room = 80 - 7
	lines := strings.Split(examples, "\n")
	for n, line := range lines {
		line = strings.TrimPrefix(line, "  ")
		if len(line) > room {
			line = strings.Replace(line, "   #", "  #", 1)
		}
		if cut := strings.LastIndex(line[:min(len(line), room)], " --"); len(line) > room && cut > 0 {
			line = line[:cut] + " \\\n   " + line[cut:]
		}
		lines[n] = line
	}
	return strings.Join(lines, "\n")
}

// flagItems returns the flags that are wanted, nil for all, with what they are for.
func flagItems(flags *pflag.FlagSet, wanted func(*pflag.Flag) bool) (items []manual.Item) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden || wanted != nil && !wanted(f) {
			return
		}
		term := "**--" + f.Name + "**"
		if f.Shorthand != "" {
			term = "**-" + f.Shorthand + "**, " + term
		}
		name, usage := pflag.UnquoteUsage(f)
		if f.Value.Type() != "bool" && f.NoOptDefVal == "" {
			term += " __" + name + "__"
		}
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			usage += " (" + f.DefValue + " unless it is said)"
		}
		items = append(items, manual.Item{Term: term, Text: usage})
	})
	return items
}

// filterBlocks returns what the page says of the language of the filter.
func filterBlocks() []manual.Block {
	var signs, keys []manual.Item
	for _, sign := range query.Signs {
		signs = append(signs, manual.Item{Term: "**" + sign.Text + "**", Text: sign.Means})
	}
	none := load.Files(context.Background(), nil, nil).Index
	for _, c := range none.Complete(query.Cursor{Key: query.ByWords}, index.Selection{}) {
		means := c.Name
		if values := query.ValuesOf(query.Key(strings.TrimSuffix(c.Text, ":"))); len(values) > 0 {
			means += ": " + strings.Join(values, ", ")
		}
		keys = append(keys, manual.Item{Term: "**" + c.Text + "**", Text: means})
	}
	return []manual.Block{
		{Text: "What **--filter** takes, and **/** on the screen. Words side by side must all be true of an event. Case " +
			"and diacritics do not count. A state or an organisation stands for its people, as of each event's date. Keys " +
			"of the record's own can be asked for as those below, in quotes where they have blanks."},
		{Items: append(signs, keys...)},
	}
}

// servedBlocks returns what the page says to those who read over SSH, and to who lets them.
func servedBlocks() []manual.Block {
	return []manual.Block{
		{Text: "**dateline serve** reads a record once and lets many read it over SSH, until a signal ends it. That is " +
			"all that dateline does on a network, and it listens on 127.0.0.1 unless **--address** says otherwise."},
		{Text: "With a terminal a reader has the screen, which takes **--filter**, **--actor**, **--since**, **--until**, " +
			"**--at**, **--view**, **--theme**, **--color** and **--ascii**; **ssh** needs **-t** where flags follow the " +
			"host. Without one a reader names a command, which takes filters and formats and no path:"},
		{Literal: "ssh -p 2222 HOST\nssh -t -p 2222 HOST -- --actor rubio --since 2025-07\n" +
			"ssh -p 2222 HOST print --format csv > record.csv\nssh -p 2222 HOST help"},
		{Text: "A screen elsewhere has no editor, browser, files, suspending or reading again. A record that changes is " +
			"read again, and readers are shown the new one where they are. Copies go to the reader's terminal (OSC 52)."},
		{Text: "The lines on standard error say who came, left or was not let in, by address and by fingerprint of the " +
			"key, and not what was asked. Who reads sees all of the record, notes too, and the names of its files: " +
			"**dateline print --without notes** writes a copy to serve in its place."},
	}
}

// keyBlocks returns what the page says of the keys, under the headings of the list of keys.
func keyBlocks() []manual.Block {
	table := ui.Keys()
	blocks := []manual.Block{{Text: "Each key is followed by the name of what it does, by which config.yaml can give it " +
		"other keys, and **--linear** does it. ^ is Ctrl."}}
	for _, group := range table.Groups {
		block := manual.Block{Heading: group}
		for _, row := range table.Rows {
			if row.Group == group && row.Does != "" {
				block.Items = append(block.Items, manual.Item{
					Term: "**" + row.Shown + "** (" + row.Name + ")", Text: row.Does,
				})
			}
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// What the page says beside the tables.
var (
	exitCodes = []manual.Item{
		{Term: "**0**", Text: "fine"},
		{Term: "**1**", Text: "nothing matched. **check**: " + exitOne("check") + ". **compare**: " + exitOne("compare") +
			". **diff**: " + exitOne("diff") + ". **forget**: " + exitOne("forget")},
		{Term: "**2**", Text: "wrong use, input that cannot be read, or marks that could not be kept"},
		{Term: "**128**+__n__", Text: "ended by signal __n__"},
	}
	environment = []manual.Item{
		{Term: "**NO_COLOR**", Text: "if set, no colour is used unless **--color always** asks for it"},
		{Term: "**TERM**, **COLORTERM**, **COLORFGBG**", Text: "what the terminal can show, and whether it is light"},
		{Term: "**LC_ALL**, **LC_CTYPE**, **LANG**", Text: "the first that is set says whether more than ASCII can be drawn"},
		{Term: "**VISUAL**, **EDITOR**", Text: "the command that opens an editor"},
		{Term: "**TMUX**, **STY**", Text: "how a copy reaches the clipboard through tmux or screen"},
		{Term: "**XDG_CONFIG_HOME**, **XDG_STATE_HOME**", Text: "the folders of the first two files below"},
		{Term: "**HOME**, **AppData**, **USERPROFILE**", Text: "where these folders are if they are not set"},
		{Term: "**GOGC**", Text: "when memory is collected, as in any program in Go; else it follows the record"},
	}
	files = []manual.Item{
		{Term: "__~/.config__**/dateline/config.yaml**", Text: "your own settings: theme, colours, keys, rows, editor, " +
			"names of one actor. It is never written; **dateline check --config** checks it"},
		{Term: "__~/.local/state__**/dateline/state.json**, **seen/**", Text: "marks, saved views, the place in each " +
			"record, and what was seen of it, for you alone. **dateline forget** erases it"},
		{Term: "__~/.local/state__**/dateline/host_key**", Text: "the private key by which **dateline serve** is known, " +
			"made at its first start; **--host-key** can name another file"},
		{Term: "__~/.local/state__**/dateline/readers/**", Text: "with **dateline serve --remember**, the marks, views and " +
			"place of each reader, by the fingerprint of their key. **dateline forget** erases it too"},
		{Term: "**_dateline.yaml**", Text: "in a folder that is a record: its title, description, actors and sources"},
	}
)
