package fold

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Find returns where words are found in text: the byte offsets of beginnings and ends, in order and without
// overlaps. The words must be folded. One is found where a word of text begins with it. One that ends in a space is
// a phrase of whole words, and is found where the text has these words in a row. An empty one is never found.
func Find(text string, words []string) [][2]int {
	var at []int
	folded := string(append(Append([]byte{' '}, text, &at), ' '))
	var found [][2]int
	for _, word := range words {
		if word == "" {
			continue
		}
		for from := 0; ; {
			i := strings.Index(folded[from:], " "+word)
			if i < 0 {
				break
			}
			start := from + i // in at, of the match without the space before it
			end := start + len(strings.TrimSuffix(word, " "))
			found = append(found, [2]int{at[start], runeEnd(text, at[end-1])})
			from = end
		}
	}
	return mergeRanges(found)
}

// runeEnd returns the offset of the end of the rune at text[i] and of the marks that belong to it.
func runeEnd(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	rest := text[i+size:]
	return len(text) - len(strings.TrimLeftFunc(rest, unicode.IsMark))
}

// mergeRanges sorts ranges in place and joins those that overlap.
func mergeRanges(ranges [][2]int) [][2]int {
	slices.SortFunc(ranges, func(a, b [2]int) int { return a[0] - b[0] })
	merged := ranges[:0]
	for _, r := range ranges {
		if last := len(merged) - 1; last >= 0 && r[0] < merged[last][1] {
			merged[last][1] = max(merged[last][1], r[1])
		} else {
			merged = append(merged, r)
		}
	}
	return merged
}
