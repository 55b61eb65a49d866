// Package compare is the screen on which two are held against each other, mirrored about an axis of time: what the left
// one has alone on its side, what the right one has on the other, and what they share across the middle. What they
// share is found by timeline/compare, and written as a table by timeline/export.
//
//	var p compare.Page
//	p.Take(s, compare.Actor(s.Index(), a))
//	p.With(s, compare.Actor(s.Index(), b))
//	p.Arrange(s, theme, size)
//	for _, row := range p.Draw(theme, size) {
//		fmt.Println(row)
//	}
//
// A Page is a plain struct, of use as it is. It lays out only what is in sight: where it is scrolled to is a place
// among the events, and no row above that is known. What has to look into all events of both is work for whoever calls
// TakeWork. It knows no key and no mode: package ui routes what happens. It may import timeline, timeline/compare,
// timeline/export, ui/draw and ui/session.
package compare

import (
	"context"
	"image"
	"io"
	"strings"

	"dateline/timeline"
	"dateline/timeline/compare"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A Page is two side by side.
type Page struct {
	names [2]name // of the two
	first name    // of the one that was taken, "" for none
	picks bool    // the picker is open to choose the other

	of     *index.Index
	within index.Selection
	c      *compare.Comparison
	newest bool
	dated  int // events of either that have a date

	told   [2]compare.Telling
	known  bool // told is of c
	number int  // of the question for it
	begin  func() any
	stop   context.CancelFunc // ends it; nil where none is asked

	at   int    // place of the cursor
	id   string // of its event
	seen int    // the event of the session when both were last the same, −1 for none

	top  int // place of the first event in sight
	skip int // lines of it that are not
	rows []row
	look looks
}

// A name is what something that is compared is found by in each record that is read: the id of an actor, or with
// source: before it what a source or a publisher is called.
type name string

// nameOf returns the name of a thing.
func nameOf(t *timeline.Timeline, g compare.Thing) name {
	if g.Actor == timeline.NoActor {
		return name("source:" + g.Source)
	}
	return name(t.Actor(g.Actor).ID)
}

// find returns the thing of a name.
func (n name) find(x *index.Index) (compare.Thing, bool) {
	if a, ok := x.Timeline().FindActor(string(n)); ok {
		return compare.Actor(x, a), true
	}
	thing, err := compare.Find(x, string(n))
	return thing, err == nil && thing.Actor == timeline.NoActor
}

// A Told is what was found out off the loop.
type Told struct {
	number int // of its question; what an older one brings is dropped
	told   [2]compare.Telling
}

// large is from how many events on what is told of both is found off the loop.
const large = 2_000

// Take takes an actor or a source as the first of two.
func (p *Page) Take(s *session.Session, g compare.Thing) { p.first = nameOf(s.Index().Timeline(), g) }

// Taken returns what was taken; ok is false for nothing.
func (p *Page) Taken(s *session.Session) (g compare.Thing, ok bool) {
	if p.first == "" {
		return g, false
	}
	return p.first.find(s.Index())
}

// Pick says whether the picker is open to choose the other of two.
func (p *Page) Pick(picks bool) { p.picks = picks }

// Unpick forgets who was taken where the picker was open to choose the other.
func (p *Page) Unpick() {
	if p.picks {
		p.picks, p.first = false, ""
	}
}

// Picks reports whether it is.
func (p *Page) Picks() bool { return p.picks }

// With compares what was taken, or else what is on the left, with something else.
func (p *Page) With(s *session.Session, g compare.Thing) {
	if p.first != "" {
		p.names[compare.Left] = p.first
	}
	p.names[compare.Right] = nameOf(s.Index().Timeline(), g)
	p.first, p.picks = "", false
	p.renew(s)
}

// Left returns what is on the left.
func (p *Page) Left(s *session.Session) (g compare.Thing, ok bool) {
	return p.names[compare.Left].find(s.Index())
}

// renew begins at the event that the session has selected.
func (p *Page) renew(s *session.Session) {
	p.c, p.of, p.id, p.seen, p.top, p.skip = nil, nil, "", -1, 0, 0
	p.follow(s)
}

// Forget lets go the record. Another has come in its place.
func (p *Page) Forget() {
	p.end()
	p.c, p.of, p.within, p.rows, p.known = nil, nil, index.Selection{}, nil, false
	p.told, p.seen = [2]compare.Telling{}, -1
}

// Refresh reports whether both are still in the record.
func (p *Page) Refresh(s *session.Session) bool {
	for _, n := range p.names {
		if _, ok := n.find(s.Index()); !ok {
			return false
		}
	}
	return true
}

// Rename puts the new id of the cursor's event in the place of the one that it had.
func (p *Page) Rename(ids map[string]string) {
	if id, ok := ids[p.id]; ok {
		p.id = id
	}
}

// within returns the events that are looked at: what the filter leaves, apart from the actors that it names, for who is
// compared is asked here.
func within(s *session.Session) index.Selection {
	if s.View().Paused {
		return s.All()
	}
	return s.Apart(query.ByActor)
}

// follow compares anew where the record or the filter has changed, and keeps the cursor's event, or takes that of the
// session where it has another than before.
func (p *Page) follow(s *session.Session) {
	x, among, fresh := s.Index(), within(s), p.id == ""
	if p.c == nil || p.of != x || !p.within.Same(among) {
		l, okL := p.names[compare.Left].find(x)
		r, okR := p.names[compare.Right].find(x)
		if !okL || !okR {
			return
		}
		p.of, p.within = x, among
		p.take(compare.New(x, among, l, r))
		p.seek(s, p.id)
	}
	if p.newest != s.View().Newest {
		p.newest = s.View().Newest
		p.seek(s, p.id)
	}
	if s.HasEvent() && s.Selected() != p.seen {
		p.seen = s.Selected()
		if n := p.c.Any.Len(); p.c.Any.Has(p.seen) || fresh && n > 0 { // else the nearest to it
			p.choose(min(p.place(p.seen), n-1))
		}
	}
}

// take shows a comparison, and asks for what is told of it.
func (p *Page) take(c *compare.Comparison) {
	p.c, p.known = c, false
	p.dated = c.Any.Len()
	for p.dated > 0 && c.Index().Timeline().Date(c.Any.At(p.dated-1)).IsZero() {
		p.dated--
	}
	p.end()
	p.number++
	number := p.number
	if p.c.Any.Len() < large {
		p.told, p.known = c.Tell(context.Background()), true
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	p.stop, p.begin = stop, func() any { return Told{number, c.Tell(ctx)} }
}

// end ends the question that is being asked.
func (p *Page) end() {
	if p.stop != nil {
		p.stop()
	}
	p.stop, p.begin = nil, nil
}

// TakeWork returns the work that has still to be started, or nil.
func (p *Page) TakeWork() func() any {
	begin := p.begin
	p.begin = nil
	return begin
}

// TakeTold takes what was found out, unless something else has been asked since.
func (p *Page) TakeTold(told Told) {
	if told.number == p.number && p.stop != nil {
		p.end()
		p.told, p.known = told.told, true
	}
}

// event returns the event at a place, and place returns the place of an event, or of the one after it.
func (p *Page) event(place int) int {
	if p.newest && place < p.dated {
		place = p.dated - 1 - place
	}
	return p.c.Any.At(place)
}

func (p *Page) place(i int) int {
	rank := p.c.Any.Rank(i)
	if p.newest && rank < p.dated {
		return p.dated - 1 - rank
	}
	return rank
}

// seek puts the cursor on the event with an id, or where it would be.
func (p *Page) seek(s *session.Session, id string) {
	if i, ok := s.Index().Timeline().Find(id); ok && p.c.Any.Len() > 0 {
		p.choose(min(p.place(i), p.c.Any.Len()-1))
		return
	}
	p.choose(max(0, min(p.at, p.c.Any.Len()-1)))
}

// choose puts the cursor on a place.
func (p *Page) choose(place int) {
	if p.at = place; p.at < p.c.Any.Len() {
		p.id = p.of.Timeline().ID(p.event(place))
	}
}

// goTo puts the cursor on a place, and the session's on its event where the list has that.
func (p *Page) goTo(s *session.Session, place int) {
	p.choose(place)
	if i := p.event(place); s.HasEvent() && s.Shown().Has(i) {
		s.ChooseEvent(i)
		p.seen = i
	}
}

// HasEvent reports whether either of the two has an event.
func (p *Page) HasEvent() bool { return p.c != nil && p.c.Any.Len() > 0 }

// Event returns the id of the cursor's event; only where HasEvent.
func (p *Page) Event() string { return p.id }

// Standing returns the number of the cursor's event, and how many there are.
func (p *Page) Standing() (n, of int) {
	if !p.HasEvent() {
		return 0, 0
	}
	return p.at + 1, p.c.Any.Len()
}

// Swap puts each of the two in the other's place.
func (p *Page) Swap() {
	if p.c == nil {
		return
	}
	l := compare.Left
	p.names[l], p.names[compare.Right] = p.names[compare.Right], p.names[l]
	p.told[l], p.told[compare.Right] = p.told[compare.Right], p.told[l]
	swapped, known := p.c.Swapped(), p.known
	if known {
		p.c = swapped
		return
	}
	p.take(swapped)
}

// Table returns the comparison as Markdown. Of a table of more than most bytes it returns no more than shows that.
func (p *Page) Table(most int) string {
	var out bounded
	out.left = most + 1
	_ = export.Comparison(context.Background(), &out, p.c, export.Markdown, export.Emphasis{})
	return out.text.String()
}

// Names returns what the two are called.
func (p *Page) Names() (left, right string) {
	return p.c.Sides[compare.Left].Name, p.c.Sides[compare.Right].Name
}

// A bounded keeps what is written to it, until it is full.
type bounded struct {
	text strings.Builder
	left int
}

func (b *bounded) Write(text []byte) (int, error) {
	n := min(len(text), b.left)
	b.text.Write(text[:n])
	if b.left -= n; n < len(text) {
		return n, io.ErrShortWrite
	}
	return n, nil
}

// Click puts the cursor on the event in a row, and reports whether it was there already.
func (p *Page) Click(s *session.Session, row int) (again bool) {
	row -= p.look.head
	if row < 0 || row >= len(p.rows) || p.rows[row].place < 0 {
		return false
	}
	again = p.rows[row].place == p.at
	p.goTo(s, p.rows[row].place)
	return again
}

// InSight returns how many rows of events there are.
func (p *Page) InSight() int { return p.look.body }

// Arrange compares where that is needed, brings the cursor into sight and lays out what is.
func (p *Page) Arrange(s *session.Session, th *draw.Theme, size image.Point) {
	p.rows = p.rows[:0]
	if p.follow(s); p.c == nil {
		return
	}
	p.look = newLooks(th, p, size)
	if p.HasEvent() {
		p.scroll()
		p.lay()
	}
}
