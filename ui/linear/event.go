package linear

import (
	"cmp"
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/accounts"
	"dateline/timeline/cite"
	"dateline/timeline/related"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/session"
)

// A teller tells of one event.
type teller struct {
	s *session.Session
	t *timeline.Timeline
	i int // the event
	e *timeline.Event
}

// tellerOf returns what tells of the selected event; only where there is one.
func tellerOf(s *session.Session) teller {
	return teller{s, s.Index().Timeline(), s.Selected(), s.Event()}
}

// Place says where the reader is: the place in the list, when, what, who, and how much more there is to read.
func Place(s *session.Session) []string {
	if !s.HasEvent() {
		return nil
	}
	r := tellerOf(s)
	n, of := s.Standing()
	return []string{
		sentences(draw.Number(n)+" of "+draw.Number(of), capital(day(r.e.Date)), capital(r.kind()), r.state()),
		ended(r.e.Title),
		sentences(r.whoBriefly(), r.more()),
	}
}

// kind returns type, status and place of the event.
func (r teller) kind() string { return joined(", ", r.e.Type, r.e.Status, r.e.Location) }

// state says what the reader's own signs beside the event say.
func (r teller) state() string {
	var words []string
	switch r.s.News(r.e.ID) {
	case session.IsNew:
		words = append(words, "New since you were here")
	case session.IsChanged:
		words = append(words, "Changed since you were here")
	}
	if r.s.IsMarked(r.e.ID) {
		mark := "Marked"
		if note := r.s.Saved().Notes[r.e.ID]; note != "" {
			mark += ": " + note
		}
		words = append(words, mark)
	}
	if r.s.Dimmed(r.i) {
		words = append(words, "It does not match the filter")
	}
	if r.s.OnGoingOn() {
		words = append(words, fmt.Sprintf("It is the first of %s that began before the dates of the filter and go on",
			draw.Number(r.s.GoingOn().Len())))
	}
	return sentences(words...)
}

// fewActors is how many of those who took part are named before their number is enough.
const fewActors = 9

// whoBriefly names who took part, each with a number.
func (r teller) whoBriefly() string {
	all := r.e.Actors
	if len(all) == 0 {
		return ""
	}
	var names []string
	for n := range all[:min(len(all), fewActors)] {
		names = append(names, fmt.Sprintf("%d %s", n+1, r.actor(all[n])))
	}
	words := "Who: " + strings.Join(names, ". ")
	if more := len(all) - len(names); more > 0 {
		words += ". And " + draw.Number(more) + " more; people names all"
	}
	return words
}

// actor returns a name with the office held on the day and the part in the event.
func (r teller) actor(part timeline.Part) string {
	return joined(", ", r.t.ActorName(part.Actor), r.t.Office(part.Actor, r.e.Date), part.Role)
}

// more says what more there is to be read.
func (r teller) more() string {
	var words []string
	if n := r.t.Contested(r.i); n > 0 {
		words = append(words, Counted(n, "account")+" differ")
	}
	for _, one := range [...]struct {
		name string
		n    int
	}{
		{"Claims", len(r.e.Claims)},
		{"Quotes", len(r.e.Quotes)},
		{"Figures", len(r.e.Figures)},
		{"Sources", len(r.e.Cited())},
		{"Notes", len(r.e.Notes)},
	} {
		if one.n > 0 {
			words = append(words, one.name+": "+draw.Number(one.n))
		}
	}
	return sentences(words...)
}

// A part is something of an event that can be read by itself.
type part struct {
	name string // the word that reads it
	head string // what is said before it
	none string // what is said where there is nothing
	read func(teller) []string
}

// parts are all of an event, in the order in which it is read.
var parts = []part{
	{"summary", "", "no summary here", teller.summary},
	{"claims", "Who says what", "no claims here", teller.claims},
	{"quotes", "Quotes", "no quotes here", teller.quotes},
	{"figures", "Figures", "no figures here", teller.figures},
	{"people", "Who took part", "nobody is named here", teller.people},
	{"tags", "Tags", "no tags here", teller.tags},
	{"sources", "Sources", "no sources here", teller.sources},
	{"notes", "Notes", "no notes here", teller.notes},
	{"keys", "Other keys", "no keys of the writer's own here", teller.own},
	{"links", "Links", "no addresses of the web here", teller.links},
	{"led", "What led here", "nothing is named that led here", teller.led},
	{"followed", "What followed", "nothing is named that followed", teller.followed},
}

// EventParts returns the words that read a part of an event.
func EventParts() (names []string) {
	for _, p := range parts {
		names = append(names, p.name)
	}
	return names
}

// Event reads all of the selected event.
func Event(s *session.Session) []string {
	r, text := tellerOf(s), Place(s)[:2]
	for _, p := range parts {
		lines := p.read(r)
		if len(lines) > 0 && p.head != "" {
			text = append(text, p.head+":")
		}
		text = append(text, lines...)
	}
	return text
}

// Part reads the part of the selected event that is called so, or says that there is none, and what there is instead.
func Part(s *session.Session, name string) []string {
	r := tellerOf(s)
	for _, p := range parts {
		if p.name != name {
			continue
		}
		if lines := p.read(r); len(lines) > 0 {
			return lines
		}
		return []string{sentences(capital(p.none), cmp.Or(r.more(), "next goes to the next event"))}
	}
	return nil
}

func (r teller) summary() []string {
	if r.e.Summary == "" {
		return nil
	}
	return paragraphs(r.e.Summary)
}

// claims reads what each side says.
func (r teller) claims() (lines []string) {
	sides := accounts.Sides(r.t, r.e)
	for _, side := range sides {
		name := "Nobody named"
		switch {
		case side.Actor != timeline.NoActor:
			name = r.t.ActorName(side.Actor)
		case side.Source != timeline.NoSource:
			name = r.from(side.Source)
		}
		if len(sides) > 1 {
			name = "Side of " + name
		}
		lines = append(lines, name+", "+Counted(len(side.Claims), "claim")+":")
		for _, n := range side.Claims {
			c := &r.e.Claims[n]
			lines = append(lines, sentences(joined(": ", r.speaker(c.By), c.Text), capital(c.Status), r.number(c.Source)))
		}
	}
	return lines
}

// speaker returns a name with the office of the day, "" for nobody.
func (r teller) speaker(by timeline.ActorRef) string {
	if by == timeline.NoActor {
		return ""
	}
	return joined(", ", r.t.ActorName(by), r.t.Office(by, r.e.Date))
}

// number returns the number of a source among those of the event, as in "source 2".
func (r teller) number(source timeline.SourceRef) string {
	for n, ref := range r.e.Cited() {
		if ref == source {
			return fmt.Sprintf("Source %d", n+1)
		}
	}
	return ""
}

// from returns who published a source, or else what it is called.
func (r teller) from(ref timeline.SourceRef) string {
	s := r.t.Source(ref)
	return cmp.Or(s.Publisher, s.Author, s.Title, s.URL, s.ID)
}

func (r teller) quotes() (lines []string) {
	for _, s := range accounts.Speakers(r.e) {
		name := cmp.Or(r.speaker(s.By), "Nobody is named")
		for _, n := range s.Quotes {
			q := &r.e.Quotes[n]
			lines = append(lines, sentences(name+": “"+strings.Trim(q.Text, `"“”`)+"”", r.number(q.Source)))
			name = r.t.ActorName(s.By)
		}
	}
	return lines
}

func (r teller) figures() (lines []string) {
	for n := range r.e.Figures {
		f := &r.e.Figures[n]
		value := joined(": ", f.Label, throughout().ReplaceAllString(outline.FigureValue(*f), " to "))
		if f.By != timeline.NoActor {
			value += ", says " + r.t.ActorName(f.By)
		}
		lines = append(lines, sentences(capital(value), r.number(f.Source)))
	}
	return lines
}

func (r teller) people() (lines []string) {
	for n, one := range r.e.Actors {
		lines = append(lines, ended(fmt.Sprintf("%d %s", n+1, r.actor(one))))
	}
	return lines
}

func (r teller) tags() []string {
	if len(r.e.Tags) == 0 {
		return nil
	}
	return []string{ended(strings.Join(r.e.Tags, ", "))}
}

func (r teller) sources() (lines []string) {
	for n, ref := range r.e.Cited() {
		s := r.t.Source(ref)
		words := []string{fmt.Sprintf("%d %s", n+1, cmp.Or(cite.Sentence(s), r.from(ref)))}
		for _, f := range s.Other {
			words = append(words, f.Key+": "+f.Value)
		}
		lines = append(lines, sentences(words...))
	}
	return lines
}

func (r teller) notes() (lines []string) {
	for _, note := range r.e.Notes {
		lines = append(lines, ended(note))
	}
	return lines
}

func (r teller) own() (lines []string) {
	for _, f := range r.e.Other {
		lines = append(lines, f.Key+": "+f.Value)
	}
	return lines
}

func (r teller) links() (lines []string) {
	for n, web := range Links(r.s) {
		lines = append(lines, fmt.Sprintf("%d %s", n+1, web))
	}
	return lines
}

// Links returns the addresses of the web that the selected event has, those of its sources in their order first.
func Links(s *session.Session) []string {
	const most = 100
	return session.Addresses(s.Index().Timeline(), s.Selected(), most)
}

// Source returns the address of source n of the selected event, from 1; ok is false where it has none.
func Source(s *session.Session, n int) (address string, ok bool) {
	r := tellerOf(s)
	cited := r.e.Cited()
	if n < 1 || n > len(cited) {
		return "", false
	}
	one := r.t.Source(cited[n-1])
	for _, address := range [...]string{one.URL, one.ArchiveURL} {
		if web, ok := sanitize.WebAddress(address); ok {
			return web, true
		}
	}
	return "", false
}

func (r teller) led() []string {
	led, _ := r.s.Index().Related(r.i)
	return r.relations(led, 0)
}

func (r teller) followed() []string {
	led, followed := r.s.Index().Related(r.i)
	return r.relations(followed, len(flat(led)))
}

// relations names events, numbered after so many.
func (r teller) relations(of related.Relations, after int) (lines []string) {
	for n, i := range flat(of) {
		lines = append(lines, fmt.Sprintf("%d %s: %s", after+n+1, When(r.t.Date(i)), ended(r.t.EventTitle(i))))
	}
	if of.More > 0 {
		lines = append(lines, "And "+draw.Number(of.More)+" more.")
	}
	return lines
}

// flat returns events with those a step further.
func flat(of related.Relations) (events []int) {
	for _, one := range of.Events {
		events = append(events, one.Event)
		events = append(events, flat(one.Further)...)
	}
	return events
}

// Related returns the events that led to the selected one and those that followed, as their numbers count them.
func Related(s *session.Session) []int {
	led, followed := s.Index().Related(s.Selected())
	return append(flat(led), flat(followed)...)
}
