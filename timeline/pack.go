package timeline

import (
	"encoding/binary"
	"slices"
	"strings"
)

// A packer writes events one behind the other into a few large texts. As structs, a million events are tens of millions of
// small objects, which take three times the memory and which the collector walks again and again.
//
// A packed event is its fields in the order of packer.pack: texts as their length and their bytes, numbers as varints,
// lists as their length and their items. Actors are mentions and sources are citations of the builder.
type packer struct {
	packedEvents
	open    strings.Builder // behind the last of the texts; it never grows, so what has been read of it stays
	scratch []byte
}

// packedEvents are events in the order in which they were packed.
type packedEvents struct {
	texts []string
	files []string // that the events are from
	spots []spot
	dates []Date
}

// A spot says where a packed event begins.
type spot struct{ text, at uint32 }

// A record of a few events takes a small text; of many, large ones.
const (
	smallestText = 4 << 10
	largestText  = 1 << 20
)

// add packs an event. What is kept are copies, so that the file it was read from need not be.
func (p *packer) add(e *Event) {
	p.scratch = p.scratch[:0]
	p.pack(e)
	if len(p.texts) == 0 || p.open.Len()+len(p.scratch) > p.open.Cap() {
		p.seal()
		p.texts = append(p.texts, "")
		p.open.Grow(max(len(p.scratch), min(smallestText<<min(len(p.texts), 16), largestText)))
	}
	last := len(p.texts) - 1
	p.spots = append(p.spots, spot{uint32(last), uint32(p.open.Len())})
	p.open.Write(p.scratch)
	p.texts[last] = p.open.String()
	date, u := e.Date, p.unpack(p.len()-1)
	date.edtf = u.text()
	p.dates = append(p.dates, date)
}

// grow makes room for n more events.
func (p *packer) grow(n int) {
	p.spots, p.dates = slices.Grow(p.spots, n), slices.Grow(p.dates, n)
}

// seal lets the next event begin a new text.
func (p *packer) seal() { p.open = strings.Builder{} }

// view is what has been packed so far. It does not change when more is.
func (p *packer) view() packedEvents {
	view := p.packedEvents
	view.texts, view.files = slices.Clone(p.texts), slices.Clone(p.files)
	return view
}

// takeBack goes back to n events in so many texts, as there were when seal was called.
func (p *packer) takeBack(n, texts int) {
	p.seal()
	p.spots, p.dates, p.texts = p.spots[:n], p.dates[:n], p.texts[:texts]
}

func (p *packer) pack(e *Event) {
	p.text(e.Date.edtf)
	p.text(e.ID)
	p.text(e.Title)
	p.number(p.file(e.Pos.File))
	p.number(e.Pos.Line)
	p.number(e.Pos.Column)
	p.text(e.Type)
	p.text(e.Status)
	p.text(e.Location)
	p.text(e.Summary)
	p.number(len(e.Actors))
	for i := range e.Actors {
		p.ref(int32(e.Actors[i].Actor)) // and no name: it is how the mention is spelled
		p.text(e.Actors[i].Role)
	}
	p.list(e.Tags)
	p.number(len(e.Quotes))
	for i := range e.Quotes {
		q := &e.Quotes[i]
		p.ref(int32(q.By))
		p.text(q.Text)
		p.ref(int32(q.Source))
	}
	p.number(len(e.Figures))
	for i := range e.Figures {
		f := &e.Figures[i]
		for _, text := range [...]string{f.Label, f.Value, f.Low, f.Best, f.High, f.Unit} {
			p.text(text)
		}
		p.ref(int32(f.By))
		p.ref(int32(f.Source))
	}
	p.number(len(e.Claims))
	for i := range e.Claims {
		c := &e.Claims[i]
		p.ref(int32(c.By))
		p.text(c.Text)
		p.text(c.Status)
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
		p.text(e.Other[i].Key)
		p.text(e.Other[i].Value)
	}
}

func (p *packer) number(n int) { p.scratch = binary.AppendUvarint(p.scratch, uint64(n)) }

// ref packs the number of an actor or a source, or that there is none.
func (p *packer) ref(n int32) { p.number(int(n) + 1) }

func (p *packer) text(s string) {
	p.number(len(s))
	p.scratch = append(p.scratch, s...)
}

func (p *packer) list(texts []string) {
	p.number(len(texts))
	for _, s := range texts {
		p.text(s)
	}
}

// file is the number of a file. The events of one come one after the other.
func (p *packer) file(name string) int {
	if last := len(p.files) - 1; last >= 0 && p.files[last] == name {
		return last
	}
	p.files = append(p.files, name)
	return len(p.files) - 1
}

// len is how many events there are.
func (p *packedEvents) len() int { return len(p.spots) }

// size is how many bytes they take.
func (p *packedEvents) size() int {
	size := 0
	for _, text := range p.texts {
		size += len(text)
	}
	return size
}

// unpack begins to read the n-th event.
func (p *packedEvents) unpack(n int) unpacker {
	s := p.spots[n]
	return unpacker{p.texts[s.text][s.at:]}
}

// id is the id that the file gives the n-th event, "" where it gives none.
func (p *packedEvents) id(n int) string {
	u := p.unpack(n)
	u.skip()
	return u.text()
}

// title is the title of the n-th event.
func (p *packedEvents) title(n int) string {
	u := p.unpack(n)
	u.skip()
	u.skip()
	return u.text()
}

// pos is where the n-th event begins.
func (p *packedEvents) pos(n int) Pos {
	u := p.unpack(n)
	for range 3 {
		u.skip()
	}
	return p.posAt(&u)
}

func (p *packedEvents) posAt(u *unpacker) Pos {
	return Pos{File: p.files[u.number()], Line: u.number(), Column: u.number()}
}

// read unpacks the n-th event into e, using the room that e has.
func (p *packedEvents) read(n int, e *Event) {
	u := p.unpack(n)
	u.skip()
	e.Date = p.dates[n]
	e.ID = u.text()
	e.Title = u.text()
	e.Pos = p.posAt(&u)
	e.Type = u.text()
	e.Status = u.text()
	e.Location = u.text()
	e.Summary = u.text()
	e.Actors = roomFor(e.Actors, u.number())
	for i := range e.Actors {
		e.Actors[i] = Part{Actor: ActorRef(u.ref()), Role: u.text()}
	}
	e.Tags = u.list(e.Tags)
	e.Quotes = roomFor(e.Quotes, u.number())
	for i := range e.Quotes {
		e.Quotes[i] = Quote{ActorRef(u.ref()), u.text(), SourceRef(u.ref())}
	}
	e.Figures = roomFor(e.Figures, u.number())
	for i := range e.Figures {
		e.Figures[i] = Figure{
			u.text(), u.text(), u.text(), u.text(), u.text(), u.text(), ActorRef(u.ref()), SourceRef(u.ref()),
		}
	}
	e.Claims = roomFor(e.Claims, u.number())
	for i := range e.Claims {
		e.Claims[i] = Claim{ActorRef(u.ref()), u.text(), u.text(), SourceRef(u.ref())}
	}
	e.Sources = roomFor(e.Sources, u.number())
	for i := range e.Sources {
		e.Sources[i] = SourceRef(u.ref())
	}
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
type unpacker struct{ rest string }

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

func (u *unpacker) ref() int32 { return int32(u.number() - 1) }

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
