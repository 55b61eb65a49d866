package export

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/calendar"
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
	{"id", func(_ *wording, e *timeline.Event) string { return textCell(e.ID) }},
	{"date", func(_ *wording, e *timeline.Event) string { return e.Date.EDTF() }},
	{"earliest", func(_ *wording, e *timeline.Event) string { return dayCell(e.Date.Earliest()) }},
	{"latest", func(_ *wording, e *timeline.Event) string { return dayCell(e.Date.Latest()) }},
	{"title", func(_ *wording, e *timeline.Event) string { return textCell(e.Title) }},
	{"type", func(_ *wording, e *timeline.Event) string { return textCell(e.Type) }},
	{"status", func(_ *wording, e *timeline.Event) string { return textCell(e.Status) }},
	{"location", func(_ *wording, e *timeline.Event) string { return textCell(e.Location) }},
	{"summary", func(_ *wording, e *timeline.Event) string { return noFormula(sanitize.Text(e.Summary)) }},
	{"actors", func(p *wording, e *timeline.Event) string { return noFormula(strings.Join(p.actors(e), "\n")) }},
	{"quotes", func(p *wording, e *timeline.Event) string { return listCell(e.Quotes, p.quote) }},
	{"figures", func(p *wording, e *timeline.Event) string { return listCell(e.Figures, p.figure) }},
	{"claims", func(p *wording, e *timeline.Event) string { return listCell(e.Claims, p.claim) }},
	{"sources", func(p *wording, e *timeline.Event) string { return sourceCell(p, e) }},
	{"tags", func(_ *wording, e *timeline.Event) string { return listCell(e.Tags, sanitize.Line) }},
	{"related", func(_ *wording, e *timeline.Event) string { return listCell(e.Related, sanitize.Line) }},
	{"notes", func(_ *wording, e *timeline.Event) string { return listCell(e.Notes, sanitize.Line) }},
	{"other", func(_ *wording, e *timeline.Event) string { return listCell(e.Other, otherField) }},
	{"file", func(_ *wording, e *timeline.Event) string { return textCell(e.Pos.File) }},
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
			textCell(a.ID), textCell(a.Name), textCell(string(a.Kind)), strconv.Itoa(a.Events), textCell(a.Of),
		})
	}
	out.Flush()
	return cmp.Or(err, out.Error())
}

func textCell(s string) string { return noFormula(sanitize.Line(s)) }

func dayCell(d calendar.Day) string {
	if iso := isoDay(d); iso != nil {
		return *iso
	}
	return ""
}

// listCell returns a cell with one item a line.
func listCell[T any](items []T, phrase func(T) string) string {
	return noFormula(strings.Join(each(items, phrase), "\n"))
}

// sourceCell returns a cell with every source that the event rests on, each with the id that other cells have for it.
func sourceCell(p *wording, e *timeline.Event) string {
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

// noFormula returns a cell with an apostrophe before each of its parts that a spreadsheet would take for a formula, as
// OWASP advises. A part begins with the cell, with a line, and after ; or |: a spreadsheet that separates cells by one
// of these does not heed the quotes around a cell, which begin within one of its own. Tabs are blanks by now. What
// looks as if it had the apostrophe already gets one more, so that the text is had back by taking one off each.
func noFormula(cell string) string {
	var out []byte
	done := 0
	for at := 0; at < len(cell); {
		end := at + partEnd(cell[at:])
		if at == 0 && isFormula(cell) || at > 0 && isLaterFormula(cell[at:end], cell[at-1]) {
			out = append(append(out, cell[done:at]...), '\'')
			done = at
		}
		at = end
	}
	if out == nil {
		return cell
	}
	return string(append(out, cell[done:]...))
}

// partEnd returns the end of the first part of a cell.
func partEnd(cell string) int {
	end := len(cell)
	for _, separator := range []byte(";|\n") {
		if at := strings.IndexByte(cell[:end], separator); at >= 0 {
			end = at + 1
		}
	}
	return end
}

// formulaSigns are what formulas begin with. East Asian spreadsheets take the wide and small signs for the others.
const formulaSigns = "=+-@＝＋－＠﹦﹢﹣﹫"

// isFormula reports whether a cell is taken for a formula, or has the apostrophe of one.
func isFormula(cell string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, func(r rune) bool {
		return r == '\'' || unicode.IsSpace(r)
	}))
	return strings.ContainsRune(formulaSigns, first)
}

// numberOrDate matches what is one wherever it stands: -5, +1.5 %, -2025-01-02.
var numberOrDate = regexp.MustCompile(`^[+-]?[0-9]([0-9./:-]*[0-9])?[ %]*$`)

// isLaterFormula reports whether a part after another is taken for a formula. Quotes that it begins with may be taken
// off. A number or a date is none if it ends as it began, with the same separator as the one before it, or with the
// line. Else a spreadsheet takes what follows for more of it, be it of this cell or the next.
func isLaterFormula(part string, before byte) bool {
	if !isFormula(strings.ReplaceAll(part, `"`, "'")) {
		return false
	}
	if end := part[len(part)-1]; end != before && end != '\n' {
		return true
	}
	return !numberOrDate.MatchString(strings.TrimSpace(strings.TrimRight(strings.TrimSpace(part), ";|")))
}
