package report

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxSpelled is how many characters are spelled out of each of two texts that look the same.
const maxSpelled = 6

// homoglyphs has, after each letter of Cyrillic and Greek that most typefaces draw as one of Latin, that one.
var homoglyphs = strings.NewReplacer(
	"а", "a", "е", "e", "о", "o", "р", "p", "с", "c", "у", "y", "х", "x", "і", "i", "ј", "j", "ѕ", "s", "ԁ", "d", "һ", "h",
	"А", "A", "В", "B", "Е", "E", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "Х", "X", "І", "I",
	"Ј", "J", "Ѕ", "S",
	"ο", "o", "ν", "v", "Α", "A", "Β", "B", "Ε", "E", "Ζ", "Z", "Η", "H", "Ι", "I", "Κ", "K", "Μ", "M", "Ν", "N", "Ο", "O",
	"Ρ", "P", "Τ", "T", "Υ", "Y", "Χ", "X",
)

// visible returns a text as a reader sees it: in one normal form, without what is not seen, and with one letter for all
// that look like it.
func visible(s string) string {
	s = homoglyphs.Replace(s)
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
			return -1
		}
		return r
	}, s))
}

// looksLike returns what two texts have in common that are the same to a reader, for whom blanks are alike.
func looksLike(s string) string { return strings.Join(strings.Fields(visible(s)), " ") }

// spelled returns a remark on two texts that are not the same and cannot be told apart in quotes either: in which
// characters they differ first. It returns "" for any others.
func spelled(was, is string) string {
	if was == is || visible(quoted(was)) != visible(quoted(is)) {
		return ""
	}
	a, b := []rune(was), []rune(is)
	begin := 0
	for begin < min(len(a), len(b)) && a[begin] == b[begin] {
		begin++
	}
	for begin > 0 && (isMark(a, begin) || isMark(b, begin)) { // back to the letter that has the mark
		begin--
	}
	end := 0
	for end < min(len(a), len(b))-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return " (looks the same: " + points(a[begin:len(a)-end]) + " is now " + points(b[begin:len(b)-end]) + ")"
}

// isMark reports whether a text has at n a mark on the letter before.
func isMark(text []rune, n int) bool { return n < len(text) && unicode.Is(unicode.M, text[n]) }

// points returns characters by their numbers, of many the first.
func points(text []rune) string {
	if len(text) == 0 {
		return "nothing"
	}
	var all []string
	for n, r := range text {
		if n == maxSpelled {
			all = append(all, "…")
			break
		}
		all = append(all, fmt.Sprintf("%U", r))
	}
	return strings.Join(all, " ")
}
