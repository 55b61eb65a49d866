package linear

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/compare"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/session"
)

// What is said of actors.

// Actors names the actors that take part in what the rest of the filter leaves, the most frequent first.
func Actors(s *session.Session) (lines []string) {
	t := s.Index().Timeline()
	for _, one := range counts(s) {
		words := t.ActorName(one.Actor) + ": " + draw.Events(one.N)
		switch {
		case s.Wants(one.Actor):
			words += ", in the filter"
		case t.Group(one.Actor) != timeline.NoActor:
			words += ", " + t.ActorName(t.Group(one.Actor))
		}
		lines = append(lines, ended(words))
	}
	return lines
}

// counts returns the actors of what the rest of the filter leaves, the most frequent first.
func counts(s *session.Session) (all []index.ActorCount) {
	x := s.Index()
	for a, n := range x.ActorCounts(s.Apart(query.ByActor)) {
		if n > 0 {
			all = append(all, index.ActorCount{Actor: timeline.ActorRef(a), N: n})
		}
	}
	byCount(all)
	return all
}

// Actor reads who an actor is: names, offices with their dates, how many events, whom it meets, and who belongs to it.
func Actor(s *session.Session, a timeline.ActorRef) (lines []string) {
	x, t := s.Index(), s.Index().Timeline()
	one := t.Actor(a)
	var of []string
	for up, n := t.Group(a), 0; up != timeline.NoActor && n < 9; up, n = t.Group(up), n+1 {
		of = append(of, t.ActorName(up))
	}
	lines = append(lines, sentences(one.Name, capital(joined(", ", append([]string{string(one.Kind)}, of...)...))))
	if len(one.Aliases) > 0 {
		lines = append(lines, "Also called "+ended(strings.Join(one.Aliases, ", ")))
	}
	for _, o := range t.Offices(a) {
		when := throughout().ReplaceAllString(o.When, " to ")
		lines = append(lines, "Office: "+ended(joined(", ", o.Name, when)))
	}
	among := s.Apart(query.ByActor)
	events := x.Involving(a).Selection().And(among)
	words := draw.Events(events.Len()) + " of " + draw.Number(among.Len())
	if among.Len() < t.Len() {
		words += " that match the rest of the filter"
	}
	lines = append(lines, ended(capital(words)))
	if n := events.Len(); n > 0 {
		first, last := events.At(0), events.At(n-1)
		lines = append(lines, "First: "+When(t.Date(first))+", "+ended(t.EventTitle(first)))
		if n > 1 {
			lines = append(lines, "Last: "+When(t.Date(last))+", "+ended(t.EventTitle(last)))
		}
	}
	if met := met(s, a, 12); met != "" {
		lines = append(lines, "With "+ended(met))
	}
	if under := under(s, a); under != "" {
		lines = append(lines, "People and bodies: "+ended(under))
	}
	for _, f := range one.Other {
		lines = append(lines, f.Key+": "+f.Value)
	}
	return lines
}

// met names whom an actor meets in what the rest of the filter leaves, each with how often.
func met(s *session.Session, a timeline.ActorRef, most int) string {
	t := s.Index().Timeline()
	var names []string
	all := s.Index().Companions(a, s.Apart(query.ByActor))
	for _, c := range all {
		if c.Actor != a && len(names) < most {
			names = append(names, t.ActorName(c.Actor)+" "+draw.Number(c.N))
		}
	}
	return strings.Join(names, ", ")
}

// under names the people and bodies of an actor, each with its number of events.
func under(s *session.Session, a timeline.ActorRef) string {
	const most = 30
	x, t := s.Index(), s.Index().Timeline()
	var all []index.ActorCount
	for b, n := range x.ActorCounts(s.Apart(query.ByActor)) {
		if b := timeline.ActorRef(b); t.Group(b) == a || len(t.OfficesIn(b, a)) > 0 {
			all = append(all, index.ActorCount{Actor: b, N: n})
		}
	}
	byCount(all)
	var names []string
	for _, one := range all[:min(most, len(all))] {
		names = append(names, t.ActorName(one.Actor)+" "+draw.Number(one.N))
	}
	if more := len(all) - len(names); more > 0 {
		names = append(names, draw.Number(more)+" more")
	}
	return strings.Join(names, ", ")
}

// Lanes says for each actor that the lanes have in how many of the events shown it is, and whom it meets in these.
func Lanes(s *session.Session) (lines []string) {
	const most, few = 60, 4
	x, t, shown := s.Index(), s.Index().Timeline(), s.Shown()
	all := s.LaneActors()
	for _, a := range all[:min(len(all), most)] {
		n := x.Involving(a).Count(shown)
		var names []string
		for _, c := range x.Companions(a, shown) {
			if c.Actor != a && len(names) < few {
				names = append(names, t.ActorName(c.Actor)+" "+draw.Number(c.N))
			}
		}
		words := t.ActorName(a) + ": " + draw.Events(n)
		if len(names) > 0 {
			words += "; with " + strings.Join(names, ", ")
		}
		lines = append(lines, ended(words))
	}
	if more := len(all) - most; more > 0 {
		lines = append(lines, "And "+draw.Number(more)+" more, with fewer events; who and a name reads whom one meets.")
	}
	return lines
}

// Compared says what two have in common and what each has alone, and reads the events of either.
func Compared(c *compare.Comparison, told [2]compare.Telling, newest bool) (lines []string) {
	const most = 500 // events that are read
	t := c.Index().Timeline()
	for n := range c.Sides {
		side := &c.Sides[n]
		words := side.Name + ": " + draw.Events(side.Events.Len()) + ", " + draw.Number(side.Alone.Len()) + " alone"
		said := joined(", ", some(told[n].Quotes, "quote"), some(told[n].Claims, "claim"))
		if first, last, ok := c.Span(compare.Place(n)); ok {
			words += ". From " + When(t.Date(first)) + " to " + When(t.Date(last))
		}
		var names []string
		for _, m := range told[n].Meets[:min(5, len(told[n].Meets))] {
			names = append(names, t.ActorName(m.Actor)+" "+draw.Number(m.N))
		}
		if len(names) > 0 {
			words += ". Besides with " + strings.Join(names, ", ")
		}
		lines = append(lines, sentences(words, said))
	}
	lines = append(lines, "Together: "+draw.Events(c.Both.Len())+".")
	whose := map[compare.Place]string{
		compare.Left: c.Sides[0].Name, compare.Right: c.Sides[1].Name, compare.Both: "Both",
	}
	for k := range min(c.Any.Len(), most) {
		i := c.Any.At(k)
		if newest {
			i = c.Any.At(c.Any.Len() - 1 - k)
		}
		lines = append(lines, whose[c.Place(i)]+", "+When(t.Date(i))+": "+ended(t.EventTitle(i)))
	}
	if more := c.Any.Len() - most; more > 0 {
		lines = append(lines, "And "+draw.Number(more)+" more; dateline compare writes all.")
	}
	return lines
}

// some returns a number of things, "" for none.
func some(n int, noun string) string {
	if n == 0 {
		return ""
	}
	return Counted(n, noun)
}

// Series reads the figures over time that figure n of the selected event, or of the keys after these, is one of. It
// returns the place of the next of its figures that has a series, to be read after this.
func Series(s *session.Session, n int) (lines []string, next int) {
	r := tellerOf(s)
	if n = s.NextSeries(n); n < 0 {
		return nil, 0
	}
	if n < len(r.e.Figures) {
		readings, whole := s.Index().Series(r.i, n)
		lines = append(lines, fmt.Sprintf("%s, in %s:", capital(r.e.Figures[n].Label), series(readings, whole)))
		for _, one := range readings {
			e := r.t.Event(one.Event)
			f := e.Figures[one.Figure]
			value := throughout().ReplaceAllString(outline.FigureValue(f), " to ")
			if f.By != timeline.NoActor {
				value += ", says " + r.t.ActorName(f.By)
			}
			lines = append(lines, r.here(one.Event)+When(e.Date)+": "+ended(value))
		}
		return lines, n + 1
	}
	key := r.e.Other[n-len(r.e.Figures)].Key
	readings, whole := s.Index().OwnSeries(query.OwnKey(key), r.i)
	lines = append(lines, fmt.Sprintf("%s, in %s:", key, series(readings, whole)))
	for _, one := range readings {
		e := r.t.Event(one.Event)
		for _, f := range e.Other {
			if query.KeyName(f.Key) == query.KeyName(key) && index.IsNumber(f.Value) {
				lines = append(lines, r.here(one.Event)+When(e.Date)+": "+ended(f.Value))
			}
		}
	}
	return lines, n + 1
}

// series says how many events a series has.
func series(readings []index.Reading, whole bool) string {
	n := 0
	for k := range readings {
		if k == 0 || readings[k].Event != readings[k-1].Event {
			n++
		}
	}
	if !whole {
		return "the nearest " + draw.Events(n)
	}
	return draw.Events(n)
}

// here marks the selected event in a list of others.
func (r teller) here(i int) string {
	if i == r.i {
		return "Here, "
	}
	return ""
}

// byCount orders actors by how many events they have, the most first.
func byCount(all []index.ActorCount) {
	slices.SortStableFunc(all, func(a, b index.ActorCount) int { return b.N - a.N })
}
