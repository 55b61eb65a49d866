package fold

import "unicode/utf8"

// ASCII returns the letter or digit that a byte of a text folds to, ' ' if it ends a word wherever it is, and 0 if that
// depends on what is beside it: apostrophes, full stops and all bytes that are not ASCII.
func ASCII(b byte) byte { return asciiFold[b] }

// Cuts reports whether the parts of s before and from i on can be folded apart: the words of s then are those of the
// first part and those of the second. It is so where a word begins behind a separator of one byte.
func Cuts(s string, i int) bool {
	if i <= 0 || i >= len(s) || asciiFold[s[i-1]] != ' ' {
		return false
	}
	if s[i] < utf8.RuneSelf {
		return asciiFold[s[i]] > ' '
	}
	var folded string
	if r, _ := utf8.DecodeRuneInString(s[i:]); int(r) < len(foldTable()) {
		folded = foldTable()[r]
	} else {
		folded = foldRune(r)
	}
	return folded != separator && folded[0] > quote[0]
}
