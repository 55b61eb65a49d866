package export

import (
	"bufio"
	"io"

	"dateline/timeline"
	"dateline/timeline/index"
)

// A Format is a way to write events out.
type Format string

// The formats that an Exporter writes.
const (
	Text      Format = "text"     // for people: one paragraph for each event
	Markdown  Format = "markdown" // for a wiki, an issue, a report: one section for each event
	JSON      Format = "json"     // one array; with a head, one object whose last key is that array
	JSONLines Format = "jsonl"    // one object a line
	CSV       Format = "csv"      // for spreadsheets: one row for each event
)

// Formats are all formats, the usual one first.
var Formats = []Format{Text, Markdown, JSON, JSONLines, CSV}

// Emphasis makes parts of the text format stand out. A nil func leaves its part as it is.
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

// An Exporter writes events in one format, some after the others. What is written is safe to show in a terminal: text through
// Visible, JSON with escapes that decode to what the record says. What a record says is no markup in Markdown and no formula in
// a spreadsheet either.
type Exporter struct {
	events eventWriter
	out    *bufio.Writer
	begun  bool
}

// An eventWriter writes an event in some format.
type eventWriter struct {
	frame
	write func(t *timeline.Timeline, i int) error

	head   func(t *timeline.Timeline) string // what the record says of itself; nil for a format of nothing but events
	headed frame                             // for events that come after a head
}

// A frame is what is written before the first event, between two, after the last, and where there is none.
type frame struct{ before, between, after, none string }

// New is an Exporter to w in format f.
func New(w io.Writer, f Format, e Emphasis) *Exporter {
	out := bufio.NewWriterSize(w, 64<<10)
	x := &Exporter{out: out}
	switch f {
	case Markdown:
		x.events = markdownEvents(out)
	case CSV:
		x.events = csvEvents(out)
	case JSON:
		x.events = eventWriter{
			frame: frame{"[\n", ",", "]\n", "[]\n"}, write: jsonEvents(out),
			head: jsonHead, headed: frame{"[\n", ",", "]}\n", "[]}\n"},
		}
	case JSONLines:
		x.events = eventWriter{write: jsonEvents(out)}
	default:
		x.events = textEvents(out, e)
	}
	return x
}

// Head writes what the record says of itself. It is to be called before Write, or not at all. The error is that of the
// writer below.
//
//   - Text and Markdown begin with the description and the keys that the record format does not know. Where there are
//     none, they begin with the first event.
//   - JSON becomes an object with the keys title, description, other and events. Where files differ on a key, its value
//     has a line for each.
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

// Write writes the events at the places from, from+1, … of s. Until Close, the last of them may be held back. The error is
// that of the writer below.
func (x *Exporter) Write(t *timeline.Timeline, s index.Selection, from int) error {
	for n := from; n < s.Len(); n++ {
		lead := x.events.between
		if !x.begun {
			lead, x.begun = x.events.before, true
		}
		x.out.WriteString(lead)
		if err := x.events.write(t, s.At(n)); err != nil {
			return err
		}
	}
	return nil
}

// Flush writes what has been held back.
func (x *Exporter) Flush() error { return x.out.Flush() }

// Close ends what is written, and leaves the writer below open.
func (x *Exporter) Close() error {
	end := x.events.after
	if !x.begun {
		end = x.events.none
	}
	x.out.WriteString(end)
	return x.out.Flush()
}
