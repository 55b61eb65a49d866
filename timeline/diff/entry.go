package diff

import (
	"cmp"
	"strings"

	"dateline/timeline"
)

// An entry is all that an event, an actor, a source or the head of a record says, in the order of a record. Those of
// one kind have the same values and lists, be they empty.
type entry struct {
	values []value
	lists  []list
	own    []timeline.Field
}

// A value is a text under its key, or the name of an actor or a source.
type value struct {
	key, text string
	ref       int32 // who or what is named: the same number in both records for the same; alone for a mere text
}

// alone is the ref of a text that names nobody.
const alone int32 = -1

func (v *value) same(w *value) bool { return v.ref == w.ref && (v.ref != alone || v.text == w.text) }

// A list is a list of texts or of parts.
type list struct {
	key   string
	parts []part
	by    []step // how a part that has changed is known again, the surest first
}

// A part is an item of a list, with the same values in all of them. A text is one value without a key.
type part struct {
	values []value
	actor  int32 // the one that the part is of, as in a value's ref
}

// A step is the places of the values that are the same in two parts which are one, or ofActor.
type step []int

// ofActor stands for the actor of a part.
const ofActor = -1

// The steps of each list of parts.
var (
	partSteps       = []step{{0}, {ofActor}}
	quoteSteps      = []step{{1}, {0}}
	figureSteps     = []step{{0, 6}, {0}, {1, 2, 3, 4, 5}}
	claimSteps      = []step{{0, 1}, {1}, {0}}
	membershipSteps = []step{{0, 1}, {0}, {1, 2, 3}}
	typeSteps       = []step{{0}, {1, 2}}
	viewSteps       = []step{{0}, {1}}
)

// A side is one of the two records, and what is known of whom its refs mean.
type side struct {
	t        *timeline.Timeline
	actorIs  []int32 // of each actor, the ref of a value
	sourceIs []int32 // of each source, likewise
	cited    []bool  // of each source, whether an event cites it
	met      []bool  // of each actor, whether an event or the record of another names it
	named    []int32 // of each actor, the first event that lists it, −1 for none

	spellings map[string]bool // of actors by events; nil until somebody asks

	event  timeline.Event
	source timeline.Source
	entry  entry
	values []value // that the lists of the entry in hand are made of
	parts  []part
}

func newSide(t *timeline.Timeline) *side {
	s := &side{
		t: t, actorIs: make([]int32, t.Actors()), sourceIs: make([]int32, t.Sources()),
		cited: make([]bool, t.Sources()), met: make([]bool, t.Actors()), named: make([]int32, t.Actors()),
	}
	for a := range s.named {
		s.named[a] = -1
	}
	return s
}

// begin empties the entry in hand, which holds until the next one.
func (s *side) begin() *entry {
	s.entry = entry{values: s.entry.values[:0], lists: s.entry.lists[:0]}
	s.values, s.parts = s.values[:0], s.parts[:0]
	return &s.entry
}

func text(key, text string) value { return value{key, text, alone} }

// actor returns the value that names an actor.
func (s *side) actor(key string, a timeline.ActorRef) value {
	if a == timeline.NoActor {
		return text(key, "")
	}
	s.met[a] = true
	return value{key, s.t.ActorName(a), s.actorIs[a]}
}

// cite returns the value that names a source.
func (s *side) cite(key string, ref timeline.SourceRef) value {
	if ref == timeline.NoSource {
		return text(key, "")
	}
	s.cited[ref] = true
	return value{key, cmp.Or(s.t.SourceKey(ref), "(nameless)"), s.sourceIs[ref]}
}

// part adds a part of the list that is being made.
func (s *side) part(actor int32, values ...value) {
	from := len(s.values)
	s.values = append(s.values, values...)
	s.parts = append(s.parts, part{s.values[from:len(s.values):len(s.values)], actor})
}

// dropKnown drops the part that was added last if it was seen before.
func (s *side) dropKnown(seen map[string]bool) {
	var k keyed
	key, last := k.whole(&s.parts[len(s.parts)-1]), len(s.parts)-1
	if seen[key] {
		s.parts = s.parts[:last]
	}
	seen[key] = true
}

// list ends the list of all parts that were added since there were from.
func (s *side) list(key string, from int, by []step) {
	s.entry.lists = append(s.entry.lists, list{key, s.parts[from:len(s.parts):len(s.parts)], by})
}

// texts adds a list of texts.
func (s *side) texts(key string, all []string) {
	from := len(s.parts)
	for _, one := range all {
		s.part(alone, text("", one))
	}
	s.list(key, from, nil)
}

// readEvent returns what an event says, but for its id.
func (s *side) readEvent(i int) *entry {
	e, to := &s.event, s.begin()
	s.t.ReadWritten(i, e)
	to.values = append(to.values, text("date", e.Date.EDTF()), text("title", e.Title), text("summary", e.Summary),
		text("type", e.Type), text("status", e.Status), text("location", e.Location))
	for n := range e.Actors {
		p := &e.Actors[n]
		is := alone
		if p.Actor != timeline.NoActor {
			is, s.met[p.Actor] = s.actorIs[p.Actor], true
			if first := s.named[p.Actor]; first < 0 || int(first) > i {
				s.named[p.Actor] = int32(i)
			}
		}
		s.part(is, text("name", p.Name), text("role", p.Role), text("also", strings.Join(p.Also, ", ")))
	}
	s.list("actors", 0, partSteps)
	s.texts("tags", e.Tags)
	from := len(s.parts)
	for n := range e.Quotes {
		q := &e.Quotes[n]
		s.part(alone, s.actor("by", q.By), text("text", q.Text), s.cite("source", q.Source))
	}
	s.list("quotes", from, quoteSteps)
	from = len(s.parts)
	for n := range e.Figures {
		f := &e.Figures[n]
		s.part(alone, text("label", f.Label), text("value", f.Value), text("low", f.Low), text("best", f.Best),
			text("high", f.High), text("unit", f.Unit), s.actor("by", f.By), s.cite("source", f.Source))
	}
	s.list("figures", from, figureSteps)
	from = len(s.parts)
	for n := range e.Claims {
		c := &e.Claims[n]
		s.part(alone, s.actor("by", c.By), text("text", c.Text), text("status", c.Status), s.cite("source", c.Source))
	}
	s.list("claims", from, claimSteps)
	from = len(s.parts)
	for _, ref := range e.Sources {
		s.part(alone, s.cite("", ref))
	}
	s.list("sources", from, nil)
	s.texts("related", e.Related)
	s.texts("notes", e.Notes)
	to.own = e.Other
	return to
}

// readActor returns what the record of an actor says, but for its id.
func (s *side) readActor(ref timeline.ActorRef) *entry {
	a, to := s.t.Actor(ref), s.begin()
	to.values = append(to.values, text("name", a.Name), text("kind", string(a.Kind)), s.actor("parent", a.Parent))
	seen := make(map[string]bool) // of what several files say alike
	from := len(s.parts)
	for _, alias := range a.Aliases {
		s.part(alone, text("", alias))
		s.dropKnown(seen)
	}
	s.list("aliases", from, nil)
	clear(seen)
	from = len(s.parts)
	for i := range a.Memberships {
		m := &a.Memberships[i]
		s.part(alone, s.actor("of", m.Of), text("role", m.Role), text("start", m.Start.EDTF()), text("end", m.End.EDTF()))
		s.dropKnown(seen)
	}
	s.list("memberships", from, membershipSteps)
	to.own = a.Other
	return to
}

// readSource returns what a source says, but for its id.
func (s *side) readSource(ref timeline.SourceRef) *entry {
	one, to := &s.source, s.begin()
	s.t.ReadSource(ref, one)
	to.values = append(to.values, text("title", one.Title), text("publisher", one.Publisher), text("author", one.Author),
		text("published", one.Published.EDTF()), text("accessed", one.Accessed.EDTF()), text("url", one.URL),
		text("archive_url", one.ArchiveURL), text("language", one.Language))
	to.own = one.Other
	return to
}

// head returns what the record says of itself. What several files say alike comes once.
func (s *side) head() *entry {
	to := s.begin()
	description, _ := s.t.WrittenDescription()
	to.values = append(to.values, text("title", s.t.Title()), text("description", description))
	for _, one := range s.t.Types() {
		s.part(alone, text("type", one.Type), text("family", one.Family), text("glyph", one.Glyph))
	}
	s.list("types", 0, typeSteps)
	from := len(s.parts)
	for _, one := range s.t.Views() {
		s.part(alone, text("name", one.Name), text("query", one.Query))
	}
	s.list("views", from, viewSteps)
	seen := make(map[timeline.Field]bool)
	for _, f := range s.t.Other() {
		if !seen[f] {
			seen[f] = true
			to.own = append(to.own, f)
		}
	}
	return to
}

// cites notes which of some sources the events cite that match.
func (s *side) cites(match func(event int) bool, cited map[timeline.SourceRef]bool) {
	for i := range s.t.Len() {
		if !match(i) {
			continue
		}
		s.t.ReadWritten(i, &s.event)
		for ref := range s.event.EachSource {
			if _, asked := cited[ref]; asked {
				cited[ref] = true
			}
		}
	}
}
