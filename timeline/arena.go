package timeline

import (
	"bytes"
	"context"
	"math"
	"slices"
)

// An arena is the words of a record, folded, where words are looked for: those that are the events' own, and the names of
// the actors once each, since many events may name one whose name is long.
type arena struct {
	shares []words // of atOnce events each
	actors words
	listed *sparse // actor -> events that list it
	voices []voice
	common []int32 // how often two bytes occur side by side, in a sample, by pairNumber
	recent recent
}

// atOnce is how many events are folded or searched at once: whole words of a bitset, so that each of those has one writer.
const atOnce = 1 << 9

// A voice is an actor that is quoted or claims something in an event which does not list it.
type voice struct{ actor, event int32 }

// newArena folds names, titles, summaries, places, tags, quotes, claims, labels of figures and notes.
func newArena(x *Index) *arena {
	t := x.t
	a := &arena{shares: make([]words, (t.Len()+atOnce-1)/atOnce), listed: &x.byListed, common: make([]int32, 1<<16)}
	for i := range t.actors {
		a.actors.begin()
		a.actors.field(t.actors[i].Name)
	}
	a.actors.begin()
	voices := make([][]voice, len(a.shares))
	For(t.Len(), atOnce, func() func(from, to int) {
		var e Event
		var w words
		return func(from, to int) {
			w.text, w.starts = w.text[:0], w.starts[:0]
			share := from / atOnce
			for i := from; i < to; i++ {
				t.read(i, &e)
				w.begin()
				a.event(&e, &w)
				voices[share] = appendVoices(voices[share], &e, int32(i))
			}
			w.begin()
			a.shares[share] = words{bytes.Clone(w.text), slices.Clone(w.starts)}
		}
	})
	a.voices = slices.Concat(voices...)
	a.sample()
	return a
}

// appendVoices appends the voices of the i-th event.
func appendVoices(voices []voice, e *Event, i int32) []voice {
	if len(e.Quotes)+len(e.Claims) == 0 {
		return voices
	}
	var listed distinct[ActorRef]
	for j := range e.Actors {
		listed.add(e.Actors[j].Actor)
	}
	for actor := range e.EachSpeaker {
		if actor != NoActor && !listed.has(actor) {
			voices = append(voices, voice{int32(actor), i})
		}
	}
	return voices
}

// event appends the words of an event to w, without the names that its actors have.
func (a *arena) event(e *Event, w *words) {
	w.field(e.Title)
	w.field(e.Summary)
	w.field(e.Location)
	for i := range e.Actors {
		before, actor := len(w.text), e.Actors[i].Actor
		w.field(e.Actors[i].Name)
		if actor != NoActor && bytes.Equal(w.text[before:], a.actors.of(int(actor))) {
			w.text = w.text[:before]
		}
	}
	for _, tag := range e.Tags {
		w.field(tag)
	}
	for i := range e.Quotes {
		w.field(e.Quotes[i].Text)
	}
	for i := range e.Claims {
		w.field(e.Claims[i].Text)
	}
	for i := range e.Figures {
		w.field(e.Figures[i].Label)
	}
	for _, note := range e.Notes {
		w.field(note)
	}
}

// Of a sample of the text, so many shares are looked at, and there one byte of so many.
const (
	sampleShares = 64
	sampleStep   = 61
)

// sample counts pairs of bytes.
func (a *arena) sample() {
	for s := 0; s < len(a.shares); s += 1 + len(a.shares)/sampleShares {
		text := a.shares[s].text
		for i := 0; i+1 < len(text); i += sampleStep {
			a.common[pairNumber(text[i], text[i+1])]++
		}
	}
}

// search adds the events that hold needle to found. Where within is not nil, only events of it matter. It gives up when
// ctx ends.
func (a *arena) search(ctx context.Context, needle string, within, found bitset) {
	exact, wider := a.recent.look(needle)
	sought := a.seek(needle)
	switch few := 64 * len(found) / 8; {
	case exact != nil:
		found.or(exact)
	case within != nil && within.count() < few:
		a.searchIn(within, sought, found)
		a.searchNames(sought, found)
	default:
		all := make(bitset, len(found))
		if wider != nil && wider.count() < few {
			a.searchIn(wider, sought, all)
		} else {
			a.searchAll(ctx, sought, all)
		}
		a.searchNames(sought, all)
		found.or(all)
		if ctx.Err() == nil {
			a.recent.keep(needle, all)
		}
	}
}

// searchIn looks into the events of a small set one by one.
func (a *arena) searchIn(within bitset, n needle, found bitset) {
	for i := range within.all() {
		if bytes.Contains(a.shares[i/atOnce].of(int(i)%atOnce), n.text) {
			found.set(i)
		}
	}
}

// searchAll goes through the text of all events.
func (a *arena) searchAll(ctx context.Context, n needle, found bitset) {
	For(len(a.shares), 1, func() func(from, to int) {
		return func(share, _ int) {
			if ctx.Err() == nil {
				a.shares[share].search(n, found[share*atOnce/64:])
			}
		}
	})
}

// searchNames goes through the names of the actors, and adds the events that they are named in.
func (a *arena) searchNames(n needle, found bitset) {
	named := newBitset(a.listed.rows())
	a.actors.search(n, named)
	for actor := range named.all() {
		for _, i := range a.listed.row(actor) {
			found.set(i)
		}
	}
	for _, v := range a.voices {
		if named.has(v.actor) {
			found.set(v.event)
		}
	}
}

// A needle is what is looked for.
type needle struct {
	text []byte
	pair pair // the two bytes of it that are rarest, …
	at   int  // … and where in it they are
}

// seek makes a needle, of two bytes at least.
func (a *arena) seek(text string) needle {
	n, least := needle{text: []byte(text)}, int32(math.MaxInt32)
	for i := range len(text) - 1 {
		if times := a.common[pairNumber(text[i], text[i+1])]; times < least {
			n.pair, n.at, least = newPair(text[i], text[i+1]), i, times
		}
	}
	return n
}

// The words of many things, one behind the other: every field of them folded between two spaces, with a line feed behind, so
// that " word" finds the beginning of a word, " word " a whole one, and neither reaches into the next field.
type words struct {
	text   []byte
	starts []int // where each thing begins; one more for the end
}

// begin begins the next thing, or ends the last.
func (w *words) begin() { w.starts = append(w.starts, len(w.text)) }

// field appends the words of a text.
func (w *words) field(text string) {
	if text == "" {
		return
	}
	w.text = appendFold(append(w.text, ' '), text, nil)
	w.text = append(w.text, ' ', '\n')
}

// of is the words of the i-th thing.
func (w *words) of(i int) []byte { return w.text[w.starts[i]:w.starts[i+1]] }

// search adds the things that hold n to found. It looks for the rarest pair, and only around that for the rest.
func (w *words) search(n needle, found bitset) {
	thing := 0
	for at := n.at; at < len(w.text); {
		next := n.pair.index(w.text[at:])
		if next < 0 {
			return
		}
		start := at + next - n.at
		at += next + 1
		if !bytes.HasPrefix(w.text[start:], n.text) {
			continue
		}
		for w.starts[thing+1] <= start {
			thing++
		}
		found.set(int32(thing))
		at = max(at, w.starts[thing+1]+n.at)
	}
}
