package export

import (
	"bufio"
	"strings"

	"dateline/timeline"
	"dateline/timeline/sanitize"
)

// textEvents are paragraphs: the date and title of an event, then lines of natural length, each of one thing.
func textEvents(w *bufio.Writer, e Emphasis) eventWriter {
	p := paragraph{phrases: phrases{emphasis: e, text: sanitize.Line, cite: func(timeline.SourceRef) string { return "" }}}
	without, with := frame{between: "\n"}, frame{before: "\n", between: "\n"}
	return eventWriter{frame: without, head: textHead, headed: with, write: func(t *timeline.Timeline, i int) error {
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

func (p *paragraph) event(e *timeline.Event) {
	p.lines = append(p.lines, p.emphasis.title(e.Date.String()+"  "+sanitize.Line(e.Title))...)
	p.lines = append(p.lines, '\n')
	p.line("", join(", ", sanitize.Line(e.Type), sanitize.Line(e.Status), sanitize.Line(e.Location)))
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
		p.line("note: ", sanitize.Line(note))
	}
	p.other(e.Other)
	p.line("tags: ", sanitize.Line(strings.Join(e.Tags, ", ")))
	for _, ref := range e.Sources {
		p.line("source: ", p.source(ref))
	}
}

// prose adds a line for each paragraph of a text.
func (p *paragraph) prose(s string) {
	for one := range strings.SplitSeq(s, "\n\n") {
		p.line("", sanitize.Line(strings.TrimSpace(one)))
	}
}

// other adds a line for each key that the format does not know.
func (p *paragraph) other(fields []timeline.Field) {
	for _, f := range fields {
		p.line(sanitize.Line(f.Key)+": ", sanitize.Line(f.Value))
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
