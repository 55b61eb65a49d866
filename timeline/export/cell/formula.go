package cell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/lazyregexp"
)

// NoFormula returns a cell with an apostrophe before each of its parts that a spreadsheet would take for a formula, as
// OWASP advises. A part begins with the cell, with a line, and after ; or |: a spreadsheet that separates cells by one
// of these does not heed the quotes around a cell, which begin within one of its own. Tabs are blanks by now. What
// looks as if it had the apostrophe already gets one more, so that the text is had back by taking one off each.
func NoFormula(cell string) string {
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
var numberOrDate = lazyregexp.New(`^[+-]?[0-9]([0-9./:-]*[0-9])?[ %]*$`)

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
	return !numberOrDate().MatchString(strings.TrimSpace(strings.TrimRight(strings.TrimSpace(part), ";|")))
}
