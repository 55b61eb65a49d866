package ui

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
)

// A detail is the pane that shows all that the record says about one event.
type detail struct {
	sheet
	of detailKey // what the page was laid out for
}

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
func (d *detail) open(m *model, i, w int) {
	t := m.index.Timeline()
	key := detailKey{t, i, t.ID(i), w, m.view.query, m.marked[t.ID(i)]}
	if d.of == key {
		return
	}
	if d.of.id != key.id {
		d.top, d.at = 0, noLink
	}
	d.of = key
	d.page = layOut(m, i, w)
	if d.at >= len(d.links) {
		d.at = noLink
	}
}

// layOut writes the page of event i.
func layOut(m *model, i, w int) page {
	p := page{w: w}
	e := m.index.Timeline().Event(i)
	o := outline{m: m, t: m.index.Timeline(), i: i, e: e, p: &p, sources: e.Cited()}
	o.head()
	o.who()
	if e.Summary != "" {
		p.blank()
		p.prose(e.Summary, 0, m.words, "", m.theme.match)
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
	m       *model
	t       *timeline.Timeline
	i       int // number of the event
	e       *timeline.Event
	p       *page
	sources []timeline.SourceRef // in the order of their numbers on the page
}

// head writes what, when, where.
func (o *outline) head() {
	th, e, p := o.m.theme, o.e, o.p
	for _, line := range paragraphs(e.Title, p.w) {
		p.spans(0, lit(line, o.m.words, th.strong, th.match+th.strong))
	}
	when := e.Date.String()
	if e.Date.Precision() >= timeline.ToDay && !e.Date.IsInterval() && !e.Date.IsSet() {
		when = e.Date.Earliest().Weekday().String() + " " + when
	}
	dated := []piece{text(cut(when, p.w, th.glyphs.more), "")}
	if o.m.marked[e.ID] {
		mark := "  " + th.glyphs.mark + " marked"
		if cells(when)+cells(mark) > p.w {
			p.add(dated...)
			dated, mark = nil, mark[2:]
		}
		dated = append(dated, text(mark, th.strong))
	}
	p.add(dated...)
	var is, tags []piece
	fit := func(s string) string { return cut(timeline.Visible(s), p.w, th.glyphs.more) }
	if e.Type != "" {
		is = append(is, p.link(fit(th.typeGlyph(e.Type)+" "+e.Type), "", toType, e.Type))
	}
	if e.Location != "" {
		is = append(is, p.link(fit(e.Location), "", toLocation, e.Location))
	}
	if e.Status != "" {
		st := th.faint
		if e.Status == "disputed" {
			st = th.bad
		}
		is = append(is, text(fit(e.Status), st))
	}
	p.flow(" "+th.glyphs.dot+" ", th.faint, is...)
	for _, tag := range e.Tags {
		tags = append(tags, p.link(fit("#"+tag), th.faint, toTag, tag))
	}
	p.flow(" ", "", tags...)
}

// officeFrom is the least width that offices beside the names are wrapped to.
const officeFrom = 24

// who writes the actors with the office held on the day, numbered for one-key filtering.
func (o *outline) who() {
	if len(o.e.Actors) == 0 {
		return
	}
	th, p := o.m.theme, o.p
	p.heading("Who", th.faint)
	names := 0
	for _, part := range o.e.Actors {
		names = max(names, cells(timeline.Visible(o.t.Actor(part.Actor).Name)))
	}
	names = min(names, max(12, p.w/2))
	below := p.w-names-4 < officeFrom // the office stands under the name
	if below {
		names = p.w - 2
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
		st := th.actor
		if o.m.including[part.Actor] {
			st += th.strong
		}
		name := cut(timeline.Visible(a.Name), names, th.glyphs.more)
		row := append([]piece{text(number, th.faint)}, isolatedPiece(p.link(name, st, toActor, a.ID))...)
		if below {
			p.add(row...)
			p.prose(office, 2, nil, th.faint, "")
			continue
		}
		lines := wrap(timeline.Visible(office), p.w-names-4)
		p.add(append(row, text(spaces(names-cells(name)+2), th.faint), text(lines[0], th.faint))...)
		for _, more := range lines[1:] {
			p.add(text(spaces(names+4)+more, th.faint))
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
	th, p := o.m.theme, o.p
	p.heading("Quotes", th.faint)
	for _, q := range o.e.Quotes {
		p.prose(th.glyphs.quoteOpen+strings.TrimSpace(q.Text)+th.glyphs.quoteClose, 0, o.m.words, th.slant, th.match)
		if by := o.says(q.By, q.Source); by != "" {
			p.prose(th.glyphs.dash+" "+by, 2, nil, th.faint, "")
		}
	}
}

// claims writes rival accounts side by side where the pane is wide enough, else one under the other.
func (o *outline) claims() {
	if len(o.e.Claims) == 0 {
		return
	}
	th, p := o.m.theme, o.p
	p.heading("Claims", th.faint)
	const gap, columnFrom = 3, 28
	columns := max(1, min(len(o.e.Claims), (p.w+gap)/(columnFrom+gap), 3))
	w := (p.w - gap*(columns-1)) / columns
	for at := 0; at < len(o.e.Claims); at += columns {
		if at > 0 {
			p.blank()
		}
		var blocks [][][]span
		for _, c := range o.e.Claims[at:min(at+columns, len(o.e.Claims))] {
			blocks = append(blocks, o.claim(c, w))
		}
		p.columns(blocks, 0, w, gap)
	}
}

// claim is one account, as lines of w cells.
func (o *outline) claim(c timeline.Claim, w int) [][]span {
	th := o.m.theme
	var lines [][]span
	by := o.says(c.By, c.Source)
	if c.Status != "" {
		by = strings.TrimSpace(by + " " + th.glyphs.dot + " " + c.Status)
	}
	for _, l := range wrap(timeline.Visible(by), w) {
		lines = append(lines, []span{{l, th.strong}})
	}
	for _, l := range paragraphs(c.Text, w) {
		lines = append(lines, lit(l, o.m.words, "", th.match))
	}
	return lines
}

// notes writes the notes, and the keys that the format does not know under their own names.
func (o *outline) notes() {
	th, p := o.m.theme, o.p
	if len(o.e.Notes) > 0 {
		p.heading("Notes", th.faint)
		for _, n := range o.e.Notes {
			for k, line := range paragraphs(n, p.w-2) {
				bullet := span{th.glyphs.dot + " ", th.faint}
				if k > 0 {
					bullet.text = "  "
				}
				p.spans(0, append([]span{bullet}, lit(line, o.m.words, "", th.match)...))
			}
		}
	}
	for _, f := range o.e.Other {
		p.heading(f.Key, th.faint)
		for _, line := range strings.Split(f.Value, "\n") {
			for _, l := range wrap(timeline.Visible(line), p.w) {
				p.add(text(l, ""))
			}
		}
	}
}

// sourceList writes the numbered sources, each a link where it has an address that may be opened.
func (o *outline) sourceList() {
	if len(o.sources) == 0 {
		return
	}
	th, p := o.m.theme, o.p
	p.heading("Sources", th.faint)
	for n, ref := range o.sources {
		s := o.t.Source(ref)
		number := fmt.Sprintf("[%d] ", n+1)
		indent := cells(number)
		title := s.Title
		if title == "" {
			title = s.URL
		}
		if title == "" {
			title = s.ID
		}
		for k, line := range paragraphs(title, p.w-indent) {
			if k == 0 {
				p.add(text(number, th.faint), text(line, ""))
			} else {
				p.spans(indent, []span{{line, ""}})
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
		p.prose(strings.Join(from, ", "), indent, nil, th.faint, "")
		for _, address := range []string{s.URL, s.ArchiveURL} {
			if web, ok := timeline.WebAddress(address); ok {
				p.add(text(spaces(indent), ""), p.link(cut(shortAddress(web), p.w-indent, th.glyphs.more), th.hyperlink(web), toSource, web))
			} else if address != title {
				p.prose(address, indent, nil, th.faint, "") // seen, but no link
			}
		}
	}
}

// shortAddress is how a web address is shown: without its scheme, so that the host comes first.
func shortAddress(address string) string {
	_, short, _ := strings.Cut(address, "://")
	return short
}

// related writes the events that this one answers, each a link.
func (o *outline) related() {
	th, p := o.m.theme, o.p
	first := true
	for _, id := range o.e.Related {
		i, ok := o.t.Find(id)
		if !ok {
			continue
		}
		if first {
			p.heading("Related", th.faint)
			first = false
		}
		e := o.t.Event(i)
		when := e.Date.String() + "  "
		arrow := th.glyphs.link + " "
		room := p.w - cells(arrow) - cells(when)
		if room < 16 {
			when, room = "", p.w-cells(arrow)
		}
		p.add(text(arrow, th.faint), text(when, th.faint),
			p.link(cut(timeline.Visible(e.Title), room, th.glyphs.more), "", toEvent, id))
	}
}

// follow keeps the place on the page where the event that it shows has another id now.
func (d *detail) follow(renamed map[string]string) {
	if now, ok := renamed[d.of.id]; ok {
		d.of.id = now
	}
}
