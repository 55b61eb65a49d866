package export

import (
	"cmp"
	"strings"

	"dateline/timeline"
)

// Phrases say in words what an event holds. The formats that people read share the words; they differ in how they make a
// text of the record safe, in what stands out, and in how they refer to the source of an item ("" where they do not).
type phrases struct {
	t        *timeline.Timeline
	emphasis Emphasis
	text     func(string) string
	cite     func(timeline.SourceRef) string
}

// actors names who took part, each with the office held on the day and the part played: "A (president; host)", "B".
func (p *phrases) actors(e *timeline.Event) []string {
	names := make([]string, len(e.Actors))
	for n, part := range e.Actors {
		office := p.t.Office(part.Actor, e.Date)
		names[n] = p.actor(part.Actor) + inBrackets(join("; ", p.text(office), p.text(part.Role)))
	}
	return names
}

// actor is the name of an actor, "" for nobody.
func (p *phrases) actor(a timeline.ActorRef) string {
	if a == timeline.NoActor {
		return ""
	}
	return p.emphasis.name(p.text(p.t.Actor(a).Name))
}

func (p *phrases) quote(q timeline.Quote) string {
	return join(" ", join(" - ", `"`+p.text(q.Text)+`"`, p.actor(q.By)), p.cite(q.Source))
}

// figure is "label: 18 to 22 drones, says A".
func (p *phrases) figure(f timeline.Figure) string {
	says := ""
	if f.By != timeline.NoActor {
		says = "says " + p.actor(f.By)
	}
	return join(" ", join(": ", p.text(f.Label), join(", ", p.text(quantity(f)), says)), p.cite(f.Source))
}

func (p *phrases) claim(c timeline.Claim) string {
	return join(" ", join(": ", p.actor(c.By), p.text(c.Text)+inBrackets(p.text(c.Status))), p.cite(c.Source))
}

func (p *phrases) source(ref timeline.SourceRef) string {
	s := p.t.Source(ref)
	return join(", ", p.text(s.Publisher), p.text(s.Title), published(s), p.text(s.URL))
}

// published is when a source was published in words, "" where the record does not say.
func published(s *timeline.Source) string {
	if s.Published.IsZero() {
		return ""
	}
	return s.Published.String()
}

// quantity is a figure's number with its unit: "about 200 drones", "18 to 22 drones, best 20".
func quantity(f timeline.Figure) string {
	number := cmp.Or(f.Value, join(" to ", f.Low, f.High))
	if f.Value == "" && number == "" {
		number = f.Best
	} else if f.Best != "" {
		number = join(", best ", number, f.Best)
	}
	return join(" ", number, f.Unit)
}

// each says every item in words.
func each[T any](items []T, phrase func(T) string) []string {
	words := make([]string, len(items))
	for n, item := range items {
		words[n] = phrase(item)
	}
	return words
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
