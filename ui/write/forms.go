package write

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"dateline/timeline/cite"
	"dateline/timeline/diag"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/names"
	"dateline/timeline/publish"
	"dateline/ui/draw"
)

// A form is a way to write events, or to cite their sources.
type form struct {
	name   string // on the screen
	many   string // what it is called of several things; "" for the same
	ending string // of a file
	format export.Format
	cite   cite.Style // "" where events are written
}

// of says as what so many things are written, as in "3 sources as citations".
func (f form) of(things string) string {
	if f.many != "" && !strings.HasPrefix(things, "1 ") {
		return things + " as " + f.many
	}
	return things + " as " + f.name
}

// forms are all there are, in their order on the screen.
var forms = []form{
	{name: "Markdown", ending: "md", format: export.Markdown},
	{name: "YAML", ending: "yaml", format: export.YAML},
	{name: "CSV", ending: "csv", format: export.CSV},
	{name: "JSON Lines", ending: "jsonl", format: export.JSONLines},
	{name: "plain text", ending: "txt", format: export.Text},
	{name: "HTML page", ending: "html", format: publish.HTML},
	{name: "citation", many: "citations", ending: "txt", cite: cite.Sentences},
	{name: "footnote in Markdown", many: "footnotes in Markdown", ending: "md", cite: cite.Footnotes},
	{name: "BibTeX", ending: "bib", cite: cite.BibTeX},
	{name: "calendar", ending: "ics", format: publish.ICS},
	{name: "TimelineJS", ending: "json", format: publish.TimelineJS},
	{name: "picture in SVG", ending: "svg", format: publish.SVG},
	{name: "meetings in DOT", ending: "dot", format: publish.DOT},
	{name: "meetings in Mermaid", ending: "mmd", format: publish.Mermaid},
}

// An order is what is to be written, as what. It may be carried out outside of the loop.
type order struct {
	form
	index  *index.Index
	among  index.Selection
	events []int             // those of among that are wanted, nil for all
	notes  map[string]string // lines of the reader's own, by id of the event; not changed by anybody
	headed bool              // begins with what the record says of itself, as what is printed does
	number int
}

// errNoSource is the error of what was to be cited.
var errNoSource = errors.New("no source is named there to cite; choose another form")

// write writes what is ordered, and returns of what that is how many.
func (o order) write(w io.Writer) (what string, err error) {
	x, events := o.index, o.among
	if apart := x.Timeline().Apart(); apart != x.Timeline() { // as print has it, whatever is one to this reader
		x = index.New(apart)
	}
	if o.events != nil {
		events, _ = o.among.Part(o.events)
	}
	if o.cite != "" {
		n, err := cite.Write(w, x.Timeline(), events, o.cite)
		if err == nil && n == 0 {
			err = errNoSource
		}
		return counted(n, "source"), err
	}
	what = counted(events.Len(), "event")
	v := publish.View{Index: x, Events: events, Headless: !o.headed || !publish.Headed(o.format), Notes: o.notes}
	v.LeftOut = func(left string) { what += " but for " + left }
	err = publish.Write(w, o.format, v)
	return what, err
}

// counted returns how many of something there are.
func counted(n int, noun string) string {
	if n > 1 {
		return draw.Number(n) + " " + noun + "s"
	}
	return diag.Plural(n, noun)
}

// errFull is the error of what has no room on the clipboard.
var errFull = errors.New("full")

// A bounded is a text of at most so many bytes.
type bounded struct {
	bytes.Buffer
	most int
}

// Write takes all of p or fails.
func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > b.most {
		return 0, errFull
	}
	return b.Buffer.Write(p)
}

// asked are the keys of a filter, which a name of a file leaves out.
var asked = lazyregexp.New(`[\p{L}_-]+:`)

// longestName is how many characters of an offered name come before its ending.
const longestName = 40

// named returns what a file may be called after a text, "" where that has no letters.
func named(text string) string {
	name := []rune(strings.ReplaceAll(names.Slug(asked().ReplaceAllString(text, " "), ""), "'", ""))
	kept := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|.%`, r) || r < ' ' {
			return '-'
		}
		return r
	}, string(name[:min(len(name), longestName)]))
	return strings.Trim(kept, "- ")
}
