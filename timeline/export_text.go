package timeline

import (
	"bufio"
	"strings"
)

// exportText writes a paragraph for each event: its date and title, then lines of natural length, each of one thing.
func exportText(w *bufio.Writer, t *Timeline, s Selection, from int, e Emphasis) error {
	p := paragraph{t: t, emphasis: e}
	for n := from; n < s.Len(); n++ {
		p.text = p.text[:0]
		if n > from {
			p.text = append(p.text, '\n')
		}
		p.event(t.Event(s.At(n)))
		if _, err := w.Write(p.text); err != nil {
			return err
		}
	}
	return nil
}

// A paragraph is an event as text while it is being written.
type paragraph struct {
	t        *Timeline
	emphasis Emphasis
	text     []byte
}

func (p *paragraph) event(e *Event) {
	p.text = append(p.text, p.emphasis.title(e.Date.String()+"  "+Visible(e.Title))...)
	p.text = append(p.text, '\n')
	p.line("", join(", ", Visible(e.Type), Visible(e.Status), Visible(e.Location)))
	p.line("", p.actors(e))
	for one := range strings.SplitSeq(e.Summary, "\n\n") {
		p.line("", Visible(strings.TrimSpace(one)))
	}
	for _, q := range e.Quotes {
		p.line("", join(" - ", `"`+Visible(q.Text)+`"`, p.name(q.By)))
	}
	for _, f := range e.Figures {
		p.line("", join(": ", Visible(f.Label), p.attributed(quantity(f), f.By)))
	}
	for _, c := range e.Claims {
		p.line("", join(": ", p.name(c.By), Visible(c.Text)+inBrackets(Visible(c.Status))))
	}
	for _, note := range e.Notes {
		p.line("note: ", Visible(note))
	}
	for _, f := range e.Other {
		p.line(Visible(f.Key)+": ", Visible(f.Value))
	}
	p.line("tags: ", Visible(strings.Join(e.Tags, ", ")))
	for _, ref := range e.Sources {
		s := p.t.Source(ref)
		published := ""
		if !s.Published.IsZero() {
			published = s.Published.String()
		}
		p.line("source: ", join(", ", Visible(s.Publisher), Visible(s.Title), published, Visible(s.URL)))
	}
}

// line adds an indented line, and nothing where there is nothing to say.
func (p *paragraph) line(label, s string) {
	if s == "" {
		return
	}
	p.text = append(p.text, "  "...)
	p.text = append(p.text, label...)
	p.text = append(p.text, s...)
	p.text = append(p.text, '\n')
}

// actors names who took part, each with the office held on the day and the part played: "A (president; host), B".
func (p *paragraph) actors(e *Event) string {
	names := make([]string, len(e.Actors))
	for n, part := range e.Actors {
		office := p.t.Office(part.Actor, e.Date)
		names[n] = p.name(part.Actor) + inBrackets(join("; ", Visible(office), Visible(part.Role)))
	}
	return strings.Join(names, ", ")
}

func (p *paragraph) name(a ActorRef) string {
	if a == NoActor {
		return ""
	}
	return p.emphasis.name(Visible(p.t.Actor(a).Name))
}

func (p *paragraph) attributed(s string, by ActorRef) string {
	if by == NoActor {
		return s
	}
	return s + ", says " + p.name(by)
}

// quantity is a figure's number with its unit: "about 200 drones", "18 to 22 drones, best 20".
func quantity(f Figure) string {
	number := firstOf(f.Value, join(" to ", f.Low, f.High))
	if f.Value == "" && number == "" {
		number = f.Best
	} else if f.Best != "" {
		number = join(", best ", number, f.Best)
	}
	return join(" ", Visible(number), Visible(f.Unit))
}

func inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// join joins what is not empty.
func join(between string, parts ...string) string {
	kept := parts[:0]
	for _, s := range parts {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, between)
}
