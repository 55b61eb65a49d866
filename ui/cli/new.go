package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/names"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/stub"
	"dateline/ui/host"
)

// A newEvent is what the flags say of a new event.
type newEvent struct {
	date, title, kind string
	actors, sources   []string
}

// beginning returns the command that writes the beginning of an event.
func (a *app) beginning() *cobra.Command {
	var e newEvent
	cmd := &cobra.Command{
		Use: "new [PATH...]", Short: "write the beginning of a new event, as the record has its events",
		RunE: func(cmd *cobra.Command, paths []string) error {
			for _, flag := range []string{"title", "date"} {
				if f := cmd.Flag(flag); f.Changed && strings.TrimSpace(f.Value.String()) == "" {
					return fmt.Errorf("--%s: it is empty\nsay one, or leave the flag out", flag)
				}
			}
			return a.begin(paths, e)
		},
		Example: "  dateline new --title 'A call' -a yermak -a rubio notes.yaml >> notes.yaml\n" +
			"  dateline new --date 2025-09-08 --type call notes.yaml   # to copy from\n\n" +
			"It is written to standard output and to no file. An actor that the record has\n" +
			"is written by its id, any other as it is.",
	}
	to := cmd.Flags()
	to.SortFlags = false
	to.StringVar(&e.title, "title", "", "the `title`")
	to.StringVar(&e.date, "date", "", "the `date`, as a record has it or people type it (default today)")
	to.StringVar(&e.kind, "type", "", "the `type`, one word: meeting, call, strike")
	to.StringArrayVarP(&e.actors, "actor", "a", nil, "the `name` of who takes part; again: another")
	to.StringArrayVar(&e.sources, "source", nil, "the id or address of a `source`; again: another")
	_ = cmd.RegisterFlagCompletionFunc("title", cobra.NoFileCompletions)
	_ = cmd.RegisterFlagCompletionFunc("date", a.completeDay)
	_ = cmd.RegisterFlagCompletionFunc("type", a.completion("type", completeOf((*index.Index).Types)))
	_ = cmd.RegisterFlagCompletionFunc("source", a.completion("source", completeOf(citedAs)))
	return cmd
}

// completeDay offers the days on which an event is most often noted, and the dates of the record.
func (a *app) completeDay(cmd *cobra.Command, paths []string, typed string) ([]string, cobra.ShellCompDirective) {
	today := a.today()
	values, how := fixed(today.String()+"\ttoday", (today-1).String()+"\tyesterday")(cmd, paths, typed)
	of := func(x *index.Index, s index.Selection, typed string) ([]offered, bool) {
		return datesOf(query.BySince, x, s, typed), false
	}
	dates, _ := a.completion("date", of)(cmd, paths, typed)
	return append(values, dates...), how
}

// completeOf offers texts of the record that begin as typed.
func completeOf(texts func(*index.Index) []string) completer {
	return func(x *index.Index, _ index.Selection, typed string) (values []offered, open bool) {
		for _, text := range texts(x) {
			if beginsAs(text, typed) {
				values = append(values, offered{text, ""})
			}
		}
		return values, false
	}
}

// citedAs returns what the sources of a record are called by.
func citedAs(x *index.Index) (keys []string) {
	t := x.Timeline()
	for ref := range timeline.SourceRef(t.Sources()) {
		keys = append(keys, t.SourceKey(ref))
	}
	return keys
}

// begin writes the beginning of an event.
func (a *app) begin(paths []string, e newEvent) error {
	for flag, texts := range map[string][]string{
		"--title": {e.title}, "--type": {e.kind}, "--actor": e.actors, "--source": e.sources,
	} {
		for n := range texts {
			if err := plain(texts[n]); err != nil {
				return fmt.Errorf("%s: %w", flag, err)
			}
		}
	}
	date, err := a.dateOf(e.date)
	if err != nil {
		return err
	}
	in := a.input(paths)
	p, name, err := a.readOrEmpty(in)
	if err != nil {
		return err
	}
	x := p.Index
	t := x.Timeline()
	v := stub.Values{Date: date.EDTF(), Title: oneLine(e.title), Type: oneLine(e.kind)}
	if v.Title == "" {
		v.Title = timeline.Untitled
	}
	for _, name := range e.actors {
		v.Actors = append(v.Actors, a.actorID(x, oneLine(name)))
	}
	for _, text := range e.sources {
		v.Sources = append(v.Sources, a.sourceKey(x, oneLine(text)))
	}
	text, err := in.Text(name, mostText)
	if err == nil && text == "" && !in.OnDisk() && len(paths) > 0 {
		err = errors.New("it was read once, and is not kept")
	}
	form := stub.FormOf(name, text, t)
	if err != nil {
		fmt.Fprintf(a.Stderr, "dateline: %s: %v; so this is in dateline's own form\n", sanitize.Line(name), err)
		form = form.Own()
		if !in.OnDisk() { // nothing is there beside which a file could be
			name = ""
		}
	}
	return a.writeNew(form, name, p.Files > 1, v)
}

// writeNew writes an event in the form of a file, or in a plainer one, if it is read back as it is meant. It says where
// that belongs, unless it is the end of the only file.
func (a *app) writeNew(form *stub.Form, name string, ofSeveral bool, v stub.Values) error {
	if form.HasIDs() {
		v.ID = form.ID(v.Date, v.Title)
	}
	shown := cmp.Or(sanitize.Line(name), "a new file")
	if lacks := form.Lacks(v); lacks != "" {
		return fmt.Errorf("%s has no column for %s\nadd one, or leave that out", shown, lacks)
	}
	written := form.Write(v)
	if err := safe(written); err != nil {
		return fmt.Errorf("%w, which %s cannot have", err, shown)
	}
	if !a.isReadBack(form, name, written, v) {
		if plainer := form.Plainer(); plainer != nil {
			return a.writeNew(plainer, name, ofSeveral, v)
		}
		return fmt.Errorf("in %s this would not be read as it is meant:\n%s\n"+
			"say it in other words, or mend first what `dateline check` finds", shown, sanitize.Text(written))
	}
	where := form.Where(name, v)
	if where == "" && ofSeveral {
		where = "this belongs to the end of " + name
	}
	if where != "" {
		fmt.Fprintf(a.Stderr, "dateline: %s\n", sanitize.Line(where))
	}
	_, err := fmt.Fprint(a.Stdout, written)
	return err
}

// readOrEmpty reads a record, which may have no events yet, and returns the name of the file for a new one.
func (a *app) readOrEmpty(in *host.Input) (p load.Progress, name string, err error) {
	o, err := a.readFrom(context.Background(), in, true)
	if err != nil {
		return p, "", err
	}
	p = o.Progress
	if name = file(p.Index.Timeline()); name == "" && isEmpty(p.Problems) {
		return p, p.Problems[len(p.Problems)-1].Pos.File, nil
	}
	return p, name, a.tellProblems(o)
}

// isEmpty reports whether nothing is wrong with a record but that it has no events.
func isEmpty(problems diag.Problems) bool {
	others := problems.Of(func(r rule.ID) bool {
		return !slices.Contains([]rule.ID{rule.EmptyFile, rule.NoEvents, rule.FileWithoutEvents}, r)
	})
	return len(problems) > 0 && others.Errors() == 0
}

// mostText is how many bytes of a file are looked at to see how it has its events.
const mostText = 64 << 20

// file returns the name of the file that has most events of a record, of several the last.
func file(t *timeline.Timeline) (name string) {
	counts := make(map[string]int)
	for i := range t.Len() {
		of := t.Event(i).Pos.File
		counts[of]++
		if counts[of] >= counts[name] {
			name = of
		}
	}
	return name
}

// oneLine returns a text with one blank between two words.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// plain returns an error for a text that no record can have.
func plain(text string) error {
	if !utf8.ValidString(text) {
		return errors.New("it is no UTF-8")
	}
	for _, r := range text {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Noncharacter_Code_Point, r) {
			return fmt.Errorf("it holds %U, which is no text", r)
		}
	}
	return nil
}

// safe returns an error for a text with a character that must not be shown as it is.
func safe(text string) error {
	for _, r := range strings.ReplaceAll(text, "\r\n", "\n") {
		if r != '\n' && r != '\t' && sanitize.Escapes(r) {
			return fmt.Errorf("a text holds %U", r)
		}
	}
	return nil
}

// dateOf returns the date of a new event, today for "".
func (a *app) dateOf(text string) (edtf.Date, error) {
	if text == "" {
		text = a.today().String()
	}
	date, err := edtf.Parse(text)
	if err != nil {
		if date, relative := edtf.ParseRelative(text, a.today(), a.today()); relative == nil {
			return date, nil
		}
		return date, fmt.Errorf("--date: %q is no date: %w", text, err)
	}
	return date, nil
}

// actorID returns what a new event calls an actor: by the id of its record, or by the name that it has without one. It
// tells of one whom the record does not have.
func (a *app) actorID(x *index.Index, name string) string {
	t := x.Timeline()
	ref, known := t.FindActor(name)
	if !known {
		if named := x.Named(name); len(named) == 1 {
			ref, known = named[0], true
		}
	}
	if known {
		if actor := t.Actor(ref); actor.Recorded {
			return actor.ID
		}
		return t.ActorName(ref)
	}
	var near []string
	for _, m := range x.SearchActors(name) {
		if len(near) < 3 && m.Far < 3 {
			near = append(near, t.ActorName(m.Actor))
		}
	}
	fmt.Fprintf(a.Stderr, "dateline: no actor is called %q yet%s\n", sanitize.Line(name), names.DidYouMean(near))
	return name
}

// sourceKey returns how a new event cites a source: by the id, or as it is said. It tells of an id that no source has.
func (a *app) sourceKey(x *index.Index, text string) string {
	keys := citedAs(x)
	if _, isAddress := sanitize.WebAddress(text); isAddress || slices.Contains(keys, text) {
		return text
	}
	if n := slices.IndexFunc(keys, func(key string) bool { return strings.EqualFold(key, text) }); n >= 0 {
		return keys[n]
	}
	fmt.Fprintf(a.Stderr, "dateline: no source has the id %q yet%s\n", sanitize.Line(text),
		names.DidYouMean(names.Nearest(text, keys, 3)))
	return text
}

// isReadBack reports whether a new event is read as it is meant, where it belongs.
func (a *app) isReadBack(form *stub.Form, name, written string, v stub.Values) bool {
	joined, isApart := form.Joined(written)
	if isApart {
		name = "new" + form.Ending()
	}
	options := a.reading
	options.Unchecked = true
	p := options.Files(context.Background(), []load.File{load.InMemory(name, []byte(joined))}, nil)
	return isRead(p.Index.Timeline(), v)
}

// isRead reports whether a record has an event that says just what a new one was to say.
func isRead(t *timeline.Timeline, v stub.Values) bool {
	var e timeline.Event
	for i := range t.Len() {
		t.ReadWritten(i, &e)
		if e.Date.EDTF() != v.Date || e.Title != v.Title || e.Type != v.Type || e.Summary != "" ||
			v.ID != "" && e.ID != v.ID || len(e.Actors) != len(v.Actors) || len(e.Sources) != len(v.Sources) {
			continue
		}
		same := true
		for n, part := range e.Actors {
			same = same && part.Name == v.Actors[n]
		}
		for n, ref := range e.Sources {
			s := t.Source(ref)
			same = same && (s.ID == v.Sources[n] || s.URL == v.Sources[n] || s.Title == v.Sources[n])
		}
		if same {
			return true
		}
	}
	return false
}
