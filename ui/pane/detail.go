package pane

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A Detail is the pane that shows all that the record says about one event.
type Detail struct {
	sheet draw.Sheet
	of    detailKey // what the page was laid out for
}

// What the links of a page lead to.
const (
	ToActor    draw.LinkKind = iota // by id
	ToTag                           // itself
	ToType                          // itself
	ToLocation                      // itself
	ToSource                        // by its address
	ToEvent                         // by id
	ToFigure                        // of the event, by its place there
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
}

// Open lays out event i for w cells, unless it is there already.
func (d *Detail) Open(s *session.Session, th *draw.Theme, i, w int) {
	t := s.Index().Timeline()
	key := detailKey{t, i, t.ID(i), w, s.View().Query, s.IsMarked(t.ID(i)), th}
	if d.of == key {
		return
	}
	if d.of.id != key.id {
		d.sheet.Top, d.sheet.At = 0, draw.NoLink
	}
	d.of = key
	d.sheet.Page = layOut(s, th, i, w)
	if d.sheet.At >= len(d.sheet.Links) {
		d.sheet.At = draw.NoLink
	}
}

// layOut writes the page of event i.
func layOut(s *session.Session, th *draw.Theme, i, w int) draw.Page {
	p := draw.Page{Width: w}
	e := s.Index().Timeline().Event(i)
	o := outline{s: s, th: th, t: s.Index().Timeline(), i: i, e: e, p: &p, sources: e.Cited()}
	o.head()
	o.who()
	if e.Summary != "" {
		p.Blank()
		p.Prose(e.Summary, 0, s.Words(), "", th.Match)
	}
	o.quotes()
	o.figures()
	o.claims()
	o.notes()
	o.sourceList()
	o.related()
	return p
}

// An outline writes the parts of an event's page.
type outline struct {
	s       *session.Session
	th      *draw.Theme
	t       *timeline.Timeline
	i       int // number of the event
	e       *timeline.Event
	p       *draw.Page
	sources []timeline.SourceRef // in the order of their numbers on the page
}

// head writes what, when, where.
func (o *outline) head() {
	th, e, p := o.th, o.e, o.p
	for _, line := range draw.Paragraphs(e.Title, p.Width) {
		p.Spans(0, draw.Lit(line, o.s.Words(), th.Strong, th.Match+th.Strong))
	}
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

// officeFrom is the least width that offices beside the names are wrapped to.
const officeFrom = 24

// who writes the actors with the office held on the day, numbered for one-key filtering.
func (o *outline) who() {
	if len(o.e.Actors) == 0 {
		return
	}
	th, p := o.th, o.p
	p.Heading("Who", th.Faint)
	names, offices := 0, 0
	for _, part := range o.e.Actors {
		names = max(names, draw.Cells(sanitize.Line(o.t.Actor(part.Actor).Name)))
		offices = max(offices, draw.Cells(sanitize.Line(draw.Enough(o.office(part), p.Width))))
	}
	columns := names+offices+4 <= p.Width
	if !columns {
		names = min(names, max(12, p.Width/2))
	}
	below := !columns && p.Width-names-4 < officeFrom // the office is under the name
	if below {
		names = p.Width - 2
	}
	for n, part := range o.e.Actors {
		a := o.t.Actor(part.Actor)
		number := "  "
		if n < 9 {
			number = fmt.Sprintf("%d ", n+1)
		}
		office := o.office(part)
		st := th.Actor
		if o.s.Wants(part.Actor) {
			st += th.Strong
		}
		name := th.Fit(a.Name, names)
		link := p.Link(name, st, ToActor, a.ID)
		p.Links[link.Link].Index = n + 1
		row := append([]draw.Piece{draw.Text(number, th.Faint)}, draw.Isolated(link)...)
		short := "  " + sanitize.Line(draw.Enough(office, p.Width))
		switch {
		case below && draw.Cells(number+name+short) <= p.Width:
			p.Add(append(row, draw.Text(short, th.Faint))...)
			continue
		case below:
			p.Add(row...)
			p.Prose(office, 2, nil, th.Faint, "")
			continue
		}
		lines := draw.Wrap(sanitize.Line(office), max(1, p.Width-names-4))
		p.Add(append(row, draw.Text(draw.Spaces(names-draw.Cells(name)+2), th.Faint), draw.Text(lines[0], th.Faint))...)
		for _, more := range lines[1:] {
			p.Add(draw.Text(draw.Spaces(names+4)+more, th.Faint))
		}
	}
}

// office returns the office that an actor held on the day, and its part in the event.
func (o *outline) office(part timeline.Part) string {
	office := o.t.Office(part.Actor, o.e.Date)
	if part.Role == "" {
		return office
	}
	return strings.TrimLeft(office+" ("+part.Role+")", " ")
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
	for _, q := range o.e.Quotes {
		p.Prose(th.Glyphs.QuoteOpen+strings.TrimSpace(q.Text)+th.Glyphs.QuoteClose, 0, o.s.Words(), th.Slant, th.Match)
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
		for _, n := range o.e.Notes {
			for k, line := range draw.Paragraphs(n, p.Width-2) {
				bullet := th.Faint.Span(th.Glyphs.Dot + " ")
				if k > 0 {
					bullet.Text = "  "
				}
				p.Spans(0, append([]draw.Span{bullet}, draw.Lit(line, o.s.Words(), "", th.Match)...))
			}
		}
	}
	for _, f := range o.e.Other {
		p.Heading(f.Key, th.Faint)
		p.Verbatim(f.Value)
	}
}

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

// Source returns the address of the source in focus, else of the first that has one.
func (d *Detail) Source() (address string, ok bool) {
	if l, ok := d.Link(); ok && l.Kind == ToSource {
		return l.Value, true
	}
	for _, l := range d.sheet.Links {
		if l.Kind == ToSource {
			return l.Value, true
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
func (d *Detail) Scroll(n, h int) bool {
	from := d.sheet.Top
	d.sheet.Scroll(n, h)
	return d.sheet.Top != from
}

// Step moves to the next link, or by −1 to the one before, and into h rows. It reports whether there was one.
func (d *Detail) Step(n, h int) bool { return d.sheet.Step(n, h) }

// Walk moves by one link, or by a line where the next link is out of sight.
func (d *Detail) Walk(n, h int) { d.sheet.Walk(n, h) }

// First moves to the first link in sight, else to the first of all.
func (d *Detail) First(h int) { d.sheet.First(h) }

// HasLinks reports whether there is a link to move to.
func (d *Detail) HasLinks() bool { return len(d.sheet.Links) > 0 }

// Click puts the focus on the link at a place of the page, of which h rows are seen, and reports whether there is one.
// On the row that says how much is below, it turns the page.
func (d *Detail) Click(at image.Point, h int) bool { return d.sheet.Click(at, h) }

// Draw returns at most h rows of w cells. focused is whether the page has the reader's keys.
func (d *Detail) Draw(th *draw.Theme, size image.Point, focused bool) []string {
	return d.sheet.Draw(th, size.X, size.Y, focused)
}
