package export

import (
	"bufio"
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/export/phrase"
	"dateline/timeline/sanitize"
)

// textEvents writes a paragraph for each event: its date and title, then indented lines of natural length, one thing a
// line.
func textEvents(w *bufio.Writer, e Emphasis) eventWriter {
	noCitation := func(timeline.SourceRef) string { return "" }
	p := paragraph{wording: wording{emphasis: e, text: sanitize.Line, cite: noCitation}}
	return eventWriter{
		write: func(t *timeline.Timeline, i int, note string) error {
			p.t, p.lines = t, p.lines[:0]
			p.event(readable(t, i), note)
			_, err := w.Write(p.lines)
			return err
		},
		frame:  frame{between: "\n"},
		head:   textHead,
		headed: frame{before: "\n", between: "\n"},
	}
}

// textHead returns the head as lines that are indented like those of an event.
func textHead(t *timeline.Timeline) string {
	p := paragraph{wording: wording{text: sanitize.Line}}
	p.prose(description(t))
	p.other(ownKeys(t))
	return string(p.lines)
}

// A paragraph makes the text of one event.
type paragraph struct {
	wording
	lines []byte
}

func (p *paragraph) event(e *timeline.Event, note string) {
	p.lines = append(p.lines, p.emphasis.title(e.Date.String()+"  "+sanitize.Line(e.Title))...)
	p.lines = append(p.lines, '\n')
	p.line("", phrase.Join(", ", sanitize.Line(e.Type), sanitize.Line(e.Status), sanitize.Line(e.Location)))
	p.line("reader's note: ", sanitize.Line(note))
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
	for _, id := range e.Related {
		p.line("related: ", p.related(id))
	}
	for _, ref := range e.Cited() {
		p.line("source: ", p.source(ref))
	}
}

// prose adds a line for each paragraph of a text.
func (p *paragraph) prose(s string) {
	for one := range strings.SplitSeq(s, "\n\n") {
		p.line("", sanitize.Line(strings.TrimSpace(one)))
	}
}

// other adds a line for each key that the format does not know, be it empty.
func (p *paragraph) other(fields []timeline.Field) {
	for _, f := range fields {
		p.line("", phrase.Join(" ", sanitize.Line(f.Key)+":", sanitize.Line(f.Value)))
	}
}

// line adds an indented line, and nothing if s is "".
func (p *paragraph) line(label, s string) {
	if s == "" {
		return
	}
	p.lines = append(p.lines, "  "...)
	p.lines = append(p.lines, label...)
	p.lines = append(p.lines, s...)
	p.lines = append(p.lines, '\n')
}

// textActors writes number, name, kind and group in columns.
func textActors(w *bufio.Writer, e Emphasis, r roster) error {
	actors, names, kinds := r.rows(), 0, 0
	for _, a := range actors {
		names = max(names, sanitize.Width(sanitize.Line(a.Name)))
		kinds = max(kinds, sanitize.Width(sanitize.Line(string(a.Kind))))
	}
	for _, a := range actors {
		name, kind := sanitize.Line(a.Name), sanitize.Line(string(a.Kind))
		rest := fmt.Sprintf("%*s  %-*s  %s", names-sanitize.Width(name), "", kinds, kind, sanitize.Line(a.Of))
		if _, err := fmt.Fprintf(w, "%6d  %s%s\n", a.Events, e.name(name), strings.TrimRight(rest, " ")); err != nil {
			return err
		}
	}
	return nil
}
