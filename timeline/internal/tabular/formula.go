package tabular

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file removes the apostrophes before what a spreadsheet would take for a formula. Other programs write them too,
// and so does dateline: see noFormula in package export.

// formulaSigns are what formulas begin with.
const formulaSigns = "=+-@＝＋－＠﹦﹢﹣﹫"

// unescape returns a cell without such apostrophes. In a table of dateline's own they are also before the parts of a
// cell: after a newline, ; and |.
func unescape(cell string, ours bool) string {
	if !strings.Contains(cell, "'") {
		return cell
	}
	if isEscaped(cell) {
		cell = cell[1:]
	}
	if !ours {
		return cell
	}
	var out strings.Builder
	for first := true; cell != ""; first = false {
		end := 1 + strings.IndexAny(cell, ";|\n")
		if end == 0 {
			end = len(cell)
		}
		part := cell[:end]
		cell = cell[end:]
		if !first && isEscaped(strings.ReplaceAll(part, `"`, "'")) && part[0] == '\'' {
			part = part[1:]
		}
		out.WriteString(part)
	}
	return out.String()
}

// isEscaped reports whether a cell begins with an apostrophe, and after more of them and blanks with the sign of a
// formula.
func isEscaped(cell string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, func(r rune) bool {
		return r == '\'' || unicode.IsSpace(r)
	}))
	return strings.HasPrefix(cell, "'") && strings.ContainsRune(formulaSigns, first)
}
