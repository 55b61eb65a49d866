package names

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline/sanitize"
)

// DidYouMean returns the end of a message that offers names, safe to show: "; did you mean a, b?". Without names it
// is "".
func DidYouMean(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; did you mean " + sanitize.Line(strings.Join(names, ", ")) + "?"
}

// Nearest returns those of known that word may be a misspelling of: at most n of them, the best first and each
// once. A known name counts if word is at most one edit away from all of it or from one of its words, or one more
// for every four letters of word. Both are compared by their Key.
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
		for _, part := range strings.Fields(key) { // one word is a worse match than the whole
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

// Distance returns the least number of edits that make b of a, or limit+1 if it is above limit. An edit inserts,
// deletes or replaces a letter, or swaps two neighbours; no letter is edited twice (optimal string alignment).
func Distance(a, b []rune, limit int) int {
	distance, _ := new(Edits).Count(a, b, limit)
	return distance
}

// Edits finds distances one after the other without garbage. Its zero value is ready.
type Edits struct{ rows []int }

// Count returns the Distance of two texts, and the number of pairs of letters that were compared to find it.
func (e *Edits) Count(a, b []rune, limit int) (distance, steps int) {
	if len(b)-len(a) > limit {
		return limit + 1, 1
	}
	row, steps := e.row(a, b, limit)
	return min(row[len(row)-1], limit+1), steps
}

// PrefixDistance returns the least Distance from a to a beginning of b, or limit+1 if it is above limit.
func PrefixDistance(a, b []rune, limit int) int {
	b = b[:min(len(b), len(a)+limit)]
	row, _ := new(Edits).row(a, b, limit)
	return min(slices.Min(row), limit+1)
}

// row returns the number of edits from a to each beginning of b, the empty one first, and the number of pairs
// of letters that it compared. A number above limit may be any number above limit. If all are, the row may have one
// element. Letters whose places differ by more than limit are not compared, since bringing them together takes more
// edits than that.
func (e *Edits) row(a, b []rune, limit int) (row []int, steps int) {
	if len(a)-len(b) > limit {
		return []int{limit + 1}, 1
	}
	e.rows = slices.Grow(e.rows[:0], 3*(len(b)+1))
	rows := e.rows[:3*(len(b)+1)]
	clear(rows)
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

// Suggestion returns the hint of a problem that offers one known word: "did you mean `known`?".
func Suggestion(known string) string { return "did you mean `" + known + "`?" }
