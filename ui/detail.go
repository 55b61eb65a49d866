package ui

import (
	"fmt"
	"slices"
	"strings"

	"dateline/ui/draw"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/sanitize"
)

// A detail is the pane that shows all that the record says about one event.
type detail struct {
	draw.Sheet
	of detailKey // what the page was laid out for
}

// What the links of a page lead to.
const (
	toActor    draw.LinkKind = iota // by id
	toTag                           // itself
	toType                          // itself
	toLocation                      // itself
	toSource                        // by its address
	toEvent                         // by id
	toFigure                        // of the event, by its place there
)

// A detailKey is everything that the page depends on; the page is laid out again only when it changes.
type detailKey struct {
	of     *timeline.Timeline
	event  int
	id     string
	w      int
	query  string
	marked bool
}

// open lays out event i for w cells, unless it is there already.
func (d *detail) open(s *session, th *draw.Theme, i, w int) {
	t := s.index.Timeline()
	key := detailKey{t, i, t.ID(i), w, s.view.query, s.marked[t.ID(i)]}
	if d.of == key {
		return
	}
	if d.of.id != key.id {
		d.Top, d.At = 0, draw.NoLink
	}
	d.of = key
	d.Page = layOut(s, th, i, w)
	if d.At >= len(d.Links) {
		d.At = draw.NoLink
	}
}

// layOut writes the page of event i.
func layOut(s *session, th *draw.Theme, i, w int) draw.Page {
	p := draw.Page{Width: w}
	e := s.index.Timeline().Event(i)
	o := outline{s: s, th: th, t: s.index.Timeline(), i: i, e: e, p: &p, sources: e.Cited()}
	o.head()
	o.who()
	if e.Summary != "" {
		p.Blank()
		p.Prose(e.Summary, 0, s.words, "", th.Match)
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
	s       *session
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
		p.Spans(0, draw.Lit(line, o.s.words, th.Strong, th.Match+th.Strong))
	}
	when := e.Date.String()
	if e.Date.Precision() >= edtf.ToDay && !e.Date.IsInterval() && !e.Date.IsSet() {
		when = e.Date.Earliest().Weekday().String() + " " + when
	}
	dated := []draw.Piece{draw.Text(th.Fit(when, p.Width), "")}
	if o.s.marked[e.ID] {
		mark := "  " + th.Glyphs.Mark + " marked"
		if draw.Cells(when)+draw.Cells(mark) > p.Width {
			p.Add(dated...)
			dated, mark = nil, mark[2:]
		}
		dated = append(dated, draw.Text(mark, th.Strong))
	}
	p.Add(dated...)
	var is, tags []draw.Piece
	fit := func(s string) string { return th.Fit(s, p.Width) }
	if e.Type != "" {
		is = append(is, p.Link(fit(th.TypeGlyph(e.Type)+" "+e.Type), "", toType, e.Type))
	}
	if e.Location != "" {
		is = append(is, p.Link(fit(e.Location), "", toLocation, e.Location))
	}
	if e.Status != "" {
		st := th.Faint
		if e.Status == "disputed" {
			st = th.Bad
		}
		is = append(is, draw.Text(fit(e.Status), st))
	}
	p.Flow(" "+th.Glyphs.Dot+" ", th.Faint, is...)
	for _, tag := range e.Tags {
		tags = append(tags, p.Link(fit("#"+tag), th.Faint, toTag, tag))
	}
	p.Flow(" ", "", tags...)
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
	names := 0
	for _, part := range o.e.Actors {
		names = max(names, draw.Cells(sanitize.Line(o.t.Actor(part.Actor).Name)))
	}
	names = min(names, max(12, p.Width/2))
	below := p.Width-names-4 < officeFrom // the office stands under the name
	if below {
		names = p.Width - 2
	}
	for n, part := range o.e.Actors {
		a := o.t.Actor(part.Actor)
		number := "  "
		if n < 9 {
			number = fmt.Sprintf("%d ", n+1)
		}
		office := o.t.Office(part.Actor, o.e.Date)
		if part.Role != "" {
			if office != "" {
				office += " "
			}
			office += "(" + part.Role + ")"
		}
		st := th.Actor
		if o.s.including[part.Actor] {
			st += th.Strong
		}
		name := th.Fit(a.Name, names)
		row := append([]draw.Piece{draw.Text(number, th.Faint)}, draw.Isolated(p.Link(name, st, toActor, a.ID))...)
		if below {
			p.Add(row...)
			p.Prose(office, 2, nil, th.Faint, "")
			continue
		}
		lines := draw.Wrap(sanitize.Line(office), p.Width-names-4)
		p.Add(append(row, draw.Text(draw.Spaces(names-draw.Cells(name)+2), th.Faint), draw.Text(lines[0], th.Faint))...)
		for _, more := range lines[1:] {
			p.Add(draw.Text(draw.Spaces(names+4)+more, th.Faint))
		}
	}
}

// says is "— Name [2]" for a quote, figure or claim.
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
		p.Prose(th.Glyphs.QuoteOpen+strings.TrimSpace(q.Text)+th.Glyphs.QuoteClose, 0, o.s.words, th.Slant, th.Match)
		if by := o.says(q.By, q.Source); by != "" {
			p.Prose(th.Glyphs.Dash+" "+by, 2, nil, th.Faint, "")
		}
	}
}

// claims writes rival accounts side by side where the pane is wide enough, else one under the other.
func (o *outline) claims() {
	if len(o.e.Claims) == 0 {
		return
	}
	th, p := o.th, o.p
	p.Heading("Claims", th.Faint)
	const gap, columnFrom = 3, 28
	columns := max(1, min(len(o.e.Claims), (p.Width+gap)/(columnFrom+gap), 3))
	w := (p.Width - gap*(columns-1)) / columns
	for at := 0; at < len(o.e.Claims); at += columns {
		if at > 0 {
			p.Blank()
		}
		var blocks [][][]draw.Span
		for _, c := range o.e.Claims[at:min(at+columns, len(o.e.Claims))] {
			blocks = append(blocks, o.claim(c, w))
		}
		p.Columns(blocks, 0, w, gap)
	}
}

// claim is one account, as lines of w cells.
func (o *outline) claim(c timeline.Claim, w int) [][]draw.Span {
	th := o.th
	var lines [][]draw.Span
	by := o.says(c.By, c.Source)
	if c.Status != "" {
		by = strings.TrimSpace(by + " " + th.Glyphs.Dot + " " + c.Status)
	}
	for _, l := range draw.Wrap(sanitize.Line(by), w) {
		lines = append(lines, []draw.Span{th.Strong.Span(l)})
	}
	for _, l := range draw.Paragraphs(c.Text, w) {
		lines = append(lines, draw.Lit(l, o.s.words, "", th.Match))
	}
	return lines
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
				p.Spans(0, append([]draw.Span{bullet}, draw.Lit(line, o.s.words, "", th.Match)...))
			}
		}
	}
	for _, f := range o.e.Other {
		p.Heading(f.Key, th.Faint)
		for _, line := range strings.Split(f.Value, "\n") {
			for _, l := range draw.Wrap(sanitize.Line(line), p.Width) {
				p.Add(draw.Text(l, ""))
			}
		}
	}
}

// sourceList writes the numbered sources, each a link where it has an address that may be opened.
func (o *outline) sourceList() {
	if len(o.sources) == 0 {
		return
	}
	th, p := o.th, o.p
	p.Heading("Sources", th.Faint)
	for n, ref := range o.sources {
		s := o.t.Source(ref)
		number := fmt.Sprintf("[%d] ", n+1)
		indent := draw.Cells(number)
		title := s.Title
		if title == "" {
			title = s.URL
		}
		if title == "" {
			title = s.ID
		}
		for k, line := range draw.Paragraphs(title, p.Width-indent) {
			if k == 0 {
				p.Add(draw.Text(number, th.Faint), draw.Text(line, ""))
			} else {
				p.Spans(indent, []draw.Span{draw.Plain(line)})
			}
		}
		var from []string
		for _, s := range []string{s.Publisher, s.Author} {
			if s != "" {
				from = append(from, s)
			}
		}
		if !s.Published.IsZero() {
			from = append(from, s.Published.String())
		}
		p.Prose(strings.Join(from, ", "), indent, nil, th.Faint, "")
		for _, address := range []string{s.URL, s.ArchiveURL} {
			if web, ok := sanitize.WebAddress(address); ok {
				o.address(web, indent)
			} else if address != title {
				p.Prose(address, indent, nil, th.Faint, "") // seen, but no link
			}
		}
	}
}

// address writes a link to a web address, in as many lines as its host needs.
func (o *outline) address(web string, indent int) {
	const deeper = 2
	st := o.th.Hyperlink(web)
	lines := draw.AddressLines(draw.ShortAddress(web), o.p.Width-indent, deeper, o.th.Glyphs.More)
	link := o.p.Link(lines[0], st, toSource, web)
	o.p.Add(draw.Text(draw.Spaces(indent), ""), link)
	for _, line := range lines[1:] {
		link.Span.Text = line
		o.p.Add(draw.Text(draw.Spaces(indent+deeper), ""), link)
	}
}

// related writes the events that this one answers, each a link.
func (o *outline) related() {
	th, p := o.th, o.p
	first := true
	for _, id := range o.e.Related {
		i, ok := o.t.Find(id)
		if !ok {
			continue
		}
		if first {
			p.Heading("Related", th.Faint)
			first = false
		}
		e := o.t.Event(i)
		when := e.Date.String() + "  "
		arrow := th.Glyphs.Link + " "
		room := p.Width - draw.Cells(arrow) - draw.Cells(when)
		if room < 16 {
			when, room = "", p.Width-draw.Cells(arrow)
		}
		p.Add(draw.Text(arrow, th.Faint), draw.Text(when, th.Faint),
			p.Link(th.Fit(e.Title, room), "", toEvent, id))
	}
}

// follow keeps the place on the page where the event that it shows has another id now.
func (d *detail) follow(renamed map[string]string) {
	if now, ok := renamed[d.of.id]; ok {
		d.of.id = now
	}
}

// onLink reports whether a link is in focus.
func (d *detail) onLink() bool { return d.At != draw.NoLink }

// link is the link in focus.
func (d *detail) link() (l draw.Link, ok bool) {
	if !d.onLink() {
		return draw.Link{}, false
	}
	return d.Links[d.At], true
}

// source is the address of the source in focus, else of the first that has one.
func (d *detail) source() (address string, ok bool) {
	if l, ok := d.link(); ok && l.Kind == toSource {
		return l.Value, true
	}
	for _, l := range d.Links {
		if l.Kind == toSource {
			return l.Value, true
		}
	}
	return "", false
}

// eventText is an event with its sources, for the clipboard.
func eventText(t *timeline.Timeline, e *timeline.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Date, e.Title)
	for _, ref := range e.Sources {
		s := t.Source(ref)
		words := []string{}
		for _, w := range []string{s.Title, s.Publisher, s.URL} {
			if w != "" {
				words = append(words, w)
			}
		}
		fmt.Fprintf(&b, "\n%s", strings.Join(words, ". "))
	}
	return b.String()
}
