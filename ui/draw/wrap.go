package draw

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Wrap breaks text into lines of at most w cells: at blanks, which are left out there, or after hyphens, but for those
// of dates; anywhere in a word that is longer than a line. Newlines in text begin a new line.
func Wrap(text string, w int) []string {
	if w < 1 {
		return nil
	}
	var lines []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines = appendWrapped(lines, paragraph, w)
	}
	return lines
}

// appendWrapped appends the lines of a text without newlines.
func appendWrapped(lines []string, text string, w int) []string {
	from, width := 0, 0            // where the line begins, and its cells so far
	end, next, rest := -1, 0, 0    // where it may end, where the next begins then, and the cells from there on
	for at := 0; at < len(text); { // all before at is in lines, or in this one
		c, wide := firstWithin(text[at:], min(max(w, 2), maxCells))
		if isBlank(c) {
			if next < at || end < 0 {
				end = at
			}
			at, width = at+len(c), width+wide
			next, rest = at, 0
			continue
		}
		for width+wide > w && from < at {
			if end >= 0 {
				if end > from {
					lines = append(lines, text[from:end])
				}
				from, width, end = next, rest, -1
				continue
			}
			lines = append(lines, strings.TrimRight(text[from:at], joiners))
			from, width = at, 0
		}
		at, width, rest = at+len(c), width+wide, rest+wide
		if c == "-" && !(endsInDigit(text[:at-1]) && endsInDigit(text[at:min(at+1, len(text))])) {
			end, next, rest = at, at, 0
		}
	}
	if width > w && end >= 0 { // blanks
		return append(lines, text[from:end])
	}
	return append(lines, text[from:])
}

// isBlank reports whether a line may be broken at a character, which is not seen there.
func isBlank(c string) bool {
	const noBreak, narrowNoBreak = '\u00a0', '\u202f'
	r, size := utf8.DecodeRuneInString(c)
	return unicode.IsSpace(r) && r != noBreak && r != narrowNoBreak && size == len(c)
}

// endsInDigit reports whether text ends in a digit.
func endsInDigit(text string) bool {
	return text != "" && '0' <= text[len(text)-1] && text[len(text)-1] <= '9'
}
