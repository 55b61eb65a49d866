package timeline

import (
	"encoding/binary"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A packer writes events, or sources, one after the other into one text. As structs, a million events are tens of
// millions of small objects: they take three times the memory, and the garbage collector walks through them again and
// again.
//
// A packed event is its fields in the order of packer.pack: texts as their length and their bytes, numbers as varints,
// lists as their length and their items. Keys of the writer's own are numbers, and each is held once. Actors are
// mentions and sources are citations of a batch. The date is packed as text only; what was computed from it is kept
// beside it. A packed source is as addSource says.
type packer struct {
	text   []byte
	starts []uint32         // offset in text of each event, or source
	dates  []edtf.Date      // without their texts
	keys   numbering[int32] // of the writer's own, which most events share
}

// add packs an event.
func (p *packer) add(e *EventDraft) {
	p.starts, p.dates = append(p.starts, uint32(len(p.text))), append(p.dates, e.Date.WithText(""))
	p.pack(e)
}

// reset empties p.
func (p *packer) reset() {
	p.text, p.starts, p.dates = p.text[:0], p.starts[:0], p.dates[:0]
	p.keys.reset()
}

// key packs a key of the writer's own, with a bit that says more.
func (p *packer) key(text string, is bool) {
	number, known := p.keys.find(text)
	if !known {
		number = p.keys.add(text)
	}
	p.number(int(number)<<1 | bit(is))
}

// A store holds packed events, in the order in which they were taken or in another. A copy of a store is not changed by
// what the original takes after that, and is what the original can be set back to; see clip.
type store struct {
	texts     []packedText
	locations []location
	dates     []edtf.Date // with their texts, which are parts of the packed events
}

// A packedText holds the events of a batch, or its sources, which have a text and a file only.
type packedText struct {
	text      string
	file      string
	names     []nameRef  // Mention of the batch -> nameRef of the record
	citations []citedRef // Citation of the batch -> citedRef of the record
	keys      []string   // of the writer's own, by number
}

// A location is the place of a packed event: the number of its packedText, and the offset in that.
type location struct{ text, at uint32 }

// A nameRef is the number of a spelling that the record uses for an actor. Who that is can change with every file, so
// it is decided when a Timeline is made.
type nameRef int32

// A citedRef is the number of what the record cites as a source. As with nameRef, it is decided later which source that
// is.
type citedRef int32

// references are what the names and citations of a record turned out to be.
type references struct {
	spellings []string    // nameRef -> as it is spelled
	actorOf   []ActorRef  // nameRef -> actor
	sourceOf  []SourceRef // citedRef -> source
}

// take adds copies of the events of a packer, which do not keep the text of the file.
func (s *store) take(events *packer, file string, names []nameRef, citations []citedRef) {
	if len(events.starts) == 0 {
		return
	}
	number := uint32(len(s.texts))
	keys := make([]string, len(events.keys.texts))
	for i, key := range events.keys.texts {
		keys[i] = strings.Clone(key)
	}
	s.texts = append(s.texts, packedText{string(events.text), file, names, citations, keys})
	for i, at := range events.starts {
		s.locations = append(s.locations, location{number, at})
		u := s.unpack(s.len() - 1)
		s.dates = append(s.dates, events.dates[i].WithText(u.text()))
	}
}

// grow makes room for n more events.
func (s *store) grow(n int) {
	s.locations, s.dates = slices.Grow(s.locations, n), slices.Grow(s.dates, n)
}

// clip makes s copy its lists when it takes events again. It is called when s has been set back to an earlier copy of
// itself, since other copies hold what was taken in between.
func (s *store) clip() {
	s.texts, s.locations, s.dates = slices.Clip(s.texts), slices.Clip(s.locations), slices.Clip(s.dates)
}

// move puts the n-th event at a place before it, or its own.
func (s *store) move(n, to int) { s.locations[to], s.dates[to] = s.locations[n], s.dates[n] }

// cut drops the events from the n-th on, which were taken last.
func (s *store) cut(n int) { s.locations, s.dates = s.locations[:n], s.dates[:n] }

// reorder moves the n-th event to place[n]. Copies of s keep their order.
func (s *store) reorder(place []int32) {
	dates, locations := s.dates, s.locations
	s.dates, s.locations = make([]edtf.Date, len(dates)), make([]location, len(locations))
	for n, to := range place {
		s.dates[to], s.locations[to] = dates[n], locations[n]
	}
}

// pack appends the fields of e to the text. store.read reads them in the same order.
func (p *packer) pack(e *EventDraft) {
	p.string(e.Date.EDTF())
	p.string(e.ID)
	p.string(e.Title)
	p.number(e.Pos.Line)
	p.number(e.Pos.Column<<1 | bit(e.Markup))
	p.string(e.Type)
	p.string(e.Status)
	p.string(e.Location)
	p.string(e.Summary)
	p.number(len(e.Actors))
	for i := range e.Actors {
		p.ref(int32(e.Actors[i].Actor)) // the name is that of the mention
		p.string(e.Actors[i].Role)
	}
	p.list(e.Tags)
	p.number(len(e.Quotes))
	for i := range e.Quotes {
		q := &e.Quotes[i]
		p.ref(int32(q.By))
		p.string(q.Text)
		p.ref(int32(q.Source))
	}
	p.number(len(e.Figures))
	for i := range e.Figures {
		f := &e.Figures[i]
		for _, text := range [...]string{f.Label, f.Value, f.Low, f.Best, f.High, f.Unit} {
			p.string(text)
		}
		p.ref(int32(f.By))
		p.ref(int32(f.Source))
	}
	p.number(len(e.Claims))
	for i := range e.Claims {
		c := &e.Claims[i]
		p.ref(int32(c.By))
		p.string(c.Text)
		p.string(c.Status)
		p.ref(int32(c.Source))
	}
	p.number(len(e.Sources))
	for _, s := range e.Sources {
		p.ref(int32(s))
	}
	p.list(e.Related)
	p.list(e.Notes)
	p.number(len(e.Other))
	for i := range e.Other {
		p.key(e.Other[i].Key, e.Other[i].Text)
		p.string(e.Other[i].Value)
	}
}

// bit returns 1 for true and 0 for false.
func bit(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (p *packer) number(n int) { p.text = binary.AppendUvarint(p.text, uint64(n)) }

func (p *packer) string(s string) {
	p.number(len(s))
	p.text = append(p.text, s...)
}

// ref packs the number of an actor or a source, or that there is none.
func (p *packer) ref(n int32) { p.number(int(n) + 1) }

func (p *packer) list(texts []string) {
	p.number(len(texts))
	for _, s := range texts {
		p.string(s)
	}
}

// len returns the number of events.
func (s *store) len() int { return len(s.locations) }

// unpack returns an unpacker of the n-th event.
func (s *store) unpack(n int) unpacker {
	at := s.locations[n]
	text := &s.texts[at.text]
	return unpacker{text.text[at.at:], text}
}

// id returns the id that the file gives the n-th event, "" if it gives none.
func (s *store) id(n int) string {
	u := s.unpack(n)
	u.skip()
	return u.text()
}

// title returns the title of the n-th event as it is written, and whether it may have markup.
func (s *store) title(n int) (title string, markup bool) {
	u := s.unpack(n)
	u.skip()
	u.skip()
	title = u.text()
	_, markup = u.place()
	return title, markup
}

// eventType returns the type of the n-th event.
func (s *store) eventType(n int) string {
	u := s.unpack(n)
	for range 3 {
		u.skip()
	}
	u.place()
	return u.text()
}

// pos returns where the n-th event begins in its file.
func (s *store) pos(n int) diag.Pos {
	u := s.unpack(n)
	for range 3 {
		u.skip()
	}
	pos, _ := u.place()
	return pos
}

// read unpacks the n-th event into e as it is written, and uses the lists that e has. Here names and citations become
// actors and sources. An actor that is named twice comes once, unless with another role. A source that is listed twice
// comes once.
func (s *store) read(n int, e *Event, refs *references) {
	u := s.unpack(n)
	u.skip()
	e.Date = s.dates[n]
	e.ID = u.text()
	e.Title = u.text()
	e.Pos, e.Markup = u.place()
	e.Type = u.text()
	e.Status = u.text()
	e.Location = u.text()
	e.Summary = u.text()
	e.Actors = u.parts(e.Actors, refs)
	e.Tags = u.list(e.Tags)
	e.Quotes = roomFor(e.Quotes, u.number())
	for i := range e.Quotes {
		e.Quotes[i] = Quote{u.actor(refs), u.text(), u.source(refs)}
	}
	e.Figures = roomFor(e.Figures, u.number())
	for i := range e.Figures {
		e.Figures[i] = Figure{
			u.text(), u.text(), u.text(), u.text(), u.text(), u.text(), u.actor(refs), u.source(refs),
		}
	}
	e.Claims = roomFor(e.Claims, u.number())
	for i := range e.Claims {
		e.Claims[i] = Claim{u.actor(refs), u.text(), u.text(), u.source(refs)}
	}
	e.Sources = u.sources(e.Sources, refs)
	e.Related = u.list(e.Related)
	e.Notes = u.list(e.Notes)
	e.Other = roomFor(e.Other, u.number())
	for i := range e.Other {
		key := u.number()
		e.Other[i] = Field{u.of.keys[key>>1], u.text(), key&1 != 0}
	}
}

// roomFor returns a list of n items, which is the given one if that has the capacity.
func roomFor[T any](list []T, n int) []T {
	if n > cap(list) {
		return make([]T, n)
	}
	return list[:n]
}
