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
	Actor  timeline.ActorRef
	Name   string   // the spelling that matched: the name, an alias or the id
	Ranges [][2]int // what of Name matched, as byte offsets in order; nil where no words did
}

// SearchActors finds actors by name, alias or id as people type them, in any script and with slips: by the beginnings of
// words, first as written, then transliterated between Cyrillic and Latin, then by sound, then with a letter or two wrong;
// and if nobody is found, by initials and by letters in their order. All words of text must be found, in any order. The
// best come first, and of those alike the ones with more events. Empty text finds every actor.
func (x *Index) SearchActors(text string) []ActorMatch {
	d := x.names()
	words := strings.Fields(fold.Fold(text))
	costs := make([][]uint8, len(words))
	for i, word := range words {
		costs[i] = d.costs(word)
	}
	best := make([]candidate, x.t.Actors())
	for a := range best {
		best[a] = candidate{actor: timeline.ActorRef(a), cost: noMatch}
	}
	found := false
	for i := range d.spellings {
		s := &d.spellings[i]
		if cost := s.cost(costs); cost < best[s.actor].cost {
			best[s.actor].cost, best[s.actor].spelling = cost, int32(i)
			found = true
		}
	}
	if !found {
		d.looseMatches(names.Latin(strings.Join(words, "")), best)
	}
	best = slices.DeleteFunc(best, func(c candidate) bool { return c.cost == noMatch })
	slices.SortFunc(best, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(x.events(b.actor), x.events(a.actor)), cmp.Compare(a.actor, b.actor))
	})
	matches := make([]ActorMatch, len(best))
	for i, c := range best {
		s := &d.spellings[c.spelling]
		matches[i] = ActorMatch{Actor: c.actor, Name: s.text}
		if c.cost < byInitials && len(words) > 0 {
			matches[i].Ranges = s.ranges(words, costs)
		}
	}
	return matches
}

// events is how many events an actor or its people take part in.
func (x *Index) events(a timeline.ActorRef) int {
	return len(x.byInvolved.Row(int32(a)))
}

// A candidate is an actor with the spelling that matches best so far.
type candidate struct {
	actor    timeline.ActorRef
	spelling int32
	cost     int
}

// What it costs that a word as typed is not the word of a name.
const (
	asWritten   uint8 = 0
	asWrittenIn uint8 = 1 // the beginning of it
	latinIn     uint8 = 2
	soundsSame  uint8 = 3
	soundsIn    uint8 = 4
	misspelt    uint8 = 6 // and twice the number of edits
	noWord      uint8 = 255
)

// Costs of matches without words, and of none.
const (
	byInitials  = 1 << 20 // and the number of other words
	byLetters   = 1 << 21 // and the number of letters left out between
	noMatch     = 1 << 30
	maxLeftOut  = 12
	minByLetter = 3
)

// An actorNames holds the names of the actors, made ready for SearchActors.
type actorNames struct {
	spellings  []nameSpelling
	vocabulary []word
}

// A nameSpelling is one name of an actor.
type nameSpelling struct {
	actor    timeline.ActorRef
	text     string
	rank     int     // 0 for the name, 1 for an alias, 2 for the id
	words    []int32 // of the vocabulary
	initials string  // Latin
	letters  string  // Latin, all words together
}

// A word is a word of a name, folded, in Latin letters, and by its sound.
type word struct {
	folded, latin, sound string
	has                  names.Letters // of sound
}

func newActorNames(t *timeline.Timeline) *actorNames {
	d := &actorNames{}
	numbers := make(map[string]int32)
	for a := range t.Actors() {
		seen := make(map[string]bool)
		spellings := t.Actor(timeline.ActorRef(a)).Spellings()
		for i, text := range spellings {
			key := fold.Fold(text)
			if seen[key] || key == "" && i > 0 {
				continue
			}
			seen[key] = true
			s := nameSpelling{actor: timeline.ActorRef(a), text: text, rank: min(i, 1)}
			if i == len(spellings)-1 {
				s.rank = 2
			}
			d.enter(s, strings.Fields(key), numbers)
		}
	}
	return d
}

// enter adds a spelling. numbers finds the words that the vocabulary has.
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

// costs are what each word of the vocabulary costs as a match of a word typed.
func (d *actorNames) costs(word string) []uint8 {
	typed := newWord(word)
	letters := []rune(typed.sound)
	limit := 0
	switch {
	case len(letters) >= 7:
		limit = 2
	case len(letters) >= 4:
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
				if n := names.PrefixDistance(letters, []rune(v.sound), limit); n <= limit {
					costs[i] = misspelt + 2*uint8(n)
				}
			}
		}
	}
	return costs
}

// cost is what the spelling costs as a match, given the costs of each word typed: of those alike a name is better than an
// alias and that than an id, and a whole one better than part of one.
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

// ranges are the parts of the spelling that words typed have matched: the beginning of a word as far as it is the same,
// and the whole of one that is spelt otherwise.
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

// looseMatches finds spellings that have the letters typed as initials, or at least in their order.
func (d *actorNames) looseMatches(letters string, best []candidate) {
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
		if cost < best[s.actor].cost {
			best[s.actor].cost, best[s.actor].spelling = cost, int32(i)
		}
	}
}

// leftOut counts what lies between the letters where they stand in text in their order.
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
