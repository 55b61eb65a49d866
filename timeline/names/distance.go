package names

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline/sanitize"
)

// DidYouMean is the end of a message that offers names, "" where there are none.
func DidYouMean(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; did you mean " + sanitize.Line(strings.Join(names, ", ")) + "?"
}

// Nearest finds those of known that word may have been meant for, best first, at most n: the distance in edits counts,
// of the whole or of one word of it, and must be small beside the length.
func Nearest(word string, known []string, n int) []string {
	type candidate struct {
		name     string
		distance int
	}
	folded := []rune(Key(word))
	if len(folded) == 0 {
		return nil
	}
	limit := 1 + len(folded)/4
	var found []candidate
	for _, name := range known {
		key := Key(name)
		distance := 2 * Distance(folded, []rune(key), limit)
		for _, part := range strings.Fields(key) { // a word alone is a worse match than the whole
			distance = min(distance, 2*Distance(folded, []rune(part), limit)+1)
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

// Distance counts the insertions, deletions, replacements and swaps of neighbours (optimal string alignment) that
// lead from a to b; limit+1 where there are more than limit.
func Distance(a, b []rune, limit int) int {
	distance, _ := CountEdits(a, b, limit)
	return distance
}

// PrefixDistance is the least Distance from a to a beginning of b.
func PrefixDistance(a, b []rune, limit int) int {
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

// Suggestion asks whether something known was meant.
func Suggestion(known string) string { return "did you mean `" + known + "`?" }
