package export

import (
	"bufio"
	"encoding/csv"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/sanitize"
)

// columns are the columns of CSV, whose order scripts may rely on: the keys of JSON, with lists as words, one item a line.
// Visible leaves no newline inside an item, so a line break parts items and nothing else. In square brackets stands the
// source that an item rests on, as the cell of sources names it.
//
// Dates stay as they are, so that -0044-03-15 is the same date here as elsewhere: digits and punctuation can do no harm in
// a formula. All other cells are no formulas.
var columns = []struct {
	name string
	cell func(p *phrases, e *timeline.Event) string
}{
	{"id", func(_ *phrases, e *timeline.Event) string { return textCell(e.ID) }},
	{"date", func(_ *phrases, e *timeline.Event) string { return e.Date.EDTF() }},
	{"earliest", func(_ *phrases, e *timeline.Event) string { return dayCell(e.Date.Earliest()) }},
	{"latest", func(_ *phrases, e *timeline.Event) string { return dayCell(e.Date.Latest()) }},
	{"title", func(_ *phrases, e *timeline.Event) string { return textCell(e.Title) }},
	{"type", func(_ *phrases, e *timeline.Event) string { return textCell(e.Type) }},
	{"status", func(_ *phrases, e *timeline.Event) string { return textCell(e.Status) }},
	{"location", func(_ *phrases, e *timeline.Event) string { return textCell(e.Location) }},
	{"summary", func(_ *phrases, e *timeline.Event) string { return noFormula(sanitize.Text(e.Summary)) }},
	{"actors", func(p *phrases, e *timeline.Event) string { return noFormula(strings.Join(p.actors(e), "\n")) }},
	{"quotes", func(p *phrases, e *timeline.Event) string { return listCell(e.Quotes, p.quote) }},
	{"figures", func(p *phrases, e *timeline.Event) string { return listCell(e.Figures, p.figure) }},
	{"claims", func(p *phrases, e *timeline.Event) string { return listCell(e.Claims, p.claim) }},
	{"sources", func(p *phrases, e *timeline.Event) string { return sourceCell(p, e) }},
	{"tags", func(_ *phrases, e *timeline.Event) string { return listCell(e.Tags, sanitize.Line) }},
	{"related", func(_ *phrases, e *timeline.Event) string { return listCell(e.Related, sanitize.Line) }},
	{"notes", func(_ *phrases, e *timeline.Event) string { return listCell(e.Notes, sanitize.Line) }},
	{"other", func(_ *phrases, e *timeline.Event) string { return listCell(e.Other, otherField) }},
	{"file", func(_ *phrases, e *timeline.Event) string { return textCell(e.Pos.File) }},
	{"line", func(_ *phrases, e *timeline.Event) string { return strconv.Itoa(e.Pos.Line) }},
}

// csvEvents are a row of names and a row for each event, in UTF-8 without a byte order mark, which scripts would take for a
// part of the first name.
func csvEvents(w *bufio.Writer) eventWriter {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	names := strings.Join(row, ",") + "\n"
	out := csv.NewWriter(w) // which buffers nothing of its own above a bufio.Writer
	p := phrases{text: sanitize.Line}
	p.cite = func(ref timeline.SourceRef) string { return keyInBrackets(p.t.SourceKey(ref)) }
	return eventWriter{frame: frame{before: names, none: names}, write: func(t *timeline.Timeline, i int) error {
		p.t = t
		e := t.Event(i)
		for n, c := range columns {
			row[n] = c.cell(&p, e)
		}
		return out.Write(row)
	}}
}

func textCell(s string) string { return noFormula(sanitize.Line(s)) }

func dayCell(d calendar.Day) string {
	if iso := isoDay(d); iso != nil {
		return *iso
	}
	return ""
}

// listCell holds one item a line.
func listCell[T any](items []T, phrase func(T) string) string {
	return noFormula(strings.Join(each(items, phrase), "\n"))
}

// sourceCell names every source that the event rests on, each with the id by which other cells refer to it.
func sourceCell(p *phrases, e *timeline.Event) string {
	return listCell(e.Cited(), func(ref timeline.SourceRef) string {
		return join(" ", p.source(ref), keyInBrackets(p.t.Source(ref).ID))
	})
}

func keyInBrackets(key string) string {
	if key == "" {
		return ""
	}
	return "[" + sanitize.Line(key) + "]"
}

func otherField(f timeline.Field) string { return sanitize.Line(f.Key) + ": " + sanitize.Line(f.Value) }

// noFormula puts an apostrophe before a cell that a spreadsheet would take for a formula, as OWASP advises. The wide signs
// are those that East Asian spreadsheets take for the others.
func noFormula(cell string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimSpace(cell))
	if strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}
