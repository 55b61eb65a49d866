package cli

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/diag/report"
	changes "dateline/timeline/diff/report"
	"dateline/timeline/edtf/written"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/names"
	"dateline/timeline/publish"
	"dateline/timeline/query"
	"dateline/ui/palette"
)

// The flags are what may be said on the command line beside the command and the paths.
type flags struct {
	filter       string
	actors       []string
	since, until string
	at           string
	fresh        bool
	view         string
	linear       bool
	everything   bool   // forget --all
	of, with     string // what is compared
	color        string
	ascii        bool
	theme        string // of the screen
	config       bool   // check --config
	format       export.Format
	head         bool
	without      []string // lists of keys that print leaves out
	reading      load.Options
	mapped       []string // --map as it was given
	all, rules   bool
	problemsAs   report.Format
	changesAs    changes.Format // diff --format
	ignore       []string
	serves       servingFlags
}

// addScreen adds the flags that say how to draw.
func (f *flags) addScreen(to *pflag.FlagSet) {
	to.StringVar(&f.color, "color", "auto", "`when` to colour: auto, always or never")
	allow(to, "color", []string{"auto", "always", "never"})
	to.BoolVar(&f.ascii, "ascii", false, "draw with ASCII only")
}

// addTheme adds the flag that names the theme, whatever the reader's own settings say.
func (f *flags) addTheme(to *pflag.FlagSet) {
	to.StringVar(&f.theme, "theme", "", "`name` of colours: "+strings.Join(themes(), ", "))
	allow(to, "theme", themes())
}

// themes returns the names of themes, as --theme takes them.
func themes() []string { return append([]string{"auto"}, palette.Themes()...) }

// looks returns the flags that say how to draw, as far as they were given.
func (f *flags) looks() (given []string) {
	if f.color != "auto" {
		given = append(given, "--color", f.color)
	}
	if f.ascii {
		given = append(given, "--ascii")
	}
	if f.theme != "" {
		given = append(given, "--theme", f.theme)
	}
	return given
}

// addReading adds the flags that say how files that are not in dateline's own words are read.
func (f *flags) addReading(to *pflag.FlagSet) {
	const keys = "`keys` of files that stand for ours: title=titel,date=jahr"
	to.Func("map", keys, func(text string) error {
		f.mapped = append(f.mapped, text)
		return f.reading.AddMap(text)
	})
	const order = "read 04/05/2024 as 4 May; with =false as 5 April"
	to.BoolFunc("day-first", order, func(text string) error {
		first, err := strconv.ParseBool(text)
		if f.reading.Order = written.MonthFirst; first {
			f.reading.Order = written.DayFirst
		}
		return err
	})
	const century = "01/02/26 is in the hundred years from this `year` on"
	to.Func("century", century, func(text string) (err error) {
		if f.reading.Century, err = strconv.Atoi(text); err != nil || len(text) != len("2000") || text < "1000" {
			return errors.New("a year of four digits is meant, such as 2000 or 1950")
		}
		return nil
	})
}

// readings returns the flags that say how files are read, as far as they were given.
func (f *flags) readings() (given []string) {
	for _, text := range f.mapped {
		given = append(given, "--map", text)
	}
	switch f.reading.Order {
	case written.DayFirst:
		given = append(given, "--day-first")
	case written.MonthFirst:
		given = append(given, "--day-first=false")
	}
	if f.reading.Century > 0 {
		given = append(given, "--century", strconv.Itoa(f.reading.Century))
	}
	return given
}

// addSelection adds the flags that say which events are wanted.
func (f *flags) addSelection(to *pflag.FlagSet) {
	to.SortFlags = false
	to.StringVarP(&f.filter, "filter", "f", "", "only events that match the `query`")
	to.StringArrayVarP(&f.actors, "actor", "a", nil, "only events of the actor of this `name`; again: or that")
	to.StringVar(&f.since, "since", "", "only events on or after the `date`")
	to.StringVar(&f.until, "until", "", "only events on or before the `date`")
}

// addAt adds the flag that names the event to begin at.
func (f *flags) addAt(to *pflag.FlagSet) {
	to.StringVar(&f.at, "at", "", "open at the event with this `id`; print begins there")
}

// addFresh adds the flags that say what of the last visits counts: a view that was saved, or nothing.
func (f *flags) addFresh(to *pflag.FlagSet) {
	to.StringVar(&f.view, "view", "", "open the saved view of this `name`, or the record's")
	to.BoolVar(&f.fresh, "fresh", false, "open anew, and remember nothing of this visit")
	to.BoolVar(&f.linear, "linear", false, "answer lines in sentences, for screen readers")
}

// namesFilter reports whether one of the flags says which events are wanted, be it all of them.
func namesFilter(given *pflag.FlagSet) bool {
	return slices.ContainsFunc([]string{"filter", "actor", "since", "until"}, given.Changed)
}

// addCompared adds the flags that name what is compared.
func (f *flags) addCompared(to *pflag.FlagSet) {
	to.SortFlags = false
	const usage = "compare the `actor` of this name, or source:X, a source or publisher"
	to.StringVar(&f.of, "of", "", usage)
	to.StringVar(&f.with, "with", "", "with the `actor` of this name, or source:X")
	f.addFormat(to, export.TableFormats)
}

// addFormat adds the flag that says how events or actors are written.
func (f *flags) addFormat(to *pflag.FlagSet, formats []export.Format) {
	names := list(formats)
	last := len(names) - 1
	usage := "`format` to write: " + strings.Join(names[:last], ", ") + " or " + names[last]
	to.StringVar((*string)(&f.format), "format", string(export.Text), usage)
	allow(to, "format", formats)
}

// addCheck adds the flags that say what check lists, and how.
func (f *flags) addCheck(to *pflag.FlagSet) {
	to.SortFlags = false
	to.BoolVar(&f.all, "all", false, "list each place, not each kind of problem once")
	to.StringVar((*string)(&f.problemsAs), "format", string(report.Text), "`format` to write: text, json, github or sarif")
	allow(to, "format", report.Formats)
	to.StringSliceVar(&f.ignore, "ignore", nil, "say nothing of the kind of problem of this `name`; may be given again")
	to.BoolVar(&f.rules, "rules", false, "list the names of all kinds of problems, and what they mean")
}

// addOwn adds the flag by which check looks at the reader's own settings.
func (f *flags) addOwn(to *pflag.FlagSet) {
	to.BoolVar(&f.config, "config", false, "check your own settings, config.yaml, and not a record")
}

// addHead adds the flag for what a record says of itself.
func (f *flags) addHead(to *pflag.FlagSet) {
	const usage = "begin with the record's own description and keys, as text and " +
		"markdown do anyway; json is then an object"
	to.BoolVar(&f.head, "head", false, usage)
}

// addWithout adds the flag for a copy that lacks some fields.
func (f *flags) addWithout(to *pflag.FlagSet) {
	const usage = "leave out `keys` wherever they are: notes,quotes,editor"
	to.StringArrayVar(&f.without, "without", nil, usage)
}

// wantsHead reports whether what is printed begins with the head of the record. Flag is nil for a command without one.
func (f *flags) wantsHead(flag *pflag.Flag) bool {
	if flag != nil && flag.Changed {
		return f.head
	}
	return publish.Headed(f.format)
}

// checkHead refuses a head in a format that has no place for one.
func (f *flags) checkHead() error {
	if f.head && !publish.HasHead(f.format) {
		const cure = "use --format json --head, or leave out --head"
		return fmt.Errorf("--head: %s is events only and has no place for a head\n%s", f.format, cure)
	}
	return nil
}

// list returns the values of a flag as completion offers them.
func list[T ~string](values []T) []string {
	texts := make([]string, len(values))
	for i, value := range values {
		texts[i] = string(value)
	}
	return texts
}

// checkChoices refuses values that a flag does not have.
func (f *flags) checkChoices(given *pflag.FlagSet) error {
	var wrong error
	given.VisitAll(func(flag *pflag.Flag) {
		allowed, ok := flag.Annotations[choices]
		if !ok || !flag.Changed {
			return
		}
		value := flag.Value.String()
		wrong = cmp.Or(wrong, choice("--"+flag.Name, &value, allowed), flag.Value.Set(value))
	})
	return cmp.Or(wrong, f.checkHead())
}

// choices is what the annotation of a flag is called that has the values which it may have.
const choices = "choices"

// allow has a flag take these values only.
func allow[T ~string](of *pflag.FlagSet, flag string, values []T) {
	of.Lookup(flag).Annotations = map[string][]string{choices: list(values)}
}

// offer has the shell complete the values that a flag of a command may have. Cobra keeps that for as long as the
// process lives.
func offer(cmd *cobra.Command, flag string) {
	f := cmp.Or(cmd.Flags().Lookup(flag), cmd.PersistentFlags().Lookup(flag))
	_ = cmd.RegisterFlagCompletionFunc(flag, fixed(f.Annotations[choices]...))
}

// choice makes a value the one of those allowed that it is in capitals or small letters, and refuses any other.
func choice[T ~string](flag string, value *T, allowed []T) error {
	for _, one := range allowed {
		if strings.EqualFold(string(one), strings.TrimSpace(string(*value))) {
			*value = one
			return nil
		}
	}
	return fmt.Errorf("%s: there is no %q; choose from %s", flag, *value, strings.Join(list(allowed), ", "))
}

// query returns the flags as one query, with dates such as "last month" as of today.
func (f *flags) query(today calendar.Day) (query.Query, error) {
	q, err := query.Parse(f.filter)
	var wrong *query.Error
	if errors.As(err, &wrong) {
		return q, misreading(diag.Misread("--filter", f.filter, wrong.Start, wrong.End, wrong.Message, wrong.Hint))
	}
	if slices.Contains(f.actors, "") {
		return q, errors.New("--actor: the name is missing")
	}
	q = q.And(f.actorQuery())
	for _, limit := range [][2]string{{"since", f.since}, {"until", f.until}} {
		key, date := limit[0], limit[1]
		if date == "" {
			continue
		}
		_, err := query.ValueOf(query.Key(key), query.Is, date)
		if errors.As(err, &wrong) {
			return q, misreading(diag.Misread("--"+key, date, wrong.Start, wrong.End, wrong.Message, wrong.Hint))
		}
		q = q.And(query.Query{}.Only(query.Key(key), date))
	}
	return q.On(today), nil
}

// actorQuery returns a query for any of the actors that --actor names.
func (f *flags) actorQuery() (q query.Query) {
	for _, name := range f.actors {
		q = q.Add(query.ByActor, name)
	}
	return q
}

// known returns an error if the record lacks a key, an actor or the event that the flags name.
func (f *flags) known(x *index.Index) error {
	if unknown := x.Unknown(f.actorQuery()); len(unknown) > 0 {
		return errors.New("--actor: " + unknown[0].String())
	}
	if _, ok := x.Timeline().Find(f.at); ok || f.at == "" {
		return nil
	}
	return fmt.Errorf("--at: no event has the id %q%s", f.at, names.DidYouMean(x.Timeline().NearestIDs(f.at)))
}
