// Package fold makes spellings comparable. Two texts that differ only in case, diacritics or punctuation have the
// same folded text, and [Find] finds folded words where they are in a text.
//
//	fold.Fold("O’Brien & the Café")           // "obrien the cafe"
//	fold.Find("Café, CAFÉS", []string{"caf"}) // the first three letters of both words
//
// Folding is meant for search by people who type what is quick to type, in every script. It is not the case folding
// of Unicode, which keeps diacritics and punctuation, and it is not a transliteration: Cyrillic stays Cyrillic.
// Folded text is for comparing, not for reading. Whether two names are names of one thing is the question of
// package names.
//
// The package imports no other of this module.
package fold

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the words of s as they are compared, with single spaces between them. Folding twice changes nothing,
// and composed and decomposed text (NFC, NFD) fold alike.
//
//   - Letters become lower case and lose their diacritics: NFD without nonspacing marks. Some letters have no
//     decomposition and become the Latin letters that are written for them: ł ø đ ð ħ ŧ ß ı æ œ þ are l o d d h t ss i
//     ae oe th.
//   - Й and ї are letters of their own and stay. Ё becomes е and ґ becomes г, as most people write them.
//   - Marks of scripts from U+0900 on stay, since many of them are vowels.
//   - Punctuation, symbols and spaces end a word.
//   - An apostrophe inside a word is dropped: "O'Brien" is "obrien" and "Yermak's" is "yermaks". So are the full stops
//     of initials: "U.S." is "us".
//   - Every character of a script without spaces (Chinese, kana, Thai, Lao, Khmer, Burmese) is a word, so that names
//     are found inside running text.
func Fold(s string) string {
	folded := Append(make([]byte, 0, len(s)), s, nil)
	if string(folded) == s {
		return s
	}
	return string(folded)
}

// Value returns what two spellings of a value have in common: text folded, or without blanks around it if it has
// neither letters nor digits, such as "€".
func Value(text string) string {
	if folded := Fold(text); folded != "" {
		return folded
	}
	return strings.TrimSpace(text)
}

// What foldRune returns for runes that are not letters or digits.
const (
	separator = ""     // ends a word
	ignored   = "\x00" // is left out
	mark      = "\x01" // belongs to the letter before it
	quote     = "\x02" // an apostrophe: ignored before a letter, else a separator
)

// asciiFold has what each byte folds to: a letter, a digit or, for a separator, a space. It is 0 for bytes that
// depend on their neighbours, which are ' and . and all that are not ASCII.
var asciiFold = func() (table [256]byte) {
	for c := range table {
		switch b := byte(c); {
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
			table[c] = b
		case 'A' <= b && b <= 'Z':
			table[c] = b + 'a' - 'A'
		case b != '\'' && b != '.' && b < utf8.RuneSelf:
			table[c] = ' '
		}
	}
	return table
}()

// foldTable returns foldRune of every rune below U+0600: Latin, Greek, Cyrillic, Armenian and Hebrew.
var foldTable = sync.OnceValue(func() *[0x600]string {
	var table [0x600]string
	for r := range table {
		table[r] = foldRune(rune(r))
	}
	return &table
})

// foldByHand has letters that Unicode does not decompose, and letters that it decomposes but that stay. Those of
// Malayalam are also written as a letter, a virama and a joiner.
var foldByHand = map[rune]string{
	'ł': "l", 'ø': "o", 'đ': "d", 'ð': "d", 'ħ': "h", 'ŧ': "t", 'ß': "ss", 'ı': "i", 'æ': "ae", 'œ': "oe", 'þ': "th",
	'ς': "σ", 'й': "й", 'ї': "ї", 'ґ': "г",
	'ൺ': "ണ്", 'ൻ': "ന്", 'ർ': "ര്", 'ൽ': "ല്", 'ൾ': "ള്", 'ൿ': "ക്",
	'\'': quote, '’': quote, '‘': quote, 'ʼ': quote, 'ʻ': quote, 'ʹ': quote, '＇': quote,
}

// Append appends s, folded, to dst and returns the longer slice. If at is not nil, it also appends to *at, for
// every byte that it adds to dst, the byte offset in s of the rune that the byte comes from.
func Append(dst []byte, s string, at *[]int) []byte {
	f := wordWriter{dst: dst, start: len(dst), at: at, table: foldTable()}
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			if i = f.plain(s, i); i == len(s) {
				break
			}
		}
		if i = f.pairs(s, i); i == len(s) {
			break
		} else if s[i] < utf8.RuneSelf && asciiFold[s[i]] != 0 {
			continue
		}
		before := len(f.dst)
		size := f.rune(s, i)
		for ; at != nil && before < len(f.dst); before++ {
			*at = append(*at, i)
		}
		i += size
	}
	if !f.inWord && len(f.dst) > f.start {
		f.dst = f.dst[:len(f.dst)-1]
		if at != nil {
			*at = (*at)[:len(*at)-1]
		}
	}
	return f.dst
}

// A wordWriter writes folded words. It writes a space after a word as soon as the word has ended.
type wordWriter struct {
	dst    []byte
	start  int    // the offset in dst of its own words
	inWord bool   // whether dst ends in a word that may go on
	at     *[]int // as in Append
	table  *[0x600]string
}

// plain folds s from i on as far as asciiFold suffices, and returns the offset of the rest. It does not branch on
// what it reads, since a processor cannot foresee where words end.
func (f *wordWriter) plain(s string, i int) int {
	from := i
	f.dst = slices.Grow(f.dst, len(s)-i)
	buf, n, inWord := f.dst[:cap(f.dst)], len(f.dst), 0
	if f.inWord {
		inWord = 1
	}
	for ; i < len(s); i++ {
		b := asciiFold[s[i]]
		if b == 0 {
			break
		}
		word := int(b>>4|b>>6) & 1 // 1 for letters and digits, 0 for a space
		buf[n] = b
		n += word | inWord
		inWord = word
	}
	if f.at != nil {
		f.trace(s[from:i], from)
	}
	f.dst, f.inWord = buf[:n], inWord == 1
	return i
}

// trace appends the offsets for what plain makes of s, which is at an offset in the whole text.
func (f *wordWriter) trace(s string, offset int) {
	inWord := f.inWord
	for i := range len(s) {
		word := asciiFold[s[i]] != ' '
		if word || inWord {
			*f.at = append(*f.at, offset+i)
		}
		inWord = word
	}
}

// pairs folds the letters of two bytes from i on that foldTable has, and returns the offset of the rest.
func (f *wordWriter) pairs(s string, i int) int {
	for i+1 < len(s) && s[i]&0xE0 == 0xC0 && s[i+1]&0xC0 == 0x80 {
		r := int(s[i]&0x1F)<<6 | int(s[i+1]&0x3F)
		if r < utf8.RuneSelf || r >= len(f.table) {
			break
		}
		folded := f.table[r]
		if folded == separator || folded[0] <= quote[0] {
			break
		}
		if len(folded) == 2 {
			f.dst = append(f.dst, folded[0], folded[1])
		} else {
			f.dst = append(f.dst, folded...)
		}
		if f.at != nil {
			for range len(folded) {
				*f.at = append(*f.at, i)
			}
		}
		f.inWord = true
		i += 2
	}
	return i
}

// rune folds the rune at s[i] and returns its size.
func (f *wordWriter) rune(s string, i int) int {
	r, size := utf8.DecodeRuneInString(s[i:])
	var folded string
	if int(r) < len(f.table) {
		folded = f.table[r]
	} else {
		folded = foldRune(r)
	}
	switch folded {
	case ignored:
	case mark:
		f.recompose(r)
	case quote:
		if !startsWord(s[i+size:]) {
			f.end()
		}
	case separator:
		if r != '.' || !joinsInitials(s, i) {
			f.end()
		}
	default:
		first, _ := utf8.DecodeRuneInString(folded)
		alone := isIdeograph(first)
		if alone {
			f.end()
		}
		f.dst = append(f.dst, folded...)
		f.inWord = true
		if alone {
			f.end()
		}
	}
	return size
}

// end ends the word.
func (f *wordWriter) end() {
	if f.inWord {
		f.dst = append(f.dst, ' ')
		f.inWord = false
	}
}

// recompose replaces the last letter if it makes another letter together with the mark, as и and a breve make й. So
// composed and decomposed text fold alike.
func (f *wordWriter) recompose(mark rune) {
	end := len(f.dst)
	if !f.inWord && end > f.start {
		end-- // the space after an ideograph
	}
	last, size := utf8.DecodeLastRune(f.dst[f.start:end])
	if !f.inWord && !isIdeograph(last) {
		return
	}
	both := []rune(norm.NFC.String(string([]rune{last, mark})))
	if len(both) == 1 {
		tail := string(f.dst[end:])
		f.dst = append(append(f.dst[:end-size], foldRune(both[0])...), tail...)
	}
}

// foldRune returns the letters or digits that r folds to, or separator, ignored, mark or quote.
func foldRune(r rune) string {
	r = unicode.ToLower(r)
	if folded, ok := foldByHand[r]; ok {
		return folded
	}
	switch {
	case unicode.Is(unicode.Mn, r) && (r < 0x900 || unicode.Is(unicode.Inherited, r)):
		return mark
	case unicode.Is(unicode.Cf, r):
		return ignored
	case unicode.Is(unicode.M, r):
		return string(r)
	case !unicode.IsLetter(r) && !unicode.IsNumber(r):
		return separator
	case 0xAC00 <= r && r <= 0xD7A3 || isIdeograph(r): // Hangul syllables and kana, which NFD takes apart
		return string(r)
	case 0xFB00 <= r && r <= 0xFB4F, 0xFF00 <= r && r <= 0xFFEF: // ligatures, full-width forms
		return stripMarks(norm.NFKD.String(string(r)))
	}
	return stripMarks(norm.NFD.String(string(r)))
}

// stripMarks returns a decomposed letter without its nonspacing marks, in lower case and folded by hand.
func stripMarks(s string) string {
	var letters []byte
	for _, r := range s {
		if folded, ok := foldByHand[r]; ok {
			letters = append(letters, folded...)
		} else if !unicode.Is(unicode.Mn, r) {
			letters = utf8.AppendRune(letters, unicode.ToLower(r))
		}
	}
	return string(letters)
}

// isIdeograph reports whether r belongs to a script that is written without spaces.
func isIdeograph(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r <= 0x0EFF, // Thai, Lao
		0x1000 <= r && r <= 0x109F,                                                         // Burmese
		0x1780 <= r && r <= 0x17FF,                                                         // Khmer
		0x3005 <= r && r <= 0x3007, 0x3040 <= r && r <= 0x30FF, 0x31F0 <= r && r <= 0x31FF, // kana
		0x3400 <= r && r <= 0x4DBF, 0x4E00 <= r && r <= 0x9FFF, 0xF900 <= r && r <= 0xFAFF,
		0x20000 <= r && r <= 0x3FFFF:
		return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
	}
	return false
}

// startsWord reports whether s begins with a letter or digit.
func startsWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// joinsInitials reports whether the full stop at s[i] is between single letters, as in U.S. or J.D.
func joinsInitials(s string, i int) bool {
	next, size := utf8.DecodeRuneInString(s[i+1:])
	if !unicode.IsLetter(next) || startsWord(strings.TrimLeftFunc(s[i+1+size:], unicode.IsMark)) {
		return false
	}
	head := strings.TrimRightFunc(s[:i], unicode.IsMark)
	last, size := utf8.DecodeLastRuneInString(head)
	before, _ := utf8.DecodeLastRuneInString(head[:len(head)-size])
	return unicode.IsLetter(last) && !unicode.In(before, unicode.L, unicode.N, unicode.M)
}
