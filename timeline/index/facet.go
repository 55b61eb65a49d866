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
	values []string    // as the record first spells them, which is how a query asks for them
	posts  intset.Rows // value -> events
}

// facet returns the facet of key. It is empty where the record has none, so that a query for it selects nothing.
func (x *Index) facet(key query.Key) *facet {
	if f := x.facets[key]; f != nil {
		return f()
	}
	if key.IsOwn() {
		if k := x.ownKey(key); k != nil {
			return &k.facet
		}
	}
	return new(facet)
}

// A facetBuilder makes a facet of texts, one event after the other.
type facetBuilder struct {
	facet    facet
	rows     *intset.RowsBuilder // event -> values
	byText   map[string]int32    // by the very spelling, which spares folding it again
	byFolded map[string]int32
}

func newFacetBuilder(events int) *facetBuilder {
	return &facetBuilder{
		rows: intset.NewRowsBuilder(events, events), byText: make(map[string]int32), byFolded: make(map[string]int32),
	}
}

// add adds a value to the event that is being entered.
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

// enter returns the number of the value that a new spelling spells.
func (b *facetBuilder) enter(text string) int32 {
	key := fold.Value(text)
	number, ok := b.byFolded[key]
	if !ok {
		number = int32(len(b.facet.values))
		b.byFolded[key] = number
		b.facet.values = append(b.facet.values, text)
		b.facet.begin()
		b.facet.spell(text)
	}
	return number
}

// join appends the events of o.
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

// done returns the facet of what has been entered. The builder must not be used after it.
func (b *facetBuilder) done() *facet {
	f, rows := b.facet, b.rows.Done()
	b.rows = nil
	f.clip()
	f.posts = rows.Invert(len(f.values))
	return &f
}

// A ValueCount is how many events have a value.
type ValueCount struct {
	Value string // as the record first spells it
	N     int
}

// ValueCounts returns how many events of s have each of the values that the record has for key, most frequent first;
// values of the same count are in order of their text. Values that no event of s has are there too. Key is type, tag,
// location, status, source or a key of the writer's own; for others there are no values.
func (x *Index) ValueCounts(key query.Key, s Selection) []ValueCount {
	f := x.facet(key)
	if len(f.values) == 0 {
		return nil
	}
	counts := make([]ValueCount, len(f.values))
	for i, n := range countPosts(&f.posts, nil, s.bits) {
		counts[i] = ValueCount{f.values[i], n}
	}
	slices.SortStableFunc(counts, func(a, b ValueCount) int {
		return cmp.Or(cmp.Compare(b.N, a.N), strings.Compare(a.Value, b.Value))
	})
	return counts
}
