package tabular

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file takes off the apostrophes that stand before what a spreadsheet would take for a formula. The export of
// dateline writes them, see noFormula there, and so do others.

// formulaSigns are what formulas begin with.
const formulaSigns = "=+-@＝＋－＠﹦﹢﹣﹫"

// unescape returns a cell without such apostrophes. In the tables of dateline they are also before parts of a cell,
// which begin after a newline, ; and |.
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
