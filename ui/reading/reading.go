// Package reading is the page on which an event is read: all that the record says of it, on the whole screen.
//
//	‹ 24 of 45   4 Sep · the event before                    8 Sep · the one after ›
//
//	  6–7 September 2025                                             × strike · Kyiv
//	  Russian strikes damage the government building             ▚ disputed  ≠5
//	  ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
//	  WHO SAYS WHAT
//	  Ukraine ────────────────────────── ≠ ─ Russia ────────────────────────────
//
// The claims of each side are beside those of its rivals, figures that count the same are drawn against each other,
// and what led to the event and what followed are links. It is a page as package outline has them: it is opened for
// an event and a width at the end of each message, and drawing it changes nothing.
//
// It is not the detail, which is beside the list and shorter, and it knows no key and no mode. It may import timeline,
// accounts, related, sanitize, and of ui draw, outline and session.
package reading

import (
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/session"
)

// A Page is the page of the selected event, with the way by which the reader came to it.
type Page struct {
	outline.Page
	trail trail
}

// Open lays out event i for w cells, unless it is there already.
func (p *Page) Open(s *session.Session, th *draw.Theme, i, w int) { p.Page.Open(s, th, i, w, writer{}) }

// A writer writes the page.
type writer struct{}

// A story writes the parts of the page that are its own.
type story struct{ *outline.Outline }

// Sizes of the page, in cells.
const (
	besideFrom = 60 // the width from which headings are beside their parts
	headings   = 10 // … in a column of this width
)

// Write writes the page.
func (writer) Write(o *outline.Outline) {
	r := story{o}
	r.head()
	if o.Event.Summary != "" {
		o.Page.Blank()
		o.Read(o.Written.Summary).Add(o.Page, o.Look(""))
	}
	r.claims()
	if o.Page.Width >= besideFrom {
		o.Beside, o.Flows = headings, true
	}
	o.Part("Quotes", r.quotes)
	o.Part("Figures", r.figures)
	o.Part("Who", o.Who)
	o.Part("Tags", r.tags)
	o.Part(several("Source", len(o.Sources)), o.Cited)
	o.Part(several("Note", len(o.Event.Notes)), o.Notes)
	o.Own()
	o.Part("Links", o.Links)
	o.Beside = 0
	r.related()
}

// several returns a word for one of something, or for several.
func several(what string, n int) string {
	if n != 1 {
		what += "s"
	}
	return what
}

// head writes when and where, what, and how sure that is.
func (r story) head() {
	th, e, p := r.Theme, r.Event, r.Page
	when := e.Date.String()
	if w, ok := e.Date.Weekday(); ok {
		when = w.String() + " " + when
	}
	var kind []draw.Piece
	if r.Session.IsMarked(e.ID) {
		kind = append(kind, draw.Text(th.Glyphs.Mark+" marked", th.Strong))
	}
	if e.Type != "" {
		f := r.Record.Family(e.Type)
		glyph := th.TypeGlyph(e.Type, r.Record.TypeGlyph(e.Type), f)
		kind = append(kind, p.Link(th.Fit(glyph+" "+e.Type, p.Width), th.Families[f], outline.ToType, e.Type))
	}
	if e.Location != "" {
		kind = append(kind, p.Link(th.Fit(e.Location, p.Width), "", outline.ToLocation, e.Location))
	}
	r.ends(draw.Wrap(sanitize.Line(when), p.Width), "", kind, " "+th.Glyphs.Dot+" ")
	var sure []draw.Piece
	if e.Status != "" {
		glyph, st := th.Status(e.Status)
		sure = append(sure, draw.Text(th.Fit(strings.TrimSpace(glyph+" "+e.Status), p.Width), st))
	}
	if n := r.Record.Rivals(e); n > 0 {
		sure = append(sure, draw.Text(th.Glyphs.Rival+strconv.Itoa(n), th.Strong))
	}
	room := p.Width
	for _, one := range sure {
		room -= draw.Cells(one.Text) + 2
	}
	const narrow = 60
	if room < narrow && draw.Cells(th.Fit(e.Title, p.Width)) > room {
		room = p.Width // the title has the whole line
	}
	r.ends(draw.Paragraphs(e.Title, room), th.Strong, sure, "  ")
	p.Add(draw.Text(strings.Repeat(th.Glyphs.Heavy, p.Width), th.Faint))
}

// ends writes lines at the left, and pieces at the right of the first of them, or below them where there is no room.
func (r story) ends(left []string, st draw.Style, right []draw.Piece, between string) {
	p, w := r.Page, 0
	for n, one := range right {
		if w += draw.Cells(one.Text); n > 0 {
			w += draw.Cells(between)
		}
	}
	for n, text := range left {
		var line []draw.Piece
		for _, span := range draw.AppendColumn(nil, draw.Lit(text, r.Session.Words(), st, st+r.Theme.Match)...) {
			line = append(line, draw.Piece{Span: span, Link: draw.NoLink})
		}
		if room := p.Width - draw.Cells(text) - w; n == 0 && w > 0 && room >= 2 {
			line = append(line, draw.Text(draw.Spaces(room), ""))
			for k, one := range right {
				if k > 0 {
					line = append(line, draw.Text(between, r.Theme.Faint))
				}
				line = append(line, draw.Isolated(one)...)
			}
			right = nil
		}
		p.Add(line...)
	}
	p.Flow(between, r.Theme.Faint, right...)
}

// tags writes the tags, each a link.
func (r story) tags() {
	var tags []draw.Piece
	for _, tag := range r.Event.Tags {
		tags = append(tags, r.Page.Link(r.Theme.Fit(tag, r.Page.Width), r.Theme.Faint, outline.ToTag, tag))
	}
	r.Page.Flow("  ", "", tags...)
}

// office returns the office that an actor held on the day of the event, after a comma, "" for none.
func (r story) office(a timeline.ActorRef) string {
	if a == timeline.NoActor {
		return ""
	}
	if office := r.Record.Office(a, r.Event.Date); office != "" {
		return ", " + office
	}
	return ""
}
