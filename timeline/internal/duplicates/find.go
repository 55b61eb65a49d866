package duplicates

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/names"
)

// A Pair is an actor that is probably another one under another spelling.
type Pair struct {
	Actor, Same timeline.ActorRef // Same is the one with a record, else the one with more events
}

// A finder looks for doubles: names that differ as they do when people write them by hand, by another
// transliteration, a slip of a letter, another order of the words, an initial for a name, a title or a role beside it, or
// an abbreviation. Where there is doubt it says nothing: actors whom one event lists side by side are two, actors of two
// kinds are two, and so are two that have a record each, unless their names sound the same.
type finder struct {
	t        *timeline.Timeline
	posts    [][]int32                               // actor -> events that list it
	names    []fullName                              // of all actors
	whole    map[string][]int32                      // words of a name -> names
	bare     map[string][]int32                      // words of a name less the initials among them -> names that have some
	ending   map[ending][]int32                      // names of several words whose first is written out
	untitled map[string][]int32                      // last word of a name of several of which the first is no title -> names
	initials map[string][]int32                      // first letters of the words that count, where they are three or more -> names
	best     map[timeline.ActorRef]timeline.ActorRef // double -> the likeliest of those found
	two      map[[2]timeline.ActorRef]bool           // pairs of actors -> whether one event lists both
}

// An ending is the last word of a name, and the first letter of its first word or 0 for any.
type ending struct {
	last  string
	first byte
}

// A fullName is a spelling of an actor, less a role in brackets.
type fullName struct {
	actor timeline.ActorRef
	text  string
	words []string // folded, in Latin letters
	latin bool     // whether they were written so
}

// Find finds the actors that are probably others, those that most events would join first. EventsOf has for each
// actor the events that list it, in order.
func Find(t *timeline.Timeline, eventsOf func(timeline.ActorRef) []int32) []Pair {
	f := finder{
		t: t, posts: make([][]int32, t.Actors()), best: map[timeline.ActorRef]timeline.ActorRef{},
		whole: map[string][]int32{}, bare: map[string][]int32{}, initials: map[string][]int32{},
		ending: map[ending][]int32{}, untitled: map[string][]int32{}, two: map[[2]timeline.ActorRef]bool{},
	}
	for a := range t.Actors() {
		f.posts[a] = eventsOf(timeline.ActorRef(a))
		f.enter(timeline.ActorRef(a))
	}
	f.bySound()
	f.byLetters()
	f.bySlip()
	for _, rule := range []func(*finder, *fullName){(*finder).byMiddle, (*finder).byInitial, (*finder).byTitle, (*finder).byAbbreviation} {
		for n := range f.names {
			rule(&f, &f.names[n])
		}
	}
	found := make([]Pair, 0, len(f.best))
	for a, same := range f.best {
		found = append(found, Pair{a, same})
	}
	slices.SortFunc(found, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(len(f.posts[b.Actor]), len(f.posts[a.Actor])), cmp.Compare(len(f.posts[b.Same]), len(f.posts[a.Same])),
			cmp.Compare(a.Actor, b.Actor))
	})
	return found
}

// maxDoubled is how many bytes a name may have that is looked at. What is longer is none, and the ways in which it could
// be misspelled grow with the square of its length.
const maxDoubled = 200

// enter takes the names of an actor.
func (f *finder) enter(a timeline.ActorRef) {
	actor := f.t.Actor(a)
	for _, text := range append([]string{actor.Name}, actor.Aliases...) {
		if len(text) > maxDoubled {
			continue
		}
		if outside, inside, ok := names.SplitBracket(text); ok && strings.Contains(outside, " ") && !startsUpper(inside) {
			text = outside // "John Smith (driver)"
		}
		folded := names.Key(text)
		name := fullName{actor: a, text: text, words: strings.Fields(names.Latin(folded))}
		name.latin = strings.Join(name.words, " ") == folded
		if len(name.words) == 0 {
			continue
		}
		f.names = append(f.names, name)
		f.file(&name, int32(len(f.names)-1))
	}
}

// file puts a name where it is looked for.
func (f *finder) file(name *fullName, n int32) {
	put(f, f.whole, strings.Join(name.words, " "), n)
	if first, last := name.words[0], name.words[len(name.words)-1]; len(name.words) > 1 {
		if len(first) > 1 {
			put(f, f.ending, ending{last, first[0]}, n)
			put(f, f.ending, ending{last, 0}, n)
		}
		if !honorifics[first] {
			put(f, f.untitled, last, n)
		}
	}
	if bare := name.bare(); len(bare) < len(name.words) {
		put(f, f.bare, strings.Join(bare, " "), n)
	}
	initials := ""
	for _, w := range name.words {
		if !names.SmallWord(w) {
			initials += w[:1]
		}
	}
	if len(initials) >= minAbbreviation {
		put(f, f.initials, initials, n)
	}
}

// put puts a name under a key, unless one of the same actor, whose names come one after the other, is there already.
func put[K comparable](f *finder, into map[K][]int32, key K, n int32) {
	if names := into[key]; len(names) == 0 || f.names[names[len(names)-1]].actor != f.names[n].actor {
		into[key] = append(names, n)
	}
}

// bare are the words of a name without the initials among them.
func (name *fullName) bare() []string {
	return slices.DeleteFunc(slices.Clone(name.words), func(w string) bool { return len(w) == 1 && !hasDigit(w) })
}

// startsUpper says whether s begins with anything but a small letter.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r)
}

// pair takes two actors for one, unless something says that they are two. sure is for names that sound the same.
func (f *finder) pair(a, b timeline.ActorRef, sure bool) {
	one, other := f.t.Actor(a), f.t.Actor(b)
	switch {
	case a == b, one.Recorded && other.Recorded && !sure, one.Kind != "" && other.Kind != "" && one.Kind != other.Kind:
		return
	case other.Recorded && !one.Recorded:
		a, b = b, a
	case one.Recorded == other.Recorded && len(f.posts[b]) > len(f.posts[a]):
		a, b = b, a
	}
	if len(f.posts[b]) == 0 || f.areTwo(a, b) {
		return
	}
	if same, ok := f.best[b]; !ok || len(f.posts[a]) > len(f.posts[same]) {
		f.best[b] = a
	}
}

// areTwo reports whether some event lists both actors. Two actors of many spellings are asked about again and again.
func (f *finder) areTwo(a, b timeline.ActorRef) bool {
	pair := [2]timeline.ActorRef{min(a, b), max(a, b)}
	two, known := f.two[pair]
	if !known {
		two = meet(f.posts[a], f.posts[b])
		f.two[pair] = two
	}
	return two
}

// meet says whether two ordered lists have a number in common.
func meet(a, b []int32) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, n := range a {
		if _, ok := slices.BinarySearch(b, n); ok {
			return true
		}
	}
	return false
}

// maxOnly is how many actors may have spellings of one key for them to be taken for one.
const maxOnly = 256

// only is the one actor that names stand for, doubles being one; timeline.NoActor where there are several.
func (f *finder) only(names []int32) timeline.ActorRef {
	found := timeline.NoActor
	if len(names) > maxOnly {
		return timeline.NoActor
	}
	for _, n := range names {
		a := f.names[n].actor
		if same, ok := f.best[a]; ok {
			a = same
		}
		if found != timeline.NoActor && a != found {
			return timeline.NoActor
		}
		found = a
	}
	return found
}

// A keyedName is a name under one of the keys that it shares with names like it.
type keyedName struct {
	key  string
	name int32
}

// maxAlike bounds how many names of one key are compared, for a record in which all are alike.
const maxAlike = 16

// alike pairs the names that share a key and are the same by the given rule.
func (f *finder) alike(keys []keyedName, sure bool, same func(a, b *fullName) bool) {
	slices.SortFunc(keys, func(a, b keyedName) int { return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.name, b.name)) })
	for i := range keys {
		for j := i + 1; j < min(i+maxAlike, len(keys)) && keys[j].key == keys[i].key; j++ {
			if a, b := &f.names[keys[i].name], &f.names[keys[j].name]; a.actor != b.actor && same(a, b) {
				f.pair(a.actor, b.actor, sure)
			}
		}
	}
}
