package timeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A double is an actor that is probably another one under another spelling.
type double struct {
	actor, same ActorRef // same is the one with a record, else the one with more events
}

// A doubleFinder looks for doubles: names that differ as they do when people write them by hand, by another
// transliteration, a slip of a letter, another order of the words, an initial for a name, a title or a role beside it, or
// an abbreviation. Where there is doubt it says nothing: actors whom one event lists side by side are two, actors of two
// kinds are two, and so are two that have a record each, unless their names sound the same.
type doubleFinder struct {
	t        *Timeline
	posts    [][]int32             // actor -> events that list it
	names    []doubleName          // of all actors
	whole    map[string][]int32    // words of a name -> names
	bare     map[string][]int32    // words of a name less the initials among them -> names that have some
	ending   map[string][]int32    // last word of a name of several -> names
	initials map[string][]int32    // first letters of the words that count, where they are three or more -> names
	best     map[ActorRef]ActorRef // double -> the likeliest of those found
}

// A doubleName is a spelling of an actor, less a role in brackets.
type doubleName struct {
	actor ActorRef
	text  string
	words []string // folded, in Latin letters
	latin bool     // whether they were written so
}

// findDoubles finds the actors that are probably others, those that most events would join first.
func findDoubles(x *Index) []double {
	t := x.t
	f := doubleFinder{
		t: t, posts: make([][]int32, t.Actors()), best: map[ActorRef]ActorRef{},
		whole: map[string][]int32{}, bare: map[string][]int32{}, ending: map[string][]int32{}, initials: map[string][]int32{},
	}
	for a := range t.actors {
		f.posts[a] = x.byListed.row(int32(a))
		f.enter(ActorRef(a))
	}
	f.bySound()
	f.byLetters()
	f.bySlip()
	for _, rule := range []func(*doubleFinder, *doubleName){(*doubleFinder).byMiddle, (*doubleFinder).byInitial, (*doubleFinder).byTitle, (*doubleFinder).byAbbreviation} {
		for n := range f.names {
			rule(&f, &f.names[n])
		}
	}
	found := make([]double, 0, len(f.best))
	for a, same := range f.best {
		found = append(found, double{a, same})
	}
	slices.SortFunc(found, func(a, b double) int {
		return cmp.Or(cmp.Compare(len(f.posts[b.actor]), len(f.posts[a.actor])), cmp.Compare(len(f.posts[b.same]), len(f.posts[a.same])),
			cmp.Compare(a.actor, b.actor))
	})
	return found
}

// maxDoubled is how many bytes a name may have that is looked at. What is longer is none, and the ways in which it could
// be misspelled grow with the square of its length.
const maxDoubled = 200

// enter takes the names of an actor.
func (f *doubleFinder) enter(a ActorRef) {
	for _, text := range append([]string{f.t.actors[a].Name}, f.t.actors[a].Aliases...) {
		if len(text) > maxDoubled {
			continue
		}
		if outside, inside, ok := splitBracket(text); ok && strings.Contains(outside, " ") && !startsUpper(inside) {
			text = outside // "John Smith (driver)"
		}
		folded := nameKey(text)
		name := doubleName{actor: a, text: text, words: strings.Fields(latin(folded))}
		name.latin = strings.Join(name.words, " ") == folded
		if len(name.words) == 0 {
			continue
		}
		f.names = append(f.names, name)
		f.file(&name, int32(len(f.names)-1))
	}
}

// file puts a name where it is looked for.
func (f *doubleFinder) file(name *doubleName, n int32) {
	put := func(into map[string][]int32, key string) { into[key] = append(into[key], n) }
	put(f.whole, strings.Join(name.words, " "))
	if len(name.words) > 1 {
		put(f.ending, name.words[len(name.words)-1])
	}
	if bare := name.bare(); len(bare) < len(name.words) {
		put(f.bare, strings.Join(bare, " "))
	}
	initials := ""
	for _, w := range name.words {
		if !smallWords[w] {
			initials += w[:1]
		}
	}
	if len(initials) >= minAbbreviation {
		put(f.initials, initials)
	}
}

// bare are the words of a name without the initials among them.
func (name *doubleName) bare() []string {
	return slices.DeleteFunc(slices.Clone(name.words), func(w string) bool { return len(w) == 1 && !hasDigit(w) })
}

// startsUpper says whether s begins with anything but a small letter.
func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return !unicode.IsLower(r)
}

// pair takes two actors for one, unless something says that they are two. sure is for names that sound the same.
func (f *doubleFinder) pair(a, b ActorRef, sure bool) {
	one, other := &f.t.actors[a], &f.t.actors[b]
	switch {
	case a == b, one.Recorded && other.Recorded && !sure, one.Kind != "" && other.Kind != "" && one.Kind != other.Kind:
		return
	case other.Recorded && !one.Recorded:
		a, b = b, a
	case one.Recorded == other.Recorded && len(f.posts[b]) > len(f.posts[a]):
		a, b = b, a
	}
	if len(f.posts[b]) == 0 || meet(f.posts[a], f.posts[b]) {
		return
	}
	if same, ok := f.best[b]; !ok || len(f.posts[a]) > len(f.posts[same]) {
		f.best[b] = a
	}
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

// only is the one actor that names stand for, doubles being one; NoActor where there are several.
func (f *doubleFinder) only(names []int32) ActorRef {
	found := NoActor
	for _, n := range names {
		a := f.names[n].actor
		if same, ok := f.best[a]; ok {
			a = same
		}
		if found != NoActor && a != found {
			return NoActor
		}
		found = a
	}
	return found
}

// A keyed is a name under one of the keys that it shares with names like it.
type keyed struct {
	key  string
	name int32
}

// maxAlike bounds how many names of one key are compared, for a record in which all are alike.
const maxAlike = 16

// alike pairs the names that share a key and are the same by the given rule.
func (f *doubleFinder) alike(keys []keyed, sure bool, same func(a, b *doubleName) bool) {
	slices.SortFunc(keys, func(a, b keyed) int { return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.name, b.name)) })
	for i := range keys {
		for j := i + 1; j < min(i+maxAlike, len(keys)) && keys[j].key == keys[i].key; j++ {
			if a, b := &f.names[keys[i].name], &f.names[keys[j].name]; a.actor != b.actor && same(a, b) {
				f.pair(a.actor, b.actor, sure)
			}
		}
	}
}

// bySound finds names whose words sound the same, in any order: Zelensky and Zelenskyy, Ministry of Defence and Defence
// Ministry.
func (f *doubleFinder) bySound() {
	keys := make([]keyed, len(f.names))
	for n := range f.names {
		keys[n] = keyed{strings.Join(sounds(f.names[n].words), " "), int32(n)}
	}
	f.alike(keys, true, func(a, b *doubleName) bool {
		one, other := bySounds(a.words), bySounds(b.words)
		for i := range one {
			if !sameSpoken(one[i], other[i], a.latin && b.latin) {
				return false
			}
		}
		return len(one) == len(other)
	})
}

// bySounds are the words that count, in the order of their sounds.
func bySounds(words []string) []string {
	big := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return smallWords[w] })
	slices.SortFunc(big, func(a, b string) int { return cmp.Or(strings.Compare(sound(a), sound(b)), strings.Compare(a, b)) })
	return big
}

// sounds are the sounds of the words that count.
func sounds(words []string) []string {
	big := bySounds(words)
	for i := range big {
		big[i] = sound(big[i])
	}
	return big
}

// sameSpoken says whether two words of one sound are one word. The sound alone is too wide a net for short words: Zang is
// not Zhang, and the 5th is not the 55th.
func sameSpoken(a, b string, bothLatin bool) bool {
	short := min(len(a), len(b))
	switch {
	case a == b:
		return true
	case hasDigit(a) || hasDigit(b):
		return false
	case bothLatin:
		return short >= 6 || short == 5 && (a[0] == b[0] || strings.Contains("yjie", a[:1]) && strings.Contains("yjie", b[:1]))
	}
	return short >= 4
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// inASCII says whether s is in letters that one can leave out, swap and mistake for each other as bytes.
func inASCII(s string) bool { return len(s) == utf8.RuneCountInString(s) }

// minJoined is how many letters names must have that differ in where words end.
const minJoined = 8

// byLetters finds names that differ in where words end: Cooperation and Co-operation.
func (f *doubleFinder) byLetters() {
	var keys []keyed
	for n := range f.names {
		if key := strings.Join(f.names[n].words, ""); len(key) >= minJoined && !hasDigit(key) {
			keys = append(keys, keyed{key, int32(n)})
		}
	}
	f.alike(keys, false, func(_, _ *doubleName) bool { return true })
}

// minSlip is how many letters a word must have in which one may be a slip.
const minSlip = 6

// bySlip finds names that are the same but for one letter of one word. Two such words become the same when a letter is
// left out of each, or of one of them.
func (f *doubleFinder) bySlip() {
	var keys []keyed
	for n := range f.names {
		words := f.names[n].words
		for k, word := range words {
			if len(word) < minSlip-1 || hasDigit(word) || !inASCII(word) {
				continue
			}
			before, after := strings.Join(words[:k], " ")+"|", "|"+strings.Join(words[k+1:], " ")
			keys = append(keys, keyed{before + word + after, int32(n)})
			for i := range len(word) {
				keys = append(keys, keyed{before + word[:i] + word[i+1:] + after, int32(n)})
			}
		}
	}
	f.alike(keys, false, func(a, b *doubleName) bool {
		if len(a.words) != len(b.words) {
			return false
		}
		slips := 0
		for i, word := range a.words {
			if word == b.words[i] {
				continue
			}
			if slips++; slips > 1 || !slip(word, b.words[i]) {
				return false
			}
		}
		return slips == 1
	})
}

// slip says whether one word may be the other with a letter written wrong: left out, swapped with its neighbour, or a vowel
// or sibilant for another. Those are two words of which one ends in a (a woman's name beside a man's, a land beside its
// people), is the plural of the other or begins otherwise.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < minSlip || a[0] != b[0] || strings.HasSuffix(a, "a") != strings.HasSuffix(b, "a") || b == a+"s" ||
		editDistance([]rune(a), []rune(b), 1) != 1 {
		return false
	}
	if len(a) < len(b) {
		return true
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	if a[i+1:] != b[i+1:] { // swapped
		return true
	}
	for _, class := range []string{"aeiouy", "szc"} {
		if strings.IndexByte(class, a[i]) >= 0 && strings.IndexByte(class, b[i]) >= 0 {
			return true
		}
	}
	return false
}

// byMiddle finds "Donald J. Trump" for Donald Trump.
func (f *doubleFinder) byMiddle(name *doubleName) {
	bare := name.bare()
	if len(bare) < 2 || len(bare) == len(name.words) {
		return
	}
	key := strings.Join(bare, " ")
	if a := f.only(f.whole[key]); a != NoActor && f.only(f.bare[key]) != NoActor {
		f.pair(a, name.actor, false)
	}
}

// minSurname is how many letters a surname must have to stand for a person.
const minSurname = 4

// byInitial finds "V. Putin" for Vladimir Putin, and the bare Putin where the one person of that surname has a record.
func (f *doubleFinder) byInitial(name *doubleName) {
	last := name.words[len(name.words)-1]
	if len(last) < minSurname || len(name.words[0]) > 1 && len(name.words) > 1 {
		return
	}
	full := slices.DeleteFunc(slices.Clone(f.ending[last]), func(n int32) bool {
		first := f.names[n].words[0]
		return len(first) == 1 || len(name.words) > 1 && first[0] != name.words[0][0]
	})
	if a := f.only(full); a != NoActor && (len(name.words) > 1 || f.isPerson(a)) {
		f.pair(a, name.actor, false)
	}
}

// isPerson says whether a has a record that says so.
func (f *doubleFinder) isPerson(a ActorRef) bool {
	return f.t.actors[a].Kind == Person && f.t.actors[a].Recorded
}

// honorifics are words that stand before names and are none.
var honorifics = map[string]bool{
	"president": true, "prime": true, "minister": true, "foreign": true, "defence": true, "defense": true, "chancellor": true,
	"secretary": true, "senator": true, "sen": true, "rep": true, "congressman": true, "congresswoman": true, "governor": true,
	"gov": true, "ambassador": true, "general": true, "gen": true, "lieutenant": true, "lt": true, "colonel": true, "col": true,
	"admiral": true, "captain": true, "judge": true, "justice": true, "professor": true, "prof": true, "dr": true, "mr": true,
	"mrs": true, "ms": true, "sir": true, "lord": true, "king": true, "queen": true, "pope": true, "former": true,
}

// byTitle finds "Sen. Marco Rubio" for Marco Rubio, and "President Putin" for the person with a record who is called Putin.
func (f *doubleFinder) byTitle(name *doubleName) {
	rest := name.words
	for len(rest) > 0 && honorifics[rest[0]] {
		rest = rest[1:]
	}
	if len(rest) == 0 || len(rest) == len(name.words) {
		return
	}
	a := f.only(f.whole[strings.Join(rest, " ")])
	if len(rest) == 1 && a == NoActor {
		a = f.only(slices.DeleteFunc(slices.Clone(f.ending[rest[0]]), func(n int32) bool { return honorifics[f.names[n].words[0]] }))
	}
	if a != NoActor && (len(rest) > 1 || f.isPerson(a)) {
		f.pair(a, name.actor, false)
	}
}

// minAbbreviation is how many letters an abbreviation must have to be taken for the one name that has its initials.
const minAbbreviation = 3

// byAbbreviation finds SEC for the Securities and Exchange Commission, where no name explains it in brackets.
func (f *doubleFinder) byAbbreviation(name *doubleName) {
	if len(name.words) == 1 && strings.ToUpper(name.text) == name.text {
		if a := f.only(f.initials[name.words[0]]); a != NoActor {
			f.pair(a, name.actor, false)
		}
	}
}
