package names

import (
	"strings"
	"unicode"

	"dateline/timeline/fold"
)

// SplitBracket takes a name apart that ends in brackets: "Rubio (US Secretary of State)".
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

// ShortForm finds the short and the long form in "Securities and Exchange Commission (SEC)" or
// "SEC (Securities and Exchange Commission)".
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

// maxShort is how many bytes a short form has at most.
const maxShort = 24

// abbreviates says whether short is made of the beginnings of words of long, in their order and including the last:
// SEC, DoD, NABU, CENTCOM. An abbreviation is one word with two capital letters at least, so that a state or a party
// behind a person's name is none.
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
		madeOf(letters, words)
}

// madeOf says whether letters are beginnings of words one behind the other, the last that counts included. It goes through
// the words once, with the set of how many letters may have been used up.
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

// CountEdits is Distance, and how many pairs of letters were compared to find it.
func CountEdits(a, b []rune, limit int) (distance, steps int) {
	if len(b)-len(a) > limit {
		return limit + 1, 1
	}
	row, steps := editRow(a, b, limit)
	return min(row[len(row)-1], limit+1), steps
}
