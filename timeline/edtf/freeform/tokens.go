package freeform

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a word, a number or a sign.
type token struct {
	kind   kind
	value  int  // of a number, or what a word means
	digits int  // of a number, how many it has
	blank  bool // whether a blank is before it
	suffix byte // of a number: 's' for 1850s, 'o' for 8th, '\'' for ’68, ',' for 10,000
}

// afterYear is the suffix of a hyphen that is written as 年.
const afterYear = 'Y'

// A kind is what a token is.
type kind uint8

const (
	noKind kind = iota
	number
	sign      // its value is an ASCII sign
	dash      // a sign that is longer than a hyphen
	dots      // two or three of them, or an arrow
	filler    // a word that says nothing
	month     // 1 to 12
	weekday   // 0 is Sunday
	season    // its code in EDTF
	era       // before Christ, or not
	approx    // circa
	doubt     // perhaps
	part      // early, late
	partOf    // the end, which needs an "of"
	centuries // their word
	millennia
	quarter
	half
	meridiem // 0 or 12 hours are added
	zone     // minutes east of UTC, or noOffset
	to
	since
	until
	before
	after
	by
	between
	and
	or
	present // the end that is open
	onwards
	unknown // an end that nobody knows
	yearWord
	letterT  // before a time
	letterW  // before a week
	yearSign // 年, 月 or 日
)

const (
	maxTokens = 28
	maxWord   = 32 // bytes
	maxDigits = 14
)

// lex cuts a text into tokens. It is not ok if one of them cannot be part of a date.
func (p *parser) lex(text string) (ok bool) {
	blank := false
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if p.count == maxTokens {
			return false
		}
		switch n, digit := digitOf(r); {
		case digit:
			one := token{kind: number, value: n, digits: 1, blank: blank}
			at += size
			at = p.digits(&one, text, at)
			if one.digits > maxDigits {
				return false
			}
			p.add(one)
		case isLetter(r):
			n, ok := p.word(text[at:], blank)
			if !ok {
				return false
			}
			at += n
		default:
			one, ok := signOf(r)
			at += size
			if !ok {
				return false
			}
			if one == ' ' {
				blank = true
				continue
			}
			if one == 0 || !p.sign(one, text[at:], blank) {
				continue // it says nothing, and so it hides no blank
			}
		}
		blank = false
	}
	return p.count > 0
}

// digitOf returns the value of a digit of any script.
func digitOf(r rune) (n int, ok bool) {
	if r < utf8.RuneSelf {
		return int(r - '0'), r >= '0' && r <= '9'
	}
	if !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	return int(plainSign(r)[0] - '0'), true
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) && !unicode.Is(unicode.Nd, r)
}

// digits reads the rest of a number, and what belongs to it: 8th, 1850s, 10,000. It returns where that ends.
func (p *parser) digits(one *token, text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		n, digit := digitOf(r)
		if !digit {
			break
		}
		if one.digits++; one.digits > maxDigits {
			return at
		}
		one.value = 10*one.value + n
		at += size
	}
	if last := p.count - 1; last >= 1 && one.digits == 3 && !one.blank && !p.list[last].blank &&
		p.list[last].kind == sign && p.list[last].value == ',' && p.list[last-1].kind == number &&
		p.list[last-1].digits <= 3 && p.list[last-1].suffix|',' == ',' {
		before := p.list[last-1]
		one.value += before.value * 1000
		one.digits += before.digits
		one.blank, one.suffix = before.blank, ','
		p.count -= 2
		return at
	}
	rest := text[at:]
	for _, s := range suffixes {
		if after, ok := cutFold(rest, s.text); ok && !startsWithLetter(after) {
			one.suffix = s.means
			return len(text) - len(after)
		}
	}
	if last := p.count - 1; last >= 0 && !one.blank && one.digits == 2 && p.list[last].kind == sign &&
		p.list[last].value == '\'' {
		one.blank, one.suffix = p.list[last].blank, '\''
		p.count--
	}
	return at
}

// suffixes are what may follow a number directly and belongs to it.
var suffixes = []struct {
	text  string
	means byte
}{
	{"st", 'o'}, {"nd", 'o'}, {"rd", 'o'}, {"th", 'o'}, {"er", 'o'}, {"'s", 's'}, {"’s", 's'}, {"s", 's'},
}

// cutFold returns text without a beginning in lower case, in whichever case it is written there.
func cutFold(text, beginning string) (rest string, ok bool) {
	if len(text) < len(beginning) || !strings.EqualFold(text[:len(beginning)], beginning) {
		return text, false
	}
	return text[len(beginning):], true
}

func startsWithLetter(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func (p *parser) add(one token) {
	p.list[p.count] = one
	p.count++
}

// word reads a word, of which the letters may have full stops between them, as in "B.C.". It returns its length.
func (p *parser) word(text string, blank bool) (n int, ok bool) {
	var buffer [maxWord]byte
	word := buffer[:0]
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r == '.' && n == 2*len(word)-1 && isInitial(text[n+1:]) {
			n++
			continue
		}
		if !isLetter(r) {
			break
		}
		if r = unicode.ToLower(r); len(word)+utf8.UTFMax > maxWord {
			return 0, false
		}
		word = utf8.AppendRune(word, r)
		n += size
	}
	one, ok := meaningOf(word)
	if !ok {
		return 0, false
	}
	one.blank = blank
	if one.kind == yearSign {
		rest := strings.TrimLeft(text[n:], " ")
		if n = len(text) - len(rest); !startsWithDigit(rest) {
			return n, true
		}
		one = token{kind: sign, value: '-', suffix: afterYear}
	}
	p.add(one)
	return n, true
}

// isInitial reports whether a text begins with a letter that stands alone.
func isInitial(text string) bool {
	return text != "" && isLetter(rune(text[0])) && (len(text) == 1 || !isLetter(rune(text[1])))
}

func startsWithDigit(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	_, ok := digitOf(r)
	return ok
}

// signOf returns the ASCII sign that a character stands for: '–' for all dashes, '.' twice for an ellipsis. It is 0 for
// what cannot be seen and for brackets, and not ok for what no date has.
func signOf(r rune) (one rune, ok bool) {
	switch r {
	case '–', '—', '―', '‒':
		return '–', true
	case '→', '⟶', '➔', '…', '‥':
		return '→', true
	case '’', '‘', '´', '`', '\'':
		return '\'', true
	case '(', ')', '[', ']', '{', '}', '（', '）', '"', '“', '”':
		return 0, true
	case '≈', '∼':
		return '~', true
	}
	text := plainSign(r)
	if text == "" {
		return 0, true
	}
	one, _ = utf8.DecodeRuneInString(text)
	if one == '\t' || one == '\n' || one == '\r' {
		one = ' '
	}
	return one, strings.ContainsRune(" -./,:;~?+&@|\\_>", one)
}

// sign adds a sign, or joins it to the one before. It reports whether there is anything to add.
func (p *parser) sign(r rune, rest string, blank bool) bool {
	var last *token
	if p.count > 0 {
		last = &p.list[p.count-1]
	}
	joined := last != nil && !blank && last.kind == sign
	switch {
	case r == '–':
		p.add(token{kind: dash, value: '-', blank: blank})
	case r == '→':
		p.add(token{kind: dots, blank: blank})
	case joined && r == '-' && last.value == '-':
		last.kind = dash
	case joined && r == '>' && last.value == '-', joined && r == '.' && last.value == '.' && rest != "":
		last.kind = dots
	case last != nil && !blank && r == '.' && last.kind == dots, last != nil && !blank && r == '-' && last.kind == dash:
	case r == '>':
		p.add(token{kind: sign, value: '>', blank: blank})
	default:
		p.add(token{kind: sign, value: int(r), blank: blank})
	}
	return true
}
