// Package cell makes texts of a record safe where they are written for other programs: as a cell of CSV that is no
// formula, and as JSON that a terminal may show. What is no markup in Markdown is for package sanitize.
//
//	out.Write([]string{cell.CSV(t.ID(i)), cell.CSV(t.EventTitle(i))})
//	err := cell.JSON(w)(value)
//
// It knows no record: package export and those beside it decide what is written. It imports sanitize.
package cell

import (
	"bufio"
	"encoding/json"

	"dateline/timeline/sanitize"
)

// CSV returns a text in one line that no spreadsheet takes for a formula.
func CSV(s string) string { return NoFormula(sanitize.Line(s)) }

// JSON returns a func that writes a value as JSON with a newline after it.
func JSON(w *bufio.Writer) func(any) error {
	e := json.NewEncoder(sanitize.EscapeJSON(w))
	e.SetEscapeHTML(false)
	return e.Encode
}
