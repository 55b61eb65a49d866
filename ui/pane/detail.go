package pane

import (
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/cite"
	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/session"
)

// A Detail is the pane that shows all that the record says about one event.
type Detail struct{ outline.Page }

// Open lays out event i for w cells, unless it is there already.
func (d *Detail) Open(s *session.Session, th *draw.Theme, i, w int) {
	d.Page.Open(s, th, i, w, detailWriter{})
}

// A detailOutline writes the parts of the detail that are its own.
type detailOutline struct{ *outline.Outline }

// A detailWriter writes the detail.
type detailWriter struct{}

func (detailWriter) Write(page *outline.Outline) {
	o := detailOutline{page}
	o.head()
	o.Part("Who", o.Who)
	if o.Event.Summary != "" {
		o.Page.Blank()
		o.Read(o.Written.Summary).Add(o.Page, o.Look(""))
	}
	o.Part("Quotes", o.quotes)
	o.Part("Figures", o.figures)
	o.Part("Claims", o.claims)
	o.Part("Notes", o.Notes)
	o.Own()
	o.Part("Sources", o.Cited)
	o.Part("Links", o.Links)
	o.Part("Related", o.related)
}

// figures writes all figures in a table.
func (o detailOutline) figures() {
	var all []int
	for n := range o.Event.Figures {
		all = append(all, n)
	}
	o.Figures(all)
}

// head writes what, when, where.
func (o detailOutline) head() {
	th, e, p := o.Theme, o.Event, o.Page
	title := o.Look(th.Strong)
	title.Lit += th.Strong
	o.Read(o.Written.Title).Add(p, title)
	when := e.Date.String()
	if w, ok := e.Date.Weekday(); ok {
		when = w.String() + " " + when
	}
	fit := func(s string) string { return th.Fit(s, p.Width) }
	is := []draw.Piece{draw.Text(fit(when), "")}
	if o.Session.IsMarked(e.ID) {
		is = append(is, draw.Text(th.Glyphs.Mark+" marked", th.Strong))
	}
	if e.Type != "" {
		f := o.Record.Family(e.Type)
		glyph := th.TypeGlyph(e.Type, o.Record.TypeGlyph(e.Type), f)
		is = append(is, p.Link(fit(glyph+" "+e.Type), th.Families[f], outline.ToType, e.Type))
	}
	if e.Location != "" {
		is = append(is, p.Link(fit(e.Location), "", outline.ToLocation, e.Location))
	}
	if e.Status != "" {
		glyph, st := th.Status(e.Status)
		is = append(is, draw.Text(fit(strings.TrimSpace(glyph+" "+e.Status)), st))
	}
	p.Flow(" "+th.Glyphs.Dot+" ", th.Faint, is...)
	var tags []draw.Piece
	for _, tag := range e.Tags {
		tags = append(tags, p.Link(fit(tag), th.Faint, outline.ToTag, tag))
	}
	p.Flow("  ", "", tags...)
}

// quotes writes each fragment with its speaker.
func (o detailOutline) quotes() {
	th, p := o.Theme, o.Page
	for n, q := range o.Event.Quotes {
		o.Read(o.Written.Quotes[n].Text).Quoted(th.Glyphs.QuoteOpen, th.Glyphs.QuoteClose).Add(p, o.Look(th.Slant))
		if by := o.Says(q.By, q.Source); by != "" {
			p.Prose(th.Glyphs.Dash+" "+by, 2, nil, th.Faint, "")
		}
	}
}

// titleFrom is the least width that the title of another event is wrapped to.
const titleFrom = 16

// related writes the events that this one answers, each a link.
func (o detailOutline) related() {
	th, p := o.Theme, o.Page
	for _, id := range o.Event.Related {
		i, ok := o.Record.Find(id)
		if !ok {
			continue
		}
		e := o.Record.Event(i)
		before := []draw.Piece{draw.Text(th.Glyphs.Link+" ", th.Faint), draw.Text(e.Date.String()+"  ", th.Faint)}
		if p.Width-draw.Cells(before[0].Text)-draw.Cells(before[1].Text) < titleFrom {
			before = before[:1]
		}
		p.AddLink(before, e.Title, "", outline.ToEvent, id)
	}
}

// EventText returns an event with its sources, for the clipboard.
func EventText(t *timeline.Timeline, e *timeline.Event) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Date, e.Title)
	for _, ref := range e.Cited() {
		b.WriteString("\n" + cite.Sentence(t.Source(ref)))
	}
	return b.String()
}
