package timeline

import "cmp"

// A passage is what a stretch of a file says: all of a file, or some events of a long list. While it is read, an ActorRef is
// one of its mentions and a SourceRef one of its citations; a builder makes them numbers of the record when it absorbs the
// passage. Passages know nothing of each other, so that several can be read at the same time.
type passage struct {
	head
	events    packer
	ids       []place // where the ids of the events stand, no place for an event without
	actors    []actorDraft
	mentions  []string // the spellings of actors, in the order of their first use
	mentioned map[string]ActorRef
	sources   []sourceDraft
	citations []citation
	cites     map[string]SourceRef // id or link -> place in citations
	cited     []reference          // ids of sources
	follows   []reference          // ids in related
	reports
}

// A reference is a name or an id, and where it stands.
type reference struct {
	text string
	at   place
}

// A citation is what stands where a source belongs: an id or a link, or a record of its own.
type citation struct {
	text   string
	record int // place in sources where text is ""
}

// newPassage is an empty passage that takes so many problems.
func newPassage(room int) *passage {
	return &passage{mentioned: map[string]ActorRef{}, cites: map[string]SourceRef{}, reports: reports{room: room}}
}

// reset empties p.
func (p *passage) reset(room int) {
	clear(p.mentioned)
	clear(p.cites)
	p.events.reset()
	*p = passage{
		events: p.events, ids: p.ids[:0], actors: p.actors[:0], mentions: p.mentions[:0], mentioned: p.mentioned,
		sources: p.sources[:0], citations: p.citations[:0], cites: p.cites, cited: p.cited[:0], follows: p.follows[:0],
		reports: reports{room: room},
	}
}

// addEvent takes an event, and where its id stands.
func (p *passage) addEvent(e *Event, idAt place) {
	p.events.add(e)
	p.ids = append(p.ids, idAt)
}

// mention takes the name of an actor as it is spelled.
func (p *passage) mention(name string) ActorRef {
	a, known := p.mentioned[name]
	if !known {
		a = ActorRef(len(p.mentions))
		p.mentioned[name] = a
		p.mentions = append(p.mentions, name)
	}
	return a
}

// addSource takes a source record and gives its place.
func (p *passage) addSource(s sourceDraft) int {
	p.sources = append(p.sources, s)
	return len(p.sources) - 1
}

// cite takes the id or link of a source.
func (p *passage) cite(text string) SourceRef {
	c, known := p.cites[text]
	if !known {
		c = SourceRef(len(p.citations))
		p.cites[text] = c
		p.citations = append(p.citations, citation{text: text})
	}
	return c
}

// citeRecord takes a source that stands in place.
func (p *passage) citeRecord(source int) SourceRef {
	p.citations = append(p.citations, citation{record: source})
	return SourceRef(len(p.citations) - 1)
}

// addHead takes what a document says beside its events. The first title and description count.
func (h *head) addHead(other *head) {
	h.title = cmp.Or(h.title, other.title)
	h.description = cmp.Or(h.description, other.description)
	h.other = append(h.other, other.other...)
}

// reports are problems as they are found, so many at most.
type reports struct {
	problems Problems
	room     int // for how many problems there is room, …
	omitted  int // … and how many more there were
}

// maxProblems bounds what is reported, for a record in which everything is wrong.
const maxProblems = 10_000

// report takes a problem.
func (r *reports) report(at place, severity Severity, message, hint string) {
	if r.full() {
		r.omitted++
		return
	}
	r.problems = append(r.problems, at.problem(severity, message, hint))
}

// count is how many problems there were.
func (r *reports) count() int { return len(r.problems) + r.omitted }

// full says whether another problem would be left out.
func (r *reports) full() bool { return len(r.problems) >= r.room }

// take takes the problems of others.
func (r *reports) take(others reports) {
	n := min(len(others.problems), max(0, r.room-len(r.problems)))
	r.problems = append(r.problems, others.problems[:n]...)
	r.omitted += others.omitted + len(others.problems) - n
}
