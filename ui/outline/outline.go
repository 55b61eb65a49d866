// Package outline writes what a record says of one event on a page, part by part: who, sources, notes, figures, what
// the writer's own keys say. The detail of an event and the page on which it is read are made of these parts.
//
//	p := draw.Page{Width: 60}
//	o := outline.New(s, th, s.Selected(), &p)
//	o.Part("Who", o.Who)
//	o.Part("Sources", o.List)
//
// A [Page] is such a page with how far it is scrolled and which of its links is in focus; it is laid out again when
// what it depends on has changed. The package knows no key and no mode, and follows no link: kinds of links say what
// each leads to.
//
// It may import timeline, index, sanitize, and of ui session, draw, prose and ownkeys.
package outline

import (
	"fmt"
	"math"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/ownkeys"
	"dateline/ui/prose"
	"dateline/ui/session"
)

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

// An Outline writes the parts of an event's page.
type Outline struct {
	Session *session.Session
	Theme   *draw.Theme
	Record  *timeline.Timeline
	Number  int             // of the event
	Event   *timeline.Event // as it is read
	Written *timeline.Event // as it is written
	Page    *draw.Page
	Sources []timeline.SourceRef // in the order of their numbers on the page
	Beside  int                  // the column of headings beside the parts, in cells; 0 where they are above them
	Flows   bool                 // whether actors are in lines, not in a table

	root    *draw.Page // of which Page may be a part
	most    int        // actors that are written
	short   shortened
	numbers map[timeline.SourceRef]int // of the sources on the page, from 1 on; nil until asked for
}

// New returns the outline of event i of the record that is shown, to be written on a page with all of its actors.
func New(s *session.Session, th *draw.Theme, i int, p *draw.Page) *Outline {
	e := eventOf(s, i)
	o := &Outline{
		Session: s, Theme: th, Record: s.Index().Timeline(), Number: i, Event: e, Written: e, Page: p,
		root:    p,
		Sources: e.Cited(), most: math.MaxInt,
	}
	if e.Markup {
		o.Written = o.Record.Written(i)
	}
	return o
}

// eventOf returns event i, which is nearly always the selected one.
func eventOf(s *session.Session, i int) *timeline.Event {
	if s.HasEvent() && s.Selected() == i {
		return s.Event()
	}
	return s.Index().Timeline().Event(i)
}

// Part writes a part of the page under its heading, or beside that. A part that writes nothing has no heading.
func (o *Outline) Part(heading string, write func()) {
	p, lines, links := o.Page, len(o.Page.Lines), len(o.Page.Links)
	if o.Beside == 0 {
		p.Heading(heading, o.Theme.Faint)
		begun := len(p.Lines)
		if write(); len(p.Lines) == begun {
			p.Lines = p.Lines[:lines]
		}
		return
	}
	part := draw.Page{Width: max(p.Width-o.Beside, 1)}
	o.Page = &part
	write()
	o.Page = p
	if len(part.Lines) == 0 {
		return
	}
	p.Blank()
	if o.short.line > 0 && part.Unwritten > 0 {
		o.short.line, o.short.link = o.short.line+len(p.Lines), o.short.link+links
	}
	p.Append(o.Theme.Faint.Span(o.Theme.Fit(strings.ToUpper(heading), o.Beside-1)), o.Beside, &part)
}

// Says returns "Name [2]" for a quote, figure or claim.
func (o *Outline) Says(by timeline.ActorRef, source timeline.SourceRef) string {
	var words []string
	if by != timeline.NoActor {
		words = append(words, o.Record.Actor(by).Name)
	}
	if number := o.Cites(source); number != "" {
		words = append(words, number)
	}
	return strings.Join(words, " ")
}

// Cites returns the number of a source on the page, as in "[2]", "" where it has none.
func (o *Outline) Cites(source timeline.SourceRef) string {
	if o.numbers == nil {
		o.numbers = make(map[timeline.SourceRef]int, len(o.Sources))
		for n, ref := range o.Sources {
			o.numbers[ref] = n + 1
		}
	}
	if n := o.numbers[source]; n > 0 {
		return fmt.Sprintf("[%d]", n)
	}
	return ""
}

// Notes writes the notes.
func (o *Outline) Notes() {
	for _, note := range o.Written.Notes {
		look := o.Look("")
		look.Lead = o.Theme.Faint.Span(o.Theme.Glyphs.Dot + " ")
		o.Read(note).Add(o.Page, look)
	}
}

// Own writes the keys that the format does not know under their own names.
func (o *Outline) Own() {
	if len(o.Event.Other) > 0 {
		own := ownkeys.Page{Page: o.Page, Look: o.Look(""), Value: ToOwnValue, Figure: ToOwnFigure, Chart: ChartSign}
		ownkeys.Write(own, o.Session.Index(), o.Number, o.Event, o.Written)
	}
}

// Read reads a text as it is written.
func (o *Outline) Read(text string) prose.Text { return prose.Read(text, o.Event.Markup) }

// Look returns how a text is written, in a style.
func (o *Outline) Look(base draw.Style) prose.Look {
	return prose.Look{Theme: o.Theme, Words: o.Session.Words(), Base: base, Lit: o.Theme.Match, Kind: ToAddress}
}
