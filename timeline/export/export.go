// Package export writes the events of a record, or its actors, in the formats that other programs and people read:
// text, Markdown, YAML, JSON, JSON Lines and CSV.
//
//	x := export.New(os.Stdout, export.Markdown, export.Emphasis{})
//	x.Head(t)                // what the record says of itself; may be left out
//	x.Write(t, selection, 0) // all selected events
//	x.Close()
//
// Whatever a record says, what is written is safe to show in a terminal, is no markup in Markdown and no formula in a
// spreadsheet, and JSON decodes to just what the record says. [Cite] writes the sources alone, as they are cited.
//
// The package chooses no events (package index does), opens no files and knows no terminal: what is to stand out there
// is handed in as an [Emphasis]. It imports timeline, index, calendar, compare,
// markup and sanitize.
//
// # To add a format
//
//  1. Add a constant to [Format] and to [Formats], and a line to the table writers.
//  2. In a file of its own, write a func that returns an eventWriter: what writes event i, and the frame around events.
//  3. There, write a func for actors too. A wording has the parts of an event in words, if people read the format.
//  4. Add the rules of the format to checkFormat in export_test.go. The tests then try it with hostile records.
//  5. Add a golden text of the format to its own test.
package export

import (
	"bufio"
	"io"

	"dateline/timeline"
	"dateline/timeline/index"
)

// A Format is a way to write events and actors.
type Format string

// The formats. They are named as on the command line.
const (
	Text      Format = "text"     // for people: one paragraph for each event
	Markdown  Format = "markdown" // for a wiki, an issue, a report: one section for each event
	YAML      Format = "yaml"     // a record of dateline's own, with the actors and sources that the events need
	JSON      Format = "json"     // one array; with a head, one object whose last key is that array
	JSONLines Format = "jsonl"    // one object a line
	CSV       Format = "csv"      // for spreadsheets: one row for each event
)

// Formats are all formats, the usual one first.
var Formats = []Format{Text, Markdown, YAML, JSON, JSONLines, CSV}

// Headed reports whether what is written of a whole record begins with its head unless that is not wanted.
func (f Format) Headed() bool { return f == Text || f == Markdown || f == YAML }

// writers has for each format what writes events, and what writes actors.
var writers = map[Format]struct {
	events func(*bufio.Writer, Emphasis) eventWriter
	actors func(*bufio.Writer, Emphasis, roster) error
}{
	Text:      {textEvents, textActors},
	Markdown:  {markdownEvents, markdownActors},
	YAML:      {yamlEvents, yamlActors},
	JSON:      {jsonEvents, jsonActors},
	JSONLines: {jsonLinesEvents, jsonLinesActors},
	CSV:       {csvEvents, csvActors},
}

// An eventWriter writes events in some format.
type eventWriter struct {
	write func(t *timeline.Timeline, i int, note string) error // the note is a line of the reader's own, "" for none
	frame frame

	head   func(t *timeline.Timeline) string // what the record says of itself; nil if the format has no place for that
	headed frame                             // in the place of frame, after a head that is not ""

	// cast returns what has to be written before the first of the events at the places from, from+1, …; nil for nothing.
	cast func(t *timeline.Timeline, s index.Selection, from int) []byte
}

// A frame is what is written before the first event, between two, after the last, and if there is none.
type frame struct{ before, between, after, none string }

// An Emphasis makes parts of the text format stand out, by escape sequences for instance. A nil func leaves its part as
// it is.
type Emphasis struct {
	Title func(string) string // the date and title of an event
	Name  func(string) string // an actor's name
}

func (e Emphasis) title(s string) string { return emphasise(e.Title, s) }
func (e Emphasis) name(s string) string  { return emphasise(e.Name, s) }

func emphasise(how func(string) string, s string) string {
	if how == nil {
		return s
	}
	return how(s)
}

// An Exporter writes events in one format to a writer.
type Exporter struct {
	events eventWriter
	out    *bufio.Writer
	begun  bool
	notes  map[string]string
}

// New returns an Exporter that writes to w in format f, which must be one of Formats.
func New(w io.Writer, f Format, e Emphasis) *Exporter {
	out := bufio.NewWriterSize(w, 64<<10)
	return &Exporter{events: writers[f].events(out, e), out: out}
}

// Annotate has events, by their ids, carry a line of the reader's own, which is no part of the record: in text and
// Markdown below the heading, elsewhere as a key of the writer's own, [record.ReaderNote]. It is called before Write.
func (x *Exporter) Annotate(lines map[string]string) { x.notes = lines }

// Head writes what the record says of itself. It is called before Write, or not at all. The error is that of the
// writer.
//
//   - Text and Markdown begin with the description and the keys that the record format does not know. If there are
//     none, they begin with the first event. The title is left out: in text a line that is not indented is an event,
//     and a page that Markdown is put into has a title.
//   - YAML begins with title, description, types and the keys that the record format does not know.
//   - JSON becomes an object with the keys title, description, other, types and events. If files differ on a key of
//     other, its value has a line for each. What types says only the screen shows.
//   - JSON Lines and CSV have no head.
func (x *Exporter) Head(t *timeline.Timeline) error {
	if x.events.head == nil {
		return nil
	}
	head := x.events.head(t)
	if head != "" {
		x.events.frame = x.events.headed
	}
	_, err := x.out.WriteString(head)
	return err
}

// Write writes the events at the places from, from+1, … of s. It may be called several times, with a record that grows;
// in YAML, the actors and sources are those that the events of the first call need.
// What is written may be held back until Close. The error is that of the writer.
func (x *Exporter) Write(t *timeline.Timeline, s index.Selection, from int) error {
	if x.events.cast != nil && !x.begun && from < s.Len() {
		if _, err := x.out.Write(x.events.cast(t, s, from)); err != nil {
			return err
		}
	}
	for n := from; n < s.Len(); n++ {
		lead := x.events.frame.between
		if !x.begun {
			lead, x.begun = x.events.frame.before, true
		}
		x.out.WriteString(lead)
		if err := x.events.write(t, s.At(n), x.notes[t.ID(s.At(n))]); err != nil {
			return err
		}
	}
	return nil
}

// Close writes the end of the format and what has been held back. It does not close the writer, whose error it returns.
func (x *Exporter) Close() error {
	end := x.events.frame.after
	if !x.begun {
		end = x.events.frame.none
	}
	x.out.WriteString(end)
	return x.out.Flush()
}

// ownKeys returns the keys of the record itself that the record format does not know. What several files say alike
// comes once.
func ownKeys(t *timeline.Timeline) []timeline.Field {
	var fields []timeline.Field
	seen := map[timeline.Field]bool{}
	for _, f := range t.Other() {
		if !seen[f] {
			seen[f] = true
			fields = append(fields, f)
		}
	}
	return fields
}
