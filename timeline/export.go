package timeline

import (
	"bufio"
	"io"
)

// A Format is a way to write events out.
type Format string

// The formats that Export writes.
const (
	Text      Format = "text"     // for people: one paragraph for each event
	Markdown  Format = "markdown" // for a wiki, an issue, a report: one section for each event
	JSON      Format = "json"     // one array
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

// Export writes the events at the places from, from+1, … of s in format f. What is written is safe to show in a terminal:
// text through Visible, JSON with escapes that decode to what the record says. What a record says is no markup in Markdown and
// no formula in a spreadsheet either. The error is that of w.
func Export(w io.Writer, t *Timeline, s Selection, from int, f Format, e Emphasis) error {
	out := bufio.NewWriterSize(w, 64<<10)
	var err error
	switch f {
	case Markdown:
		err = exportMarkdown(out, t, s, from)
	case CSV:
		err = exportCSV(out, t, s, from)
	case JSON:
		err = exportArray(out, t, s, from)
	case JSONLines:
		err = exportLines(out, t, s, from)
	default:
		err = exportText(out, t, s, from, e)
	}
	if err != nil {
		return err
	}
	return out.Flush()
}
