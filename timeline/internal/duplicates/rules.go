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
	f.alike((*finder).soundsOf, true, func(a, b *fullName) bool {
		f.spoken = f.bySounds(f.spoken[:0], a.words)
		n := len(f.spoken)
		f.spoken = f.bySounds(f.spoken, b.words)
		one, other := f.spoken[:n], f.spoken[n:]
		for i := range min(len(one), len(other)) {
			if !sameSpoken(one[i].word, other[i].word, a.latin && b.latin) {
				return false
			}
		}
		return len(one) == len(other)
	})
}

// A spoken is a word and how it sounds.
type spoken struct{ sound, word string }

// soundsOf yields how the words sound that count.
func (f *finder) soundsOf(name *fullName, text []byte, yield func(key []byte)) []byte {
	f.spoken = f.bySounds(f.spoken[:0], name.words)
	for i, one := range f.spoken {
		if i > 0 {
			text = append(text, ' ')
		}
		text = append(text, one.sound...)
	}
	yield(text)
	return text
}

// bySounds appends the words that count, ordered by how they sound.
func (f *finder) bySounds(to []spoken, words []string) []spoken {
	before := len(to)
	for _, w := range words {
		if !names.SmallWord(w) {
			to = append(to, spoken{f.sound(w), w})
		}
	}
	slices.SortFunc(to[before:], func(a, b spoken) int {
		return cmp.Or(strings.Compare(a.sound, b.sound), strings.Compare(a.word, b.word))
	})
	return to
}

// sound returns the phonetic key of a word.
func (f *finder) sound(word string) string {
	key, known := f.sounds[word]
	if !known {
		key = names.PhoneticKey(word)
		f.sounds[word] = key
	}
	return key
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

func hasDigit(s string) bool {
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			return true
		}
	}
	return false
}

// inASCII reports whether each letter of s is one byte, so that letters can be left out and swapped as bytes.
func inASCII(s string) bool { return len(s) == utf8.RuneCountInString(s) }

// minJoined is how many bytes two names that differ only in where words end must have.
const minJoined = 8

// byLetters finds names that differ in where words end: Cooperation and Co-operation.
func (f *finder) byLetters() {
	f.alike((*finder).joined, false, func(_, _ *fullName) bool { return true })
}

// joined yields a name without its blanks, if it is long enough and has no number.
func (f *finder) joined(name *fullName, text []byte, yield func(key []byte)) []byte {
	for _, word := range name.words {
		if hasDigit(word) {
			return text
		}
		text = append(text, word...)
	}
	if len(text) >= minJoined {
		yield(text)
	}
	return text
}

// minSlip is how many letters the longer of two words must have for one letter to be a slip.
const minSlip = 6

// bySlip finds names that are the same but for one letter of one word.
func (f *finder) bySlip() {
	f.alike((*finder).withoutLetter, false, func(a, b *fullName) bool {
		slips := 0
		for i, word := range a.words {
			if word == b.words[i] { // which has as many words, since they share a key
				continue
			}
			if slips++; slips > 1 || !slip(word, b.words[i]) {
				return false
			}
		}
		return slips == 1
	})
}

// withoutLetter yields a name once for each word that may have a slip, and once more for each letter but the first of
// it, without that letter: two words become one when a letter is left out of each, or of the longer. The first is the
// same in both, and a word too short for a slip is met where the other has one more.
func (f *finder) withoutLetter(name *fullName, text []byte, yield func(key []byte)) []byte {
	for k, word := range name.words {
		if len(word) < minSlip-1 || hasDigit(word) || !inASCII(word) {
			continue
		}
		text = append(appendWords(text[:0], name.words[:k]), '|')
		begin := len(text)
		text = append(append(text, word...), '|')
		text = appendWords(text, name.words[k+1:])
		yield(text)
		if len(word) < minSlip {
			continue
		}
		text = slices.Delete(text, begin+1, begin+2)
		for i := 1; i < len(word); i++ {
			if word[i] != word[i-1] || i == 1 { // else it is the key before
				yield(text)
			}
			text[begin+i] = word[i] // the next is left out, and this comes back
		}
	}
	return text
}

// appendWords appends words, with a blank between them.
func appendWords(text []byte, words []string) []byte {
	for i, word := range words {
		if i > 0 {
			text = append(text, ' ')
		}
		text = append(text, word...)
	}
	return text
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
