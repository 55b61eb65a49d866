package token

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Plain returns a text with the signs of EDTF in the place of those that only look like them: other hyphens, digits of
// other scripts and widths, and letters that are taken for digits. Quotation marks and brackets around it are left out,
// and so is what cannot be seen. It also returns which sign that is, in words; they are "" where text is plain already.
func Plain(text string) (plain, odd string) {
	const quotes, brackets = "“”„‟‘’‚‛«»‹›\"'`´「」『』＂", "()（）"
	bare := strings.Trim(text, quotes+brackets)
	switch {
	case strings.Trim(text, quotes) != text:
		odd = "a date stands without quotation marks"
	case bare != text:
		odd = "a date stands without brackets around it"
	}
	bare = strings.ToValidUTF8(bare, "?")
	var out strings.Builder
	digitBefore := false
	for at, r := range bare {
		next, _ := utf8.DecodeRuneInString(bare[at+utf8.RuneLen(r):])
		sign := plainSign(r)
		if n, ok := likeDigit[r]; ok && (digitBefore || unicode.IsDigit(next)) {
			sign = n
		}
		digitBefore = unicode.IsDigit(r)
		out.WriteString(sign)
		switch {
		case odd != "" || sign == string(r):
		case sign == "" || sign == " ":
			odd = fmt.Sprintf("there is an invisible sign in this date (U+%04X)", r)
		default:
			odd = fmt.Sprintf("“%c” (U+%04X) only looks like “%s”", r, r, sign)
		}
	}
	return strings.TrimSpace(out.String()), odd
}

// likeASCII are signs and what they look like.
var likeASCII = map[rune]string{
	'−': "-", '˗': "-", '⁃': "-", '⁄': "/", '∕': "/", '⧸': "/",
	'…': "..", '‥': "..", '，': ",", '、': ",", '،': ",", '∶': ":",
	'∼': "~", '˜': "~", '〜': "~", 'Х': "X", 'х': "X", 'Χ': "X", 'χ': "X", '×': "X", 'Т': "T", 'Ζ': "Z",
	'年': "-", '月': "-", '日': "",
}

// likeDigit are letters that are taken for a digit beside another.
var likeDigit = map[rune]string{
	'O': "0", 'o': "0", 'О': "0", 'о': "0", 'Ο': "0", 'ο': "0", 'l': "1", 'I': "1", 'І': "1",
}

// plainSign returns the signs of EDTF that a character looks like, which are itself for most.
func plainSign(r rune) string {
	const fullWidth = '！' - '!'
	if r >= '！' && r <= '～' {
		r -= fullWidth
	}
	sign, known := likeASCII[r]
	switch {
	case known:
		return sign
	case r < utf8.RuneSelf:
	case unicode.Is(unicode.Nd, r):
		zero := r
		for unicode.Is(unicode.Nd, zero-1) {
			zero--
		}
		return string('0' + (r-zero)%10) // digits come in tens
	case unicode.Is(unicode.Pd, r):
		return "-"
	case unicode.IsSpace(r):
		return " "
	case unicode.Is(unicode.Cf, r):
		return ""
	}
	return string(r)
}
