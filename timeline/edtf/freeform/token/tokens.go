// Package token cuts a date as people write it into words, numbers and signs, and knows what they mean.
//
//	var list [token.Max]token.Token
//	n, ok := token.Cut("8th of Sept. 2025", list[:]) // 8, filler, month 9, a full stop, 2025
//
// A text with a word that no date has is refused as a whole, which is how most texts are told from dates. Digits of
// other scripts and widths, and signs that look like ASCII, count as what they look like; brackets, quotation marks and
// what cannot be seen count as nothing. In which order words make a date is the matter of package freeform.
//
// Months are known in English and in ten other languages of Europe, whose names github.com/go-playground/locales has
// from CLDR.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Token is a word, a number or a sign.
type Token struct {
	Kind   Kind
	Value  int  // of a number, or what a word means
	Digits int  // of a number, how many it has
	Blank  bool // whether a blank is before it
	Suffix byte // of a number: 's' for 1850s, 'o' for 8th, '\'' for ’68, ',' for 10,000
}

// AfterYear is the suffix of a hyphen that is written as 年.
const AfterYear = 'Y'

// A Kind is what a token is.
type Kind uint8

const (
	NoKind Kind = iota // the zero Token
	Number
	Sign      // its value is an ASCII sign
	Dash      // a sign that is longer than a hyphen
	Dots      // two or three of them, or an arrow
	Filler    // a word that says nothing
	Month     // 1 to 12
	Weekday   // 0 is Sunday
	Season    // its code in EDTF
	Era       // before Christ, or not
	Approx    // circa
	Doubt     // perhaps
	Part      // early, late
	PartOf    // the end, which needs an "of"
	Centuries // their word
	Millennia
	Quarter
	Half
	Meridiem // 0 or 12 hours are added
	Zone     // minutes east of UTC, or NoOffset
	To
	Since
	Until
	Before
	After
	By
	Between
	And
	Or
	Present // the end that is open
	Onwards
	Not     // "no later than"
	Unknown // an end that nobody knows
	YearWord
	LetterT  // before a time
	LetterW  // before a week
	YearSign // 年, 月 or 日
)

// Max is the number of tokens that a date may have.
const Max = 28

const (
	maxWord   = 32 // bytes
	maxDigits = 14
)

// Is reports whether a token is a sign.
func (t Token) Is(value int) bool { return t.Kind == Sign && t.Value == value }

// IsPlain reports whether a token is a number and no more.
func (t Token) IsPlain() bool { return t.Kind == Number && t.Suffix == 0 }

// IsPair reports whether a token is two digits directly after a sign.
func (t Token) IsPair() bool { return t.IsPlain() && t.Digits == 2 && !t.Blank }

// A list is tokens that are filled in.
type list struct {
	tokens []Token
	count  int
}

// Cut puts the tokens of a text into into, which has room for Max, and returns how many there are. It is not ok if one
// of them cannot be part of a date, or if there are too many.
func Cut(text string, into []Token) (n int, ok bool) {
	l := list{tokens: into}
	ok = l.cut(text)
	return l.count, ok
}

// cut reads the tokens of a text.
func (l *list) cut(text string) (ok bool) {
	blank := false
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		if l.count == Max {
			return false
		}
		switch n, digit := digitOf(r); {
		case digit:
			one := Token{Kind: Number, Value: n, Digits: 1, Blank: blank}
			at += size
			at = l.digits(&one, text, at)
			if one.Digits > maxDigits {
				return false
			}
			l.add(one)
		case isLetter(r):
			n, ok := l.word(text[at:], blank)
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
			if one == 0 || !l.sign(one, text[at:], blank) {
				continue // it says nothing, and so it hides no blank
			}
		}
		blank = false
	}
	return l.count > 0
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
func (l *list) digits(one *Token, text string, at int) int {
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		n, digit := digitOf(r)
		if !digit {
			break
		}
		if one.Digits++; one.Digits > maxDigits {
			return at
		}
		one.Value = 10*one.Value + n
		at += size
	}
	if last := l.count - 1; last >= 1 && one.Digits == 3 && !one.Blank && !l.tokens[last].Blank &&
		l.tokens[last].Kind == Sign && l.tokens[last].Value == ',' && l.tokens[last-1].Kind == Number &&
		l.tokens[last-1].Digits <= 3 && l.tokens[last-1].Suffix|',' == ',' {
		before := l.tokens[last-1]
		one.Value += before.Value * 1000
		one.Digits += before.Digits
		one.Blank, one.Suffix = before.Blank, ','
		l.count -= 2
		return at
	}
	rest := text[at:]
	for _, s := range suffixes {
		if after, ok := cutFold(rest, s.text); ok && !startsWithLetter(after) {
			one.Suffix = s.means
			return len(text) - len(after)
		}
	}
	if last := l.count - 1; last >= 0 && !one.Blank && one.Digits == 2 && l.tokens[last].Kind == Sign &&
		l.tokens[last].Value == '\'' {
		one.Blank, one.Suffix = l.tokens[last].Blank, '\''
		l.count--
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

func (l *list) add(one Token) {
	l.tokens[l.count] = one
	l.count++
}

// word reads a word, of which the letters may have full stops between them, as in "B.C.". It returns its length.
func (l *list) word(text string, blank bool) (n int, ok bool) {
	var buffer [maxWord]byte
	word := buffer[:0]
	for n < len(text) {
		r, size := utf8.DecodeRuneInString(text[n:])
		if r == '.' && n == 2*len(word)-1 && isInitial(text[n+1:]) {
			n++
			continue
		}
		if n > 0 && unicode.Is(unicode.Mn, r) { // an accent that is a sign of its own
			n += size
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
	one.Blank = blank
	if one.Kind == YearSign {
		rest := strings.TrimLeft(text[n:], " ")
		if one.Suffix != 0 && l.count > 0 && l.tokens[l.count-1].IsPlain() { // 年代 makes a decade of a year
			l.tokens[l.count-1].Suffix = one.Suffix
			return n, true
		}
		if n = len(text) - len(rest); !startsWithDigit(rest) {
			return n, true
		}
		one = Token{Kind: Sign, Value: '-', Suffix: AfterYear}
	}
	l.add(one)
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
func (l *list) sign(r rune, rest string, blank bool) bool {
	var last *Token
	if l.count > 0 {
		last = &l.tokens[l.count-1]
	}
	joined := last != nil && !blank && last.Kind == Sign
	switch {
	case r == '–':
		l.add(Token{Kind: Dash, Value: '-', Blank: blank})
	case r == '→':
		l.add(Token{Kind: Dots, Blank: blank})
	case joined && r == '-' && last.Value == '-':
		last.Kind = Dash
	case joined && r == '>' && last.Value == '-', joined && r == '.' && last.Value == '.' && rest != "":
		last.Kind = Dots
	case last != nil && !blank && r == '.' && last.Kind == Dots, last != nil && !blank && r == '-' && last.Kind == Dash:
	case r == '>':
		l.add(Token{Kind: Sign, Value: '>', Blank: blank})
	default:
		l.add(Token{Kind: Sign, Value: int(r), Blank: blank})
	}
	return true
}
