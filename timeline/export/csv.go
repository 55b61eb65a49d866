package export

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/export/cell"
	"dateline/timeline/export/jsonevent"
	"dateline/timeline/export/phrase"
	"dateline/timeline/export/record"
	"dateline/timeline/sanitize"
)

// columns are the columns of CSV: the keys of JSON, with lists in words, one item a line. Scripts may rely on their
// order. sanitize.Line leaves no newline inside an item, so a newline always separates items. An item has its source in
// square brackets, by the name that the cell of sources has too.
//
// No cell is a formula, but that dates are written as they are: -0044-03-15 must be the same date here as elsewhere,
// and the digits and punctuation of a date do no harm in a formula.
var columns = []struct {
	name string
	cell func(p *wording, e *timeline.Event) string
}{
	{"id", func(_ *wording, e *timeline.Event) string { return cell.CSV(e.ID) }},
	{"date", func(_ *wording, e *timeline.Event) string { return e.Date.EDTF() }},
	{"earliest", func(_ *wording, e *timeline.Event) string { return dayCell(e.Date.Earliest()) }},
	{"latest", func(_ *wording, e *timeline.Event) string { return dayCell(e.Date.Latest()) }},
	{"title", func(_ *wording, e *timeline.Event) string { return cell.CSV(e.Title) }},
	{"type", func(_ *wording, e *timeline.Event) string { return cell.CSV(e.Type) }},
	{"status", func(_ *wording, e *timeline.Event) string { return cell.CSV(e.Status) }},
	{"location", func(_ *wording, e *timeline.Event) string { return cell.CSV(e.Location) }},
	{"summary", func(_ *wording, e *timeline.Event) string { return cell.NoFormula(sanitize.Text(e.Summary)) }},
	{"actors", func(p *wording, e *timeline.Event) string { return cell.NoFormula(strings.Join(p.actors(e), "\n")) }},
	{"quotes", func(p *wording, e *timeline.Event) string { return listCell(e.Quotes, p.quote) }},
	{"figures", func(p *wording, e *timeline.Event) string { return listCell(e.Figures, p.figure) }},
	{"claims", func(p *wording, e *timeline.Event) string { return listCell(e.Claims, p.claim) }},
	{"sources", func(p *wording, e *timeline.Event) string { return sourceCell(p, e) }},
	{"tags", func(_ *wording, e *timeline.Event) string { return listCell(e.Tags, sanitize.Line) }},
	{"related", func(_ *wording, e *timeline.Event) string { return listCell(e.Related, sanitize.Line) }},
	{"notes", func(_ *wording, e *timeline.Event) string { return listCell(e.Notes, sanitize.Line) }},
	{"other", func(_ *wording, e *timeline.Event) string { return listCell(e.Other, otherField) }},
	{"file", func(_ *wording, e *timeline.Event) string { return cell.CSV(e.Pos.File) }},
	{"line", func(_ *wording, e *timeline.Event) string { return strconv.Itoa(e.Pos.Line) }},
}

// csvEvents writes a row of names and a row for each event. There is no byte order mark, which scripts would take for a
// part of the first name.
func csvEvents(w *bufio.Writer, _ Emphasis) eventWriter {
	row := make([]string, len(columns))
	for i, c := range columns {
		row[i] = c.name
	}
	names := strings.Join(row, ",") + "\n"
	out := csv.NewWriter(w) // which does not buffer what goes to a bufio.Writer
	p := wording{text: sanitize.Line}
	p.cite = func(ref timeline.SourceRef) string { return keyInBrackets(p.t.SourceKey(ref)) }
	return eventWriter{
		write: func(t *timeline.Timeline, i int, note string) error {
			p.t = t
			e := record.WithNote(t.Written(i), note)
			for n, c := range columns {
				row[n] = c.cell(&p, e)
			}
			return out.Write(row)
		},
		frame: frame{before: names, none: names},
	}
}

// csvActors writes a row of names and a row for each actor.
func csvActors(w *bufio.Writer, _ Emphasis, r roster) error {
	out := csv.NewWriter(w)
	err := out.Write([]string{"id", "name", "kind", "events", "of"})
	for _, a := range r.rows() {
		err = out.Write([]string{
			cell.CSV(a.ID), cell.CSV(a.Name), cell.CSV(string(a.Kind)), strconv.Itoa(a.Events), cell.CSV(a.Of),
		})
	}
	out.Flush()
	return cmp.Or(err, out.Error())
}

func dayCell(d calendar.Day) string {
	if iso := jsonevent.Day(d); iso != nil {
		return *iso
	}
	return ""
}

// listCell returns a cell with one item a line.
func listCell[T any](items []T, phrase func(T) string) string {
	return cell.NoFormula(strings.Join(each(items, phrase), "\n"))
}

// sourceCell returns a cell with every source that the event rests on, each with the id that other cells have for it.
func sourceCell(p *wording, e *timeline.Event) string {
	return listCell(e.Cited(), func(ref timeline.SourceRef) string {
		return phrase.Join(" ", p.source(ref), keyInBrackets(p.t.Source(ref).ID))
	})
}

func keyInBrackets(key string) string {
	if key == "" {
		return ""
	}
	return "[" + sanitize.Line(key) + "]"
}

func otherField(f timeline.Field) string { return sanitize.Line(f.Key) + ": " + sanitize.Line(f.Value) }
