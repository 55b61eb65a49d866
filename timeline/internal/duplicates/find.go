// Package duplicates finds the actors of a record that are probably one and the same, written in two ways.
//
//	for _, pair := range duplicates.Find(ctx, t, eventsOf) {
//		fmt.Println(t.Actor(pair.Actor).Name, "is probably", t.Actor(pair.Same).Name)
//	}
//
// It looks for names that differ as they do when people write them by hand: by another transliteration, a slip of a
// letter, another order of the words, an initial for a name, a title or a role beside it, or an abbreviation. Where
// there is doubt it says nothing: actors that one event lists side by side are two, actors of two kinds are two, and so
// are two that have a record each, unless their names sound the same.
//
// It changes nothing and words nothing: whoever wants a warning or a list makes it of the pairs. Spellings that are
// one but for case, diacritics or punctuation are one actor already when a timeline is built (see package timeline).
//
// duplicates may import timeline and names.
package duplicates

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/names"
)

// A Pair is an actor that is probably another one under another spelling.
type Pair struct {
	Actor timeline.ActorRef
	Same  timeline.ActorRef // the one of the two that has a record, or else more events
}

// A finder gathers the names of all actors under the keys by which the rules look for them, and the pairs found.
type finder struct {
	ctx      context.Context
	t        *timeline.Timeline
	events   [][]int32          // actor -> events that list it
	names    []fullName         // of all actors
	letters  int                // bytes of them
	whole    map[string][]int32 // words of a name -> names
	bare     map[string][]int32 // words of a name without its initials -> names that have some
	ending   map[ending][]int32 // names of several words whose first is written out
	untitled map[string][]int32 // last word of a name whose first is another and no title -> names
	initials map[string][]int32 // first letters of the words that count, at least three -> names
	sounds   map[string]string  // word -> how it sounds

	// Used again and again.
	met    []met                                   // hashes of keys
	keys   []keyedName                             // that are met again
	spoken []spoken                                // words of a name
	best   map[timeline.ActorRef]timeline.ActorRef // Pair.Actor -> Pair.Same, the likeliest of those found
	two    map[[2]timeline.ActorRef]bool           // pairs of actors -> whether one event lists both
}

// An ending is the last word of a name, and the first letter of its first word or 0 for any.
type ending struct {
	last  string
	first byte
}

// A fullName is a spelling of an actor, without a role in brackets.
type fullName struct {
	actor timeline.ActorRef
	text  string
	words []string // folded, in Latin letters
	whole string   // the words, joined
	latin bool     // whether the name was written in Latin letters
}

// Find returns the actors of t that are probably others. No actor is the Actor of two pairs. The pairs come in order of
// the events that list Actor, most first. EventsOf returns the numbers of the events that list an actor, in ascending
// order; an actor that no event lists is in no pair as Actor. When ctx ends, Find soon returns what it has found so
// far.
func Find(ctx context.Context, t *timeline.Timeline, eventsOf func(timeline.ActorRef) []int32) []Pair {
	f := finder{
		ctx: ctx, t: t, events: make([][]int32, t.Actors()), best: map[timeline.ActorRef]timeline.ActorRef{},
		whole: map[string][]int32{}, bare: map[string][]int32{}, initials: map[string][]int32{},
		ending: map[ending][]int32{}, untitled: map[string][]int32{}, two: map[[2]timeline.ActorRef]bool{},
		sounds: map[string]string{},
	}
	f.names = make([]fullName, 0, t.Actors())
	for a := range t.Actors() {
		if ctx.Err() != nil {
			return nil
		}
		f.events[a] = eventsOf(timeline.ActorRef(a))
		f.enter(timeline.ActorRef(a))
	}
	f.bySound()
	f.byLetters()
	f.bySlip()
	for _, rule := range []func(*finder, *fullName){
		(*finder).byMiddle, (*finder).byInitial, (*finder).byTitle, (*finder).byAbbreviation,
	} {
		for n := range f.each {
			rule(&f, &f.names[n])
		}
	}
	found := make([]Pair, 0, len(f.best))
	for a, same := range f.best {
		found = append(found, Pair{a, same})
	}
	slices.SortFunc(found, func(a, b Pair) int {
		return cmp.Or(
			cmp.Compare(len(f.events[b.Actor]), len(f.events[a.Actor])),
			cmp.Compare(len(f.events[b.Same]), len(f.events[a.Same])),
			cmp.Compare(a.Actor, b.Actor),
		)
	})
	return found
}

// each yields the number of each name, until the context ends.
func (f *finder) each(yield func(n int) bool) {
	for n := range f.names {
		if f.ctx.Err() != nil || !yield(n) {
			return
		}
	}
}

// maxDoubled is how many bytes a name has at most that is looked at. A longer text is hardly a name, and the ways in
// which it could be misspelled grow with the square of its length.
const maxDoubled = 200

// enter adds the names of an actor.
func (f *finder) enter(a timeline.ActorRef) {
	actor := f.t.Actor(a)
	for n := range 1 + len(actor.Aliases) {
		text := actor.Name
		if n > 0 {
			text = actor.Aliases[n-1]
		}
		if len(text) > maxDoubled {
			continue
		}
		if outside, inside, ok := names.SplitBracket(text); ok && strings.Contains(outside, " ") && !startsUpper(inside) {
			text = outside // "John Smith (driver)"
		}
		folded := names.Key(text)
		name := fullName{actor: a, text: text, words: strings.Fields(names.Latin(folded))}
		name.whole = strings.Join(name.words, " ")
		name.latin = name.whole == folded
		if len(name.words) == 0 {
			continue
		}
		f.names = append(f.names, name)
		f.letters += len(text) + 1
		f.file(&name, int32(len(f.names)-1))
	}
}

// file puts a name under each key by which it is looked for.
func (f *finder) file(name *fullName, n int32) {
	put(f, f.whole, name.whole, n)
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
	var few [16]byte
	initials := few[:0]
	for _, w := range name.words {
		if !names.SmallWord(w) {
			initials = append(initials, w[0])
		}
	}
	if len(initials) >= minAbbreviation {
		put(f, f.initials, string(initials), n)
	}
}

// put puts a name under a key, unless the key has a name of the same actor already. The names of an actor come one
// after the other.
func put[K comparable](f *finder, into map[K][]int32, key K, n int32) {
	if names := into[key]; len(names) == 0 || f.names[names[len(names)-1]].actor != f.names[n].actor {
		into[key] = append(names, n)
	}
}

// bare returns the words of a name without the initials among them.
func (name *fullName) bare() []string {
	initial := func(w string) bool { return len(w) == 1 && !hasDigit(w) }
	if !slices.ContainsFunc(name.words, initial) {
		return name.words
	}
	return slices.DeleteFunc(slices.Clone(name.words), initial)
}

// startsUpper reports whether s begins with anything but a small letter.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r)
}

// pair takes two actors for one, unless something says that they are two. Sure is true of names that sound the same,
// which are one even if both actors have a record.
func (f *finder) pair(a, b timeline.ActorRef, sure bool) {
	one, other := f.t.Actor(a), f.t.Actor(b)
	switch {
	case a == b, one.Recorded && other.Recorded && !sure,
		one.Kind != "" && other.Kind != "" && one.Kind != other.Kind:
		return
	case other.Recorded && !one.Recorded:
		a, b = b, a
	case one.Recorded == other.Recorded && len(f.events[b]) > len(f.events[a]):
		a, b = b, a
	}
	if len(f.events[b]) == 0 || f.areTwo(a, b) {
		return
	}
	if same, ok := f.best[b]; !ok || len(f.events[a]) > len(f.events[same]) {
		f.best[b] = a
	}
}

// areTwo reports whether some event lists both actors. Two actors of many spellings are asked about again and again.
func (f *finder) areTwo(a, b timeline.ActorRef) bool {
	pair := [2]timeline.ActorRef{min(a, b), max(a, b)}
	two, known := f.two[pair]
	if !known {
		two = meet(f.events[a], f.events[b])
		f.two[pair] = two
	}
	return two
}

// meet reports whether two ordered lists have a number in common.
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

// maxOnly is how many names one key may have for them to be taken for one actor.
const maxOnly = 256

// only returns the one actor that all of the names are of, where a pair counts as one actor. It returns NoActor where
// there are several, or none.
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
