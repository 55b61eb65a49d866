package names

import (
	"strings"
	"unicode"

	"dateline/timeline/fold"
)

// SplitBracket splits a name that ends in brackets: "Rubio (US Secretary of State)" is "Rubio" outside and "US
// Secretary of State" inside. It is ok if both have letters or digits.
func SplitBracket(name string) (outside, inside string, ok bool) {
	name = strings.TrimSpace(name)
	if !strings.HasSuffix(name, ")") {
		return "", "", false
	}
	open := strings.LastIndexByte(name, '(')
	if open < 0 {
		return "", "", false
	}
	outside, inside = strings.TrimSpace(name[:open]), strings.TrimSpace(name[open+1:len(name)-1])
	return outside, inside, fold.Fold(outside) != "" && fold.Fold(inside) != ""
}

// ShortForm returns the short and the long form of a name that has both: "Securities and Exchange Commission (SEC)"
// or "SEC (Securities and Exchange Commission)". It is ok if what is inside the brackets abbreviates what is
// outside, or the reverse.
func ShortForm(name string) (short, long string, ok bool) {
	outside, inside, ok := SplitBracket(name)
	switch {
	case !ok:
	case abbreviates(inside, outside):
		return inside, outside, true
	case abbreviates(outside, inside):
		return outside, inside, true
	}
	return "", "", false
}

// SmallWord reports whether a folded word, such as "of" or "the", may be left out of an abbreviation.
func SmallWord(word string) bool { return smallWords[word] }

var smallWords = map[string]bool{
	"of": true, "the": true, "and": true, "for": true, "on": true, "in": true, "to": true, "a": true, "de": true,
	"la": true, "du": true, "des": true, "et": true, "und": true, "der": true,
}

// maxShort is the greatest length of a folded short form in bytes. It must be below 32, the bits of madeOf.
const maxShort = 24

// abbreviates reports whether short is made of the beginnings of words of long, in their order and with the last
// one: SEC, DoD, NABU, CENTCOM. It must be one word with two capital letters, since brackets after a person's name
// often have a state or a party.
func abbreviates(short, long string) bool {
	capitals := 0
	for _, r := range short {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	words := strings.Fields(fold.Fold(long))
	letters := strings.ReplaceAll(fold.Fold(short), " ", "")
	return capitals >= 2 && !strings.ContainsAny(short, " \t") && len(letters) <= maxShort && len(words) >= 2 &&
		(madeOf(letters, words) || madeOf(withoutNumbers(letters), words))
}

// withoutNumbers returns letters without the digits among them, which stand for small words: L4GG is Lawyers for Good
// Government. A number at the end tells one of several, as in COP26.
func withoutNumbers(letters string) string {
	if strings.TrimRight(letters, "0123456789") != letters {
		return letters
	}
	return strings.NewReplacer("4", "", "2", "").Replace(letters)
}

// madeOf reports whether letters are the beginnings of words, one after the other, with the last word that is not
// small. It reads the words once. Bit n of used says that the first n letters can be made of the words so far.
func madeOf(letters string, words []string) bool {
	last := len(words) - 1
	for last > 0 && SmallWord(words[last]) {
		last--
	}
	used := uint32(1)
	for i, word := range words {
		next := used
		if i == last {
			next = 0
		}
		for from := range len(letters) {
			if used>>from&1 == 0 {
				continue
			}
			for n := 1; n <= len(word) && from+n <= len(letters) && letters[from+n-1] == word[n-1]; n++ {
				next |= 1 << (from + n)
			}
		}
		used = next
	}
	return used>>len(letters)&1 == 1
}
