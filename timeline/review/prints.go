package review

import (
	"context"
	"runtime"
	"slices"

	"dateline/timeline"
	"dateline/timeline/edtf"
)

// A Print is what is remembered of an event from one visit to the next: 32 bits of its id, and 32 of what it says.
// Of those, where the id is made from date and title, 8 are of the date, 8 of the title and 6 of all else, so that an
// event is known again when its date or its title is mended.
//
// Two events of one id are told apart unless their 32 bits are the same, or for a made id 16, which happens once in
// 65,000 changes. A new event is taken for a changed one where its id has the bits of another's: once in 20,000 where
// 200,000 are remembered; or where a made id is gone of which the bits of all else and of date or title are the same by
// chance: once in 128 where all else is the same indeed. Neither makes an event new or changed that is not.
type Print uint64

// MostRemembered is of how many events prints are kept at most.
const MostRemembered = 200_000

// PrintsVersion changes whenever the same event has another print, which makes those of before worthless.
const PrintsVersion = 2

// Printed returns the prints of all events of t, in their order. It gives way to all else that wants to run. When ctx
// ends it returns nil soon. Which actors are joined for a reader changes none.
func Printed(ctx context.Context, t *timeline.Timeline) []Print {
	t = t.Apart()
	const portion = 256 // events between two looks at who else wants to run
	prints := make([]Print, t.Len())
	p := printer{t: t, actors: make([]uint64, t.Actors()), sources: make([]uint64, t.Sources())}
	for i := range prints {
		if i%portion == 0 {
			if ctx.Err() != nil {
				return nil
			}
			runtime.Gosched()
		}
		t.ReadWritten(i, &p.event)
		prints[i] = p.print(t.HasMadeID(i))
	}
	return prints
}

// Since returns how the events of t, whose prints are now, differ from those whose prints were before, in ascending
// order. It knows of an event that was renamed where its id was made, and renames none.
func Since(before []Print, t *timeline.Timeline, now []Print) Changes {
	var c Changes
	has := make(map[uint32]bool, len(now))
	var found []int
	for i, p := range now {
		has[p.id()] = true
		switch n, exact := slices.BinarySearch(before, p); {
		case exact:
		case n < len(before) && before[n].id() == p.id(), n > 0 && before[n-1].id() == p.id():
			c.Changed = append(c.Changed, i)
		default:
			found = append(found, i)
		}
	}
	const few = 64 // of more that are gone, some would have the same bits by chance
	var gone []Print
	for _, p := range before {
		if !has[p.id()] {
			if c.Gone++; c.Gone <= few {
				gone = append(gone, p)
			}
		}
	}
	if c.Gone > few {
		gone = nil
	}
	for _, i := range found {
		was := -1
		if now[i].rest() != restOf(0) && t.HasMadeID(i) {
			was = slices.IndexFunc(gone, func(p Print) bool { return p.isMended(now[i]) })
		}
		if was < 0 {
			c.New = append(c.New, i)
			continue
		}
		gone = slices.Delete(gone, was, was+1)
		c.Gone--
		c.Changed = append(c.Changed, i)
	}
	slices.Sort(c.Changed)
	return c
}

// The bits of what an event of a made id says, from the lowest.
const (
	restBits  = 6
	dateBits  = 8
	titleBits = 8
	saidBits  = restBits + dateBits + titleBits // above them are those of all
)

func (p Print) id() uint32   { return uint32(p >> 32) }
func (p Print) rest() uint64 { return uint64(p) & (1<<restBits - 1) }

// isMended reports whether two prints of made ids are of events that say the same but for the date or for the title.
func (p Print) isMended(q Print) bool {
	differ := p ^ q
	date, title := differ>>restBits&(1<<dateBits-1), differ>>(restBits+dateBits)&(1<<titleBits-1)
	return differ.rest() == 0 && (date == 0 || title == 0)
}

// A printer makes prints.
type printer struct {
	t       *timeline.Timeline
	event   timeline.Event
	source  timeline.Source
	actors  []uint64 // hashes of their ids, and of what sources say, as far as they were asked for; 0: not yet
	sources []uint64
}

// print returns the print of the event.
func (p *printer) print(made bool) Print {
	e := &p.event
	rest := p.rest(e)
	all := begin.date(e.Date).text(e.Title).hash(rest).end()
	id := begin.text(e.ID).end() >> 32
	if !made {
		return Print(id<<32 | all>>32)
	}
	date, title := begin.date(e.Date).end()>>(64-dateBits), begin.text(e.Title).end()>>(64-titleBits)
	return Print(id<<32 | all>>(32+saidBits)<<saidBits | title<<(restBits+dateBits) | date<<restBits | restOf(rest))
}

// restOf returns the bits that are kept of a hash of what an event says but for date and title; 0 is that of nothing.
func restOf(rest uint64) uint64 { return rest >> (64 - restBits) }

// rest returns the hash of what an event says but for its date and title, which is what sameEvent compares; 0 if that
// is nothing.
func (p *printer) rest(e *timeline.Event) uint64 {
	if e.Summary+e.Type+e.Status+e.Location == "" && len(e.Actors)+len(e.Tags)+len(e.Quotes)+len(e.Figures)+
		len(e.Claims)+len(e.Sources)+len(e.Related)+len(e.Notes)+len(e.Other) == 0 {
		return 0
	}
	h := begin.text(e.Summary).text(e.Type).text(e.Status).text(e.Location).number(len(e.Actors))
	for i := range e.Actors {
		h = h.text(e.Actors[i].Name).text(e.Actors[i].Role).texts(e.Actors[i].Also)
	}
	h = h.texts(e.Tags).texts(e.Related).texts(e.Notes).fields(e.Other).number(len(e.Sources))
	for _, s := range e.Sources {
		h = h.hash(p.sourceHash(s))
	}
	h = h.number(len(e.Quotes))
	for i := range e.Quotes {
		q := &e.Quotes[i]
		h = h.text(q.Text).hash(p.actorHash(q.By)).hash(p.sourceHash(q.Source))
	}
	h = h.number(len(e.Figures))
	for i := range e.Figures {
		f := &e.Figures[i]
		h = h.text(f.Label).text(f.Value).text(f.Low).text(f.Best).text(f.High).text(f.Unit)
		h = h.hash(p.actorHash(f.By)).hash(p.sourceHash(f.Source))
	}
	h = h.number(len(e.Claims))
	for i := range e.Claims {
		c := &e.Claims[i]
		h = h.text(c.Text).text(c.Status).hash(p.actorHash(c.By)).hash(p.sourceHash(c.Source))
	}
	return h.end()
}

// actorHash returns a hash of what events call an actor.
func (p *printer) actorHash(a timeline.ActorRef) uint64 {
	if a == timeline.NoActor {
		return 0
	}
	if p.actors[a] == 0 {
		p.actors[a] = begin.text(p.t.Actor(a).ID).end() | 1
	}
	return p.actors[a]
}

// sourceHash returns a hash of what sameSource compares.
func (p *printer) sourceHash(ref timeline.SourceRef) uint64 {
	if ref == timeline.NoSource {
		return 0
	}
	if p.sources[ref] == 0 {
		p.t.ReadSource(ref, &p.source)
		s := &p.source
		h := begin.text(s.ID)
		if s.ID == "" {
			h = h.text(s.Title).text(s.Publisher).text(s.Author).date(s.Published).date(s.Accessed).text(s.URL)
			h = h.text(s.ArchiveURL).text(s.Language).fields(s.Other)
		}
		p.sources[ref] = h.end() | 1
	}
	return p.sources[ref]
}

// A hasher is FNV-1a of what it was given so far, the same in every run of the program.
type hasher uint64

const (
	begin hasher = 14695981039346656037
	prime hasher = 1099511628211
)

// text adds a text and its end, which is a byte that no text has.
func (h hasher) text(s string) hasher {
	for i := range len(s) {
		h = (h ^ hasher(s[i])) * prime
	}
	return (h ^ 0xff) * prime
}

func (h hasher) number(n int) hasher { return h.hash(uint64(n)) }

func (h hasher) hash(n uint64) hasher {
	for range 8 {
		h, n = (h^hasher(n&0xff))*prime, n>>8
	}
	return h
}

func (h hasher) date(d edtf.Date) hasher { return h.text(d.EDTF()) }

func (h hasher) texts(all []string) hasher {
	h = h.number(len(all))
	for _, s := range all {
		h = h.text(s)
	}
	return h
}

func (h hasher) fields(all []timeline.Field) hasher {
	h = h.number(len(all))
	for i := range all {
		h = h.text(all[i].Key).text(all[i].Value)
		if all[i].Text {
			h = h.number(1)
		}
	}
	return h
}

// end returns the hash, each bit of which depends on all that was added.
func (h hasher) end() uint64 {
	n := uint64(h)
	n = (n ^ n>>33) * 0xff51afd7ed558ccd
	n = (n ^ n>>33) * 0xc4ceb9fe1a85ec53
	return n ^ n>>33
}
