package pane

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/ownkeys"
	"dateline/ui/prose"
	"dateline/ui/session"
)

// A Detail is the pane that shows all that the record says about one event.
type Detail struct {
	sheet draw.Sheet
	of    detailKey // what the page was laid out for
	short shortened // where it leaves actors out
}

// A shortened page leaves actors out at a line and before a link, until the reader comes near. The zero one is whole.
type shortened struct{ line, link int }

// atFirst is how many actors a page has before the reader comes near the last of them. It is more than a screen has.
const atFirst = 400

// What the links of a page lead to.
const (
	ToActor     draw.LinkKind = iota // by id
	ToTag                            // itself
	ToType                           // itself
	ToLocation                       // itself
	ToSource                         // by its address
	ToAddress                        // itself: one that a text or a key of the writer's own has
	ToEvent                          // by id
	ToFigure                         // of the event, by its place there
	ToOwnValue                       // itself, of the key of the writer's own with this place in the event
	ToOwnFigure                      // the number under the key of the writer's own with this place in the event
	ToOwnKey                         // a query for a key of the writer's own, of whose values one is to be chosen
)

// A detailKey is everything that the page depends on; the page is laid out again only when it changes.
type detailKey struct {
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
func (d *Detail) Forget() { d.of.of = nil }

// Open lays out event i for w cells, unless it is there already.
func (d *Detail) Open(s *session.Session, th *draw.Theme, i, w int) {
	t := s.Index().Timeline()
	key := detailKey{t, i, t.ID(i), w, s.View().Query, s.IsMarked(t.ID(i)), th, false}
	if key.whole = d.of.whole; d.of == key {
		return
	}
	if d.of.id != key.id {
		d.sheet.Top, d.sheet.At = 0, draw.NoLink
	}
	most := atFirst
	if d.of.whole && d.of.id == key.id {
		most = math.MaxInt
	}
	key.whole = most > atFirst
	d.of = key
	d.sheet.Page, d.short = layOut(s, th, i, w, most)
	if d.sheet.At >= len(d.sheet.Links) {
		d.sheet.At = draw.NoLink
	}
}

// complete lays out the actors that the page leaves out.
func (d *Detail) complete(s *session.Session) {
	if d.of.of != s.Index().Timeline() {
		return // until the page is laid out for the record that is shown
	}
	d.of.whole = true
	d.sheet.Page, d.short = layOut(s, d.of.th, d.of.event, d.of.w, math.MaxInt)
}

// layOut writes the page of event i, with at most so many actors.
func layOut(s *session.Session, th *draw.Theme, i, w, actors int) (draw.Page, shortened) {
	p := draw.Page{Width: w}
	e := eventOf(s, i)
	o := outline{s: s, th: th, t: s.Index().Timeline(), i: i, e: e, w: e, p: &p, sources: e.Cited(), most: actors}
	if e.Markup {
		o.w = o.t.Written(i)
	}
	o.head()
	o.who()
	if e.Summary != "" {
		p.Blank()
		o.prose(o.w.Summary)
	}
	o.quotes()
	o.figures()
	o.claims()
	o.notes()
	o.sourceList()
	o.links()
	o.related()
	return p, o.short
}

// eventOf returns event i, which is nearly always the selected one.
func eventOf(s *session.Session, i int) *timeline.Event {
	if s.HasEvent() && s.Selected() == i {
		return s.Event()
	}
	return s.Index().Timeline().Event(i)
}

// An outline writes the parts of an event's page.
type outline struct {
	s       *session.Session
	th      *draw.Theme
	t       *timeline.Timeline
	i       int // number of the event
	e       *timeline.Event
	w       *timeline.Event // e as it is written
	p       *draw.Page
	sources []timeline.SourceRef // in the order of their numbers on the page
	most    int                  // actors that are written
	short   shortened
}

// head writes what, when, where.
func (o *outline) head() {
	th, e, p := o.th, o.e, o.p
	title := o.look(th.Strong)
	title.Lit += th.Strong
	o.read(o.w.Title).Add(p, title)
	when := e.Date.String()
	if w, ok := e.Date.Weekday(); ok {
		when = w.String() + " " + when
	}
	fit := func(s string) string { return th.Fit(s, p.Width) }
	is := []draw.Piece{draw.Text(fit(when), "")}
	if o.s.IsMarked(e.ID) {
		is = append(is, draw.Text(th.Glyphs.Mark+" marked", th.Strong))
	}
	if e.Type != "" {
		f := o.t.Family(e.Type)
		glyph := th.TypeGlyph(e.Type, o.t.TypeGlyph(e.Type), f)
		is = append(is, p.Link(fit(glyph+" "+e.Type), th.Families[f], ToType, e.Type))
	}
	if e.Location != "" {
		is = append(is, p.Link(fit(e.Location), "", ToLocation, e.Location))
	}
	if e.Status != "" {
		glyph, st := th.Status(e.Status)
		is = append(is, draw.Text(fit(strings.TrimSpace(glyph+" "+e.Status)), st))
	}
	p.Flow(" "+th.Glyphs.Dot+" ", th.Faint, is...)
	var tags []draw.Piece
	for _, tag := range e.Tags {
		tags = append(tags, p.Link(fit(tag), th.Faint, ToTag, tag))
	}
	p.Flow("  ", "", tags...)
}

// says returns "— Name [2]" for a quote, figure or claim.
func (o *outline) says(by timeline.ActorRef, source timeline.SourceRef) string {
	var words []string
	if by != timeline.NoActor {
		words = append(words, o.t.Actor(by).Name)
	}
	if n := slices.Index(o.sources, source); n >= 0 {
		words = append(words, fmt.Sprintf("[%d]", n+1))
	}
	return strings.Join(words, " ")
}

// quotes writes each fragment with its speaker.
func (o *outline) quotes() {
	if len(o.e.Quotes) == 0 {
		return
	}
	th, p := o.th, o.p
	p.Heading("Quotes", th.Faint)
	for n, q := range o.e.Quotes {
		o.read(o.w.Quotes[n].Text).Quoted(th.Glyphs.QuoteOpen, th.Glyphs.QuoteClose).Add(p, o.look(th.Slant))
		if by := o.says(q.By, q.Source); by != "" {
			p.Prose(th.Glyphs.Dash+" "+by, 2, nil, th.Faint, "")
		}
	}
}

// notes writes the notes, and the keys that the format does not know under their own names.
func (o *outline) notes() {
	th, p := o.th, o.p
	if len(o.e.Notes) > 0 {
		p.Heading("Notes", th.Faint)
		for _, note := range o.w.Notes {
			look := o.look("")
			look.Lead = th.Faint.Span(th.Glyphs.Dot + " ")
			o.read(note).Add(p, look)
		}
	}
	if len(o.e.Other) > 0 {
		own := ownkeys.Page{Page: p, Look: o.look(""), Value: ToOwnValue, Figure: ToOwnFigure, Chart: chartSign}
		ownkeys.Write(own, o.s.Index(), o.i, o.e, o.w)
	}
}

// read reads a text as it is written.
func (o *outline) read(text string) prose.Text { return prose.Read(text, o.e.Markup) }

// look returns how a text is written, in a style.
func (o *outline) look(base draw.Style) prose.Look {
	return prose.Look{Theme: o.th, Words: o.s.Words(), Base: base, Lit: o.th.Match, Kind: ToAddress}
}

// prose writes a text as it is written in the file.
func (o *outline) prose(text string) { o.read(text).Add(o.p, o.look("")) }

// Follow keeps the place on the page where the event that it shows has another id now.
func (d *Detail) Follow(renamed map[string]string) {
	if now, ok := renamed[d.of.id]; ok {
		d.of.id = now
	}
}

// OnLink reports whether a link is in focus.
func (d *Detail) OnLink() bool { return d.sheet.At != draw.NoLink }

// Link returns the link in focus.
func (d *Detail) Link() (l draw.Link, ok bool) {
	if !d.OnLink() {
		return draw.Link{}, false
	}
	return d.sheet.Links[d.sheet.At], true
}

// Numbered returns the id of the actor with a number from 1 on, if that number is in sight on a page of h rows.
func (d *Detail) Numbered(number, h int) (id string, ok bool) {
	for n, l := range d.sheet.Links {
		if l.Kind == ToActor && l.Index == number {
			return l.Value, d.sheet.InSight(n, h)
		}
	}
	return "", false
}

// Address returns the address in focus, else that of the first source that has one, else the first on the page.
func (d *Detail) Address() (address string, ok bool) {
	if l, ok := d.Link(); ok && (l.Kind == ToSource || l.Kind == ToAddress) {
		return l.Value, true
	}
	for _, kind := range [...]draw.LinkKind{ToSource, ToAddress} {
		for _, l := range d.sheet.Links {
			if l.Kind == kind {
				return l.Value, true
			}
		}
	}
	return "", false
}

// EventText returns an event with its sources, for the clipboard.
func EventText(t *timeline.Timeline, e *timeline.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Date, e.Title)
	for _, ref := range e.Cited() {
		b.WriteString("\n" + Citation(t.Source(ref)))
	}
	return b.String()
}

// Citation returns a source as it is cited: who wrote what, where and when it appeared, where it is, and when it was
// read there if nothing says when it appeared.
func Citation(s *timeline.Source) string {
	var words []string
	add := func(word string) {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, strings.TrimSuffix(word, "."))
		}
	}
	add(s.Author)
	add(s.Title)
	add(s.Publisher)
	if !s.Published.IsZero() {
		add(s.Published.String())
	}
	add(s.URL)
	if s.ArchiveURL != "" {
		add("Archived: " + s.ArchiveURL)
	}
	if s.Published.IsZero() && !s.Accessed.IsZero() {
		add("Accessed " + s.Accessed.String())
	}
	if len(words) == 0 {
		return s.ID
	}
	return strings.Join(words, ". ")
}

// Leave takes the focus off the link.
func (d *Detail) Leave() { d.sheet.At = draw.NoLink }

// Scroll moves the page by n lines within h rows. It reports whether there were any.
func (d *Detail) Scroll(s *session.Session, n, h int) bool {
	if d.short.line > 0 && d.sheet.Top+n+h > d.short.line {
		d.complete(s)
	}
	from := d.sheet.Top
	d.sheet.Scroll(n, h)
	return d.sheet.Top != from
}

// Step moves to the next link, or by −1 to the one before, and into h rows. It reports whether there was one.
func (d *Detail) Step(s *session.Session, n, h int) bool {
	beyond := d.sheet.At+n >= d.short.link || d.sheet.At == draw.NoLink && n < 0
	if d.short.line > 0 && (beyond || d.sheet.Top+2*h > d.short.line) {
		d.complete(s)
	}
	return d.sheet.Step(n, h)
}

// Walk moves by one link, or by a line where the next link is out of sight.
func (d *Detail) Walk(s *session.Session, n, h int) {
	if d.short.line > 0 && (d.sheet.At+n >= d.short.link || d.sheet.Top+2*h > d.short.line) {
		d.complete(s)
	}
	d.sheet.Walk(n, h)
}

// First moves to the first link in sight, else to the first of all.
func (d *Detail) First(h int) { d.sheet.First(h) }

// HasLinks reports whether there is a link to move to.
func (d *Detail) HasLinks() bool { return len(d.sheet.Links) > 0 }

// Click puts the focus on the link at a place of the page, of which h rows are seen, and reports whether there is one.
// On the row that says how much is below, it turns the page.
func (d *Detail) Click(s *session.Session, at image.Point, h int) bool {
	if d.short.line > 0 && d.sheet.Top+2*h > d.short.line {
		d.complete(s)
	}
	return d.sheet.Click(at, h)
}

// Draw returns at most h rows of w cells. focused is whether the page has the reader's keys.
func (d *Detail) Draw(th *draw.Theme, size image.Point, focused bool) []string {
	return d.sheet.Draw(th, size.X, size.Y, focused)
}
