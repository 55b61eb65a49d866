package sanitize

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Characters that say where a line may be broken, and are not seen where it is not.
const (
	softHyphen     = '\u00ad'
	zeroWidthSpace = '\u200b'
)

// joinScripts are the scripts whose letters take another shape beside others, which joiners choose.
var joinScripts = []*unicode.RangeTable{
	unicode.Adlam, unicode.Arabic, unicode.Hanifi_Rohingya, unicode.Mandaic, unicode.Manichaean, unicode.Mongolian,
	unicode.Nko, unicode.Phags_Pa, unicode.Psalter_Pahlavi, unicode.Sogdian, unicode.Syriac,

	unicode.Balinese, unicode.Bengali, unicode.Brahmi, unicode.Chakma, unicode.Devanagari, unicode.Grantha,
	unicode.Gujarati, unicode.Gurmukhi, unicode.Javanese, unicode.Kaithi, unicode.Kannada, unicode.Khmer,
	unicode.Malayalam, unicode.Meetei_Mayek, unicode.Modi, unicode.Myanmar, unicode.Newa, unicode.Oriya,
	unicode.Sharada, unicode.Sinhala, unicode.Sundanese, unicode.Tamil, unicode.Telugu, unicode.Tibetan, unicode.Tirhuta,
}

// spacelessScripts are the scripts in which a zero-width space says where a word ends.
var spacelessScripts = []*unicode.RangeTable{
	unicode.Balinese, unicode.Javanese, unicode.Khmer, unicode.Lao, unicode.Myanmar, unicode.Tai_Le, unicode.Tai_Tham,
	unicode.Thai, unicode.Tibetan,
}

// joins reports whether a joiner shapes what is before or after it.
func joins(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next := firstRune(after)
	switch {
	case isVirama(last) || isVirama(next):
		return true
	case unicode.IsSymbol(next):
		return unicode.IsSymbol(last) || unicode.IsMark(last)
	}
	return last != ' ' && classOf(next) == plain && unicode.In(next, joinScripts...)
}

// isVirama reports whether r takes the vowel off a letter, so that this can join the next.
func isVirama(r rune) bool {
	const virama = 9 // its combining class
	return norm.NFC.PropertiesString(string(r)).CCC() == virama
}

// isUnseen reports whether nobody sees r, a character of the class parting, between what is before and after it.
func isUnseen(r rune, before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	next := firstRune(after)
	if r == zeroWidthSpace && !unicode.In(next, spacelessScripts...) {
		return false
	}
	return (isWritten(last) || unicode.IsMark(last)) && isWritten(next)
}

// isWritten reports whether r is a letter or a digit.
func isWritten(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

// firstRune returns the character that text begins with, or 0 where that is none.
func firstRune(text string) rune {
	if r, _ := utf8.DecodeRuneInString(text); r != utf8.RuneError {
		return r
	}
	return 0
}
