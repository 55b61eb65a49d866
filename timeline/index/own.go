package index

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/fold"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/ownvalue"
	"dateline/timeline/query"
)

// maxOwnKeys is how many keys of the writer's own are known, those that come first. A record with more of them has made
// keys of what are values.
const maxOwnKeys = 5000

// An OwnKey is a key of the writer's own: one that events have and the format does not know.
type OwnKey struct {
	Key     string // as the record first spells it; query.OwnKey makes of it the key that a query asks
	Events  int    // how many events have it
	Values  int    // how many different values it has, but for prose and maps
	Numeric bool   // whether its values are numbers
	Link    bool   // whether its values are addresses
}

// OwnKeys returns the keys of the writer's own, those of most events first, those of as many by name. They must not be
// changed.
func (x *Index) OwnKeys() []OwnKey { return x.own().list }

// The ownKeys of a record are made when one of them is first asked for.
type ownKeys struct {
	list   []OwnKey
	byName map[string]*ownKey // by query.KeyName
}

// An ownKey is a key of the writer's own, with the values that can be listed. What has none of these, such as prose, is
// found by its words.
type ownKey struct {
	facet
	name   string  // as the record first spells it
	events []int32 // those that have the key, in order
	prose  []int32 // those of which a value is prose or a map, in order

	numbers func() []float64         // of the values; NaN where one is no number
	dates   func() []calendar.Period // of the values; Never where one is no date
	byEvent func() *intset.Rows      // event -> values
}

// ownKey returns the key of the writer's own that a query asks, nil where no event has it.
func (x *Index) ownKey(key query.Key) *ownKey {
	own := x.own()
	if k := own.byName[query.KeyName(string(key))]; k != nil {
		return k
	}
	return own.byName[key.Name()]
}

// newOwnKeys returns the keys of the writer's own of all events of t.
func newOwnKeys(t *timeline.Timeline) *ownKeys {
	b := ownBuilder{byKey: make(map[string]*ownKeyBuilder), byName: make(map[string]*ownKeyBuilder)}
	var e timeline.Event
	for i := range t.Len() {
		t.Read(i, &e)
		for n := range e.Other {
			b.add(int32(i), &e.Other[n])
		}
	}
	own := &ownKeys{byName: make(map[string]*ownKey, len(b.byName))}
	for _, one := range b.keys {
		k := one.done(t.Len())
		own.byName[query.KeyName(k.name)] = k
		own.list = append(own.list, OwnKey{
			Key: k.name, Events: len(k.events), Values: len(k.values),
			Numeric: k.mostly(ownvalue.IsNumber), Link: k.mostly(guess.IsAddress),
		})
	}
	slices.SortFunc(own.list, func(a, b OwnKey) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), strings.Compare(a.Key, b.Key))
	})
	return own
}

// An ownBuilder gathers the keys of the writer's own, one event after the other.
type ownBuilder struct {
	keys   []*ownKeyBuilder
	byKey  map[string]*ownKeyBuilder // by the very spelling
	byName map[string]*ownKeyBuilder // by query.KeyName
	items  []string
}

// add adds a field of event i.
func (b *ownBuilder) add(i int32, f *timeline.Field) {
	if f.Value == "" || f.Value == "[]" || f.Value == "{}" {
		return
	}
	k := b.byKey[f.Key]
	if k == nil {
		name := query.KeyName(f.Key)
		if name == "" {
			return
		}
		if k = b.byName[name]; k == nil && len(b.keys) == maxOwnKeys {
			return
		}
		if k == nil {
			k = &ownKeyBuilder{name: f.Key, byText: make(map[string]int32)}
			b.byName[name] = k
			b.keys = append(b.keys, k)
		}
		b.byKey[f.Key] = k
	}
	k.events = appendNew(k.events, i)
	values, listed := ownvalue.Append(b.items[:0], f.Value)
	b.items = values
	if !listed {
		k.prose = appendNew(k.prose, i)
		return
	}
	for _, v := range values {
		k.add(i, v)
	}
}

// appendNew appends i to a list in order, unless it is its last.
func appendNew(list []int32, i int32) []int32 {
	if n := len(list); n > 0 && list[n-1] == i {
		return list
	}
	return append(list, i)
}

// An ownKeyBuilder gathers the values of one key.
type ownKeyBuilder struct {
	name          string
	events, prose []int32
	values        []string
	last          []int32          // value -> the event that had it last, counted from 1
	byText        map[string]int32 // by the very spelling, and by what spellings have in common
	numbers, of   []int32          // each value that an event has, and the event beside it
}

// add adds a value of event i.
func (b *ownKeyBuilder) add(i int32, text string) {
	number, ok := b.byText[text]
	if !ok {
		number = b.enter(text)
	}
	if b.last[number] != i+1 {
		b.last[number] = i + 1
		b.numbers, b.of = append(b.numbers, number), append(b.of, i)
	}
}

// enter returns the number of the value that a new spelling spells. Only words have several: of numbers, what folding
// drops can be a sign.
func (b *ownKeyBuilder) enter(text string) int32 {
	same := text
	if r, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(r) && !guess.IsAddress(text) {
		same = fold.Value(text)
	}
	number, ok := b.byText[same]
	if !ok {
		number = int32(len(b.values))
		b.values, b.last = append(b.values, text), append(b.last, 0)
		b.byText[same] = number
	}
	b.byText[text] = number
	return number
}

// done returns the key of what was added, for a record of so many events.
func (b *ownKeyBuilder) done(events int) *ownKey {
	k := &ownKey{name: b.name, events: slices.Clip(b.events), prose: slices.Clip(b.prose)}
	k.values = slices.Clip(b.values)
	k.posts = intset.Group(b.numbers, b.of, len(b.values))
	for _, text := range b.values {
		k.begin()
		k.spell(text)
	}
	k.clip()
	k.numbers = sync.OnceValue(func() []float64 { return numbersOf(k.values) })
	k.dates = sync.OnceValue(func() []calendar.Period { return daysOf(k.values) })
	k.byEvent = sync.OnceValue(func() *intset.Rows {
		rows := k.posts.Invert(events)
		return &rows
	})
	return k
}

// numbersOf returns the number that each text is, NaN for one that is none.
func numbersOf(texts []string) []float64 {
	list := make([]float64, len(texts))
	for i, text := range texts {
		list[i] = ownvalue.Number(text)
	}
	return list
}

// daysOf returns the days on which each text that is a date may be, Never for any other. To learn that one is none
// takes long, so it stops where hardly any is a date.
func daysOf(texts []string) []calendar.Period {
	const tried = 1000
	list, dates := make([]calendar.Period, len(texts)), 0
	for i, text := range texts {
		list[i] = calendar.Never
		if i > tried && dates < i/20 {
			continue
		}
		if d, ok := query.DateOf(text); ok {
			list[i] = d.Period()
			dates++
		}
	}
	return list
}

// mostly reports whether a property is true of four values in five, as far as a sample tells.
func (k *ownKey) mostly(is func(string) bool) bool {
	const sample = 200
	step, seen, yes := 1+len(k.values)/sample, 0, 0
	for i := 0; i < len(k.values); i += step {
		seen++
		if is(k.values[i]) {
			yes++
		}
	}
	return seen > 0 && 5*yes >= 4*seen && len(k.prose) < len(k.events)/2+1
}

// begins returns the values that have words which begin with those of text, in the same order. A text of signs alone
// is found as it is.
func (k *ownKey) begins(text string) []int32 {
	if fold.Fold(text) != "" {
		return k.lexicon.begins(text)
	}
	var found []int32
	for i, v := range k.values {
		if strings.Contains(v, text) {
			found = append(found, int32(i))
		}
	}
	return found
}
