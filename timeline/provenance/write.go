package provenance

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/cite"
	"dateline/timeline/export"
	"dateline/timeline/export/cell"
	"dateline/timeline/review"
	"dateline/timeline/sanitize"
)

// A list is what a writer writes.
type list struct {
	t    *timeline.Timeline
	uses []Use
	name func(string) string // makes a source stand out
}

// writers has for each of the formats what writes uses.
var writers = map[export.Format]func(*bufio.Writer, list) error{
	export.Text: writeText, export.Markdown: writeMarkdown, export.CSV: writeCSV, export.JSON: writeJSON,
	export.JSONLines: writeJSONLines,
}

// Write writes sources with their events to w in format f, which must be one of export.TableFormats. The error is that
// of w.
func Write(w io.Writer, t *timeline.Timeline, uses []Use, f export.Format, e export.Emphasis) error {
	out := bufio.NewWriterSize(w, 64<<10)
	l := list{t, uses, e.Name}
	if l.name == nil {
		l.name = func(s string) string { return s }
	}
	if err := writers[f](out, l); err != nil {
		return err
	}
	return out.Flush()
}

// writeText writes a line for each source, with the number of its events, and below it a line for each event.
func writeText(w *bufio.Writer, l list) error {
	for _, u := range l.uses {
		source := sanitize.Line(cite.Sentence(l.t.Source(u.Source)))
		if _, err := fmt.Fprintf(w, "%6d  %s\n", len(u.Events), l.name(source)); err != nil {
			return err
		}
		width := 0
		for _, i := range u.Events {
			width = max(width, sanitize.Width(l.t.Date(i).String()))
		}
		for _, i := range u.Events {
			day := l.t.Date(i).String()
			fmt.Fprintf(w, "        %s%s  %s\n", day, strings.Repeat(" ", width-sanitize.Width(day)),
				sanitize.Line(l.t.EventTitle(i)))
		}
	}
	return nil
}

// writeMarkdown writes an item for each source and below it one for each event.
func writeMarkdown(w *bufio.Writer, l list) error {
	for _, u := range l.uses {
		source := export.Citation(l.t.Source(u.Source))
		if _, err := fmt.Fprintf(w, "- **%d** %s\n", len(u.Events), source); err != nil {
			return err
		}
		for _, i := range u.Events {
			fmt.Fprintf(w, "  - %s: %s\n", sanitize.MarkdownLine(sanitize.Markdown(l.t.Date(i).String())),
				sanitize.Markdown(l.t.EventTitle(i)))
		}
	}
	return nil
}

// writeCSV writes a row for each event of each source. A source without events has a row too.
func writeCSV(w *bufio.Writer, l list) error {
	out := csv.NewWriter(w)
	err := out.Write([]string{
		"source", "title", "publisher", "author", "published", "url", "archive_url", "lacks", "events",
		"event", "date", "event_title",
	})
	for _, u := range l.uses {
		s := l.t.Source(u.Source)
		row := []string{
			cell.CSV(s.ID), cell.CSV(s.Title), cell.CSV(s.Publisher), cell.CSV(s.Author), s.Published.EDTF(),
			cell.CSV(s.URL), cell.CSV(s.ArchiveURL), lacks(s), strconv.Itoa(len(u.Events)), "", "", "",
		}
		if len(u.Events) == 0 {
			err = out.Write(row)
		}
		for _, i := range u.Events {
			event := row[len(row)-3:]
			event[0], event[1], event[2] = cell.CSV(l.t.ID(i)), l.t.Date(i).EDTF(), cell.CSV(l.t.EventTitle(i))
			err = out.Write(row)
		}
		if err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Words has a word for each thing that a source can lack, as it is said and asked for.
var Words = map[string]review.Missing{"address": review.SourceAddress, "archive": review.SourceArchive}

// lacks returns the word for what a source lacks, "" for nothing.
func lacks(s *timeline.Source) string {
	missing, ok := review.SourceLacks(s)
	for word, what := range Words {
		if ok && what == missing {
			return word
		}
	}
	return ""
}

// A useJSON is a source with its events. The order of the fields is the order of the keys.
type useJSON struct {
	ID         string      `json:"id"`
	Title      string      `json:"title"`
	Publisher  string      `json:"publisher"`
	Author     string      `json:"author"`
	Published  string      `json:"published"` // EDTF
	Accessed   string      `json:"accessed"`
	URL        string      `json:"url"`
	ArchiveURL string      `json:"archive_url"`
	Language   string      `json:"language"`
	Lacks      string      `json:"lacks"`
	Count      int         `json:"count"` // of events
	Events     []eventJSON `json:"events"`
}

type eventJSON struct {
	ID    string `json:"id"`
	Date  string `json:"date"`
	Title string `json:"title"`
}

func (l list) useJSON(u Use) useJSON {
	s := l.t.Source(u.Source)
	j := useJSON{
		ID: s.ID, Title: s.Title, Publisher: s.Publisher, Author: s.Author, Published: s.Published.EDTF(),
		Accessed: s.Accessed.EDTF(), URL: s.URL, ArchiveURL: s.ArchiveURL, Language: s.Language, Lacks: lacks(s),
		Count: len(u.Events), Events: make([]eventJSON, len(u.Events)),
	}
	for n, i := range u.Events {
		j.Events[n] = eventJSON{l.t.ID(i), l.t.Date(i).EDTF(), l.t.EventTitle(i)}
	}
	return j
}

// writeJSON writes an array with a source a line.
func writeJSON(w *bufio.Writer, l list) error {
	encode := cell.JSON(w)
	between := "[\n"
	for _, u := range l.uses {
		w.WriteString(between)
		if err := encode(l.useJSON(u)); err != nil {
			return err
		}
		between = ","
	}
	if len(l.uses) == 0 {
		w.WriteString("[")
	}
	_, err := w.WriteString("]\n")
	return err
}

// writeJSONLines writes an object a line.
func writeJSONLines(w *bufio.Writer, l list) error {
	encode := cell.JSON(w)
	for _, u := range l.uses {
		if err := encode(l.useJSON(u)); err != nil {
			return err
		}
	}
	return nil
}
