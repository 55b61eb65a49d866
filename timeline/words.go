package timeline

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An arena is the words of all events in one piece: of every field its folded text between two spaces and a line feed
// behind, so that " word" finds the beginning of a word, " word " a whole one, and neither reaches into the next field.
type arena struct {
	text   []byte
	starts []int    // where the words of event i begin; one more for the end
	common [256]int // how often each byte occurs, in a sample
	recent recent
}

// newArena folds titles, summaries, places, names, tags, quotes, claims, figures and notes.
func newArena(t *Timeline) *arena {
	names := make([]string, t.Actors())
	for a := range names {
		names[a] = Fold(t.actors[a].Name)
	}
	a := &arena{text: make([]byte, 0, t.events.size()), starts: make([]int, 0, t.Len()+1)}
	var e Event
	for i := range t.Len() {
		t.read(i, &e)
		a.starts = append(a.starts, len(a.text))
		a.event(&e, names)
	}
	a.starts = append(a.starts, len(a.text))
	for i := 0; i < len(a.text); i += 61 { // a sample
		a.common[a.text[i]]++
	}
	return a
}

// event appends the words of an event. names are the folded names of all actors.
func (a *arena) event(e *Event, names []string) {
	a.field(e.Title)
	a.field(e.Summary)
	a.field(e.Location)
	for i := range e.Actors {
		before := len(a.text)
		a.field(e.Actors[i].Name)
		a.name(e.Actors[i].Actor, names, before)
	}
	for _, tag := range e.Tags {
		a.field(tag)
	}
	for i := range e.Quotes {
		a.field(e.Quotes[i].Text)
		a.name(e.Quotes[i].By, names, len(a.text))
	}
	for i := range e.Claims {
		a.field(e.Claims[i].Text)
		a.name(e.Claims[i].By, names, len(a.text))
	}
	for i := range e.Figures {
		a.field(e.Figures[i].Label)
	}
	for _, note := range e.Notes {
		a.field(note)
	}
}

// field appends the words of a text.
func (a *arena) field(text string) {
	if text == "" {
		return
	}
	a.text = appendFold(append(a.text, ' '), text, nil)
	a.text = append(a.text, ' ', '\n')
}

// name appends an actor's name, unless the text from before on is the same.
func (a *arena) name(actor ActorRef, names []string, before int) {
	if actor == NoActor || string(bytes.TrimSpace(a.text[before:])) == names[actor] {
		return
	}
	a.text = append(append(append(a.text, ' '), names[actor]...), ' ', '\n')
}

// search adds the events that hold needle to found. Where within is not nil, only events of it matter. It gives up when
// ctx ends.
func (a *arena) search(ctx context.Context, needle string, within, found bitset) {
	exact, wider := a.recent.look(needle)
	switch few := len(a.starts) / 8; {
	case exact != nil:
		found.or(exact)
	case within != nil && within.count() < few:
		a.searchIn(within, needle, found)
	default:
		all := newBitset(len(a.starts) - 1)
		if wider != nil && wider.count() < few {
			a.searchIn(wider, needle, all)
		} else {
			a.searchAll(ctx, needle, all)
		}
		found.or(all)
		if ctx.Err() == nil {
			a.recent.keep(needle, all)
		}
	}
}

// searchIn looks into the events of a small set one by one.
func (a *arena) searchIn(within bitset, needle string, found bitset) {
	sought := []byte(needle)
	for i := range within.all() {
		if bytes.Contains(a.text[a.starts[i]:a.starts[i+1]], sought) {
			found.set(i)
		}
	}
}

// patience is how many candidates are looked at before the context is asked again.
const patience = 1 << 14

// searchAll goes through the whole text. Looking for the rarest byte leaves most of the work to IndexByte, which reads many
// bytes at a time.
func (a *arena) searchAll(ctx context.Context, needle string, found bitset) {
	rare := a.rarest(needle)
	event, candidates := int32(0), 0
	for at := rare; at < len(a.text); {
		next := bytes.IndexByte(a.text[at:], needle[rare])
		if next < 0 {
			return
		}
		if candidates++; candidates%patience == 0 && ctx.Err() != nil {
			return
		}
		at += next + 1
		start := at - 1 - rare
		if end := start + len(needle); end > len(a.text) || string(a.text[start:end]) != needle {
			continue
		}
		for a.starts[event+1] <= start {
			event++
		}
		found.set(event)
		at = max(at, a.starts[event+1]+rare)
	}
}

// rarest is the place of the byte of needle that occurs least.
func (a *arena) rarest(needle string) int {
	rare := 0
	for i := range len(needle) {
		if a.common[needle[i]] < a.common[needle[rare]] {
			rare = i
		}
	}
	return rare
}

// FindFolded gives the places in text, as byte offsets in order, at which a word begins like one of words or, for those
// that end in a space, whole words in a row are the same. Words are folded, as Query.Words gives them.
func FindFolded(text string, words []string) [][2]int {
	if len(words) == 0 {
		return nil
	}
	var at []int
	folded := string(append(appendFold([]byte{' '}, text, &at), ' '))
	var found [][2]int
	for _, word := range words {
		if word == "" {
			continue
		}
		for from := 0; ; {
			i := strings.Index(folded[from:], " "+word)
			if i < 0 {
				break
			}
			start := from + i // of the match without its leading space, in at
			end := start + len(strings.TrimSuffix(word, " "))
			found = append(found, [2]int{at[start], runeEnd(text, at[end-1])})
			from = end
		}
	}
	return mergeRanges(found)
}

// runeEnd is where the rune at text[i] ends, with the marks that belong to it.
func runeEnd(text string, i int) int {
	_, size := utf8.DecodeRuneInString(text[i:])
	rest := text[i+size:]
	return len(text) - len(strings.TrimLeftFunc(rest, unicode.IsMark))
}

// mergeRanges sorts ranges and joins those that overlap.
func mergeRanges(ranges [][2]int) [][2]int {
	slices.SortFunc(ranges, func(a, b [2]int) int { return a[0] - b[0] })
	merged := ranges[:0]
	for _, r := range ranges {
		if last := len(merged) - 1; last >= 0 && r[0] < merged[last][1] {
			merged[last][1] = max(merged[last][1], r[1])
		} else {
			merged = append(merged, r)
		}
	}
	return merged
}
