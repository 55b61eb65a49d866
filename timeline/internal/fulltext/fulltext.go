// Package fulltext finds the events of a record that hold a word or phrase.
//
//	words := fulltext.New(t, &eventsOfActor)
//	found := intset.NewBits(t.Len())
//	words.Search(ctx, " security ", nil, found) // the events with the whole word security
//
// Most words fold to themselves, but for case and signs between them (see package fold). They are looked for in the
// events as the record holds them, by a scan of bytes that takes no notice of case: it looks for the two neighbouring
// letters of the needle that are rarest in the record, asks only there which text of which event that is, and compares
// the rest. So no second text is kept of them. New folds the other words and keeps them by event: those with
// diacritics, of other scripts than Latin, with apostrophes or full stops amid them. All of an event is folded whose
// texts may have markup. A needle that goes from the ones to the others is settled by folding the words around it.
//
// The scan runs on all cores; some results are remembered for the next letter that is typed. For 100,000 events New
// takes some 0.1 s and a search some milliseconds.
//
// It knows no query: what is an operator, a key or a negation has been settled by index. It does not rank, and it
// tolerates no misspelling.
//
// fulltext may import timeline, fold, intset, packedtext and parallel.
package fulltext

import (
	"context"
	"slices"
	"strings"
	"sync"

	"dateline/timeline"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
)

// An Index is a record whose words can be looked for. The events' own text is looked through where the record holds it,
// and what is folded of it is kept by event. That of actors and sources is kept once each, since many events may name
// one of which much is said. An Index may be used by several goroutines.
type Index struct {
	shares   []share
	actors   docs
	sources  docs         // of which a record says something in keys of the writer's own
	citing   []int32      // sources -> their numbers
	listed   *intset.Rows // actor -> events that list it
	cited    *intset.Rows // source -> events that cite it
	speakers []speaker
	common   []int32 // by pairNumber, how often two bytes are side by side in a sample of the text
	cache    cache
	turn     chan struct{} // has room for the search that is under way, which has all cores
}

// A speaker is an actor that is quoted or claims something in an event which does not list it.
type speaker struct{ actor, event int32 }

// New returns an Index of the names and aliases of actors, titles, summaries, locations, tags, quotes, claims, labels
// of figures, notes and the values of keys of the writer's own of t, be they of an event, an actor or a source. Listed
// holds for each actor the events that list it, and cited for each source those that cite it, in ascending order; they
// must not change after New.
func New(t *timeline.Timeline, listed, cited *intset.Rows, workers parallel.Workers) *Index {
	packed := t.Packed()
	a := &Index{shares: make([]share, len(packed)), common: make([]int32, 1<<16), turn: make(chan struct{}, 1)}
	a.listed, a.cited = listed, cited
	a.foldNames(t)
	speakers := make([][]speaker, len(packed))
	workers.For(len(packed), 1, func() func(from, to int) {
		var e timeline.Event
		var w docsWriter
		return func(n, _ int) {
			events := packed[n]
			for at, i := range events.Events {
				t.Read(int(i), &e)
				w.begin()
				a.spellings(&e, &w)
				if e.Markup {
					a.event(&e, &w)
				} else {
					for from, to := range events.Texts(at) {
						w.uneven(events.Text[from:to])
					}
				}
				speakers[n] = a.appendSpeakers(speakers[n], &e, i)
			}
			w.begin()
			a.shares[n] = share{events, w.done()}
		}
	})
	a.speakers = slices.Concat(speakers...)
	a.sample()
	return a
}

// foldNames folds what the record says of actors, and of sources in keys of the writer's own.
func (a *Index) foldNames(t *timeline.Timeline) {
	var w docsWriter
	for i := range t.Actors() {
		w.begin()
		actor := t.Actor(timeline.ActorRef(i))
		w.field(actor.Name)
		for _, alias := range actor.Aliases {
			w.field(alias)
		}
		w.own(actor.Other)
	}
	w.begin()
	a.actors = w.done()
	var source timeline.Source
	for i := range t.Sources() {
		if t.ReadSource(timeline.SourceRef(i), &source); len(source.Other) > 0 {
			w.begin()
			w.own(source.Other)
			a.citing = append(a.citing, int32(i))
		}
	}
	w.begin()
	a.sources = w.done()
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

// spellings appends how an event spells actors, unless a.actors has it, be it as the end of a name.
func (a *Index) spellings(e *timeline.Event, w *docsWriter) {
	for i := range e.Actors {
		part := &e.Actors[i]
		a.spelling(part.Actor, part.Name, w)
		for _, also := range part.Also {
			a.spelling(part.Actor, also, w)
		}
	}
}

func (a *Index) spelling(actor timeline.ActorRef, name string, w *docsWriter) {
	before := len(w.text)
	w.field(name)
	if actor != timeline.NoActor && a.isKnown(actor, string(w.text[before:])) {
		w.text = w.text[:before]
	}
}

// isKnown reports whether a name, as docsWriter.field appends it, is found wherever those of an actor are.
func (a *Index) isKnown(actor timeline.ActorRef, name string) bool {
	const most = 1 << 12 // bytes, so that nobody's aliases are gone through again and again
	doc := a.actors.doc(int(actor))
	return strings.HasPrefix(doc, name) || len(doc) <= most && strings.Contains(doc, name)
}

// event appends all text of an event to w.
func (a *Index) event(e *timeline.Event, w *docsWriter) {
	w.field(e.Title)
	w.field(e.Summary)
	w.field(e.Location)
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

// samplePairs is about how many pairs of bytes are counted.
const samplePairs = 1 << 18

// sample counts pairs of bytes in a sample of the text.
func (a *Index) sample() {
	total := 0
	for i := range a.shares {
		total += len(a.shares[i].events.Text) + len(a.shares[i].uneven.text)
	}
	step, at := 1+total/samplePairs, 0
	for i := range a.shares {
		for _, text := range [...]string{a.shares[i].events.Text, a.shares[i].uneven.text} {
			for ; at+1 < len(text); at += step {
				a.common[pairNumber(text[at], text[at+1])]++
			}
			at = max(0, at-len(text))
		}
	}
}

// Search adds to found the events that hold needle, in their own text, in what the record has of an actor that they
// list or that speaks in them, or in a key of the writer's own of a source that they cite. Found must have room for
// every event.
//
// Needle is folded text with a letter or digit, of two bytes at least; any other is not found. It begins with a space
// to match from the beginning of a word on, and ends with one to match to the end of a word: " word" matches "words", "
// word " does not.
//
// Where within is not nil, found is right for the events in it, and says nothing of others. When ctx ends, Search
// returns soon, and found is not complete.
func (a *Index) Search(ctx context.Context, needle string, within, found intset.Bits) {
	if strings.Trim(needle, " ") == "" {
		return
	}
	exact, wider := a.cache.get(needle)
	sought := a.newNeedle(needle)
	switch few := 64 * len(found) / 8; {
	case exact != nil:
		found.Or(exact)
	case within != nil && within.Count() < few:
		a.searchEvents(ctx, sought, within, found)
		a.searchNames(sought, found)
	default:
		if wider != nil && wider.Count() >= few {
			wider = nil
		}
		all := make(intset.Bits, len(found))
		a.searchEvents(ctx, sought, wider, all)
		a.searchNames(sought, all)
		found.Or(all)
		if ctx.Err() == nil {
			a.cache.put(needle, all)
		}
	}
}

// searchEvents looks through the text of all events, or of those in within, if that is not nil. Searches of many
// readers are done one after the other: at once they would take no less time, and leave none for who presses keys.
func (a *Index) searchEvents(ctx context.Context, n *needle, within, found intset.Bits) {
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	case <-ctx.Done():
		return
	}
	var one sync.Mutex
	parallel.All().For(len(a.shares), 1+len(a.shares)/maxTurns, func() func(from, to int) {
		s := searcher{needle: n}
		return func(from, to int) {
			if ctx.Err() != nil {
				return
			}
			s.found = s.found[:0]
			for i := from; i < to; i++ {
				s.search(&a.shares[i], within)
			}
			one.Lock()
			defer one.Unlock()
			for _, i := range s.found {
				found.Set(i)
			}
		}
	})
}

// maxTurns is in about how many turns the shares are searched: there may be one for each of many small files.
const maxTurns = 1 << 9

// searchNames scans what the record has of actors and sources, and adds the events that list an actor of those found,
// in which one of them speaks, or that cite a source of them.
func (a *Index) searchNames(n *needle, found intset.Bits) {
	named := intset.NewBits(a.listed.Len())
	a.actors.search(n, 0, len(a.actors.starts)-1, func(actor int) {
		named.Set(int32(actor))
		for _, i := range a.listed.Row(int32(actor)) {
			found.Set(i)
		}
	}, nil)
	for _, v := range a.speakers {
		if named.Has(v.actor) {
			found.Set(v.event)
		}
	}
	a.sources.search(n, 0, len(a.citing), func(source int) {
		for _, i := range a.cited.Row(a.citing[source]) {
			found.Set(i)
		}
	}, nil)
}
