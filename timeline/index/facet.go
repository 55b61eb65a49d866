package index

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
)

// A facet is a field of events whose values can be asked for and counted.
type facet struct {
	lexicon
	values []string    // as first spelled; what a query that asks for one of them says
	posts  intset.Rows // value -> events
}

// A lexicon finds numbers by the spellings of what they stand for.
type lexicon struct {
	lines []string // of each number its spellings, folded: " word word\n word\n"
}

// lexiconLine is a spelling as a lexicon holds it.
func lexiconLine(spelling string) string { return " " + fold.Value(spelling) + "\n" }

// exact finds those with exactly this spelling.
func (l *lexicon) exact(spelling string) []int32 {
	line := lexiconLine(spelling)
	var found []int32
	for i, lines := range l.lines {
		if at := strings.Index(lines, line); at >= 0 && (at == 0 || strings.Contains(lines, "\n"+line)) {
			found = append(found, int32(i))
		}
	}
	return found
}

// begins finds those of which some spelling has words that begin like the words of text, in their order.
func (l *lexicon) begins(text string) []int32 {
	words := strings.Fields(fold.Fold(text))
	if len(words) == 0 {
		return nil
	}
	for i, word := range words {
		words[i] = " " + word
	}
	var found []int32
	for i, lines := range l.lines {
		if !strings.Contains(lines, words[0]) { // most
			continue
		}
		for line := range strings.Lines(lines) {
			if beginWords(line, words) {
				found = append(found, int32(i))
				break
			}
		}
	}
	return found
}

// beginWords says whether the line has words that begin so, one behind the other.
func beginWords(line string, words []string) bool {
	for _, word := range words {
		i := strings.Index(line, word)
		if i < 0 {
			return false
		}
		line = line[i+len(word):]
	}
	return true
}

// A facetBuilder makes a facet of texts, event by event.
type facetBuilder struct {
	facet    facet
	rows     *intset.RowsBuilder // event -> values
	byText   map[string]int32    // as spelled
	byFolded map[string]int32
}

func newFacetBuilder(events int) *facetBuilder {
	return &facetBuilder{rows: intset.NewRowsBuilder(events, events), byText: make(map[string]int32), byFolded: make(map[string]int32)}
}

// add gives the event that is being entered one more value.
func (b *facetBuilder) add(text string) {
	if text == "" {
		return
	}
	number, ok := b.byText[text]
	if !ok {
		number = b.enter(text)
		b.byText[text] = number
	}
	b.rows.Add(number)
}

// enter gives a new spelling its number.
func (b *facetBuilder) enter(text string) int32 {
	key := fold.Value(text)
	number, ok := b.byFolded[key]
	if !ok {
		number = int32(len(b.facet.values))
		b.byFolded[key] = number
		b.facet.values = append(b.facet.values, text)
		b.facet.lines = append(b.facet.lines, lexiconLine(text))
	}
	return number
}

// join adds the events of another.
func (b *facetBuilder) join(o *facetBuilder) {
	numbers := make([]int32, len(o.facet.values))
	for i, text := range o.facet.values {
		numbers[i] = b.enter(text)
	}
	for text, i := range o.byText {
		if _, ok := b.byText[text]; !ok {
			b.byText[text] = numbers[i]
		}
	}
	b.rows.Join(o.rows, numbers)
}

// done is the facet of what has been entered.
func (b *facetBuilder) done() *facet {
	f, rows := b.facet, b.rows.Done()
	f.posts = rows.Invert(len(f.values))
	return &f
}

// A Count is how many events have a value.
type Count struct {
	Value string // as the record first spells it; what a query asks for
	N     int
}

// valueCounts counts the events of s by the values that the record has for key, which is type, tag, location, status or
// source, most frequent first. Values without an event in s are not left out.
func (x *Index) valueCounts(key query.Key, s Selection) []Count {
	f := x.facets[key]
	if f == nil {
		return nil
	}
	counts := make([]Count, len(f.values))
	for i, n := range countPosts(&f.posts, nil, s.bits) {
		counts[i] = Count{f.values[i], n}
	}
	slices.SortStableFunc(counts, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Value, b.Value))
	})
	return counts
}
