package list

import (
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// People are the actors of an event by their short names.
type people struct {
	names  []string            // such as fit a line; the first is cut to that
	actors []timeline.ActorRef // who they are
	total  int
	with   bool   // somebody who is asked for is left out, who may be all
	more   string // before how many are left out
}

// with is before the names where those who are asked for are left out.
const with = "with "

// peopleOf returns the actors of an event in its order, each once, whatever parts it has. With others those whom the
// filter asks for are left out, since they are in every row.
func (w *writer) peopleOf(e *timeline.Event, others bool) people {
	const most = 64 // actors among whom one is looked for that comes again
	p := people{more: w.th.Glyphs.More}
	room, used := w.room(), 0
	for n, part := range e.Actors {
		if slices.ContainsFunc(e.Actors[:min(n, most)], func(o timeline.Part) bool { return o.Actor == part.Actor }) {
			continue
		}
		if others && w.s.WantsWithAll(part.Actor) {
			p.with = true
			continue
		}
		p.total++
		if used > room {
			continue
		}
		name := w.th.Fit(w.t.ShortName(part.Actor), room+1)
		used += draw.Cells(name) + len(", ")
		p.names, p.actors = append(p.names, name), append(p.actors, part.Actor)
	}
	return p
}

// text returns the first k names, and how many more there are.
func (p *people) text(k int) (names, more string) {
	if p.total > k {
		more = " " + p.more + strconv.Itoa(p.total-k)
		if k == 0 {
			more = more[1:]
		}
	}
	return strings.Join(p.names[:min(k, len(p.names))], ", "), more
}

// beginning returns as much of the first name as fits n cells, and how many more there are.
func (p *people) beginning(n int, more string) (name, rest string) {
	const least = 8 // cells of a name that is cut
	if n -= len(with) + len(" 99") + draw.Cells(p.more); len(p.names) == 0 || n < least {
		return p.text(0)
	}
	_, rest = p.text(1)
	return draw.Clip(p.names[0], n, more), rest
}

// fit returns how many names, but at most so many, fit n cells with the number of the others.
func (p *people) fit(n, most int) int {
	if p.with {
		n -= len(with)
	}
	used, best := 0, 0
	for k, name := range p.names[:min(most, len(p.names))] {
		if used += draw.Cells(name); k > 0 {
			used += len(", ")
		}
		rest := 0
		if p.total > k+1 {
			rest = len(" ") + draw.Cells(p.more) + len(strconv.Itoa(p.total-k-1))
		}
		if used+rest <= n {
			best = k + 1
		}
	}
	return best
}

// NameAt returns the actor whose name is at column x of a line of the list, both from 0.
func (l *List) NameAt(s *session.Session, x, row int) (a timeline.ActorRef, ok bool) {
	place, ok := l.EventAt(row)
	if !ok {
		return timeline.NoActor, false
	}
	w, text := &l.writer, ""
	p := w.peopleOf(s.Index().Timeline().Event(s.At(place)), w.of.rows == 3)
	for _, one := range l.lines[row].spans {
		text += one.Text
	}
	names := p.names[:min(w.form(place).names, len(p.names))]
	at := strings.LastIndex(text, strings.Join(names, ", ")) // they come after the title, which may have the same words
	if at < 0 {
		return timeline.NoActor, false
	}
	from := draw.Cells(text[:at])
	for n, name := range names {
		if from <= x && x < from+draw.Cells(name) {
			return p.actors[n], true
		}
		from += draw.Cells(name) + len(", ")
	}
	return timeline.NoActor, false
}

// People returns the names of an event's actors, as many as fit w cells.
func People(t *timeline.Timeline, e *timeline.Event, w int) string {
	var names strings.Builder
	for n, p := range e.Actors {
		one := t.ShortName(p.Actor)
		if w -= draw.Cells(one); n > 0 {
			w -= len(", ")
		}
		if w < 0 {
			break
		}
		if n > 0 {
			names.WriteString(", ")
		} else {
			names.Grow(draw.Cells(one) + w)
		}
		names.WriteString(one)
	}
	return names.String()
}
