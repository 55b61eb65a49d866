// Package report writes how a record differs from what it was: as text for people, as Markdown for a review, and as
// JSON for other programs.
//
//	err := report.Write(os.Stdout, report.Markdown, d, [2]report.Side{{Name: "old.yaml"}, {Name: "new.yaml"}}, nil)
//
// Whatever the records say, what is written obeys nothing of it: control characters are shown, and in Markdown no text
// of a record is markup. In JSON they are escaped, so that it decodes to what the records say.
//
// The package compares nothing: package diff does. It imports timeline, diag, diff, cell, sanitize and x/text's normal
// forms.
package report

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diff"
)

// A Format says how changes are written.
type Format string

// The formats.
const (
	Text     Format = "text"     // a line for each change of each field, with - before what was and + before what is
	Markdown Format = "markdown" // lists, for a comment or a wiki
	JSON     Format = "json"     // one object
)

// Formats are all formats, the usual one first.
var Formats = []Format{Text, Markdown, JSON}

// A Side is what is known of one of the two records beside what it says.
type Side struct {
	Name   string // what was read
	Errors int    // that it was read with, for which values of it may be missing
}

// Write writes the changes in a format, of the record as it was and as it is. Text says nothing of the two. Title,
// which may be nil, makes the line that names what has changed stand out in text, by escape sequences for instance. The
// error is that of w.
func Write(w io.Writer, f Format, d *diff.Diff, of [2]Side, title func(string) string) error {
	out := bufio.NewWriterSize(w, 64<<10) // keeps the first error
	switch f {
	case Markdown:
		writeMarkdown(out, d, of)
	case JSON:
		if err := writeJSON(out, d, of); err != nil {
			return err
		}
	default:
		writeText(out, d, title)
	}
	return out.Flush()
}

// Summary says in one line how much has changed: "2 events new, 1 changed; 1 actor gone".
func Summary(d *diff.Diff) string {
	var parts []string
	if len(d.Record) > 0 {
		parts = append(parts, "the record's head changed")
	}
	for _, one := range sections(d) {
		var counts [3]int
		for _, c := range one.changes {
			counts[c.Kind()]++
		}
		var words []string
		for kind, n := range counts {
			switch {
			case n > 0 && len(words) == 0:
				words = append(words, diag.Plural(n, one.noun)+" "+kinds[kind].word)
			case n > 0:
				words = append(words, strconv.Itoa(n)+" "+kinds[kind].word)
			}
		}
		if len(words) > 0 {
			parts = append(parts, strings.Join(words, ", "))
		}
	}
	return cmp.Or(strings.Join(parts, "; "), "no changes")
}

// kinds are what each kind of change is called, and its sign.
var kinds = [...]struct{ word, sign string }{
	diff.Added: {"new", "+"}, diff.Gone: {"gone", "-"}, diff.Changed: {"changed", "~"},
}

// A section is the changes of one sort of things.
type section struct {
	noun    string
	changes []diff.Change
	named   func(diff.Change) thing
}

// sections returns all changes but those of the head.
func sections(d *diff.Diff) []section {
	return []section{
		{"event", d.Events, func(c diff.Change) thing { return event(d, c) }},
		{"actor", d.Actors, func(c diff.Change) thing { return actor(d, c) }},
		{"source", d.Sources, func(c diff.Change) thing { return source(d, c) }},
	}
}

// A thing is what has changed, by what a reader knows it by. It is as it is now, or as it was where it is gone.
type thing struct {
	id, was    string // its id, and the one that it had where that is another
	date, name string
	old, now   diag.Pos // where it stands, the zero Pos where it does not
}

// at returns where it stands now, or else where it stood.
func (t *thing) at() string { return place(cmp.Or(t.now, t.old)) }

// place returns a file with the line in it, "" for no place.
func place(p diag.Pos) string {
	if p.File == "" {
		return ""
	}
	return p.File + ":" + strconv.Itoa(p.Line)
}

// record returns the record that has the thing, and its number there.
func record(d *diff.Diff, c diff.Change) (*timeline.Timeline, int) {
	if c.Now < 0 {
		return d.Old, c.Old
	}
	return d.Now, c.Now
}

func event(d *diff.Diff, c diff.Change) (is thing) {
	t, i := record(d, c)
	is.id, is.date, is.name = t.ID(i), t.Date(i).String(), t.EventTitle(i)
	if c.Old >= 0 {
		is.old, is.was = d.Old.EventPos(c.Old), d.Old.ID(c.Old)
	}
	if c.Now >= 0 {
		is.now = d.Now.EventPos(c.Now)
	}
	return is
}

func actor(d *diff.Diff, c diff.Change) (is thing) {
	t, i := record(d, c)
	a := t.Actor(timeline.ActorRef(i))
	is.id, is.name = a.ID, a.Name
	if c.Old >= 0 {
		was := d.Old.Actor(timeline.ActorRef(c.Old))
		is.old, is.was = was.Pos, was.ID
	}
	if c.Now >= 0 {
		is.now = d.Now.Actor(timeline.ActorRef(c.Now)).Pos
	}
	if n, ok := d.FirstNaming(c); ok && !a.Recorded {
		if at := t.EventPos(n); c.Now >= 0 {
			is.now = at
		} else {
			is.old = at
		}
	}
	return is
}

func source(d *diff.Diff, c diff.Change) (is thing) {
	t, i := record(d, c)
	s := t.Source(timeline.SourceRef(i))
	is.id, is.name = s.ID, diff.SourceName(s)
	if c.Old >= 0 {
		was := d.Old.Source(timeline.SourceRef(c.Old))
		is.old, is.was = was.Pos, was.ID
	}
	if c.Now >= 0 {
		is.now = d.Now.Source(timeline.SourceRef(c.Now)).Pos
	}
	return is
}

// label returns what a field is called: "claims 2 (Ukraine), status".
func label(f *diff.Field, text func(string) string) string {
	name := text(f.Key)
	if f.Item.N == 0 {
		return name
	}
	name += " " + strconv.Itoa(f.Item.N)
	if f.Item.Of != "" {
		name += " (" + text(short(f.Item.Of)) + ")"
	}
	return name + ", " + text(f.Item.Key)
}

// short returns a text that names an item, without the rest of a long one.
func short(s string) string {
	const most = 40
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return strings.TrimSpace(string(runes[:most])) + "…"
}

// leading are the keys of what an item is known by, which stands first without its key.
var leading = []string{"name", "type", "of", "by", "label"}

// words returns an item of a list: a text or a name, and keys with their values.
func words(p diff.Part, text func(string) string) string {
	all := make([]string, len(p))
	for n, pair := range p {
		if all[n] = text(pair.Text); pair.Key != "" && (n > 0 || !slices.Contains(leading, pair.Key)) {
			all[n] = text(pair.Key) + ": " + all[n]
		}
	}
	return strings.Join(all, ", ")
}
