package timeline

import (
	"encoding/binary"
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A packer writes events one behind the other into one text. As structs, a million events are tens of millions of small
// objects, which take three times the memory and which the collector walks again and again.
//
// A packed event is its fields in the order of packer.pack: texts as their length and their bytes, numbers as varints,
// lists as their length and their items. Actors are mentions and sources are citations of a batch.
type packer struct {
	text   []byte
	starts []uint32    // where each event begins in text
	dates  []edtf.Date // without their text
}

// add packs an event.
func (p *packer) add(e *EventDraft) {
	date := e.Date
	date = date.WithText("")
	p.starts, p.dates = append(p.starts, uint32(len(p.text))), append(p.dates, date)
	p.pack(e)
}

// reset empties p.
func (p *packer) reset() { p.text, p.starts, p.dates = p.text[:0], p.starts[:0], p.dates[:0] }

// A store holds events in the order in which they were packed.
type store struct {
	texts []packedText
	spots []location
	dates []edtf.Date
}

// A packedText holds some events, all from one file.
type packedText struct {
	text      string
	file      string
	names     []nameRef  // mention of the batch -> name of the record
	citations []citedRef // the same for sources
}

// A location says where a packed event begins.
type location struct{ text, at uint32 }

// take takes the events of a packer. What is kept are copies, so that the file they were read from need not be.
func (p *store) take(events *packer, file string, names []nameRef, citations []citedRef) {
	if len(events.starts) == 0 {
		return
	}
	number := uint32(len(p.texts))
	p.texts = append(p.texts, packedText{string(events.text), file, names, citations})
	for i, at := range events.starts {
		p.spots = append(p.spots, location{number, at})
		date, u := events.dates[i], p.unpack(p.Len()-1)
		date = date.WithText(u.text())
		p.dates = append(p.dates, date)
	}
}

// grow makes room for n more events.
func (p *store) grow(n int) {
	p.spots, p.dates = slices.Grow(p.spots, n), slices.Grow(p.dates, n)
}

// clip makes what is added to p from now on nothing that those see who have a copy of it.
func (p *store) clip() {
	p.texts, p.spots, p.dates = slices.Clip(p.texts), slices.Clip(p.spots), slices.Clip(p.dates)
}

func (p *packer) pack(e *EventDraft) {
	p.string(e.Date.EDTF())
	p.string(e.ID)
	p.string(e.Title)
	p.number(e.Pos.Line)
	p.number(e.Pos.Column)
	p.string(e.Type)
	p.string(e.Status)
	p.string(e.Location)
	p.string(e.Summary)
	p.number(len(e.Actors))
	for i := range e.Actors {
		p.ref(int32(e.Actors[i].Actor)) // and no name: that is what is mentioned
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
		p.string(e.Other[i].Key)
		p.string(e.Other[i].Value)
	}
}

func (p *packer) number(n int) { p.text = binary.AppendUvarint(p.text, uint64(n)) }

// ref packs the number of an actor or a source, or that there is none.
func (p *packer) ref(n int32) { p.number(int(n) + 1) }

func (p *packer) string(s string) {
	p.number(len(s))
	p.text = append(p.text, s...)
}

func (p *packer) list(texts []string) {
	p.number(len(texts))
	for _, s := range texts {
		p.string(s)
	}
}

// Len is how many events there are.
func (p *store) Len() int { return len(p.spots) }

// unpack begins to read the n-th event.
func (p *store) unpack(n int) unpacker {
	s := p.spots[n]
	text := &p.texts[s.text]
	return unpacker{text.text[s.at:], text}
}

// id is the id that the file gives the n-th event, "" where it gives none.
func (p *store) id(n int) string {
	u := p.unpack(n)
	u.skip()
	return u.text()
}

// title is the title of the n-th event.
func (p *store) title(n int) string {
	u := p.unpack(n)
	u.skip()
	u.skip()
	return u.text()
}

// pos is where the n-th event begins.
func (p *store) pos(n int) diag.Pos {
	u := p.unpack(n)
	for range 3 {
		u.skip()
	}
	return u.pos()
}

// read unpacks the n-th event into e, using the room that e has. This is where names and citations become actors and
// sources. An actor named twice is named once, unless with another role, and so is a source.
func (p *store) read(n int, e *Event, refs *references) {
	u := p.unpack(n)
	u.skip()
	e.Date = p.dates[n]
	e.ID = u.text()
	e.Title = u.text()
	e.Pos = u.pos()
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
		e.Other[i] = Field{u.text(), u.text()}
	}
}

// roomFor is a list of n, in the room of another where it has enough.
func roomFor[T any](list []T, n int) []T {
	if n > cap(list) {
		return make([]T, n)
	}
	return list[:n]
}

// An unpacker reads a packed event, of which rest is still to be read. What it gives are parts of the text, not copies.
type unpacker struct {
	rest string
	of   *packedText
}

func (u *unpacker) number() int {
	n, shift := 0, 0
	for i := 0; ; i++ {
		b := u.rest[i]
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			u.rest = u.rest[i+1:]
			return n
		}
		shift += 7
	}
}

// actor reads who says something.
func (u *unpacker) actor(refs *references) ActorRef {
	if n := u.number(); n > 0 {
		return refs.actorOf[u.of.names[n-1]]
	}
	return NoActor
}

// source reads where something is said.
func (u *unpacker) source(refs *references) SourceRef {
	if n := u.number(); n > 0 {
		return refs.sourceOf[u.of.citations[n-1]]
	}
	return NoSource
}

// parts reads who takes part.
func (u *unpacker) parts(room []Part, refs *references) []Part {
	n := u.number()
	parts := roomFor(room, n)[:0]
	var named distinct[Part]
	for range n {
		name := u.of.names[u.number()-1]
		p := Part{Actor: refs.actorOf[name], Name: refs.spellings[name], Role: u.text()}
		anyRole := named.add(Part{Actor: p.Actor})
		if p.Role != "" && named.add(Part{Actor: p.Actor, Role: p.Role}) || anyRole {
			parts = append(parts, p)
		}
	}
	return parts
}

// sources reads the sources that an event lists.
func (u *unpacker) sources(room []SourceRef, refs *references) []SourceRef {
	n := u.number()
	sources := roomFor(room, n)[:0]
	var known distinct[SourceRef]
	for range n {
		if s := u.source(refs); known.add(s) {
			sources = append(sources, s)
		}
	}
	return sources
}

func (u *unpacker) pos() diag.Pos {
	return diag.Pos{File: u.of.file, Line: u.number(), Column: u.number()}
}

func (u *unpacker) text() string {
	n := u.number()
	text := u.rest[:n]
	u.rest = u.rest[n:]
	return text
}

// skip goes over a text.
func (u *unpacker) skip() {
	n := u.number()
	u.rest = u.rest[n:]
}

func (u *unpacker) list(room []string) []string {
	list := roomFor(room, u.number())
	for i := range list {
		list[i] = u.text()
	}
	return list
}
