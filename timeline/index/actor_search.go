package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// An ActorMatch is an actor that a search found.
type ActorMatch struct {
	Actor    timeline.ActorRef
	Name     string // the spelling that matched: the name, an alias or the id
	Whole    bool   // Name is all that was typed
	Far      int    // 0: what was typed; 1: its words begin so; 2: they sound so, or have slips; 3: it has the letters
	spelling *nameSpelling
	typed    *typedWords // nil where no words matched
	signs    string      // what matched where these are no words
}

// typedWords are the words of a search, with what the words of the vocabulary cost for each.
type typedWords struct {
	words []string
	costs [][]uint8
}

// Ranges returns the parts of Name that matched, as byte offsets in order; nil where neither words nor signs matched.
func (m ActorMatch) Ranges() [][2]int {
	if at := strings.Index(m.Name, m.signs); m.signs != "" && at >= 0 {
		return [][2]int{{at, at + len(m.signs)}}
	}
	if m.typed == nil {
		return nil
	}
	return m.spelling.ranges(m.typed.words, m.typed.costs)
}

// SearchActors finds actors by name, alias or id as people type them, in any script and with slips. All words of text
// must match, in any order. A word matches the beginning of a word of a name: as written, transliterated between
// Cyrillic and Latin, by sound, or with a letter or two wrong. If that finds nobody, initials match, and letters in
// their order. Text of signs alone, such as "???", matches names that have it as it is written.
//
// It returns each actor once: first whom the text names in full, then the best matches in the order above, and of
// matches as good the actors with more events. Empty text finds every actor.
func (x *Index) SearchActors(text string) []ActorMatch {
	d := x.names()
	words := strings.Fields(fold.Fold(text))
	best := make([]actorCandidate, x.t.Actors())
	for a := range best {
		best[a] = actorCandidate{actor: timeline.ActorRef(a), cost: noMatch}
	}
	signs := ""
	if len(words) == 0 {
		signs = strings.TrimSpace(text)
	}
	var costs [][]uint8
	if signs != "" {
		d.signMatches(signs, best)
	} else {
		found := false
		costs, found = d.wordMatches(words, shortest, best)
		if !found && len(words) > 1 { // other words vouch for a short one
			costs, found = d.wordMatches(words, shortest-1, best)
		}
		if !found {
			d.looseMatches(names.Latin(strings.Join(words, "")), best)
		}
	}
	d.wholeMatches(strings.TrimSpace(text), words, best)
	best = slices.DeleteFunc(best, func(c actorCandidate) bool { return c.cost == noMatch })
	slices.SortFunc(best, func(a, b actorCandidate) int {
		return cmp.Or(
			cmp.Compare(a.cost, b.cost),
			cmp.Compare(x.events(b.actor), x.events(a.actor)),
			cmp.Compare(a.actor, b.actor),
		)
	})
	matches := make([]ActorMatch, len(best))
	typed := &typedWords{words, costs}
	for i, c := range best {
		s := &d.spellings[c.spelling]
		matches[i] = ActorMatch{Actor: c.actor, Name: s.text, Whole: c.cost < 0, spelling: s, signs: signs}
		matches[i].Far = c.far(len(words))
		if c.cost < byInitials && len(words) > 0 {
			matches[i].typed = typed
		}
	}
	return matches
}

// events returns in how many events an actor or its people take part.
func (x *Index) events(a timeline.ActorRef) int {
	return len(x.byInvolved.Row(int32(a)))
}

// An actorCandidate is an actor with the spelling that matches best so far.
type actorCandidate struct {
	actor    timeline.ActorRef
	spelling int32
	cost     int // the lower the better
}

// offer takes another spelling if that costs less.
func (c *actorCandidate) offer(cost, spelling int) {
	if cost < c.cost {
		c.cost, c.spelling = cost, int32(spelling)
	}
}

// far returns how far the spelling is from so many words that were typed, as ActorMatch says it.
func (c *actorCandidate) far(words int) int {
	switch {
	case c.cost < 0:
		return 0
	case c.cost >= byInitials:
		return 3
	case c.cost/8 > words*int(latinIn):
		return 2
	}
	return 1
}

// What it costs that a word typed differs from the word of a name.
const (
	asWritten   uint8 = 0
	asWrittenIn uint8 = 1 // the name's word begins so
	latinIn     uint8 = 2 // it begins so in Latin letters
	soundsSame  uint8 = 3
	soundsIn    uint8 = 4 // it begins with the same sounds
	misspelt    uint8 = 6 // plus twice the number of edits
	noWord      uint8 = 255
)

// What matches cost where words are not all that matches, or none does.
const (
	byWholeText  = -8      // plus the rank of the spelling
	byWholeWords = -4      // plus the rank
	byInitials   = 1 << 20 // plus the number of initials not typed
	byLetters    = 1 << 21 // plus the number of letters left out between
	noMatch      = 1 << 30
)

// Bounds of matches that are not as written.
const (
	shortest    = 4  // letters of a word in which one may be wrong
	maxLeftOut  = 12 // letters left out between those typed
	minByLetter = 3  // letters typed
)

// An actorNames holds the spellings of the actors and their words, made ready for SearchActors.
type actorNames struct {
	spellings  []nameSpelling
	vocabulary []word
}

// A nameSpelling is a name, alias or id of an actor.
type nameSpelling struct {
	actor    timeline.ActorRef
	text     string
	rank     int     // 0 for the name, 1 for an alias, 2 for the id
	words    []int32 // places in the vocabulary
	initials string  // in Latin letters
	letters  string  // all words in Latin letters, without blanks
}

// A word is a word of a name: folded, in Latin letters, and its phonetic key.
type word struct {
	folded, latin, sound string
	has                  names.Letters // the letters of sound
}

func newActorNames(t *timeline.Timeline) *actorNames {
	d := &actorNames{}
	numbers := make(map[string]int32)
	for a := range t.Actors() {
		seen := make(map[string]bool)
		spellings := t.Actor(timeline.ActorRef(a)).Spellings()
		for i, text := range spellings {
			key := fold.Value(text)
			if seen[key] || key == "" && i > 0 {
				continue
			}
			seen[key] = true
			s := nameSpelling{actor: timeline.ActorRef(a), text: text, rank: min(i, 1)}
			if i == len(spellings)-1 {
				s.rank = 2
			}
			d.enter(s, strings.Fields(fold.Fold(text)), numbers)
		}
	}
	return d
}

// enter adds a spelling with its words. Numbers holds the places of words in the vocabulary.
func (d *actorNames) enter(s nameSpelling, words []string, numbers map[string]int32) {
	var letters, initials strings.Builder
	for _, word := range words {
		number, ok := numbers[word]
		if !ok {
			number = int32(len(d.vocabulary))
			numbers[word] = number
			d.vocabulary = append(d.vocabulary, newWord(word))
		}
		s.words = append(s.words, number)
		latin := d.vocabulary[number].latin
		letters.WriteString(latin)
		_, size := utf8.DecodeRuneInString(latin)
		initials.WriteString(latin[:size])
	}
	s.letters, s.initials = letters.String(), initials.String()
	d.spellings = append(d.spellings, s)
}

func newWord(folded string) word {
	v := word{folded: folded, latin: names.Latin(folded)}
	v.sound = names.PhoneticKey(v.latin)
	v.has = names.LettersOf(v.sound)
	return v
}

// wordMatches enters into best the spellings of which words match all the words typed, and reports whether there are
// any. A letter may be wrong in words of as many letters as least or more. It returns what the words of the vocabulary
// cost for each word typed.
func (d *actorNames) wordMatches(words []string, least int, best []actorCandidate) (costs [][]uint8, found bool) {
	costs = make([][]uint8, len(words))
	for i, word := range words {
		costs[i] = d.costs(word, least)
	}
	for i := range d.spellings {
		s := &d.spellings[i]
		cost := s.cost(costs)
		found = found || cost < noMatch
		best[s.actor].offer(cost, i)
	}
	return costs, found
}

// signMatches enters into best the spellings that have signs as they are written.
func (d *actorNames) signMatches(signs string, best []actorCandidate) {
	for i := range d.spellings {
		s := &d.spellings[i]
		at := strings.Index(s.text, signs)
		if at < 0 {
			continue
		}
		best[s.actor].offer(2*s.rank+min(8*at, 8), i)
	}
}

// wholeMatches prefers in best those of whom a name or alias is the whole text: as it is written, or else in the same
// words.
func (d *actorNames) wholeMatches(text string, words []string, best []actorCandidate) {
	if text == "" {
		return
	}
	for i := range d.spellings {
		switch s := &d.spellings[i]; {
		case s.rank == 2:
		case s.text == text:
			best[s.actor].offer(byWholeText+s.rank, i)
		case len(words) > 0 && d.has(s, words):
			best[s.actor].offer(byWholeWords+s.rank, i)
		}
	}
}

// has reports whether the words of a spelling are these.
func (d *actorNames) has(s *nameSpelling, words []string) bool {
	return slices.EqualFunc(s.words, words, func(n int32, word string) bool { return d.vocabulary[n].folded == word })
}

// costs returns what each word of the vocabulary costs as a match of a word typed, in which a letter may be wrong if it
// has as many as least.
func (d *actorNames) costs(word string, least int) []uint8 {
	typed := newWord(word)
	letters := []rune(typed.sound)
	limit := 0
	switch {
	case len(letters) >= 7:
		limit = 2
	case len(letters) >= least:
		limit = 1
	}
	costs := make([]uint8, len(d.vocabulary))
	for i := range d.vocabulary {
		v := &d.vocabulary[i]
		switch {
		case v.folded == typed.folded:
			costs[i] = asWritten
		case strings.HasPrefix(v.folded, typed.folded):
			costs[i] = asWrittenIn
		case typed.latin != "" && strings.HasPrefix(v.latin, typed.latin):
			costs[i] = latinIn
		case len(typed.sound) > 1 && v.sound == typed.sound:
			costs[i] = soundsSame
		case len(typed.sound) > 1 && strings.HasPrefix(v.sound, typed.sound):
			costs[i] = soundsIn
		default:
			costs[i] = noWord
			if limit > 0 && typed.has.Missing(v.has) <= limit {
				sound := []rune(v.sound)
				if len(letters) == shortest && !beginAlike(letters, sound) {
					break
				}
				if n := names.PrefixDistance(letters, sound, limit); n <= limit {
					costs[i] = misspelt + 2*uint8(n)
				}
			}
		}
	}
	return costs
}

// beginAlike reports whether two words begin with the same letter, or would if one were left out. Of a short word that
// begins otherwise too little is the same.
func beginAlike(a, b []rune) bool {
	return len(b) > 1 && (a[0] == b[0] || a[0] == b[1] || a[1] == b[0])
}

// cost returns what the spelling costs as a match, given the costs of each word typed. Where these are equal a name is
// better than an alias and an alias better than an id, and a spelling without further words better than one with some.
func (s *nameSpelling) cost(costs [][]uint8) int {
	sum := 0
	for _, typed := range costs {
		best := noWord
		for _, word := range s.words {
			best = min(best, typed[word])
		}
		if best == noWord {
			return noMatch
		}
		sum += int(best)
	}
	cost := 8*sum + 2*s.rank
	if len(s.words) > len(costs) {
		cost++
	}
	return cost
}

// ranges returns the parts of the spelling that the words typed match: the beginning of a word as far as it is typed,
// or a whole word that is typed otherwise than it is written.
func (s *nameSpelling) ranges(words []string, costs [][]uint8) [][2]int {
	var parts []string
	folded := strings.Fields(fold.Fold(s.text))
	for i, typed := range costs {
		best := 0
		for k := range s.words {
			if typed[s.words[k]] < typed[s.words[best]] {
				best = k
			}
		}
		if typed[s.words[best]] <= asWrittenIn {
			parts = append(parts, words[i])
		} else {
			parts = append(parts, folded[best]+" ")
		}
	}
	return fold.Find(s.text, parts)
}

// looseMatches enters into best the spellings that have the letters typed as initials, or at least in their order.
func (d *actorNames) looseMatches(letters string, best []actorCandidate) {
	if len(letters) < minByLetter {
		return
	}
	for i := range d.spellings {
		s := &d.spellings[i]
		cost := noMatch
		if _, ok := leftOut(s.initials, letters); ok {
			cost = byInitials + len(s.initials) - len(letters)
		} else if gaps, ok := leftOut(s.letters, letters); ok && gaps <= maxLeftOut {
			cost = byLetters + gaps
		}
		best[s.actor].offer(cost, i)
	}
}

// leftOut returns how many letters of text are between the given ones; ok is false where text does not have these in
// their order.
func leftOut(text, letters string) (gaps int, ok bool) {
	for i := range len(letters) {
		skip := strings.IndexByte(text, letters[i])
		if skip < 0 {
			return 0, false
		}
		if i > 0 {
			gaps += skip
		}
		text = text[skip+1:]
	}
	return gaps, true
}
