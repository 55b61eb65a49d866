package pane

import (
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/ownkeys"
	"dateline/ui/session"
)

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
				o.address(web, indent, ToSource)
			} else if address != title {
				p.Prose(address, indent, nil, th.Faint, "") // seen, but no link
			}
		}
		if len(s.Other) > 0 {
			o.besideSource(s.Other, indent)
		}
	}
}

// besideSource writes the keys of the writer's own that a source has.
func (o *outline) besideSource(fields []timeline.Field, indent int) {
	own := ownkeys.Page{Page: o.p, Look: o.look("")}
	for _, f := range ownkeys.Beside(own, indent, fields) {
		o.p.Prose(f.Key+" "+f.Value, indent, o.s.Words(), o.th.Faint, o.th.Match)
	}
}

// address writes a link to a web address, in as many lines as its host needs.
func (o *outline) address(web string, indent int, kind draw.LinkKind) {
	const deeper = 2
	st := o.th.Hyperlink(web)
	lines := draw.AddressLines(draw.ShortAddress(web), o.p.Width-indent, deeper, o.th.Glyphs.More)
	link := o.p.Link(lines[0], st, kind, web)
	o.p.Links[link.Link].Told = true
	o.p.Add(draw.Text(draw.Spaces(indent), ""), link)
	for _, line := range lines[1:] {
		link.Span.Text = line
		o.p.Add(draw.Text(draw.Spaces(indent+deeper), ""), link)
	}
}

// links writes the addresses that the page does not tell: those that words lead to, whatever these say, and those in
// accounts, in places, in data. An address that is told by one link and hidden by another is written too.
func (o *outline) links() {
	listed := make(map[string]bool)
	var hidden []string
	for _, l := range o.p.Links {
		if l.Kind == ToSource {
			listed[l.Value] = true
		}
	}
	for _, l := range o.p.Links {
		if l.Kind == ToAddress && !l.Told && !listed[l.Value] {
			listed[l.Value] = true
			hidden = append(hidden, l.Value)
		}
	}
	for _, l := range o.p.Links {
		if l.Kind == ToAddress {
			listed[l.Value] = true
		}
	}
	for _, web := range session.Addresses(o.t, o.i, maxLinks) {
		if !listed[web] {
			hidden = append(hidden, web)
		}
	}
	if len(hidden) == 0 {
		return
	}
	o.p.Heading("Links", o.th.Faint)
	for _, web := range hidden {
		o.address(web, 0, ToAddress)
	}
}

// titleFrom is the least width that the title of another event is wrapped to.
const titleFrom = 16

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
		before := []draw.Piece{draw.Text(th.Glyphs.Link+" ", th.Faint), draw.Text(e.Date.String()+"  ", th.Faint)}
		if p.Width-draw.Cells(before[0].Text)-draw.Cells(before[1].Text) < titleFrom {
			before = before[:1]
		}
		p.AddLink(before, e.Title, "", ToEvent, id)
	}
}
