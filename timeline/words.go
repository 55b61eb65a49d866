package timeline

import (
	"bytes"
	"context"
	"math"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// An arena is the words of all events in one piece: of every field its folded text between two spaces and a line feed
// behind, so that " word" finds the beginning of a word, " word " a whole one, and neither reaches into the next field.
type arena struct {
	text   []byte
	starts []int   // where the words of event i begin; one more for the end
	common []int32 // how often each two bytes occur side by side, in a sample, by pairNumber
	recent recent
}

// newArena folds titles, summaries, places, names, tags, quotes, claims, figures and notes.
func newArena(t *Timeline) *arena {
	names := make([]string, t.Actors())
	for a := range names {
		names[a] = Fold(t.actors[a].Name)
	}
	a := &arena{text: make([]byte, 0, t.events.size()), starts: make([]int, 0, t.Len()+1), common: make([]int32, 1<<16)}
	var e Event
	for i := range t.Len() {
		t.read(i, &e)
		a.starts = append(a.starts, len(a.text))
		a.event(&e, names)
	}
	a.starts = append(a.starts, len(a.text))
	for i := 0; i+1 < len(a.text); i += 61 { // a sample
		a.common[pairNumber(a.text[i], a.text[i+1])]++
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

// searchAtOnce is how many events are searched before ctx is asked again: whole words of a bitset, each with one writer.
const searchAtOnce = 1 << 11

// searchAll goes through the whole text, on all cores. It steps aside often, so that no key waits for it.
func (a *arena) searchAll(ctx context.Context, needle string, found bitset) {
	events, sought, rare := len(a.starts)-1, []byte(needle), a.rarest(needle)
	var begun atomic.Int64
	search := func() {
		for ctx.Err() == nil {
			end := int(begun.Add(searchAtOnce))
			if end-searchAtOnce >= events {
				return
			}
			a.searchSome(end-searchAtOnce, min(end, events), sought, rare, found)
			runtime.Gosched()
		}
	}
	for range min(runtime.GOMAXPROCS(0)-1, events/searchAtOnce) {
		defer beside(search)()
	}
	search()
}

// searchSome goes through the text of the events from event up to end. It looks for the two bytes at rare in needle, and
// only around them for the rest.
func (a *arena) searchSome(event, end int, needle []byte, rare int, found bitset) {
	pair := newPair(needle[rare], needle[rare+1])
	text := a.text[:a.starts[end]]
	for at := a.starts[event] + rare; at < len(text); {
		next := pair.index(text[at:])
		if next < 0 {
			return
		}
		start := at + next - rare
		at += next + 1
		if !bytes.HasPrefix(text[start:], needle) {
			continue
		}
		for a.starts[event+1] <= start {
			event++
		}
		found.set(int32(event))
		at = max(at, a.starts[event+1]+rare)
	}
}

// rarest is the place in needle of the two bytes that occur least.
func (a *arena) rarest(needle string) int {
	rare, least := 0, int32(math.MaxInt32)
	for i := range len(needle) - 1 {
		if n := a.common[pairNumber(needle[i], needle[i+1])]; n < least {
			rare, least = i, n
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
