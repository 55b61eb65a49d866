package flow

import (
	"cmp"
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"dateline/timeline/lazyregexp"
)

// escapePattern matches a backslash with what belongs to it. Where the group does not match, it means nothing in double
// quotes.
var escapePattern = lazyregexp.New(`\\(x[[:xdigit:]]{2}|` +
	`u[0-9A-Ca-cE-Fe-f][[:xdigit:]]{3}|u[Dd][0-7][[:xdigit:]]{2}|` +
	`U00(?:0[[:xdigit:]]|10)[[:xdigit:]]{4}|[0abt\tnvfre "/\\N_LP\r\n])?`)

// BadEscape returns the offset of the first backslash of a line that means nothing in double quotes, and −1 where there
// is none.
func BadEscape(line string) int {
	for _, at := range escapePattern().FindAllStringSubmatchIndex(line, -1) {
		if at[2] < 0 {
			return at[0]
		}
	}
	return -1
}

// halfPattern matches half a character, as JSON writes those beyond U+FFFF, and both halves.
var halfPattern = lazyregexp.New(`^\\u([Dd][89A-Fa-f][[:xdigit:]]{2})(?:\\u([Dd][C-Fc-f][[:xdigit:]]{2}))?`)

// HalfCharacter returns the length of the half of a character that s begins with, or of both halves with that
// character, which else is utf8.RuneError. It is 0 where s begins with none.
func HalfCharacter(s string) (size int, whole rune) {
	half := halfPattern().FindStringSubmatch(s)
	if half == nil {
		return 0, utf8.RuneError
	}
	return len(half[0]), joinHalves(half[1], half[2])
}

// joinHalves returns the character of two halves, which are numbers of base 16, and utf8.RuneError where they are not
// those of one.
func joinHalves(high, low string) rune {
	var a, b rune
	if _, err := fmt.Sscanf(high+" "+cmp.Or(low, "0"), "%x %x", &a, &b); err != nil {
		return utf8.RuneError
	}
	return utf16.DecodeRune(a, b)
}
