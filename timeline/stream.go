package timeline

import (
	"context"
	"slices"
)

// Stream is Load for those who do not want to wait for the end of a file. It calls give with some events at a time, in the
// order of the record, as soon as nothing that is still unread can come before them, or change a word of what they say or
// whether q selects them; the Timeline that they are selected from holds nothing else. Rest is what q selects and give was
// not given: everything, where the record is not in order or does not say beforehand who is who, or where give is nil. The
// error is that of give, at which Stream stops, or the cause why ctx ended.
func Stream(ctx context.Context, files []File, q Query, give func(*Timeline, Selection) error) (p Progress, rest Selection, err error) {
	l := loader{builder: newBuilder(), piece: usualPiece}
	return l.streamed(ctx, files, q, give)
}

func (l *loader) streamed(ctx context.Context, files []File, q Query, give func(*Timeline, Selection) error) (p Progress, rest Selection, err error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	s := stream{builder: l.builder, q: q, give: func(t *Timeline, s Selection) {
		if err := give(t, s); err != nil {
			stop(err)
		}
	}}
	if give != nil && len(files) == 1 { // or the last file may have the first event
		l.stream = &s
	}
	p = l.load(ctx, files)
	return p, s.rest(p.Index.Timeline(), p.Index.Select(q)), context.Cause(ctx)
}

// A stream gives the first events of a builder that are settled, while more are read.
type stream struct {
	*builder
	q     Query
	give  func(*Timeline, Selection)
	given []int32 // lines of the events that were given, selected or not, as they follow each other
	next  int     // how many events there are when it is worthwhile to look again
	over  bool    // whether no more can be settled before the end

	above    int       // mentions above the events
	recorded nameTable // spellings of actors that have a record; nil before the first look
	sure     []bool    // mentions that are such spellings
}

// read looks for settled events, when nothing that is unread begins before a day.
func (s *stream) read(day Day) {
	n, from := s.events.len(), len(s.given)
	if s.over || n < s.next {
		return
	}
	s.next = n + max(n-from, n/8) // or all looks together would take longer than reading
	to := s.settled(from, day)
	if to == from {
		return
	}
	c := s.roster.settle()
	sources, cited := s.settleSources()
	x := NewIndex(&Timeline{
		events:   packedEvents{texts: s.events.texts, spots: s.events.spots[from:to], dates: s.events.dates[from:to]},
		mentions: s.roster.mentions, who: c.of, cited: cited, actors: c.actors, names: c.names, sources: sources,
	})
	if !s.decided(x) {
		return
	}
	s.give(x.t, x.Select(s.q))
	for i := range x.t.Len() {
		s.given = append(s.given, int32(x.t.events.pos(i).Line))
	}
	s.next = n + n/8
}

// settled is where those events end, from the given one on, which are settled: nothing that is read after them comes before
// them, they have an id of their own, and the actors and sources that they name have records.
func (s *stream) settled(from int, day Day) (to int) {
	if s.recorded == nil {
		if s.recordActors(); s.over {
			return from
		}
	}
	for _, name := range s.roster.mentions[len(s.sure):] {
		_, ok := s.recorded[nameKey(name)]
		s.sure = append(s.sure, ok)
	}
	dates := s.events.dates[from:]
	inOrder := len(dates)
	earliest := Date{}
	for i, date := range slices.Backward(dates) {
		if date.Compare(earliest) > 0 {
			inOrder = i
		} else {
			earliest = date
		}
	}
	var e Event
	for to = from; to < from+inOrder && dates[to-from].Earliest() < day; to++ {
		if s.events.read(to, &e); !s.isSettled(to, &e) {
			s.over = true
			return to
		}
	}
	s.over = s.over || inOrder < len(dates)
	return to
}

// recordActors notes who has a record, for there will be no others: they stand above the events. Where a record names
// somebody who has none, nothing is settled.
func (s *stream) recordActors() {
	known := settling{cast: cast{names: nameTable{}}, taken: map[string]string{}, ids: map[string]bool{}}
	known.register(s.roster.records)
	s.recorded = known.names
	for _, name := range s.roster.mentions[:s.above] {
		_, ok := s.recorded[nameKey(name)]
		s.over = s.over || !ok
	}
}

// isSettled says whether what the n-th event says cannot change any more. In e actors are still mentions, and sources
// citations.
func (s *stream) isSettled(n int, e *Event) bool {
	own, known := s.ids.find(e.ID)
	ok := known && int(own) == n
	actor := func(a ActorRef) { ok = ok && (a == NoActor || s.sure[a]) }
	source := func(c SourceRef) {
		if c != NoSource && s.citations[c].text != "" {
			_, recorded := s.sourceIDs[s.citations[c].text]
			ok = ok && recorded
		}
	}
	for i := range e.Actors {
		actor(e.Actors[i].Actor)
	}
	for i := range e.Quotes {
		actor(e.Quotes[i].By)
		source(e.Quotes[i].Source)
	}
	for i := range e.Figures {
		actor(e.Figures[i].By)
		source(e.Figures[i].Source)
	}
	for i := range e.Claims {
		actor(e.Claims[i].By)
		source(e.Claims[i].Source)
	}
	for _, c := range e.Sources {
		source(c)
	}
	return ok
}

// decided says whether q selects from what x holds what it would select from the whole record. A name that is none in full
// may turn out to be somebody's, and then it stands for nobody else.
func (s *stream) decided(x *Index) bool {
	decided := true
	EachTerm(s.q.Root(), func(t Term, _ bool) {
		for _, v := range t.Values {
			switch t.Key {
			case ByActor, ByDirect, BySpeaker:
				_, ok := s.recorded[nameKey(v.Text)]
				decided, s.over = decided && ok, s.over || !ok
			case ByID:
				decided, s.over = false, true
			case ByType, ByTag, ByStatus, BySource:
				decided = decided && x.knows(t.Key, v.Text)
			}
		}
	})
	return decided
}

// rest is what is left of a selection from the whole record.
func (s *stream) rest(t *Timeline, selected Selection) Selection {
	if len(s.given) == 0 {
		return selected
	}
	left := NewBits(t.Len())
	for _, i := range selected.list {
		if _, given := slices.BinarySearch(s.given, int32(t.events.pos(int(i)).Line)); !given {
			left.Set(i)
		}
	}
	return newSelection(left)
}
