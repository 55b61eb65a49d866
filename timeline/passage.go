package timeline

import (
	"cmp"
	"strings"
)

// A batch is what a stretch of a file says: all of a file, or some events of a long list. Batches know nothing of each
// other, so that several can be filled at the same time. A builder absorbs them in the order of the file.
type batch struct {
	header      header
	events      packer
	ids         []place // where the ids of the events are, no place for an event without
	actors      []actorDraft
	names       numbering[mention]
	sources     []sourceDraft
	cited       []citedSource
	cites       map[string]citation // id or link -> place in cited
	sourceRefs  []reference         // ids of sources
	relatedRefs []reference         // ids of events
	problems    problemList
}

// A citedSource is what is given where a source belongs: an id or a link, or a record of its own.
type citedSource struct {
	text   string
	record int // place in sources where text is ""
}

// newBatch is an empty batch that takes so many problems.
func newBatch(room int) *batch {
	return &batch{cites: map[string]citation{}, problems: problemList{limit: room}}
}

// reset empties b.
func (b *batch) reset(room int) {
	clear(b.cites)
	b.events.reset()
	b.names.reset()
	*b = batch{
		events: b.events, ids: b.ids[:0], actors: b.actors[:0], names: b.names,
		sources: b.sources[:0], cited: b.cited[:0], cites: b.cites, sourceRefs: b.sourceRefs[:0], relatedRefs: b.relatedRefs[:0],
		problems: problemList{limit: room},
	}
}

// size is about how many bytes the events take.
func (b *batch) size() int { return len(b.events.text) }

// addHeader takes what a document says beside its events. The first title and description count.
func (b *batch) addHeader(h *header) { b.header.add(h) }

// addTitle takes the title of a document before all of that has been read.
func (b *batch) addTitle(title string) { b.header.Title = cmp.Or(b.header.Title, title) }

func (h *header) add(other *header) {
	h.Title = cmp.Or(h.Title, other.Title)
	h.Description = cmp.Or(h.Description, other.Description)
	h.Other = append(h.Other, other.Other...)
}

// addEvent takes an event. It keeps nothing of e itself.
func (b *batch) addEvent(e *eventDraft) {
	b.events.add(e)
	b.ids = append(b.ids, e.IDAt)
}

// addActor takes the record of an actor. Those that it names are to be mentioned as they are read.
func (b *batch) addActor(a actorDraft) { b.actors = append(b.actors, a) }

// mention takes the name of an actor as it is spelled.
func (b *batch) mention(name string) mention {
	if m, known := b.names.find(name); known {
		return m
	}
	return b.names.add(name)
}

// addSource takes the record of a source.
func (b *batch) addSource(s sourceDraft) { b.sources = append(b.sources, s) }

// cite takes the id or link of a source.
func (b *batch) cite(text string, at place) citation {
	if !isLink(text) {
		b.sourceRefs = append(b.sourceRefs, reference{text, at})
	}
	c, known := b.cites[text]
	if !known {
		c = citation(len(b.cited))
		b.cites[text] = c
		b.cited = append(b.cited, citedSource{text: text})
	}
	return c
}

// isLink reports whether a text is a link and not an id.
func isLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// citeSource takes the record of a source that is given where it is cited.
func (b *batch) citeSource(s sourceDraft) citation {
	b.addSource(s)
	b.cited = append(b.cited, citedSource{record: len(b.sources) - 1})
	return citation(len(b.cited) - 1)
}

// addRelated takes the id of an event that another names, which may be further on in the files.
func (b *batch) addRelated(id string, at place) {
	b.relatedRefs = append(b.relatedRefs, reference{id, at})
}

// A numbering gives texts numbers in the order in which they first come.
type numbering[N ~int32] struct {
	texts   []string
	numbers map[string]N
}

// find returns the number of a text.
func (n *numbering[N]) find(text string) (number N, known bool) {
	number, known = n.numbers[text]
	return number, known
}

// add gives a number to a text that has none.
func (n *numbering[N]) add(text string) N {
	if n.numbers == nil {
		n.numbers = map[string]N{}
	}
	number := N(len(n.texts))
	n.numbers[text] = number
	n.texts = append(n.texts, text)
	return number
}

// reset empties n.
func (n *numbering[N]) reset() {
	clear(n.numbers)
	n.texts = n.texts[:0]
}
