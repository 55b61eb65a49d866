package fulltext

import (
	"bytes"
	"context"
	"math"
	"slices"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
)

// A Index is the words of a record, folded, where words are looked for: those that are the events' own, and the
// names of the actors once each, since many events may name one whose name is long.
type Index struct {
	Shares   []docs // of atOnce events each
	actors   docs
	listed   *intset.Rows // actor -> events that list it
	speakers []speaker
	common   []int32 // how often two bytes occur side by side, in a sample, by pairNumber
	Cache    cache
}

// atOnce is how many events are folded or searched at once: whole words of a bit set, so that each of those has one
// writer.
const atOnce = 1 << 9

// A speaker is an actor that is quoted or claims something in an event which does not list it.
type speaker struct{ actor, event int32 }

// New folds names, titles, summaries, places, tags, quotes, claims, labels of figures and notes.
// Listed has for each actor the events that list it.
func New(t *timeline.Timeline, listed *intset.Rows) *Index {
	a := &Index{Shares: make([]docs, (t.Len()+atOnce-1)/atOnce), listed: listed, common: make([]int32, 1<<16)}
	for i := range t.Actors() {
		a.actors.begin()
		a.actors.field(t.Actor(timeline.ActorRef(i)).Name)
	}
	a.actors.begin()
	speakers := make([][]speaker, len(a.Shares))
	parallel.For(t.Len(), atOnce, func() func(from, to int) {
		var e timeline.Event
		var w docs
		return func(from, to int) {
			w.Text, w.starts = w.Text[:0], w.starts[:0]
			share := from / atOnce
			for i := from; i < to; i++ {
				t.Read(i, &e)
				w.begin()
				a.event(&e, &w)
				speakers[share] = a.appendSpeakers(speakers[share], &e, int32(i))
			}
			w.begin()
			a.Shares[share] = docs{bytes.Clone(w.Text), slices.Clone(w.starts)}
		}
	})
	a.speakers = slices.Concat(speakers...)
	a.sample()
	return a
}

// appendSpeakers appends the speakers of the i-th event.
func (a *Index) appendSpeakers(speakers []speaker, e *timeline.Event, i int32) []speaker {
	for actor := range e.EachSpeaker {
		if actor == timeline.NoActor {
			continue
		}
		if _, lists := slices.BinarySearch(a.listed.Row(int32(actor)), i); !lists {
			speakers = append(speakers, speaker{int32(actor), i})
		}
	}
	return speakers
}

// event appends the words of an event to w, without the names that its actors have.
func (a *Index) event(e *timeline.Event, w *docs) {
	w.field(e.Title)
	w.field(e.Summary)
	w.field(e.Location)
	for i := range e.Actors {
		before, actor := len(w.Text), e.Actors[i].Actor
		w.field(e.Actors[i].Name)
		if actor != timeline.NoActor && bytes.Equal(w.Text[before:], a.actors.doc(int(actor))) {
			w.Text = w.Text[:before]
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
func (a *Index) sample() {
	for s := 0; s < len(a.Shares); s += 1 + len(a.Shares)/sampleShares {
		text := a.Shares[s].Text
		for i := 0; i+1 < len(text); i += sampleStep {
			a.common[pairNumber(text[i], text[i+1])]++
		}
	}
}

// Search adds the events that hold needle to found. Where within is not nil, only events of it matter. It gives up when
// ctx ends.
func (a *Index) Search(ctx context.Context, needle string, within, found intset.Bits) {
	exact, wider := a.Cache.get(needle)
	sought := a.seek(needle)
	switch few := 64 * len(found) / 8; {
	case exact != nil:
		found.Or(exact)
	case within != nil && within.Count() < few:
		a.searchIn(within, sought, found)
		a.searchNames(sought, found)
	default:
		all := make(intset.Bits, len(found))
		if wider != nil && wider.Count() < few {
			a.searchIn(wider, sought, all)
		} else {
			a.searchAll(ctx, sought, all)
		}
		a.searchNames(sought, all)
		found.Or(all)
		if ctx.Err() == nil {
			a.Cache.put(needle, all)
		}
	}
}

// searchIn looks into the events of a small set one by one.
func (a *Index) searchIn(within intset.Bits, n needle, found intset.Bits) {
	for i := range within.All() {
		if bytes.Contains(a.Shares[i/atOnce].doc(int(i)%atOnce), n.text) {
			found.Set(i)
		}
	}
}

// searchAll goes through the text of all events.
func (a *Index) searchAll(ctx context.Context, n needle, found intset.Bits) {
	parallel.For(len(a.Shares), 1, func() func(from, to int) {
		return func(share, _ int) {
			if ctx.Err() == nil {
				a.Shares[share].search(n, found[share*atOnce/64:])
			}
		}
	})
}

// searchNames goes through the names of the actors, and adds the events that they are named in.
func (a *Index) searchNames(n needle, found intset.Bits) {
	named := intset.NewBits(a.listed.Len())
	a.actors.search(n, named)
	for actor := range named.All() {
		for _, i := range a.listed.Row(actor) {
			found.Set(i)
		}
	}
	for _, v := range a.speakers {
		if named.Has(v.actor) {
			found.Set(v.event)
		}
	}
}

// A needle is what is looked for.
type needle struct {
	text []byte
	pair bytePair // the two bytes of it that are rarest, …
	at   int      // … and where in it they are
}

// seek makes a needle, of two bytes at least.
func (a *Index) seek(text string) needle {
	n, least := needle{text: []byte(text)}, int32(math.MaxInt32)
	for i := range len(text) - 1 {
		if times := a.common[pairNumber(text[i], text[i+1])]; times < least {
			n.pair, n.at, least = newBytePair(text[i], text[i+1]), i, times
		}
	}
	return n
}

// Docs are the words of many things, one after the other: every field folded between two spaces, with a line feed after
// it, so that " word" finds the beginning of a word, " word " a whole one, and neither reaches into the next field.
type docs struct {
	Text   []byte
	starts []int // where each thing begins; one more for the end
}

// begin begins the next thing, or ends the last.
func (w *docs) begin() { w.starts = append(w.starts, len(w.Text)) }

// field appends the words of a text.
func (w *docs) field(text string) {
	if text == "" {
		return
	}
	w.Text = fold.AppendFold(append(w.Text, ' '), text, nil)
	w.Text = append(w.Text, ' ', '\n')
}

// doc is the words of the i-th thing.
func (w *docs) doc(i int) []byte { return w.Text[w.starts[i]:w.starts[i+1]] }

// search adds the things that hold n to found. It looks for the rarest pair, and only around that for the rest.
func (w *docs) search(n needle, found intset.Bits) {
	thing := 0
	for at := n.at; at < len(w.Text); {
		next := n.pair.index(w.Text[at:])
		if next < 0 {
			return
		}
		start := at + next - n.at
		at += next + 1
		if !bytes.HasPrefix(w.Text[start:], n.text) {
			continue
		}
		for w.starts[thing+1] <= start {
			thing++
		}
		found.Set(int32(thing))
		at = max(at, w.starts[thing+1]+n.at)
	}
}
