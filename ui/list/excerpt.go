package list

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/ui/draw"
)

// An event may match by what its row does not show: its summary, a quote, another name of an actor. A line of it says
// so then, with what is around the words.

// excerpt returns where words of the filter are found in what else the event says, nil where its lines have them all,
// with those of its summary that are shown.
func (w *writer) excerpt(c *composer, summary []string) []draw.Span {
	var unseen []string
	for _, word := range c.look.words {
		one := []string{word}
		seen := slices.ContainsFunc(summary, func(text string) bool { return len(fold.Find(text, one)) > 0 })
		if !seen && len(fold.Find(w.e.Title, one)) == 0 && len(fold.Find(c.named, one)) == 0 {
			unseen = append(unseen, word)
		}
	}
	if len(unseen) == 0 {
		return nil
	}
	var found []draw.Span
	w.eachText(func(label, text string) bool {
		const looked = 400 // cells' worth of a text, of which some are of megabytes
		text = strings.Join(strings.Fields(draw.Enough(text, looked)), " ")
		hits := fold.Find(text, unseen)
		if len(hits) == 0 {
			return true
		}
		found = c.around(label, text, hits[0])
		return false
	})
	return found
}

// eachText is an iterator over the texts of an event that its lines do not show, each with what it is.
func (w *writer) eachText(yield func(label, text string) bool) {
	e, more := &w.e, true
	tell := func(label, text string) {
		if more && text != "" {
			more = yield(label, text)
		}
	}
	tell("", e.Summary)
	for _, q := range e.Quotes {
		tell(w.th.Glyphs.QuoteOpen, q.Text)
	}
	for _, one := range e.Claims {
		tell("claim: ", one.Text)
	}
	for _, f := range e.Figures {
		tell("figure: ", f.Label)
	}
	tell("in ", e.Location)
	for _, tag := range e.Tags {
		tell("tag: ", tag)
	}
	for _, note := range e.Notes {
		tell("note: ", note)
	}
	for _, f := range e.Other {
		tell(f.Key+": ", f.Value)
	}
	for _, part := range e.Actors {
		a := w.t.Actor(part.Actor)
		tell("", a.Name)
		tell("", part.Name)
		for _, alias := range a.Aliases {
			tell(w.t.ShortName(part.Actor)+", also ", alias)
		}
	}
	for by := range e.EachSpeaker {
		if by != timeline.NoActor {
			a := w.t.Actor(by)
			tell("told by ", a.Name)
			for _, alias := range a.Aliases {
				tell("told by "+w.t.ShortName(by)+", also ", alias)
			}
		}
	}
	for _, ref := range e.Cited() {
		source := w.t.Source(ref)
		tell("source: ", source.Title)
		tell("source: ", source.Publisher)
	}
}

// around returns the part of a text around a hit, with what matches lit.
func (c *composer) around(label, text string, hit [2]int) []draw.Span {
	const before = 4 // parts of the line, of which one may be before the hit
	th := c.w.th
	label = th.Fit(label, c.room/2)
	room := c.room - draw.Cells(label)
	from := hit[0]
	for draw.Cells(text[from:hit[0]]) < room/before {
		at := strings.LastIndexByte(strings.TrimRight(text[:from], " "), ' ') + 1
		if at == from || draw.Cells(text[at:hit[0]]) > room/2 {
			break
		}
		if from = at; from == 0 {
			break
		}
	}
	lead, end := "", ""
	if from > 0 {
		lead = th.Glyphs.More
	}
	if label == th.Glyphs.QuoteOpen {
		end = th.Glyphs.QuoteClose
	}
	text = th.Fit(text[from:], room-draw.Cells(lead)-draw.Cells(end))
	spans := []draw.Span{c.look.faint.Span(label + lead)}
	spans = append(spans, draw.Lit(text, c.look.words, c.look.faint, c.look.match)...)
	return append(spans, c.look.faint.Span(end))
}
