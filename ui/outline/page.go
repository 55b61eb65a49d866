package outline

import (
	"image"
	"math"
	"slices"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A Page is the page of an event: as far as it is scrolled, and with the link that is in focus. NoLink is to be left at
// first.
type Page struct {
	sheet draw.Sheet
	of    key // what the page was laid out for
	write Writer
	short shortened // where it leaves actors out
	left  []place   // the pages that were left, the last one last
	again bool      // the next event that Open comes to is shown as its page was left
}

// A place is how the page of an event was left: as far as it was scrolled, with a link in focus, with all actors.
type place struct {
	id    string
	top   int
	at    int
	whole bool
}

// mostLeft is how many pages are known as they were left.
const mostLeft = 100

// A shortened page leaves actors out at a line and before a link, until the reader comes near. The zero one is whole.
type shortened struct{ line, link int }

// atFirst is how many actors a page has before the reader comes near the last of them. It is more than a screen has.
const atFirst = 400

// A Writer says which parts a page has, and in which order.
type Writer interface{ Write(*Outline) }

// A key is everything that the page depends on; the page is laid out again only when it changes.
type key struct {
	of     *timeline.Timeline
	event  int
	id     string
	w      int
	query  string
	marked bool
	th     *draw.Theme
	whole  bool // no actor is left out
}

// Forget lets go the record that the page was laid out for. Another has come in its place.
func (p *Page) Forget() { p.of.of = nil }

// ID returns the id of the event of the page.
func (p *Page) ID() string { return p.of.id }

// Open lays out event i for w cells as write does it, unless it is there already.
func (p *Page) Open(s *session.Session, th *draw.Theme, i, w int, write Writer) {
	t := s.Index().Timeline()
	key := key{t, i, t.ID(i), w, s.View().Query, s.IsMarked(t.ID(i)), th, false}
	again := p.again
	p.again = false
	if key.whole = p.of.whole; p.of == key {
		return
	}
	if p.of.id != key.id {
		key.whole = p.turn(key.id, again)
	}
	most := atFirst
	if key.whole {
		most = math.MaxInt
	}
	p.of, p.write = key, write
	p.layOut(s, most)
	if p.sheet.At >= len(p.sheet.Links) {
		p.sheet.At = draw.NoLink
	}
}

// Returns has the next event that Open comes to shown as the reader left its page: as far as it was scrolled, and with
// the link that was in focus.
func (p *Page) Returns() { p.again = true }

// turn goes to the top of the page of another event, or again to where that page was left. It reports whether the page
// is to have all actors.
func (p *Page) turn(id string, again bool) (whole bool) {
	if p.of.id != "" {
		p.left = slices.DeleteFunc(p.left, func(l place) bool { return l.id == p.of.id })
		p.left = append(p.left, place{p.of.id, p.sheet.Top, p.sheet.At, p.of.whole})
		p.left = p.left[max(0, len(p.left)-mostLeft):]
	}
	p.sheet.Top, p.sheet.At = 0, draw.NoLink
	n := slices.IndexFunc(p.left, func(l place) bool { return l.id == id })
	if !again || n < 0 {
		return false
	}
	p.sheet.Top, p.sheet.At = p.left[n].top, p.left[n].at
	return p.left[n].whole
}

// layOut writes the page, with at most so many actors.
func (p *Page) layOut(s *session.Session, actors int) {
	page := draw.Page{Width: p.of.w}
	o := New(s, p.of.th, p.of.event, &page)
	o.most = actors
	p.write.Write(o)
	p.sheet.Page, p.short = page, o.short
}

// complete lays out the actors that the page leaves out.
func (p *Page) complete(s *session.Session) {
	if p.of.of != s.Index().Timeline() {
		return // until the page is laid out for the record that is shown
	}
	p.of.whole = true
	p.layOut(s, math.MaxInt)
}

// Follow keeps the places on pages whose events have other ids now.
func (p *Page) Follow(renamed map[string]string) {
	if now, ok := renamed[p.of.id]; ok {
		p.of.id = now
	}
	for n := range p.left {
		if now, ok := renamed[p.left[n].id]; ok {
			p.left[n].id = now
		}
	}
}

// OnLink reports whether a link is in focus.
func (p *Page) OnLink() bool { return p.sheet.At != draw.NoLink }

// Link returns the link in focus.
func (p *Page) Link() (l draw.Link, ok bool) {
	if !p.OnLink() {
		return draw.Link{}, false
	}
	return p.sheet.Links[p.sheet.At], true
}

// Numbered returns the id of the actor with a number from 1 on, if that number is in sight on a page of h rows.
func (p *Page) Numbered(number, h int) (id string, ok bool) {
	for n, l := range p.sheet.Links {
		if l.Kind == ToActor && l.Index == number {
			return l.Value, p.sheet.InSight(n, h)
		}
	}
	return "", false
}

// Address returns the address in focus, else that of the first source that has one, else the first on the page.
func (p *Page) Address() (address string, ok bool) {
	if l, ok := p.Link(); ok && (l.Kind == ToSource || l.Kind == ToAddress) {
		return l.Value, true
	}
	for _, kind := range [...]draw.LinkKind{ToSource, ToAddress} {
		for _, l := range p.sheet.Links {
			if l.Kind == kind {
				return l.Value, true
			}
		}
	}
	return "", false
}

// Leave takes the focus off the link.
func (p *Page) Leave() { p.sheet.At = draw.NoLink }

// Scroll moves the page by n lines within h rows. It reports whether there were any.
func (p *Page) Scroll(s *session.Session, n, h int) bool {
	if p.short.line > 0 && p.sheet.Top+n+h > p.short.line {
		p.complete(s)
	}
	from := p.sheet.Top
	p.sheet.Scroll(n, h)
	return p.sheet.Top != from
}

// Step moves to the next link, or by −1 to the one before, and into h rows. It reports whether there was one.
func (p *Page) Step(s *session.Session, n, h int) bool {
	beyond := p.sheet.At+n >= p.short.link || p.sheet.At == draw.NoLink && n < 0
	if p.short.line > 0 && (beyond || p.sheet.Top+2*h > p.short.line) {
		p.complete(s)
	}
	return p.sheet.Step(n, h)
}

// Walk moves by one link, or by a line where the next link is out of sight.
func (p *Page) Walk(s *session.Session, n, h int) {
	if p.short.line > 0 && (p.sheet.At+n >= p.short.link || p.sheet.Top+2*h > p.short.line) {
		p.complete(s)
	}
	p.sheet.Walk(n, h)
}

// First moves to the first link in sight, else to the first of all.
func (p *Page) First(h int) { p.sheet.First(h) }

// HasLinks reports whether there is a link to move to.
func (p *Page) HasLinks() bool { return len(p.sheet.Links) > 0 }

// Click puts the focus on the link at a place of the page, of which h rows are seen, and reports whether there is one.
// On the row that says how much is below, it turns the page.
func (p *Page) Click(s *session.Session, at image.Point, h int) bool {
	if p.short.line > 0 && p.sheet.Top+2*h > p.short.line {
		p.complete(s)
	}
	return p.sheet.Click(at, h)
}

// Draw returns at most h rows of w cells. focused is whether the page has the reader's keys.
func (p *Page) Draw(th *draw.Theme, size image.Point, focused bool) []string {
	return p.sheet.Draw(th, size.X, size.Y, focused)
}

// Fits reports whether the whole page is seen in h rows.
func (p *Page) Fits(h int) bool { return len(p.sheet.Lines)+p.sheet.Unwritten <= h }
