package timeline

import (
	"bufio"
	"strings"
)

// exportText writes a paragraph for each event: its date and title, then lines of natural length, each of one thing.
func exportText(w *bufio.Writer, t *Timeline, s Selection, from int, e Emphasis) error {
	p := paragraph{phrases: phrases{t: t, emphasis: e, text: Visible, cite: func(SourceRef) string { return "" }}}
	for n := from; n < s.Len(); n++ {
		p.lines = p.lines[:0]
		if n > from {
			p.lines = append(p.lines, '\n')
		}
		p.event(t.Event(s.At(n)))
		if _, err := w.Write(p.lines); err != nil {
			return err
		}
	}
	return nil
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
	for one := range strings.SplitSeq(e.Summary, "\n\n") {
		p.line("", Visible(strings.TrimSpace(one)))
	}
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
	for _, f := range e.Other {
		p.line(Visible(f.Key)+": ", Visible(f.Value))
	}
	p.line("tags: ", Visible(strings.Join(e.Tags, ", ")))
	for _, ref := range e.Sources {
		p.line("source: ", p.source(ref))
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
