package draw

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Cells returns the width of s in terminal cells, the most that any terminal takes for it.
func Cells(s string) int {
	n, ok := plainCells(s)
	if ok {
		return n
	}
	n = 0
	for s != "" {
		c, wide := First(s)
		n, s = n+wide, s[len(c):]
	}
	return n
}

// plainCells returns the width of a text of which every character is sure to take one cell in any terminal: printable
// ASCII, letters of Latin and Cyrillic, dashes and quotation marks, and what is drawn with lines and blocks.
func plainCells(s string) (n int, ok bool) {
	for n < len(s) && ' ' <= s[n] && s[n] <= '~' {
		n++
	}
	for _, r := range s[n:] {
		if !isPlain(r) {
			return 0, false
		}
		n++
	}
	return n, true
}

// isPlain reports whether a character is one of those.
func isPlain(r rune) bool {
	switch {
	case ' ' <= r && r <= '~', 0xA1 <= r && r <= 0x2FF && r != 0xAD, 0x400 <= r && r <= 0x481, 0x48A <= r && r <= 0x52F,
		0x2010 <= r && r <= 0x2027, 0x2500 <= r && r <= 0x25CF:
		return true
	}
	return false
}

// First returns the character that s begins with, and the cells that it takes: the most that any terminal takes for it.
// A character has its marks and whatever is joined to it, such as a family or a flag. Terminals measure that as one, or
// add up the code points: a family of four is two cells there, and eight here.
func First(s string) (character string, cells int) { return firstWithin(s, maxCells) }

// maxCells is the width of a family of four. What is joined beyond that is several characters.
const maxCells = 8

// firstWithin does what First does, and takes a character apart that has more than a number of cells, at least two.
func firstWithin(s string, most int) (character string, cells int) {
	if ' ' <= s[0] && s[0] <= '~' && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return s[:1], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	if r < ' ' || r == 0x7F {
		return s[:1], 0
	}
	if isPlain(r) {
		if next, _ := utf8.DecodeRuneInString(s[size:]); next < utf8.RuneSelf || isPlain(next) || size == len(s) {
			return s[:size], 1
		}
	}
	c, joined := ansi.FirstGraphemeCluster(Enough(s, maxCells), ansi.GraphemeWidth) // of megabytes that are joined
	if len(c) == size {
		return c, joined
	}
	if n := ansi.StringWidthWc(c); n <= most && !strings.ContainsFunc(c, isMiscounted) {
		return c, max(n, joined)
	}
	end, n := 0, 0
	for end < len(c) {
		length, wide := codePoint(c[end:])
		if end > 0 && n+wide > most {
			return c[:end], n
		}
		end, n = end+length, n+wide
	}
	return c, max(n, joined)
}

// codePoint returns the length in bytes of the code point that s begins with and of what has no width after it, and the
// cells that both take where each is measured by itself.
func codePoint(s string) (length, cells int) {
	for length < len(s) {
		r, size := utf8.DecodeRuneInString(s[length:])
		wide := 0
		if !isJamo(r) {
			wide = ansi.StringWidthWc(s[length : length+size])
		}
		switch {
		case length == 0:
			cells = wide
		case r == emojiStyle && cells == 1:
			cells = 2
		case wide > 0:
			return length, cells
		}
		length += size
	}
	return length, cells
}

// emojiStyle makes an emoji of two cells of a sign of one.
const emojiStyle = '\ufe0f'

// isMiscounted reports whether the library has r wrong where each code point is measured by itself.
func isMiscounted(r rune) bool { return r == emojiStyle || isJamo(r) }

// isJamo reports whether r is a vowel or final consonant of a Korean syllable that is spelled out, which terminals put
// on the consonant before.
func isJamo(r rune) bool { return 0x1160 <= r && r <= 0x11FF || 0xD7B0 <= r && r <= 0xD7FF }
