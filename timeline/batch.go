package timeline

import (
	"cmp"
	"strings"

	"dateline/timeline/diag"
)

// A Batch is what a stretch of a file says: all of a file, or some events of a long list. Batches know nothing of each
// other, so that several can be filled at the same time. A builder absorbs them in the order of the file.
type Batch struct {
	header      Header
	events      packer
	ids         []diag.Range // where the ids of the events are, no place for an event without
	actors      []ActorDraft
	names       numbering[Mention]
	sources     []SourceDraft
	cited       []citedSource
	cites       map[string]Citation // id or link -> place in cited
	sourceRefs  []diag.Ref          // ids of sources
	relatedRefs []diag.Ref          // ids of events
	Problems    diag.List
}

// A citedSource is what is given where a source belongs: an id or a link, or a record of its own.
type citedSource struct {
	text   string
	record int // place in sources where text is ""
}

// NewBatch is an empty batch that takes so many problems.
func NewBatch(room int) *Batch {
	return &Batch{cites: map[string]Citation{}, Problems: diag.NewList(room)}
}

// Reset empties b.
func (b *Batch) Reset(room int) {
	clear(b.cites)
	b.events.reset()
	b.names.reset()
	*b = Batch{
		events: b.events, ids: b.ids[:0], actors: b.actors[:0], names: b.names,
		sources: b.sources[:0], cited: b.cited[:0], cites: b.cites, sourceRefs: b.sourceRefs[:0], relatedRefs: b.relatedRefs[:0],
		Problems: diag.NewList(room),
	}
}

// Size is about how many bytes the events take.
func (b *Batch) Size() int { return len(b.events.text) }

// AddHeader takes what a document says beside its events. The first title and description count.
func (b *Batch) AddHeader(h *Header) { b.header.add(h) }

// AddTitle takes the title of a document before all of that has been read.
func (b *Batch) AddTitle(title string) { b.header.Title = cmp.Or(b.header.Title, title) }

func (h *Header) add(other *Header) {
	h.Title = cmp.Or(h.Title, other.Title)
	h.Description = cmp.Or(h.Description, other.Description)
	h.Other = append(h.Other, other.Other...)
}

// AddEvent takes an event. It keeps nothing of e itself.
func (b *Batch) AddEvent(e *EventDraft) {
	b.events.add(e)
	b.ids = append(b.ids, e.IDAt)
}

// AddActor takes the record of an actor. Those that it names are to be mentioned as they are read.
func (b *Batch) AddActor(a ActorDraft) { b.actors = append(b.actors, a) }

// Mention takes the name of an actor as it is spelled.
func (b *Batch) Mention(name string) Mention {
	if m, known := b.names.find(name); known {
		return m
	}
	return b.names.add(name)
}

// AddSource takes the record of a source.
func (b *Batch) AddSource(s SourceDraft) { b.sources = append(b.sources, s) }

// Cite takes the id or link of a source.
func (b *Batch) Cite(text string, at diag.Range) Citation {
	if !IsLink(text) {
		b.sourceRefs = append(b.sourceRefs, diag.Ref{Text: text, At: at})
	}
	c, known := b.cites[text]
	if !known {
		c = Citation(len(b.cited))
		b.cites[text] = c
		b.cited = append(b.cited, citedSource{text: text})
	}
	return c
}

// IsLink reports whether a text is a link and not an id.
func IsLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// CiteSource takes the record of a source that is given where it is cited.
func (b *Batch) CiteSource(s SourceDraft) Citation {
	b.AddSource(s)
	b.cited = append(b.cited, citedSource{record: len(b.sources) - 1})
	return Citation(len(b.cited) - 1)
}

// AddRelated takes the id of an event that another names, which may be further on in the files.
func (b *Batch) AddRelated(id string, at diag.Range) {
	b.relatedRefs = append(b.relatedRefs, diag.Ref{Text: id, At: at})
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
