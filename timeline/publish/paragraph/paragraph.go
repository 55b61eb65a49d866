// Package paragraph puts an event into paragraphs, for formats of others that have one text for most of what it says:
// what happened, who took part in which office, and who says so.
//
//	for _, p := range paragraph.Of(t, e, note) {
//		fmt.Println(p.Line()) // "Claim: Ukraine: twelve drones were shot down (confirmed)"
//	}
//
// Date, title, location and tags have places of their own in such formats and are left to them. All texts are single
// lines, safe to show; markup and escapes are left to the format.
package paragraph

import (
	"cmp"
	"strings"

	"dateline/timeline"
	"dateline/timeline/export/phrase"
	"dateline/timeline/sanitize"
)

// A Paragraph is one thing that an event says.
type Paragraph struct {
	Label string // such as "Actors"; "" of the summary
	Text  string
	Web   string // the address of the web that it leads to, "" for none
}

// Line returns the paragraph as one line, with its address.
func (p Paragraph) Line() string {
	line := p.Text
	if p.Label != "" {
		line = p.Label + ": " + line
	}
	if p.Web != "" && p.Web != p.Text {
		line += " " + p.Web
	}
	return line
}

// Of returns the paragraphs of an event of t. The note is a line of the reader's own, "" for none.
func Of(t *timeline.Timeline, e *timeline.Event, note string) []Paragraph {
	w := writer{t: t}
	w.add("Reader's note", note)
	for one := range strings.SplitSeq(e.Summary, "\n\n") {
		w.add("", one)
	}
	w.add("Type", e.Type)
	w.add("Status", e.Status)
	w.actors(e)
	for _, q := range e.Quotes {
		w.add("Quote", phrase.Join(" – ", `"`+q.Text+`"`, t.ActorName(q.By)))
	}
	for _, f := range e.Figures {
		w.add("Figure", phrase.Join(", according to ", phrase.Join(": ", f.Label, quantity(f)), t.ActorName(f.By)))
	}
	for _, c := range e.Claims {
		w.add("Claim", phrase.Join(": ", t.ActorName(c.By), c.Text+phrase.InBrackets(c.Status)))
	}
	for _, n := range e.Notes {
		w.add("Note", n)
	}
	for _, f := range e.Other {
		w.add(f.Key, f.Value)
	}
	for _, id := range e.Related {
		w.related(id)
	}
	var s timeline.Source
	for _, ref := range e.Cited() {
		t.ReadSource(ref, &s)
		w.source(&s)
	}
	return w.all
}

// A writer collects paragraphs.
type writer struct {
	t   *timeline.Timeline
	all []Paragraph
}

// add adds a text after its label, and nothing where there is none.
func (w *writer) add(label, text string) {
	if text = line(text); text != "" {
		w.all = append(w.all, Paragraph{Label: line(label), Text: text})
	}
}

// actors adds who took part, each with the office held on the day and the part played.
func (w *writer) actors(e *timeline.Event) {
	var all []string
	for _, part := range e.Actors {
		played := phrase.Join("; ", w.t.Office(part.Actor, e.Date), part.Role)
		all = append(all, w.t.ActorName(part.Actor)+phrase.InBrackets(played))
	}
	w.add("Actors", strings.Join(all, ", "))
}

// related adds date and title of another event, or its id where the record has no such event.
func (w *writer) related(id string) {
	if i, ok := w.t.Find(id); ok {
		id = phrase.Join(", ", w.t.Date(i).String(), w.t.EventTitle(i))
	}
	w.add("Related", id)
}

// source adds a source with its address.
func (w *writer) source(s *timeline.Source) {
	published := ""
	if !s.Published.IsZero() {
		published = s.Published.String()
	}
	web, ok := sanitize.WebAddress(cmp.Or(s.URL, s.ArchiveURL))
	address := ""
	if !ok {
		address = s.URL
	}
	n := len(w.all)
	w.add("Source", cmp.Or(phrase.Join(", ", s.Author, s.Publisher, s.Title, published, address), web))
	if len(w.all) > n {
		w.all[n].Web = web
	}
}

// quantity returns the number of a figure with its unit.
func quantity(f timeline.Figure) string {
	number := cmp.Or(f.Value, phrase.Join(" to ", f.Low, f.High))
	switch {
	case number == "":
		number = f.Best
	case f.Best != "":
		number += ", best " + f.Best
	}
	return phrase.Join(" ", number, f.Unit)
}

func line(s string) string { return strings.TrimSpace(sanitize.Line(s)) }
