package timeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// splitBracket takes a name apart that ends in brackets: "Rubio (US Secretary of State)".
func splitBracket(name string) (outside, inside string, ok bool) {
	name = strings.TrimSpace(name)
	if !strings.HasSuffix(name, ")") {
		return "", "", false
	}
	open := strings.LastIndexByte(name, '(')
	if open < 0 {
		return "", "", false
	}
	outside, inside = strings.TrimSpace(name[:open]), strings.TrimSpace(name[open+1:len(name)-1])
	return outside, inside, Fold(outside) != "" && Fold(inside) != ""
}

// shortForm finds the short and the long form in "Securities and Exchange Commission (SEC)" or
// "SEC (Securities and Exchange Commission)".
func shortForm(name string) (short, long string, ok bool) {
	outside, inside, ok := splitBracket(name)
	switch {
	case !ok:
	case abbreviates(inside, outside):
		return inside, outside, true
	case abbreviates(outside, inside):
		return outside, inside, true
	}
	return "", "", false
}

// smallWords do not count in an abbreviation.
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
	words := strings.Fields(Fold(long))
	letters := strings.ReplaceAll(Fold(short), " ", "")
	return capitals >= 2 && !strings.ContainsAny(short, " \t") && len(letters) <= maxShort && len(words) >= 2 &&
		madeOf(letters, words)
}

// madeOf says whether letters are beginnings of words one behind the other, the last that counts included. It goes through
// the words once, with the set of how many letters may have been used up.
func madeOf(letters string, words []string) bool {
	last := len(words) - 1
	for last > 0 && smallWords[words[last]] {
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

// Nearest finds those of known that word may have been meant for, best first, at most n: the distance in edits counts,
// of the whole or of one word of it, and must be small beside the length.
func Nearest(word string, known []string, n int) []string {
	type candidate struct {
		name     string
		distance int
	}
	folded := []rune(nameKey(word))
	if len(folded) == 0 {
		return nil
	}
	limit := 1 + len(folded)/4
	var found []candidate
	for _, name := range known {
		key := nameKey(name)
		distance := 2 * editDistance(folded, []rune(key), limit)
		for _, part := range strings.Fields(key) { // a word alone is a worse match than the whole
			distance = min(distance, 2*editDistance(folded, []rune(part), limit)+1)
		}
		if distance <= 2*limit+1 {
			found = append(found, candidate{name, distance})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var names []string
	for _, c := range found {
		if len(names) < n && !slices.Contains(names, c.name) {
			names = append(names, c.name)
		}
	}
	return names
}

// editDistance counts the insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that
// lead from a to b; limit+1 where there are more than limit.
func editDistance(a, b []rune, limit int) int {
	distance, _ := countEdits(a, b, limit)
	return distance
}

// countEdits is editDistance, and how many pairs of letters were compared to find it.
func countEdits(a, b []rune, limit int) (distance, steps int) {
	if len(b)-len(a) > limit {
		return limit + 1, 1
	}
	row, steps := editRow(a, b, limit)
	return min(row[len(row)-1], limit+1), steps
}

// prefixDistance is the least editDistance from a to a beginning of b.
func prefixDistance(a, b []rune, limit int) int {
	b = b[:min(len(b), len(a)+limit)]
	row, _ := editRow(a, b, limit)
	return min(slices.Min(row), limit+1)
}

// editRow gives the edits that lead from a to each beginning of b, or something above limit where none takes fewer, and
// how many pairs of letters it compared. It leaves out those that stand more than limit places apart, since it takes
// more edits to bring them together.
func editRow(a, b []rune, limit int) (row []int, steps int) {
	if len(a)-len(b) > limit {
		return []int{limit + 1}, 1
	}
	rows := make([]int, 3*(len(b)+1))
	before, last, row := rows[:len(b)+1], rows[len(b)+1:2*len(b)+2], rows[2*len(b)+2:]
	for j := range last {
		last[j] = j
	}
	for i := range a {
		from, to := max(0, i-limit), min(len(b), i+limit+1)
		row[from] = i + 1
		least := row[from]
		if from > 0 {
			row[from], least = limit+1, limit+1
		}
		for j := from; j < to; j++ {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			row[j+1] = min(last[j]+cost, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if to < len(b) {
			row[to+1] = limit + 1
		}
		if steps += to - from + 1; least > limit {
			return []int{limit + 1}, steps
		}
		before, last, row = last, row, before
	}
	for j := range last {
		if j < len(a)-limit || j > len(a)+limit {
			last[j] = limit + 1
		}
	}
	return last, steps
}
