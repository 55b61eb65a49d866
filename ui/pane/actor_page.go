package pane

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/axis"
	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/ownkeys"
	"dateline/ui/prose"
	"dateline/ui/session"
)

// An ActorPage says who an actor is: names, offices, when and how often it takes part, with whom, and who belongs to
// it. What it counts is under the other parts of the query.
type ActorPage struct {
	sheet draw.Sheet
	of    actorKey // what the page was laid out for
	actor timeline.ActorRef
	id    string              // of that, in any record
	trail []timeline.ActorRef // the pages that led here
}

// An actorKey is everything that the page depends on.
type actorKey struct {
	index *index.Index
	actor timeline.ActorRef
	w     int
	view  session.View
	th    *draw.Theme
}

// Open lays the page out for w cells, unless it is there already.
func (p *ActorPage) Open(s *session.Session, th *draw.Theme, w int) {
	key := actorKey{s.Index(), p.actor, w, s.View(), th}
	if p.of == key {
		return
	}
	if p.of.actor != p.actor || p.of.th == nil {
		p.sheet.Top, p.sheet.At = 0, draw.NoLink
	}
	p.of, p.id = key, s.Index().Timeline().Actor(p.actor).ID
	p.sheet.Page = draw.Page{Width: w}
	rest := s.Query().DropKey(query.ByActor)
	if s.View().Paused {
		rest = query.Query{}
	}
	b := biography{s: s, th: th, t: s.Index().Timeline(), p: &p.sheet.Page, a: p.actor}
	b.among = s.Index().Select(rest)
	b.events = s.Index().Select(rest.Only(query.ByActor, b.t.Actor(p.actor).ID))
	b.who()
	own := ownkeys.Page{Page: b.p, Look: prose.Look{Theme: th, Words: s.Words(), Lit: th.Match, Kind: outline.ToAddress}}
	long := ownkeys.Beside(own, 0, b.t.Actor(b.a).Other)
	b.offices()
	b.span()
	b.companions()
	b.when()
	b.under()
	ownkeys.Below(own, long)
	if p.sheet.At >= len(p.sheet.Links) {
		p.sheet.At = draw.NoLink
	}
}

// A biography writes the parts of an actor's page.
type biography struct {
	s      *session.Session
	th     *draw.Theme
	t      *timeline.Timeline
	p      *draw.Page
	a      timeline.ActorRef
	among  index.Selection // what the other parts of the query leave
	events index.Selection // of these, those the actor or its people take part in
}

// who writes the name, the kind and what the actor belongs to, and the other names.
func (b *biography) who() {
	th, p, a := b.th, b.p, b.t.Actor(b.a)
	for _, line := range draw.Paragraphs(a.Name, p.Width) {
		p.Add(draw.Text(line, th.Strong))
	}
	var line []draw.Piece
	used := 0
	add := func(name string, make func(string) draw.Piece) {
		if used > 0 {
			line = append(line, draw.Text(" "+th.Glyphs.Dot+" ", th.Faint))
			used += 3
		}
		name = th.Fit(name, p.Width-used)
		used += draw.Cells(name)
		if name != "" {
			line = append(line, make(name))
		}
	}
	if a.Kind != "" {
		add(string(a.Kind), func(s string) draw.Piece { return draw.Text(s, th.Faint) })
	}
	for up := b.t.Group(b.a); up != timeline.NoActor && used+4 < p.Width; up = b.t.Group(up) {
		id := b.t.Actor(up).ID
		add(b.t.Actor(up).Name, func(s string) draw.Piece { return p.Link(s, "", outline.ToActor, id) })
	}
	if len(line) > 0 {
		p.Add(line...)
	}
	if len(a.Aliases) > 0 {
		p.Prose("also "+strings.Join(a.Aliases, ", "), 0, nil, th.Faint, "")
	}
}

// offices writes the memberships with their dates.
func (b *biography) offices() {
	offices := b.t.Offices(b.a)
	if len(offices) == 0 {
		return
	}
	b.p.Heading("Offices", b.th.Faint)
	for _, o := range offices {
		b.office(o, 0)
	}
}

// office writes a membership, its dates beside it where there is room.
func (b *biography) office(o timeline.Office, indent int) {
	p, th := b.p, b.th
	name, when := sanitize.Line(o.Name), sanitize.Line(o.When)
	st := draw.Style("")
	if indent = min(indent, p.Width/4); indent > 0 {
		st = th.Faint
	}
	if when != "" && indent+draw.Cells(name)+2+draw.Cells(when) <= p.Width {
		p.Spans(indent, []draw.Span{st.Span(name), th.Faint.Span("  " + when)})
		return
	}
	p.Prose(name, indent, nil, st, "")
	p.Prose(when, indent+2, nil, th.Faint, "")
}

// span writes how many events there are, and the first and the last of them, each a link.
func (b *biography) span() {
	p, th, n := b.p, b.th, b.events.Len()
	p.Heading("Events", th.Faint)
	of := "of " + draw.Number(b.among.Len())
	if b.among.Len() < b.t.Len() {
		of += " that match the rest of the filter"
	}
	p.Flow(" ", "", draw.Text(draw.Events(n), th.Strong), draw.Text(th.Fit(of, p.Width), th.Faint))
	if n == 0 {
		return
	}
	last := n - 1
	for last > 0 && b.t.Date(b.events.At(last)).IsZero() { // the undated come last
		last--
	}
	ends := [][2]string{{"first  ", since(b.t.Date(b.events.At(0)))}, {"last   ", since(b.t.Date(b.events.At(last)))}}
	dates := max(draw.Cells(ends[0][1]), draw.Cells(ends[1][1]))
	for n, end := range ends[:min(last+1, 2)] {
		e := b.t.Event(b.events.At(n * last))
		which, when := draw.Text(end[0], th.Faint), draw.Text(end[1]+draw.Spaces(dates-draw.Cells(end[1])+2), th.Faint)
		if p.Width-draw.Cells(which.Text)-draw.Cells(when.Text) < titleFrom {
			p.Add(which, draw.Text(th.Fit(end[1], p.Width-draw.Cells(which.Text)), th.Faint))
			which.Text, when.Text = "  ", ""
		}
		p.AddLink([]draw.Piece{which, when}, e.Title, "", outline.ToEvent, e.ID)
	}
}

// since returns a date such that it can be read after "first".
func since(d edtf.Date) string {
	if words, ok := strings.CutPrefix(d.String(), "since "); ok {
		return words + ", goes on"
	}
	return d.String()
}

// shown returns how many of n names a list shows, at most so many: a line that says that there is one more would take
// the place of that one.
func shown(n, most int) int {
	if n == most+1 {
		return n
	}
	return min(n, most)
}

// when draws the events of the actor on an axis.
func (b *biography) when() {
	const bars = 2 // rows
	rows := axis.Picture(b.th, b.s.Index(), b.events, b.p.Width, bars, b.s.View().TrueScale)
	if len(rows) == 0 {
		return
	}
	b.p.Heading("When", b.th.Faint)
	for _, row := range rows {
		b.p.Spans(0, row)
	}
}

// companions writes whom the actor meets, most often first, the first of them with a number.
func (b *biography) companions() {
	const maxCompanions = 12
	all := b.s.Index().Companions(b.a, b.among)
	if len(all) == 0 {
		return
	}
	b.p.Heading("With", b.th.Faint)
	rows := make([]nameRow, 0, maxCompanions)
	for n, c := range all[:shown(len(all), maxCompanions)] {
		row := nameRow{actor: c.Actor, count: c.N}
		if n < 9 {
			row.number = n + 1
		}
		rows = append(rows, row)
	}
	b.list(rows, len(all))
}

// under writes the people and bodies that belong to the actor.
func (b *biography) under() {
	const maxUnder = 30
	var rows []nameRow
	counts := b.s.Index().ActorCounts(b.among)
	for a := timeline.ActorRef(0); int(a) < b.t.Actors(); a++ {
		offices := b.t.OfficesIn(a, b.a)
		if len(offices) > 0 || b.t.Group(a) == b.a {
			rows = append(rows, nameRow{actor: a, count: counts[a], offices: offices})
		}
	}
	if len(rows) == 0 {
		return
	}
	slices.SortStableFunc(rows, func(a, b nameRow) int { return b.count - a.count })
	b.p.Heading("People and bodies", b.th.Faint)
	b.list(rows[:shown(len(rows), maxUnder)], len(rows))
}

// A nameRow is an actor in a list of a page.
type nameRow struct {
	actor   timeline.ActorRef
	count   int
	number  int               // the key that filters by it, 0 for none
	offices []timeline.Office // what it is there, in words
}

// list writes actors with their counts in a column, and how many more there are.
func (b *biography) list(rows []nameRow, of int) {
	const maxOfficesShown = 6 // of one actor
	p, th := b.p, b.th
	names, counts := 0, 0
	for _, r := range rows {
		names = max(names, draw.Cells(sanitize.Line(b.t.Actor(r.actor).Name)))
		counts = max(counts, draw.Cells(draw.Number(r.count)))
	}
	names = max(1, min(names, p.Width-4-counts))
	for _, r := range rows {
		a, n := b.t.Actor(r.actor), draw.Number(r.count)
		name := th.Fit(a.Name, names)
		st := th.Actor
		if b.s.Wants(r.actor) {
			st += th.Strong
		}
		link, number := p.Link(name, st, outline.ToActor, a.ID), "  "
		if p.Links[link.Link].Index = r.number; r.number > 0 {
			number = fmt.Sprintf("%d ", r.number)
		}
		p.Add(draw.Text(number, th.Faint), link,
			draw.Text(draw.Spaces(names-draw.Cells(name)+2+counts-draw.Cells(n))+n, th.Faint))
		for _, o := range r.offices[:min(len(r.offices), maxOfficesShown)] {
			b.office(o, 4)
		}
	}
	if more := of - len(rows); more > 0 {
		p.Add(draw.Text(draw.Number(more)+" more", th.Faint))
	}
}

// mostPages is how many pages lead back.
const mostPages = 100

// Turn turns to the page of an actor; where the pane is open, back leads to the page that was shown.
func (p *ActorPage) Turn(a timeline.ActorRef, open bool) {
	if open {
		p.trail = append(p.trail[max(0, len(p.trail)-mostPages):], p.actor)
	} else {
		p.trail = nil
	}
	p.actor, p.sheet.Top, p.sheet.At = a, 0, draw.NoLink
}

// Back turns to the page before, and reports whether there is one.
func (p *ActorPage) Back() bool {
	n := len(p.trail)
	if n > 0 {
		p.actor, p.trail = p.trail[n-1], p.trail[:n-1]
	}
	return n > 0
}

// Refresh finds the actor of the page in a record that has been read further or again, and reports
// whether it is there.
func (p *ActorPage) Refresh(s *session.Session) (found bool) {
	p.trail = nil
	p.actor, found = s.Index().Timeline().FindActor(p.id)
	return found
}

// Forget lets go the record that the page was laid out for. Another has come in its place.
func (p *ActorPage) Forget() { p.of.index = nil }

// Next moves to the next link of the page of which h rows are seen, or by −1 to the one before, and round.
func (p *ActorPage) Next(n, h int) {
	if !p.sheet.Step(n, h) {
		p.sheet.At = draw.NoLink
	}
}

// Actor returns whose page it is.
func (p *ActorPage) Actor() timeline.ActorRef { return p.actor }

// Numbered returns the id of the actor with a number from 1 on, if that number is in sight on a page of h rows.
func (p *ActorPage) Numbered(number, h int) (id string, ok bool) {
	for n, l := range p.sheet.Links {
		if l.Kind == outline.ToActor && l.Index == number {
			return l.Value, p.sheet.InSight(n, h)
		}
	}
	return "", false
}

// Link returns the link in focus.
func (p *ActorPage) Link() (l draw.Link, ok bool) {
	if p.sheet.At == draw.NoLink {
		return draw.Link{}, false
	}
	return p.sheet.Links[p.sheet.At], true
}

// Click puts the focus on the link at a place of the page, of which h rows are seen, and reports whether there is one.
// On the row that says how much is below, it turns the page.
func (p *ActorPage) Click(at image.Point, h int) bool { return p.sheet.Click(at, h) }

// Scroll moves the page by n lines within h rows.
func (p *ActorPage) Scroll(n, h int) { p.sheet.Scroll(n, h) }

// Draw returns at most h rows of w cells.
func (p *ActorPage) Draw(th *draw.Theme, size image.Point) []string {
	return p.sheet.Draw(th, size.X, size.Y, true)
}
