package cli

import (
	"encoding/csv"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/publish"
	"dateline/timeline/sanitize"
	"dateline/timeline/without"
)

// print writes the selected events, one by one. The head comes first whichever of the events are selected.
func (a *app) print(cmd *cobra.Command, paths []string) error {
	x, s, err := a.load(paths)
	if err != nil {
		return err
	}
	from := 0
	if i, ok := x.Timeline().Find(a.at); ok {
		if from = s.Rank(i); from == s.Len() {
			return finding("nothing matches from " + sanitize.Line(a.at) + " on")
		}
	}
	if x, err = a.public(x); err != nil {
		return err
	}
	return publish.Write(a.Stdout, a.format, publish.View{
		Index: x, Events: s, From: from, Headless: !a.wantsHead(cmd.Flags().Lookup("head")), Emphasis: a.emphasis(),
		LeftOut: func(what string) {
			fmt.Fprintf(a.Stderr, "dateline: %s leaves out %s\n", a.format, what)
		},
	})
}

// public returns a record without the fields that --without names. Its events have the numbers that they had, so that
// what was selected is selected of it.
func (a *app) public(x *index.Index) (*index.Index, error) {
	if len(a.without) == 0 {
		return x, nil
	}
	var keys []string
	for _, list := range a.without {
		some, err := csv.NewReader(strings.NewReader(list)).Read()
		if err != nil || strings.ContainsAny(list, "\r\n") {
			some = []string{list}
		}
		keys = append(keys, some...)
	}
	fields, err := without.Parse(x.Timeline(), keys)
	if err != nil {
		return nil, fmt.Errorf("--without: %w", err)
	}
	left, said := fields.Leave(x.Timeline())
	for _, line := range said {
		fmt.Fprintf(a.Stderr, "dateline: --without: %s\n", line)
	}
	return index.New(left), nil
}

// completeWithout offers the keys of the format and of the record for a list of them.
func completeWithout(x *index.Index, _ index.Selection, typed string) (values []offered, open bool) {
	before := typed[:strings.LastIndexByte(typed, ',')+1]
	for _, key := range without.Keys(x.Timeline()) {
		if beginsAs(before+key, typed) {
			values = append(values, offered{before + key, ""})
		}
	}
	return values, false
}

// listActors writes the actors, each with its number of selected events.
func (a *app) listActors(_ *cobra.Command, paths []string) error {
	x, s, err := a.load(paths)
	if err != nil {
		return err
	}
	return export.Actors(a.Stdout, x, s, a.format, a.emphasis())
}

// load reads a whole record for those who have no screen, and selects from it what the flags ask for.
func (a *app) load(paths []string) (x *index.Index, s index.Selection, err error) {
	q, err := a.query(a.today())
	if err != nil {
		return nil, s, err
	}
	o, err := a.from(paths, true)
	if err == nil {
		err = a.tellProblems(o)
	}
	if err != nil {
		return nil, s, err
	}
	x = o.Index
	if err := a.known(x); err != nil {
		return nil, s, err
	}
	if wrong := x.Mistake(a.filter, q); wrong != nil {
		p := diag.Misread("--filter", a.filter, wrong.Start, wrong.End, wrong.Message, wrong.Hint)
		return nil, s, finding(misreading(p).Error())
	}
	if s = x.Select(q); s.Len() == 0 {
		return nil, s, finding(x.Explain(q))
	}
	for _, others := range x.Others(q) {
		fmt.Fprintf(a.Stderr, "dateline: %s\n", others)
	}
	return x, s, nil
}

// tellProblems says how many problems a record has, or which where it has no events, which is an error.
func (a *app) tellProblems(o origin) error {
	if o.Index.Timeline().Len() == 0 {
		return a.noEvents(o)
	}
	a.sayProblems(o)
	return nil
}

// noEvents says what is wrong with a record without events, and returns the error of it.
func (a *app) noEvents(o origin) error {
	_ = diag.FprintGroups(a.Stderr, o.Groups, diag.Columns)
	return fmt.Errorf("no events can be read from %s", o.paths)
}

// sayProblems says how many problems a record has, if any.
func (a *app) sayProblems(o origin) {
	if len(o.Problems) > 0 {
		fmt.Fprintf(a.Stderr, "dateline: %s in %s%s; %s\n", o.Groups.Summary(), o.paths, ofWhich(o.Groups), o.checks)
	}
}

// ofWhich says what problems mean for what is printed: how many events have no date, and whether keys were guessed.
func ofWhich(groups diag.Groups) string {
	undated := groups.Of(func(r rule.ID) bool { return r == rule.NoDate || r == rule.TwoReadings || r == rule.BadDate })
	guessed := groups.Of(func(r rule.ID) bool { return r == rule.RoleGuessed || r == rule.ContainerGuessed })
	var words []string
	if n := undated.Count(); n > 0 {
		words = append(words, diag.Plural(n, "date")+" missing or not read")
	}
	if len(guessed) > 0 {
		words = append(words, "what other keys mean was guessed")
	}
	if len(words) == 0 {
		return ""
	}
	return " (" + strings.Join(words, ", ") + ")"
}

// today returns the present day where the reader is.
func (a *app) today() calendar.Day { return calendar.DayOf(a.Now().Date()) }

// emphasis returns bold titles and names in cyan if colour is wanted.
func (a *app) emphasis() (e export.Emphasis) {
	auto := a.screen() != nil && a.getenv("NO_COLOR") == "" && !a.dumb()
	if a.color == "always" || a.color == "auto" && auto {
		e.Title = func(s string) string { return "\x1b[1m" + s + "\x1b[0m" }
		e.Name = func(s string) string { return "\x1b[36m" + s + "\x1b[0m" }
	}
	return e
}
