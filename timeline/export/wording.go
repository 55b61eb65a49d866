package export

import (
	"cmp"
	"strings"

	"dateline/timeline"
	"dateline/timeline/export/phrase"
)

// A wording puts the parts of an event into words, for the formats that people read: text, Markdown and CSV. They share
// the words, and differ in its fields.
type wording struct {
	t        *timeline.Timeline // that the event is from
	emphasis Emphasis
	text     func(string) string             // makes a text of the record safe in the format
	cite     func(timeline.SourceRef) string // refers to the source of an item; "" if the format does not
}

// actors returns the names of those who took part, each with the office held on the day and the part played: "A
// (president; host)", "B".
func (w *wording) actors(e *timeline.Event) []string {
	names := make([]string, len(e.Actors))
	for n, part := range e.Actors {
		office := w.t.Office(part.Actor, e.Date)
		names[n] = w.actor(part.Actor) + phrase.InBrackets(phrase.Join("; ", w.text(office), w.text(part.Role)))
	}
	return names
}

// actor returns the name of an actor, "" for NoActor.
func (w *wording) actor(a timeline.ActorRef) string {
	if a == timeline.NoActor {
		return ""
	}
	return w.emphasis.name(w.text(w.t.Actor(a).Name))
}

// quote returns `"the words" - A`.
func (w *wording) quote(q timeline.Quote) string {
	return phrase.Join(" ", phrase.Join(" - ", `"`+w.text(q.Text)+`"`, w.actor(q.By)), w.cite(q.Source))
}

// figure returns "label: 18 to 22 drones, says A".
func (w *wording) figure(f timeline.Figure) string {
	says := ""
	if f.By != timeline.NoActor {
		says = "says " + w.actor(f.By)
	}
	amount := phrase.Join(", ", w.text(quantity(f)), says)
	return phrase.Join(" ", phrase.Join(": ", w.text(f.Label), amount), w.cite(f.Source))
}

// claim returns "A: what A says (status)".
func (w *wording) claim(c timeline.Claim) string {
	account := w.text(c.Text) + phrase.InBrackets(w.text(c.Status))
	return phrase.Join(" ", phrase.Join(": ", w.actor(c.By), account), w.cite(c.Source))
}

// source returns author, publisher, title, date and address of a source, and in brackets the writer's own keys.
func (w *wording) source(ref timeline.SourceRef) string {
	s := w.t.Source(ref)
	is := phrase.Join(", ", w.text(s.Author), w.text(s.Publisher), w.text(s.Title), published(s), w.text(s.URL))
	return strings.TrimSpace(is + phrase.InBrackets(w.own(s.Other)))
}

// related returns date and title of another event, or its id where the record has no such event.
func (w *wording) related(id string) string {
	i, known := w.t.Find(id)
	if !known {
		return w.text(id)
	}
	return phrase.Join(", ", w.t.Date(i).String(), w.text(w.t.EventTitle(i)))
}

// own returns keys of the writer's own with their values: "tier: A; paid: no".
func (w *wording) own(fields []timeline.Field) string {
	return strings.Join(each(fields, func(f timeline.Field) string {
		return phrase.Join(" ", w.text(f.Key)+":", w.text(f.Value))
	}), "; ")
}

// published returns in words when a source was published, "" if the record does not say.
func published(s *timeline.Source) string {
	if s.Published.IsZero() {
		return ""
	}
	return s.Published.String()
}

// quantity returns the number of a figure with its unit: "about 200 drones", "18 to 22 drones, best 20".
func quantity(f timeline.Figure) string {
	number := cmp.Or(f.Value, phrase.Join(" to ", f.Low, f.High))
	if f.Value == "" && number == "" {
		number = f.Best
	} else if f.Best != "" {
		number = phrase.Join(", best ", number, f.Best)
	}
	return phrase.Join(" ", number, f.Unit)
}

// each returns every item in words.
func each[T any](items []T, phrase func(T) string) []string {
	words := make([]string, len(items))
	for n, item := range items {
		words[n] = phrase(item)
	}
	return words
}
