package outline

import (
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/ownkeys"
	"dateline/ui/session"
)

// Cited writes the numbered sources, each a link where it has an address that may be opened.
func (o *Outline) Cited() {
	th, p := o.Theme, o.Page
	for n, ref := range o.Sources {
		s := o.Record.Source(ref)
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
				o.Address(web, indent, ToSource)
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
func (o *Outline) besideSource(fields []timeline.Field, indent int) {
	own := ownkeys.Page{Page: o.Page, Look: o.Look("")}
	for _, f := range ownkeys.Beside(own, indent, fields) {
		o.Page.Prose(f.Key+" "+f.Value, indent, o.Session.Words(), o.Theme.Faint, o.Theme.Match)
	}
}

// Address writes a link to a web address, in as many lines as its host needs.
func (o *Outline) Address(web string, indent int, kind draw.LinkKind) {
	const deeper = 2
	st := o.Theme.Hyperlink(web)
	lines := draw.AddressLines(draw.ShortAddress(web), o.Page.Width-indent, deeper, o.Theme.Glyphs.More)
	link := o.Page.Link(lines[0], st, kind, web)
	o.Page.Links[link.Link].Told = true
	o.Page.Add(draw.Text(draw.Spaces(indent), ""), link)
	for _, line := range lines[1:] {
		link.Span.Text = line
		o.Page.Add(draw.Text(draw.Spaces(indent+deeper), ""), link)
	}
}

// Links writes the addresses that the page does not tell: those that words lead to, whatever these say, and those in
// accounts, in places, in data. An address that is told by one link and hidden by another is written too.
func (o *Outline) Links() {
	listed := make(map[string]bool)
	var hidden []string
	for _, l := range o.root.Links {
		if l.Kind == ToSource {
			listed[l.Value] = true
		}
	}
	for _, l := range o.root.Links {
		if l.Kind == ToAddress && !l.Told && !listed[l.Value] {
			listed[l.Value] = true
			hidden = append(hidden, l.Value)
		}
	}
	for _, l := range o.root.Links {
		if l.Kind == ToAddress {
			listed[l.Value] = true
		}
	}
	for _, web := range session.Addresses(o.Record, o.Number, maxLinks) {
		if !listed[web] {
			hidden = append(hidden, web)
		}
	}
	for _, web := range hidden {
		o.Address(web, 0, ToAddress)
	}
}

// maxLinks is how many of the addresses of an event its page has as links.
const maxLinks = 100
