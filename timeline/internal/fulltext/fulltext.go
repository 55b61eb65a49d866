// Package fulltext finds the events of a record that hold a word or phrase.
//
//	words := fulltext.New(t, &eventsOfActor)
//	found := intset.NewBits(t.Len())
//	words.Search(ctx, " security ", nil, found) // the events with the whole word security
//
// New folds all text of all events once (see package fold) and lays it out in one piece, every field between two
// spaces. A search then is a scan of bytes: it looks for the two neighbouring bytes of the needle that are rarest in
// the record, and compares the rest only around them. The scan runs on all cores; some results are remembered for the
// next letter that is typed. For 100,000 events New takes some 0.1 s and a search some milliseconds.
//
// It knows no query: what is an operator, a key or a negation has been settled by index. It does not rank, and it
// tolerates no misspelling.
//
// fulltext may import timeline, fold, intset and parallel.
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

// An Index is the folded text of a record. The events' own text is kept by event, and that of actors and sources once
// each, since many events may name one of which much is said. An Index may be used by several goroutines.
type Index struct {
	shares   []docs // of shareSize events each
	actors   docs
	sources  docs         // of which a record says something in keys of the writer's own
	citing   []int32      // sources -> their numbers
	listed   *intset.Rows // actor -> events that list it
	cited    *intset.Rows // source -> events that cite it
	speakers []speaker
	common   []int32 // by pairNumber, how often two bytes are side by side in a sample of the text
	cache    cache
}

// shareSize is how many events are folded or searched by one worker at a time. It fills whole words of a bit set, so
// that no word has two writers.
const shareSize = 1 << 9

// A speaker is an actor that is quoted or claims something in an event which does not list it.
type speaker struct{ actor, event int32 }

// New folds the names and aliases of actors, titles, summaries, locations, tags, quotes, claims, labels of figures,
// notes and the values of keys of the writer's own of t, be they of an event, an actor or a source. Listed holds for
// each actor the events that list it, and cited for each source those that cite it, in ascending order; they must not
// change after New.
func New(t *timeline.Timeline, listed, cited *intset.Rows, workers parallel.Workers) *Index {
	a := &Index{shares: make([]docs, (t.Len()+shareSize-1)/shareSize), common: make([]int32, 1<<16)}
	a.listed, a.cited = listed, cited
	for i := range t.Actors() {
		a.actors.begin()
		actor := t.Actor(timeline.ActorRef(i))
		a.actors.field(actor.Name)
		for _, alias := range actor.Aliases {
			a.actors.field(alias)
		}
		a.actors.own(actor.Other)
	}
	a.actors.begin()
	var source timeline.Source
	for i := range t.Sources() {
		if t.ReadSource(timeline.SourceRef(i), &source); len(source.Other) > 0 {
			a.sources.begin()
			a.sources.own(source.Other)
			a.citing = append(a.citing, int32(i))
		}
	}
	a.sources.begin()
	speakers := make([][]speaker, len(a.shares))
	workers.For(t.Len(), shareSize, func() func(from, to int) {
		var e timeline.Event
		var w docs
		return func(from, to int) {
			w.text, w.starts = w.text[:0], w.starts[:0]
			share := from / shareSize
			for i := from; i < to; i++ {
				t.Read(i, &e)
				w.begin()
				a.event(&e, &w)
				speakers[share] = a.appendSpeakers(speakers[share], &e, int32(i))
			}
			w.begin()
			a.shares[share] = docs{bytes.Clone(w.text), slices.Clone(w.starts)}
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

// spelling appends how an event spells an actor, unless a.actors has it.
func (a *Index) spelling(actor timeline.ActorRef, name string, w *docs) {
	before := len(w.text)
	w.field(name)
	if actor != timeline.NoActor && a.isKnown(actor, w.text[before:]) {
		w.text = w.text[:before]
	}
}

// event appends the text of an event to w. It leaves out names of actors that a.actors has, be it as the end of a name.
func (a *Index) event(e *timeline.Event, w *docs) {
	w.field(e.Title)
	w.field(e.Summary)
	w.field(e.Location)
	for i := range e.Actors {
		part := &e.Actors[i]
		a.spelling(part.Actor, part.Name, w)
		for _, also := range part.Also {
			a.spelling(part.Actor, also, w)
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
	w.own(e.Other)
}

// isKnown reports whether a name, as docs.field appends it, is found wherever those of an actor are.
func (a *Index) isKnown(actor timeline.ActorRef, name []byte) bool {
	const most = 1 << 12 // bytes, so that nobody's aliases are gone through again and again
	doc := a.actors.doc(int(actor))
	return bytes.HasPrefix(doc, name) || len(doc) <= most && bytes.Contains(doc, name)
}

// The size of the sample in which pairs of bytes are counted.
const (
	sampleShares = 64 // about how many shares are looked at
	sampleStep   = 61 // of each of them one byte in this many
)

// sample counts pairs of bytes in a sample of the text.
func (a *Index) sample() {
	for s := 0; s < len(a.shares); s += 1 + len(a.shares)/sampleShares {
		text := a.shares[s].text
		for i := 0; i+1 < len(text); i += sampleStep {
			a.common[pairNumber(text[i], text[i+1])]++
		}
	}
}

// Search adds to found the events that hold needle, in their own text, in what the record has of an actor that they
// list or that speaks in them, or in a key of the writer's own of a source that they cite. Found must have room for
// every event.
//
// Needle is folded text of two bytes at least. It begins with a space to match from the beginning of a word on, and
// ends with one to match to the end of a word: " word" matches "words", " word " does not.
//
// Where within is not nil, found is right for the events in it, and says nothing of others. When ctx ends, Search
// returns soon, and found is not complete.
func (a *Index) Search(ctx context.Context, needle string, within, found intset.Bits) {
	exact, wider := a.cache.get(needle)
	sought := a.newNeedle(needle)
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
			a.cache.put(needle, all)
		}
	}
}

// searchIn goes over the events of a small set one by one.
func (a *Index) searchIn(within intset.Bits, n needle, found intset.Bits) {
	for i := range within.All() {
		if bytes.Contains(a.shares[i/shareSize].doc(int(i)%shareSize), n.text) {
			found.Set(i)
		}
	}
}

// searchAll scans the text of all events.
func (a *Index) searchAll(ctx context.Context, n needle, found intset.Bits) {
	parallel.All().For(len(a.shares), 1, func() func(from, to int) {
		return func(share, _ int) {
			if ctx.Err() == nil {
				a.shares[share].search(n, found[share*shareSize/64:])
			}
		}
	})
}

// searchNames scans what the record has of actors and sources, and adds the events that list an actor of those found,
// in which one of them speaks, or that cite a source of them.
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
	if len(a.citing) == 0 {
		return
	}
	noted := intset.NewBits(len(a.citing))
	a.sources.search(n, noted)
	for source := range noted.All() {
		for _, i := range a.cited.Row(a.citing[source]) {
			found.Set(i)
		}
	}
}

// A needle is what is looked for.
type needle struct {
	text []byte
	pair bytePair // the two neighbouring bytes of text that are rarest in the record
	at   int      // where in text they are
}

// newNeedle returns a needle for a text of two bytes at least.
func (a *Index) newNeedle(text string) needle {
	n, least := needle{text: []byte(text)}, int32(math.MaxInt32)
	for i := range len(text) - 1 {
		if times := a.common[pairNumber(text[i], text[i+1])]; times < least {
			n.pair, n.at, least = newBytePair(text[i], text[i+1]), i, times
		}
	}
	return n
}

// A docs is the folded text of many documents, one after the other. Each field of a document is between two spaces with
// a line feed after it, so that " word" finds the beginning of a word and " word " a whole one, and neither reaches
// into the next field.
type docs struct {
	text   []byte
	starts []int // where each document begins, and where the last one ends
}

// begin begins the next document. After the last one it is called once more.
func (w *docs) begin() { w.starts = append(w.starts, len(w.text)) }

// field appends a field to the document that was begun.
func (w *docs) field(text string) {
	if text == "" {
		return
	}
	w.text = fold.Append(append(w.text, ' '), text, nil)
	w.text = append(w.text, ' ', '\n')
}

// own appends the values of keys of the writer's own.
func (w *docs) own(fields []timeline.Field) {
	for i := range fields {
		w.field(fields[i].Value)
	}
}

// doc returns the i-th document.
func (w *docs) doc(i int) []byte { return w.text[w.starts[i]:w.starts[i+1]] }

// search adds to found the documents that hold n. It looks for the rarest pair, and only around that for the rest.
func (w *docs) search(n needle, found intset.Bits) {
	document := 0
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
		for w.starts[document+1] <= start {
			document++
		}
		found.Set(int32(document))
		at = max(at, w.starts[document+1]+n.at)
	}
}
