package timeline

import (
	"cmp"

	"dateline/timeline/diag"
)

// A Batch is what a part of a file says: all of a file, or some events of a long list. Batches know nothing of each
// other, so that several can be filled at the same time, each by one goroutine. A Builder absorbs them in the order of
// the file.
type Batch struct {
	header      Header
	events      packer
	ids         []diag.Range // where the id of each event is; no place for an event without
	actors      []ActorDraft
	named       map[namedAs]bool // what AddNamed added
	names       numbering[Mention]
	sources     packer
	sourceAts   []diag.Range // of each source, where its id is, or else the record
	cited       []citedSource
	cites       map[string]Citation // id or link -> place in cited
	sourceRefs  []diag.Ref          // ids of sources
	relatedRefs []diag.Ref          // ids of events
	problems    diag.List
}

// A citedSource is what a file cites: a text, which is an id or a link, or a record in place.
type citedSource struct {
	text   string
	record int // place in sources; counts only where text is ""
}

// NewBatch returns an empty batch with room for the places of n errors and n warnings.
func NewBatch(n int) *Batch {
	return &Batch{cites: map[string]Citation{}, problems: diag.NewList(n)}
}

// Reset empties b, keeps its memory for what is added next, and lets it report to an empty list.
func (b *Batch) Reset(problems diag.List) {
	clear(b.cites)
	clear(b.named)
	b.events.reset()
	b.names.reset()
	b.sources.reset()
	*b = Batch{
		events: b.events, ids: b.ids[:0], actors: b.actors[:0], named: b.named, names: b.names,
		sources: b.sources, sourceAts: b.sourceAts[:0], cited: b.cited[:0], cites: b.cites,
		sourceRefs: b.sourceRefs[:0], relatedRefs: b.relatedRefs[:0],
		problems: problems,
	}
}

// Swap exchanges what two batches say. Who reports to one of them goes on to report to that one.
func (b *Batch) Swap(with *Batch) { *b, *with = *with, *b }

// Size returns about how many bytes the events take.
func (b *Batch) Size() int { return len(b.events.text) }

// Problems returns the list to which problems of this part of the file are reported.
func (b *Batch) Problems() *diag.List { return &b.problems }

// AddHeader adds what a document says beside its events. Of several titles and descriptions the first counts, and of
// what is said of a type too.
func (b *Batch) AddHeader(h *Header) {
	b.header.add(h)
	b.header.addTypes(h.Types, &b.problems)
	b.header.addViews(h.Views)
}

// AddEarly adds the title, the types and the views of a document, all of which has not been read yet. AddHeader may add
// the same again.
func (b *Batch) AddEarly(h *Header) {
	b.AddHeader(&Header{Title: h.Title, Types: h.Types, Views: h.Views})
}

// add adds what another document says, but for types.
func (h *Header) add(other *Header) {
	h.Title = cmp.Or(h.Title, other.Title)
	if h.Description == "" {
		h.Description, h.Markup = other.Description, other.Markup
	}
	h.Other = append(h.Other, other.Other...)
}

// AddEvent adds an event. It copies e, which may then be used for the next event.
func (b *Batch) AddEvent(e *EventDraft) {
	b.events.add(e)
	b.ids = append(b.ids, e.IDAt)
}

// AddActor adds the record of an actor. The actors that the record names must be mentioned too, in the order in which
// they are read.
func (b *Batch) AddActor(a ActorDraft) { b.actors = append(b.actors, a) }

// A namedAs is an id that an event says of an actor, and a name beside it.
type namedAs struct{ id, name string }

// AddNamed adds an id that an event says of an actor beside its name. It counts where no record has the id. Of several
// names the first is that of the actor, and the others are spellings of it.
func (b *Batch) AddNamed(id, name string) {
	if b.named == nil {
		b.named = map[namedAs]bool{}
	}
	if as := (namedAs{id, name}); !b.named[as] {
		b.named[as] = true
		b.AddActor(ActorDraft{ID: id, Name: name, Named: true})
	}
}

// AddLinked adds what a link to the page of an actor calls it. It is a spelling of that actor where nobody else is
// called so, by a link or otherwise.
func (b *Batch) AddLinked(page, shown string) {
	if b.named == nil {
		b.named = map[namedAs]bool{}
	}
	if as := (namedAs{"[[" + page, shown}); page != "" && shown != "" && !b.named[as] {
		b.named[as] = true
		b.AddActor(ActorDraft{Name: shown, Linked: page, Named: true})
	}
}

// Mention returns the number by which this batch knows the name of an actor, in this spelling.
func (b *Batch) Mention(name string) Mention {
	if m, known := b.names.find(name); known {
		return m
	}
	return b.names.add(name)
}

// AddSource adds the record of a source. It copies s.
func (b *Batch) AddSource(s *SourceDraft) {
	b.sources.addSource(&s.Source)
	b.sourceAts = append(b.sourceAts, s.At)
}

// Cite returns the number by which this batch knows the source with an id or link. An id that no source turns out to
// have is reported at its place, if it has one.
func (b *Batch) Cite(text string, at diag.Range) Citation {
	if !isLink(text) && at.File != nil {
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

// CiteSource adds the record of a source where it is cited, and returns the number by which this batch knows it. It
// copies s.
func (b *Batch) CiteSource(s *SourceDraft) Citation {
	b.cited = append(b.cited, citedSource{record: len(b.sourceAts)})
	b.AddSource(s)
	return Citation(len(b.cited) - 1)
}

// AddRelated adds the id of an event that another event names. If no event turns out to have it, that is reported at
// its place.
func (b *Batch) AddRelated(id string, at diag.Range) {
	b.relatedRefs = append(b.relatedRefs, diag.Ref{Text: id, At: at})
}

// A numbering numbers texts in the order in which they first come.
type numbering[N ~int32] struct {
	texts   []string
	numbers map[string]N
}

// find returns the number of a text.
func (n *numbering[N]) find(text string) (number N, known bool) {
	number, known = n.numbers[text]
	return number, known
}

// add numbers a text that has no number yet.
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
