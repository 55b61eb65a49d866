package timeline

import (
	"bufio"
	"strings"
)

// textEvents are paragraphs: the date and title of an event, then lines of natural length, each of one thing.
func textEvents(w *bufio.Writer, e Emphasis) eventWriter {
	p := paragraph{phrases: phrases{emphasis: e, text: Visible, cite: func(SourceRef) string { return "" }}}
	without, with := frame{between: "\n"}, frame{before: "\n", between: "\n"}
	return eventWriter{frame: without, head: textHead, headed: with, write: func(t *Timeline, i int) error {
		p.t, p.lines = t, p.lines[:0]
		p.event(t.Event(i))
		_, err := w.Write(p.lines)
		return err
	}}
}

// A paragraph is an event as text while it is being written.
type paragraph struct {
	phrases
	lines []byte
}

func (p *paragraph) event(e *Event) {
	p.lines = append(p.lines, p.emphasis.title(e.Date.String()+"  "+Visible(e.Title))...)
	p.lines = append(p.lines, '\n')
	p.line("", join(", ", Visible(e.Type), Visible(e.Status), Visible(e.Location)))
	p.line("", strings.Join(p.actors(e), ", "))
	p.prose(e.Summary)
	for _, q := range e.Quotes {
		p.line("", p.quote(q))
	}
	for _, f := range e.Figures {
		p.line("", p.figure(f))
	}
	for _, c := range e.Claims {
		p.line("", p.claim(c))
	}
	for _, note := range e.Notes {
		p.line("note: ", Visible(note))
	}
	p.other(e.Other)
	p.line("tags: ", Visible(strings.Join(e.Tags, ", ")))
	for _, ref := range e.Sources {
		p.line("source: ", p.source(ref))
	}
}

// prose adds a line for each paragraph of a text.
func (p *paragraph) prose(s string) {
	for one := range strings.SplitSeq(s, "\n\n") {
		p.line("", Visible(strings.TrimSpace(one)))
	}
}

// other adds a line for each key that the format does not know.
func (p *paragraph) other(fields []Field) {
	for _, f := range fields {
		p.line(Visible(f.Key)+": ", Visible(f.Value))
	}
}

// line adds an indented line, and nothing where there is nothing to say.
func (p *paragraph) line(label, s string) {
	if s == "" {
		return
	}
	p.lines = append(p.lines, "  "...)
	p.lines = append(p.lines, label...)
	p.lines = append(p.lines, s...)
	p.lines = append(p.lines, '\n')
}
