package duplicates

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/names"
)

// Below are the rules by which a finder takes two names for one.

// bySound finds names whose words sound the same, in any order: Zelensky and Zelenskyy, Ministry of Defence and Defence
// Ministry.
func (f *finder) bySound() {
	keys := make([]keyedName, len(f.names))
	for n := range f.names {
		keys[n] = keyedName{strings.Join(sounds(f.names[n].words), " "), int32(n)}
	}
	f.alike(keys, true, func(a, b *fullName) bool {
		one, other := bySounds(a.words), bySounds(b.words)
		for i := range one {
			if !sameSpoken(one[i], other[i], a.latin && b.latin) {
				return false
			}
		}
		return len(one) == len(other)
	})
}

// bySounds returns the words that count, ordered by how they sound.
func bySounds(words []string) []string {
	big := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return names.SmallWord(w) })
	slices.SortFunc(big, func(a, b string) int {
		return cmp.Or(strings.Compare(names.PhoneticKey(a), names.PhoneticKey(b)), strings.Compare(a, b))
	})
	return big
}

// sounds returns the phonetic keys of the words that count.
func sounds(words []string) []string {
	big := bySounds(words)
	for i := range big {
		big[i] = names.PhoneticKey(big[i])
	}
	return big
}

// sameSpoken reports whether two words of one phonetic key are one word. For short words the key alone is not enough:
// Zang is not Zhang, and the 5th is not the 55th.
func sameSpoken(a, b string, bothLatin bool) bool {
	short := min(len(a), len(b))
	switch {
	case a == b:
		return true
	case hasDigit(a) || hasDigit(b):
		return false
	case bothLatin:
		return short >= 6 ||
			short == 5 && (a[0] == b[0] || strings.Contains("yjie", a[:1]) && strings.Contains("yjie", b[:1]))
	}
	return short >= 4
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// inASCII reports whether each letter of s is one byte, so that letters can be left out and swapped as bytes.
func inASCII(s string) bool { return len(s) == utf8.RuneCountInString(s) }

// minJoined is how many bytes two names that differ only in where words end must have.
const minJoined = 8

// byLetters finds names that differ in where words end: Cooperation and Co-operation.
func (f *finder) byLetters() {
	var keys []keyedName
	for n := range f.names {
		if key := strings.Join(f.names[n].words, ""); len(key) >= minJoined && !hasDigit(key) {
			keys = append(keys, keyedName{key, int32(n)})
		}
	}
	f.alike(keys, false, func(_, _ *fullName) bool { return true })
}

// minSlip is how many letters the longer of two words must have for one letter to be a slip.
const minSlip = 6

// bySlip finds names that are the same but for one letter of one word. Two such words become one when a letter is left
// out of each, or of one of them, so each name gets a key for every letter left out.
func (f *finder) bySlip() {
	var keys []keyedName
	for n := range f.names {
		words := f.names[n].words
		for k, word := range words {
			if len(word) < minSlip-1 || hasDigit(word) || !inASCII(word) {
				continue
			}
			before, after := strings.Join(words[:k], " ")+"|", "|"+strings.Join(words[k+1:], " ")
			keys = append(keys, keyedName{before + word + after, int32(n)})
			for i := range len(word) {
				keys = append(keys, keyedName{before + word[:i] + word[i+1:] + after, int32(n)})
			}
		}
	}
	f.alike(keys, false, func(a, b *fullName) bool { // of as many words, since they share a key
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

// slip reports whether one word may be the other with a letter written wrong: left out, swapped with its neighbour, or
// a vowel or sibilant written for another. Two words are no slip where only one ends in a (a woman's name beside a
// man's, a land beside its people), where one is the plural of the other, or where they begin with different letters.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b) < minSlip || a[0] != b[0] || b == a+"s" ||
		strings.HasSuffix(a, "a") != strings.HasSuffix(b, "a") ||
		names.Distance([]rune(a), []rune(b), 1) != 1 {
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
func (f *finder) byMiddle(name *fullName) {
	bare := name.bare()
	if len(bare) < 2 || len(bare) == len(name.words) {
		return
	}
	key := strings.Join(bare, " ")
	if a := f.only(f.whole[key]); a != timeline.NoActor && f.only(f.bare[key]) != timeline.NoActor {
		f.pair(a, name.actor, false)
	}
}

// minSurname is how many letters a surname must have to stand for a person.
const minSurname = 4

// byInitial finds "V. Putin" for Vladimir Putin. It finds Putin alone too, where only one person has that surname and
// this person has a record.
func (f *finder) byInitial(name *fullName) {
	last := name.words[len(name.words)-1]
	if len(last) < minSurname || len(name.words[0]) > 1 && len(name.words) > 1 {
		return
	}
	full := ending{last: last}
	if len(name.words) > 1 {
		full.first = name.words[0][0]
	}
	if a := f.only(f.ending[full]); a != timeline.NoActor && (len(name.words) > 1 || f.isPerson(a)) {
		f.pair(a, name.actor, false)
	}
}

// isPerson reports whether a has a record which says that it is a person.
func (f *finder) isPerson(a timeline.ActorRef) bool {
	return f.t.Actor(a).Kind == timeline.Person && f.t.Actor(a).Recorded
}

// honorifics are words before a name that are not part of it.
var honorifics = map[string]bool{
	"president": true, "prime": true, "minister": true, "foreign": true, "defence": true, "defense": true,
	"chancellor": true, "secretary": true, "senator": true, "sen": true, "rep": true, "congressman": true,
	"congresswoman": true, "governor": true, "gov": true, "ambassador": true, "general": true, "gen": true,
	"lieutenant": true, "lt": true, "colonel": true, "col": true, "admiral": true, "captain": true,
	"judge": true, "justice": true, "professor": true, "prof": true, "dr": true, "mr": true, "mrs": true,
	"ms": true, "sir": true, "lord": true, "king": true, "queen": true, "pope": true, "former": true,
}

// byTitle finds "Sen. Marco Rubio" for Marco Rubio. It finds "President Putin" too, where the one person who is called
// Putin has a record.
func (f *finder) byTitle(name *fullName) {
	rest := name.words
	for len(rest) > 0 && honorifics[rest[0]] {
		rest = rest[1:]
	}
	if len(rest) == 0 || len(rest) == len(name.words) {
		return
	}
	a := f.only(f.whole[strings.Join(rest, " ")])
	if len(rest) == 1 && a == timeline.NoActor {
		a = f.only(f.untitled[rest[0]])
	}
	if a != timeline.NoActor && (len(rest) > 1 || f.isPerson(a)) {
		f.pair(a, name.actor, false)
	}
}

// minAbbreviation is how many letters an abbreviation must have.
const minAbbreviation = 3

// byAbbreviation finds SEC for the Securities and Exchange Commission, where that is the only name with these initials.
func (f *finder) byAbbreviation(name *fullName) {
	if len(name.words) == 1 && strings.ToUpper(name.text) == name.text {
		if a := f.only(f.initials[name.words[0]]); a != timeline.NoActor {
			f.pair(a, name.actor, false)
		}
	}
}
