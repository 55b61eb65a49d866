package ui

import (
	"fmt"
	"net/url"
	"strings"

	"dateline/timeline"
)

// A detail is the pane that shows all that the record says about one event.
type detail struct {
	page
	of  detailKey // what the page was laid out for
	top int       // first line drawn
	at  int       // the link in focus, noLink for none
}

// A detailKey is everything that the page depends on; the page is laid out again only when it changes.
type detailKey struct {
	index *timeline.Index
	event int
	w     int
	query string
}

// open lays out event i for w cells, unless it is there already.
func (d *detail) open(m *model, i, w int) {
	key := detailKey{m.index, i, w, m.view.query}
	if d.of == key {
		return
	}
	if d.of.event != i || d.of.index != m.index {
		d.top, d.at = 0, noLink
	}
	d.of = key
	d.page = layOut(m, m.index.Timeline().Event(i), w)
	if d.at >= len(d.links) {
		d.at = noLink
	}
}

// scroll moves the page by n lines within h rows.
func (d *detail) scroll(n, h int) { d.top = max(0, min(d.top+n, len(d.lines)-h)) }

// step moves to the next link, or by −1 to the one before; false when there is none further.
func (d *detail) step(n, h int) bool {
	at := d.at + n
	if d.at == noLink && n < 0 {
		at = len(d.links) - 1
	}
	if at < 0 || at >= len(d.links) {
		return false
	}
	d.at = at
	line := d.links[at].line
	d.top = min(d.top, line)
	d.top = max(d.top, line-h+1)
	return true
}

// draw gives at most h rows of w cells, unpadded.
func (d *detail) draw(m *model, w, h int) []string {
	rows := make([]string, 0, h)
	var b strings.Builder
	for n := d.top; n < len(d.lines) && len(rows) < h; n++ {
		b.Reset()
		spans := make([]span, len(d.lines[n]))
		for k, p := range d.lines[n] {
			spans[k] = p.span
			if p.link != noLink && p.link == d.at && m.mode == inDetail {
				spans[k].style = m.theme.selected
			}
		}
		m.theme.draw(&b, spans, w, "", false)
		rows = append(rows, b.String())
	}
	if d.top+h < len(d.lines) && h > 2 { // more below
		b.Reset()
		more := fmt.Sprintf("%s %d more lines", m.theme.glyphs.down, len(d.lines)-d.top-h+1)
		m.theme.draw(&b, []span{{more, m.theme.faint}}, w, "", false)
		rows[len(rows)-1] = b.String()
	}
	return rows
}

// layOut writes the page of an event.
func layOut(m *model, e *timeline.Event, w int) page {
	p := page{w: w}
	o := outline{m: m, t: m.index.Timeline(), e: e, p: &p}
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

// An outline writes the parts of an event's page, and numbers its sources as they come.
type outline struct {
	m       *model
	t       *timeline.Timeline
	e       *timeline.Event
	p       *page
	sources []timeline.SourceRef
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
	p.add(text(cut(when, p.w, th.glyphs.more), ""))
	var line []piece
	add := func(pc piece) {
		if len(line) > 0 {
			line = append(line, text(" "+th.glyphs.dot+" ", th.faint))
		}
		line = append(line, pc)
	}
	if e.Type != "" {
		add(p.link(th.typeGlyph(e.Type)+" "+e.Type, "", toType, e.Type))
	}
	if e.Location != "" {
		add(p.link(e.Location, "", toLocation, e.Location))
	}
	if e.Status != "" {
		st := th.faint
		if e.Status == "disputed" {
			st = th.bad
		}
		add(text(e.Status, st))
	}
	if len(line) > 0 {
		p.add(line...)
	}
	if len(e.Tags) > 0 {
		line = nil
		used := 0
		for _, tag := range e.Tags {
			if used > 0 && used+cells(tag)+2 > p.w {
				p.add(line...)
				line, used = nil, 0
			}
			line = append(line, p.link("#"+tag, th.faint, toTag, tag), text(" ", ""))
			used += cells(tag) + 2
		}
		p.add(line...)
	}
}

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
		lines := wrap(timeline.Visible(office), max(1, p.w-names-4))
		p.add(text(number, th.faint), p.link(name, st, toActor, a.ID), text(spaces(names-cells(name)+2)+lines[0], th.faint))
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
	if n := o.cite(source); n > 0 {
		words = append(words, fmt.Sprintf("[%d]", n))
	}
	return strings.Join(words, " ")
}

// cite gives a source its number on the page, from 1; 0 for no source.
func (o *outline) cite(s timeline.SourceRef) int {
	if o.sources == nil {
		o.sources = append(o.sources, o.e.Sources...)
	}
	if s == timeline.NoSource {
		return 0
	}
	for n, known := range o.sources {
		if known == s {
			return n + 1
		}
	}
	o.sources = append(o.sources, s)
	return len(o.sources)
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

// figures writes a table: what, how many, who says so.
func (o *outline) figures() {
	if len(o.e.Figures) == 0 {
		return
	}
	th, p := o.m.theme, o.p
	p.heading("Figures", th.faint)
	values := make([]string, len(o.e.Figures))
	vw := 0
	for n, f := range o.e.Figures {
		values[n] = timeline.Visible(figureValue(f))
		vw = max(vw, cells(values[n]))
	}
	vw = min(vw, p.w/2)
	for n, f := range o.e.Figures {
		by := o.says(f.By, f.Source)
		value := cut(values[n], vw, th.glyphs.more)
		lines := wrap(timeline.Visible(f.Label), max(1, p.w-vw-2))
		if by != "" {
			last := lines[len(lines)-1]
			by = th.glyphs.dash + " " + timeline.Visible(by)
			if cells(last)+1+cells(by) <= p.w-vw-2 {
				lines[len(lines)-1] = last + " "
			} else {
				lines = append(lines, "")
			}
		}
		for k, line := range lines {
			left := spaces(vw)
			if k == 0 {
				left = spaces(vw-cells(value)) + value
			}
			row := []piece{text(left, th.strong), text("  "+line, "")}
			if k == len(lines)-1 {
				row = append(row, text(by, th.faint))
			}
			p.add(row...)
		}
	}
}

// figureValue is a figure's number or range, with its unit.
func figureValue(f timeline.Figure) string {
	v := f.Value
	if v == "" {
		switch {
		case f.Low != "" && f.High != "":
			v = f.Low + "–" + f.High
		case f.Low != "":
			v = "at least " + f.Low
		case f.High != "":
			v = "at most " + f.High
		}
		if f.Best != "" {
			if v != "" {
				v = f.Best + " (" + v + ")"
			} else {
				v = f.Best
			}
		}
	}
	if f.Unit != "" {
		v += " " + f.Unit
	}
	return v
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
	o.cite(timeline.NoSource)
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
			if host, ok := openable(address); ok {
				p.add(text(spaces(indent), ""), p.link(cut(host, p.w-indent, th.glyphs.more), th.link, toSource, address))
			}
		}
	}
}

// openable says whether an address may be opened, http and https only, and how it is shown: without its scheme.
func openable(address string) (shown string, ok bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return "", false
	}
	return strings.TrimPrefix(strings.TrimPrefix(u.String(), u.Scheme), "://"), true
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
