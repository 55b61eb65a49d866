package sanitize

import (
	"unicode"

	"golang.org/x/text/width"
)

// Width returns about the number of cells of a terminal that s takes, exact enough to put carets under text. It is
// the sum of RuneWidth, and knows nothing of emoji that are joined.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += RuneWidth(r)
	}
	return n
}

// RuneWidth returns the number of cells that r takes: 0 for marks and format characters, 2 for wide ones, else 1.
func RuneWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
