package fold

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Find gives the places in text, as byte offsets in order, at which a word begins like one of words or, for those
// that end in a space, whole words in a row are the same. Words are folded, as Query.Words gives them.
func Find(text string, words []string) [][2]int {
	if len(words) == 0 {
		return nil
	}
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
			start := from + i // of the match without its leading space, in at
			end := start + len(strings.TrimSuffix(word, " "))
			found = append(found, [2]int{at[start], runeEnd(text, at[end-1])})
			from = end
		}
	}
	return mergeRanges(found)
}

// runeEnd is where the rune at text[i] ends, with the marks that belong to it.
func runeEnd(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	rest := text[i+size:]
	return len(text) - len(strings.TrimLeftFunc(rest, unicode.IsMark))
}

// mergeRanges sorts ranges and joins those that overlap.
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
